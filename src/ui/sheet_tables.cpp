// Tables of three to five: each chooses one, all are dealt by lot, or a seat is moved by two taps.
#include <algorithm>
#include <array>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/sheets.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using SeatItem = views::RemoteView::SeatItem;

/// The remote and the tablets say it in the same words.
std::string tables_text(std::string_view key, std::initializer_list<base::Fill> fills = {}) {
    return base::tr_page(base::language(), key, fills);
}

struct TableGroup {
    int number = 0;  // 0: at no table
    std::vector<const SeatItem*> seats;
};

std::vector<TableGroup> groups_of(const views::RemoteView& remote) {
    std::vector<TableGroup> groups(1 + (remote.room.tables ? remote.room.tables->seated.size() : 0));
    for (std::size_t i = 0; i < groups.size(); ++i) groups[i].number = static_cast<int>(i);
    for (const auto& seat : remote.seats) {
        const auto table = static_cast<std::size_t>(seat.table);
        if (table == 0 && (!seat.here || seat.use == "paper")) continue;
        if (table < groups.size()) groups[table].seats.push_back(&seat);
    }
    std::rotate(groups.begin(), groups.begin() + 1, groups.end());
    return groups;
}

/// Where the seats of a group stand, row by row.
std::vector<base::Rect> chip_places(Frame& frame, const base::Rect& area, const TableGroup& group,
                                    const std::optional<base::Id>& chosen) {
    const double high = frame.px(touch::secondary), gap = frame.px(8);
    std::vector<base::Rect> places;
    double x = area.x, y = area.y;
    for (const auto* seat : group.seats) {
        const double wide = std::min(area.w, filter_chip_width(frame, seat->label, chosen == seat->seat));
        if (x > area.x && x + wide > area.right()) {
            x = area.x;
            y += high + gap;
        }
        places.push_back({x, y, wide, high});
        x += wide + gap;
    }
    return places;
}

double group_height(Frame& frame, double width, const TableGroup& group, const std::optional<base::Id>& chosen) {
    const base::Rect area{0, 0, width, 0};
    const auto places = chip_places(frame, area, group, chosen);
    return frame.px(touch::plain + 20) + (places.empty() ? 0 : places.back().bottom());
}

void draw_group(Sheets& mine, const TableGroup& group, Frame& frame, base::Rect area, Intents& out) {
    const auto number = std::to_string(group.number);
    auto head = area.cut_top(frame.px(touch::plain));
    const bool moves = mine.table_seat && std::none_of(group.seats.begin(), group.seats.end(), [&](const auto* seat) {
                           return seat->seat == *mine.table_seat;
                       });
    if (moves) {
        ButtonLook light;
        light.kind = ButtonKind::light;
        light.design = 19;
        const auto words = base::tr("wall.tables.here");
        if (button(frame, "here/" + number, head.cut_right(button_width(frame, words, light)), words, light)) {
            out.emplace_back(intents::SeatAt{*mine.table_seat, group.number});
            mine.table_seat.reset();
            frame.redraw_in(0);
        }
    }
    Ink title;
    title.weight = paint::Weight::semibold;
    const auto name = group.number > 0 ? tables_text("table.label", {{"number", number}}) : tables_text("table.none");
    label(frame, head, name + " · " + std::to_string(group.seats.size()), title, "table/" + number);
    const auto places = chip_places(frame, area, group, mine.table_seat);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& seat = *group.seats[i];
        const bool on = mine.table_seat == seat.seat;
        if (!filter_chip(frame, "seat/" + seat.seat.text(), places[i], seat.label, on)) continue;
        mine.table_seat = on ? std::nullopt : std::optional(seat.seat);
        frame.redraw_in(0);
    }
}

struct TablesWay {
    std::string_view id, key;
    intents::Seating how;
};
constexpr std::array<TablesWay, 3> tables_ways{{{"choose", "tables.choose", intents::Seating::choose},
                                                {"deal", "tables.deal", intents::Seating::deal},
                                                {"place", "tables.place", intents::Seating::place}}};

/// How many at each, and how one comes to sit there.
void draw_making(Sheets& mine, const views::RemoteView& remote, Frame& frame, base::Rect& rest, Intents& out) {
    const auto& tables = remote.room.tables;
    label(frame, rest.cut_top(frame.px(36)), base::tr("wall.tables.size"),
          ink_of(20, paint::Weight::regular, frame.theme.ink2));
    auto row = rest.cut_top(frame.px(touch::secondary));
    const int size = mine.table_size > 0 || tables ? mine.table_size : 4;
    for (int i = 3; i <= 5; ++i) {
        const auto text = std::to_string(i);
        const double wide = filter_chip_width(frame, text, size == i);
        if (filter_chip(frame, "size/" + text, row.cut_left(wide), text, size == i)) {
            mine.table_size = i;
            frame.redraw_in(0);
        }
        row.cut_left(frame.px(8));
    }
    rest.cut_top(frame.px(12));
    for (const auto& way : tables_ways) {
        ButtonLook look;
        if (tables && tables->how == way.id) look.kind = ButtonKind::light;
        const auto place = rest.cut_top(frame.px(touch::plain));
        rest.cut_top(frame.px(8));
        if (!button(frame, way.id, place, tables_text(way.key), look)) continue;
        intents::MakeTables wish;
        wish.how = way.how;
        wish.size = size;
        out.emplace_back(wish);
        mine.table_size = 0;
        mine.table_seat.reset();
    }
}

constexpr double making_high = 36 + touch::secondary + 12 + 3 * (touch::plain + 8);

}  // namespace

void draw_tables_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out) {
    const auto& remote = view.remote;
    const auto& tables = remote.room.tables;
    const auto groups = tables ? groups_of(remote) : std::vector<TableGroup>{};
    const double wide = area.w - frame.px(16);
    double high = frame.px(making_high);
    auto ink = ink_of(18, paint::Weight::regular, frame.theme.ink2);
    ink.most_lines = 0;
    ink.down = paint::Align::start;
    const auto help = base::tr("wall.tables.help");
    const double help_high = text_size(frame, help, ink, wide).h + frame.px(16);
    for (const auto& group : groups) high += group_height(frame, wide, group, mine.table_seat);
    if (tables) high += help_high + frame.px(2 * touch::primary + 24);
    Scroll list(frame, "list", area, high);
    auto& rest = list.content();
    rest.w = wide;
    draw_making(mine, remote, frame, rest, out);
    if (!tables) return;
    rest.cut_top(frame.px(8));
    label(frame, rest.cut_top(help_high), help, ink);
    for (const auto& group : groups) {
        const auto place = rest.cut_top(group_height(frame, wide, group, mine.table_seat));
        if (list.shows(place)) draw_group(mine, group, frame, place, out);
    }
    if (toggle(frame, "sign", rest.cut_top(frame.px(touch::primary)), tables_text("tables.sign"), tables->sign)) {
        intents::MakeTables wish;
        wish.sign = !tables->sign;
        out.emplace_back(wish);
    }
    rest.cut_top(frame.px(8));
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    quiet.icon = icon::close;
    const auto none = tables_text("tables.none");
    auto last = rest.cut_top(frame.px(touch::plain));
    if (button(frame, "none", last.cut_left(button_width(frame, none, quiet)), none, quiet)) {
        intents::MakeTables wish;
        wish.how = intents::Seating::none;
        out.emplace_back(wish);
        mine.table_seat.reset();
    }
}

}  // namespace ui
