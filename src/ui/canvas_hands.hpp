#pragma once
#include <array>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/canvas_work.hpp"
#include "ui/frame.hpp"
#include "ui/intents.hpp"

namespace ui {

/// What hands are about to do on the board. The screen has one; tools change it and ask for deeds.
struct CanvasHands {
    using Tool = CanvasTool;
    Tool tool = Tool::hand;
    std::string colour = "sol";      // of the next note
    std::string ink = "ink";         // the colour of the next stroke or line
    std::string means = "leads_to";  // of the next line
    std::string mark = "heart";      // of the next stamp
    double width = 4;                // of the next stroke, board px

    std::set<base::Id> selected;
    std::optional<base::Id> writing;  // whose text is to be written; set it to open its field (see is_written)
    std::optional<base::Id> large;    // that is shown large
    /// Where carried items are until the registrar has said so: by contact, board px that they have gone.
    struct Carried {
        std::vector<base::Id> items;
        base::Point by;
        bool let_go = false;         // asked for; stays until news of them have come
        std::uint64_t revision = 0;  // the canvas's, when it was asked for
    };
    std::map<int, Carried> carried;
    /// Strokes and lines that are being drawn, by contact.
    std::map<int, model::Item> drawing;
    CanvasWork work;  // the tools' own
};
/// Somebody has its field open: its words are not drawn meanwhile.
bool is_written(const CanvasHands& hands, const base::Id& item);

/// A tap, or a long press, on the board in this frame.
struct CanvasTap {
    base::Id item;   // the topmost that was touched; empty: none, it was the board itself
    base::Point at;  // board px
    base::Point at_px;
    bool held = false;  // 500 ms
    int contact = 0;    // 0: the mouse or the keyboard
    /// Whoever tapped was aiming: what it says is done with these, and it chooses nothing.
    CanvasWork::Aim aim = CanvasWork::Aim::none;
    std::set<base::Id> aimed = {};
};
/// The board's taps choose. Whoever touches far from where somebody else chose, chooses for himself: what the other has
/// chosen is put aside with its menu, until one of them goes on with it. On empty board a finger lets go of what was
/// chosen nearest to it, the mouse of all. The tap of who aims is given its aim. canvas_choices.cpp
void choose_tapped(CanvasHands& hands, CanvasTap& tap, const Frame& frame);
/// All that is chosen, by the one who touched last first.
std::vector<const std::set<base::Id>*> choices_of(const CanvasHands& hands);
/// Somebody has chosen it; null: nobody.
const std::set<base::Id>* choice_with(const CanvasHands& hands, const base::Id& item);
/// What was put aside, and who touched last, change places.
void change_places(CanvasHands& hands, std::size_t aside);

/// What every part of the board's screen is given in one frame.
struct CanvasScene {
    Canvas& canvas;
    Camera& camera;
    CanvasHands& hands;
    Frame& frame;
    base::Rect view;  // of the window, where the board is seen
    Intents& out;
    /// The screen chooses what was tapped with the tools hand, note, text and frame; all else that taps mean is the
    /// tools'.
    std::vector<CanvasTap> taps = {};
    /// Boards that items can be moved to: those of WallView.
    std::span<const views::BoardHead> boards = {};
    bool has_map = true;                         // the small map is shown
    const views::HandedField* handed = nullptr;  // what is written on a tablet now, on whatever board
    bool can_hand = false;                       // there is somebody who could write it there
};

/// The tools' work on the board in this frame: draws what is being drawn, asks for what is done, and takes the keys
/// that are meant for what is selected. Called after the items were drawn and their zones recorded ("item/<id>"; the
/// board itself is "board"), and before what lies over the board (minimap, toolbar, menus). Tools that draw by
/// dragging lay a zone over the view: "canvas/draw". canvas_tools.cpp.
void work_with_tools(CanvasScene& scene);
/// The board is left: what was being written is asked for, and nobody is in the midst of anything. canvas_writing.cpp
void let_go_of_tools(CanvasHands& hands, const Canvas& canvas, Intents& out);
/// The row of tools: ids "tool/note", "tool/find", "tool/paste", and of its fly-out "tool/colour/<name>",
/// "tool/width/4", "tool/means/causes", "tool/mark/heart". canvas_toolbar.cpp. Vertical at the side that the dock is
/// not at.
void draw_toolbar(CanvasScene& scene, const base::Rect& area);
/// Where the toolbar is in the view, and where the small map and the size of the board are, with what is around them.
base::Rect toolbar_area(const Frame& frame, const base::Rect& view);
base::Rect corner_area(Frame& frame, const base::Rect& view, bool has_map);
/// What of the view is left beside the toolbar, below the board's name, and above the corner or beside it: what is to
/// be seen whole is put in either.
std::array<base::Rect, 2> board_rooms(Frame& frame, const base::Rect& view, bool has_map);
/// The larger one.
base::Rect board_room(Frame& frame, const base::Rect& view, bool has_map);
/// The menu of what is selected, beside it: ids "canvas/menu/…". canvas_menu.cpp
void draw_canvas_menu(CanvasScene& scene);
/// The fields in which items' texts are written, over the items, with their keyboards; ids "canvas/write/text",
/// "canvas/write/done" and "canvas/write/hand", of a second writer "canvas/write2/…". canvas_writing.cpp
void draw_canvas_writing(CanvasScene& scene);
/// A tablet writes its words now: at the wall it is nobody's. canvas_handed.cpp
bool is_handed(const CanvasScene& scene, const base::Id& item);
/// What a tablet writes now, beside its item; ids "canvas/handed/aim" and "canvas/handed/stop". canvas_handed.cpp
void draw_handed_field(CanvasScene& scene);
/// One item as large as the screen; id "canvas/large". canvas_large.cpp
void draw_canvas_large(CanvasScene& scene);
/// The same without anything that is touched, over the whole screen. `shown`: 0–1, as it comes; the room sees no
/// authors.
void show_large(const Canvas& canvas, const model::Item& item, Frame& frame, double shown, bool with_authors);
/// Finding text on the board; ids "find/text", "find/next", "find/previous", "find/close". Ctrl+F. canvas_find.cpp
void draw_canvas_find(CanvasScene& scene);

}  // namespace ui
