// The test card of an idea (mockup 09, middle): what is believed, tried and measured, and the weeks against the goal.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "register/service_level.hpp"
#include "ui/idea_cards.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using base::tr;
using ideas::State;

std::string at(const std::map<std::string, std::string>& members, std::string_view name) {
    const auto found = members.find(std::string(name));
    return found == members.end() ? std::string() : found->second;
}

/// "en idrottshall, två veckor, 20 föreningar": how the test is done.
std::string set_up_of(const std::map<std::string, std::string>& test) {
    std::string words;
    for (const auto* name : {"place", "period", "n"}) {
        auto part = at(test, name);
        if (part.empty()) continue;
        if (std::string_view(name) == "n") part = tr("wall.test.tries", {{"count", part}});
        words += (words.empty() ? "" : ", ") + part;
    }
    return words;
}

struct Line {
    std::string heading, text;
};
std::vector<Line> lines_of(const std::map<std::string, std::string>& test) {
    std::vector<Line> lines{{tr("register.test.hypothesis"), at(test, "hypothesis")},
                            {tr("wall.test.so_we_try"), set_up_of(test)},
                            {tr("register.test.measure"), at(test, "measure")},
                            {tr("wall.test.we_go_on_if"), at(test, "threshold")},
                            {tr("register.test.baseline"), at(test, "baseline")},
                            {tr("register.test.stop_rule"), at(test, "stop_rule")},
                            {tr("register.test.ethics"), at(test, "ethics")},
                            {tr("register.test.personal_data"), at(test, "personal_data")},
                            {tr("register.test.deviations"), at(test, "deviations")},
                            {tr("register.test.result"), at(test, "result")},
                            {tr("register.test.learning"), at(test, "learning")}};
    std::erase_if(lines, [](const Line& line) { return line.text.empty(); });
    return lines;
}

Ink text_ink(double design = 22) {
    Ink ink;
    ink.design = design;
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    return ink;
}
Ink heading_ink(const Frame& frame) {
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::semibold;
    ink.colour = frame.theme.accent;
    return ink;
}

std::string number_text(double value) {
    if (value == std::floor(value)) return std::to_string(static_cast<std::int64_t>(value));
    auto text = std::to_string(std::round(value * 10) / 10);
    text.resize(text.find('.') + 2);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// Bars from nought, the last in accent, and the goal as a line with its words.
void draw_weeks(Frame& frame, base::Rect place, const std::vector<views::WeekValue>& all,
                const std::optional<views::Goal>& goal) {
    constexpr std::size_t most = 12;
    const auto& theme = frame.theme;
    const std::span<const views::WeekValue> weeks = std::span(all).subspan(all.size() > most ? all.size() - most : 0);
    double top = goal ? goal->value : 0;
    for (const auto& week : weeks) top = std::max(top, week.value);
    if (top <= 0) top = 1;
    auto names = place.cut_bottom(frame.px(28));
    place.cut_top(frame.px(24));
    const double cell = std::min(frame.px(72), place.w / static_cast<double>(std::max<std::size_t>(weeks.size(), 1)));
    Ink ink;
    ink.design = 18;
    ink.across = paint::Align::centre;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const bool newest = i + 1 == weeks.size();
        const double x = place.x + static_cast<double>(i) * cell;
        const double high = place.h * std::max(0.0, weeks[i].value) / top;
        const base::Rect bar{x + cell * 0.1, place.bottom() - high, cell * 0.8, high};
        frame.painter.fill(bar, frame.px(4), newest ? theme.data1 : theme.data3);
        ink.weight = paint::Weight::bold;
        // A low bar carries its number above it.
        const bool inside = high > frame.px(30);
        ink.colour = inside ? (newest ? theme.on_accent : theme.ink) : theme.ink;
        const base::Rect number{bar.x - cell * 0.1, inside ? bar.bottom() - frame.px(30) : bar.y - frame.px(26), cell,
                                frame.px(26)};
        label(frame, number, number_text(weeks[i].value), ink);
        ink.weight = paint::Weight::regular;
        ink.colour = theme.ink3;
        label(frame, {x, names.y, cell, names.h}, weeks[i].week, ink);
    }
    if (!goal) return;
    const double y = place.bottom() - place.h * goal->value / top;
    const std::array<base::Point, 2> line{base::Point{place.x, y}, {place.right(), y}};
    frame.painter.line(line, theme.ink, frame.px(2));
    ink.colour = theme.ink;
    ink.across = paint::Align::end;
    label(frame, {place.x, y - frame.px(26), place.w, frame.px(24)},
          tr("wall.test.goal", {{"value", number_text(goal->value)}}), ink);
}

