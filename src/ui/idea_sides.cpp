// The side sheets of an idea: where it may go and what each step lacks, its whole history, and where it came from.
#include <algorithm>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/idea_cards.hpp"
#include "ui/register_parts.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using base::tr;
using Side = IdeaScreen::Side;

Ink body_ink() {
    Ink ink;
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    return ink;
}
Ink quiet_ink(const Frame& frame) {
    auto ink = body_ink();
    ink.design = 18;
    ink.colour = frame.theme.ink2;
    return ink;
}

std::string step_words(ideas::Step step) {
    switch (step) {
        case ideas::Step::forward:
            return tr("wall.step.forward");
        case ideas::Step::back:
            return tr("wall.step.back");
        case ideas::Step::park:
            return tr("wall.step.park");
        case ideas::Step::resume:
            return tr("wall.step.resume");
        case ideas::Step::close:
            return tr("wall.step.close");
        case ideas::Step::none:
            return {};
    }
    return {};
}

std::string lacks_words(const ideas::IdeaCard& card, ideas::State to) {
    std::string names;
    for (const auto& key : lacks_of(card, to)) names += (names.empty() ? "" : ", ") + tr(key);
    return names.empty() ? tr("wall.move.ready") : tr("wall.drop.needs", {{"names", names}});
}

void draw_moves(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place, Intents& out) {
    const auto quiet = quiet_ink(frame);
    Ink name;
    name.design = 22;
    name.weight = paint::Weight::semibold;
    const double inner = place.w - frame.px(40 + 32 + 12);
    const auto height = [&](const views::IdeaView::Move& move) {
        return frame.px(16 + 32 + 16) + text_size(frame, lacks_words(idea.card, move.to), quiet, inner).h;
    };
    double high = 0;
    for (const auto& move : idea.moves) high += height(move) + frame.px(12);
    Scroll scroll(frame, "moves", place, high);
    auto rest = scroll.content();
    rest.w -= frame.px(12);
    for (const auto& move : idea.moves) {
        const auto rect = rest.cut_top(height(move));
        rest.cut_top(frame.px(12));
        const auto id = "move/" + std::string(ideas::state_name(move.to));
        const auto words = tr(ideas::state_text_key(move.to));
        const auto press = press_card(frame, id, rect, words, {.flat = true});
        auto inside = rect.inset(frame.px(20), frame.px(14));
        draw_icon(frame, inside.cut_left(frame.px(32)), icon_of(ideas::column_of(move.to)), 24, frame.theme.accent);
        inside.cut_left(frame.px(12));
        auto head = inside.cut_top(frame.px(32));
        auto small = quiet_ink(frame);
        small.across = paint::Align::end;
        small.most_lines = 1;
        small.down = paint::Align::centre;
        label(frame, head, step_words(move.step), small);
        label(frame, head, words, name);
        label(frame, inside, lacks_words(idea.card, move.to), quiet);
        if (!press.tapped) continue;
        mine.side = Side::none;
        begin_move(mine.move, idea.card, move.to, out);
    }
}

constexpr double day_wide = 128, event_side = 12, least_event_high = 78;

/// Nothing opens an event: it is read to its end where it stands.
double event_high(Frame& frame, const views::IdeaEvent& event, double wide) {
    const double words = text_size(frame, event_words(event), body_ink(), wide - frame.px(day_wide)).h;
    const double author = text_size(frame, author_words(event.author), quiet_ink(frame), wide - frame.px(day_wide)).h;
    return std::max(frame.px(least_event_high), words + author + frame.px(2 * event_side));
}

void draw_history(const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    double high = 0;
    for (const auto& event : idea.history) high += event_high(frame, event, place.w);
    Scroll scroll(frame, "events", place, high, Zone::Axis::along_y, true);
    auto rest = scroll.content();
    const auto now = frame.host_now_ms();
    for (auto event = idea.history.rbegin(); event != idea.history.rend(); ++event) {
        auto line = rest.cut_top(event_high(frame, *event, place.w));
        if (!scroll.shows(line)) continue;
        frame.painter.fill({line.x, line.bottom() - 1, line.w, 1}, 0, frame.theme.line);
        line = line.inset(0, frame.px(event_side));
        const auto quiet = quiet_ink(frame);
        auto when = line.cut_left(frame.px(day_wide));
        auto time = quiet;
        time.most_lines = 1;
        label(frame, when.cut_top(frame.px(27)), day_words(event->at_ms, now), time);
        label(frame, when, base::to_local_time(event->at_ms), time);
        const auto words = event_words(*event);
        const auto ink = body_ink();
        label(frame, line.cut_top(text_size(frame, words, ink, line.w).h), words, ink);
        label(frame, line, author_words(event->author), quiet);
    }
}

void line(Frame& frame, base::Rect& rest, const std::string& heading, const std::string& text) {
    if (text.empty()) return;
    Ink head;
    head.design = 18;
    head.weight = paint::Weight::semibold;
    head.colour = frame.theme.accent;
    label(frame, rest.cut_top(frame.px(28)), heading, head);
    const auto ink = body_ink();
    label(frame, rest.cut_top(text_size(frame, text, ink, rest.w).h), text, ink);
    rest.cut_top(frame.px(18));
}

std::string method_words(const std::string& method) {
    const auto key = "wall.method." + method;
    const auto words = tr(key);
    return words == key ? method : words;
}

