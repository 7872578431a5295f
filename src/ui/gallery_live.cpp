#include <array>

#include "ui/gallery_private.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using paint::Weight;

void draw_rail(Gallery& mine, Frame& frame, base::Rect rail) {
    const double gap = frame.px(space::m), side = frame.px(20);
    auto clock = rail.cut_bottom(frame.px(264));
    card(frame, clock);
    auto inside = clock.inset(side);
    TimerView view;
    view.title = "Kundresan";
    view.ends = "slutar 10.50";
    view.total_ms = 2700000;
    view.left_ms = mine.ends_at_ms - frame.host_now_ms();
    auto row = inside.cut_bottom(frame.px(64));
    inside.cut_bottom(frame.px(12));
    timer(frame, inside, view);
    ButtonLook pause, more;
    pause.icon = icon::pause;
    more.icon = icon::plus;
    if (button(frame, "pause", row.cut_left(row.w / 2 - frame.px(4)), "Pausa", pause)) {
        mine.toasts.add(frame, "Tiden står still", {}, Tone::info, row.centre());
    }
    row.cut_left(frame.px(8));
    if (button(frame, "more-time", row, "5 min", more)) mine.ends_at_ms += 300000;
    rail.cut_bottom(gap);

    card(frame, rail);
    inside = rail.inset(frame.px(10));
    Ink title;
    title.design = 22;
    title.weight = Weight::bold;
    label(frame, inside.cut_top(frame.px(44)).inset(frame.px(14), 0), "Dagens pass", title);
    struct Row {
        std::string_view id;
        AgendaRow row;
    };
    using State = AgendaRow::State;
    const std::array<Row, 7> rows{{{"welcome", {"09.00", "Välkommen", "15 min", State::done}},
                                   {"people", {"09.15", "Personor", "35 min", State::done}},
                                   {"coffee", {"09.50", "Fika", "15 min", State::done}},
                                   {"journey", {"10.05", "Kundresan", "45 min", State::now}},
                                   {"storm", {"10.50", "Idéstorm", "30 min", State::next}},
                                   {"vote", {"11.20", "Rösta", "15 min", State::late}},
                                   {"effect", {"11.35", "Effekt, insats", "25 min", State::next}}}};
    const Frame::Scope scope(frame, "agenda");
    const double high = frame.px(59);
    Scroll list(frame, "list", inside, high * static_cast<double>(rows.size()));
    for (const auto& [id, row_view] : rows) {
        const auto press = agenda_row(frame, id, list.content().cut_top(high).inset(0, frame.px(1)), row_view);
        if (press.tapped) mine.said = "look " + std::string(id);
        if (press.long_pressed) mine.asks_to_end = true;
    }
}

void draw_writing(Gallery& mine, Frame& frame, base::Rect place) {
    card(frame, place);
    auto inside = place.inset(frame.px(24));
    Ink head;
    head.weight = Weight::semibold;
    head.colour = frame.theme.ink2;
    const auto title = [&](std::string_view text) { label(frame, inside.cut_top(frame.px(32)), text, head); };
    title("Skriv på alla språk");
    FieldLook look;
    look.placeholder = "Skriv vad du tänker";
    const auto note = text_field(frame, "note", inside.cut_top(frame.px(150)), mine.note, look);
    if (note.got) mine.keyboard.open = true;
    if (note.cut) mine.toasts.add(frame, "Allt fick inte plats", {}, Tone::warn);
    inside.cut_top(frame.px(12));
    title("Sök");
    if (search_field(frame, "search", inside.cut_top(frame.px(56)), mine.search, "Sök bland idéer").got)
        mine.keyboard.open = true;
    inside.cut_top(frame.px(12));
    title("Kod till låset");
    FieldLook secret;
    secret.secret = true;
    secret.icon = icon::lock;
    secret.placeholder = "Fyra siffror";
    if (text_field(frame, "secret", inside.cut_top(frame.px(60)), mine.secret, secret).got) mine.keyboard.open = true;
    inside.cut_top(frame.px(16));
    if (toggle(frame, "toggle", inside.cut_top(frame.px(56)), "Visa nya lappar direkt", mine.toggled)) {
        mine.toggled = !mine.toggled;
        mine.said = mine.toggled ? "toggle on" : "toggle off";
    }
    inside.cut_top(frame.px(16));
    auto row = inside.cut_top(frame.px(56));
    double x = row.x + frame.px(28);
    for (const auto colour : {"himmel", "aprikos", "lila"}) {
        avatar(frame, {x, row.centre().y}, frame.px(28), colour);
        x += frame.px(68);
    }
    initials(frame, {x, row.centre().y}, frame.px(22), "Elif");
    initials(frame, {x + frame.px(56), row.centre().y}, frame.px(22), "Jonas");
    logo(frame, {x + frame.px(100), row.centre().y - frame.px(22), frame.px(44), frame.px(44)});
}

