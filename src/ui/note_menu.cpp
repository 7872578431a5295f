// The menu of a chosen note: it belongs to the note, and stands beside it.
#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "ui/note_hands.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

struct Item {
    std::string id, text;
    std::string_view icon;
};

std::vector<Item> items_of(const views::WallView& view, const views::NoteView& note) {
    const auto& room = view.remote.room;
    const bool writes = room.block && room.block->writes == note.type;
    std::vector<Item> items;
    items.push_back({"fix", base::tr("wall.note.fix"), icon::pencil});
    items.push_back({"colour", base::tr("wall.note.colour"), icon::brush});
    items.push_back({"large", base::tr("wall.note.large"), icon::search});
    if (writes) items.push_back({"copy", base::tr("wall.note.copy"), icon::copy});
    const bool groups = writes && room.block->groups.size() > 1;
    if (groups || !room.clusters.empty()) items.push_back({"move", base::tr("wall.note.move"), icon::right});
    items.push_back({"group", base::tr("wall.note.group"), icon::group});
    if (room.wall.size() > 1) items.push_back({"merge", base::tr("wall.note.merge"), icon::merge});
    if (note.number.empty()) {
        items.push_back({"hide", base::tr("wall.note.hide"), icon::trash});
    } else {
        items.push_back({"withdraw", base::tr("wall.note.withdraw"), icon::archive});
    }
    return items;
}

double item_width(Frame& frame, const Item& item) {
    Ink ink;
    ink.weight = paint::Weight::semibold;
    return std::ceil(text_size(frame, item.text, ink).w + frame.px(24 + 10 + 28));
}

bool menu_item(Frame& frame, const base::Rect& rect, const Item& item) {
    const auto press = frame.press(item.id, rect);
    frame.say(item.id, item.text);
    const auto& theme = frame.theme;
    if (press.held) frame.painter.fill(rect, frame.px(radius::control), theme.accent_tint);
    if (press.focused) focus_ring(frame, rect, frame.px(radius::control));
    auto inside = rect.inset(frame.px(14), 0);
    draw_icon(frame, inside.cut_left(frame.px(24)), item.icon, 22, press.held ? theme.accent : theme.ink2);
    inside.cut_left(frame.px(10));
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ink.colour = press.held ? theme.accent : theme.ink2;
    label(frame, inside, item.text, ink);
    return press.tapped;
}

void act(std::string_view item, NoteHands& mine, Writing& writing, const views::RoomView& room,
         const views::NoteView& note, Intents& out) {
    if (item == "colour") {
        mine.colours = true;
        return;
    }
    if (item == "move" || item == "merge") {
        mine.aim = item == "move" ? NoteHands::Aim::move : NoteHands::Aim::merge;
        return;
    }
    if (item == "fix") begin_writing(writing, Writing::What::fix, note.id, note.text);
    if (item == "group") begin_writing(writing, Writing::What::cluster, note.id);
    if (item == "withdraw") begin_writing(writing, Writing::What::withdraw, note.id);
    if (item == "large") mine.large = note.id;
    if (item == "hide") out.emplace_back(intents::HideNote{note.id});
    if (item == "copy" && room.block) {
        out.emplace_back(intents::WriteNote{room.block->id, note.text, note.group, note.colour});
    }
    mine.let_go();
}

/// Below the note, or above when there is no room, and within the board.
base::Rect place_of(Frame& frame, const base::Rect& note, const base::Rect& board, base::Size size) {
    const double x = std::clamp(note.centre().x - size.w / 2, board.x, std::max(board.x, board.right() - size.w));
    double y = note.bottom() + frame.px(12);
    if (y + size.h > board.bottom()) y = note.y - size.h - frame.px(12);
    y = std::clamp(y, board.y, std::max(board.y, board.bottom() - size.h));
    return {std::round(x), std::round(y), size.w, size.h};
}

void ground(Frame& frame, const base::Rect& box) {
    frame.block("ground", box);
    const auto& theme = frame.theme;
    frame.painter.shadow(box, frame.px(radius::card), frame.px(36), 0.14 * theme.shadow);
    frame.painter.fill(box, frame.px(radius::card), theme.surface);
    frame.painter.stroke(box, frame.px(radius::card), theme.line, frame.px(1));
}

}  // namespace

void note_menu(NoteHands& mine, Writing& writing, const views::WallView& view, std::span<const paint::PlacedNote> notes,
               const base::Rect& board, Frame& frame, Intents& out) {
    if (!mine.chosen || !mine.carried.empty() || writing.is_open()) return;
    const auto placed =
        std::find_if(notes.begin(), notes.end(), [&](const auto& one) { return one.id == *mine.chosen; });
    const auto& wall = view.remote.room.wall;
    const auto note = std::find_if(wall.begin(), wall.end(), [&](const auto& one) { return one.id == *mine.chosen; });
    if (placed == notes.end() || note == wall.end()) return;
    const Frame::Scope scope(frame, "menu");
    const auto& area = placed->layout.area;
    const double side = frame.px(10), high = frame.px(touch::primary);
    if (frame.take_key(Key::escape)) {
        mine.let_go();
        frame.redraw_in(0);
        return;
    }
    if (mine.aim != NoteHands::Aim::none) {
        Ink ink;
        ink.weight = paint::Weight::semibold;
        const auto text = base::tr(mine.aim == NoteHands::Aim::move ? "wall.note.move_where" : "wall.note.merge_with");
        const double verb = frame.px(140);
        const double wide = text_size(frame, text, ink).w + verb + frame.px(56);
        const auto box = place_of(frame, area, board, {std::min(wide, board.w), high + 2 * side});
        ground(frame, box);
        auto inside = box.inset(side);
        ButtonLook quiet;
        quiet.kind = ButtonKind::quiet;
        const bool stop = button(frame, "stop", inside.cut_right(verb), base::tr("wall.cancel"), quiet);
        label(frame, inside.inset(frame.px(14), 0), text, ink, "aim");
        if (stop) mine.let_go();
        return;
    }
    if (mine.colours) {
        const auto box = place_of(frame, area, board, {8 * high + 7 * frame.px(8) + 2 * side, high + 2 * side});
        ground(frame, box);
        const auto name = swatches(frame, "colour", box.inset(side), note->colour);
        if (name.empty()) return;
        if (name != note->colour) out.emplace_back(intents::ColourNote{note->id, name});
        mine.let_go();
        frame.redraw_in(0);
        return;
    }
    const auto items = items_of(view, *note);
    const double most = std::min(board.w, frame.px(880));
    double wide = 0, x = 0;
    int rows = 1;
    for (const auto& item : items) {
        const double one = item_width(frame, item);
        if (x + one + 2 * side > most) {
            x = 0;
            ++rows;
        }
        x += one;
        wide = std::max(wide, x);
    }
    const auto box = place_of(frame, area, board, {wide + 2 * side, rows * high + 2 * side});
    ground(frame, box);
    base::Point at{box.x + side, box.y + side};
    std::string tapped;
    for (const auto& item : items) {
        const double one = item_width(frame, item);
        if (at.x + one > box.right() - side + 1) at = {box.x + side, at.y + high};
        if (menu_item(frame, {at.x, at.y, one, high}, item)) tapped = item.id;
        at.x += one;
    }
    if (tapped.empty()) return;
    act(tapped, mine, writing, view.remote.room, *note, out);
    frame.redraw_in(0);
}

}  // namespace ui
