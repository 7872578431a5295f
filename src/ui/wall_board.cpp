// Free boards at the wall: opened, begun, left, and the dock below them.
#include <algorithm>
#include <array>
#include <utility>

#include "base/language.hpp"
#include "ui/board_rounds.hpp"
#include "ui/wall.hpp"

namespace ui {
namespace {

using Place = Wall::Place;

const views::BoardHead* listed(const views::WallView& view, const base::Id& board) {
    const auto found =
        std::find_if(view.boards.begin(), view.boards.end(), [&board](const auto& head) { return head.id == board; });
    return found == view.boards.end() ? nullptr : &*found;
}

bool goes_on(const views::WallView& view) {
    return view.remote.started && !view.remote.room.ended;
}

/// What others have added to the table comes by itself; what is not there is no gap.
void add_known(std::vector<Tool>& tools, const Commands& commands, std::initializer_list<std::string_view> ids) {
    bool first = true;
    for (const auto id : ids) {
        if (commands.find(id) == nullptr) continue;
        if (std::exchange(first, false) && !tools.empty()) tools.push_back({});
        const std::string_view one[] = {id};
        for (auto& tool : commands.tools(one)) tools.push_back(std::move(tool));
    }
}

void draw_board_dock(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands) {
    std::vector<Tool> tools;
    add_known(tools, commands, {"home", "boards"});
    add_known(tools, commands, {"undo", "redo"});
    add_known(tools, commands, {"show_all", "board_map", "tidy", "timeline", "form", "export_board"});
    const bool session = goes_on(view);
    if (session && view.remote.room.block) add_known(tools, commands, {"inbox"});
    add_known(tools, commands, {"swap_sides", "more"});
    for (auto& tool : tools) {
        if (tool.id == "board_map") tool.on = mine.board.map_shown;
        if (tool.id == "timeline") tool.on = mine.history.open;
        if (tool.id == "form") tool.on = mine.form.open;
        if (tool.id == "inbox") {
            tool.on = mine.sheets.open == SheetKind::inbox;
            tool.count = static_cast<int>(view.remote.inbox.size());
        }
        if (tool.id == "export_board") tool.on = mine.sheets.open == SheetKind::save;
        if (tool.id == "boards") tool.on = mine.sheets.open == SheetKind::boards;
        if (tool.id == "more") tool.on = mine.sheets.open == SheetKind::more;
    }
    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.design = 22;
    look.icon = icon::left;
    const auto text = base::tr("wall.board.to_session");
    const double wide = session ? std::clamp(button_width(frame, text, look) / frame.px(1), 200.0, 520.0) : 0;
    const auto layout = dock_layout(frame, wide);
    static constexpr std::array<std::string_view, 6> seldom{"swap_sides", "export_board", "tidy",
                                                            "timeline",   "form",         "board_map"};
    mine.sheets.dock_rest = fit_tools(frame, layout, tools, seldom);
    auto tapped = dock(frame, mine.dock, layout, tools);
    if (tapped.empty()) tapped = std::exchange(mine.sheets.wants_tool, {});
    const Frame::Within region(frame, "dock/", Region::Kind::part);
    if (session && button(frame, "dock/session", layout.main_action, text, look)) {
        mine.place = Place::session;
        frame.redraw_in(0);
    }
    if (tapped.empty()) return;
    commands.run(tapped);
    frame.redraw_in(0);
}

}  // namespace

void open_board(Wall& mine, const base::Id& board) {
    if (mine.place != Place::board) mine.board_from = mine.place;
    mine.place = Place::board;
    mine.sheets.open = SheetKind::none;
    if (mine.board.board == board) return;
    if (mine.asked != nullptr) {
        close_wall_form(mine, *mine.frame, *mine.asked);
        let_go_of_board(mine.board, mine.canvas, *mine.asked);
    }
    mine.board.board = board;
    mine.board.placed = {};
    mine.board_listed = false;
}

void make_board(Wall& mine, const views::WallView& view, const BoardChoice* choice, Frame& frame, Intents& out) {
    intents::MakeBoard deed;
    deed.board = base::new_id(frame.host_now_ms());
    deed.title = choice == nullptr ? base::tr("wall.boards.new") : choice->title;
    if (choice != nullptr) {
        deed.form = choice->name;
        if (choice->begin) deed.items = choice->begin();
    }
    // What is begun during a block belongs to it.
    if (mine.place == Place::session && goes_on(view) && view.remote.room.block) {
        deed.block = view.remote.room.block->id;
    }
    const auto board = deed.board;
    out.emplace_back(std::move(deed));
    open_board(mine, board);
    frame.redraw_in(0);
}

namespace {

/// The list stays: there the trainer opens them for the tablets.
void make_table_boards(const Wall& mine, const views::WallView& view, const BoardChoice& choice, Frame& frame,
                       Intents& out) {
    const auto& room = view.remote.room;
    intents::MakeBoards deed;
    const auto count = room.tables ? room.tables->seated.size() : 0;
    for (std::size_t table = 1; table <= count; ++table) {
        intents::MakeBoard one;
        one.board = base::new_id(frame.host_now_ms());
        one.title = base::tr("wall.boards.of_table", {{"number", std::to_string(table)}, {"title", choice.title}});
        one.form = choice.name;
        if (choice.begin) one.items = choice.begin();
        one.table = static_cast<int>(table);
        if (mine.place == Place::session && goes_on(view) && room.block) one.block = room.block->id;
        deed.boards.push_back(std::move(one));
    }
    if (deed.boards.empty()) return;
    out.emplace_back(std::move(deed));
    frame.redraw_in(0);
}

}  // namespace

void take_boards(Wall& mine, const views::WallView& view, Frame& frame, Intents& out) {
    auto& sheet = mine.sheets.boards;
    if (std::exchange(sheet.wants_tables, false)) {
        mine.sheets.open = SheetKind::seats;
        frame.redraw_in(0);
    }
    if (const auto opened = std::exchange(sheet.opened, std::nullopt)) {
        open_board(mine, *opened);
        frame.redraw_in(0);
    }
    if (const auto made = std::exchange(sheet.made, std::nullopt)) {
        if (made->for_tables && made->choice != nullptr) {
            make_table_boards(mine, view, *made->choice, frame, out);
        } else {
            make_board(mine, view, made->choice, frame, out);
        }
    }
    if (const auto removed = std::exchange(sheet.removed, std::nullopt)) {
        mine.toasts.add(frame, base::tr("wall.boards.removed", {{"name", removed->title}}),
                        "board/" + removed->board.text(), Tone::ok, frame.touched_at());
    }
    auto named = std::exchange(sheet.named, std::nullopt);
    if (std::exchange(mine.board.wants_name, false)) named = mine.board.board;
    if (!named) return;
    const auto* head = listed(view, *named);
    if (head != nullptr) begin_writing(mine.writing, Writing::What::board, head->id, head->title);
    frame.redraw_in(0);
}

void follow_call(Wall& mine, const views::WallView& view, Frame& frame) {
    if (std::exchange(mine.followed_call, view.call.number) == view.call.number) return;
    if (view.call.board.empty()) {
        if (goes_on(view) && mine.place == Place::board) mine.place = Place::session;
    } else {
        open_board(mine, view.call.board);
        mine.look.board = view.call.board;
    }
    frame.redraw_in(0);
}

void take_board_news(Wall& mine) {
    // News of the board before may still have been on their way.
    for (const auto& news : std::exchange(mine.board_news, {})) {
        if (news != nullptr && news->board == mine.board.board) mine.canvas.take(*news);
    }
}

void draw_board_place(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    const bool is_listed = listed(view, mine.board.board) != nullptr;
    if (mine.board_listed && !is_listed) {
        // It was taken away: there is nothing here to look at.
        mine.place = mine.board_from == Place::board ? Place::start : mine.board_from;
        frame.redraw_in(0);
    }
    mine.board_listed = is_listed;
    mine.look.board = mine.board.board;
    const auto asked = out.size();
    auto area = frame.screen();
    area.cut_bottom(frame.px(112));
    mine.writing.board = area;
    if (mine.board.beside.empty()) {
        mine.board.beside.emplace_back(
            [&mine](CanvasScene& scene) { work_with_images(mine.images, scene, mine.toasts); });
        mine.board.beside.emplace_back([&mine](CanvasScene& scene) {
            if (mine.now != nullptr) mark_rounds(*mine.now, scene.canvas, scene.camera, scene.frame, scene.view);
        });
    }
    // What is looked at is the past: nothing of today is touched meanwhile.
    if (mine.history.board != mine.board.board) mine.history.open = false;
    mine.history.covered = mine.sheets.open != SheetKind::none || mine.palette.open || mine.help_open;
    if (mine.history.open) {
        draw_board_history(mine.history, mine.board_history.get(), mine.board.camera, frame, area, out, mine.look);
        if (lay_rows(mine.history.then, form_of_board(mine), mine.history.rows_laid)) frame.redraw_in(0);
    } else {
        mine.history.picture = {};
        lay_rows(mine.canvas, form_of_board(mine), mine.board.rows_laid);
        draw_board_screen(mine.board, view, mine.canvas, frame, area, out);
        draw_rounds(view, mine.forms, mine.board.board, frame, area, out);
    }
    draw_board_dock(mine, view, frame, commands);
    // Keyboards stand lower than the dock does.
    if (!mine.history.open) draw_board_over(mine.board, view, mine.canvas, frame, area, out);
    if (mine.history.open && mine.form.open) close_wall_form(mine, frame, out);
    draw_wall_form(mine, view, frame, out);
    if (out.size() > asked) forget_board_toast(mine);
    if (const auto removed = std::exchange(mine.board.hands.work.removed, 0)) {
        mine.toasts.add(frame, base::tr_n("wall.board.removed", static_cast<std::int64_t>(removed)),
                        "board/" + mine.board.board.text(), Tone::ok, frame.touched_at());
    }
}

void forget_board_toast(Wall& mine) {
    const auto undo = "board/" + mine.board.board.text();
    std::erase_if(mine.toasts.shown, [&undo](const auto& toast) { return toast.undo_id == undo; });
}

void leave_board(Wall& mine, Intents& out) {
    if (mine.place == Place::board || mine.board.board.empty()) return;
    close_wall_form(mine, *mine.frame, out);
    let_go_of_board(mine.board, mine.canvas, out);
    mine.history.picture = {};
    // The registrar tells nothing of it from now on: what is here would soon be old.
    mine.board.board = {};
    mine.board.placed = {};
    mine.board_listed = false;
    mine.canvas.take({});
}

BoardSight sight_of(const Wall& mine) {
    if (mine.place != Place::board || !(mine.canvas.board() == mine.board.board)) return {};
    const auto& past = mine.history;
    if (past.open && past.then.board() == mine.board.board && !past.view.empty()) {
        return {&past.then, past.camera.seen(past.view), nullptr, past.then.revision(), 0};
    }
    if (mine.board.view.empty()) return {};
    return {&mine.canvas,      mine.board.camera.seen(mine.board.view),
            &mine.board.moved, mine.canvas.revision(),
            mine.board.moves,  mine.board.hands.large};
}

void add_board_commands(Wall& mine, Commands& commands) {
    Command boards{"boards", "wall.boards", icon::columns, {letter(U'o')}, {}, [&mine] {
                       auto& open = mine.sheets.open;
                       open = open == SheetKind::boards ? SheetKind::none : SheetKind::boards;
                       mine.frame->redraw_in(0);
                   }};
    boards.on_sheets = true;
    commands.add(std::move(boards));
    commands.add({"new_board", "wall.boards.new", icon::plus, {}, {}, [&mine] {
                      mine.sheets.open = SheetKind::boards;
                      mine.sheets.boards.choosing = true;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"board_map",
                  "wall.board.map",
                  icon::place,
                  {},
                  [&mine] { return mine.place == Place::board; },
                  [&mine] {
                      mine.board.map_shown = !mine.board.map_shown;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"tidy",
                  "wall.board.tidy",
                  icon::pieces,
                  {},
                  [&mine] {
                      return mine.place == Place::board && mine.canvas.board() == mine.board.board &&
                             !mine.history.open;
                  },
                  [&mine] {
                      mine.board.hands.work.wants_tidy = true;
                      mine.frame->redraw_in(0);
                  }});
    add_timeline_command(mine, commands);
    add_form_command(mine, commands);
}

}  // namespace ui
