// What stands beside the persona's card.
#include <algorithm>

#include "base/language.hpp"
#include "ui/screen_persona_private.hpp"
#include "ui/session.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using base::tr;

void next_field(PersonaScreen& mine, const views::RoomView& room, Frame& frame, Intents& out) {
    const auto fields = persona_fields(*room.block);
    if (fields.empty()) return;
    std::size_t next = 0;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (mine.writing && fields[i].id == mine.group) next = (i + 1) % fields.size();
    }
    if (mine.writing) write_down(mine, room, out);
    begin_field(mine, frame, fields[next].id, nullptr);
}

/// Who writes on a tablet now, and where: "Skriver samtidigt".
void draw_writers(const views::WallView& view, Frame& frame, base::Rect& place) {
    constexpr std::size_t most = 3;
    const auto& pens = view.pens;
    if (pens.empty()) return;
    const double row = frame.px(66);
    place.cut_top(frame.px(14));
    const auto shown = std::min(most, pens.size());
    if (place.h < frame.px(72) + row * static_cast<double>(shown)) return;
    auto box = place.cut_top(frame.px(72) + row * static_cast<double>(shown));
    card(frame, box);
    box = box.inset(frame.px(20), frame.px(14));
    Ink title;
    title.weight = paint::Weight::semibold;
    label(frame, box.cut_top(frame.px(44)), tr("wall.persona.at_once"), title);
    for (std::size_t i = 0; i < shown; ++i) {
        auto line = box.cut_top(row);
        initials(frame, line.cut_left(frame.px(44)).centre(), frame.px(22), pens[i].name);
        line.cut_left(frame.px(12));
        Ink name;
        name.down = paint::Align::end;
        label(frame, line.cut_top(line.h / 2), pens[i].name, name);
        Ink where;
        where.design = 18;
        where.colour = frame.theme.ink2;
        where.down = paint::Align::start;
        for (const auto& group : view.remote.room.block->groups) {
            if (group.id == pens[i].group) label(frame, line, group.label, where);
        }
    }
}

/// What belongs to the keyboard stands at the bottom; the cards have the room above.
void draw_beside_keyboard(PersonaScreen& mine, const views::WallView& view, Frame& frame, base::Rect& place,
                          Intents& out) {
    // In a column that the keyboard has made low there is room for signs only.
    const bool low = place.h < frame.px(480);
    ButtonLook button_look;
    button_look.icon = icon::redo;
    button_look.enabled = view.can_redo;
    auto back = place.cut_bottom(frame.px(touch::primary));
    const auto redo = low ? back.cut_right((back.w - frame.px(12)) / 2) : back;
    if (button(frame, "redo", redo, low ? "" : tr("wall.tool.redo"), button_look)) {
        out.emplace_back(intents::UndoLast{true});
    }
    if (low) {
        back.cut_right(frame.px(12));
    } else {
        place.cut_bottom(frame.px(12));
        back = place.cut_bottom(frame.px(touch::primary));
    }
    button_look.icon = icon::undo;
    button_look.enabled = view.can_undo;
    if (button(frame, "undo", back, low ? "" : tr("wall.tool.undo"), button_look)) {
        out.emplace_back(intents::UndoLast{});
    }
    place.cut_bottom(frame.px(12));
    auto row = place.cut_bottom(frame.px(touch::primary));
    const auto shift = [&mine](int by) {
        const int at = std::clamp(static_cast<int>(mine.keyboard.place) + by, 0, 2);
        mine.keyboard.place = static_cast<Keyboard::Place>(at);
    };
    const Frame::KeepFocus keep(frame);
    ButtonLook arrow;
    arrow.icon = icon::left;
    arrow.enabled = mine.keyboard.place != Keyboard::Place::left;
    if (button(frame, "keyboard_left", row.cut_left((row.w - frame.px(12)) / 2), "", arrow)) shift(-1);
    row.cut_left(frame.px(12));
    arrow.icon = icon::right;
    arrow.enabled = mine.keyboard.place != Keyboard::Place::right;
    if (button(frame, "keyboard_right", row, "", arrow)) shift(1);
    Ink quiet;
    quiet.design = 18;
    quiet.colour = frame.theme.ink3;
    if (!low) label(frame, place.cut_bottom(frame.px(34)), tr("wall.persona.move_keyboard"), quiet);
    if (!mine.note) return;
    // The note that is being changed, without dragging its grip.
    place.cut_bottom(frame.px(12));
    row = place.cut_bottom(frame.px(touch::primary));
    arrow.icon = icon::up;
    arrow.enabled = move_persona_note(mine, view.remote.room, -1, nullptr);
    if (button(frame, "up", row.cut_left((row.w - frame.px(12)) / 2), "", arrow)) {
        move_persona_note(mine, view.remote.room, -1, &out);
    }
    row.cut_left(frame.px(12));
    arrow.icon = icon::down;
    arrow.enabled = move_persona_note(mine, view.remote.room, 1, nullptr);
    if (button(frame, "down", row, "", arrow)) move_persona_note(mine, view.remote.room, 1, &out);
    if (!low) label(frame, place.cut_bottom(frame.px(34)), tr("wall.persona.move_note"), quiet);
}

}  // namespace

