// A card of the session's own: who she is, and the five fields that every person card has.
#include <algorithm>
#include <utility>

#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/screen_persona_private.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using base::tr;

constexpr std::size_t own_name = 0, own_description = 1, own_first = 2, own_quote = 6;

bool is_same_card(const views::PersonaView& a, const views::PersonaView& b) {
    return std::all_of(own_parts.begin(), own_parts.end(),
                       [&](const auto& part) { return a.*part.text == b.*part.text; });
}

void write_in(PersonaScreen& mine, Frame& frame, std::size_t part) {
    mine.card.field = part;
    mine.keyboard.open = true;
    frame.focus(std::string(own_parts.at(part).id) + "/text");
}

/// One of the card's fields. True when it is left: then the card is written down.
bool draw_part(PersonaScreen& mine, Frame& frame, std::size_t at, base::Rect area) {
    const auto& part = own_parts.at(at);
    const Frame::Scope scope(frame, part.id);
    Ink head;
    head.weight = paint::Weight::semibold;
    head.colour = frame.theme.ink2;
    auto top = area.cut_top(frame.px(area.h < frame.px(106) ? 30 : 34));
    if (!part.icon.empty()) {
        draw_icon(frame, top.cut_left(frame.px(24)), part.icon, 20, frame.theme.accent);
        top.cut_left(frame.px(8));
    }
    label(frame, top, tr("wall.persona.own_" + std::string(part.id)), head, "label");
    FieldLook look;
    look.on_paper = true;
    const auto hint = at == own_name || at == own_description || at == own_quote
                          ? tr("wall.persona.own_" + std::string(part.id) + "_hint")
                          : std::string();
    look.placeholder = hint;
    // Long words are smaller before they are scrolled.
    Ink written;
    written.design = look.design;
    written.line_height = 1.32;
    written.most_lines = 0;
    const auto& text = mine.card.texts.at(at).text;
    const double room = area.h - frame.px(24);
    if (part.lines && text_size(frame, text, written, area.w - frame.px(32)).h > room) look.design = 18;
    const auto result = text_field(frame, "text", area, mine.card.texts.at(at), look);
    if (result.got) {
        mine.keyboard.open = true;
        mine.card.field = at;
    }
    return result.left || result.entered;
}

/// What stands there, large; a tap writes in it.
void draw_told(PersonaScreen& mine, Frame& frame, std::size_t at, const base::Rect& area, const Ink& ink) {
    const std::string id(own_parts.at(at).id);
    const auto press = frame.press(id, area.inset(-frame.px(8), 0));
    const auto& text = mine.card.texts.at(at).text;
    Ink own = ink;
    if (text.empty()) own.colour = frame.theme.ink3;
    if (press.held) frame.painter.fill(area.inset(-frame.px(8), 0), frame.px(radius::control), frame.theme.sunken);
    label(frame, area, text.empty() ? tr("wall.persona.own_" + id) : text, own);
    frame.say(id, text);
    if (press.focused) focus_ring(frame, area, frame.px(radius::control));
    if (press.tapped) write_in(mine, frame, at);
}

/// Its place among the session's own, and away with it. True when it is taken away.
bool draw_deeds(PersonaScreen& mine, Frame& frame, base::Rect row, Intents& out) {
    const double side = frame.px(touch::primary), gap = frame.px(space::s);
    const bool many = mine.card_places.size() > 1;
    row = row.centred({many ? 3 * side + 2 * gap : side, side});
    ButtonLook look;
    for (const int by : {-1, 1}) {
        if (!many) break;
        look.icon = by < 0 ? icon::up : icon::down;
        look.enabled = move_persona_card(mine, by, nullptr);
        if (button(frame, by < 0 ? "up" : "down", row.cut_left(side), "", look)) move_persona_card(mine, by, &out);
        row.cut_left(gap);
    }
    look.icon = icon::trash;
    look.enabled = true;
    frame.say("remove", tr("wall.persona.remove"));
    return button(frame, "remove", row, "", look);
}

