#include "ui/reveal_others.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "methods/otherwise.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

/// The remote says it in the same words.
std::string others_text(std::string_view key) {
    return base::tr_page(base::language(), "compare." + std::string(key));
}

std::string labels_in_a_row(const views::PollView& poll, const std::vector<std::string>& ids) {
    std::string all;
    for (const auto& id : ids) all += (all.empty() ? "" : ", ") + option_label(poll, id);
    return all;
}

/// "1. Gångbro · 2. Bänkar, Odlingslådor"
std::string order_words(const views::PollView& poll, const methods::Outcome& outcome) {
    std::string all;
    std::size_t before = 0;
    for (const auto& place : methods::places_of(outcome)) {
        all += (all.empty() ? "" : " · ") + std::to_string(before + 1) + ". " + labels_in_a_row(poll, place);
        before += place.size();
    }
    return all;
}

void draw_way(const views::PollView& poll, const methods::Outcome& outcome, bool decides, Frame& frame,
              base::Rect row) {
    const auto& theme = frame.theme;
    CardLook look;
    look.flat = true;
    look.selected = decides;
    if (decides) look.fill = theme.accent_tint;
    card(frame, row, look);
    row = row.inset(frame.px(24), frame.px(12));
    const std::string method(methods::method_name(outcome.method));
    auto name = row.cut_left(row.w * 0.36);
    row.cut_left(frame.px(24));
    if (decides) {
        auto place = name.cut_bottom(name.h / 2);
        chip(frame, {place.x, place.y + frame.px(4)}, others_text("decides"), Tone::accent, icon::tick);
    }
    auto way = ink_of(22, Weight::medium, theme.ink2);
    way.most_lines = decides ? 1 : 2;
    way.least_design = 18;
    label(frame, name, others_text("way_" + method), way);
    const bool ordered = !methods::has_budget(outcome.method);
    auto winner = ink_of(26, Weight::bold, theme.ink);
    winner.least_design = 20;
    winner.most_lines = ordered ? 1 : 3;
    const auto words = outcome.winners.empty() ? others_text("nobody") : labels_in_a_row(poll, outcome.winners);
    label(frame, ordered ? row.cut_top(row.h * 0.45) : row, words, winner, "winner/" + method);
    if (!ordered) return;
    auto order = ink_of(20, Weight::regular, theme.ink2);
    order.most_lines = 2;
    label(frame, row, order_words(poll, outcome), order, "order/" + method);
}

}  // namespace

void draw_others(const views::PollView& poll, Frame& frame, base::Rect area) {
    if (!poll.outcome) return;
    const Frame::Scope scope(frame, "others");
    label(frame, area.cut_top(frame.px(44)), others_text("text"), ink_of(24, Weight::regular, frame.theme.ink2),
          "text");
    area.cut_top(frame.px(12));
    const double high = frame.px(128), gap = frame.px(12);
    Scroll list(frame, "list", area, (high + gap) * static_cast<double>(poll.others.size() + 1), Zone::Axis::along_y,
                true);
    const auto next = [&] {
        const auto row = list.content().cut_top(high);
        list.content().cut_top(gap);
        return row;
    };
    draw_way(poll, *poll.outcome, true, frame, next());
    for (const auto& other : poll.others) draw_way(poll, other, false, frame, next());
}

}  // namespace ui
