#include "ui/lock.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/language.hpp"
#include "base/pin.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Stage = Lock::Stage;

constexpr std::size_t least_digits = 4, most_digits = 8;
constexpr int tries = 3;

void entered(Lock& mine, Frame& frame) {
    const auto pin = std::exchange(mine.typed, {});
    mine.message.clear();
    if (mine.stage == Stage::choosing) {
        mine.first = pin;
        mine.stage = Stage::repeating;
    } else if (mine.stage == Stage::repeating) {
        if (pin != mine.first) {
            mine.message = base::tr("wall.lock.not_same");
            mine.stage = Stage::choosing;
        } else {
            mine.pin_hash = base::hash_pin(pin);
            mine.stage = Stage::locked;
        }
        mine.first.clear();
    } else if (base::is_pin(pin, mine.pin_hash)) {
        mine.stage = Stage::open;
        mine.wrong = 0;
    } else {
        mine.message = base::tr("wall.lock.wrong");
        if (++mine.wrong % tries == 0) mine.wait_until_s = frame.now_s() + 10.0 * (mine.wrong / tries);
    }
    frame.redraw_in(0);
}

void press_digit(Lock& mine, char digit) {
    if (mine.typed.size() < most_digits) mine.typed += digit;
}

std::string title_of(const Lock& mine) {
    if (mine.stage == Stage::choosing) return base::tr("wall.lock.choose");
    return base::tr(mine.stage == Stage::repeating ? "wall.lock.repeat" : "wall.lock.ask");
}

void draw_dots(const Lock& mine, Frame& frame, const base::Rect& row) {
    const auto count = std::max(least_digits, mine.typed.size());
    const double step = frame.px(40);
    const double left = row.centre().x - step * (static_cast<double>(count) - 1) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const base::Point at{left + step * static_cast<double>(i), row.centre().y};
        if (i < mine.typed.size()) {
            frame.painter.circle(at, frame.px(11), frame.theme.ink);
        } else {
            frame.painter.ring(at, frame.px(10), frame.theme.line_control, frame.px(2.5));
        }
    }
}

void draw_keys(Lock& mine, Frame& frame, base::Rect area, bool enabled) {
    static constexpr std::array<std::string_view, 12> keys{"1", "2", "3", "4",     "5", "6",
                                                           "7", "8", "9", "erase", "0", "ok"};
    const double gap = frame.px(12);
    const double wide = (area.w - 2 * gap) / 3, high = (area.h - 3 * gap) / 4;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto key = keys[i];
        const base::Rect place{area.x + static_cast<double>(i % 3) * (wide + gap),
                               area.y + static_cast<double>(i / 3) * (high + gap), wide, high};
        ButtonLook look;
        look.design = 32;
        look.enabled = enabled;
        if (key == "erase") {
            look.icon = icon::left;
            look.kind = ButtonKind::quiet;
            look.enabled = enabled && !mine.typed.empty();
            if (button(frame, "key/erase", place, "", look)) mine.typed.pop_back();
        } else if (key == "ok") {
            look.icon = icon::tick;
            look.kind = ButtonKind::primary;
            look.enabled = enabled && mine.typed.size() >= least_digits;
            if (button(frame, "key/ok", place, "", look)) entered(mine, frame);
        } else if (button(frame, "key/" + std::string(key), place, key, look)) {
            press_digit(mine, key[0]);
        }
    }
}

void take_typed(Lock& mine, Frame& frame, bool enabled) {
    for (const auto& typed : frame.chars()) {
        if (enabled && typed.character >= U'0' && typed.character <= U'9') {
            press_digit(mine, static_cast<char>(typed.character));
            frame.redraw_in(0);
        }
    }
    if (frame.take_key(Key::backspace) && !mine.typed.empty()) mine.typed.pop_back();
    if (frame.take_key(Key::enter) && enabled && mine.typed.size() >= least_digits) entered(mine, frame);
}

