#pragma once
#include <optional>
#include <string>
#include <variant>

#include "paint/idea_page.hpp"
#include "paint/sheet.hpp"
#include "ui/frame.hpp"
#include "ui/session.hpp"

namespace ui {

/// Something to be written as a PDF: a board or a result, or an idea's page. `name` is what the
/// file is called by, without anything that a file name cannot hold.
struct Paper {
    std::string name;
    std::variant<paint::Sheet, paint::IdeaPage> content;
};

/// The idea's page; its photo as far as it is here.
Paper paper_of_idea(const views::IdeaView& idea, const Frame& frame);
/// Is there anything on this scene that paper can hold? Boards with notes, and results in rows.
bool has_paper(const views::WallView& view, Scene scene);
/// The board or the result that the scene shows, with the photos that are here; nothing when has_paper says so.
std::optional<Paper> paper_of_scene(const views::WallView& view, Scene scene, const Frame& frame);

}  // namespace ui
