#include "ui/reveal_card.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/language.hpp"
#include "register/service_level.hpp"
#include "ui/idea_cards.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

constexpr double saving_high = 64;  // a row

bool is_among(const std::vector<base::Id>& ids, const base::Id& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// A row of the card's list: an idea that can be saved, or that is in the register, from this vote or from another.
struct Saving {
    base::Id idea;
    const views::NoteView* saved = nullptr;  // without a number as long as the saving can be undone
};

/// In the order of the result.
std::vector<Saving> savings_of(const views::RoomView& room, const views::PollView& poll) {
    std::vector<Saving> all;
    if (!poll.outcome) return all;
    for (const auto& row : poll.outcome->rows) {
        const auto id = base::parse_id(row.option);
        if (!id) continue;
        const auto note = std::find_if(room.wall.begin(), room.wall.end(), [&](const auto& one) {
            return one.id == *id && !one.state.empty() && one.state != "draft";
        });
        if (note != room.wall.end()) {
            all.push_back({*id, &*note});
        } else if (is_among(poll.can_save, *id)) {
            all.push_back({*id, nullptr});
        }
    }
    return all;
}

void choose_first(RevealScreen& mine, const views::PollView& poll) {
    if (mine.has_chosen || !poll.outcome) return;
    mine.has_chosen = true;
    mine.chosen.clear();
    // What was left out then was left out on purpose.
    if (poll.saved) return;
    const auto& outcome = *poll.outcome;
    for (const auto& row : outcome.rows) {
        const auto id = base::parse_id(row.option);
        const bool wild =
            std::find(outcome.wildcards.begin(), outcome.wildcards.end(), row.option) != outcome.wildcards.end();
        const bool wins =
            std::find(outcome.winners.begin(), outcome.winners.end(), row.option) != outcome.winners.end();
        const bool first = row.rank > 0 && row.rank <= 3 && row.votes > 0;
        if (id && (first || wins || wild || row.quadrant == "quick_win")) mine.chosen.insert(*id);
    }
}

/// A tick box with its text; the whole row is touched.
bool choice(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, bool on) {
    const auto press = frame.press(id, rect);
    frame.say(id, (on ? "✓ " : "") + std::string(text));
    const auto& theme = frame.theme;
    if (press.held) frame.painter.fill(rect, frame.px(radius::control), theme.sunken);
    if (press.focused) focus_ring(frame, rect, frame.px(radius::control));
    auto inside = rect.inset(frame.px(8), 0);
    const auto box = inside.cut_left(frame.px(36)).centred({frame.px(32), frame.px(32)});
    if (on) {
        frame.painter.fill(box, frame.px(8), theme.accent);
        draw_icon(frame, box, icon::tick, 20, theme.on_accent);
    } else {
        frame.painter.stroke(box.inset(frame.px(1)), frame.px(8), theme.line_control, frame.px(2));
    }
    inside.cut_left(frame.px(14));
    Ink ink;
    ink.most_lines = 2;
    ink.design = 20;
    label(frame, inside, text, ink);
    return press.tapped;
}

void draw_follows(const views::PollView& poll, Frame& frame, base::Rect area) {
    const auto& theme = frame.theme;
    Ink head;
    head.weight = Weight::semibold;
    label(frame, area.cut_top(frame.px(36)), base::tr("wall.save.follows"), head);
    const double high = std::min(frame.px(38), area.h / 4);
    const auto line = [&](std::string_view icon, const std::string& text) {
        auto row = area.cut_top(high);
        draw_icon(frame, row.cut_left(frame.px(28)), icon, 22, theme.accent);
        row.cut_left(frame.px(12));
        Ink ink;
        ink.colour = theme.ink2;
        label(frame, row, text, ink);
    };
    line(icon::road, base::tr("wall.save.journey"));
    line(icon::bar_chart, base::tr("wall.save.votes"));
    const auto voted = poll.outcome ? poll.outcome->voted : 0;
    line(icon::people, base::tr_n("wall.save.people", voted));
    // Who acts, and until when: the register's own promise.
    const auto contact = ideas::after_working_days(frame.host_now_ms(), ideas::ServiceLevels{}.contact);
    line(icon::calendar, base::tr("wall.save.contact", {{"day", day_words(contact, frame.host_now_ms())}}));
}

void draw_card_choice(Frame& frame, base::Rect area) {
    Ink title, more;
    title.design = 28;
    title.weight = Weight::bold;
    label(frame, area.cut_top(frame.px(40)), base::tr("wall.save.title"), title, "title");
    more.colour = frame.theme.ink2;
    more.most_lines = 2;
    label(frame, area, base::tr("wall.save.which"), more);
}

/// The ideas that this card tells of as saved: this vote's, or all when there is nothing left to choose.
struct SavedHere {
    std::int64_t count = 0;
    bool numbered = true;
    const views::NoteView* first = nullptr;
};

SavedHere saved_here(const std::vector<Saving>& all, const views::PollView& poll) {
    SavedHere here;
    for (const auto& one : all) {
        if (one.saved == nullptr || (poll.saved && !is_among(poll.saved_notes, one.idea))) continue;
        if (here.first == nullptr) here.first = one.saved;
        ++here.count;
        here.numbered = here.numbered && !one.saved->number.empty();
    }
    return here;
}

void draw_card_saved(const SavedHere& here, Frame& frame, base::Rect area) {
    const auto disc = area.cut_left(frame.px(40));
    frame.painter.circle(disc.centre(), frame.px(19), frame.theme.ok);
    draw_icon(frame, disc, icon::tick, 22, frame.theme.surface);
    area.cut_left(frame.px(16));
    Ink title, more;
    title.design = 28;
    title.weight = Weight::bold;
    label(frame, area.cut_top(frame.px(38)), base::tr("wall.save.saved"), title, "saved");
    more.colour = frame.theme.ink2;
    auto count = base::tr_n("wall.ideas", here.count);
    if (!here.numbered) count += " · " + base::tr("wall.save.numbers_come");
    label(frame, area, count, more, "count");
}

/// In the register already: ticked, and its number leads to the idea.
void draw_saved_idea(RevealScreen& mine, const views::NoteView& note, Frame& frame, const base::Rect& row) {
    const auto& theme = frame.theme;
    if (!note.number.empty()) {
        const auto press = frame.press("open/" + note.number, row);
        frame.say("open/" + note.number, "✓ " + note.number + " " + note.text);
        if (press.held) frame.painter.fill(row, frame.px(radius::control), theme.sunken);
        if (press.focused) focus_ring(frame, row, frame.px(radius::control));
        if (press.tapped) mine.opened_number = note.number;
    }
    auto inside = row.inset(frame.px(8), 0);
    draw_icon(frame, inside.cut_left(frame.px(36)), icon::tick, 24, theme.ok);
    inside.cut_left(frame.px(14));
    Ink number;
    number.weight = Weight::semibold;
    number.colour = theme.ink2;
    const std::string words = note.number.empty() ? "…" : note.number;
    label(frame, inside.cut_left(text_size(frame, words, number).w + frame.px(12)), words, number);
    Ink text;
    text.most_lines = 2;
    text.design = 20;
    label(frame, inside, note.text, text);
}

/// Returns those of them that are ticked and can be saved.
std::vector<base::Id> draw_savings(RevealScreen& mine, const views::PollView& poll, const std::vector<Saving>& all,
                                   Frame& frame, const base::Rect& area) {
    std::vector<base::Id> ticked;
    const double high = frame.px(saving_high);
    Scroll list(frame, "ideas", area, high * static_cast<double>(all.size()));
    for (const auto& one : all) {
        const auto row = list.content().cut_top(high);
        if (one.saved != nullptr) {
            draw_saved_idea(mine, *one.saved, frame, row);
            continue;
        }
        const bool on = mine.chosen.contains(one.idea);
        if (on) ticked.push_back(one.idea);
        if (!choice(frame, "save/" + one.idea.text(), row, option_label(poll, one.idea.text()), on)) continue;
        on ? static_cast<void>(mine.chosen.erase(one.idea)) : static_cast<void>(mine.chosen.insert(one.idea));
        frame.redraw_in(0);
    }
    return ticked;
}

}  // namespace

