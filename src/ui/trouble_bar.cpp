#include "ui/trouble_bar.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

struct TroubleWords {
    std::string title, text;
    bool grave = false;
};

/// What happened and what still works; empty: all is well.
TroubleWords trouble_of(const views::RemoteView& remote) {
    if (remote.trouble) {
        return {base::tr("wall.trouble"), remote.trouble->what + " " + base::tr("wall.trouble.goes_on"), true};
    }
    if (remote.low_space.empty()) return {};
    return {base::tr_page(base::language(), "remote.low_title"), remote.low_space, false};
}

void draw_small(TroubleBar& mine, const TroubleWords& words, Frame& frame) {
    const auto& theme = frame.theme;
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ink.colour = words.grave ? theme.error : theme.warn;
    const double wide = std::min(text_size(frame, words.title, ink).w + frame.px(24 + 24 + 10 + 24), frame.screen().w);
    const base::Rect pill{std::round(frame.screen().centre().x - wide / 2), frame.px(8), wide,
                          frame.px(touch::secondary)};
    const auto press = frame.press("open", pill);
    frame.say("open", words.title);
    frame.painter.fill(pill, pill.h / 2, words.grave ? theme.error_back : theme.warn_back);
    frame.painter.stroke(pill.inset(frame.px(1)), pill.h / 2, *ink.colour, frame.px(2));
    if (press.focused) focus_ring(frame, pill, pill.h / 2);
    auto inside = pill.inset(frame.px(24), 0);
    draw_icon(frame, inside.cut_left(frame.px(24)), words.grave ? icon::error : icon::warning, 20, *ink.colour);
    inside.cut_left(frame.px(10));
    label(frame, inside, words.title, ink);
    if (!press.tapped) return;
    mine.small_for.clear();
    frame.redraw_in(0);
}

}  // namespace

void draw_trouble(TroubleBar& mine, const views::WallView& view, Frame& frame) {
    const auto words = trouble_of(view.remote);
    if (words.title.empty()) return mine.small_for.clear();
    const Frame::Scope scope(frame, "trouble");
    if (mine.small_for == words.title) return draw_small(mine, words, frame);
    const auto& theme = frame.theme;
    const auto colour = words.grave ? theme.error : theme.warn;
    const double wide = std::min(frame.px(1120), frame.screen().w - frame.px(32));
    const auto smaller = base::tr("wall.trouble.smaller");
    ButtonLook plain;
    const double button_wide = button_width(frame, smaller, plain);
    Ink text;
    text.most_lines = 4;
    text.down = paint::Align::start;
    const double inner = wide - frame.px(20 + 30 + 14 + 16 + 20) - button_wide;
    const double text_high = text_size(frame, words.text, text, inner).h;
    const double high = std::max(frame.px(touch::plain + 24), text_high + frame.px(32 + 32));
    const base::Rect box{std::round(frame.screen().centre().x - wide / 2), frame.px(12), wide, high};
    frame.block("ground", box);
    frame.painter.shadow(box, frame.px(radius::card), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(box, frame.px(radius::card), words.grave ? theme.error_back : theme.warn_back);
    frame.painter.stroke(box.inset(frame.px(1)), frame.px(radius::card), colour, frame.px(2));
    auto rest = box.inset(frame.px(20), frame.px(14));
    const auto sign = rest.cut_left(frame.px(30));
    draw_icon(frame, {sign.x, sign.y, sign.w, frame.px(34)}, words.grave ? icon::error : icon::warning, 28, colour);
    rest.cut_left(frame.px(14));
    auto verb = rest.cut_right(button_wide).centred({button_wide, frame.px(touch::plain)});
    rest.cut_right(frame.px(16));
    Ink title;
    title.design = 22;
    title.weight = paint::Weight::bold;
    title.colour = colour;
    label(frame, rest.cut_top(frame.px(32)), words.title, title, "title");
    label(frame, rest, words.text, text, "text");
    if (!button(frame, "smaller", verb, smaller, plain)) return;
    mine.small_for = words.title;
    frame.redraw_in(0);
}

}  // namespace ui
