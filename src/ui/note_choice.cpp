// Which notes of a board are chosen, by whom, and how each stands.
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/note_hands.hpp"

namespace ui {
namespace {

constexpr double new_s = 8;
constexpr double arm_mm = 700;      // who touches further away is somebody else
constexpr double forgotten_s = 20;  // a menu that nobody uses any more

double px_from(base::Point a, base::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

auto note_on(const views::RoomView& room, const base::Id& id) {
    return std::find_if(room.wall.begin(), room.wall.end(), [&id](const auto& note) { return note.id == id; });
}

bool is_up(const views::RoomView& room, const base::Id& id) {
    return note_on(room, id) != room.wall.end();
}

}  // namespace

const ChosenNote* NoteHands::find(const base::Id& note) const {
    const auto found =
        std::find_if(chosen.begin(), chosen.end(), [&note](const auto& one) { return one.note == note; });
    return found == chosen.end() ? nullptr : &*found;
}

bool NoteHands::aims(Aim aim) const {
    return std::any_of(chosen.begin(), chosen.end(), [aim](const auto& one) { return one.aim == aim; });
}

const ChosenNote* NoteHands::aiming_at(base::Point at, const Frame& frame) const {
    const ChosenNote* nearest = nullptr;
    for (const auto& one : chosen) {
        if (one.aim == Aim::none) continue;
        if (nearest == nullptr || px_from(one.at, at) < px_from(nearest->at, at)) nearest = &one;
    }
    // One who is alone may walk to where it goes.
    const bool alone = chosen.size() == 1 && frame.touches().empty();
    return nearest != nullptr && (alone || px_from(nearest->at, at) <= frame.mm(arm_mm)) ? nearest : nullptr;
}

void NoteHands::choose(const base::Id& note, base::Point at, const Frame& frame) {
    ChosenNote fresh;
    fresh.note = note;
    fresh.at = at;
    fresh.touched_s = frame.now_s();
    const auto is_taken = [&fresh](const auto& one) { return one.slot == fresh.slot; };
    while (std::any_of(chosen.begin(), chosen.end(), is_taken)) ++fresh.slot;
    chosen.push_back(std::move(fresh));
}

void NoteHands::let_go(const base::Id& note) {
    std::erase_if(chosen, [&note](const auto& one) { return one.note == note; });
}

void NoteHands::let_go_near(base::Point at, const Frame& frame) {
    std::erase_if(chosen, [&](const auto& one) {
        return px_from(one.at, at) <= frame.mm(arm_mm) || frame.now_s() - one.touched_s > forgotten_s;
    });
}

void NoteHands::stop_gathering() {
    gathering = false;
    gathered.clear();
}

void watch_notes(NoteHands& mine, const views::RoomView& room, Frame& frame) {
    const auto& block = room.block ? room.block->id : std::string();
    const bool entered = block != mine.block;
    if (entered) {
        mine.block = block;
        mine.known.clear();
        mine.came_s.clear();
        mine.let_go();
        mine.stop_gathering();
        mine.large.reset();
    }
    for (const auto& note : room.wall) {
        if (!mine.known.insert(note.id).second || entered) continue;
        mine.came_s[note.id] = frame.now_s();
    }
    std::erase_if(mine.came_s, [&](const auto& one) { return frame.now_s() - one.second >= new_s; });
    for (const auto& [id, since] : mine.came_s) frame.redraw_in(since + new_s - frame.now_s());
    std::erase_if(mine.chosen, [&room](const auto& one) { return !is_up(room, one.note); });
    std::erase_if(mine.gathered, [&room](const base::Id& note) { return !is_up(room, note); });
    if (mine.large && !is_up(room, *mine.large)) mine.large.reset();
}

paint::NoteState audience_state_of(const NoteHands& mine, const views::RoomView& room, const base::Id& note,
                                   const Frame& frame) {
    paint::NoteState state;
    state.fresh = mine.came_s.contains(note);
    const auto found = note_on(room, note);
    if (found != room.wall.end() && found->photo) state.thumbnail = frame.photo(found->photo->hash);
    return state;
}

paint::NoteState state_of(const NoteHands& mine, const views::RoomView& room, const base::Id& note,
                          const Frame& frame) {
    auto state = audience_state_of(mine, room, note, frame);
    state.selected = mine.find(note) != nullptr || mine.gathered.contains(note);
    return state;
}

}  // namespace ui