bool has_reveal_card(const views::WallView& view, const views::PollView& poll) {
    return !savings_of(view.remote.room, poll).empty();
}

void draw_reveal_card(RevealScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
                      const base::Rect& area, Intents& out) {
    choose_first(mine, poll);
    const auto all = savings_of(view.remote.room, poll);
    const bool can_save = std::any_of(all.begin(), all.end(), [](const auto& one) { return one.saved == nullptr; });
    const bool tells_saved = poll.saved || !can_save;
    const auto here = saved_here(all, poll);
    card(frame, area);
    auto inside = area.inset(frame.px(24));
    if (tells_saved) {
        frame.painter.stroke(area.inset(frame.px(1)), frame.px(radius::card), frame.theme.ok, frame.px(2));
        draw_card_saved(here, frame, inside.cut_top(frame.px(72)));
    } else {
        draw_card_choice(frame, inside.cut_top(frame.px(98)));
    }
    inside.cut_top(frame.px(8));
    const double gap = frame.px(frame.is_low() ? space::xs : space::m);
    const auto below = [&](double design_high) {
        const auto place = inside.cut_bottom(frame.px(design_high));
        inside.cut_bottom(gap);
        return place;
    };
    const auto go = below(touch::main);
    ButtonLook look;
    if (poll.saved && !view.remote.undo_id.empty() && frame.host_now_ms() < view.remote.undo_until_ms) {
        look.icon = icon::undo;
        const auto undo = below(frame.is_low() ? touch::secondary : touch::primary);
        if (button(frame, "undo", undo, base::tr("wall.save.undo"), look)) {
            out.emplace_back(intents::UndoDeed{view.remote.undo_id});
        }
        frame.redraw_in(static_cast<double>(view.remote.undo_until_ms - frame.host_now_ms()) / 1000 + 0.01);
    }
    const double follows_high = frame.px(192),
                 least_list = frame.px(saving_high) * std::min(4.0, static_cast<double>(all.size()));
    if (tells_saved && inside.h >= follows_high + least_list) {
        draw_follows(poll, frame, inside.cut_bottom(follows_high));
    }
    intents::SaveIdeas save{poll.id, draw_savings(mine, poll, all, frame, inside)};
    look.icon = icon::lightbulb;
    // With nothing ticked that could be saved, the work with the first of them comes next.
    if (tells_saved && here.numbered && here.first != nullptr && save.notes.empty()) {
        const auto text = base::tr("wall.save.open", {{"number", here.first->number}});
        if (button(frame, "open", go, text, look)) mine.opened_number = here.first->number;
        return;
    }
    if (!can_save) return;
    look.kind = ButtonKind::primary;
    look.design = 22;
    look.enabled = !save.notes.empty();
    const auto text = base::tr_n("wall.save.go", static_cast<std::int64_t>(save.notes.size()));
    if (button(frame, "save", go, text, look)) out.emplace_back(std::move(save));
}

}  // namespace ui
