#include "ui/note_hands.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/language.hpp"
#include "ui/photo_views.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

double px_between(base::Point a, base::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

const views::NoteView* find_note(const views::RoomView& room, const base::Id& id) {
    const auto found =
        std::find_if(room.wall.begin(), room.wall.end(), [&id](const auto& note) { return note.id == id; });
    return found == room.wall.end() ? nullptr : &*found;
}

const DropPlace* place_at(std::span<const DropPlace> places, base::Point at) {
    // The later stand on the earlier.
    for (auto i = places.size(); i > 0; --i) {
        if (places[i - 1].area.contains(at)) return &places[i - 1];
    }
    return nullptr;
}

/// Between which notes of a column one is put down.
struct Slot {
    std::optional<base::Id> before;  // none: behind all
    base::Rect bar;                  // where it will lie
};

/// The notes that one would lie among.
std::vector<const paint::PlacedNote*> notes_among(const views::RoomView& room, std::span<const paint::PlacedNote> notes,
                                                  const views::NoteView& moved, const DropPlace& place) {
    std::vector<const paint::PlacedNote*> column;
    if (place.cluster) return column;
    for (const auto& placed : notes) {
        const auto* note = find_note(room, placed.id);
        if (note != nullptr && note->group == place.group && note->type == moved.type) column.push_back(&placed);
    }
    return column;
}

/// On a note of its own kind: in front of that one or behind it, by the half that was hit. Nothing where it lies
/// already, and where there is no such note.
std::optional<Slot> slot_of(const views::RoomView& room, std::span<const paint::PlacedNote> notes,
                            const views::NoteView& moved, const NoteHands::Aimed& aimed) {
    if (!aimed.place || aimed.beside.empty()) return std::nullopt;
    const auto column = notes_among(room, notes, moved, *aimed.place);
    const auto place_of = [&column](const base::Id& note) {
        const auto found =
            std::find_if(column.begin(), column.end(), [&note](const auto* one) { return one->id == note; });
        return static_cast<std::size_t>(found - column.begin());
    };
    const auto hit = place_of(aimed.beside), own = place_of(moved.id);
    if (hit == column.size() || hit == own) return std::nullopt;
    const auto to = hit + (aimed.behind ? 1U : 0U);
    if (own < column.size() && (to == own || to == own + 1)) return std::nullopt;
    const auto& area = column[hit]->layout.area;
    Slot slot;
    if (to < column.size()) slot.before = column[to]->id;
    slot.bar = {area.x, aimed.behind ? area.bottom() : area.y, area.w, 0};
    return slot;
}

void put(const views::NoteView& note, const DropPlace& place, const std::optional<Slot>& slot, Intents& out) {
    if (place.cluster) {
        if (*place.cluster == note.cluster) return;
        out.emplace_back(
            intents::SortNote{note.id, place.cluster->empty() ? std::nullopt : std::optional(*place.cluster)});
    } else if (slot) {
        out.emplace_back(intents::MoveNote{note.id, place.group, slot->before});
    } else if (place.group != note.group) {
        out.emplace_back(intents::MoveNote{note.id, place.group});
    }
}

constexpr double still_mm = 2;

/// The place where it is now; null: it is there no more.
const DropPlace* find_again(std::span<const DropPlace> places, const DropPlace& aimed, base::Point at) {
    const DropPlace* found = nullptr;
    for (const auto& place : places) {
        if (place.cluster != aimed.cluster || place.group != aimed.group) continue;
        if (found == nullptr || place.area.contains(at)) found = &place;
    }
    return found;
}

const NoteHands::Aimed& aim_of(NoteHands& mine, const views::RoomView& room, std::span<const paint::PlacedNote> notes,
                               const views::NoteView& moved, const Drag& drag, std::span<const DropPlace> places,
                               const Frame& frame) {
    auto [found, fresh] = mine.aimed.try_emplace(drag.contact);
    auto& aimed = found->second;
    const auto is_gone = [&] {
        if (!aimed.place) return false;
        const auto column = notes_among(room, notes, moved, *aimed.place);
        const auto is_beside = [&aimed](const auto* one) { return one->id == aimed.beside; };
        const bool has_lost = !aimed.beside.empty() && std::none_of(column.begin(), column.end(), is_beside);
        return has_lost || find_again(places, *aimed.place, drag.at()) == nullptr;
    };
    if (!fresh && !is_gone() && px_between(aimed.at, drag.at()) <= frame.mm(still_mm)) return aimed;
    aimed = {drag.at(), std::nullopt, {}, false};
    const auto* place = place_at(places, drag.at());
    if (place == nullptr) return aimed;
    aimed.place = *place;
    for (const auto* one : notes_among(room, notes, moved, *place)) {
        if (!one->layout.area.contains(drag.at())) continue;
        aimed.beside = one->id;
        aimed.behind = drag.at().y >= one->layout.area.centre().y;
    }
    return aimed;
}

struct Carried {
    const paint::PlacedNote* note;
    Drag drag;
    const DropPlace* place;  // null: nowhere, or where it lies already
    std::optional<Slot> slot;
};

bool lies_in(const views::NoteView& note, const DropPlace& place) {
    return place.cluster ? *place.cluster == note.cluster : place.group == note.group;
}

void draw_carried(Frame& frame, const Carried& one, double scale) {
    const auto& placed = *one.note;
    paint::draw_note(frame.painter, frame.theme, placed.card, placed.layout, scale, 0.4);
    auto card = placed.card;
    card.state = {};
    card.state.dragged = true;
    const auto corner = placed.layout.area.top_left() + one.drag.by;
    const auto layout = paint::lay_out_note(frame.type, card, corner, placed.layout.area.w, scale);
    if (const auto* place = one.place) {
        draw_drop(frame, place->area, place->text, {layout.area.right() + frame.px(16), layout.area.centre().y});
    }
    if (const auto& slot = one.slot) {
        const double high = frame.px(8);
        frame.painter.fill({slot->bar.x, slot->bar.y - high / 2, slot->bar.w, high}, high / 2, frame.theme.accent);
    }
    frame.stand_in("note/" + placed.id.text(), layout.area);
    paint::draw_note(frame.painter, frame.theme, card, layout, scale);
}

/// Somebody else has it: a ghost under the second hand says so, until it lets go.
void draw_barred(Frame& frame, const paint::PlacedNote& placed, const Drag& hand, double scale) {
    auto card = placed.card;
    card.state = {};
    card.state.held = true;
    // Where the note is held by the first hand is not where it stands: the ghost comes under this one.
    const auto& area = placed.layout.area;
    const auto at = hand.at();
    const base::Point corner{at.x - area.w / 2, at.y - area.h / 2};
    const auto layout = paint::lay_out_note(frame.type, card, corner, area.w, scale);
    paint::draw_note(frame.painter, frame.theme, card, layout, scale, 0.8);
}

}  // namespace

