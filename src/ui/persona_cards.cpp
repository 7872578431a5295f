// The persons beside each other: the course's, and cards that the session makes for itself.
#include <algorithm>
#include <array>
#include <utility>

#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/screen_persona_private.hpp"
#include "ui/scroll.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using base::tr;

constexpr std::array<std::string_view, 6> card_colours{"himmel", "aprikos", "lila", "mint", "ros", "sol"};

/// It stays with the card wherever that is put: ids grow by time.
std::string_view card_colour(const base::Id& id, const std::vector<views::PersonaView>& all) {
    if (id.empty()) return card_colours.front();
    const auto older = std::count_if(all.begin(), all.end(), [&id](const auto& person) { return person.id < id; });
    return card_colours[(static_cast<std::size_t>(older) + 1) % card_colours.size()];
}

/// The card's new place among the session's own: in front of the first whose middle is below the hand.
void drop_card(const PersonaScreen& mine, const base::Id& id, double at_y, Intents& out) {
    const auto& places = mine.card_places;
    const auto at = std::find_if(places.begin(), places.end(), [&id](const auto& one) { return one.first == id; });
    const auto before =
        std::find_if(places.begin(), places.end(), [at_y](const auto& one) { return one.second.centre().y > at_y; });
    if (at == places.end() || before == at || before == at + 1) return;
    out.emplace_back(
        intents::MovePersona{id, before == places.end() ? std::nullopt : std::optional<base::Id>(before->first)});
}

bool touch_persona_card(Frame& frame, std::string_view id, base::Rect place, const PersonaWords& words,
                        std::string_view colour, bool open) {
    const auto press = frame.press(id, place, !open);
    frame.say(id, words.name);
    CardLook look;
    look.selected = open;
    look.pressed = press.held;
    card(frame, place, look);
    if (press.focused) focus_ring(frame, place, frame.px(radius::card));
    place = place.inset(frame.px(16), frame.px(14));
    const auto face = place.cut_left(frame.px(68));
    avatar(frame, face.centre(), frame.px(34), colour);
    place.cut_left(frame.px(12));
    Ink name;
    name.design = 22;
    name.weight = paint::Weight::bold;
    name.down = words.role.empty() ? paint::Align::centre : paint::Align::end;
    label(frame, words.role.empty() ? place : place.cut_top(place.h / 2), words.name, name);
    if (words.role.empty()) return press.tapped;
    Ink role;
    role.design = 18;
    role.colour = frame.theme.ink2;
    role.down = paint::Align::start;
    label(frame, place, words.role, role);
    return press.tapped;
}

bool is_same_card(const views::PersonaView& a, const views::PersonaView& b) {
    return a.name == b.name && a.description == b.description && a.quote == b.quote;
}

bool is_writing(const PersonaScreen::Card& card) {
    return card.name.had_keyboard || card.description.had_keyboard || card.quote.had_keyboard;
}

void show_persona_card(PersonaScreen::Card& card, const views::PersonaView& person) {
    card.name.set(person.name);
    card.description.set(person.description);
    card.quote.set(person.quote);
    card.told = card.sent = person;
}

void open_persona_card(PersonaScreen& mine, const views::PersonaView& person, bool is_known) {
    mine.card = {};
    mine.card.id = person.id;
    mine.card.name.most_graphemes = intents::most_persona_name_graphemes;
    mine.card.description.most_graphemes = mine.card.quote.most_graphemes = intents::most_persona_graphemes;
    mine.card.description.lines = true;
    mine.card.is_known = is_known;
    show_persona_card(mine.card, person);
}

/// What is begun is written down before another card is opened.
void leave_persona_card(PersonaScreen& mine, const views::RoomView& room, Frame& frame, Intents& out) {
    if (mine.writing) write_down(mine, room, out);
    write_persona(mine, out);
    mine.keyboard.open = false;
    frame.focus("");
    frame.redraw_in(0);
}

/// Where what is carried would lie: a line between cards.
void draw_card_goal(const PersonaScreen& mine, double at_y, Frame& frame) {
    const auto& places = mine.card_places;
    const auto before =
        std::find_if(places.begin(), places.end(), [at_y](const auto& one) { return one.second.centre().y > at_y; });
    const auto& area = before == places.end() ? places.back().second : before->second;
    const double gap = frame.px(6), high = frame.px(5);
    const double y = before == places.end() ? area.bottom() + gap : area.y - gap;
    frame.painter.fill({area.x, y - high / 2, area.w, high}, high / 2, frame.theme.accent);
}

}  // namespace

