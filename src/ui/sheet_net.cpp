// "Testa nätet": whether phones reach the host, by which addresses, and what to do when they do not.
#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double qr_side = 200;  // design px

void net_text(Frame& frame, base::Rect& area, const std::string& text, Ink ink, std::string_view probe = {}) {
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    label(frame, area.cut_top(text_size(frame, text, ink, area.w).h + frame.px(16)), text, ink, probe);
}

void draw_reached(const Network& mine, Frame& frame, base::Rect& rest) {
    const bool seen = mine.seen_at_ms > 0;
    const auto text = seen ? base::tr("wall.net.seen", {{"time", base::to_local_time(mine.seen_at_ms)}})
                           : base::tr("wall.net.unseen");
    auto ink = ink_of(22, paint::Weight::semibold, frame.theme.ink);
    ink.most_lines = 0;
    const double inner = rest.w - frame.px(40);
    auto row = rest.cut_top(text_size(frame, text, ink, inner).h + frame.px(8));
    draw_icon(frame, row.cut_left(frame.px(28)), seen ? icon::tick : icon::clock, 24,
              seen ? frame.theme.ok : frame.theme.warn);
    row.cut_left(frame.px(12));
    label(frame, row, text, ink, "reached");
    rest.cut_top(frame.px(16));
}

void draw_address(JoinCode& code, const std::string& url, Frame& frame, base::Rect& rest, std::string_view probe) {
    auto row = rest.cut_top(frame.px(qr_side));
    rest.cut_top(frame.px(20));
    draw_join_code(code, url, frame, row.cut_left(frame.px(qr_side)));
    row.cut_left(frame.px(20));
    auto ink = ink_of(22, paint::Weight::semibold, frame.theme.ink);
    ink.most_lines = 0;
    label(frame, row, url, ink, probe);
}

void draw_wifi(Network& mine, Writing& writing, Frame& frame, base::Rect& rest) {
    net_text(frame, rest, base::tr("wall.net.wifi"), ink_of(22, paint::Weight::semibold, frame.theme.ink));
    const auto plain = ink_of(20, paint::Weight::regular, frame.theme.ink2);
    if (!mine.wifi_name.empty()) {
        auto row = rest.cut_top(frame.px(qr_side));
        rest.cut_top(frame.px(16));
        draw_join_code(mine.wifi_code, base::wifi_text(mine.wifi_name, mine.wifi_secret), frame,
                       row.cut_left(frame.px(qr_side)));
        row.cut_left(frame.px(20));
        auto ink = ink_of(24, paint::Weight::semibold, frame.theme.ink);
        ink.most_lines = 0;
        label(frame, row, mine.wifi_name, ink, "wifi");
    }
    net_text(frame, rest, base::tr(mine.wifi_name.empty() ? "wall.net.wifi_help" : "wall.net.wifi_kept"), plain);
    const double high = frame.px(touch::primary);
    if (button(frame, "name", rest.cut_top(high), base::tr("wall.net.wifi_name"), {.icon = icon::edit})) {
        begin_writing(writing, Writing::What::wifi_name, {}, mine.wifi_name);
    }
    rest.cut_top(frame.px(12));
    if (mine.wifi_name.empty()) return;
    // Never what stands there: the room reads along.
    if (button(frame, "secret", rest.cut_top(high), base::tr("wall.net.wifi_secret"), {.icon = icon::key})) {
        begin_writing(writing, Writing::What::wifi_secret);
    }
    rest.cut_top(frame.px(12));
    if (button(frame, "forget", rest.cut_top(high), base::tr("wall.net.wifi_forget"),
               {.kind = ButtonKind::quiet, .icon = icon::trash})) {
        mine.wifi_name.clear();
        mine.wifi_secret.clear();
        frame.redraw_in(0);
    }
    rest.cut_top(frame.px(12));
}

/// What was written for the sheet, by the card over the keyboard.
void take_written(Network& mine, Writing& writing) {
    if (writing.written.empty() || writing.written_for == Writing::What::proposal) return;
    if (writing.written_for == Writing::What::wifi_name) {
        // Another network has another password.
        if (mine.wifi_name != writing.written) mine.wifi_secret.clear();
        mine.wifi_name = writing.written;
    } else {
        mine.wifi_secret = writing.written;
    }
    writing.written.clear();
}

}  // namespace

void draw_net_sheet(Network& mine, Writing& writing, Frame& frame, base::Rect area) {
    take_written(mine, writing);
    const auto places = static_cast<double>(mine.urls.size());
    Scroll scroll(frame, "list", area, frame.px(1240 + (qr_side + 20) * places));
    auto& rest = scroll.content();
    rest.w -= frame.px(16);
    const auto plain = ink_of(20, paint::Weight::regular, frame.theme.ink2);
    draw_reached(mine, frame, rest);
    net_text(frame, rest, base::tr("wall.net.help"), plain);
    mine.codes.resize(mine.urls.size());
    for (std::size_t i = 0; i < mine.urls.size(); ++i) {
        draw_address(mine.codes[i], mine.urls[i] + "/net", frame, rest, "address/" + std::to_string(i));
    }
    if (mine.urls.empty()) net_text(frame, rest, base::tr("wall.net.none"), plain, "none");
    if (mine.seen_at_ms == 0) net_text(frame, rest, base::tr("wall.net.isolated"), plain, "advice");
    rest.cut_top(frame.px(16));
    draw_wifi(mine, writing, frame, rest);
    frame.redraw_in(1);  // a phone may come at any time
}

}  // namespace ui