void draw_moving(Gallery& mine, Frame& frame, base::Rect place) {
    const base::Size size{frame.px(260), frame.px(104)};
    const auto free = base::Rect{place.x, place.y, std::max(1.0, place.w - size.w), std::max(1.0, place.h - size.h)};
    CardLook target;
    base::Rect here{place.x + mine.card_at.x, place.y + mine.card_at.y, size.w, size.h};
    const auto drag = frame.drag("card", here);
    const auto press = frame.press("card", here);
    if (drag) {
        // The rest of the way is the drag's until it ends.
        const base::Point to = mine.card_from + drag->by;
        mine.card_at = {std::clamp(to.x, 0.0, free.w), std::clamp(to.y, 0.0, free.h)};
        if (drag->cancelled) mine.card_at = mine.card_from;
        if (drag->ended) {
            mine.card_from = mine.card_at;
            mine.said = drag->cancelled ? "drag cancelled" : "dropped";
        }
        here = {place.x + mine.card_at.x, place.y + mine.card_at.y, size.w, size.h};
        target.drop_target = true;
    }
    if (press.tapped) mine.said = "card tapped";
    CardLook ground;
    ground.flat = true;
    card(frame, place.inset(frame.px(-8)), drag ? target : ground);
    CardLook look;
    look.dragged = drag && !drag->ended;
    look.pressed = press.held;
    look.selected = press.focused;
    look.radius = radius::note;
    look.fill = frame.theme.note("sol");
    card(frame, here, look);
    Ink ink;
    ink.design = 22;
    ink.weight = Weight::medium;
    ink.colour = frame.theme.note_ink;
    ink.most_lines = 2;
    label(frame, here.inset(frame.px(14)), "Dra mig dit du vill", ink);
}

void draw_list(Gallery& mine, Frame& frame, base::Rect place) {
    card(frame, place);
    const Frame::Scope scope(frame, "list");
    const double high = frame.px(64);
    Scroll list(frame, "scroll", place.inset(frame.px(8)), high * 40);
    for (int i = 0; i < 40; ++i) {
        const auto rect = list.content().cut_top(high).inset(frame.px(8), frame.px(4));
        if (!list.shows(rect)) continue;
        ButtonLook look;
        look.kind = ButtonKind::light;
        if (button(frame, "row-" + std::to_string(i), rect, "Rad " + std::to_string(i + 1), look)) {
            mine.said = "row " + std::to_string(i + 1);
        }
    }
}

void draw_below(Gallery& mine, Frame& frame) {
    static constexpr std::array<std::string_view, 13> ids{
        "home", "", "select", "note", "feeling", "pencil", "link", "", "undo", "redo", "inbox", "help", "theme"};
    auto tools = mine.commands.tools(ids);
    for (auto& tool : tools) {
        tool.on = tool.id == mine.tool;
        if (tool.id == "inbox") tool.count = 3;
    }
    const auto layout = dock_layout(frame, 268);
    const auto tapped = dock(frame, mine.dock, layout, tools);
    if (!tapped.empty()) mine.commands.run(tapped);
    ButtonLook next;
    next.kind = ButtonKind::primary;
    next.design = 22;
    next.icon = icon::right;
    next.icon_after = true;
    if (button(frame, "next", layout.main_action, "Nästa: Idéstorm", next)) {
        ++mine.taps;
        mine.said = "next " + std::to_string(mine.taps);
        mine.toasts.add(frame, "Nu är det idéstorm", "back", Tone::ok, layout.main_action.centre());
    }
}

}  // namespace

void draw_gallery_live(Gallery& mine, Frame& frame) {
    auto rest = frame.screen();
    rest.cut_bottom(frame.px(112));
    rest = rest.inset(frame.px(24));
    auto rail = frame.dock_left() ? rest.cut_left(frame.px(356)) : rest.cut_right(frame.px(356));
    frame.dock_left() ? rest.cut_left(frame.px(24)) : rest.cut_right(frame.px(24));
    Ink title;
    title.design = 36;
    title.weight = Weight::bold;
    label(frame, rest.cut_top(frame.px(60)), "Prova själv", title, "title");
    rest.cut_top(frame.px(16));
    draw_rail(mine, frame, rail);
    auto left = rest.cut_left(rest.w * 0.5);
    rest.cut_left(frame.px(16));
    draw_writing(mine, frame, left.cut_top(frame.px(560)));
    left.cut_top(frame.px(16));
    draw_moving(mine, frame, left.inset(frame.px(8)));
    draw_list(mine, frame, rest);
    draw_below(mine, frame);

    bool close = false;
    if (const auto sheet = side_sheet(frame, "inbox-sheet", mine.sheet_open, "Inkorg", close)) {
        EmptyState empty{"Inget väntar", "Nya lappar från plattorna hamnar här.", {}, {}};
        empty_state(frame, "empty", sheet->place, empty);
    }
    if (close) mine.sheet_open = false;

    std::string_view written = mine.note.text;
    if (frame.has_keyboard("search")) written = mine.search.text;
    static const std::vector<std::string> words{"menyn",  "meny", "medbestämmande", "skola",  "skollunch",
                                                "elever", "kön",  "bestämmer",      "matsal", "matsalen"};
    const KeyboardView view{written.substr(0, mine.note.caret), words, {}};
    keyboard(frame, mine.keyboard, view);
    if (frame.focused_path().empty()) mine.keyboard.open = false;
    const auto undone = toasts(frame, mine.toasts);
    if (undone == "back") {
        --mine.taps;
        mine.said = "undone " + std::to_string(mine.taps);
    }
}

}  // namespace ui
