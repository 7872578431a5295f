#include "ui/object_menu.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double menu_side = 10;  // around what stands in it

double item_width(Frame& frame, const MenuItem& item) {
    Ink ink;
    ink.weight = paint::Weight::semibold;
    return std::ceil(text_size(frame, item.text, ink).w + frame.px(24 + 10 + 28));
}

bool menu_item(Frame& frame, const base::Rect& rect, const MenuItem& item) {
    const auto& theme = frame.theme;
    const auto press = press_row(frame, item.id, rect, item.text, theme.accent_tint);
    auto inside = rect.inset(frame.px(14), 0);
    draw_icon(frame, inside.cut_left(frame.px(24)), item.icon, 22, press.held ? theme.accent : theme.ink2);
    inside.cut_left(frame.px(10));
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ink.colour = press.held ? theme.accent : theme.ink2;
    label(frame, inside, item.text, ink);
    return press.tapped;
}

}  // namespace

base::Rect beside_object(Frame& frame, const base::Rect& object, const base::Rect& board, base::Size size) {
    const double x = std::clamp(object.centre().x - size.w / 2, board.x, std::max(board.x, board.right() - size.w));
    double y = object.bottom() + frame.px(12);
    if (y + size.h > board.bottom()) y = object.y - size.h - frame.px(12);
    y = std::clamp(y, board.y, std::max(board.y, board.bottom() - size.h));
    return {std::round(x), std::round(y), size.w, size.h};
}

base::Rect share_of(Frame& frame, const base::Rect& board, base::Point middle, std::span<const base::Point> others) {
    const double least = frame.px(300), gap = frame.px(4);
    auto share = board;
    for (const auto& other : others) {
        const double between = (other.x + middle.x) / 2;
        if (other.x - middle.x > least) share.w = std::min(share.w, between - share.x - gap);
        if (middle.x - other.x > least) share.cut_left(std::max(0.0, between + gap - share.x));
    }
    return share;
}

void menu_ground(Frame& frame, const base::Rect& box) {
    frame.block("ground", box);
    const auto& theme = frame.theme;
    frame.painter.shadow(box, frame.px(radius::card), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(box, frame.px(radius::card), theme.surface);
    frame.painter.stroke(box, frame.px(radius::card), theme.line, frame.px(1));
}

std::string object_menu(Frame& frame, const base::Rect& object, const base::Rect& board,
                        std::span<const MenuItem> items) {
    const double side = frame.px(menu_side), high = frame.px(touch::primary);
    const double most = std::min(board.w, frame.px(880)) - 2 * side;
    double wide = 0;
    const auto rows_within = [&](double room) {
        int count = 1;
        double x = 0;
        wide = 0;
        for (const auto& item : items) {
            const double one = item_width(frame, item);
            if (x > 0 && x + one > room) x = 0, ++count;
            x += one;
            wide = std::max(wide, x);
        }
        return count;
    };
    const int rows = rows_within(most);
    // Rows about as long as each other: the last is no single verb.
    double room = most;
    while (rows > 1 && room > most / 2 && rows_within(room - frame.px(8)) == rows) room -= frame.px(8);
    rows_within(room);
    const auto box = beside_object(frame, object, board, {wide + 2 * side, rows * high + 2 * side});
    menu_ground(frame, box);
    base::Point at{box.x + side, box.y + side};
    std::string tapped;
    for (const auto& item : items) {
        const double one = item_width(frame, item);
        if (at.x + one > box.right() - side + 1) at = {box.x + side, at.y + high};
        if (menu_item(frame, {at.x, at.y, one, high}, item)) tapped = item.id;
        at.x += one;
    }
    return tapped;
}

std::string object_list(Frame& frame, const base::Rect& object, const base::Rect& board, std::string_view id,
                        std::span<const MenuItem> items) {
    constexpr double most_rows = 6, wide = 560;
    if (items.empty()) return {};
    const double side = frame.px(menu_side), high = frame.px(touch::primary);
    const double rows = static_cast<double>(items.size() - 1);
    const double room = std::max(high, board.h - 2 * side - high);
    const double list_high = std::min(std::min(rows, most_rows) * high, room);
    const auto box =
        beside_object(frame, object, board, {std::min(frame.px(wide), board.w), high + list_high + 2 * side});
    menu_ground(frame, box);
    auto place = box.inset(side);
    std::string tapped;
    if (menu_item(frame, place.cut_top(high), items.front())) tapped = items.front().id;
    Scroll list(frame, id, place, rows * high);
    auto content = list.content();
    for (const auto& item : items.subspan(1)) {
        const auto row = content.cut_top(high);
        // Of a long list only what can be seen is drawn, and whatever the keyboard may come to next.
        if (row.inset(0, -2 * high).overlaps(place) && menu_item(frame, row, item)) tapped = item.id;
    }
    return tapped;
}

bool aim_hint(Frame& frame, const base::Rect& object, const base::Rect& board, std::string_view text,
              std::string_view verb) {
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    const auto words = verb.empty() ? base::tr("wall.cancel") : std::string(verb);
    const double side = frame.px(menu_side), button_wide = std::max(frame.px(140), button_width(frame, words, quiet));
    const double wide = text_size(frame, text, ink).w + button_wide + frame.px(56);
    const auto box =
        beside_object(frame, object, board, {std::min(wide, board.w), frame.px(touch::primary) + 2 * side});
    menu_ground(frame, box);
    auto inside = box.inset(side);
    const bool stop = button(frame, "stop", inside.cut_right(button_wide), words, quiet);
    label(frame, inside.inset(frame.px(14), 0), text, ink, "aim");
    return stop;
}

}  // namespace ui
