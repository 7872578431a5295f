#pragma once
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/board_form.hpp"
#include "ui/board_minimap.hpp"
#include "ui/canvas_hands.hpp"
#include "views/wall.hpp"

namespace ui {

/// A free board on the wall: what the camera sees, and what hands have begun there. The window keeps one, beside the
/// Canvas with the items.
struct BoardScreen {
    base::Id board;  // that is looked at; set by who opens it
    Camera camera;
    CanvasHands hands;
    CanvasPicture picture;
    BoardMinimap map;
    bool map_shown = true;
    /// What else works on the board in each frame, after the tools: images on their way, the timeline.
    std::vector<std::function<void(CanvasScene&)>> beside;

    // Commands set them, and the next frame does them.
    bool wants_all = false;
    double wants_zoom = 1;  // times
    // Asked for: whoever draws the screen takes it.
    bool wants_name = false;
    std::optional<std::string> wants_row;  // of the table of its template, to be written in: an id, or "new"
    std::uint64_t rows_laid = 0;           // the canvas's revision, when that table was last laid

    /// What a hand holds, beside CanvasHands::carried of the same number: a contact while it is down, key_hold for the
    /// arrow keys, below that what was let go and is not yet where it was asked to be.
    struct Hold {
        base::Id lead;
        base::Point from;     // board px: where the hand took it
        base::Point stood;    // where the lead's corner was seen then
        base::Point before;   // its corner when it was asked for
        base::Point target;   // and as asked for
        double asked_s = -1;  // below 0: not yet
        double due_s = 0;     // of keys: when it will be
        // Of a hand at the view's edge, where the board goes under it.
        bool was_inside = false;  // it has come there
        double at_edge_s = -1;    // since when; below 0: it is not there
        double pushed_s = 0;      // when the board last went
    };
    static constexpr int key_hold = -1;
    std::map<int, Hold> holds;
    int last_let_go = key_hold;
    /// A hand that moves the board, and the place of the board under it.
    struct Panning {
        int contact = 0;
        base::Point under;
    };
    std::optional<Panning> panning;
    std::set<int> idle;  // hands whose drag does nothing: others have what they touched
    /// On its way to a place that was asked for, or on from where a hand has thrown it.
    struct Glide {
        Camera from, to;
        double since_s = 0;
        double ms = motion::screen;
        bool thrown = false;  // a touch stops it
    };
    std::optional<Glide> glide;
    base::Id placed;          // the board that the camera was put on
    Moved moved;              // of this frame
    std::uint64_t moves = 0;  // how often that has changed
    base::Rect view;          // of the frame before
};

/// Draws it, lets hands work on it and asks for what they did. `area`: of the window, below it is the dock. Ids:
/// "board", "item/<id>", "map", "board/name", "board/zoom_in", "board/zoom_out", "board/all".
void draw_board_screen(BoardScreen& mine, const views::WallView& view, Canvas& canvas, Frame& frame,
                       const base::Rect& area, Intents& out);
/// What lies over it, and over the dock as keyboards do: the menu, writing, what is shown large and finding. Draw it
/// after the dock. While hands have something, letters alone are no commands.
void draw_board_over(BoardScreen& mine, const views::WallView& view, Canvas& canvas, Frame& frame,
                     const base::Rect& area, Intents& out);

/// Lays the table of the board's template with what the board says now. True when that has changed what is drawn.
/// `laid`: kept by who calls, for each canvas. board_table.cpp
bool lay_rows(Canvas& canvas, const model::BoardForm* form, std::uint64_t& laid);

// --- Its parts -------------------------------------------------------------------------------------------------------

/// Lines and strokes are touched so far beside them.
inline constexpr double board_slop_mm = 5;
namespace zoom {
inline constexpr double least = 0.02, most = 4, step = 1.25;  // times a design px
}
/// The camera is as good as any.
bool is_sound(const Camera& camera);
/// Larger or smaller, within limits; the place of the board under `at` stays there. `unit`: px of a design px.
void zoom_about(Camera& camera, base::Point at, double ratio, const base::Rect& view, double unit);
/// What hands do with it leaves some of what lies there in sight, at every edge.
void keep_content_seen(Camera& camera, const Canvas& canvas, const base::Rect& view);
/// So that all of `area` (board px) is in the middle of the view, at most as large as `most` design px.
Camera fitting_camera(const base::Rect& area, const base::Rect& view, double unit, double most = 1.5);
/// Moves it by what two fingers, a wheel, commands and a hand on the board do, and on its way.
void move_camera(BoardScreen& mine, const Canvas& canvas, Frame& frame, const base::Rect& view);
void glide_to(BoardScreen& mine, const Camera& to, Frame& frame);

/// Moves what hands hold and what is on its way; forgets what has come. `mine.moved` is then as it is to be drawn.
void carry_items(BoardScreen& mine, CanvasScene& scene);
/// This hand drags that item, or one of the board's own zone that began on one: it takes it, and asks when it lets go.
void carry_item(BoardScreen& mine, CanvasScene& scene, const base::Id& id, const Drag& drag);
/// Hands that are gone hold nothing, whatever became of what they held. After their drags were taken.
void forget_gone_hands(BoardScreen& mine, const Frame& frame);
/// Takes what is chosen on the way by keys; board px. Asked for when they rest.
void push_chosen(BoardScreen& mine, CanvasScene& scene, base::Point by);
/// The board is left: what keys have moved is asked for, and nobody holds anything.
void let_go_of_board(BoardScreen& mine, const Canvas& canvas, Intents& out);

/// As it is seen there, carried or not, px.
base::Rect marked_place(const BoardScreen& mine, const CanvasScene& scene, const SeenItem& seen);
/// The names of groups with how many belong to them, where they are seen large enough, and dashes around those that
/// something of is chosen or carried. Texts: "board/group/<id>".
void mark_groups(const BoardScreen& mine, const CanvasScene& scene);

/// What is locked and others lie on: a template's frames and words, a map. Whoever drags a locked note means the note,
/// and the board stays.
bool is_ground(const model::Item& item);
/// The topmost that is touched at `at` (board px); null where something lay before a hand took it away.
const model::Item* touched_item(const BoardScreen& mine, const Canvas& canvas, base::Point at, const Frame& frame);
/// Zones of what can be read, chosen or is carried, and what taps on them and on the board mean.
/// The rows of the table: zones "row/<id>" and "row/new". A tap asks for what is written there. board_table.cpp
void touch_rows(BoardScreen& mine, CanvasScene& scene);
void touch_items(BoardScreen& mine, CanvasScene& scene);
/// Arrows (10 px of the board, with Shift 1; the camera when nothing is chosen), Ctrl+A, plus, minus and 0: what nobody
/// has the keyboard for. Delete and Escape are the tools'.
void take_board_keys(BoardScreen& mine, CanvasScene& scene);

}  // namespace ui
