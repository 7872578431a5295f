// The right column of an idea (mockup 09): people as roles, next meeting and step, decisions and history.
#include <algorithm>
#include <vector>

#include "base/language.hpp"
#include "register/meeting.hpp"
#include "ui/idea_cards.hpp"
#include "ui/register_rows.hpp"
#include "ui/scroll.hpp"

namespace ui {
namespace {

using base::tr;

struct Person {
    std::string name, role;
    std::string_view colour;
};
/// Roles, not names: who gave it (a category), who coaches, owns and decides; who does the next step by first name.
std::vector<Person> people_of(const views::IdeaView& idea, bool in_short) {
    const auto& card = idea.card;
    const auto name_of = [in_short](const std::string& role) { return in_short ? ideas::short_role(role) : role; };
    std::vector<Person> people;
    if (const auto giver = card.text("giver_category"); !giver.empty()) {
        people.push_back({tr("idea.giver." + giver), tr("wall.people.giver"), "himmel"});
    }
    if (const auto owner = card.text("owner_role"); !owner.empty()) {
        people.push_back({name_of(owner), tr("register.field.owner_role"), "mint"});
    }
    if (const auto coach = card.text("coach_role"); !coach.empty()) {
        people.push_back({name_of(coach), tr("register.field.coach_role"), "aprikos"});
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

Ink person_ink() {
    Ink name;
    name.design = 18;
    name.weight = paint::Weight::semibold;
    name.across = paint::Align::centre;
    name.most_lines = 2;
    name.least_design = 16;
    name.line_height = 1.15;
    name.down = paint::Align::start;
    return name;
}

constexpr double people_side = 28, faces_high = 236;
constexpr double tight_edge = 10, tight_title = 32, person_role_high = 24, told_high = 28;  // without faces

double person_wide(Frame& frame, std::size_t people, double wide) {
    return (wide - 2 * frame.px(people_side)) / static_cast<double>(std::max<std::size_t>(people, 3));
}

/// As high as its names are, without faces.
double tight_people_height(const views::IdeaView& idea, Frame& frame, double wide, bool with_told) {
    const auto people = people_of(idea, true);
    const double own = person_wide(frame, people.size(), wide) - frame.px(8);
    double names = 0;
    for (const auto& person : people) names = std::max(names, text_size(frame, person.name, person_ink(), own).h);
    const double told = with_told ? told_high : 0;
    return frame.px(2 * tight_edge + tight_title + person_role_high + 4 + told) + names;
}

void draw_people(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place, bool with_faces,
                 bool with_told) {
    const auto people = people_of(idea, !with_faces);
    const auto press = press_card(frame, "people", place, tr("wall.people.title"));
    auto inside = place.inset(frame.px(people_side), frame.px(with_faces ? 18 : tight_edge));
    const auto head = inside.cut_top(frame.px(with_faces ? 36 : tight_title));
    draw_title(frame, head, tr("wall.people.title"), std::to_string(people.size()));
    if (with_faces) inside.cut_top(frame.px(8));
    const auto name = person_ink();
    Ink role = name;
    role.weight = paint::Weight::regular;
    role.colour = frame.theme.ink2;
    role.most_lines = 1;
    auto told = inside.cut_bottom(with_told ? frame.px(told_high) : 0);
    const double wide = person_wide(frame, people.size(), place.w);
    for (const auto& person : people) {
        auto cell = inside.cut_left(wide).inset(frame.px(4), 0);
        if (with_faces) {
            const auto face = cell.cut_top(frame.px(64));
            avatar(frame, face.centre(), frame.px(30), person.colour);
            cell.cut_top(frame.px(4));
        }
        label(frame, cell.cut_top(frame.px(person_role_high)), person.role, role);
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
    auto inside = place.inset(frame.px(28), std::min(frame.px(8), place.h * 0.06));
    draw_icon(frame, inside.cut_left(frame.px(32)), sign, 28, frame.theme.accent);
    inside.cut_left(frame.px(16));
    Ink head;
    head.design = 20;
    head.weight = paint::Weight::semibold;
    Ink quiet;
    quiet.design = 18;
    quiet.colour = frame.theme.ink2;
    if (text.empty()) head.most_lines = 2;
    head.least_design = 16;
    head.line_height = 1.15;
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

/// One line of the history, set for a width; a decision stands out.
class EventRow {
  public:
    EventRow(const views::IdeaView& idea, const views::IdeaEvent& event, Frame& frame, double wide, double day_wide)
        : frame_(frame), left_(day_wide) {
        const auto& decision = idea.parts.decision;
        const bool decided = std::find(event.fields.begin(), event.fields.end(), "decision") != event.fields.end();
        is_decision_ = decided && decision.contains("decision");
        words_ = event_words(event);
        below_ = author_words(event.author);
        day_ = day_words(event.at_ms, frame.host_now_ms());
        if (is_decision_) {
            words_ = tr("wall.history.decided", {{"what", decision.at("decision")}});
            if (decision.contains("decider")) below_ = decision.at("decider");
        }
        ink_.most_lines = 2;
        ink_.down = paint::Align::start;
        quiet_ = ink_;
        quiet_.colour = frame.theme.ink2;
        if (is_decision_) ink_.weight = paint::Weight::semibold;
        const double room = wide - left_ - (is_decision_ ? frame.px(sign) : 0);
        const auto size = text_size(frame, words_, ink_, room);
        words_high_ = size.h;
        // Who it was stands after it where both have room in one line.
        const double beside = frame.px(space::s) + text_size(frame, below_, quiet_).w + 2;
        is_one_line_ = !is_decision_ && size.w + beside <= room && size.h < 2 * text_size(frame, day_, quiet_).h;
        words_wide_ = size.w;
        below_high_ = is_one_line_ || below_.empty() ? 0 : text_size(frame, below_, quiet_, room).h;
    }

    double height() const { return words_high_ + below_high_ + frame_.px(is_decision_ ? 20 : 12); }
    const std::string& words() const { return words_; }

    void draw(base::Rect row) const {
        if (is_decision_) {
            frame_.painter.fill(row.inset(-frame_.px(12), 0), frame_.px(8), frame_.theme.accent_tint);
        }
        row = row.inset(0, frame_.px(is_decision_ ? 10 : 6));
        label(frame_, row.cut_left(left_), day_, quiet_);
        auto top = row.cut_top(words_high_);
        if (is_decision_) draw_icon(frame_, top.cut_left(frame_.px(sign)), icon::gavel, 20, frame_.theme.accent);
        label(frame_, is_one_line_ ? top.cut_left(words_wide_ + 2) : top, words_, ink_);
        if (is_one_line_) top.cut_left(frame_.px(space::s));
        if (!below_.empty()) label(frame_, is_one_line_ ? top : row, below_, quiet_);
    }

  private:
    static constexpr double sign = 30;
    Frame& frame_;
    double left_;
    std::string day_, words_, below_;
    Ink ink_, quiet_;
    bool is_decision_ = false, is_one_line_ = false;
    double words_high_ = 0, words_wide_ = 0, below_high_ = 0;
};

constexpr std::size_t recent_events = 20;

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
    const auto count = std::min(idea.history.size(), recent_events);
    const auto last = idea.history.rbegin(), end = last + static_cast<std::ptrdiff_t>(count);
    double days = 0, high = 0;
    for (auto event = last; event != end; ++event) {
        days = std::max(days, text_size(frame, day_words(event->at_ms, frame.host_now_ms()), {}).w);
    }
    std::vector<EventRow> rows;
    rows.reserve(count);
    for (auto event = last; event != end; ++event) {
        high += rows.emplace_back(idea, *event, frame, inside.w, days + frame.px(space::m)).height();
    }
    // A decision is tinted on both sides of the words.
    const double edge = frame.px(12);
    Scroll scroll(frame, "recent", inside.inset(-edge, 0), high, Zone::Axis::along_y, true);
    auto rest = scroll.content().inset(edge, 0);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rest.cut_top(rows[i].height());
        if (!scroll.shows(row)) continue;
        rows[i].draw(row);
        frame.say("event/" + std::to_string(i), rows[i].words());
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
    const bool tight = place.h < frame.px(faces_high + 88 + 2 * 16 + 200 + (has_step ? 88 + 16 : 0));
    const double gap = frame.px(tight ? 10 : 16), next_high = frame.px(tight ? 58 : 88);
    const bool with_told = !tight || !has_step;
    const double people_high = tight ? tight_people_height(idea, frame, place.w, with_told) : frame.px(faces_high);
    draw_people(mine, idea, frame, place.cut_top(people_high), !tight, with_told);
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
