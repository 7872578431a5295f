// What is written about an idea, put under headings for paper.
#include <algorithm>
#include <array>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "paint/idea_page.hpp"
#include "views/idea_history.hpp"

namespace paint {
namespace {

using base::tr;
using PagePart = IdeaPage::Part;

constexpr std::size_t most_events = 12;

void add_line(PagePart& part, std::string name, const std::string& text) {
    if (!base::has_visible(text)) return;
    part.lines.push_back({std::move(name), base::tidy(text, true)});
}

void add_part(IdeaPage& page, PagePart part) {
    if (!part.lines.empty()) page.parts.push_back(std::move(part));
}

PagePart written_part(const ideas::IdeaCard& card) {
    PagePart part{tr("paint.idea.about"), {}};
    for (const std::string column :
         {"description", "need", "for_whom", "how_it_works", "user_benefit", "organisation_benefit", "affected",
          "difference", "requires", "equality", "uncertainty", "smallest_test", "learning"}) {
        add_line(part, tr("register.field." + column), card.text(column));
    }
    return part;
}

PagePart picture_part(const views::IdeaParts& parts) {
    PagePart part{tr("wall.picture.title"), {}};
    for (const auto& one : parts.picture) {
        if (!one.is_answered() && one.question.empty()) continue;
        auto text = one.level ? std::to_string(*one.level) + "/4" : tr("register.show.unknown");
        if (!one.note.empty()) text += ". " + one.note;
        if (!one.question.empty()) text += "\n" + tr("paint.idea.open_question", {{"question", one.question}});
        add_line(part, tr("idea.dimension." + one.dimension), text);
    }
    return part;
}

/// Members of a JSON field, in this order.
template <std::size_t count>
PagePart members_part(const std::map<std::string, std::string>& members, std::string_view heading,
                      const std::string& prefix, const std::array<const char*, count>& keys) {
    PagePart part{tr(heading), {}};
    for (const std::string_view key : keys) {
        const auto found = members.find(std::string(key));
        if (found == members.end()) continue;
        add_line(part, tr(prefix + std::string(key)), key == "met" ? tr("idea.met." + found->second) : found->second);
    }
    return part;
}

PagePart test_part(const views::IdeaParts& parts) {
    constexpr std::array keys{"hypothesis", "measure",   "baseline", "threshold", "n",       "period",
                              "place",      "stop_rule", "result",   "met",       "learning"};
    auto part = members_part(parts.test, "wall.test.title", "register.test.", keys);
    std::string weeks;
    for (const auto& week : parts.weeks) {
        auto value = std::to_string(week.value);
        value.erase(value.find_last_not_of('0') + 1);
        if (value.ends_with('.')) value.pop_back();
        if (base::language() == "sv") std::replace(value.begin(), value.end(), '.', ',');
        weeks += (weeks.empty() ? "" : " · ") + week.week + ": " + value;
    }
    add_line(part, tr("paint.idea.weeks"), weeks);
    return part;
}

PagePart people_part(const ideas::IdeaCard& card) {
    PagePart part{tr("paint.idea.next"), {}};
    for (const std::string column : {"area", "unit", "owner_role", "coach_role", "next_step", "next_step_who",
                                     "next_step_when", "next_meeting", "review_date", "feedback"}) {
        add_line(part, tr("register.field." + column), card.text(column));
    }
    return part;
}

PagePart origin_part(const views::IdeaView& idea) {
    PagePart part{tr("wall.origin.title"), {}};
    if (!idea.parts.origin) return part;
    const auto& origin = *idea.parts.origin;
    add_line(part, tr("wall.origin.session"), origin.session_title);
    add_line(part, tr("wall.origin.block"), origin.block_title);
    if (!origin.imported_from.empty()) {
        add_line(part, tr("wall.origin.list"),
                 tr("register.show.imported", {{"list", origin.imported_from}, {"line", origin.line}}));
    }
    if (!origin.method.empty()) {
        const auto key = "wall.method." + origin.method;
        const auto method = tr(key);
        add_line(part, tr("wall.origin.question"), origin.question);
        add_line(part, tr("wall.origin.vote"),
                 tr(origin.supporters > 0 ? "wall.origin.counts" : "wall.origin.place",
                    {{"method", method == key ? origin.method : method},
                     {"votes", std::to_string(origin.votes)},
                     {"supporters", std::to_string(origin.supporters)},
                     {"voters", std::to_string(origin.voters)},
                     {"rank", std::to_string(origin.rank)}}));
    }
    for (const auto& link : origin.links) add_line(part, tr("register.link." + link.kind), link.text);
    return part;
}

/// The newest first; of many the oldest are counted.
PagePart history_part(const views::IdeaView& idea) {
    PagePart part{tr("wall.history.title"), {}};
    std::size_t told = 0;
    for (auto event = idea.history.rbegin(); event != idea.history.rend() && told < most_events; ++event, ++told) {
        add_line(part, base::to_local_date(event->at_ms) + " · " + views::author_words(event->author),
                 views::event_words(*event));
    }
    if (told < idea.history.size()) {
        add_line(part, {}, base::tr_n("paint.idea.earlier", static_cast<std::int64_t>(idea.history.size() - told)));
    }
    return part;
}

}  // namespace

IdeaPage make_idea_page(const views::IdeaView& idea, std::int64_t now_ms) {
    const auto& card = idea.card;
    IdeaPage page;
    page.title = base::tidy(card.title);
    page.above = card.number.empty() ? tr("register.no_number") : card.number;
    const auto state = tr(ideas::state_text_key(card.state));
    page.above +=
        " · " + (card.state_at_ms == 0 ? state
                                       : tr("register.show.state_since",
                                            {{"state", state}, {"date", base::to_local_date(card.state_at_ms)}}));
    add_part(page, written_part(card));
    add_part(page, picture_part(idea.parts));
    add_part(page, test_part(idea.parts));
    constexpr std::array decided{"decision", "reason", "date", "decider", "amount", "diary_number"};
    add_part(page, members_part(idea.parts.decision, "register.show.decision", "register.decision.", decided));
    PagePart follow_up{tr("register.show.follow_up"), {}};
    for (const auto& [after, text] : idea.parts.follow_up) add_line(follow_up, after, text);
    add_part(page, std::move(follow_up));
    add_part(page, people_part(card));
    add_part(page, origin_part(idea));
    add_part(page, history_part(idea));
    page.foot = tr("paint.idea.foot", {{"date", base::to_local_date(now_ms)}});
    return page;
}

}  // namespace paint