/// What the newest value, or the result, says about the goal.
struct Finding {
    std::string words;
    Tone tone = Tone::neutral;
};
Finding finding_of(const views::IdeaView& idea, const std::optional<views::Goal>& goal, std::int64_t now_ms) {
    const auto met = at(idea.parts.test, "met");
    if (met == "met") return {tr("wall.test.met"), Tone::ok};
    if (met == "not_met") return {tr("wall.test.not_met"), Tone::warn};
    if (met == "inconclusive") return {tr("wall.test.inconclusive"), Tone::info};
    if (ideas::test_over_since(idea.card, now_ms)) return {tr("wall.test.result_waits"), Tone::warn};
    if (idea.parts.weeks.empty() || !goal) return {};
    const auto& newest = idea.parts.weeks.back();
    if (goal->is_met(newest.value)) return {tr("wall.test.reached", {{"week", newest.week}}), Tone::ok};
    return {tr("wall.test.not_reached", {{"week", newest.week}}), Tone::info};
}

std::string status_of(const views::IdeaView& idea, std::int64_t now_ms) {
    if (idea.card.state != State::testing) return tr(ideas::state_text_key(idea.card.state));
    const auto standing = ideas::standing_of(idea.card, now_ms);
    if (standing.weeks == 0) return tr("wall.test.running");
    if (const auto over = ideas::test_over_since(idea.card, now_ms)) {
        return tr("wall.test.ended", {{"day", day_words(*over, now_ms)}});
    }
    return tr("wall.test.running_until",
              {{"day", day_words(idea.card.state_at_ms + standing.weeks * 7 * base::day_ms, now_ms)}});
}

void draw_finding(Frame& frame, const base::Rect& rect, const Finding& finding) {
    const auto& theme = frame.theme;
    const auto back = finding.tone == Tone::ok     ? theme.ok_back
                      : finding.tone == Tone::warn ? theme.warn_back
                                                   : theme.info_back;
    const auto ink_colour = finding.tone == Tone::ok ? theme.ok : finding.tone == Tone::warn ? theme.warn : theme.info;
    frame.painter.fill(rect, frame.px(radius::control), back);
    auto inside = rect.inset(frame.px(16), 0);
    draw_icon(frame, inside.cut_left(frame.px(24)),
              finding.tone == Tone::ok     ? icon::tick
              : finding.tone == Tone::warn ? icon::warning
                                           : icon::info,
              20, ink_colour);
    inside.cut_left(frame.px(12));
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ink.colour = ink_colour;
    ink.least_design = 16;
    label(frame, inside, finding.words, ink, "test/finding");
}