/// Her picture, her name and who she is. True when the card is taken away.
bool draw_who(PersonaScreen& mine, Frame& frame, base::Rect place, std::string_view colour, bool writes_here,
              bool& left, Intents& out) {
    auto& card = mine.card;
    frame.painter.fill(place, frame.px(radius::card), base::mix(frame.theme.surface, frame.theme.note(colour), 0.28));
    place = place.inset(frame.px(28), frame.px(24));
    bool removed = false;
    if (card.is_known && place.h > frame.px(300)) {
        removed = draw_deeds(mine, frame, place.cut_bottom(frame.px(touch::primary)), out);
        place.cut_bottom(frame.px(space::s));
    }
    const double r = std::min(frame.px(88), place.h * (writes_here ? 0.13 : 0.2));
    avatar(frame, place.cut_top(2 * r).centre(), r, colour);
    place.cut_top(frame.px(space::s));
    Ink ink;
    ink.across = paint::Align::centre;
    ink.weight = paint::Weight::bold;
    ink.design = 40;
    ink.least_design = 24;
    const bool named = !base::tidy(card.texts.at(own_name).text).empty();
    const double line = frame.px(34 + 64);
    if (writes_here && card.field == own_name) {
        left = draw_part(mine, frame, own_name, place.cut_top(line)) || left;
    } else {
        // A long name takes more lines before it is smaller, and is smaller before it is cut.
        ink.most_lines = 3;
        ink.line_height = 1.15;
        const double high = text_size(frame, card.texts.at(own_name).text, ink, place.w).h + frame.px(8);
        draw_told(mine, frame, own_name,
                  place.cut_top(std::clamp(high, frame.px(64), std::max(frame.px(64), place.h * 0.4))), ink);
    }
    place.cut_top(frame.px(space::xs));
    ink.weight = paint::Weight::regular;
    ink.design = 22;
    ink.least_design = 16;
    ink.most_lines = 0;
    ink.colour = frame.theme.ink2;
    if (!named && !(writes_here && card.field == own_description)) {
        label(frame, place.cut_top(std::min(place.h, frame.px(64))), tr("wall.persona.name_needed"), ink, "lacks");
    } else if (writes_here && card.field == own_description) {
        left = draw_part(mine, frame, own_description, place.cut_top(std::min(place.h, frame.px(34 + 110)))) || left;
    } else if (place.h > frame.px(40)) {
        const auto& text = card.texts.at(own_description).text;
        const double high = text_size(frame, text, ink, place.w).h + frame.px(16);
        draw_told(mine, frame, own_description,
                  place.cut_top(std::clamp(high, frame.px(64), std::max(frame.px(64), place.h))), ink);
    }
    return removed;
}

