#pragma once
#include <cstdint>
#include <optional>

#include "ui/canvas.hpp"
#include "ui/canvas_draw.hpp"
#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/wall.hpp"

namespace ui {

/// Where hands are in a history, whatever it is of.
struct Timeline {
    static constexpr double whole_s = 10;  // that playing all of it takes

    bool open = false;
    bool covered = false;  // something lies over it, and keys are for that

    base::Rect view;                      // where what was is drawn: above the timeline
    std::optional<std::uint64_t> held;    // the moment that has come
    std::optional<std::uint64_t> wanted;  // that hands have chosen; none: the newest, whatever it is
    std::uint64_t asked = 0;              // what the registrar was asked for; 0: the newest
    double asked_s = 0;
    std::optional<base::Id> chosen;      // an object that may be restored alone; also where it is not there
    std::optional<double> plays_from_s;  // when it would have been at the first moment
};

/// How a free board came to be: a timeline under it, and the board as it was at any moment of it.
struct HistoryScreen : Timeline {
    base::Id board;

    Canvas then;                  // the board as it was at the moment that has come
    std::uint64_t rows_laid = 0;  // as of BoardScreen
    CanvasPicture picture;
    Camera camera;  // as it is drawn
};

/// Begins at the newest moment.
void open_history(HistoryScreen& mine, const base::Id& board);
/// Draws it over `area`, the board's own, while it is open: what `camera` sees there is seen whole above the timeline.
/// Asks by `look` for the moment that hands chose, a new one
/// when the one before has come, and by `out` for what is to be restored. `history`: of any board, or null until it has
/// come. Ids: "history/slider", "history/back", "history/forward", "history/play", "history/restore",
/// "history/restore_item", "history/item_back",
/// "history/item_forward" (to what else was done to the object that is chosen), "history/done", "history/board",
/// "history/item/<id>" (what this moment touched). Keys: arrows, Home, End, Space, Escape.
void draw_board_history(HistoryScreen& mine, const views::BoardHistory* history, const Camera& camera, Frame& frame,
                        const base::Rect& area, Intents& out, views::WallScope& look);

}  // namespace ui
