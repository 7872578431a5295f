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

struct Saved {
    std::string number;  // empty as long as the saving can be undone
    std::string title;
};

/// In the order of the result.
std::vector<Saved> saved_of(const views::RoomView& room, const views::PollView& poll) {
    std::vector<Saved> saved;
    if (!poll.outcome) return saved;
    for (const auto& row : poll.outcome->rows) {
        for (const auto& note : room.wall) {
            if (note.state.empty() || note.state == "draft" || note.id.text() != row.option) continue;
            saved.push_back({note.number, note.text});
        }
    }
    return saved;
}

/// What can still be saved, the first places first.
std::vector<base::Id> ranked(const views::PollView& poll) {
    std::vector<base::Id> all;
    if (!poll.outcome) return all;
    for (const auto& row : poll.outcome->rows) {
        const auto id = base::parse_id(row.option);
        if (id && std::find(poll.can_save.begin(), poll.can_save.end(), *id) != poll.can_save.end()) all.push_back(*id);
    }
    return all;
}

void choose_first(RevealScreen& mine, const views::PollView& poll) {
    if (mine.has_chosen || !poll.outcome) return;
    mine.has_chosen = true;
    mine.chosen.clear();
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

void draw_to_save(RevealScreen& mine, const views::PollView& poll, Frame& frame, const base::Rect& area, Intents& out) {
    const auto& theme = frame.theme;
    choose_first(mine, poll);
    card(frame, area);
    auto inside = area.inset(frame.px(24));
    Ink title;
    title.design = 28;
    title.weight = Weight::bold;
    label(frame, inside.cut_top(frame.px(40)), base::tr("wall.save.title"), title, "title");
    Ink more;
    more.colour = theme.ink2;
    more.most_lines = 2;
    label(frame, inside.cut_top(frame.px(58)), base::tr("wall.save.which"), more);
    inside.cut_top(frame.px(8));
    auto go = inside.cut_bottom(frame.px(touch::main));
    inside.cut_bottom(frame.px(16));
    const auto can = ranked(poll);
    const double row = frame.px(64);
    intents::SaveIdeas save{poll.id, {}};
    {
        Scroll list(frame, "ideas", inside, row * static_cast<double>(can.size()));
        for (const auto& note : can) {
            const bool on = mine.chosen.contains(note);
            if (on) save.notes.push_back(note);
            const auto text = option_label(poll, note.text());
            if (!choice(frame, "save/" + note.text(), list.content().cut_top(row), text, on)) continue;
            on ? static_cast<void>(mine.chosen.erase(note)) : static_cast<void>(mine.chosen.insert(note));
            frame.redraw_in(0);
        }
    }
    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.icon = icon::lightbulb;
    look.design = 22;
    look.enabled = !save.notes.empty();
    const auto text = base::tr_n("wall.save.go", static_cast<std::int64_t>(save.notes.size()));
    if (button(frame, "save", go, text, look)) out.emplace_back(std::move(save));
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

void draw_saved(RevealScreen& mine, const views::WallView& view, const views::PollView& poll,
                const std::vector<Saved>& saved, Frame& frame, base::Rect area, Intents& out) {
    const auto& theme = frame.theme;
    const bool low = frame.is_low();
    const double high = frame.px(low ? touch::secondary : touch::primary), gap = frame.px(low ? space::xs : space::m);
    const bool numbered = std::none_of(saved.begin(), saved.end(), [](const auto& one) { return one.number.empty(); });
    base::Rect open;
    if (numbered) {
        open = area.cut_bottom(high);
        area.cut_bottom(gap);
    }
    const bool can_undo = !view.remote.undo_id.empty() && frame.host_now_ms() < view.remote.undo_until_ms;
    base::Rect undo;
    if (can_undo) {
        undo = area.cut_bottom(high);
        area.cut_bottom(gap);
        frame.redraw_in(static_cast<double>(view.remote.undo_until_ms - frame.host_now_ms()) / 1000 + 0.01);
    }
    card(frame, area);
    frame.painter.stroke(area.inset(frame.px(1)), frame.px(radius::card), theme.ok, frame.px(2));
    auto inside = area.inset(frame.px(28), frame.px(24));
    auto head = inside.cut_top(frame.px(72));
    const auto disc = head.cut_left(frame.px(40));
    frame.painter.circle(disc.centre(), frame.px(19), theme.ok);
    draw_icon(frame, disc, icon::tick, 22, theme.surface);
    head.cut_left(frame.px(16));
    Ink title;
    title.design = 28;
    title.weight = Weight::bold;
    label(frame, head.cut_top(frame.px(38)), base::tr("wall.save.saved"), title, "saved");
    Ink more;
    more.colour = theme.ink2;
    auto count = base::tr_n("wall.ideas", static_cast<std::int64_t>(saved.size()));
    if (!numbered) count += " · " + base::tr("wall.save.numbers_come");
    label(frame, head, count, more, "count");
    inside.cut_top(frame.px(12));
    auto follows = inside.cut_bottom(std::min(frame.px(192), inside.h * 0.45));
    const double row = frame.px(56);
    {
        Scroll list(frame, "saved", inside, row * static_cast<double>(saved.size()));
        for (const auto& one : saved) {
            auto line = list.content().cut_top(row);
            if (!one.number.empty()) {
                const auto press = frame.press("open/" + one.number, line);
                frame.say("open/" + one.number, one.title);
                if (press.held) frame.painter.fill(line, frame.px(radius::control), theme.sunken);
                if (press.focused) focus_ring(frame, line, frame.px(radius::control));
                if (press.tapped) mine.opened_number = one.number;
            }
            frame.painter.fill({line.x, line.bottom() - frame.px(1), line.w, frame.px(1)}, 0, theme.line);
            Ink number;
            number.weight = Weight::semibold;
            number.colour = theme.ink2;
            label(frame, line.cut_left(std::max(frame.px(62), text_size(frame, one.number, number).w + frame.px(12))),
                  one.number.empty() ? "…" : one.number, number);
            Ink text;
            label(frame, line, one.title, text);
        }
    }
    draw_follows(poll, frame, follows);
    ButtonLook look;
    look.icon = icon::undo;
    if (can_undo && button(frame, "undo", undo, base::tr("wall.save.undo"), look)) {
        out.emplace_back(intents::UndoDeed{view.remote.undo_id});
    }
    look.icon = icon::lightbulb;
    if (!numbered) return;
    if (button(frame, "open", open, base::tr("wall.save.open", {{"number", saved.front().number}}), look)) {
        mine.opened_number = saved.front().number;
    }
}

}  // namespace

bool has_reveal_card(const views::WallView& view, const views::PollView& poll) {
    return !poll.can_save.empty() || !saved_of(view.remote.room, poll).empty();
}

void draw_reveal_card(RevealScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
                      const base::Rect& area, Intents& out) {
    const auto saved = saved_of(view.remote.room, poll);
    if (saved.empty()) {
        if (!poll.can_save.empty()) draw_to_save(mine, poll, frame, area, out);
        return;
    }
    draw_saved(mine, view, poll, saved, frame, area, out);
}

}  // namespace ui
