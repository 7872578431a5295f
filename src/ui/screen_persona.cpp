#include "ui/screen_persona.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/persona_words.hpp"
#include "ui/screen_persona_private.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/session_words.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using base::tr;

std::vector<const views::NoteView*> notes_in(const views::RoomView& room, const std::string& group) {
    std::vector<const views::NoteView*> notes;
    for (const auto& note : room.wall) {
        if (note.group == group && note.parent.empty()) notes.push_back(&note);
    }
    return notes;
}

/// "Elif och Jonas skriver", of those who write in it on their tablets; empty: nobody who shows a name.
std::string holders_of(const views::WallView& view, const std::string& group) {
    std::vector<std::string> names;
    for (const auto& pen : view.pens) {
        if (pen.group == group) names.push_back(pen.name);
    }
    if (names.empty()) return {};
    if (names.size() > 2) return base::tr_n("wall.persona.many_write", static_cast<std::int64_t>(names.size()));
    return tr(names.size() == 1 ? "wall.persona.writes" : "wall.persona.write_both",
              {{"name", names.front()}, {"other", names.back()}});
}

void draw_field(PersonaScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place,
                const views::Labelled& field, bool may_write, Intents& out) {
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    auto inside = place;
    Ink head;
    head.weight = paint::Weight::semibold;
    head.colour = theme.ink2;
    const bool writing = mine.writing && mine.group == field.id;
    auto top = inside.cut_top(frame.px(34));
    if (const auto who = holders_of(view, field.id); !who.empty()) {
        Ink small;
        small.design = 18;
        small.colour = theme.ink2;
        small.across = paint::Align::end;
        auto right = top.cut_right(std::min(text_size(frame, who, small).w + 2, top.w * 0.6));
        label(frame, right, who, small, "holds/" + field.id);
        draw_icon(frame, top.cut_right(frame.px(30)), icon::pencil, 18, theme.accent);
    }
    label(frame, top, field.label, head, "label/" + field.id);
    const auto notes = notes_in(room, field.id);
    const auto name = "field/" + field.id;
    mine.places.push_back({field.id, {}, inside});
    const auto press = frame.press(name, inside, may_write && !writing);
    frame.say(name, field.label);
    frame.painter.fill(inside, frame.px(radius::control), writing ? theme.surface : theme.paper);
    const double edge = frame.px(writing ? 3 : 1);
    frame.painter.stroke(inside.inset(edge / 2), frame.px(radius::control), writing ? theme.accent : theme.line, edge);
    if (press.focused) focus_ring(frame, inside, frame.px(radius::control));
    auto rest = inside.inset(frame.px(16), frame.px(10));
    if (writing) {
        FieldLook look;
        look.on_paper = true;
        const auto placeholder = tr("wall.persona.write");
        look.placeholder = placeholder;
        const auto result = text_field(frame, "text", rest.cut_bottom(frame.px(56)), mine.text, look);
        rest.cut_bottom(frame.px(8));
        if (result.entered) {
            write_down(mine, room, out);
            begin_field(mine, frame, field.id, nullptr);
        } else if (result.left) {
            write_down(mine, room, out);
        }
    }
    Ink ink;
    ink.design = 22;
    ink.most_lines = 0;
    const double grip = may_write && !notes.empty() ? frame.px(touch::secondary) : 0;
    const double inner = rest.w - frame.px(10) - grip;
    const auto line_high = [&](const views::NoteView& note) {
        return std::max(grip, text_size(frame, note.text, ink, inner).h + frame.px(8));
    };
    double high = 0;
    for (const auto* note : notes) high += line_high(*note);
    Scroll scroll(frame, "notes/" + field.id, rest, high);
    auto list = scroll.content();
    for (const auto* note : notes) {
        const auto line = list.cut_top(line_high(*note));
        const auto id = "note/" + note->id.text();
        const base::Rect words{line.x, line.y, line.w - grip, line.h};
        mine.places.push_back({field.id, note->id, line});
        const auto touched = frame.press(id, words, may_write);
        const bool carried = grip > 0 && touch_grip(mine, note->id, frame, {words.right(), line.y, grip, line.h});
        if (carried) frame.say(id + "/ghost", note->text);
        frame.say(id, note->text);
        if (touched.held) frame.painter.fill(words, frame.px(8), theme.sunken);
        if (touched.focused) focus_ring(frame, words, frame.px(8));
        Ink own = ink;
        if (carried) own.colour = base::with_alpha(theme.ink, 0.4);
        label(frame, {line.x, line.y, inner, line.h}, note->text, own);
        if (touched.tapped) {
            if (mine.writing) write_down(mine, room, out);
            begin_field(mine, frame, field.id, note);
        }
    }
    if (notes.empty() && !writing) {
        Ink quiet = ink;
        quiet.design = 20;
        quiet.colour = theme.ink3;
        quiet.down = paint::Align::start;
        label(frame, rest, may_write ? tr("wall.persona.tap") : tr("wall.persona.nothing"), quiet);
    }
    if (press.tapped) {
        if (mine.writing) write_down(mine, room, out);
        begin_field(mine, frame, field.id, nullptr);
    }
}

