// The register as a table (mockup 08b).
#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"
#include "register/flow.hpp"
#include "ui/register_parts.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using base::tr;
using By = RegisterSort::By;

constexpr double list_head_high = 60, list_row_high = 68, found_high = 52;

struct Heading {
    By by;
    std::string_view name;
    double share;  // of the width
};
constexpr std::array<Heading, 7> headings{
    Heading{By::number, "number", 0.075}, {By::title, "title", 0.265}, {By::state, "state", 0.13},
    {By::picture, "picture", 0.09},       {By::area, "area", 0.11},    {By::owner, "owner", 0.13},
    {By::waited, "waited", 0.2}};

void draw_heading(RegisterScreen& mine, Frame& frame, base::Rect cell, const Heading& heading) {
    const auto& theme = frame.theme;
    const bool on = mine.sort.by == heading.by;
    const auto name = "sort/" + std::string(heading.name);
    const auto words = tr("wall.list." + std::string(heading.name));
    const auto press = frame.press(name, cell);
    frame.say(name, words);
    if (press.held) frame.painter.fill(cell, frame.px(8), theme.sunken);
    if (press.focused) focus_ring(frame, cell.inset(frame.px(4)), frame.px(8));
    Ink ink;
    ink.design = 20;
    ink.weight = paint::Weight::semibold;
    ink.colour = on ? theme.accent : theme.ink2;
    ink.least_design = 14;
    auto place = cell;
    place.cut_right(frame.px(on ? 38 : 12));
    const auto taken = label(frame, place, words, ink);
    if (on) {
        const base::Rect sign{taken.right() + frame.px(6), cell.y, frame.px(20), cell.h};
        draw_icon(frame, sign, mine.sort.reversed ? icon::sort_up : icon::sort_down, 18, theme.accent);
    }
    if (!press.tapped) return;
    mine.sort.reversed = on && !mine.sort.reversed;
    mine.sort.by = heading.by;
    frame.scroll_to("rows", 0);
}

void draw_state(Frame& frame, base::Rect cell, const ideas::IdeaCard& idea) {
    draw_icon(frame, cell.cut_left(frame.px(26)), icon_of(ideas::column_of(idea.state)), 20, frame.theme.accent);
    cell.cut_left(frame.px(12));
    Ink ink;
    ink.least_design = 18;
    label(frame, cell, tr(ideas::state_text_key(idea.state)), ink);
}

/// A tap opens it.
void touch_row(RegisterScreen& mine, Frame& frame, const base::Rect& rect, const ideas::IdeaCard& idea) {
    const auto& theme = frame.theme;
    const auto name = "row/" + idea.id.text();
    const auto press = frame.press(name, rect);
    frame.say(name, idea.title);
    if (press.held || press.hovered) {
        frame.painter.fill(rect, 0, press.held ? theme.accent_tint2 : theme.accent_tint);
    }
    frame.painter.fill({rect.x, rect.bottom() - 1, rect.w, 1}, 0, theme.line);
    if (press.focused) focus_ring(frame, rect.inset(frame.px(8)), frame.px(8));
    if (press.tapped) mine.opened = idea.id;
}

void draw_table_row(RegisterScreen& mine, Frame& frame, const base::Rect& rect, const RegisterRow& row) {
    const auto& theme = frame.theme;
    const auto& idea = *row.card;
    touch_row(mine, frame, rect, idea);
    auto rest = rect.inset(frame.px(24), 0);
    draw_icon(frame, rest.cut_right(frame.px(32)), icon::chevron_right, 20, theme.ink2);
    const double whole = rest.w;
    Ink ink;
    ink.colour = theme.ink2;
    for (const auto& heading : headings) {
        auto cell = rest.cut_left(whole * heading.share);
        cell.cut_right(frame.px(12));
        switch (heading.by) {
            case By::number:
                ink.weight = paint::Weight::medium;
                ink.least_design = 14;
                label(frame, cell, number_words(idea), ink);
                ink.weight = paint::Weight::regular;
                ink.least_design = 16;
                break;
            case By::title: {
                Ink title;
                title.design = 22;
                title.weight = paint::Weight::semibold;
                title.most_lines = 2;
                title.line_height = 1.2;
                label(frame, cell, idea.title, title);
                break;
            }
            case By::state:
                draw_state(frame, cell, idea);
                break;
            case By::picture:
                draw_parts(frame, cell, row.answered, true);
                break;
            case By::area:
                label(frame, cell, idea.text("area").empty() ? idea.text("unit") : idea.text("area"), ink);
                break;
            case By::owner: {
                const auto who = ideas::short_role(ideas::responsible(idea));
                if (who.empty()) break;
                const auto circle = cell.cut_left(frame.px(40));
                initials(frame, circle.centre(), frame.px(20), who);
                cell.cut_left(frame.px(8));
                Ink owner;
                owner.least_design = 15;
                label(frame, cell, who, owner);
                break;
            }
            case By::waited:
                cell.cut_left(0);
                cell.w += frame.px(12);
                draw_age(frame, cell, row, ideas::waiting_words(idea, row.standing), false);
                break;
        }
    }
}

void draw_found_row(RegisterScreen& mine, Frame& frame, const base::Rect& rect, const RegisterRow& row) {
    const auto& idea = *row.card;
    touch_row(mine, frame, rect, idea);
    auto rest = rect.inset(frame.px(16), 0);
    draw_state(frame, rest.cut_right(rest.w * 0.2), idea);
    Ink ink;
    ink.colour = frame.theme.ink2;
    ink.least_design = 14;
    auto number = rest.cut_right(frame.px(120));
    number.cut_right(frame.px(12));
    label(frame, number, number_words(idea), ink);
    rest.cut_right(frame.px(12));
    Ink title;
    title.design = 22;
    title.weight = paint::Weight::semibold;
    title.least_design = 18;
    label(frame, rest, idea.title, title);
}

/// Rows of one height that are scrolled through; only what is seen of them is looked at.
template <class DrawRow>
void draw_rows_of(RegisterScreen& mine, Frame& frame, const base::Rect& place, double step, DrawRow draw_one_row) {
    Scroll scroll(frame, "rows", place, step * static_cast<double>(mine.rows.shown.size()));
    scroll.keep_bar_inside();
    const auto content = scroll.content();
    const auto first = static_cast<std::size_t>(std::max(0.0, std::floor((place.y - content.y) / step)));
    for (auto i = first; i < mine.rows.shown.size(); ++i) {
        const base::Rect rect{place.x, content.y + static_cast<double>(i) * step, place.w, step};
        if (rect.y > place.bottom()) break;
        draw_one_row(mine, frame, rect, mine.rows.shown[i]);
    }
}

}  // namespace

void draw_list(RegisterScreen& mine, Frame& frame, const base::Rect& place) {
    card(frame, place);
    auto rest = place.inset(1);
    auto head = rest.cut_top(frame.px(list_head_high)).inset(frame.px(24), 0);
    frame.painter.fill({rest.x, rest.y - 1, rest.w, 1}, 0, frame.theme.line);
    head.cut_right(frame.px(32));
    const double whole = head.w;
    for (const auto& heading : headings) draw_heading(mine, frame, head.cut_left(whole * heading.share), heading);

    draw_rows_of(mine, frame, rest, frame.px(list_row_high), draw_table_row);
}

void draw_found(RegisterScreen& mine, Frame& frame, const base::Rect& place) {
    card(frame, place);
    draw_rows_of(mine, frame, place.inset(1), frame.px(found_high), draw_found_row);
}

}  // namespace ui
