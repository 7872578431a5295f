// How the trainer takes the day along on a phone, and reads everything as text in a browser.
#include <algorithm>
#include <cmath>
#include <string>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

Ink flowing(Ink ink) {
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    return ink;
}

double paragraph_high(Frame& frame, const std::string& text, const Ink& ink, double wide) {
    return text_size(frame, text, flowing(ink), wide).h + frame.px(20);
}

void paragraph(Frame& frame, base::Rect& area, const std::string& text, const Ink& ink, std::string_view probe = {}) {
    label(frame, area.cut_top(paragraph_high(frame, text, ink, area.w)), text, flowing(ink), probe);
}

constexpr double let_in_design = 76;

/// One that was let in, here or away; its own page says its number.
void draw_let_in(const views::RemoteHead& remote, Frame& frame, const base::Rect& rect, Intents& out) {
    const auto& theme = frame.theme;
    const auto number = std::to_string(remote.number);
    frame.painter.fill({rect.x, rect.bottom() - frame.px(1), rect.w, frame.px(1)}, 0, theme.line);
    auto row = rect;
    ButtonLook look;
    look.design = 19;
    const auto verb = base::tr("wall.remote.send_away");
    const double wide = std::min(row.w * 0.5, button_width(frame, verb, look));
    const auto place = row.cut_right(wide).centred({wide, frame.px(touch::plain)});
    if (button(frame, "away/" + number, place, verb, look)) {
        out.emplace_back(intents::SettleRemotes{intents::SettleRemotes::What::send_away, 0, remote.number});
    }
    row.cut_right(frame.px(12));
    auto lines = row.centred({row.w, frame.px(54)});
    Ink ink;
    ink.weight = paint::Weight::semibold;
    label(frame, lines.cut_top(frame.px(28)), base::tr("wall.remote.number", {{"number", number}}), ink,
          "remote/" + number);
    auto state = base::tr(remote.here ? "wall.seat.here" : "wall.seat.away");
    if (remote.since_ms > 0) {
        state += " · " + base::tr("wall.remote.since", {{"time", base::to_local_time(remote.since_ms)}});
    }
    Ink small;
    small.design = 18;
    small.colour = theme.ink3;
    label(frame, lines, state, small, "state/" + number);
}

double let_in_high(const views::WallView& view, const Frame& frame) {
    if (view.remotes.empty()) return 0;
    return frame.px(let_in_design * static_cast<double>(view.remotes.size()) + 12 + touch::primary + 16);
}

/// Those that were let in, and at the end all at once, and the code with them.
void draw_all_let_in(const views::WallView& view, Frame& frame, const Scroll& scroll, base::Rect& rest, Intents& out) {
    if (view.remotes.empty()) return;
    for (const auto& remote : view.remotes) {
        const auto rect = rest.cut_top(frame.px(let_in_design));
        if (scroll.shows(rect)) draw_let_in(remote, frame, rect, out);
    }
    rest.cut_top(frame.px(12));
    ButtonLook away;
    away.icon = icon::close;
    if (button(frame, "revoke", rest.cut_top(frame.px(touch::primary)), base::tr("wall.remote.revoke"), away)) {
        out.emplace_back(intents::SettleRemotes{intents::SettleRemotes::What::revoke_all});
    }
    rest.cut_top(frame.px(16));
}

/// Whoever has the code leads the day: the room sees it only for as long as the trainer wants. Below what scrolls, so
/// that it is always in sight.
void draw_show_code(Sheets& mine, Frame& frame, base::Rect& area) {
    ButtonLook look;
    look.kind = ButtonKind::light;
    look.icon = mine.show_pair_code ? icon::eye_off : icon::key;
    const auto verb = base::tr(mine.show_pair_code ? "wall.remote.hide" : "wall.remote.show");
    if (button(frame, "show", area.cut_bottom(frame.px(touch::primary)), verb, look)) {
        mine.show_pair_code = !mine.show_pair_code;
        frame.scroll_to("list", 0);
        frame.redraw_in(0);
    }
    area.cut_bottom(frame.px(12));
}

}  // namespace