/// The five fields: two beside each other where they can be, and what she says herself below.
bool draw_parts(PersonaScreen& mine, Frame& frame, base::Rect place, std::size_t columns) {
    // Below each other all five are as high.
    const double gap = frame.px(columns == 1 ? space::xs : space::m);
    const double line = columns == 1 ? (place.h - 4 * gap) / 5 : frame.px(34 + 64);
    bool left = draw_part(mine, frame, own_quote, place.cut_bottom(line));
    place.cut_bottom(gap);
    const std::size_t rows = (own_quote - own_first) / columns;
    const double high = (place.h - gap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    const double wide = (place.w - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    for (std::size_t i = 0; i < own_quote - own_first; ++i) {
        const base::Rect cell{place.x + static_cast<double>(i % columns) * (wide + gap),
                              place.y + static_cast<double>(i / columns) * (high + gap), wide, high};
        left = draw_part(mine, frame, own_first + i, cell) || left;
    }
    return left;
}

}  // namespace

double who_width(const PersonaScreen& mine, const Frame& frame, const base::Rect& card) {
    if (mine.keyboard.open && card.w < frame.px(940)) return 0;
    return std::min(frame.px(340), card.w * 0.36);
}

void show_persona(PersonaScreen::Card& card, const views::PersonaView& person) {
    for (std::size_t i = 0; i < own_parts.size(); ++i) {
        auto& field = card.texts.at(i);
        field.most_graphemes = i == own_name ? intents::most_persona_name_graphemes : intents::most_persona_graphemes;
        field.lines = own_parts.at(i).lines;
        field.set(person.*own_parts.at(i).text);
    }
    card.told = card.sent = person;
}

views::PersonaView written_card(const PersonaScreen::Card& card) {
    views::PersonaView person;
    person.id = card.id;
    for (std::size_t i = 0; i < own_parts.size(); ++i) {
        const auto& part = own_parts.at(i);
        person.*part.text = base::tidy(card.texts.at(i).text, part.lines);
    }
    return person;
}

void follow_persona(PersonaScreen& mine, const views::WallView& view) {
    auto& card = mine.card;
    if (card.id.empty()) return;
    const auto found = std::find_if(view.personas.begin(), view.personas.end(),
                                    [&card](const auto& person) { return person.id == card.id; });
    if (found == view.personas.end()) {
        if (card.is_known) card = {};
        return;
    }
    const bool is_news = !card.is_known || !is_same_card(*found, card.told);
    if (!is_news) return;
    card.is_known = true;
    card.told = *found;
    // What is being written is not written over; it is put down when the field is left.
    const bool writing =
        std::any_of(card.texts.begin(), card.texts.end(), [](const auto& field) { return field.had_keyboard; });
    if (!writing) show_persona(card, *found);
}

void write_persona(PersonaScreen& mine, Intents& out) {
    auto& card = mine.card;
    if (card.id.empty()) return;
    auto written = written_card(card);
    if (written.name.empty() || is_same_card(written, card.sent)) return;
    out.emplace_back(intents::PutPersona{written.id, written.name, written.description, written.quote, written.everyday,
                                         written.needs, written.obstacles, written.help});
    card.sent = std::move(written);
}

std::string_view typed_in_persona(const PersonaScreen& mine) {
    for (const auto& field : mine.card.texts) {
        if (field.had_keyboard) return std::string_view(field.text).substr(0, field.caret);
    }
    return {};
}

void next_persona_field(PersonaScreen& mine, Frame& frame) {
    const Frame::Scope scope(frame, "own");
    // Nothing is written in yet while the keyboard is away.
    write_in(mine, frame, mine.keyboard.open ? (mine.card.field + 1) % own_parts.size() : own_name);
}

void draw_own_persona(PersonaScreen& mine, Frame& frame, base::Rect place, std::string_view colour, Intents& out) {
    const Frame::Scope scope(frame, "own");
    auto& card = mine.card;
    const double who = who_width(mine, frame, place);
    auto beside = place.cut_left(who).inset(1);
    place = place.inset(frame.px(28), frame.px(22));
    const double gap = frame.px(space::m), line = frame.px(34 + 64);
    const std::size_t columns = place.w < frame.px(560) ? 1 : 2;
    const auto rows = static_cast<double>(1 + (own_quote - own_first) / columns);
    // Above a keyboard there may be room for one only; "Nästa fält" and taps on the others lead there.
    const bool single = mine.keyboard.open && place.h < rows * line + (rows - 1) * gap;
    if (std::exchange(card.wants_name, false)) write_in(mine, frame, own_name);
    bool left = false, removed = false;
    if (who > 0) removed = draw_who(mine, frame, beside, colour, mine.keyboard.open && !single, left, out);
    std::array<bool, own_parts.size()> drawn{};
    if (single && card.field < own_first && place.h >= 2 * line + gap) {
        left = draw_part(mine, frame, own_name, place.cut_top(line)) || left;
        place.cut_top(gap);
        left = draw_part(mine, frame, own_description, place.cut_top(std::min(place.h, 1.6 * line))) || left;
        drawn.at(own_name) = drawn.at(own_description) = true;
        place.cut_top(gap);
        const bool named = !base::tidy(card.texts.at(own_name).text).empty();
        const auto why = ink_of(20, paint::Weight::regular, frame.theme.ink2);
        if (!named && place.h > frame.px(26)) {
            label(frame, place.cut_top(frame.px(30)), tr("wall.persona.name_needed"), why, "lacks");
        }
    } else if (single) {
        if (!own_parts.at(card.field).lines) place.h = std::min(place.h, line);
        left = draw_part(mine, frame, card.field, place) || left;
        drawn.at(card.field) = true;
    } else {
        left = draw_parts(mine, frame, place, columns) || left;
        std::fill(drawn.begin() + own_first, drawn.end(), true);
        if (mine.keyboard.open) drawn.at(card.field) = true;
    }
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        if (!drawn.at(i)) left = std::exchange(card.texts.at(i).had_keyboard, false) || left;
    }
    if (removed) {
        out.emplace_back(intents::RemovePersona{card.id});
        card = {};
        mine.keyboard.open = false;
        frame.redraw_in(0);
        return;
    }
    if (left) write_persona(mine, out);
}

}  // namespace ui
