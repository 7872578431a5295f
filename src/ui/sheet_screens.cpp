// What a trainer sets for the displays: how large, how light, which side, and what a second one shows.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

void heading(Frame& frame, base::Rect& area, const std::string& text) {
    Ink ink;
    ink.weight = paint::Weight::semibold;
    label(frame, area.cut_top(frame.px(40)), text, ink);
}

struct Choice {
    std::string id, text;
    bool on = false;
};

/// Chips in a row, one of them on; returns the index that was tapped, else −1.
template <std::size_t Count>
int choices(Frame& frame, base::Rect& area, const std::array<Choice, Count>& all) {
    auto row = area.cut_top(frame.px(touch::secondary));
    area.cut_top(frame.px(24));
    int tapped = -1;
    for (std::size_t i = 0; i < Count; ++i) {
        const double wide = filter_chip_width(frame, all[i].text, all[i].on);
        if (filter_chip(frame, all[i].id, row.cut_left(wide), all[i].text, all[i].on)) tapped = static_cast<int>(i);
        row.cut_left(frame.px(8));
    }
    return tapped;
}

void draw_sizes(DisplaySettings& display, bool of_second, Frame& frame, base::Rect& area) {
    const auto whose = base::tr(of_second ? "wall.screens.inches_second" : "wall.screens.inches");
    frame.say("inches", whose);
    heading(frame, area, whose);
    static constexpr std::array<double, 4> inches{55, 65, 75, 86};
    std::array<Choice, 4> sizes;
    for (std::size_t i = 0; i < inches.size(); ++i) {
        const auto name = std::to_string(static_cast<int>(inches[i]));
        // Tapped, it sets both: it is ticked when both are so.
        const bool on = std::abs(display.diagonal_inches - inches[i]) < 5 &&
                        std::abs(display.text_size - text_size_for(inches[i])) < 0.001;
        sizes[i] = {"inches/" + name, name + "\"", on};
    }
    if (const int at = choices(frame, area, sizes); at >= 0) {
        display.diagonal_inches = inches[static_cast<std::size_t>(at)];
        display.text_size = text_size_for(display.diagonal_inches);
        frame.redraw_in(0);
    }
    heading(frame, area, base::tr("wall.screens.text"));
    auto row = area.cut_top(frame.px(touch::plain));
    area.cut_top(frame.px(24));
    ButtonLook look;
    look.enabled = display.text_size > least_text_size + 0.001;
    look.icon = icon::minus;
    if (button(frame, "text/smaller", row.cut_left(frame.px(72)), "", look)) display.text_size -= 0.05;
    Ink ink;
    ink.design = 22;
    ink.weight = paint::Weight::semibold;
    ink.across = paint::Align::centre;
    ink.fixed_digits = true;
    label(frame, row.cut_left(frame.px(110)),
          std::to_string(static_cast<int>(std::lround(display.text_size * 100))) + " %", ink, "text/size");
    look.enabled = display.text_size < most_text_size - 0.001;
    look.icon = icon::plus;
    if (button(frame, "text/larger", row.cut_left(frame.px(72)), "", look)) display.text_size += 0.05;
    // Whole steps, so that up and down meet.
    display.text_size = std::clamp(std::round(display.text_size * 20) / 20, least_text_size, most_text_size);
}

void draw_test_door(Screens& mine, Frame& frame, base::Rect& area) {
    auto row = area.cut_top(frame.px(touch::primary));
    area.cut_top(frame.px(24));
    ButtonLook look;
    look.icon = icon::hand_up;
    const auto text = base::tr("wall.test");
    if (button(frame, "test", row.cut_left(button_width(frame, text, look)), text, look)) mine.wants_test = true;
    row.cut_left(frame.px(16));
    Ink ink;
    ink.colour = frame.theme.ink2;
    ink.most_lines = 2;
    const int fingers = mine.display.fingers;
    label(frame, row,
          fingers == 0 ? base::tr("wall.test.untried")
                       : base::tr("wall.test.tried", {{"count", std::to_string(fingers)}}),
          ink, "fingers");
}

}  // namespace

void draw_screens_sheet(Screens& mine, Frame& frame, base::Rect area) {
    if (!mine.second_display) mine.of_second = false;
    Scroll scroll(frame, "list", area, frame.px(mine.second_display ? 1214 : 1094));
    auto& rest = scroll.content();
    heading(frame, rest, base::tr("wall.screens.second"));
    const bool alone = mine.displays < 2;
    const std::array<Choice, 3> second{
        {{"second/none", base::tr("wall.screens.none"), mine.second == SecondScreen::none},
         {"second/trainer", base::tr("wall.screens.trainer"), mine.second == SecondScreen::trainer},
         {"second/audience", base::tr("wall.screens.audience"), mine.second == SecondScreen::audience}}};
    if (const int at = choices(frame, rest, second); at >= 0) mine.second = static_cast<SecondScreen>(at);
    Ink ink;
    ink.colour = frame.theme.ink2;
    ink.most_lines = 2;
    label(frame, rest.cut_top(frame.px(56)), base::tr(alone ? "wall.screens.one" : "wall.screens.two"), ink,
          "displays");
    if (alone && mine.second != SecondScreen::none && !mine.second_display) {
        ButtonLook look;
        look.icon = icon::desktop;
        const auto text = base::tr("wall.screens.beside");
        auto row = rest.cut_top(frame.px(touch::plain));
        if (button(frame, "beside", row.cut_left(button_width(frame, text, look)), text, look))
            mine.wants_beside = true;
    }
    if (!alone) {
        ButtonLook look;
        look.icon = icon::swap;
        const auto text = base::tr("wall.screens.swap");
        auto row = rest.cut_top(frame.px(touch::plain));
        if (button(frame, "swap", row.cut_left(button_width(frame, text, look)), text, look))
            mine.swapped = !mine.swapped;
    }
    rest.cut_top(frame.px(24));
    if (mine.second_display) {
        // Each is read from its own distance, in its own light.
        heading(frame, rest, base::tr("wall.screens.of"));
        const std::array<Choice, 2> which{{{"of/wall", base::tr("wall.screens.of_wall"), !mine.of_second},
                                           {"of/second", base::tr("wall.screens.of_second"), mine.of_second}}};
        if (const int at = choices(frame, rest, which); at >= 0) {
            mine.of_second = at == 1;
            frame.redraw_in(0);
        }
    }
    auto& display = mine.of_second ? *mine.second_display : mine.display;
    draw_sizes(display, mine.of_second, frame, rest);
    // Hands touch the wall.
    if (!mine.of_second) draw_test_door(mine, frame, rest);
    const auto turn = [&](std::string_view id, const std::string& text, bool& on) {
        if (toggle(frame, id, rest.cut_top(frame.px(touch::primary)), text, on)) {
            on = !on;
            frame.redraw_in(0);
        }
    };
    bool dark = display.theme == Theme::Kind::dark;
    turn("dark", base::tr("wall.dark"), dark);
    display.theme = dark ? Theme::Kind::dark : Theme::Kind::light;
    if (!mine.of_second) turn("full", base::tr("wall.screens.full"), mine.full);
    turn("contrast", base::tr("wall.screens.contrast"), display.high_contrast);
    turn("dock_left", base::tr("wall.screens.left"), display.dock_left);
    turn("less_motion", base::tr("wall.screens.motion"), display.less_motion);
}

}  // namespace ui
