#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/frame.hpp"
#include "ui/intents.hpp"

namespace ui {

/// What hands are about to do on the board. The screen has one; tools change it and ask for deeds.
struct CanvasHands {
    enum class Tool { hand, note, text, frame, line, ink, erase, stamp, lasso };
    Tool tool = Tool::hand;
    std::string colour = "yellow";  // of the next note or stroke
    std::string means;              // of the next line
    std::string mark = "heart";     // of the next stamp
    double width = 4;               // of the next stroke, board px

    std::set<base::Id> selected;
    std::optional<base::Id> writing;  // whose text is being written
    std::optional<base::Id> large;    // that is shown large
    /// Where carried items are until the registrar has said so: by contact, board px that they have gone.
    struct Carried {
        std::vector<base::Id> items;
        base::Point by;
        bool let_go = false;          // asked for; stays until news of them have come
        std::uint64_t revision = 0;   // the canvas's, when it was asked for
    };
    std::map<int, Carried> carried;
    /// Strokes and lines that are being drawn, by contact.
    std::map<int, model::Item> drawing;
};

/// What every part of the board's screen is given in one frame.
struct CanvasScene {
    Canvas& canvas;
    Camera& camera;
    CanvasHands& hands;
    Frame& frame;
    base::Rect view;  // of the window, where the board is seen
    Intents& out;
};

/// The tools' work on the board in this frame: draws what is being drawn, asks for what is done. Called after the items
/// were drawn and their zones recorded ("item/<id>"; the board itself is "board"). canvas_tools.cpp.
void work_with_tools(CanvasScene& scene);
/// The row of tools: ids "tool/note" … canvas_toolbar.cpp. Vertical at the side that the dock is not at.
void draw_toolbar(CanvasScene& scene, const base::Rect& area);
/// The menu of what is selected, beside it: ids "canvas/menu/…". canvas_menu.cpp
void draw_canvas_menu(CanvasScene& scene);
/// The field in which an item's text is written, over the item; ids "canvas/write". canvas_writing.cpp
void draw_canvas_writing(CanvasScene& scene);
/// One item as large as the view. canvas_large.cpp
void draw_canvas_large(CanvasScene& scene);
/// Finding text on the board. canvas_find.cpp
void draw_canvas_find(CanvasScene& scene);

}  // namespace ui
