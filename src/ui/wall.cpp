#include "ui/wall.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/board_rounds.hpp"
#include "ui/undo_offers.hpp"

namespace ui {
namespace {

using Place = Wall::Place;
using Show = Wall::Show;

/// What the scene is, unless the trainer has turned to the board behind it, or back to the vote.
Scene scene_shown(Wall& mine, const views::WallView& view) {
    const auto& room = view.remote.room;
    const auto* poll = current_poll(room);
    std::string at = room.block ? room.block->id : std::string();
    if (poll != nullptr) at += "/" + poll->id.text() + "/" + poll->state;
    if (at != mine.shown_for) {
        mine.shown_for = at;
        mine.show = Show::fitting;
    }
    const auto scene = scene_of(view);
    if (mine.show == Show::poll && poll != nullptr) return poll->outcome ? Scene::reveal : Scene::vote;
    const bool can_turn =
        scene == Scene::vote || scene == Scene::reveal || scene == Scene::persona || scene == Scene::info;
    if (mine.show != Show::board || !can_turn || !room.block) return scene;
    return room.block->lanes.empty() ? Scene::ideas : Scene::journey;
}

void draw_board(Wall& mine, const views::WallView& view, Scene scene, Frame& frame, base::Rect area, Intents& out) {
    const BoardTools tools{mine.hands, mine.writing, mine.note_tool, mine.note_colour};
    auto rail = frame.dock_left() ? area.cut_left(frame.px(356)) : area.cut_right(frame.px(356));
    frame.dock_left() ? area.cut_left(frame.px(32)) : area.cut_right(frame.px(32));
    mine.writing.board = area;
    // Ideas come in while they are sorted: their inbox stands beside them as long as something waits.
    const bool inbox = scene == Scene::ideas && !view.remote.inbox.empty() && mine.sheets.open == SheetKind::none;
    if (inbox) {
        draw_short_rail(mine.rail, view, frame, rail.cut_top(frame.px(116)));
        rail.cut_top(frame.px(14));
        if (view.rounds) {
            draw_rounds_card(view, frame, rail.cut_top(frame.px(rounds_card_high)), 20);
            rail.cut_top(frame.px(14));
        }
        const Frame::Scope scope(frame, "inbox");
        const Frame::Within region(frame, "", Region::Kind::part);
        card(frame, rail);
        auto inside = rail.inset(frame.px(18), frame.px(16));
        auto head = inside.cut_top(frame.px(48));
        Ink ink;
        ink.design = 24;
        ink.weight = paint::Weight::bold;
        const auto title = base::tr("wall.inbox");
        label(frame, head.cut_left(text_size(frame, title, ink).w + frame.px(14)), title, ink);
        const auto count = base::tr_n("wall.inbox.waiting", static_cast<std::int64_t>(view.remote.inbox.size()));
        chip(frame, {head.x, head.centre().y - frame.px(18)}, count, Tone::accent);
        inside.cut_top(frame.px(8));
        draw_inbox(mine.sheets, mine.writing, view, frame, inside, out);
    } else {
        draw_rail(mine.rail, view, frame, rail, out);
    }
    if (scene == Scene::journey) {
        draw_journey(mine.journey, view, frame, area, tools, out);
    } else if (scene == Scene::ideas) {
        draw_ideas(mine.ideas, view, frame, area, tools, out);
    } else {
        const Frame::Scope scope(frame, "block");
        draw_block(view, frame, area, false, out);
    }
}

void draw_result(Wall& mine, const views::WallView& view, const views::PollView& poll, Frame& frame, base::Rect area,
                 Intents& out) {
    const Frame::Scope scope(frame, "reveal");
    draw_reveal(mine.reveal, view, poll, frame, area, out);
    if (!mine.reveal.opened_number) return;
    // The number leads to the note, and the note is the idea.
    for (const auto& note : view.remote.room.wall) {
        if (note.number != *mine.reveal.opened_number) continue;
        mine.idea.idea = note.id;
        mine.place = Place::idea;
    }
    mine.reveal.opened_number.reset();
    frame.redraw_in(0);
}

void draw_open_vote(Wall& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
                    const base::Rect& area, Intents& out) {
    mine.vote.closes_because = why_it_closes(view, poll, mine.sheets.closes_by_itself, frame.host_now_ms());
    mine.vote.closes_in_s = count_down(mine.closing, view, poll, mine.sheets.closes_by_itself, frame, out);
    draw_vote(mine.vote, view, poll, frame, area);
    if (!std::exchange(mine.vote.keeps_open, false)) return;
    mine.closing.kept_open = poll.id;
    frame.redraw_in(0);
}

void draw_scene(Wall& mine, const views::WallView& view, Scene scene, Frame& frame, Commands& commands, Intents& out) {
    const auto& room = view.remote.room;
    const auto* poll = current_poll(room);
    if (poll != nullptr && poll->state != "revealed") mine.reveal.awaited = poll->id;
    if (scene == Scene::persona) {
        draw_persona(mine.persona, view, frame, commands, out);
        if (!mine.persona.covers_dock()) draw_session_dock(mine, view, scene, frame, commands, out);
        return;
    }
    auto area = frame.screen();
    area.cut_bottom(frame.px(112));
    area = area.inset(frame.px(32), frame.px(24));
    switch (scene) {
        case Scene::lobby:
            draw_lobby(mine.block, view, frame, area);
            break;
        case Scene::rest:
            if (room.block) {
                auto rail = frame.dock_left() ? area.cut_left(frame.px(356)) : area.cut_right(frame.px(356));
                draw_rail(mine.rail, view, frame, rail, out, false);
            }
            draw_break(view, frame, area);
            break;
        case Scene::ended:
            draw_ended(view, frame, area);
            break;
        case Scene::vote:
            if (poll != nullptr) draw_open_vote(mine, view, *poll, frame, area, out);
            break;
        case Scene::reveal:
            if (poll != nullptr) draw_result(mine, view, *poll, frame, area, out);
            break;
        default:
            draw_board(mine, view, scene, frame, area, out);
            break;
    }
    draw_session_dock(mine, view, scene, frame, commands, out);
}

void draw_session(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    watch_notes(mine.hands, view.remote.room, frame);
    const auto scene = mine.shown_scene = scene_shown(mine, view);
    frame.name_screen(scene_name(scene));
    if (!draw_session_past(mine, view, scene, frame, commands, out)) {
        draw_scene(mine, view, scene, frame, commands, out);
    }
    if (mine.rail.looked_at) {
        mine.sheets.open = SheetKind::agenda;
        mine.sheets.open_block = *std::exchange(mine.rail.looked_at, std::nullopt);
        frame.redraw_in(0);
    }
    if (mine.rail.held) mine.sheets.asked_jump = *std::exchange(mine.rail.held, std::nullopt);
    if (std::exchange(mine.rail.opened_seats, false)) {
        mine.sheets.open = SheetKind::seats;
        frame.redraw_in(0);
    }
}

void go_from_start(Wall& mine, const views::WallView& view, Frame& frame, Intents& out) {
    using Go = StartScreen::Go;
    const auto go = std::exchange(mine.start.go, Go::nowhere);
    if (go == Go::nowhere) return;
    frame.redraw_in(0);
    auto& display = mine.screens.display;
    switch (go) {
        case Go::session:
            mine.place = Place::session;
            break;
        case Go::agenda:
            mine.sheets.open = SheetKind::agenda;
            break;
        case Go::inbox:
            mine.place = Place::session;
            mine.sheets.open = SheetKind::inbox;
            break;
        case Go::ideas:
        case Go::fresh:
        case Go::results:
            mine.place = Place::ideas;
            if (go == Go::ideas) break;
            mine.idea_register.filter = {};
            mine.idea_register.filter.fresh = go == Go::fresh;
            mine.idea_register.filter.results = go == Go::results;
            break;
        case Go::idea:
            mine.idea.idea = mine.start.idea;
            mine.place = Place::idea;
            break;
        case Go::board:
            make_board(mine, view, nullptr, frame, out);
            break;
        case Go::boards:
            mine.sheets.open = SheetKind::boards;
            break;
        case Go::search:
            mine.place = Place::ideas;
            mine.idea_register.as_list = true;
            frame.focus("register/search");
            break;
        case Go::theme:
            display.theme = display.theme == Theme::Kind::dark ? Theme::Kind::light : Theme::Kind::dark;
            break;
        case Go::screens:
            mine.sheets.open = SheetKind::screens;
            break;
        case Go::net:
            mine.sheets.open = SheetKind::net;
            break;
        case Go::help:
            mine.help_open = true;
            break;
        case Go::lock:
            begin_lock(mine.lock);
            break;
        case Go::nowhere:
            break;
    }
}

void draw_place(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    mine.look = {};
    leave_board(mine, out);
    switch (mine.place) {
        case Place::board:
            frame.name_screen("board");
            draw_board_place(mine, view, frame, commands, out);
            break;
        case Place::start:
            frame.name_screen("start");
            draw_start(mine.start, view, frame);
            go_from_start(mine, view, frame, out);
            break;
        case Place::session:
            draw_session(mine, view, frame, commands, out);
            break;
        case Place::ideas:
            frame.name_screen("register");
            draw_register(mine.idea_register, view, frame, commands, out, mine.look);
            if (mine.idea_register.opened) {
                mine.idea.idea = *std::exchange(mine.idea_register.opened, std::nullopt);
                mine.place = Place::idea;
                frame.redraw_in(0);
            }
            break;
        case Place::idea:
            frame.name_screen("idea");
            draw_idea(mine.idea, view, frame, commands, out, mine.look);
            if (std::exchange(mine.idea.closed, false)) {
                mine.place = Place::ideas;
                frame.redraw_in(0);
            }
            break;
    }
}

/// Where a toast lies on none of the buttons that it may be about.
base::Rect toast_area(const Wall& mine, const Frame& frame) {
    auto area = frame.screen();
    area.cut_bottom(frame.px(112));
    const bool reveals = mine.place == Place::session && mine.shown_scene == Scene::reveal;
    if (reveals && !mine.reveal.rows.empty()) return mine.reveal.rows;
    const bool looks_back = mine.place == Place::board && mine.history.open;
    if (looks_back && !mine.history.view.empty()) return mine.history.view;
    if (mine.place == Place::session && mine.past.open && !mine.past.view.empty()) return mine.past.view;
    if (mine.place == Place::ideas) area.cut_bottom(frame.px(register_filters_high));
    return area;
}

/// `before`: how much was asked for before this frame.
void tell(Wall& mine, const views::WallView& view, Frame& frame, Intents& out, std::size_t before) {
    while (!mine.refusals.empty()) {
        auto refusal = std::move(mine.refusals.front());
        mine.refusals.pop_front();
        // Hidden notes that only the host knew of: it asks once more.
        if (refusal.error.code == base::Code::not_now && refusal.error.what == "hidden") {
            mine.sheets.asked_end = mine.sheets.end_hidden = true;
            continue;
        }
        drop_offers(mine.toasts, frame);
        mine.idea.tested.reset();
        mine.toasts.add(frame, std::move(refusal.text), {}, Tone::err);
    }
    offer_undo(mine.toasts, view, frame, out, before);
    for (auto& text : std::exchange(mine.told, {})) mine.toasts.add(frame, std::move(text));
    refuse_images(mine.images, frame, mine.toasts);
    for (auto& text : std::exchange(mine.board.hands.work.told, {})) mine.toasts.add(frame, std::move(text));
    if (std::exchange(mine.writing.crowded, false)) {
        mine.toasts.add(frame, base::tr("wall.writing.crowded"), {}, Tone::warn, frame.touched_at());
    }
    if (view.remote.undo_id != mine.told_undo) {
        mine.told_undo = view.remote.undo_id;
        if (!mine.told_undo.empty() && frame.host_now_ms() < view.remote.undo_until_ms) {
            mine.toasts.add(frame, view.remote.undo_text, "deed/" + mine.told_undo);
        }
    }
    if (view.undone.count != mine.told_undone) {
        mine.told_undone = view.undone.count;
        drop_restoring(mine.toasts);
        const auto key = view.undone.again ? "wall.done_again" : "wall.undone";
        mine.toasts.add(frame, base::tr(key, {{"what", base::tr(view.undone.label)}}));
    }
    auto area = toast_area(mine, frame);
    area.cut_bottom(draw_file_work(mine.file_work, frame, area));
    const auto undone = toasts(frame, mine.toasts, area);
    if (undone.starts_with("deed/")) out.emplace_back(intents::UndoDeed{undone.substr(5)});
    if (undone.starts_with("board/")) {
        if (const auto id = base::parse_id(undone.substr(6))) out.emplace_back(intents::UndoBoard{*id, false});
    }
    take_undo(undone, out);
}

/// The picture is off: black, and one tap or key brings it back.
void draw_blank(Frame& frame, Intents& out) {
    frame.name_screen("blank");
    frame.painter.fill(frame.screen(), 0, base::rgb(0x000000));
    const auto press = frame.press("blank/off", frame.screen());
    const auto text = base::tr("wall.blank.off");
    frame.say("blank/off", text);
    Ink ink;
    ink.colour = base::with_alpha(base::rgb(0xFFFFFF), 0.35);
    ink.across = paint::Align::centre;
    auto row = frame.screen();
    const auto words = row.cut_bottom(frame.px(96));
    label(frame, words, text, ink);
    if (press.focused) focus_ring(frame, words.inset(frame.px(24)), frame.px(radius::control));
    if (press.tapped) out.emplace_back(intents::Blank{false});
}

void draw_open(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    const auto before = out.size();
    if (std::exchange(mine.screens.wants_test, false)) begin_screen_test(mine.test, mine.screens.display);
    if (mine.test.open) {
        draw_screen_test(mine.test, mine.screens.display, frame);
        return;
    }
    mine.writing.board = {};
    mine.sheets.dock_rest.clear();
    draw_place(mine, view, frame, commands, out);
    open_test(mine, view, frame, out, before);
    draw_trouble(mine.trouble, view, frame);
    mine.sheets.boards.choices = &mine.forms;
    offer_saving(mine, view);
    mine.sheets.on_dock = mine.place != Place::start;
    draw_sheets(mine.sheets, mine.screens, mine.writing, view, frame, out);
    take_boards(mine, view, frame, out);
    take_saving(mine, view);
    draw_writing(mine.writing, view, frame, out);
    large_note(mine.hands, view.remote.room, frame);
    draw_large_photo(mine.sheets.photo, frame);
    tell(mine, view, frame, out, before);
    draw_dialogs(mine.sheets, view, frame, out);
    draw_pairing(view, frame, out, frame.px(sheet_width(mine.sheets.open)));
    if (std::exchange(mine.sheets.wants_lock, false)) begin_lock(mine.lock);
    if (std::exchange(mine.sheets.wants_help, false)) mine.help_open = true;
    palette(frame, mine.palette, commands);
    command_help(frame, mine.help_open, commands);
    if (mine.lock.stage != Lock::Stage::open) {
        draw_lock(mine.lock, frame);
        return;
    }
    commands.run_keys(frame);
    // Hands at a board press it once too often: that shrinks no wall. F11 does.
    if (mine.place == Wall::Place::board && !mine.history.open) frame.take_key(Key::escape);
}

}  // namespace

void draw_wall(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    mine.now = &view;
    mine.asked = &out;
    mine.frame = &frame;
    if (!std::exchange(mine.has_commands, true)) add_wall_commands(mine, commands);
    take_board_news(mine);
    follow_call(mine, view, frame);
    if (view.remote.room.blank) {
        draw_blank(frame, out);
        if (!mine.lock.hides_controls()) commands.run_keys(frame);
    } else {
        frame.painter.fill(frame.screen(), 0, frame.theme.paper);
        if (mine.lock.hides_controls()) {
            frame.name_screen("locked");
            // The room goes on seeing the board that is open.
            const auto board = mine.look.board;
            mine.look = {};
            mine.look.board = board;
            mine.audience.board = sight_of(mine);
            draw_audience(mine.audience, view, frame);
            draw_lock(mine.lock, frame);
        } else {
            draw_open(mine, view, frame, commands, out);
        }
    }
    mine.images.dropped.clear();  // nobody drops anything on a locked or black wall
    mine.now = nullptr;
    mine.asked = nullptr;
    mine.frame = nullptr;
}

}  // namespace ui