void draw_pad(Lock& mine, Frame& frame) {
    const auto& theme = frame.theme;
    const auto screen = frame.screen();
    frame.block("scrim", screen);
    frame.painter.fill(screen, 0, theme.scrim);
    const double high = std::min(frame.px(660), screen.h - frame.px(24));
    base::Rect box = screen.centred({std::min(frame.px(460), screen.w - frame.px(24)), high});
    box.y = screen.h - high - frame.px(60) < 0 ? box.y : screen.h - high - frame.px(60);
    frame.painter.shadow(box, frame.px(radius::sheet), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(box, frame.px(radius::sheet), theme.surface);
    auto rest = box.inset(frame.px(32), frame.px(24));
    Ink ink;
    ink.design = 26;
    ink.weight = paint::Weight::bold;
    ink.across = paint::Align::centre;
    ink.least_design = 20;
    label(frame, rest.cut_top(frame.px(40)), title_of(mine), ink, "title");
    const double left = mine.wait_until_s - frame.now_s();
    const bool enabled = left <= 0;
    if (!enabled) frame.redraw_in(std::min(1.0, left + 0.01));
    Ink small;
    small.across = paint::Align::centre;
    small.colour = mine.message.empty() && enabled ? theme.ink2 : theme.error;
    small.most_lines = 2;
    const auto words =
        !enabled ? base::tr("wall.lock.wait", {{"seconds", std::to_string(static_cast<int>(std::ceil(left)))}})
        : !mine.message.empty()       ? mine.message
        : mine.stage == Stage::asking ? std::string()
                                      : base::tr("wall.lock.digits");
    label(frame, rest.cut_top(frame.px(54)), words, small, "message");
    draw_dots(mine, frame, rest.cut_top(frame.px(56)));
    rest.cut_top(frame.px(12));
    auto cancel = rest.cut_bottom(frame.px(touch::plain));
    rest.cut_bottom(frame.px(12));
    draw_keys(mine, frame, rest, enabled);
    take_typed(mine, frame, enabled);
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    if (button(frame, "cancel", cancel, base::tr("wall.cancel"), quiet) || frame.take_key(Key::escape)) {
        mine.typed.clear();
        mine.message.clear();
        mine.stage = mine.stage == Stage::asking ? Stage::locked : Stage::open;
        frame.redraw_in(0);
    }
}

}  // namespace

void begin_lock(Lock& mine) {
    mine.typed.clear();
    mine.message.clear();
    mine.stage = mine.pin_hash.empty() ? Stage::choosing : Stage::locked;
}

void draw_lock(Lock& mine, Frame& frame) {
    if (mine.stage == Stage::open) return;
    const Frame::Scope scope(frame, "lock");
    const Frame::Within region(frame, "", Region::Kind::over);
    if (mine.stage != Stage::locked) {
        draw_pad(mine, frame);
        return;
    }
    const auto& theme = frame.theme;
    const auto screen = frame.screen();
    // All of the glass wakes the keypad; the pill says why nothing else happens.
    const auto press = frame.press("open", screen);
    const auto text = base::tr("wall.lock.locked");
    frame.say("open", text);
    Ink ink;
    ink.design = 22;
    ink.weight = paint::Weight::semibold;
    ink.colour = theme.on_toast;
    const double wide = text_size(frame, text, ink).w + frame.px(24 + 28 + 14 + 26);
    const base::Rect pill{std::round(screen.centre().x - wide / 2), screen.h - frame.px(88), wide, frame.px(64)};
    frame.painter.fill(pill, pill.h / 2, base::with_alpha(theme.toast, 0.92));
    auto inside = pill;
    inside.cut_left(frame.px(24));
    draw_icon(frame, inside.cut_left(frame.px(28)), icon::lock, 24, theme.on_toast);
    inside.cut_left(frame.px(14));
    label(frame, inside, text, ink);
    if (press.focused) focus_ring(frame, pill, pill.h / 2);
    if (press.tapped) {
        mine.stage = Stage::asking;
        frame.redraw_in(0);
    }
}

}  // namespace ui