void draw_content(const views::IdeaView& idea, Frame& frame, base::Rect inside) {
    const auto lines = lines_of(idea.parts.test);
    const auto goal = views::goal_of(at(idea.parts.test, "threshold"));
    const auto finding = finding_of(idea, goal, frame.host_now_ms());
    if (!finding.words.empty()) {
        draw_finding(frame, inside.cut_bottom(frame.px(52)), finding);
        inside.cut_bottom(frame.px(14));
    }
    double high = 0;
    for (const auto& line : lines) high += frame.px(26 + 14) + text_size(frame, line.text, text_ink(), inside.w).h;
    const bool charted = !idea.parts.weeks.empty();
    if (charted) high += frame.px(14 + 30 + 190);
    Scroll scroll(frame, "test_card", inside, high, Zone::Axis::along_y, true);
    auto rest = scroll.content();
    std::size_t drawn = 0;
    const auto draw_line = [&](const Line& line) {
        label(frame, rest.cut_top(frame.px(26)), line.heading, heading_ink(frame));
        const auto ink = text_ink();
        label(frame, rest.cut_top(text_size(frame, line.text, ink, rest.w).h), line.text, ink);
        rest.cut_top(frame.px(14));
        ++drawn;
    };
    // The belief, the trial and the goal come before the chart, the small print after it.
    while (drawn < lines.size() && drawn < (charted ? 4U : lines.size())) draw_line(lines[drawn]);
    if (!charted) return;
    frame.painter.fill({rest.x, rest.y, rest.w, 1}, 0, frame.theme.line);
    rest.cut_top(frame.px(14));
    Ink name;
    name.weight = paint::Weight::semibold;
    const auto measure = at(idea.parts.test, "measure");
    label(frame, rest.cut_top(frame.px(30)), measure.empty() ? tr("wall.test.weeks") : measure, name);
    draw_weeks(frame, rest.cut_top(frame.px(180)), idea.parts.weeks, goal);
    rest.cut_top(frame.px(10));
    while (drawn < lines.size()) draw_line(lines[drawn]);
}

}  // namespace

void edit_test(IdeaScreen& mine, const views::IdeaView& idea) {
    begin_edit(mine.edit, idea.card, "wall.test.title",
               {"idea.test/hypothesis", "idea.test/place", "idea.test/period", "idea.test/n", "idea.test/measure",
                "idea.test/baseline", "idea.test/threshold", "idea.test/stop_rule", "idea.test/personal_data"});
}

void edit_result(IdeaScreen& mine, const views::IdeaView& idea, std::int64_t now_ms) {
    begin_edit(mine.edit, idea.card, "wall.test.write_result",
               {"idea.test/week", "idea.test/result", "idea.test/met", "idea.test/deviations", "idea.learning"});
    mine.edit.fields.front().week = tr("wall.test.week", {{"week", std::to_string(ideas::iso_week(now_ms))}});
}

void draw_test_card(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    card(frame, place);
    auto inside = place.inset(frame.px(28), frame.px(22));
    auto head = inside.cut_top(frame.px(44));
    Ink title;
    title.design = 28;
    title.weight = paint::Weight::bold;
    if (idea.parts.test.empty()) {
        label(frame, head, tr("wall.test.title"), title);
        const auto smallest = idea.card.text("smallest_test");
        const auto text = smallest.empty() ? tr("wall.test.none_text") : tr("wall.test.smallest", {{"test", smallest}});
        if (empty_state(frame, "no_test", inside, {tr("wall.test.none"), text, tr("wall.test.write"), {}, true}) == 0) {
            edit_test(mine, idea);
        }
        return;
    }
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    quiet.icon = icon::pencil;
    const auto status = status_of(idea, frame.host_now_ms());
    const bool is_over = ideas::test_over_since(idea.card, frame.host_now_ms()).has_value();
    const auto sign = is_over ? icon::warning : icon::flask;
    // The pencil says enough where the status would not stand clear of the words.
    auto change = tr("wall.form.change");
    const double beside = text_size(frame, tr("wall.test.title"), title).w + frame.px(16 + 8);
    if (beside + chip_width(frame, status, sign) + button_width(frame, change, quiet) > head.w) change.clear();
    const double change_wide = change.empty() ? head.h : button_width(frame, change, quiet);
    // Its sign alone stands in the card's margin, so that all of the status is clear of it.
    const double out = change.empty() ? frame.px(16) : 0;
    if (change.empty() && beside + chip_width(frame, status, sign) > head.w - change_wide + out) title.design = 24;
    if (button(frame, "test", head.cut_right(change_wide).moved(out, 0).inset(0, -frame.px(2)), change, quiet)) {
        edit_test(mine, idea);
    }
    const auto taken = label(frame, head, tr("wall.test.title"), title);
    if (idea.card.state >= State::test_planned && idea.card.state <= State::evaluated) {
        frame.say("test/status", status);
        chip(frame, {taken.right() + frame.px(16), head.centre().y - frame.px(18)}, status,
             is_over ? Tone::warn : Tone::accent, sign);
    }
    inside.cut_top(frame.px(12));
    draw_content(idea, frame, inside);
}

}  // namespace ui
