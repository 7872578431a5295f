// What can be done at the wall: one table for dock, keys, palette, help and clicker.
#include <functional>
#include <utility>

#include "base/language.hpp"
#include "ui/wall.hpp"

namespace ui {
namespace {

bool in_session(const Wall& mine) {
    return mine.now != nullptr && mine.place == Wall::Place::session && !mine.now->remote.room.ended;
}

bool has_block(const Wall& mine) {
    return mine.now != nullptr && mine.now->remote.room.block.has_value() && !mine.now->remote.room.ended;
}

void ask(Wall& mine, const intents::Intent& intent) {
    if (mine.asked == nullptr) return;
    mine.asked->push_back(intent);
    mine.frame->redraw_in(0);
}

void show_sheet(Wall& mine, SheetKind kind) {
    mine.sheets.open = mine.sheets.open == kind ? SheetKind::none : kind;
    mine.frame->redraw_in(0);
}

void go_on(Wall& mine) {
    const auto step = next_step(*mine.now);
    if (step.kind == Step::Kind::end) mine.sheets.asked_end = true;
    if (step.kind == Step::Kind::open && !step.intent) mine.sheets.open = SheetKind::votes;
    if (step.intent && !asks_first(mine.sheets, *mine.now, *step.intent)) ask(mine, *step.intent);
    mine.frame->redraw_in(0);
}

void turn_clock(Wall& mine) {
    const auto& state = mine.now->remote.room.block->clock.state;
    if (state == "running") {
        ask(mine, intents::PauseClock{});
    } else if (state == "paused") {
        ask(mine, intents::ResumeClock{});
    } else {
        ask(mine, intents::StartClock{});
    }
}

/// Where it is offered: what it takes back is there to be seen.
bool offers_undo(const Wall& mine) {
    if (mine.place != Wall::Place::session) return mine.place != Wall::Place::start;
    const auto scene = mine.shown_scene;
    return in_session(mine) && (scene == Scene::journey || scene == Scene::ideas || scene == Scene::persona);
}

/// On a free board it is that board's last change.
bool can_undo(const Wall& mine, bool redo) {
    if (mine.now == nullptr || !offers_undo(mine)) return false;
    if (mine.place == Wall::Place::board) return redo ? mine.canvas.can_redo : mine.canvas.can_undo;
    return redo ? mine.now->can_redo : mine.now->can_undo;
}

void undo(Wall& mine, bool redo) {
    if (mine.place == Wall::Place::board) {
        forget_board_toast(mine);
        ask(mine, intents::UndoBoard{mine.board.board, redo});
    } else {
        ask(mine, intents::UndoLast{redo});
    }
}

bool shows_idea(const Wall& mine) {
    return mine.place == Wall::Place::idea && mine.now->idea && mine.now->idea->card.id == mine.idea.idea;
}

bool can_print(const Wall& mine) {
    if (mine.now == nullptr) return false;
    if (mine.place == Wall::Place::board) return mine.look.board.has_value();
    return shows_idea(mine) || (mine.place == Wall::Place::session && has_paper(*mine.now, mine.shown_scene));
}

void print(Wall& mine) {
    if (mine.place == Wall::Place::board) {
        mine.board_export = SaveWish{.board = *mine.look.board};
    } else if (shows_idea(mine)) {
        mine.papers.push_back(paper_of_idea(*mine.now->idea, *mine.frame));
    } else if (auto paper = paper_of_scene(*mine.now, mine.shown_scene, *mine.frame)) {
        mine.papers.push_back(std::move(*paper));
    }
    mine.frame->redraw_in(0);
}

void add_day(Wall& mine, Commands& commands) {
    const auto session = [&mine] { return in_session(mine); };
    const auto block = [&mine] { return has_block(mine); };
    // What tables send in during a method on a free board waits there too.
    const auto with_inbox = [&mine] {
        return in_session(mine) || (mine.place == Wall::Place::board && has_block(mine) && mine.now->remote.started);
    };
    const auto more = [&mine] { return in_session(mine) || mine.place == Wall::Place::board; };
    commands.add({"home", "wall.tool.home", icon::home, {{Key::home}}, {}, [&mine] {
                      mine.place = Wall::Place::start;
                      mine.sheets.open = SheetKind::none;
                      mine.hands.let_go();
                      mine.writing.close();
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"register",
                  "wall.tool.register",
                  icon::lightbulb,
                  {{Key::f2}},
                  [&mine] { return mine.place != Wall::Place::ideas; },
                  [&mine] {
                      mine.place = Wall::Place::ideas;
                      mine.sheets.open = SheetKind::none;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"start",
                  "wall.command.start",
                  icon::play,
                  {{Key::f5}},
                  {},
                  [&mine] {
                      mine.place = Wall::Place::session;
                      mine.sheets.open = SheetKind::none;
                      mine.frame->redraw_in(0);
                  },
                  true});
    commands.add({"next", "wall.command.next", icon::right, clicker_next(),
                  [&mine] { return in_session(mine) && next_step(*mine.now).kind != Step::Kind::none; },
                  [&mine] { go_on(mine); }, true, false,
                  // A vote is never closed by a clicker that somebody sits on.
                  [&mine] { return next_step(*mine.now).kind != Step::Kind::close; }});
    commands.add({"back", "wall.command.back", icon::left, clicker_back(),
                  [&mine] { return in_session(mine) && mine.now->remote.previous.has_value(); },
                  [&mine] {
                      const auto& now = mine.now->remote.room.block;
                      ask(mine, intents::GoBack{now ? now->id : ""});
                  },
                  true});
    commands.add({"blank",
                  "wall.blank",
                  icon::moon,
                  clicker_blank(),
                  {},
                  [&mine] { ask(mine, intents::Blank{!mine.now->remote.room.blank}); },
                  true});
    commands.add({"pause", "wall.command.clock", icon::pause, {letter(U'p')}, block, [&mine] { turn_clock(mine); }});
    commands.add({"plus", "wall.command.plus", icon::plus, {letter(U'+')}, block, [&mine] {
                      ask(mine, intents::AddMinutes{1});
                  }});
    commands.add({"minus", "wall.command.minus", icon::minus, {letter(U'-')}, block, [&mine] {
                      ask(mine, intents::AddMinutes{-1});
                  }});
    const auto add_sheet = [&](std::string id, std::string text_key, std::string_view sign, char32_t key,
                               std::function<bool()> enabled, SheetKind kind) {
        Command command{std::move(id), std::move(text_key), sign, {letter(key)}, std::move(enabled), {}};
        command.run = [&mine, kind] { show_sheet(mine, kind); };
        command.on_sheets = true;
        commands.add(std::move(command));
    };
    add_sheet("inbox", "wall.tool.inbox", icon::inbox, U'i', with_inbox, SheetKind::inbox);
    add_sheet("agenda", "wall.tool.agenda", icon::list, U'a', session, SheetKind::agenda);
    add_sheet("votes", "wall.votes", icon::bar_chart, U'v', session, SheetKind::votes);
    commands.add({"new_vote",
                  "wall.new_vote",
                  icon::plus,
                  {},
                  [&mine] { return has_block(mine) && in_session(mine) && !is_voting(mine.now->remote.room); },
                  [&mine] { show_sheet(mine, SheetKind::new_vote); }});
    commands.add({"cover",
                  "wall.command.cover",
                  icon::eye_off,
                  {letter(U'c')},
                  [&mine] { return in_session(mine) && mine.shown_scene == Scene::reveal; },
                  [&mine] {
                      mine.reveal.hidden = !mine.reveal.hidden;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"tables", "wall.tables", icon::group, {}, session, [&mine] { show_sheet(mine, SheetKind::tables); }});
    commands.add({"more", "wall.more", icon::more, {{Key::f10}}, more, [&mine] { show_sheet(mine, SheetKind::more); }});
    add_sheet("seats", "wall.seats", icon::people, U'd', session, SheetKind::seats);
    add_sheet("remote", "wall.remote", icon::mobile, U'r', {}, SheetKind::remote);
    add_sheet("support", "wall.support", icon::comment, U's', session, SheetKind::support);
    add_sheet("tell", "wall.tell", icon::comment, U'm', session, SheetKind::tell);
    commands.add({"end", "wall.end", icon::flag, {}, session, [&mine] { mine.sheets.asked_end = true; }});
}

void add_board(Wall& mine, Commands& commands) {
    commands.add({"note",
                  "wall.tool.note",
                  icon::note,
                  {letter(U'n')},
                  [&mine] { return has_block(mine) && !mine.now->remote.room.block->writes.empty(); },
                  [&mine] {
                      mine.note_tool = !mine.note_tool;
                      mine.hands.let_go();
                      mine.hands.stop_gathering();
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"group",
                  "wall.tool.group",
                  icon::group,
                  {letter(U'g')},
                  [&mine] { return in_session(mine) && mine.shown_scene == Scene::ideas; },
                  [&mine] {
                      auto& hands = mine.hands;
                      const bool on = !hands.gathering;
                      // Of several people's the last: the others' menus close too, for taps choose now.
                      const auto chosen = hands.chosen.empty() ? base::Id{} : hands.chosen.back().note;
                      hands.let_go();
                      hands.stop_gathering();
                      hands.gathering = on;
                      if (on && !chosen.empty()) hands.gathered.insert(chosen);
                      mine.note_tool = false;
                      mine.ideas.clusters.let_go();
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"undo",
                  "wall.tool.undo",
                  icon::undo,
                  {letter(U'z', true)},
                  [&mine] { return can_undo(mine, false); },
                  [&mine] { undo(mine, false); }});
    commands.add({"redo",
                  "wall.tool.redo",
                  icon::redo,
                  {letter(U'y', true), letter(U'z', true, true)},
                  [&mine] { return can_undo(mine, true); },
                  [&mine] { undo(mine, true); }});
    commands.add({"show_all",
                  "wall.tool.show_all",
                  icon::expand,
                  {letter(U'0')},
                  [&mine] { return in_session(mine) || mine.place == Wall::Place::board; },
                  [&mine] {
                      mine.frame->redraw_in(0);
                      if (mine.place == Wall::Place::board) {
                          mine.board.wants_all = true;
                          return;
                      }
                      mine.journey.show_all = mine.ideas.show_all = !mine.journey.show_all;
                      mine.journey.zoom.factor.reset();
                      mine.ideas.zoom.factor.reset();
                  }});
    const auto can_zoom = [&mine] { return in_session(mine) || mine.place == Wall::Place::board; };
    const auto zoom = [&mine](double ratio) {
        if (mine.place == Wall::Place::board) mine.board.wants_zoom *= ratio;
        mine.journey.zoom.by(ratio);
        mine.ideas.zoom.by(ratio);
        mine.frame->redraw_in(0);
    };
    commands.add({"zoom_in", "wall.command.zoom_in", icon::plus, {letter(U'+', true)}, can_zoom, [zoom] {
                      zoom(BoardZoom::step);
                  }});
    commands.add({"zoom_out", "wall.command.zoom_out", icon::minus, {letter(U'-', true)}, can_zoom, [zoom] {
                      zoom(1 / BoardZoom::step);
                  }});
}

void add_display(Wall& mine, Commands& commands) {
    commands.add({"swap_sides", "wall.tool.swap_sides", icon::swap, {}, {}, [&mine] {
                      mine.screens.display.dock_left = !mine.screens.display.dock_left;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"theme", "wall.command.theme", icon::moon, {letter(U't')}, {}, [&mine] {
                      auto& theme = mine.screens.display.theme;
                      theme = theme == Theme::Kind::dark ? Theme::Kind::light : Theme::Kind::dark;
                      mine.frame->redraw_in(0);
                  }});
    commands.add(
        {"screens", "wall.screens", icon::desktop, {{Key::f8}}, {}, [&mine] { show_sheet(mine, SheetKind::screens); }});
    commands.add({"test_screen", "wall.test", icon::hand_up, {}, {}, [&mine] {
                      mine.screens.wants_test = true;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"net", "wall.net", icon::wifi, {}, {}, [&mine] { show_sheet(mine, SheetKind::net); }});
    commands.add({"lock", "wall.lock", icon::lock, {letter(U'l', true)}, {}, [&mine] {
                      begin_lock(mine.lock);
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"search", "wall.search", icon::search, {letter(U'f', true)}, {}, [&mine] {
                      mine.start.go = StartScreen::Go::search;
                      mine.place = Wall::Place::start;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"export",
                  "wall.tool.export",
                  icon::download,
                  {letter(U'e')},
                  [&mine] { return mine.place == Wall::Place::ideas && !mine.idea_register.rows.shown.empty(); },
                  [&mine] {
                      for (const auto& row : mine.idea_register.rows.shown) mine.exported.push_back(*row.card);
                      mine.frame->redraw_in(0);
                  }});
    add_saving_command(mine, commands);
    commands.add({"print",
                  "wall.tool.print",
                  icon::print,
                  {letter(U'p', true)},
                  [&mine] { return can_print(mine); },
                  [&mine] { print(mine); }});
    commands.add({"full_screen", "wall.screens.full", icon::expand, {{Key::f11}}, {}, [&mine] {
                      mine.screens.full = !mine.screens.full;
                      mine.frame->redraw_in(0);
                  }});
    commands.add(
        {"next_part", "wall.command.next_part", icon::right, {{Key::f6}}, {}, [&mine] { mine.frame->move_region(1); }});
    commands.add({"previous_part", "wall.command.previous_part", icon::left, {{Key::f6, 0, false, true}}, {}, [&mine] {
                      mine.frame->move_region(-1);
                  }});
    commands.add({"palette", "wall.command.palette", icon::menu, {letter(U'k', true)}, {}, [&mine] {
                      mine.palette.open = true;
                      mine.frame->redraw_in(0);
                  }});
    commands.add({"help", "wall.help", icon::question, {{Key::f1}}, {}, [&mine] {
                      mine.help_open = !mine.help_open;
                      mine.frame->redraw_in(0);
                  }});
}

}  // namespace

void add_wall_commands(Wall& mine, Commands& commands) {
    add_day(mine, commands);
    add_board(mine, commands);
    add_board_commands(mine, commands);
    add_display(mine, commands);
}

}  // namespace ui
