#include "ui/screen_vote.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/language.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"
#include "views/trust.hpp"

namespace ui {
namespace {

using methods::Method;
using paint::Align;
using paint::Weight;

std::string help_of(const views::PollView& poll) {
    const auto& rule = poll.form.rule;
    switch (rule.method) {
        case Method::choice:
            return base::tr("wall.vote.choice");
        case Method::dots:
            return base::tr_n(rule.stacking ? "wall.vote.dots_stacked" : "wall.vote.dots", rule.dots);
        case Method::three_dots: {
            std::string names;
            for (const auto& one : poll.form.criteria) names += (names.empty() ? "" : ", ") + one.label;
            return base::tr("wall.vote.three_dots", {{"count", std::to_string(rule.dots)}, {"criteria", names}});
        }
        case Method::feelings:
            return base::tr("wall.vote.feelings");
        case Method::scale:
        case Method::fist:
            return base::tr("wall.vote.scale",
                            {{"from", std::to_string(rule.lowest)}, {"to", std::to_string(rule.highest)}});
        case Method::consent:
            return base::tr_page(base::language(), "consent.help");
        default:
            return {};
    }
}

struct Option {
    std::string mark, text;
};

std::vector<Option> options_of(const views::PollView& poll) {
    std::vector<Option> options;
    const auto& rule = poll.form.rule;
    if (rule.method == Method::consent) {
        for (const auto* answer : {"consent.yes", "consent.no"}) {
            options.push_back({option_letter(options.size()), base::tr_page(base::language(), answer)});
        }
        return options;
    }
    if (!methods::has_options(rule.method)) {
        for (int score = rule.lowest; score <= rule.highest; ++score) {
            options.push_back({std::to_string(score), option_label(poll, std::to_string(score))});
        }
        return options;
    }
    for (std::size_t i = 0; i < poll.form.options.size(); ++i) {
        const auto mark = rule.method == Method::feelings ? std::to_string(i + 1) : option_letter(i);
        options.push_back({mark, poll.form.options[i].label});
    }
    return options;
}

/// Columns so that cards are neither slivers nor towers.
std::size_t columns_for(std::size_t count, const base::Rect& area) {
    std::size_t best = 1;
    double least = 1e9;
    for (std::size_t columns = 1; columns <= 5; ++columns) {
        const auto rows = std::ceil(static_cast<double>(count) / static_cast<double>(columns));
        const double shape = (area.w / static_cast<double>(columns)) / std::max(1.0, area.h / rows);
        const double off = std::abs(std::log(shape / 2.8));
        if (off < least) {
            least = off;
            best = columns;
        }
    }
    return best;
}

struct OptionCards {
    std::size_t columns = 1, rows = 1;
    double gap = 0, wide = 0, high = 0;  // px
    double text_design = 0;              // one size for all
};

constexpr double largest_option = 44, least_option = 18;

OptionCards cards_of(std::size_t count, const Frame& frame, const base::Rect& area, std::size_t columns) {
    OptionCards cards;
    cards.columns = columns;
    cards.rows = (count + columns - 1) / columns;
    const auto rows = static_cast<double>(cards.rows), across = static_cast<double>(columns);
    cards.gap = frame.px(cards.rows > 5 || frame.is_low() ? 12 : 24);
    cards.wide = (area.w - cards.gap * (across - 1)) / across;
    cards.high = std::min(frame.px(236), (area.h - cards.gap * (rows - 1)) / rows);
    return cards;
}

double mark_side(const Frame& frame, const OptionCards& cards) {
    return std::min({frame.px(frame.is_low() ? 64 : 92), cards.high - frame.px(12), cards.wide * 0.3});
}

base::Rect option_inside(const Frame& frame, const OptionCards& cards, const base::Rect& place) {
    return place.inset(std::min(frame.px(36), cards.wide * 0.07), frame.px(6));
}

base::Rect option_words(const Frame& frame, const OptionCards& cards, base::Rect inside) {
    inside.cut_left(mark_side(frame, cards) + std::min(frame.px(32), cards.wide * 0.05));
    return inside;
}

Ink option_ink(const Frame& frame, double design) {
    auto ink = ink_of(design, Weight::semibold, frame.theme.ink);
    ink.most_lines = 0;
    ink.line_height = 1.15;
    return ink;
}

/// The largest size in which each option is read to its end, the longest too; 0 when there is none.
double design_for_all(const std::vector<Option>& options, Frame& frame, const OptionCards& cards) {
    const auto room = option_words(frame, cards, option_inside(frame, cards, {0, 0, cards.wide, cards.high}));
    const auto fits = [&](double design) {
        const auto ink = option_ink(frame, design);
        return std::all_of(options.begin(), options.end(), [&](const Option& one) {
            const auto size = text_size(frame, one.text, ink, room.w);
            return size.h <= room.h && size.w <= room.w + 0.5;
        });
    };
    for (double design = largest_option; design >= least_option; design -= 2) {
        if (fits(design)) return design;
    }
    return 0;
}

/// As the cards look best, or in the number of columns that shows the longest option whole.
OptionCards lay_vote_options(const std::vector<Option>& options, Frame& frame, const base::Rect& area) {
    const auto count = options.size();
    auto best = cards_of(count, frame, area, columns_for(count, area));
    best.text_design = design_for_all(options, frame, best);
    for (std::size_t columns = 1; columns <= 3 && best.text_design < least_option + 6; ++columns) {
        auto other = cards_of(count, frame, area, columns);
        other.text_design = design_for_all(options, frame, other);
        if (other.text_design > best.text_design) best = other;
    }
    best.text_design = std::max(best.text_design, least_option);
    return best;
}

void draw_options(const std::vector<Option>& options, Frame& frame, const base::Rect& area) {
    if (options.empty()) return;
    const auto& theme = frame.theme;
    const auto cards = lay_vote_options(options, frame, area);
    const double tile = mark_side(frame, cards);
    auto ink = option_ink(frame, cards.text_design);
    ink.least_design = 16;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto column = static_cast<double>(i % cards.columns), row = static_cast<double>(i / cards.columns);
        const base::Rect place{area.x + column * (cards.wide + cards.gap), area.y + row * (cards.high + cards.gap),
                               cards.wide, cards.high};
        card(frame, place);
        auto inside = option_inside(frame, cards, place);
        const auto words = option_words(frame, cards, inside);
        const bool alone = options[i].text.empty();
        const auto square = (alone ? inside : inside.cut_left(tile)).centred({tile, tile});
        frame.painter.fill(square, frame.px(16), theme.accent_tint);
        const double letter = std::min(50.0, tile / frame.px(1) * 0.56);
        label(frame, square, options[i].mark, ink_of(letter, Weight::bold, theme.accent, Align::centre));
        label(frame, words, options[i].text, ink);
    }
}

constexpr std::int64_t most_discs = 60;

/// One disc for each who has a ballot, as long as they can be told apart; never who.
void draw_turnout(const views::PollView& poll, Frame& frame, const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto of = may_vote(poll);
    if (of <= 0) return;
    if (of > most_discs) {
        const auto bar = area.centred({area.w, frame.px(24)});
        progress_bar(frame, bar, static_cast<double>(poll.in) / static_cast<double>(of));
        return;
    }
    // As large as there is room for, in rows that are equally long.
    double size = frame.px(56);
    std::int64_t columns = 1;
    for (; size > frame.px(14); size *= 0.94) {
        columns = std::max<std::int64_t>(1, static_cast<std::int64_t>(area.w / size));
        if (std::ceil(static_cast<double>(of) / static_cast<double>(columns)) * size <= area.h) break;
    }
    const auto rows = (of + columns - 1) / columns;
    columns = (of + rows - 1) / rows;
    const double left = area.x + (area.w - static_cast<double>(columns) * size) / 2;
    for (std::int64_t i = 0; i < of; ++i) {
        const base::Point centre{left + (static_cast<double>(i % columns) + 0.5) * size,
                                 area.y + (static_cast<double>(i / columns) + 0.5) * size};
        const double radius = size * 0.42;
        if (i >= poll.in) {
            frame.painter.ring(centre, radius - frame.px(1.5), theme.line_control, frame.px(3));
            continue;
        }
        frame.painter.circle(centre, radius, theme.accent);
        draw_icon(frame, {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, icon::tick,
                  radius / frame.px(1) * 0.95, theme.on_accent);
    }
}

/// What the discs or the bar need, as small as discs are told apart from afar.
double turnout_height(const views::PollView& poll, const Frame& frame, double wide) {
    const auto of = static_cast<double>(may_vote(poll));
    if (of <= 0) return 0;
    if (of > static_cast<double>(most_discs)) return frame.px(40);
    const double size = frame.px(of > 30 ? 28 : 36);
    return std::ceil(of / std::max(1.0, std::floor(wide / size))) * size + frame.px(4);
}

void draw_side(VoteScreen& mine, const views::RoomView& room, const views::PollView& poll, Frame& frame,
               const base::Rect& area) {
    const auto& theme = frame.theme;
    card(frame, area);
    const bool low = frame.is_low();
    auto inside = area.inset(frame.px(low ? 24 : 36), frame.px(low ? 20 : 28));
    // What is scanned from the back of the room gets all that the rest of the card does not need.
    const double code_high = std::max(frame.px(72), std::min(frame.px(100), inside.h * 0.16));
    const double done_high = frame.px(60), line_high = frame.px(16);
    auto warning = ink_of(24, Weight::semibold, theme.warn, Align::centre);
    warning.most_lines = 0;
    const auto surplus = views::surplus_text(poll.form, poll.in, base::language());
    const double surplus_high = surplus.empty() ? 0 : text_size(frame, surplus, warning, inside.w).h + frame.px(8);
    const double below = code_high + line_high + done_high + surplus_high + turnout_height(poll, frame, inside.w);
    const double symbol = std::clamp(inside.h - below, frame.px(120), inside.w);
    // The card is white around it: that is its quiet zone.
    draw_join_code(mine.join, room.join_url, frame, inside.cut_top(symbol).inset(-symbol * 0.07));
    auto code_row = inside.cut_top(code_high);
    auto name = ink_of(34, Weight::regular, theme.ink2);
    const auto word = base::tr("wall.code");
    label(frame, code_row.cut_left(text_size(frame, word, name).w + 2), word, name);
    code_row.cut_left(frame.px(20));
    auto code = ink_of(std::min(80.0, code_row.h / frame.px(1) * 0.8), Weight::bold, theme.ink);
    code.least_design = 32;
    label(frame, code_row, room.join_code, code, "code");
    frame.painter.fill({inside.x, inside.y, inside.w, frame.px(1)}, 0, theme.line);
    inside.cut_top(line_high);
    auto done = ink_of(44, Weight::bold, theme.ink, Align::centre);
    done.fixed_digits = true;
    done.least_design = 30;
    const auto text =
        base::tr("wall.vote.done", {{"in", std::to_string(poll.in)}, {"of", std::to_string(may_vote(poll))}});
    label(frame, inside.cut_top(done_high), text, done, "turnout");
    if (!surplus.empty()) label(frame, inside.cut_top(surplus_high), surplus, warning, "surplus");
    draw_turnout(poll, frame, inside);
}

/// A ring that empties, the seconds in it, and what stops it.
void draw_countdown(VoteScreen& mine, double left_s, Frame& frame, base::Rect& foot) {
    const auto& theme = frame.theme;
    const auto place = foot.cut_left(foot.h);
    const double radius = place.h / 2 - frame.px(6), width = frame.px(8);
    const auto centre = place.centre();
    frame.painter.ring(centre, radius, theme.sunken, width);
    const double part = std::clamp(left_s / vote_closes_s, 0.0, 1.0);
    std::vector<base::Point> arc;
    constexpr int steps = 60;
    for (int i = 0; i <= steps; ++i) {
        const double angle = 2 * std::numbers::pi * (part * i / steps - 0.25);
        arc.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    frame.painter.line(arc, theme.accent, width);
    auto digits = ink_of(32, Weight::bold, theme.ink, Align::centre);
    digits.fixed_digits = true;
    label(frame, place, std::to_string(static_cast<int>(std::ceil(left_s))), digits, "countdown");
    foot.cut_left(frame.px(20));
    ButtonLook look;
    look.icon = icon::pause;
    look.design = 22;
    const auto words = base::tr("wall.vote.wait");
    const auto button_place = foot.cut_left(button_width(frame, words, look));
    if (button(frame, "wait", button_place.centred({button_place.w, frame.px(touch::primary)}), words, look)) {
        mine.keeps_open = true;
    }
    foot.cut_left(frame.px(24));
}

}  // namespace

void draw_vote(VoteScreen& mine, const views::WallView& view, const views::PollView& poll, Frame& frame,
               const base::Rect& area) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    const bool low = frame.is_low();
    auto rest = area.inset(frame.px(low ? 24 : 40), 0);
    rest.cut_top(frame.px(low ? 8 : 24));
    auto question = ink_of(low ? 52 : 72, Weight::bold, theme.ink);
    question.least_design = 36;
    question.most_lines = 2;
    question.line_height = 1.1;
    const double high = std::min(frame.px(low ? 118 : 168), text_size(frame, poll.question, question, rest.w).h + 2);
    label(frame, rest.cut_top(high), poll.question, question, "question");
    rest.cut_top(frame.px(4));
    auto help = ink_of(low ? 26 : 34, Weight::regular, theme.ink2);
    help.least_design = 20;
    label(frame, rest.cut_top(frame.px(low ? 40 : 52)), help_of(poll), help, "help");
    rest.cut_top(frame.px(low ? 12 : 24));

    auto foot = rest.cut_bottom(frame.px(low ? 68 : 84));
    const bool closed = poll.state == "closed";
    if (room.block && room.block->clock.state != "waiting") {
        const auto left = left_ms(room, frame.host_now_ms());
        const bool running = room.block->clock.state == "running";
        draw_digits(frame, foot.cut_right(frame.px(200)), clock_digits(left), low ? 52 : 64,
                    left < 0  ? theme.error
                    : running ? theme.ink
                              : theme.ink3);
        foot.cut_right(frame.px(28));
        const double total = static_cast<double>(std::max<std::int64_t>(1, room.block->clock.planned_ms));
        const double bar_wide = std::min(frame.px(360), foot.w * 0.3);
        const auto bar = foot.cut_right(bar_wide).centred({bar_wide, frame.px(12)});
        progress_bar(frame, bar, left < 0 ? 1 : 1 - static_cast<double>(left) / total,
                     left < 0 ? theme.error : theme.accent);
        foot.cut_right(frame.px(28));
        if (running) frame.redraw_in(static_cast<double>((left % 1000 + 1000) % 1000 + 1) / 1000);
    }
    if (mine.closes_in_s) {
        const Frame::Scope scope(frame, "vote");
        draw_countdown(mine, *mine.closes_in_s, frame, foot);
    } else {
        draw_icon(frame, foot.cut_left(frame.px(44)), closed ? icon::lock : icon::eye_off, 36, theme.ink2);
        foot.cut_left(frame.px(24));
    }
    auto secret = ink_of(low ? 26 : 34, Weight::regular, theme.ink2);
    secret.least_design = 20;
    const auto of = may_vote(poll);
    const bool all_in = of > 0 && poll.in >= of;
    const bool all_voted = mine.closes_because == ClosesBecause::all_have_voted;
    const bool out_of_time =
        room.block && room.block->clock.state == "running" && left_ms(room, frame.host_now_ms()) < 0;
    // When it is time to close is said to all; closing is the trainer's.
    label(frame, foot,
          base::tr(mine.closes_in_s ? (all_voted ? "wall.vote.closes" : "wall.vote.closes_time")
                   : closed         ? "wall.vote.closed"
                   : all_in         ? "wall.vote.all_in"
                   : out_of_time    ? "wall.vote.time_over"
                                    : "wall.vote.hidden"),
          secret, "secret");
    rest.cut_bottom(frame.px(12));

    draw_side(mine, room, poll, frame, rest.cut_right(std::min(frame.px(510), rest.w * 0.34)));
    rest.cut_right(frame.px(low ? 24 : 48));
    draw_options(options_of(poll), frame, rest);
}

}  // namespace ui