views::PersonaView written_card(const PersonaScreen::Card& card) {
    return {card.id, base::tidy(card.name.text), base::tidy(card.description.text, true), base::tidy(card.quote.text)};
}

std::string_view persona_colour(const PersonaScreen& mine, const views::WallView& view) {
    return card_colour(mine.card.id, view.personas);
}

bool move_persona_card(const PersonaScreen& mine, int by, Intents* out) {
    const auto& places = mine.card_places;
    const auto found =
        std::find_if(places.begin(), places.end(), [&mine](const auto& one) { return one.first == mine.card.id; });
    if (found == places.end()) return false;
    const auto at = static_cast<std::size_t>(found - places.begin());
    if (by < 0 ? at == 0 : at + 1 >= places.size()) return false;
    const auto before = by < 0 ? at - 1 : at + 2;
    if (out == nullptr) return true;
    out->emplace_back(intents::MovePersona{
        mine.card.id, before < places.size() ? std::optional(places[before].first) : std::nullopt});
    return true;
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
    if (!is_writing(card)) show_persona_card(card, *found);
}

void write_persona(PersonaScreen& mine, Intents& out) {
    auto& card = mine.card;
    if (card.id.empty()) return;
    auto written = written_card(card);
    if (written.name.empty() || is_same_card(written, card.sent)) return;
    out.emplace_back(intents::PutPersona{written.id, written.name, written.description, written.quote});
    card.sent = std::move(written);
}

std::string_view typed_in_persona(const PersonaScreen& mine) {
    for (const auto* field : {&mine.card.name, &mine.card.description, &mine.card.quote}) {
        if (field->had_keyboard) return std::string_view(field->text).substr(0, field->caret);
    }
    return {};
}

void next_persona_field(PersonaScreen& mine, Frame& frame) {
    constexpr std::array<std::string_view, 3> ids{"own/name/text", "own/description/text", "own/quote/text"};
    // Nothing is written in yet while the keyboard is away.
    const int next = mine.keyboard.open ? (mine.card.field + 1) % 3 : 0;
    frame.focus(ids.at(static_cast<std::size_t>(next)));
    mine.card.field = next;
    mine.keyboard.open = true;
}

void draw_persona_cards(PersonaScreen& mine, const views::WallView& view, const PersonaWords& course, Frame& frame,
                        const base::Rect& place, Intents& out) {
    const auto& room = view.remote.room;
    const double high = frame.px(102), gap = frame.px(12);
    const bool begins = !mine.card.id.empty() && !mine.card.is_known;
    const auto count = 1 + view.personas.size() + (begins ? 1 : 0);
    const double all = static_cast<double>(count) * (high + gap) + frame.px(touch::main) + frame.px(4);
    Scroll list(frame, "cards", place.inset(-frame.px(4), 0), all);
    auto rest = list.content().inset(frame.px(4), 0);
    rest.cut_top(frame.px(4));
    const auto next = [&] {
        const auto row = rest.cut_top(high);
        rest.cut_top(gap);
        return row;
    };
    if (touch_persona_card(frame, "card/course", next(), course, card_colour({}, view.personas),
                           mine.card.id.empty())) {
        leave_persona_card(mine, room, frame, out);
        mine.card = {};
    }
    mine.card_places.clear();
    std::optional<std::pair<base::Id, double>> carried, dropped;
    for (const auto& person : view.personas) {
        const bool open = person.id == mine.card.id;
        auto words = persona_of(open ? written_card(mine.card) : person);
        if (words.name.empty()) words.name = person.name;
        auto row = next();
        mine.card_places.emplace_back(person.id, row);
        // Of one alone there is nothing to put in order.
        if (view.personas.size() > 1) {
            const auto grip = row.cut_right(frame.px(touch::secondary));
            row.cut_right(frame.px(4));
            const auto drag = frame.drag("card_grip/" + person.id.text(), grip);
            const bool held = drag && !drag->ended;
            draw_icon(frame, grip, icon::grip, 22, held ? frame.theme.accent : frame.theme.ink3);
            if (held) carried = {person.id, drag->at().y};
            if (drag && drag->ended && !drag->cancelled) dropped = {person.id, drag->at().y};
            if (drag) frame.redraw_in(0);
        }
        const auto colour = card_colour(person.id, view.personas);
        if (!touch_persona_card(frame, "card/" + person.id.text(), row, words, colour, open)) continue;
        leave_persona_card(mine, room, frame, out);
        open_persona_card(mine, person, true);
    }
    if (begins) {
        auto words = persona_of(written_card(mine.card));
        if (words.name.empty()) words.name = tr("wall.persona.new");
        touch_persona_card(frame, "card/" + mine.card.id.text(), next(), words,
                           card_colour(mine.card.id, view.personas), true);
    }
    if (carried) draw_card_goal(mine, carried->second, frame);
    if (dropped) drop_card(mine, dropped->first, dropped->second, out);
    ButtonLook look;
    look.icon = icon::plus;
    if (!button(frame, "new", rest.cut_top(frame.px(touch::main)), tr("wall.persona.new"), look)) return;
    leave_persona_card(mine, room, frame, out);
    views::PersonaView fresh;
    fresh.id = base::new_id(frame.host_now_ms());
    open_persona_card(mine, fresh, false);
    mine.card.wants_name = true;
}

