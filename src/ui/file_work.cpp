#include "ui/file_work.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {

double draw_file_work(FileWork& mine, Frame& frame, const base::Rect& area) {
    constexpr double told_after_s = 0.4;
    if (!mine.percent) return 0;
    if (mine.seen != mine.number) {
        mine.seen = mine.number;
        mine.stopped = false;
        mine.since_s = frame.now_s();
    }
    if (const double left = told_after_s - (frame.now_s() - mine.since_s); left > 0 && !mine.stopped) {
        frame.redraw_in(left);
        return 0;
    }
    const Frame::Scope scope(frame, "file");
    const Frame::Within region(frame, "", Region::Kind::beside);
    const auto& theme = frame.theme;
    const auto percent = std::to_string(*mine.percent);
    const auto words = mine.stopped ? base::tr("saving.stopping") : base::tr("saving.works", {{"percent", percent}});
    const auto stop = base::tr("saving.stop");
    Ink ink;
    ink.design = 22;
    ink.colour = theme.on_toast;
    ink.fixed_digits = true;
    Ink verb = ink;
    verb.weight = paint::Weight::semibold;
    verb.colour = theme.sun;
    verb.across = paint::Align::centre;
    const auto place = area.inset(frame.px(24), frame.px(16));
    const double high = std::max(frame.px(72), frame.mm(20));
    const double verb_wide = std::max(text_size(frame, stop, verb).w + frame.px(48), frame.mm(20));
    const double wide = std::min({place.w, frame.px(900), frame.px(420) + verb_wide});
    const base::Rect bar{std::round(place.centre().x - wide / 2), std::round(place.bottom() - high), wide, high};
    frame.block("ground", bar);
    frame.painter.shadow(bar, frame.px(16), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(bar, frame.px(16), theme.toast);
    auto inside = bar;
    const auto zone = inside.cut_right(verb_wide);
    inside = inside.inset(frame.px(24), frame.px(10));
    const auto line = inside.cut_bottom(frame.px(6));
    inside.cut_bottom(frame.px(6));
    label(frame, inside, words, ink, "text");
    frame.painter.fill(line, line.h / 2, base::with_alpha(theme.on_toast, 0.25));
    auto done = line;
    done.w = std::max(line.h, line.w * std::clamp(*mine.percent / 100.0, 0.0, 1.0));
    frame.painter.fill(done, line.h / 2, theme.sun);
    const double taken = area.bottom() - bar.y;
    if (mine.stopped) return taken;
    const auto press = frame.press("stop", zone);
    frame.say("stop", stop);
    const auto ring = zone.inset(frame.px(6));
    if (press.held) frame.painter.fill(ring, frame.px(radius::control), base::with_alpha(theme.sun, 0.2));
    if (press.focused) frame.painter.stroke(ring, frame.px(radius::control), theme.sun, frame.px(4));
    label(frame, zone, stop, verb);
    if (press.tapped) {
        mine.stopped = mine.wants_stop = true;
        frame.redraw_in(0);
    }
    return taken;
}

}  // namespace ui
