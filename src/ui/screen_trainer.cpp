#include "ui/screen_trainer.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/board_rounds.hpp"
#include "ui/closing.hpp"
#include "ui/session.hpp"
#include "ui/trainer_parts.hpp"
#include "ui/undo_offers.hpp"

namespace ui {
namespace {

using base::tr;

void draw_picture(TrainerScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place) {
    card(frame, place);
    auto inside = place.inset(1);
    auto head = inside.cut_top(frame.px(56)).inset(frame.px(20), 0);
    const bool blank = view.remote.room.blank, frozen = view.remote.frozen;
    const auto words = tr(blank ? "wall.trainer.blanked" : frozen ? "wall.trainer.frozen" : "wall.trainer.shown");
    const auto sign = blank ? icon::eye_off : frozen ? icon::snowflake : icon::desktop;
    const auto chip_place = head.cut_right(chip_width(frame, words, sign));
    chip(frame, {chip_place.x, chip_place.centre().y - frame.px(18)}, words, blank || frozen ? Tone::warn : Tone::ok,
         sign);
    Ink title;
    title.design = 22;
    title.weight = paint::Weight::bold;
    label(frame, head, tr("wall.trainer.screen"), title);
    inside = inside.inset(frame.px(6));
    const auto picture =
        live_picture(mine.picture, frame, inside, [&](Frame& small) { draw_audience(mine.audience, view, small); });
    frame.painter.stroke(picture, frame.px(4), frame.theme.line, std::max(1.0, frame.px(1)));
}

void turn_sheet(TrainerScreen& mine, Frame& frame, SheetKind kind) {
    mine.sheets.open = mine.sheets.open == kind ? SheetKind::none : kind;
    frame.redraw_in(0);
}

/// The window's own votes where it has them; else a sheet beside what to say.
void ask_votes(TrainerScreen& mine, Frame& frame, Commands& commands) {
    if (!commands.run("votes")) turn_sheet(mine, frame, SheetKind::votes);
}

/// The one step that the day takes next; what has to be told more first is asked.
void take_step(TrainerScreen& mine, const views::WallView& view, const Step& step, Frame& frame, Commands& commands,
               Intents& out) {
    if (step.intent) {
        if (!asks_first(mine.sheets, view, *step.intent)) out.push_back(*step.intent);
        frame.redraw_in(0);
    } else if (step.kind == Step::Kind::open) {
        ask_votes(mine, frame, commands);
    } else if (step.kind == Step::Kind::end && !commands.run("end")) {
        mine.sheets.asked_end = true;
        frame.redraw_in(0);
    }
}

/// Presenter keys, when the window's own table does not hold them.
void take_keys(TrainerScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    if (commands.find("next") != nullptr) return;
    // One that is held, or that somebody sits on, is one press.
    const auto take = [&frame](Key key) {
        const bool fresh = std::any_of(frame.keys().begin(), frame.keys().end(),
                                       [key](const KeyEvent& event) { return event.key == key && !event.repeated; });
        return frame.take_key(key) && fresh;
    };
    const bool forward = take(Key::right), page_forward = take(Key::page_down);
    if (forward || page_forward) {
        const auto step = next_step(view);
        // A clicker never closes a vote.
        if (step.kind != Step::Kind::close) take_step(mine, view, step, frame, commands, out);
    }
    const bool back = take(Key::left), page_back = take(Key::page_up);
    if ((back || page_back) && view.remote.previous) out.emplace_back(intents::GoBack{});
    if (take(Key::space) && view.remote.room.block) {
        const auto& state = view.remote.room.block->clock.state;
        if (state == "running") {
            out.emplace_back(intents::PauseClock{});
        } else if (state == "paused") {
            out.emplace_back(intents::ResumeClock{});
        } else {
            out.emplace_back(intents::StartClock{});
        }
    }
    for (const auto& key : frame.keys()) {
        if (key.control || key.alt || key.repeated) continue;
        if (key.character == U'b' || key.character == U'.') out.emplace_back(intents::Blank{!view.remote.room.blank});
        if (key.character == U'+') out.emplace_back(intents::AddMinutes{1});
        if (key.character == U'-') out.emplace_back(intents::AddMinutes{-1});
    }
}

void draw_dock(TrainerScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    const auto& remote = view.remote;
    const auto step = next_step(view);
    ButtonLook primary;
    primary.kind = ButtonKind::primary;
    primary.icon = step.icon;
    primary.icon_after = step.kind == Step::Kind::next;
    primary.design = 22;
    primary.enabled = step.kind != Step::Kind::none;
    const bool rests = !has_rested(mine.rest, step, "next", frame);
    const double wide = step.text.empty() ? 0 : button_width(frame, step.text, primary);
    const auto layout = dock_layout(frame, wide / frame.px(1));
    std::vector<Tool> tools;
    tools.push_back({"back", tr("wall.trainer.back"), icon::chevron_left, remote.previous.has_value(), false, 0});
    tools.emplace_back();
    tools.push_back({"blank", tr(remote.room.blank ? "wall.trainer.unblank" : "wall.trainer.blank"),
                     remote.room.blank ? icon::eye : icon::eye_off, true, remote.room.blank, 0});
    tools.push_back({"moderation", tr("wall.trainer.review"), icon::inbox, true, remote.moderation,
                     static_cast<int>(remote.inbox.size())});
    tools.push_back({"freeze", tr("wall.trainer.freeze"), icon::snowflake, true, remote.frozen, 0});
    tools.push_back({"lock", tr("wall.trainer.lock"), icon::lock, true, remote.room.locked, 0});
    tools.push_back({"tell", tr("wall.trainer.tell"), icon::comment, true, !remote.room.message.empty(), 0});
    // Those that this block has planned and that nobody has opened; when there are none, one that the course has not.
    const bool voting = is_voting(remote.room);
    std::vector<Tool> votes;
    bool measures = false;
    for (const auto& planned : remote.planned) {
        if (!planned.poll.empty()) continue;
        const bool feelings = planned.method == "feelings";
        measures = measures || feelings;
        votes.push_back({"poll/" + std::to_string(planned.index),
                         tr(feelings ? "wall.trainer.measure" : "wall.trainer.vote"),
                         feelings ? icon::smile : icon::bar_chart, !voting, false, 0});
    }
    if (remote.room.block && !measures) {
        tools.push_back({"feeling", tr("wall.trainer.measure"), icon::smile, !voting, false, 0});
    }
    if (remote.room.block && votes.empty()) {
        const bool on = mine.sheets.open == SheetKind::new_vote;
        tools.push_back({"vote", tr("wall.trainer.vote"), icon::bar_chart, !voting, on, 0});
    }
    if (!votes.empty()) tools.emplace_back();
    for (auto& vote : votes) tools.push_back(std::move(vote));
    const auto tapped = dock(frame, mine.dock, layout, tools);
    if (tapped == "back") out.emplace_back(intents::GoBack{});
    if (tapped == "blank") out.emplace_back(intents::Blank{!remote.room.blank});
    if (tapped == "freeze") out.emplace_back(intents::FreezePicture{!remote.frozen});
    if (tapped == "lock") out.emplace_back(intents::LockTablets{!remote.room.locked});
    if (tapped == "tell") turn_sheet(mine, frame, SheetKind::tell);
    if (tapped == "vote") turn_sheet(mine, frame, SheetKind::new_vote);
    if (tapped == "feeling") out.emplace_back(ask_feeling());
    if (tapped == "moderation") out.emplace_back(intents::Moderation{!remote.moderation});
    if (tapped.starts_with("poll/") && remote.room.block) {
        const int index = std::stoi(tapped.substr(5));
        const auto asks_more = [index](const auto& planned) {
            return planned.index == index && planned.trust != model::Trust::open;
        };
        const intents::Intent open = intents::OpenPoll{remote.room.block->id, index};
        if (std::any_of(remote.planned.begin(), remote.planned.end(), asks_more)) {
            ask_votes(mine, frame, commands);
        } else if (!asks_first(mine.sheets, view, open)) {
            out.push_back(open);
        }
        frame.redraw_in(0);
    }
    if (wide > 0 && button(frame, "next", layout.main_action, step.text, primary) && !rests) {
        take_step(mine, view, step, frame, commands, out);
    }
}

void ask_jump(TrainerScreen& mine, const views::WallView& view, Frame& frame, Intents& out) {
    if (!mine.jump) return;
    const auto& agenda = view.remote.agenda;
    const auto found =
        std::find_if(agenda.begin(), agenda.end(), [&mine](const auto& item) { return item.id == *mine.jump; });
    if (found == agenda.end()) return mine.jump.reset();
    const auto title = tr("wall.trainer.jump", {{"block", found->title}});
    const auto text = tr("wall.trainer.jump_text"), stay = tr("wall.trainer.stay"), go = tr("wall.trainer.jump_go");
    const int answer = dialog(frame, "jump", {title, text, stay, go});
    if (answer == 1) out.emplace_back(intents::JumpTo{*mine.jump});
    if (answer >= 0) mine.jump.reset();
}

}  // namespace

void draw_trainer(TrainerScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    const Frame::Scope scope(frame, "trainer");
    frame.name_screen("trainer");
    const auto before = out.size();
    frame.painter.fill(frame.screen(), 0, frame.theme.paper);
    auto place = frame.screen();
    place.cut_bottom(dock_layout(frame).bar.h);
    place = place.inset(frame.px(24));
    const double gap = frame.px(24);
    draw_trainer_agenda(mine, view, frame, place.cut_left(place.w * 0.2), out);
    place.cut_left(gap);
    auto right = place.cut_right(std::min(frame.px(544), frame.screen().w * 0.315));
    place.cut_right(gap);
    if (view.rounds) {
        draw_rounds_card(view, frame, place.cut_bottom(frame.px(rounds_card_high)), 24);
        place.cut_bottom(frame.px(16));
    }
    // The clock is read as well when it is smaller: it gives way to what is to be said.
    const double whole = place.h - gap;
    const auto look = trainer_words_look(mine, view, frame, place.w, whole - frame.px(trainer_clock_high),
                                         whole - frame.px(trainer_clock_low));
    const double least = frame.px(look.tight ? trainer_clock_low : trainer_clock_high);
    draw_trainer_clock(view, frame, place.cut_bottom(std::clamp(whole - look.height, least, frame.px(288))), out);
    place.cut_bottom(gap);
    draw_trainer_words(mine, view, look, frame, place, out);
    draw_trainer_people(view, frame, right.cut_bottom(frame.px(226)));
    right.cut_bottom(frame.px(16));
    // The picture is for a glance: it gives way to what waits for an answer.
    const double waiting = trainer_inbox_height(view, frame) + frame.px(16);
    draw_picture(mine, view, frame, right.cut_top(std::clamp(right.h - waiting, frame.px(180), frame.px(56 + 306))));
    right.cut_top(frame.px(16));
    draw_trainer_inbox(view, frame, right, out);
    draw_dock(mine, view, frame, commands, out);
    draw_trouble(mine.trouble, view, frame);
    draw_sheets(mine.sheets, mine.screens, mine.writing, view, frame, out);
    draw_writing(mine.writing, view, frame, out);
    offer_undo(mine.toasts, view, frame, out, before);
    take_undo(toasts(frame, mine.toasts), out);
    draw_dialogs(mine.sheets, view, frame, out);
    ask_jump(mine, view, frame, out);
    ask_to_close(mine.asked_close, view.remote.room, frame, out);
    if (!mine.writing.is_busy()) take_keys(mine, view, frame, commands, out);
}

}  // namespace ui
