// The persons beside each other: the course's, and cards that the session makes for itself.
#include <algorithm>
#include <array>
#include <cmath>
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

/// `grip` px of it at its end are not pressed: they carry it.
bool touch_persona_card(Frame& frame, std::string_view id, base::Rect place, const PersonaWords& words,
                        std::string_view colour, bool open, double grip = 0) {
    const auto press = frame.press(id, {place.x, place.y, place.w - grip, place.h}, !open);
    frame.say(id, words.name);
    CardLook look;
    look.selected = open;
    look.pressed = press.held;
    card(frame, place, look);
    if (press.focused) focus_ring(frame, place, frame.px(radius::card));
    place.cut_right(grip);
    place = place.inset(frame.px(grip > 0 ? 10 : 16), frame.px(14));
    const double face = frame.px(grip > 0 ? 27 : 34);
    avatar(frame, place.cut_left(2 * face).centre(), face, colour);
    place.cut_left(frame.px(10));
    Ink name;
    name.design = 22;
    name.weight = paint::Weight::bold;
    name.least_design = 18;
    name.down = paint::Align::end;
    Ink role;
    role.design = 18;
    role.line_height = 1.15;
    role.most_lines = 2;
    // A name that is too long for a line at its smallest takes two, and leaves one to what stands below; a longer one
    // stands alone.
    auto smallest = name;
    smallest.design = name.least_design;
    smallest.line_height = 1.1;
    smallest.most_lines = 0;
    const double line = text_size(frame, "A", smallest).h;
    const double name_lines = std::round(text_size(frame, words.name, smallest, place.w).h / line);
    const bool long_name = name_lines > 1, alone = words.role.empty() || name_lines > 2;
    if (long_name) {
        name.most_lines = alone ? 3 : 2;
        name.line_height = smallest.line_height;
        role.most_lines = 1;
    }
    if (alone) name.down = paint::Align::centre;
    const bool two_lines = text_size(frame, words.role, role).w > place.w;
    const double beside_role = long_name ? 0.64 : two_lines ? 0.42 : 0.5;
    const double upper = place.h * (alone ? 1 : beside_role);
    label(frame, place.cut_top(upper), words.name, name);
    if (alone) return press.tapped;
    role.colour = frame.theme.ink2;
    role.down = paint::Align::start;
    label(frame, place, words.role, role);
    return press.tapped;
}

void open_persona_card(PersonaScreen& mine, const views::PersonaView& person, bool is_known) {
    mine.card = {};
    mine.card.id = person.id;
    mine.card.is_known = is_known;
    show_persona(mine.card, person);
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
        const bool many = view.personas.size() > 1;
        const double grip_wide = many ? frame.px(40) : 0;
        const auto colour = card_colour(person.id, view.personas);
        const bool tapped = touch_persona_card(frame, "card/" + person.id.text(), row, words, colour, open, grip_wide);
        if (many) {
            const auto grip = row.cut_right(grip_wide);
            const auto drag = frame.drag("card_grip/" + person.id.text(), grip);
            const bool held = drag && !drag->ended;
            draw_icon(frame, grip, icon::grip, 22, held ? frame.theme.accent : frame.theme.ink3);
            if (held) carried = {person.id, drag->at().y};
            if (drag && drag->ended && !drag->cancelled) dropped = {person.id, drag->at().y};
            if (drag) frame.redraw_in(0);
        }
        if (!tapped) continue;
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

}  // namespace ui
