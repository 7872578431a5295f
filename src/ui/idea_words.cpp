#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/idea_cards.hpp"

namespace ui {

using base::tr;

std::string day_words(std::int64_t at_ms, std::int64_t now_ms) {
    if (at_ms == 0) return {};
    const auto date = base::to_local_date(at_ms);
    const auto month = tr("wall.month." + date.substr(5, 2));
    auto day = date.substr(8, 2);
    if (day[0] == '0') day.erase(0, 1);
    if (base::local_year(at_ms) == base::local_year(now_ms)) return tr("wall.day", {{"day", day}, {"month", month}});
    return tr("wall.day_of_year", {{"day", day}, {"month", month}, {"year", date.substr(0, 4)}});
}

std::string event_words(const views::IdeaEvent& event) {
    if (!event.to.empty() && !event.from.empty()) {
        return tr("wall.history.moved",
                  {{"from", tr("idea.state." + event.from)}, {"to", tr("idea.state." + event.to)}});
    }
    if (!event.to.empty()) return tr("wall.history.became", {{"state", tr("idea.state." + event.to)}});
    if (event.label != "change.fill_idea") return tr(event.label);
    std::string names;
    std::size_t count = 0;
    for (const auto& column : event.fields) {
        if (count++ == 3) break;
        const auto name = tr("register.field." + column);
        names += (names.empty() ? "" : ", ") + name;
    }
    if (event.fields.size() > 3) names += " …";
    return names.empty() ? tr(event.label) : tr("wall.history.filled", {{"fields", names}});
}

std::string author_words(const std::string& author) {
    for (const auto* prefix : {"journal.log.author.", "wall.author."}) {
        const auto key = prefix + author;
        if (auto words = tr(key); words != key) return words;
    }
    return author;
}

}  // namespace ui