base::Rect drop_pill(Frame& frame, const base::Rect& area, std::string_view text, base::Point beside) {
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::semibold;
    const double wide = text_size(frame, text, ink).w + frame.px(28);
    const double least = area.x + frame.px(8);
    const double x = std::clamp(beside.x, least, std::max(least, area.right() - wide - frame.px(8)));
    return {x, beside.y, wide, frame.px(34)};
}

void draw_drop(Frame& frame, const base::Rect& area, std::string_view text, base::Point beside, bool ring) {
    const auto& theme = frame.theme;
    if (ring) frame.painter.stroke(area.inset(frame.px(1)), frame.px(radius::card), theme.accent, frame.px(3));
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::semibold;
    ink.colour = theme.on_accent;
    const auto pill = drop_pill(frame, area, text, beside);
    frame.painter.fill(pill, pill.h / 2, theme.accent);
    label(frame, pill.inset(frame.px(14), 0), text, ink, "drop");
}

bool touch_notes(NoteHands& mine, const views::RoomView& room, std::span<const paint::PlacedNote> notes, double scale,
                 std::span<const DropPlace> places, Frame& frame, Intents& out) {
    bool touched = false;
    std::vector<Carried> carried;
    std::vector<std::pair<const paint::PlacedNote*, Drag>> barred;
    const auto carried_before = std::exchange(mine.carried, {});
    for (const auto& placed : notes) {
        const auto* note = find_note(room, placed.id);
        if (note == nullptr) continue;
        const auto id = "note/" + placed.id.text();
        const auto& area = placed.layout.area;
        const auto press = frame.press_or_hold(id, area);
        frame.say(id, note->text);
        if (press.focused) focus_ring(frame, area, frame.px(radius::note));
        if (!places.empty()) {
            for (const auto& hand : frame.barred(id)) {
                barred.emplace_back(&placed, hand);
                frame.say(id + "/barred", base::tr("paint.note.held"));
            }
            if (const auto drag = frame.drag(id, area)) {
                if (drag->ended) frame.redraw_in(0);
                if (!drag->ended) {
                    mine.let_go_near(drag->from, frame);
                    const auto& aim = aim_of(mine, room, notes, *note, *drag, places, frame);
                    const auto* place = aim.place ? find_again(places, *aim.place, drag->at()) : nullptr;
                    if (place != nullptr && lies_in(*note, *place)) place = nullptr;
                    carried.push_back({&placed, *drag, place, slot_of(room, notes, *note, aim)});
                    mine.carried.push_back(placed.id);
                } else if (!drag->cancelled) {
                    const auto& aim = aim_of(mine, room, notes, *note, *drag, places, frame);
                    if (aim.place) put(*note, *aim.place, slot_of(room, notes, *note, aim), out);
                }
            }
        }
        if (mine.gathering && (press.long_pressed || press.tapped)) {
            touched = true;
            if (mine.gathered.erase(placed.id) == 0) mine.gathered.insert(placed.id);
            continue;
        }
        if (press.long_pressed) {
            mine.let_go_near(area.centre(), frame);
            mine.let_go(placed.id);
            mine.choose(placed.id, area.centre(), frame);
            touched = true;
        }
        if (!press.tapped) continue;
        touched = true;
        const auto* aiming = mine.aiming_at(area.centre(), frame);
        if (aiming == nullptr && placed.layout.photo.contains(press.at)) {
            mine.let_go_near(area.centre(), frame);
            mine.large = placed.id;
            continue;
        }
        if (aiming != nullptr && aiming->note != placed.id) {
            const auto chosen = *aiming;
            mine.let_go(chosen.note);
            if (chosen.aim == NoteHands::Aim::merge) {
                out.emplace_back(intents::MergeNotes{chosen.note, placed.id});
                continue;
            }
            const auto* place = place_at(places, area.centre());
            const auto* moved = find_note(room, chosen.note);
            // In a column: in front of the one that was tapped.
            const bool beside = place != nullptr && moved != nullptr && !place->cluster && moved->type == note->type;
            if (beside) {
                out.emplace_back(intents::MoveNote{moved->id, place->group, placed.id});
            } else if (place != nullptr && moved != nullptr) {
                put(*moved, *place, std::nullopt, out);
            }
        } else if (mine.find(placed.id) != nullptr) {
            mine.let_go(placed.id);
        } else {
            mine.let_go_near(area.centre(), frame);
            mine.choose(placed.id, area.centre(), frame);
        }
    }
    for (const auto& one : carried) draw_carried(frame, one, scale);
    std::erase_if(mine.aimed, [&carried](const auto& hand) {
        return std::none_of(carried.begin(), carried.end(),
                            [&hand](const auto& one) { return one.drag.contact == hand.first; });
    });
    for (const auto& [placed, hand] : barred) draw_barred(frame, *placed, hand, scale);
    // What is carried is no longer drawn where it stands.
    if (touched || mine.carried != carried_before) frame.redraw_in(0);
    return touched;
}