void draw_own_persona(PersonaScreen& mine, Frame& frame, base::Rect place, Intents& out) {
    const Frame::Scope scope(frame, "own");
    auto& card = mine.card;
    bool left = false;
    const auto field = [&](int index, std::string_view id, base::Rect area, TextField& text,
                           std::string_view placeholder) {
        const Frame::Scope part(frame, id);
        Ink head;
        head.weight = paint::Weight::semibold;
        head.colour = frame.theme.ink2;
        label(frame, area.cut_top(frame.px(34)), tr("wall.persona.own_" + std::string(id)), head, "label");
        FieldLook look;
        look.on_paper = true;
        look.placeholder = placeholder;
        const auto result = text_field(frame, "text", area, text, look);
        if (result.got) {
            mine.keyboard.open = true;
            card.field = index;
        }
        if (result.left || result.entered) left = true;
    };
    const double gap = frame.px(space::m), line = frame.px(34 + 64);
    const std::array<std::string_view, 3> names{"name", "description", "quote"};
    const std::array<TextField*, 3> texts{&card.name, &card.description, &card.quote};
    if (mine.keyboard.open && place.h < 3 * line + 2 * gap + frame.px(touch::primary + space::s)) {
        // Above the keyboard there is room for the one that is written in; "Nästa fält" leads to the others.
        if (std::exchange(card.wants_name, false)) frame.focus("name/text");
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (static_cast<int>(i) == card.field) continue;
            left = std::exchange(texts[i]->had_keyboard, false) || left;
        }
        const auto at = static_cast<std::size_t>(card.field);
        const auto name = names.at(at);
        if (at != 1) place.h = std::min(place.h, line);
        field(card.field, name, place, *texts.at(at), tr("wall.persona.own_" + std::string(name) + "_hint"));
        if (left) write_persona(mine, out);
        return;
    }
    ButtonLook remove;
    remove.kind = ButtonKind::quiet;
    remove.icon = icon::trash;
    auto foot = place.cut_bottom(frame.px(touch::primary));
    place.cut_bottom(frame.px(space::s));
    const auto words = tr("wall.persona.remove");
    const double wide = button_width(frame, words, remove);
    if (card.is_known && mine.card_places.size() > 1) {
        ButtonLook arrow;
        for (const int by : {1, -1}) {
            arrow.icon = by < 0 ? icon::up : icon::down;
            arrow.enabled = move_persona_card(mine, by, nullptr);
            if (button(frame, by < 0 ? "up" : "down", foot.cut_left(frame.px(touch::primary)), "", arrow)) {
                move_persona_card(mine, by, &out);
            }
            foot.cut_left(frame.px(space::s));
        }
    }
    const bool removed = card.is_known && button(frame, "remove", foot.cut_right(wide), words, remove);
    if (base::tidy(card.name.text).empty()) {
        Ink why;
        why.colour = frame.theme.ink2;
        why.most_lines = 2;
        label(frame, foot, tr("wall.persona.name_needed"), why, "lacks");
    }
    field(0, "name", place.cut_top(line), card.name, tr("wall.persona.own_name_hint"));
    place.cut_top(gap);
    const auto quote = place.cut_bottom(line);
    place.cut_bottom(gap);
    field(1, "description", place, card.description, tr("wall.persona.own_description_hint"));
    field(2, "quote", quote, card.quote, tr("wall.persona.own_quote_hint"));
    if (std::exchange(card.wants_name, false)) frame.focus("name/text");
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
