// The right column of an idea (mockup 09): people as roles, next meeting and step, decisions and history.
#include <algorithm>

#include "base/language.hpp"
#include "register/meeting.hpp"
#include "ui/idea_cards.hpp"
#include "ui/register_rows.hpp"

namespace ui {
namespace {

using base::tr;

struct Person {
    std::string name, role;
    std::string_view colour;
};
/// Roles, not names: who gave it (a category), who coaches, owns and decides; who does the next step by first name.
std::vector<Person> people_of(const views::IdeaView& idea) {
    const auto& card = idea.card;
    std::vector<Person> people;
    if (const auto giver = card.text("giver_category"); !giver.empty()) {
        people.push_back({tr("idea.giver." + giver), tr("wall.people.giver"), "himmel"});
    }
    if (const auto owner = card.text("owner_role"); !owner.empty()) {
        people.push_back({owner, tr("register.field.owner_role"), "mint"});
    }
    if (const auto coach = card.text("coach_role"); !coach.empty()) {
        people.push_back({coach, tr("register.field.coach_role"), "aprikos"});
    }
    const auto decider = idea.parts.decision.find("decider");
    if (decider != idea.parts.decision.end()) people.push_back({decider->second, tr("wall.people.decider"), "lila"});
    return people;
}

void draw_title(Frame& frame, base::Rect row, std::string_view words, std::string_view count = {}) {
    Ink title;
    title.design = 24;
    title.weight = paint::Weight::bold;
    Ink quiet;
    quiet.colour = frame.theme.ink3;
    quiet.across = paint::Align::end;
    label(frame, row, count, quiet);
    label(frame, row, words, title);
}

void draw_people(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    const auto people = people_of(idea);
    const auto press = press_card(frame, "people", place, tr("wall.people.title"));
    // A name of two lines has room for both where faces have none.
    auto inside = place.inset(frame.px(28), frame.px(place.h < frame.px(200) ? 12 : 18));
    draw_title(frame, inside.cut_top(frame.px(36)), tr("wall.people.title"), std::to_string(people.size()));
    inside.cut_top(frame.px(8));
    Ink name;
    name.design = 18;
    name.weight = paint::Weight::semibold;
    name.across = paint::Align::centre;
    name.most_lines = 2;
    name.least_design = 16;
    name.line_height = 1.15;
    name.down = paint::Align::start;
    Ink role = name;
    role.weight = paint::Weight::regular;
    role.colour = frame.theme.ink2;
    role.most_lines = 1;
    auto told = inside.cut_bottom(place.h < frame.px(150) ? 0 : frame.px(28));
    const double wide = inside.w / static_cast<double>(std::max<std::size_t>(people.size(), 3));
    const bool with_faces = inside.h >= frame.px(64 + 4 + 24 + 40);
    for (const auto& person : people) {
        auto cell = inside.cut_left(wide).inset(frame.px(4), 0);
        if (with_faces) {
            const auto face = cell.cut_top(frame.px(64));
            avatar(frame, face.centre(), frame.px(30), person.colour);
            cell.cut_top(frame.px(4));
        }
        label(frame, cell.cut_top(frame.px(24)), person.role, role);
        label(frame, cell.cut_top(frame.px(46)), person.name, name);
    }
    Ink small;
    small.design = 18;
    small.colour = frame.theme.ink3;
    if (!told.empty()) draw_icon(frame, told.cut_left(frame.px(24)), icon::comment, 18, *small.colour);
    told.cut_left(frame.px(8));
    const auto feedback = idea.card.text("feedback");
    auto words = feedback.empty() ? tr("wall.people.not_told") : tr("wall.people.told", {{"what", feedback}});
    // Those who have left a contact for it wait for an answer.
    if (feedback.empty() && !idea.followers.empty()) {
        words = base::tr_n("wall.followers.to_tell", static_cast<std::int64_t>(idea.followers.size()));
    }
    label(frame, told, words, small, "told");
    if (press.tapped) {
        begin_edit(mine.edit, idea.card, "wall.people.title",
                   {"idea.giver_category", "idea.owner_role", "idea.coach_role", "idea.for_whom", "idea.feedback"});
    }
}

void draw_next(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place,
               std::string_view name, std::string_view sign, const std::string& title, const std::string& text) {
    const auto press = press_card(frame, name, place, title);
    auto inside = place.inset(frame.px(28), frame.px(8));
    draw_icon(frame, inside.cut_left(frame.px(32)), sign, 28, frame.theme.accent);
    inside.cut_left(frame.px(16));
    Ink head;
    head.design = 20;
    head.weight = paint::Weight::semibold;
    Ink quiet;
    quiet.design = 18;
    quiet.colour = frame.theme.ink2;
    head.down = text.empty() ? paint::Align::centre : paint::Align::end;
    quiet.down = paint::Align::start;
    label(frame, text.empty() ? inside : inside.cut_top(inside.h / 2), title, head);
    if (!text.empty()) label(frame, inside, text, quiet, std::string(name) + "/text");
    if (!press.tapped) return;
    if (name == "meeting") {
        begin_edit(mine.edit, idea.card, "register.field.next_meeting", {"idea.next_meeting"});
    } else {
        begin_edit(mine.edit, idea.card, "register.field.next_step",
                   {"idea.next_step", "idea.next_step_who", "idea.next_step_when"});
    }
}

/// One line of the history; a decision stands out.
double draw_event(Frame& frame, base::Rect& rest, const std::string& day, const std::string& words, std::string below,
                  bool is_decision) {
    const auto& theme = frame.theme;
    Ink ink;
    ink.most_lines = 2;
    ink.down = paint::Align::start;
    ink.weight = is_decision ? paint::Weight::semibold : paint::Weight::regular;
    Ink quiet = ink;
    quiet.weight = paint::Weight::regular;
    quiet.colour = theme.ink2;
    const double left = frame.px(104), sign = is_decision ? frame.px(30) : 0;
    const double words_high = text_size(frame, words, ink, rest.w - left - sign).h;
    double below_high = below.empty() ? 0 : text_size(frame, below, quiet, rest.w - left).h;
    const double beside = frame.px(is_decision ? 20 : 14);
    // The last is told in short rather than not at all.
    if (words_high + below_high + beside > rest.h) below_high = 0;
    if (below_high == 0) below.clear();
    const double high = words_high + below_high + beside;
    if (high > rest.h) return 0;
    auto row = rest.cut_top(high);
    if (is_decision) {
        frame.painter.fill(row.inset(-frame.px(12), 0), frame.px(8), theme.accent_tint);
        row = row.inset(0, frame.px(10));
    } else {
        row = row.inset(0, frame.px(7));
    }
    auto day_place = row.cut_left(left);
    label(frame, day_place, day, quiet);
    auto top = row.cut_top(words_high);
    if (is_decision) draw_icon(frame, top.cut_left(sign), icon::gavel, 20, theme.accent);
    label(frame, top, words, ink);
    if (!below.empty()) label(frame, row, below, quiet);
    return high;
}

void draw_history_card(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place) {
    card(frame, place);
    auto inside = place.inset(frame.px(28), std::min(frame.px(18), place.h * 0.06));
    auto head = inside.cut_top(frame.px(36));
    ButtonLook light;
    light.kind = ButtonKind::quiet;
    // Beside the title, so that what room there is is for what has happened.
    auto all = base::tr_n("wall.history.all", static_cast<std::int64_t>(idea.history.size()));
    Ink bold;
    bold.design = 24;
    bold.weight = paint::Weight::bold;
    if (text_size(frame, tr("wall.history.title"), bold).w + button_width(frame, all, light) > head.w) {
        all = std::to_string(idea.history.size());
        light.icon = icon::history;
    }
    const double wide = button_width(frame, all, light);
    auto place_of_all = head.cut_right(wide).moved(frame.px(16), 0);
    place_of_all = place_of_all.centred({wide, frame.px(touch::secondary)});
    if (button(frame, "history", place_of_all, all, light)) mine.side = IdeaScreen::Side::history;
    draw_title(frame, head, tr("wall.history.title"));
    inside.cut_top(frame.px(6));
    const auto now = frame.host_now_ms();
    const auto& decision = idea.parts.decision;
    for (auto event = idea.history.rbegin(); event != idea.history.rend(); ++event) {
        const bool decided = std::find(event->fields.begin(), event->fields.end(), "decision") != event->fields.end();
        auto words = event_words(*event);
        std::string below = author_words(event->author);
        if (decided && decision.contains("decision")) {
            words = tr("wall.history.decided", {{"what", decision.at("decision")}});
            if (decision.contains("decider")) below = decision.at("decider");
        }
        if (draw_event(frame, inside, day_words(event->at_ms, now), words, below, decided) == 0) break;
        frame.say("event/" + std::to_string(event - idea.history.rbegin()), words);
    }
}

}  // namespace

void edit_decision(IdeaScreen& mine, const views::IdeaView& idea) {
    begin_edit(mine.edit, idea.card, "wall.decision.new",
               {"idea.decision/decision", "idea.decision/reason", "idea.decision/decider", "idea.decision/amount",
                "idea.decision/date", "idea.decision/diary_number"});
}

void draw_idea_column(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, base::Rect place) {
    const bool has_step = !idea.card.text("next_step").empty();
    // Large words leave less room: then faces go before what has happened does.
    const bool tight = place.h < frame.px(236 + 88 + 2 * 16 + 150 + (has_step ? 88 + 16 : 0));
    const double gap = frame.px(tight ? 10 : 16), next_high = frame.px(tight ? 72 : 88);
    draw_people(mine, idea, frame, place.cut_top(frame.px(!tight ? 236 : has_step ? 134 : 168)));
    place.cut_top(gap);
    const auto meeting = idea.card.text("next_meeting");
    const bool is_read = ideas::find_meeting(meeting, frame.host_now_ms()).has_value();
    draw_next(mine, idea, frame, place.cut_top(next_high), "meeting", icon::calendar,
              meeting.empty() ? tr("wall.meeting.none") : meeting,
              meeting.empty() ? tr("wall.meeting.book")
              : is_read       ? std::string()
                              : tr("wall.meeting.unread"));
    place.cut_top(gap);
    if (has_step) {
        const auto step = idea.card.text("next_step");
        auto who = idea.card.text("next_step_who");
        const auto when = idea.card.text("next_step_when");
        if (!when.empty()) who += (who.empty() ? "" : ", ") + when;
        draw_next(mine, idea, frame, place.cut_top(next_high), "next_step", icon::right, step, who);
        place.cut_top(gap);
    }
    draw_history_card(mine, idea, frame, place);
}

}  // namespace ui
