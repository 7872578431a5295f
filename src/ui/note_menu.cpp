// The menu of a chosen note: it belongs to the note, and stands beside it.
#include <algorithm>

#include "base/language.hpp"
#include "ui/note_hands.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

std::vector<MenuItem> items_of(const views::WallView& view, const views::NoteView& note) {
    const auto& room = view.remote.room;
    const bool writes = room.block && room.block->writes == note.type;
    std::vector<MenuItem> items;
    items.push_back({"fix", base::tr("wall.note.fix"), icon::pencil});
    if (note.photo) items.push_back({"fix_shows", base::tr("wall.note.fix_shows"), icon::picture});
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

void act(std::string_view item, NoteHands& mine, ChosenNote& chosen, Writing& writing, const views::RoomView& room,
         const views::NoteView& note, Intents& out) {
    if (item == "colour") {
        chosen.colours = true;
        return;
    }
    if (item == "move" || item == "merge") {
        chosen.aim = item == "move" ? NoteHands::Aim::move : NoteHands::Aim::merge;
        return;
    }
    if (item == "fix") begin_writing(writing, Writing::What::fix, note.id, note.text);
    if (item == "fix_shows" && note.photo) {
        begin_writing(writing, Writing::What::fix_shows, note.id, note.photo->shows);
    }
    if (item == "group") begin_writing(writing, Writing::What::cluster, note.id);
    if (item == "withdraw") begin_writing(writing, Writing::What::withdraw, note.id);
    if (item == "large") mine.large = note.id;
    if (item == "hide") out.emplace_back(intents::HideNote{note.id});
    if (item == "copy" && room.block) {
        out.emplace_back(intents::WriteNote{room.block->id, note.text, note.group, note.colour});
    }
    mine.let_go(note.id);
}

/// False when it is to be closed.
bool draw_menu(NoteHands& mine, ChosenNote& chosen, Writing& writing, const views::WallView& view,
               const views::NoteView& note, const base::Rect& area, const base::Rect& board, Frame& frame,
               Intents& out) {
    if (chosen.aim != NoteHands::Aim::none) {
        const bool moves = chosen.aim == NoteHands::Aim::move;
        return !aim_hint(frame, area, board, base::tr(moves ? "wall.note.move_where" : "wall.note.merge_with"));
    }
    if (chosen.colours) {
        const double side = frame.px(10), high = frame.px(touch::primary);
        const auto box = beside_object(frame, area, board, {8 * high + 7 * frame.px(8) + 2 * side, high + 2 * side});
        menu_ground(frame, box);
        const auto name = swatches(frame, "colour", box.inset(side), note.colour);
        if (name.empty()) return true;
        if (name != note.colour) out.emplace_back(intents::ColourNote{note.id, name});
        frame.redraw_in(0);
        return false;
    }
    const auto tapped = object_menu(frame, area, board, items_of(view, note));
    if (tapped.empty()) return true;
    chosen.touched_s = frame.now_s();
    act(tapped, mine, chosen, writing, view.remote.room, note, out);
    frame.redraw_in(0);
    return true;
}

bool is_handed_note(const views::WallView& view, const base::Id& note) {
    const auto& field = view.remote.room.field;
    return field && field->board.empty() && field->item == note;
}

/// Beside the note whose words are written on a tablet now.
void draw_handed_note(const views::WallView& view, const base::Rect& area, const base::Rect& board, Frame& frame,
                      Intents& out) {
    const Frame::Scope scope(frame, "note_handed");
    const auto text =
        base::tr(view.remote.room.field->is_free() ? "wall.item.waits_for_tablet" : "wall.item.on_tablet");
    if (!aim_hint(frame, area, board, text, base::tr("wall.item.take_back"))) return;
    out.emplace_back(intents::HandField{});
    frame.redraw_in(0);
}

std::vector<base::Point> middles_of(const std::vector<ChosenNote>& chosen) {
    std::vector<base::Point> middles;
    for (const auto& one : chosen) middles.push_back(one.at);
    return middles;
}

}  // namespace

void note_menu(NoteHands& mine, Writing& writing, const views::WallView& view, std::span<const paint::PlacedNote> notes,
               const base::Rect& board, Frame& frame, Intents& out) {
    const auto& wall = view.remote.room.wall;
    for (const auto& placed : notes) {
        if (!is_handed_note(view, placed.id)) continue;
        mine.let_go(placed.id);
        draw_handed_note(view, placed.layout.area, board, frame, out);
    }
    for (auto chosen : std::vector(mine.chosen)) {
        const auto is_it = [&chosen](const auto& one) { return one.id == chosen.note; };
        if (std::find(mine.carried.begin(), mine.carried.end(), chosen.note) != mine.carried.end()) continue;
        const auto placed = std::find_if(notes.begin(), notes.end(), is_it);
        const auto note = std::find_if(wall.begin(), wall.end(), is_it);
        if (placed == notes.end() || note == wall.end()) continue;
        const Frame::Scope scope(frame, chosen.slot == 0 ? "menu" : "menu" + std::to_string(chosen.slot + 1));
        const auto& area = placed->layout.area;
        chosen.at = area.centre();
        const auto share = share_of(frame, board, chosen.at, middles_of(mine.chosen));
        const bool stays =
            !frame.take_key(Key::escape) && draw_menu(mine, chosen, writing, view, *note, area, share, frame, out);
        if (!stays) {
            mine.let_go(chosen.note);
            frame.redraw_in(0);
        }
        for (auto& one : mine.chosen) {
            if (one.note == chosen.note) one = chosen;
        }
    }
}

}  // namespace ui
