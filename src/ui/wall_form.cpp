// The form of the free board on the wall: command "form", a sheet on the dock's side.
#include <algorithm>

#include "base/language.hpp"
#include "ui/table_sets.hpp"
#include "ui/wall.hpp"

namespace ui {
namespace {

const model::BoardForm* form_of_panel(const Wall& mine) {
    const auto choice = std::find_if(mine.forms.begin(), mine.forms.end(),
                                     [&mine](const auto& one) { return one.name == mine.form.panel.form; });
    return choice == mine.forms.end() ? nullptr : choice->form.get();
}

}  // namespace

const model::BoardForm* form_of_board(const Wall& mine) {
    if (mine.now == nullptr || mine.place != Wall::Place::board) return nullptr;
    const auto& boards = mine.now->boards;
    const auto head =
        std::find_if(boards.begin(), boards.end(), [&mine](const auto& one) { return one.id == mine.board.board; });
    if (head == boards.end() || head->form.empty()) return nullptr;
    const auto choice =
        std::find_if(mine.forms.begin(), mine.forms.end(), [&head](const auto& one) { return one.name == head->form; });
    return choice == mine.forms.end() ? nullptr : choice->form.get();
}

void draw_wall_form(Wall& mine, const views::WallView& view, Frame& frame, Intents& out) {
    const auto* form = form_of_board(mine);
    if (mine.form.open && form == nullptr) close_wall_form(mine, frame, out);
    if (auto row = std::exchange(mine.board.wants_row, std::nullopt); row && form != nullptr) {
        mine.form.open = true;
        mine.form.panel.wanted = std::move(row);
    }
    bool close = false;
    const auto inside = side_sheet(frame, "board_form", mine.form.open, base::tr("wall.board_form.title"), close, 560);
    const bool is_here = mine.canvas.board() == mine.board.board;
    if (inside && mine.form.open && is_here) {
        auto place = inside->place;
        for (const auto& head : view.boards) {
            if (!(head.id == mine.board.board) || !is_for_all_tablets(head, mine.forms)) continue;
            draw_for_all_tablets(head, frame, "board_form/fill", place.cut_top(frame.px(touch::plain)), out);
            place.cut_top(frame.px(8));
        }
        CanvasScene scene{mine.canvas, mine.board.camera, mine.board.hands, frame, mine.board.view, out};
        draw_board_form(scene, mine.form.panel, *form, place);
    }
    if (!close) return;
    close_wall_form(mine, frame, out);
    frame.redraw_in(0);
}

void close_wall_form(Wall& mine, Frame& frame, Intents& out) {
    if (const auto* form = form_of_panel(mine)) {
        CanvasScene scene{mine.canvas, mine.board.camera, mine.board.hands, frame, mine.board.view, out};
        let_go_of_board_form(scene, mine.form.panel, *form);
    }
    mine.form = {};
}

void add_form_command(Wall& mine, Commands& commands) {
    commands.add({"form",
                  "wall.board_form.title",
                  icon::table,
                  {},
                  [&mine] { return form_of_board(mine) != nullptr; },
                  [&mine] {
                      if (mine.form.open) {
                          close_wall_form(mine, *mine.frame, *mine.asked);
                      } else {
                          mine.form.open = true;
                      }
                      mine.frame->redraw_in(0);
                  }});
}

}  // namespace ui
