#pragma once
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/id.hpp"
#include "register/idea_card.hpp"
#include "ui/papers.hpp"

/// What the wall lays as files into people_folder: each under a name that no file has, and with a sentence that says
/// where it lies. Any thread.
namespace app {

/// Ideas as a spreadsheet, in this order.
base::Result<std::string> lay_ideas(const base::Path& register_file, const std::vector<ideas::IdeaCard>& cards);
/// A free board, read from what is saved, as "pdf", "poster" (a PDF of many pages), "svg", "png", "csv" or "json".
base::Result<std::string> lay_board(const base::Path& register_file, const base::Id& id, const std::string& what);
/// A paper as a PDF.
base::Result<std::string> lay_paper(const base::Path& register_file, const ui::Paper& paper);

}  // namespace app
