// How the trainer takes the day along on a phone, and reads everything as text in a browser.
#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

void paragraph(Frame& frame, base::Rect& area, const std::string& text, Ink ink, std::string_view probe = {}) {
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    label(frame, area.cut_top(text_size(frame, text, ink, area.w).h + frame.px(20)), text, ink, probe);
}

}  // namespace

void draw_remote_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area) {
    Scroll scroll(frame, "list", area, frame.px(940));
    auto& rest = scroll.content();
    rest.w -= frame.px(16);
    const auto& theme = frame.theme;
    Ink plain;
    plain.colour = theme.ink2;
    Ink strong;
    strong.design = 24;
    strong.weight = paint::Weight::semibold;
    const auto start = view.base_url.find("//");
    const auto address = start == std::string::npos ? view.base_url : view.base_url.substr(start + 2);
    paragraph(frame, rest, base::tr("wall.remote.help"), plain);
    draw_join_code(mine.remote_code, view.base_url + "/remote", frame, rest.cut_top(frame.px(280)));
    rest.cut_top(frame.px(16));
    paragraph(frame, rest, address + "/remote", strong, "address");

    // Whoever has the code leads the day: the room sees it only for as long as the trainer wants.
    ButtonLook look;
    look.kind = ButtonKind::light;
    look.icon = mine.show_pair_code ? icon::eye_off : icon::key;
    const auto verb = base::tr(mine.show_pair_code ? "wall.remote.hide" : "wall.remote.show");
    if (button(frame, "show", rest.cut_top(frame.px(touch::primary)), verb, look)) {
        mine.show_pair_code = !mine.show_pair_code;
        frame.redraw_in(0);
    }
    rest.cut_top(frame.px(12));
    if (mine.show_pair_code) {
        Ink code;
        code.design = 56;
        code.weight = paint::Weight::bold;
        code.across = paint::Align::centre;
        label(frame, rest.cut_top(frame.px(80)), view.pair_code, code, "code");
    }
    paragraph(frame, rest, base::tr("wall.remote.warn"), plain);
    rest.cut_top(frame.px(16));
    paragraph(frame, rest, address + "/list", strong, "list-address");
    paragraph(frame, rest, base::tr("wall.remote.list"), plain);
}

}  // namespace ui