void draw_person(const PersonaWords& words, std::string_view colour, Frame& frame, base::Rect place, double scale) {
    const auto& theme = frame.theme;
    frame.painter.fill(place, frame.px(radius::card), base::mix(theme.surface, theme.note(colour), 0.28));
    place = place.inset(frame.px(24), frame.px(24));
    double r = std::min(frame.px(88 * scale), place.h * 0.2), design = 22 * scale;
    // The picture gives way first, then the size of the words: all of them are read.
    const auto needed = [&] {
        Ink ink;
        ink.line_height = 1.3;
        ink.design = design;
        ink.most_lines = 0;
        double all = 2 * r + frame.px(16 + 52 * scale);
        for (const auto* text : {&words.role, &words.about, &words.quote}) {
            ink.weight = text == &words.quote ? paint::Weight::semibold : paint::Weight::regular;
            if (!text->empty()) all += text_size(frame, *text, ink, place.w).h + 1 + frame.px(14);
        }
        return all;
    };
    while (needed() > place.h && r > frame.px(44)) r -= frame.px(6);
    while (needed() > place.h && design > 16) design -= 1;
    const auto face = place.cut_top(2 * r);
    avatar(frame, face.centre(), r, colour);
    place.cut_top(frame.px(16));
    Ink name;
    name.design = 40 * scale;
    name.weight = paint::Weight::bold;
    name.across = paint::Align::centre;
    name.least_design = 24;
    label(frame, place.cut_top(frame.px(52 * scale)), words.name, name, "name");
    Ink text;
    text.design = design;
    text.most_lines = 0;
    text.across = paint::Align::centre;
    text.down = paint::Align::start;
    text.colour = theme.ink2;
    text.line_height = 1.3;
    const auto put = [&](const std::string& what, const Ink& ink, std::string_view id) {
        if (what.empty() || place.h < frame.px(24)) return;
        const double high = std::min(text_size(frame, what, ink, place.w).h, place.h);
        Ink fitting = ink;
        fitting.least_design = 16;
        label(frame, place.cut_top(high + 1), what, fitting, id);
        place.cut_top(frame.px(14));
    };
    put(words.role, text, "role");
    text.colour = theme.ink;
    put(words.about, text, "about");
    text.weight = paint::Weight::semibold;
    put(words.quote, text, "quote");
}

void draw_fields(PersonaScreen& mine, const views::WallView& view, Frame& frame, base::Rect place, Intents& out) {
    const auto& block = *view.remote.room.block;
    const auto fields = persona_fields(block);
    mine.places.clear();
    if (fields.empty()) {
        Ink question;
        question.design = 40;
        question.weight = paint::Weight::bold;
        question.most_lines = 0;
        question.least_design = 24;
        question.across = paint::Align::centre;
        label(frame, place.cut_top(place.h / 2), block.question.empty() ? block.title : block.question, question);
        Ink text;
        text.design = 26;
        text.most_lines = 0;
        text.colour = frame.theme.ink2;
        text.across = paint::Align::centre;
        text.down = paint::Align::start;
        label(frame, place, block.instruction, text);
        return;
    }
    const double gap = frame.px(20);
    // Below each other where a line beside another would be broken in every word.
    const bool stacked = place.w < frame.px(520) && place.h > static_cast<double>(fields.size()) * frame.px(180);
    const auto columns = fields.size() == 1 || stacked ? 1U : 2U;
    const auto rows = (fields.size() + columns - 1) / columns;
    const double high = (place.h - gap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    const double least = frame.px(34 + 20 + 56 + 36);  // name, edges, the line that is written, and one that stands
    if (mine.keyboard.open && high < least) {
        // Above the keyboard there is room for the one that is written in.
        const auto own =
            std::find_if(fields.begin(), fields.end(), [&mine](const auto& field) { return field.id == mine.group; });
        const auto& shown = own == fields.end() ? fields.front() : *own;
        draw_field(mine, view, frame, place, shown, !block.writes.empty(), out);
        carry_persona_note(mine, view.remote.room, frame, out);
        return;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        // A last one alone takes the whole row.
        const bool alone = i + 1 == fields.size() && fields.size() % columns == 1;
        const double wide = alone ? place.w : (place.w - gap * (columns - 1)) / columns;
        const base::Rect cell{place.x + static_cast<double>(i % columns) * (wide + gap),
                              place.y + static_cast<double>(i / columns) * (high + gap), wide, high};
        draw_field(mine, view, frame, cell, fields[i], !block.writes.empty(), out);
    }
    carry_persona_note(mine, view.remote.room, frame, out);
}

/// What the keyboard may take: between the columns, or when it is moved aside, one of them too.
base::Rect keyboard_within(const PersonaScreen& mine, const Frame& frame, const base::Rect& left,
                           const base::Rect& right) {
    auto within = frame.screen();
    if (mine.keyboard.place != Keyboard::Place::left) within.cut_left(left.right());
    if (mine.keyboard.place != Keyboard::Place::right) within.cut_right(frame.screen().right() - right.x);
    return within;
}

/// A column ends above a keyboard that stands in it.
void keep_above(base::Rect& column, const base::Rect& keyboard, double gap) {
    if (column.overlaps(keyboard)) column.cut_bottom(column.bottom() - keyboard.y + gap);
}

}  // namespace

