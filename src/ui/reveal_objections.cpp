#include "ui/reveal_objections.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

constexpr double hand_design = 26;
constexpr std::array<double, 4> room_designs{40, 34, 28, 24};

Ink reason_ink(const Frame& frame, double design) {
    auto ink = ink_of(design, Weight::medium, frame.theme.ink);
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    ink.line_height = 1.25;
    return ink;
}

std::string reason_text(const methods::CountedObjection& one) {
    return one.n > 1 ? one.text + " × " + std::to_string(one.n) : one.text;
}

/// The proposal, then the reasons side by side, each row as high as its longest.
struct ReasonCards {
    double design = 0;
    double gap = 0, side = 0, wide = 0;  // px
    double proposal = 0, high = 0;       // px
    std::size_t columns = 1;
    std::vector<std::string> reasons;
    std::vector<double> rows;  // px
};

ReasonCards lay_reasons(const views::PollView& poll, Frame& frame, double wide, double design) {
    ReasonCards cards;
    cards.design = design;
    cards.gap = frame.px(16);
    cards.side = frame.px(24);
    for (const auto& one : poll.outcome->objections) cards.reasons.push_back(reason_text(one));
    constexpr std::size_t few = 3;
    cards.columns = cards.reasons.size() > few ? 2 : 1;
    const auto columns = static_cast<double>(cards.columns);
    cards.wide = (wide - (columns - 1) * cards.gap) / columns;
    const auto high_of = [&](const std::string& text, double within) {
        return text_size(frame, text, reason_ink(frame, design), within - 2 * cards.side).h + 2 * cards.side + 2;
    };
    cards.proposal = high_of(poll.question, wide) + frame.px(32);
    cards.high = cards.proposal + cards.gap;
    for (std::size_t i = 0; i < cards.reasons.size(); ++i) {
        if (i % cards.columns == 0) cards.rows.push_back(0);
        cards.rows.back() = std::max(cards.rows.back(), high_of(cards.reasons[i], cards.wide));
    }
    for (const double row : cards.rows) cards.high += row + cards.gap;
    return cards;
}

void draw_reasons(const views::PollView& poll, const ReasonCards& cards, Frame& frame, base::Rect area) {
    const auto& theme = frame.theme;
    const auto ink = reason_ink(frame, cards.design);
    CardLook look;
    look.flat = true;
    look.fill = theme.accent_tint;
    auto place = area.cut_top(cards.proposal);
    card(frame, place, look);
    place = place.inset(cards.side);
    label(frame, place.cut_top(frame.px(32)), base::tr_page(base::language(), "new_vote.proposal"),
          ink_of(20, Weight::semibold, theme.ink2));
    label(frame, place, poll.question, ink, "proposal");
    area.cut_top(cards.gap);
    look.fill = theme.surface;
    for (std::size_t i = 0; i < cards.reasons.size(); ++i) {
        const auto column = static_cast<double>(i % cards.columns);
        if (i > 0 && i % cards.columns == 0) area.cut_top(cards.rows[i / cards.columns - 1] + cards.gap);
        const base::Rect box{area.x + column * (cards.wide + cards.gap), area.y, cards.wide,
                             cards.rows[i / cards.columns]};
        card(frame, box, look);
        label(frame, box.inset(cards.side), cards.reasons[i], ink, "objection/" + std::to_string(i));
    }
}

}  // namespace

void draw_objections(const views::PollView& poll, Frame& frame, const base::Rect& area) {
    if (!poll.outcome) return;
    const auto cards = lay_reasons(poll, frame, area.w, hand_design);
    if (cards.high <= area.h) return draw_reasons(poll, cards, frame, area);
    Scroll list(frame, "objections", area, cards.high, Zone::Axis::along_y, true);
    draw_reasons(poll, cards, frame, list.content());
}

void draw_audience_objections(const views::PollView& poll, Frame& frame, base::Rect area) {
    if (!poll.outcome) return;
    ReasonCards cards;
    for (const double design : room_designs) {
        cards = lay_reasons(poll, frame, area.w, design);
        if (cards.high <= area.h) return draw_reasons(poll, cards, frame, area);
    }
    const auto all = cards.reasons.size();
    const auto below = area.cut_bottom(frame.px(44)).inset(frame.px(24), frame.px(4));
    while (cards.high > area.h && !cards.rows.empty()) {
        cards.high -= cards.rows.back() + cards.gap;
        cards.rows.pop_back();
    }
    cards.reasons.resize(std::min(all, cards.rows.size() * cards.columns));
    draw_reasons(poll, cards, frame, area);
    if (cards.reasons.size() == all) return;
    const auto more = base::tr_n("wall.result.more", static_cast<std::int64_t>(all - cards.reasons.size()));
    label(frame, below, more, ink_of(26, Weight::regular, frame.theme.ink2), "more");
}

}  // namespace ui
