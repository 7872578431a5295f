// The session's own boards as they were.
#include <utility>

#include "ui/wall.hpp"

namespace ui {
namespace {

/// Boards have a history; votes and what comes between blocks have none.
bool has_past(const Wall& mine) {
    if (mine.now == nullptr || mine.place != Wall::Place::session || mine.now->remote.room.ended) return false;
    if (mine.shown_scene == Scene::persona) return mine.past.open || !mine.persona.covers_dock();
    return mine.shown_scene == Scene::journey || mine.shown_scene == Scene::ideas;
}

void turn_to_past(Wall& mine) {
    if (std::exchange(mine.past.open, false)) return;
    mine.session_history.reset();
    mine.note_tool = false;
    mine.hands.let_go();
    mine.hands.stop_gathering();
    mine.ideas.clusters.let_go();
    open_past(mine.past, mine.shown_for);
}

void turn_to_board_past(Wall& mine) {
    if (std::exchange(mine.history.open, false)) return;
    let_go_of_board(mine.board, mine.canvas, *mine.asked);
    open_history(mine.history, mine.board.board);
}

}  // namespace

bool draw_session_past(Wall& mine, const views::WallView& view, Scene scene, Frame& frame, Commands& commands,
                       Intents& out) {
    // When the room goes on, so does the wall.
    if (mine.past.at != mine.shown_for) mine.past.open = false;
    if (!mine.past.open) return false;
    mine.past.covered = mine.sheets.open != SheetKind::none || mine.palette.open || mine.help_open;
    auto area = frame.screen();
    area.cut_bottom(frame.px(112));
    draw_past(mine.past, view, mine.session_history, frame, area, out, mine.look);
    draw_session_dock(mine, view, scene, frame, commands, out);
    return true;
}

void add_timeline_command(Wall& mine, Commands& commands) {
    commands.add({"timeline",
                  "canvas.history.title",
                  icon::history,
                  {letter(U'h')},
                  [&mine] {
                      const bool on_board = mine.place == Wall::Place::board && mine.canvas.board() == mine.board.board;
                      return on_board || has_past(mine);
                  },
                  [&mine] {
                      mine.place == Wall::Place::board ? turn_to_board_past(mine) : turn_to_past(mine);
                      mine.frame->redraw_in(0);
                  }});
}

}  // namespace ui