std::vector<views::Labelled> persona_fields(const views::BlockView& block) {
    if (block.writes.empty()) return block.lanes;
    if (!block.groups.empty()) return block.groups;
    return {{"", block.question.empty() ? block.title : block.question}};
}

void write_down(PersonaScreen& mine, const views::RoomView& room, Intents& out) {
    auto text = base::tidy(mine.text.text);
    const auto note = std::exchange(mine.note, std::nullopt);
    mine.text.set({});
    mine.writing = false;
    if (text.empty() || !room.block) return;
    if (!note) {
        out.emplace_back(intents::WriteNote{room.block->id, std::move(text), mine.group, {}});
        return;
    }
    const auto held =
        std::find_if(room.wall.begin(), room.wall.end(), [&note](const auto& one) { return one.id == *note; });
    if (held == room.wall.end() || held->text != text) out.emplace_back(intents::FixNote{*note, std::move(text)});
}

void begin_field(PersonaScreen& mine, Frame& frame, const std::string& group, const views::NoteView* note) {
    mine.group = group;
    mine.note = note == nullptr ? std::nullopt : std::optional(note->id);
    mine.text.set(note == nullptr ? std::string_view() : std::string_view(note->text));
    mine.text.lines = false;
    mine.text.most_graphemes = intents::most_note_graphemes;
    mine.writing = true;
    mine.keyboard.open = true;
    frame.focus("text");
}

void draw_persona(PersonaScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out) {
    const Frame::Scope scope(frame, "persona");
    frame.name_screen("persona");
    const auto& theme = frame.theme;
    const auto& room = view.remote.room;
    frame.painter.fill(frame.screen(), 0, theme.paper);
    follow_persona(mine, view);
    const auto course = persona_of(view.persona);
    auto place = frame.screen();
    if (!mine.keyboard.open) place.cut_bottom(frame.px(112));
    place = place.inset(frame.px(24));
    if (!room.block || view.persona.empty()) {
        const auto title = tr("wall.persona.none"), text = tr("wall.persona.none_text"), back = tr("wall.tool.home");
        if (empty_state(frame, "none", place, {title, text, back, {}, true}) == 0) commands.run("home");
        return;
    }
    // What is pressed stands at the dock's side.
    auto left = place.cut_left(frame.px(256)), right = place.cut_right(frame.px(256));
    if (mine.keyboard.open) {
        mine.keyboard.within = keyboard_within(mine, frame, left, right);
        const auto covered = keyboard_rect(frame, mine.keyboard);
        keep_above(left, covered, frame.px(space::s));
        keep_above(right, covered, frame.px(space::s));
    }
    draw_persona_left(mine, view, course, frame, frame.dock_left() ? right : left, out);
    draw_persona_right(mine, view, frame, frame.dock_left() ? left : right, out);
    place = place.inset(frame.px(24), 0);
    if (mine.keyboard.open) place.cut_bottom(frame.screen().bottom() - keyboard_rect(frame, mine.keyboard).y);
    card(frame, place);
    auto inside = place;
    const bool own = !mine.card.id.empty();
    auto words = own ? persona_of(written_card(mine.card)) : course;
    if (words.name.empty()) words.name = tr("wall.persona.new");
    const auto colour = persona_colour(mine, view);
    if (own) {
        mine.places.clear();
        draw_own_persona(mine, frame, inside, colour, out);
    } else {
        const double who = who_width(mine, frame, inside);
        if (who > 0) draw_person(words, colour, frame, inside.cut_left(who).inset(1), 1);
        draw_fields(mine, view, frame, inside.inset(frame.px(28), frame.px(22)), out);
    }

    KeyboardView typing;
    const auto own_words = mine.keyboard.open ? session_words(view) : std::vector<std::string>();
    typing.text = own ? typed_in_persona(mine) : std::string_view(mine.text.text).substr(0, mine.text.caret);
    typing.words = own_words;
    keyboard(frame, mine.keyboard, typing);
    if (!mine.large) return;
    // One card over everything, to be read from the tables.
    const Frame::Within region(frame, "large", Region::Kind::over);
    frame.block("large_ground", frame.screen());
    frame.painter.fill(frame.screen(), 0, theme.paper);
    const auto whole = frame.screen().inset(frame.px(48));
    words.parts.empty() ? draw_person(words, colour, frame, whole, 1.9)
                        : draw_large_persona(words, colour, frame, whole);
    const auto close = frame.press("large_close", whole);
    frame.say("large_close", tr("ui.close"));
    if (close.focused) focus_ring(frame, whole, frame.px(radius::card));
    if (close.tapped || frame.take_key(Key::escape)) mine.large = false;
}

}  // namespace ui
