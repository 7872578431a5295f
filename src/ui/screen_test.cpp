#include "ui/screen_test.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;

constexpr double bar_mm = 100, pad_held_s = 1;
constexpr double least_inches = 10, most_inches = 200;
constexpr std::size_t four_people = 4;

/// "74,6": as people write numbers here.
std::string inches_text(double inches) {
    const auto tenths = std::lround(inches * 10);
    return std::to_string(tenths / 10) + base::tr("wall.test.point") + std::to_string(tenths % 10);
}

void draw_counts(ScreenTest& mine, Frame& frame, base::Rect area) {
    const auto& theme = frame.theme;
    const auto touches = frame.touches();
    mine.most = std::max(mine.most, static_cast<int>(touches.size()));
    const auto now = std::to_string(touches.size());
    auto digits = ink_of(132, Weight::bold, touches.empty() ? theme.ink3 : theme.accent, paint::Align::centre);
    digits.fixed_digits = true;
    label(frame, area.cut_top(frame.px(150)), now, digits, "now");
    label(frame, area.cut_top(frame.px(40)), base::tr("wall.test.now"),
          ink_of(24, Weight::regular, theme.ink2, paint::Align::centre));
    label(frame, area.cut_top(frame.px(44)), base::tr("wall.test.most", {{"count", std::to_string(mine.most)}}),
          ink_of(24, Weight::semibold, theme.ink, paint::Align::centre), "most");
}

/// Four places along the board; each is held by another finger.
void draw_pads(ScreenTest& mine, Frame& frame, base::Rect area) {
    const auto& theme = frame.theme;
    auto head = area.cut_top(frame.px(44));
    area.cut_top(frame.px(8));
    std::size_t held = 0;
    const double wide = area.w / four_people;
    for (std::size_t i = 0; i < four_people; ++i) {
        const auto number = std::to_string(i + 1);
        const auto pad = area.cut_left(wide).inset(frame.px(24), 0);
        const auto press = frame.press("pad/" + number, pad);
        held += press.held ? 1 : 0;
        CardLook look;
        look.selected = press.held || mine.four;
        if (press.held) look.fill = theme.accent_tint;
        card(frame, pad, look);
        if (press.focused) focus_ring(frame, pad, frame.px(radius::card));
        auto inside = pad;
        const auto mark = inside.cut_top(pad.h * 0.55);
        if (press.held || mine.four) {
            draw_icon(frame, mark, icon::tick, 34, theme.ok);
        } else {
            label(frame, mark, number, ink_of(44, Weight::bold, theme.ink, paint::Align::centre));
        }
        auto words = ink_of(20, Weight::regular, theme.ink2, paint::Align::centre);
        words.down = paint::Align::start;
        label(frame, inside, base::tr("wall.test.hold"), words);
    }
    if (held < four_people) {
        mine.four_since_s = -1;
    } else if (mine.four_since_s < 0) {
        mine.four_since_s = frame.now_s();
    }
    if (mine.four_since_s >= 0) {
        const double left = mine.four_since_s + pad_held_s - frame.now_s();
        mine.four = mine.four || left <= 0;
        if (left > 0) frame.redraw_in(left);
    }
    const auto text = mine.four  ? base::tr("wall.test.four_done")
                      : held > 0 ? base::tr("wall.test.four_held", {{"count", std::to_string(held)}})
                                 : base::tr("wall.test.four");
    auto ink = ink_of(24, Weight::semibold, theme.ink, paint::Align::centre);
    label(frame, head, text, ink, "four");
}

void set_inches(DisplaySettings& display, double inches, Frame& frame) {
    display.diagonal_inches = std::clamp(inches, least_inches, most_inches);
    frame.redraw_in(0);
}