std::string swatches(Frame& frame, std::string_view id, base::Rect row, std::string_view chosen) {
    const Frame::Scope scope(frame, id);
    std::string tapped;
    const double side = std::min(row.h, (row.w - 7 * frame.px(8)) / 8);
    for (const auto& colour : paint::note_colours) {
        const auto cell = row.cut_left(side).centred({side, side});
        row.cut_left(frame.px(8));
        const auto press = frame.press(colour.name, cell);
        frame.say(colour.name, base::tr("wall.colour." + std::string(colour.name)));
        frame.painter.fill(cell.inset(press.held ? frame.px(3) : 0), frame.px(radius::control),
                           frame.theme.note(colour.name));
        note_mark(frame, cell.centred({side * 0.36, side * 0.36}), colour.name,
                  base::with_alpha(frame.theme.note_ink, 0.75));
        if (colour.name == chosen || press.focused) {
            frame.painter.stroke(cell.inset(-frame.px(4)), frame.px(radius::control + 3), frame.theme.accent,
                                 frame.px(4));
        }
        if (press.tapped) tapped = colour.name;
    }
    return tapped;
}

void large_note(NoteHands& mine, const views::RoomView& room, Frame& frame) {
    if (!mine.large) return;
    const auto* note = find_note(room, *mine.large);
    if (note == nullptr) return;
    const Frame::Scope scope(frame, "large");
    const Frame::Within region(frame, "", Region::Kind::over);
    const auto& theme = frame.theme;
    const double seen = frame.fade("seen", true);
    frame.painter.fill(frame.screen(), 0, base::with_alpha(theme.scrim, seen));
    const auto press = frame.press("note", frame.screen());
    const auto screen = frame.screen();
    const bool with_photo = note->photo.has_value();
    const auto box =
        screen.centred({std::min(screen.w * (with_photo ? 0.86 : 0.72), frame.px(with_photo ? 1560 : 1300)),
                        std::min(screen.h * (with_photo ? 0.82 : 0.66), frame.px(with_photo ? 860 : 680))});
    const auto colour = note->colour.empty() ? std::string("sol") : note->colour;
    frame.painter.shadow(box, frame.px(12), frame.px(36), 0.14 * theme.shadow * seen);
    frame.painter.fill(box, frame.px(12), base::with_alpha(theme.note(colour), seen));
    auto inside = box.inset(frame.px(64), frame.px(48));
    auto foot = inside.cut_bottom(frame.px(56));
    Ink ink;
    ink.design = 64;
    ink.least_design = 32;
    ink.most_lines = 0;
    ink.line_height = 1.2;
    ink.weight = paint::Weight::medium;
    ink.colour = theme.note_ink;
    if (note->photo) {
        // The picture is what somebody wanted to see; the words stand beside it.
        auto place = inside.cut_left(inside.w * 0.62);
        inside.cut_left(frame.px(40));
        ink.design = 40;
        ink.least_design = 24;
        if (!note->photo->shows.empty()) {
            Ink shows;
            shows.design = 24;
            shows.least_design = 20;
            shows.most_lines = 3;
            shows.colour = theme.note_ink;
            label(frame, place.cut_bottom(frame.px(72)), note->photo->shows, shows, "shows");
            place.cut_bottom(frame.px(12));
        }
        draw_whole_photo(frame, *note->photo, place);
    }
    label(frame, inside, note->text, ink, "text");
    const auto mark = foot.cut_left(frame.px(40)).centred({frame.px(32), frame.px(32)});
    note_mark(frame, mark, colour, base::with_alpha(theme.note_ink, 0.75));
    foot.cut_left(frame.px(16));
    Ink small;
    small.design = 32;
    small.colour = theme.note_ink;
    label(frame, foot, note->number.empty() ? note->author : note->number, small);
    if (press.focused) focus_ring(frame, box, frame.px(12));
    if (press.tapped || frame.take_key(Key::escape)) {
        mine.large.reset();
        frame.redraw_in(0);
    }
}

}  // namespace ui