void draw_origin(const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    Scroll scroll(frame, "origin", place, frame.px(1100), Zone::Axis::along_y, true);
    auto rest = scroll.content();
    rest.w -= frame.px(12);
    if (idea.card.received_at_ms != 0) {
        line(frame, rest, tr("register.field.received_at"), day_words(idea.card.received_at_ms, frame.host_now_ms()));
    }
    if (const auto& origin = idea.parts.origin) {
        line(frame, rest, tr("wall.origin.session"), origin->session_title);
        line(frame, rest, tr("wall.origin.block"), origin->block_title);
        if (!origin->imported_from.empty()) {
            line(frame, rest, tr("wall.origin.list"),
                 tr("register.show.imported", {{"list", origin->imported_from}, {"line", origin->line}}));
        }
        if (!origin->method.empty()) {
            line(frame, rest, tr("wall.origin.question"), origin->question);
            line(frame, rest, tr("wall.origin.vote"),
                 tr(origin->supporters > 0 ? "wall.origin.counts" : "wall.origin.place",
                    {{"method", method_words(origin->method)},
                     {"votes", std::to_string(origin->votes)},
                     {"supporters", std::to_string(origin->supporters)},
                     {"voters", std::to_string(origin->voters)},
                     {"rank", std::to_string(origin->rank)}}));
            std::string parts;
            for (const auto& [criterion, dots] : origin->by) {
                parts += (parts.empty() ? "" : ", ") + criterion + " " + std::to_string(dots);
            }
            line(frame, rest, tr("wall.origin.by"), parts);
        }
        for (const auto& link : origin->links) line(frame, rest, tr("register.link." + link.kind), link.text);
    } else {
        line(frame, rest, tr("wall.origin.session"), tr("wall.origin.none"));
    }
    for (const auto& link : idea.parts.links) line(frame, rest, tr("register.link." + link.kind), link.text);
    for (const auto* column : {"description", "need", "how_it_works", "difference", "requires", "uncertainty"}) {
        line(frame, rest, tr("register.field." + std::string(column)), idea.card.text(column));
    }
}

/// Who waits for an answer. The wall is seen by everybody in the room: contacts stand there only when the idea team
/// asks for them, and no longer than the sheet is open.
void draw_followers(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    const auto body = body_ink();
    const auto quiet = quiet_ink(frame);
    const double row = frame.px(72);
    const double rows = mine.shows_contacts ? row * static_cast<double>(idea.followers.size()) : 0;
    Scroll scroll(frame, "contacts", place, frame.px(320) + rows);
    auto rest = scroll.content();
    rest.w -= frame.px(12);
    const auto say = [&](const std::string& text, const Ink& ink) {
        label(frame, rest.cut_top(text_size(frame, text, ink, rest.w).h), text, ink);
        rest.cut_top(frame.px(18));
    };
    say(base::tr_n("wall.followers.to_tell", static_cast<std::int64_t>(idea.followers.size())), body);
    say(tr("wall.followers.privacy"), quiet);
    ButtonLook look;
    look.icon = mine.shows_contacts ? icon::eye_off : icon::eye;
    const auto words = tr(mine.shows_contacts ? "wall.followers.hide" : "wall.followers.show");
    auto line = rest.cut_top(frame.px(64));
    if (button(frame, "contacts", line.cut_left(button_width(frame, words, look)), words, look)) {
        mine.shows_contacts = !mine.shows_contacts;
    }
    rest.cut_top(frame.px(18));
    if (!mine.shows_contacts) return;
    for (std::size_t i = 0; i < idea.followers.size(); ++i) {
        const auto& follower = idea.followers[i];
        auto area = rest.cut_top(row);
        frame.painter.fill({area.x, area.bottom() - 1, area.w, 1}, 0, frame.theme.line);
        if (!scroll.shows(area)) continue;
        area = area.inset(0, frame.px(8));
        auto contact = body;
        contact.most_lines = 1;
        contact.least_design = 16;
        label(frame, area.cut_top(area.h / 2), follower.contact, contact, "contact/" + std::to_string(i));
        auto since = quiet;
        since.most_lines = 1;
        const auto day = day_words(follower.at_ms, frame.host_now_ms());
        label(frame, area, tr("wall.followers.since", {{"day", day}, {"language", follower.language}}), since);
    }
}

}  // namespace

void draw_idea_sides(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, Intents& out) {
    bool close = false;
    const auto sheet = [&](Side side, std::string_view id, std::string_view key) {
        return side_sheet(frame, id, mine.side == side, tr(key), close, 600);
    };
    if (const auto place = sheet(Side::moves, "moves", "wall.move.where"))
        draw_moves(mine, idea, frame, place->place, out);
    if (const auto place = sheet(Side::history, "all_events", "wall.history.title"))
        draw_history(idea, frame, place->place);
    if (const auto place = sheet(Side::origin, "origin_sheet", "wall.origin.title"))
        draw_origin(idea, frame, place->place);
    if (const auto place = sheet(Side::followers, "followers_sheet", "wall.followers.title")) {
        draw_followers(mine, idea, frame, place->place);
    }
    if (close) mine.side = Side::none;
    if (mine.side != Side::followers) mine.shows_contacts = false;
}

}  // namespace ui
