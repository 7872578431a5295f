#include <array>

#include "ui/gallery_private.hpp"

namespace ui {
namespace {

using paint::Weight;

/// Design coordinates of the sheet.
struct Sheet {
    Frame& frame;
    double left = 0;

    base::Rect at(double x, double y, double w, double h) const {
        return {frame.px(left + x), frame.px(y), frame.px(w), frame.px(h)};
    }
    void words(double x, double y, double w, std::string_view text, double design = 18, Weight weight = Weight::regular,
               std::optional<base::Colour> colour = {}, double high = 26) const {
        Ink ink;
        ink.design = design;
        ink.weight = weight;
        ink.colour = colour;
        ink.most_lines = 3;
        ink.down = paint::Align::start;
        ink.line_height = design >= 48 ? 1.15 : design >= 36 ? 1.2 : 1.35;
        label(frame, at(x, y, w, std::max(high, design * 4)), text, ink);
    }
    void heading(double x, double y, std::string_view text) const { words(x, y, 380, text, 22, Weight::bold); }
};

void draw_colours(const Sheet& sheet) {
    const auto& t = sheet.frame.theme;
    auto& painter = sheet.frame.painter;
    const double px = sheet.frame.px(1);
    card(sheet.frame, sheet.at(0, 24, 430, 1032));
    sheet.heading(24, 47, "Färger");
    const std::array<std::pair<std::string_view, base::Colour>, 16> swatches{{{"paper", t.paper},
                                                                              {"surface", t.surface},
                                                                              {"sunken", t.sunken},
                                                                              {"line", t.line},
                                                                              {"ink", t.ink},
                                                                              {"ink2", t.ink2},
                                                                              {"ink3", t.ink3},
                                                                              {"line-ctrl", t.line_control},
                                                                              {"acc", t.accent},
                                                                              {"acc-press", t.accent_press},
                                                                              {"acc-tint", t.accent_tint},
                                                                              {"acc-tint2", t.accent_tint2},
                                                                              {"ok", t.ok},
                                                                              {"warn", t.warn},
                                                                              {"err", t.error},
                                                                              {"info", t.info}}};
    for (std::size_t i = 0; i < swatches.size(); ++i) {
        const double x = 24 + static_cast<double>(i % 2) * 197, y = 88 + static_cast<double>(i / 2) * 44;
        const auto box = sheet.at(x, y + 4, 44, 36);
        painter.fill(box, 8 * px, swatches[i].second);
        painter.stroke(box.inset(px / 2), 8 * px, t.line, px);
        Ink ink;
        ink.design = 18;
        label(sheet.frame, sheet.at(x + 56, y, 130, 44), swatches[i].first, ink);
    }
    sheet.heading(24, 462, "Lappar: färg och form");
    const std::array<std::string_view, 8> names{"Sol", "Aprikos", "Ros", "Lila", "Himmel", "Mint", "Sand", "Skiffer"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double x = 24 + static_cast<double>(i % 2) * 195, y = 504 + static_cast<double>(i / 2) * 74;
        const auto colour = paint::note_colours[i].name;
        painter.fill(sheet.at(x, y, 187, 66), 6 * px, t.note(colour));
        note_mark(sheet.frame, sheet.at(x + 12, y + 24, 18, 18), colour, base::mix(t.note(colour), t.note_ink, 0.72));
        Ink ink;
        ink.design = 18;
        ink.weight = Weight::semibold;
        ink.colour = t.note_ink;
        label(sheet.frame, sheet.at(x + 40, y, 140, 66), names[i], ink);
    }
    sheet.heading(24, 812, "Diagram");
    const std::array<base::Colour, 5> data{t.data1, t.data2, t.data3, t.data_grey, t.data_grey2};
    for (std::size_t i = 0; i < data.size(); ++i) {
        painter.fill(sheet.at(24 + static_cast<double>(i) * 78, 856, 70, 40), 6 * px, data[i]);
    }
    sheet.words(24, 906, 382, "Accent för det viktiga, grått för resten. Alltid siffra eller text intill.", 18,
                Weight::regular, t.ink2);
}

void draw_type(const Sheet& sheet) {
    const auto& t = sheet.frame.theme;
    auto& painter = sheet.frame.painter;
    card(sheet.frame, sheet.at(0, 24, 330, 1032));
    sheet.heading(24, 47, "Text");
    sheet.words(24, 84, 290, "96", 96, Weight::bold);
    sheet.words(24, 189, 290, "tid på skärmen, bold", 18, Weight::regular, t.ink3);
    sheet.words(24, 222, 290, "64 Fråga", 64, Weight::bold);
    sheet.words(24, 303, 290, "48 Resultat", 48, Weight::bold);
    sheet.words(24, 369, 290, "36 Skärmens rubrik", 36, Weight::bold);
    sheet.words(24, 466, 290, "28 Kortets rubrik", 28, Weight::semibold);
    sheet.words(24, 513, 290, "24 Underrubrik", 24, Weight::semibold);
    sheet.words(24, 557, 290, "22 Text på lappar", 22, Weight::medium);
    sheet.words(24, 599, 290, "20 Löptext och knappar", 20);
    sheet.words(24, 638, 290, "18 Minsta text, stödtext", 18, Weight::regular, t.ink3);
    sheet.heading(24, 683, "Avstånd");
    double x = 24;
    for (const double side : {space::xs, space::s, space::m, space::l, space::xl, space::xxl}) {
        painter.fill(sheet.at(x, 775 - side, side, side), 0, t.accent);
        x += side + 10;
    }
    sheet.words(24, 780, 290, "8, 12, 16, 24, 32, 48", 18, Weight::regular, t.ink3);
    sheet.heading(24, 826, "Hörn och skugga");
    const std::array<double, 4> radii{radius::note, radius::control, radius::card, radius::sheet};
    for (std::size_t i = 0; i < radii.size(); ++i) {
        const auto box = sheet.at(24 + static_cast<double>(i) * 72, 870, 60, 60);
        const double px = sheet.frame.px(1);
        const bool high = i > 1;
        if (i > 0) painter.shadow(box, radii[i] * px, (high ? 36 : 12) * px, (high ? 0.14 : 0.07) * t.shadow);
        painter.fill(box, radii[i] * px, t.surface);
        if (!high) painter.stroke(box.inset(px / 2), radii[i] * px, t.line, px);
    }
}

void draw_buttons(const Sheet& sheet) {
    sheet.heading(24, 47, "Knappar");
    const std::array<std::string_view, 4> states{"Vanlig", "Tryckt", "Fokus", "Av"};
    struct Row {
        std::string_view name, text;
        ButtonKind kind;
        double y, high;
    };
    const std::array<Row, 4> rows{{{"Viktigast", "Nästa", ButtonKind::primary, 122, 64},
                                   {"Vanlig", "Pausa", ButtonKind::plain, 196, 56},
                                   {"Lätt", "Slå ihop", ButtonKind::light, 262, 56},
                                   {"Farlig", "Radera", ButtonKind::danger, 328, 56}}};
    const auto& t = sheet.frame.theme;
    for (std::size_t i = 0; i < states.size(); ++i) {
        sheet.words(146 + static_cast<double>(i) * 100, 88, 90, states[i], 18, Weight::regular, t.ink2);
    }
    for (const auto& row : rows) {
        Ink ink;
        ink.design = 18;
        ink.colour = t.ink2;
        label(sheet.frame, sheet.at(24, row.y, 112, row.high), row.name, ink);
        for (std::size_t i = 0; i < states.size(); ++i) {
            ButtonLook look;
            look.kind = row.kind;
            look.design = 18;
            const auto state = std::array<ButtonState, 4>{ButtonState::normal, ButtonState::pressed, ButtonState::focus,
                                                          ButtonState::off}[i];
            paint_button(sheet.frame, sheet.at(146 + static_cast<double>(i) * 100, row.y, 90, row.high), row.text, look,
                         state);
        }
    }
}

void draw_middle(const Sheet& sheet, Gallery& mine) {
    auto& frame = sheet.frame;
    const auto& t = frame.theme;
    card(frame, sheet.at(0, 24, 560, 1032));
    draw_buttons(sheet);
    sheet.heading(24, 406, "Fält");
    FieldLook look;
    look.design = 20;
    look.placeholder = "Skriv här";
    text_field(frame, "field/empty", sheet.at(24, 449, 250, 60), mine.empty_field, look);
    text_field(frame, "field/written", sheet.at(284, 449, 252, 60), mine.written_field, look);
    look.error = "Koden finns inte i dag";
    text_field(frame, "field/wrong", sheet.at(24, 519, 250, 60), mine.wrong_field, look);
    look.error = {};
    look.locked_by = "Låst av Elif";
    TextField locked;
    text_field(frame, "field/locked", sheet.at(284, 519, 252, 60), locked, look);

    sheet.heading(24, 631, "Märken och filter");
    double x = sheet.at(24, 0, 0, 0).x;
    const double gap = frame.px(8), y = frame.px(673);
    for (const auto& [text, tone, icon] :
         std::array<std::tuple<std::string_view, Tone, std::string_view>, 5>{{{"Skola", Tone::neutral, icon::none},
                                                                              {"Test", Tone::accent, icon::flask},
                                                                              {"Klart", Tone::ok, icon::tick},
                                                                              {"Sent", Tone::warn, icon::warning},
                                                                              {"Fel", Tone::err, icon::error}}}) {
        x = chip(frame, {x, y}, text, tone, icon).right() + gap;
    }
    auto line = sheet.at(24, 717, 512, 48);
    const auto tips = chip(frame, {line.x, frame.px(723)}, "Tips", Tone::info, icon::info);
    line.cut_left(tips.w + gap);
    filter_chip(frame, "filter/off", line.cut_left(filter_chip_width(frame, "Filter", false)), "Filter", false);
    line.cut_left(gap);
    const auto words = mine.filter_on ? "Filter på" : "Filter av";
    if (filter_chip(frame, "filter/on", line.cut_left(filter_chip_width(frame, words, mine.filter_on)), words,
                    mine.filter_on)) {
        mine.filter_on = !mine.filter_on;
        mine.said = mine.filter_on ? "filter on" : "filter off";
    }

    sheet.heading(24, 785, "Verktyg och framsteg");
    const std::array<Tool, 5> tools{{{"", "Lapp", icon::note},
                                     {"", "Vald", icon::hand, true, true},
                                     {"", "Tryckt", icon::pencil},
                                     {"", "Av", icon::redo, false},
                                     {"", "Inkorg", icon::inbox, true, false, 3}}};
    for (std::size_t i = 0; i < tools.size(); ++i) {
        paint_tool(frame, sheet.at(24 + static_cast<double>(i) * 100, 828, 92, 88), tools[i], i == 2);
    }
    progress_bar(frame, sheet.at(24, 926, 512, 12), 0.62);
    Ink ink;
    ink.design = 18;
    ink.colour = t.ink2;
    label(frame, sheet.at(68, 948, 440, 32), "Hämtar ärenden, 412 av 1 192", ink);
    spinner(frame, sheet.at(24, 948, 32, 32).centre(), frame.px(14.5));
    ButtonLook busy;
    busy.busy = true;
    paint_button(frame, sheet.at(396, 948, 140, 56), "Sparar", busy, ButtonState::busy);
}

/// The dialog, the toast, the empty and the error state, as they look; the second page has them alive.
void draw_right(const Sheet& sheet, Gallery& mine) {
    auto& frame = sheet.frame;
    const auto& t = frame.theme;
    CardLook high;
    high.dragged = false;
    high.radius = radius::sheet;
    frame.painter.shadow(sheet.at(0, 24, 504, 234), frame.px(28), frame.px(36), 0.14 * t.shadow);
    card(frame, sheet.at(0, 24, 504, 234), high);
    sheet.words(27, 49, 450, "Avsluta passet?", 28, Weight::bold);
    sheet.words(27, 93, 450, "23 personer är med. Allt är sparat och de ser en tacksida.", 20, Weight::regular, t.ink2);
    ButtonLook plain, primary;
    primary.kind = ButtonKind::primary;
    primary.design = 22;
    if (button(frame, "end/stay", sheet.at(27, 168, 219, 64), "Fortsätt passet", plain)) mine.said = "stay";
    if (button(frame, "end/go", sheet.at(258, 168, 219, 64), "Avsluta", primary)) mine.asks_to_end = true;

    const auto bar = sheet.at(0, 276, 504, 66);
    frame.painter.fill(bar, frame.px(16), t.toast);
    draw_icon(frame, sheet.at(24, 276, 28, 66), icon::tick, 28, t.sun);
    Ink ink;
    ink.design = 22;
    ink.colour = t.on_toast;
    label(frame, sheet.at(68, 276, 300, 66), "Lappen är borttagen", ink);
    ink.colour = t.sun;
    ink.weight = Weight::semibold;
    ink.across = paint::Align::end;
    label(frame, sheet.at(380, 276, 100, 66), "Ångra", ink);

    card(frame, sheet.at(0, 361, 504, 302));
    const EmptyState empty{"Inga idéer här än", "Starta en idéstorm eller skriv den första själv.", "Starta idéstorm",
                           "Skriv en idé"};
    const int way = empty_state(frame, "empty", sheet.at(28, 385, 448, 260), empty);
    if (way >= 0) mine.said = way == 0 ? "storm" : "idea";

    ErrorState error{"Kunde inte hämta ärenden", "Kundcenters system svarar inte. Du ser siffrorna från i går 18.00.",
                     "HTTP 503", true, mine.show_error};
    const auto box = sheet.at(0, 681, 504, mine.show_error ? 246 : 212);
    const int tapped = error_state(frame, "error", box, error);
    if (tapped == 0) mine.said = "retry";
    if (tapped == 1) mine.show_error = !mine.show_error;

    primary.icon = icon::right;
    primary.icon_after = true;
    if (button(frame, "try", sheet.at(260, 984, 244, 72), "Prova själv", primary)) mine.page = Gallery::Page::live;
    ButtonLook theme;
    theme.icon = mine.dark ? icon::sun : icon::moon;
    if (button(frame, "theme", sheet.at(0, 984, 244, 72), mine.dark ? "Ljust" : "Mörkt", theme))
        mine.wants_dark = !mine.dark;
}

}  // namespace

void draw_gallery_sheet(Gallery& mine, Frame& frame) {
    draw_colours({frame, 24});
    draw_type({frame, 470});
    draw_middle({frame, 816}, mine);
    draw_right({frame, 1392}, mine);
}

}  // namespace ui