void draw_remote_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    const auto& theme = frame.theme;
    Ink plain;
    plain.colour = theme.ink2;
    Ink strong;
    strong.design = 24;
    strong.weight = paint::Weight::semibold;
    const auto start = view.base_url.find("//");
    const auto address = start == std::string::npos ? view.base_url : view.base_url.substr(start + 2);
    draw_show_code(mine, frame, area);
    const auto help = base::tr("wall.remote.help"), warn = base::tr("wall.remote.warn"),
               list = base::tr("wall.remote.list"), at = address + "/remote", list_at = address + "/list";
    const double wide = area.w - frame.px(16);
    const bool with_code = mine.show_pair_code;
    const double symbol = std::min(frame.px(with_code ? 220 : 280), area.h * (with_code ? 0.5 : 0.46));
    double high = symbol + frame.px(16 + 16) + let_in_high(view, frame);
    for (const auto* text : {&help, &warn, &list}) high += paragraph_high(frame, *text, plain, wide);
    for (const auto* text : {&at, &list_at}) high += paragraph_high(frame, *text, strong, wide);
    Scroll scroll(frame, "list", area, high);
    auto& rest = scroll.content();
    rest.w = wide;
    // Who is to be let in reads the code, the symbol and the address; else those that lead come first.
    if (!with_code) {
        draw_all_let_in(view, frame, scroll, rest, out);
        paragraph(frame, rest, help, plain);
    }
    auto way = rest.cut_top(symbol);
    const auto square = with_code ? way.cut_left(symbol) : way;
    draw_join_code(mine.remote_code, view.base_url + "/remote", frame, square);
    if (with_code) {
        way.cut_left(frame.px(16));
        auto code = ink_of(56, paint::Weight::bold, theme.ink, paint::Align::centre);
        code.least_design = 28;
        label(frame, way, view.pair_code, code, "code");
    }
    rest.cut_top(frame.px(16));
    paragraph(frame, rest, at, strong, "address");
    if (with_code) {
        draw_all_let_in(view, frame, scroll, rest, out);
        paragraph(frame, rest, help, plain);
    }
    paragraph(frame, rest, warn, plain);
    rest.cut_top(frame.px(16));
    paragraph(frame, rest, list_at, strong, "list-address");
    paragraph(frame, rest, list, plain);
}

void draw_pairing(const views::WallView& view, Frame& frame, Intents& out, double sheet_px) {
    if (view.asking_remotes.empty()) return;
    using What = intents::SettleRemotes::What;
    const auto asking = view.asking_remotes.front();
    const Frame::Scope scope(frame, "pairing");
    const Frame::Within region(frame, "", Region::Kind::beside);
    const auto& theme = frame.theme;
    // Beside an open sheet, which may show the code that this asks about.
    auto room = frame.screen();
    if (room.w - sheet_px >= frame.px(480)) frame.dock_left() ? room.cut_left(sheet_px) : room.cut_right(sheet_px);
    const double wide = std::min(frame.px(900), room.w - frame.px(32));
    Ink title;
    title.design = 26;
    title.weight = paint::Weight::bold;
    Ink text;
    text.colour = theme.ink2;
    text.most_lines = 3;
    text.down = paint::Align::start;
    const auto words = base::tr("wall.pairing.text");
    const double text_high = text_size(frame, words, text, wide - frame.px(48)).h;
    const double high = frame.px(40 + 44 + 16 + touch::primary) + text_high;
    const base::Rect box{std::round(room.centre().x - wide / 2), frame.px(24), wide, high};
    frame.block("ground", box);
    CardLook look;
    look.selected = true;
    card(frame, box, look);
    auto rest = box.inset(frame.px(24), frame.px(20));
    label(frame, rest.cut_top(frame.px(44)), base::tr("wall.pairing.title"), title, "title");
    label(frame, rest.cut_top(text_high), words, text, "text");
    auto verbs = rest.cut_bottom(frame.px(touch::primary));
    ButtonLook plain;
    ButtonLook main;
    main.kind = ButtonKind::primary;
    const double half = (verbs.w - frame.px(16)) / 2;
    if (button(frame, "turn_away", verbs.cut_left(half), base::tr("wall.pairing.turn_away"), plain)) {
        out.emplace_back(intents::SettleRemotes{What::turn_away, asking});
    }
    verbs.cut_left(frame.px(16));
    if (button(frame, "let_in", verbs, base::tr("wall.pairing.let_in"), main)) {
        out.emplace_back(intents::SettleRemotes{What::let_in, asking});
    }
}

}  // namespace ui