/// A bar that is 100 mm long when the diagonal is right. Its end is dragged, or moved by taps.
void draw_bar(ScreenTest& mine, DisplaySettings& display, Frame& frame, base::Rect area) {
    const auto& theme = frame.theme;
    label(frame, area.cut_top(frame.px(40)), base::tr("wall.test.bar"), ink_of(24, Weight::semibold, theme.ink));
    auto help = ink_of(20, Weight::regular, theme.ink2);
    help.most_lines = 2;
    help.down = paint::Align::start;
    label(frame, area.cut_top(frame.px(58)), base::tr("wall.test.bar_help"), help);
    auto row = area.cut_top(frame.px(96));
    const double reach = frame.px(touch::main);
    const double longest = std::max(1.0, area.w - reach / 2);
    const double length = std::min(frame.mm(bar_mm), longest);
    const base::Point from{row.x, row.centre().y}, to{row.x + length, row.centre().y};
    const base::Rect end{to.x - reach / 2, to.y - reach / 2, reach, reach};
    if (const auto drag = frame.drag("bar", end); drag && !drag->cancelled) {
        if (mine.drag_px <= 0) {
            mine.drag_px = length;
            mine.drag_inches = display.diagonal_inches;
        }
        const double wanted = std::clamp(mine.drag_px + drag->by.x, 1.0, longest);
        set_inches(display, mine.drag_inches * mine.drag_px / wanted, frame);
        if (drag->ended) mine.drag_px = 0;
    } else {
        mine.drag_px = 0;
    }
    const double thick = frame.px(6);
    frame.painter.fill({from.x, from.y - thick / 2, length, thick}, 0, theme.ink);
    for (int tenth = 0; tenth <= 10; ++tenth) {
        const double high = frame.px(tenth % 10 == 0 ? 56 : tenth == 5 ? 36 : 22), thin = std::max(2.0, frame.px(3));
        const double x = from.x + length * tenth / 10;
        frame.painter.fill({x - (tenth == 10 ? thin : 0), from.y - high / 2, thin, high}, 0, theme.ink);
    }
    frame.painter.circle(to, frame.px(20), theme.accent);
    area.cut_top(frame.px(8));
    auto buttons = area.cut_top(frame.px(touch::primary));
    const auto one = [&](std::string_view id, std::string_view icon, const std::string& text, double ratio) {
        ButtonLook look;
        look.icon = icon;
        const double wide = std::min(button_width(frame, text, look), buttons.w);
        if (button(frame, id, buttons.cut_left(wide), text, look)) {
            set_inches(display, display.diagonal_inches / ratio, frame);
        }
        buttons.cut_left(frame.px(12));
    };
    one("shorter", icon::minus, base::tr("wall.test.shorter"), 1 / 1.01);
    one("longer", icon::plus, base::tr("wall.test.longer"), 1.01);
    label(frame, buttons, base::tr("wall.test.inches", {{"inches", inches_text(display.diagonal_inches)}}),
          ink_of(24, Weight::semibold, theme.ink), "inches");
}

/// Where each finger and pen is, over everything.
void draw_touches(Frame& frame) {
    const auto& theme = frame.theme;
    for (const auto& touch : frame.touches()) {
        const double side = frame.px(110);
        frame.painter.circle(touch.at, side / 2, base::with_alpha(theme.accent, 0.16));
        frame.painter.ring(touch.at, side / 2, theme.accent, frame.px(4));
        auto name = touch.contact == 0 ? base::tr("wall.test.mouse") : std::to_string(touch.contact);
        if (touch.pen) {
            name = base::tr("wall.test.pen", {{"count", std::to_string(std::lround(100 * touch.pressure))}});
            frame.say("pen", name);
        }
        const base::Rect place{touch.at.x - side, touch.at.y - side / 2 - frame.px(44), 2 * side, frame.px(40)};
        label(frame, place, name, ink_of(28, Weight::bold, theme.accent, paint::Align::centre));
    }
}

}  // namespace

void begin_screen_test(ScreenTest& mine, const DisplaySettings& display) {
    mine = {};
    mine.open = true;
    mine.first_inches = display.diagonal_inches;
}

void draw_screen_test(ScreenTest& mine, DisplaySettings& display, Frame& frame) {
    const Frame::Scope scope(frame, "test");
    frame.name_screen("screen-test");
    const auto& theme = frame.theme;
    frame.painter.fill(frame.screen(), 0, theme.paper);
    frame.block("glass", frame.screen());
    auto rest = frame.screen().inset(frame.px(48), frame.px(36));
    label(frame, rest.cut_top(frame.px(56)), base::tr("wall.test"), ink_of(36, Weight::bold, theme.ink), "title");
    auto foot = rest.cut_bottom(frame.px(280));
    rest.cut_bottom(frame.px(24));
    draw_pads(mine, frame, rest.cut_bottom(std::min(frame.px(250), rest.h * 0.45)));
    draw_counts(mine, frame, rest);
    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.design = 22;
    look.icon = icon::tick;
    const auto done = base::tr("wall.test.close");
    const double wide = button_width(frame, done, look);
    auto side = frame.dock_left() ? foot.cut_left(wide) : foot.cut_right(wide);
    const bool closed = button(frame, "close", side.cut_bottom(frame.px(touch::main)), done, look);
    frame.dock_left() ? foot.cut_left(frame.px(48)) : foot.cut_right(frame.px(48));
    draw_bar(mine, display, frame, foot);
    draw_touches(frame);
    if (!closed && !frame.take_key(Key::escape)) return;
    mine.open = false;
    if (mine.most > 0) display.fingers = mine.most;
    // Not before: what is dragged would move away under the hand.
    if (std::abs(display.diagonal_inches - mine.first_inches) > 0.01) {
        display.text_size = text_size_for(display.diagonal_inches);
    }
    frame.redraw_in(0);
}

}  // namespace ui
