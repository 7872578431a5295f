// What is written in the persona's fields is put in order, and into another field, by its grip or by taps.
#include <algorithm>
#include <utility>

#include "ui/note_hands.hpp"
#include "ui/screen_persona_private.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using NotePlace = PersonaScreen::Place;

const NotePlace* find_place(const PersonaScreen& mine, const base::Id& note) {
    const auto found =
        std::find_if(mine.places.begin(), mine.places.end(), [&note](const auto& one) { return one.note == note; });
    return found == mine.places.end() ? nullptr : &*found;
}

/// The notes of a field, in their order.
std::vector<const NotePlace*> lines_in(const PersonaScreen& mine, const std::string& group) {
    std::vector<const NotePlace*> lines;
    for (const auto& place : mine.places) {
        if (place.group == group && !place.note.empty()) lines.push_back(&place);
    }
    return lines;
}

void carry_one(const PersonaScreen& mine, const PersonaScreen::Carried& one, const views::RoomView& room, Frame& frame,
               Intents& out) {
    const auto* own = find_place(mine, one.note);
    const auto field = std::find_if(mine.places.begin(), mine.places.end(), [&one](const auto& place) {
        return place.note.empty() && place.area.contains(one.at);
    });
    if (own == nullptr || field == mine.places.end()) return;
    const auto lines = lines_in(mine, field->group);
    const auto to = static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [&one](const auto* line) { return line->area.centre().y < one.at.y; }));
    const auto at = std::find(lines.begin(), lines.end(), own) - lines.begin();
    const bool stays =
        own->group == field->group && (to == static_cast<std::size_t>(at) || to == static_cast<std::size_t>(at) + 1);
    const auto note =
        std::find_if(room.wall.begin(), room.wall.end(), [&one](const auto& other) { return other.id == one.note; });
    if (note != room.wall.end()) {
        const double wide = std::min(frame.px(480), own->area.w);
        const base::Rect card_at{one.at.x - wide + frame.px(24), one.at.y - frame.px(28), wide, frame.px(56)};
        CardLook look;
        look.dragged = true;
        card(frame, card_at, look);
        Ink ink;
        ink.design = 22;
        label(frame, card_at.inset(frame.px(16), 0), note->text, ink);
    }
    // Above the copy, which would hide it.
    if (!stays) {
        const double high = frame.px(6);
        const auto& area = field->area;
        const double y = to < lines.size() ? lines[to]->area.y
                         : lines.empty()   ? area.y + frame.px(10)
                                           : lines.back()->area.bottom();
        frame.painter.fill({area.x + frame.px(12), y - high / 2, area.w - frame.px(24), high}, high / 2,
                           frame.theme.accent);
    }
    if (!one.let_go || stays) return;
    out.emplace_back(
        intents::MoveNote{one.note, field->group, to < lines.size() ? std::optional(lines[to]->note) : std::nullopt});
}

}  // namespace

bool touch_grip(PersonaScreen& mine, const base::Id& note, Frame& frame, const base::Rect& grip) {
    const auto id = "grip/" + note.text();
    const auto drag = frame.drag(id, grip);
    const bool held = drag && !drag->ended;
    draw_icon(frame, grip, icon::grip, 22, held ? frame.theme.accent : frame.theme.ink3);
    if (!drag) return false;
    frame.redraw_in(0);
    if (!drag->cancelled) mine.carried.push_back({note, drag->at(), drag->ended});
    return held;
}

void carry_persona_note(PersonaScreen& mine, const views::RoomView& room, Frame& frame, Intents& out) {
    for (const auto& one : std::exchange(mine.carried, {})) carry_one(mine, one, room, frame, out);
}

bool move_persona_note(const PersonaScreen& mine, const views::RoomView& room, int by, Intents* out) {
    if (!mine.note) return false;
    std::vector<base::Id> notes;
    for (const auto& note : room.wall) {
        if (note.group == mine.group && note.parent.empty()) notes.push_back(note.id);
    }
    const auto found = std::find(notes.begin(), notes.end(), *mine.note);
    if (found == notes.end()) return false;
    const auto at = static_cast<std::size_t>(found - notes.begin());
    if (by < 0 ? at == 0 : at + 1 >= notes.size()) return false;
    const auto before = by < 0 ? at - 1 : at + 2;
    if (out == nullptr) return true;
    out->emplace_back(
        intents::MoveNote{*mine.note, mine.group, before < notes.size() ? std::optional(notes[before]) : std::nullopt});
    return true;
}

}  // namespace ui
