#pragma once
#include <string>
#include <vector>

#include "app/file_writer.hpp"
#include "base/files.hpp"
#include "register/idea_card.hpp"
#include "ui/papers.hpp"
#include "ui/sheet_save.hpp"

/// What the wall lays as files into people_folder: each under a name that no file has, and with a sentence that says
/// where it lies. Stopped by its progress, it is Code::closed and nothing lies there. Any thread.
namespace app {

/// Ideas as a spreadsheet, in this order.
base::Result<std::string> lay_ideas(const base::Path& register_file, const std::vector<ideas::IdeaCard>& cards);
/// A board or a session, read from what is saved; or cards to join the session with.
base::Result<std::string> lay_board(const base::Path& register_file, const ui::SaveWish& wish,
                                    const FileWriter::Progress& progress = {});
/// A paper as a PDF.
base::Result<std::string> lay_paper(const base::Path& register_file, const ui::Paper& paper,
                                    const FileWriter::Progress& progress = {});

}  // namespace app
