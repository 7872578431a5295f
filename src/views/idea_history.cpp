#include "views/idea_history.hpp"

#include "base/language.hpp"

namespace views {

using base::tr;

std::vector<IdeaEvent> read_idea_events(const std::vector<model::Change>& changes, const Id& idea) {
    std::vector<IdeaEvent> events;
    std::string state;
    for (const auto& change : changes) {
        IdeaEvent event{change.at_ms, change.author, change.label, {}, {}, {}};
        for (const auto& fact : change.facts) {
            if (fact.entity != idea || !fact.field.starts_with("idea.")) continue;
            event.fields.push_back(fact.field.substr(5));
            if (fact.field != "idea.state" || fact.erased) continue;
            event.from = state;
            event.to = state = model::text_of(fact.value);
        }
        if (!event.fields.empty()) events.push_back(std::move(event));
    }
    return events;
}

std::string event_words(const IdeaEvent& event) {
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
    const auto key = "journal.log.author." + author;
    const auto words = tr(key);
    return words == key ? author : words;
}

}  // namespace views