void draw_persona_left(PersonaScreen& mine, const views::WallView& view, const PersonaWords& words, Frame& frame,
                       base::Rect place, Intents& out) {
    if (place.h >= frame.px(480)) {
        Ink title;
        title.design = 28;
        title.weight = paint::Weight::bold;
        label(frame, place.cut_top(frame.px(48)), tr("wall.persona.title"), title);
        place.cut_top(frame.px(8));
    }
    // Without the keyboard the dock has undo and redo.
    if (mine.keyboard.open) {
        draw_beside_keyboard(mine, view, frame, place, out);
        place.cut_bottom(frame.px(12));
        // Less than a card cannot be touched.
        if (place.h < frame.px(112)) return mine.card_places.clear();
    }
    draw_persona_cards(mine, view, words, frame, place, out);
}

void draw_persona_right(PersonaScreen& mine, const views::WallView& view, Frame& frame, base::Rect place,
                        Intents& out) {
    const auto& room = view.remote.room;
    if (mine.keyboard.open) {
        ButtonLook done;
        done.kind = ButtonKind::primary;
        done.icon = icon::tick;
        done.design = 22;
        if (button(frame, "done", place.cut_bottom(frame.px(84)), tr("wall.persona.done"), done)) {
            if (mine.writing) write_down(mine, room, out);
            write_persona(mine, out);
            mine.keyboard.open = false;
            frame.focus("");
        }
        place.cut_bottom(frame.px(12));
    }
    ButtonLook plain;
    const bool own = !mine.card.id.empty();
    if (own || !room.block->writes.empty()) {
        plain.icon = icon::right;
        plain.icon_after = true;
        if (button(frame, "next_field", place.cut_bottom(frame.px(touch::primary)), tr("wall.persona.next_field"),
                   plain)) {
            own ? next_persona_field(mine, frame) : next_field(mine, room, frame, out);
        }
        place.cut_bottom(frame.px(12));
    }
    plain.icon = icon::eye;
    plain.icon_after = false;
    // What is pressed has its place first; what is read has what the keyboard leaves of it.
    if (place.h < frame.px(touch::primary)) return;
    if (button(frame, "large", place.cut_bottom(frame.px(touch::primary)), tr("wall.persona.large"), plain))
        mine.large = true;
    place.cut_bottom(frame.px(14));
    if (place.h < frame.px(152)) return;
    const auto clock_place = place.cut_top(frame.px(152));
    card(frame, clock_place);
    TimerView clock;
    clock.left_ms = left_ms(room, frame.host_now_ms());
    clock.total_ms = room.block->clock.planned_ms;
    clock.paused = room.block->clock.state != "running";
    clock.title = room.block->title;
    timer(frame, clock_place.inset(frame.px(20), frame.px(16)), clock, 64);
    place.cut_top(frame.px(14));
    if (place.h < frame.px(80)) return;
    auto people = place.cut_top(frame.px(80));
    card(frame, people);
    people = people.inset(frame.px(20), 0);
    draw_icon(frame, people.cut_left(frame.px(28)), icon::people, 24, frame.theme.accent);
    people.cut_left(frame.px(12));
    Ink count;
    count.weight = paint::Weight::semibold;
    label(frame, people, base::tr_n("wall.trainer.people", room.people), count, "people");

    draw_writers(view, frame, place);
}

}  // namespace ui
