// What `/list` reads: every board of the session and the whole register, for those who listen to a screen.
#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "base/in_language.hpp"
#include "base/language.hpp"
#include "registrar/workshop.hpp"
#include "views/list.hpp"

namespace registrar {

/// The persons that the room has written of.
std::optional<views::ListView::Board> Workshop::list_people() const {
    views::ListView::Board people{base::tr("wall.persona.title"), {}, {}};
    for (const auto& id : personas_) {
        if (!cells().exists(id, "persona")) continue;
        views::ListView::Group person{cells().text(id, "persona.name"), {}};
        for (const char* field : {"description", "everyday", "needs", "obstacles", "help", "quote"}) {
            auto text = cells().text(id, std::string("persona.") + field);
            if (text.empty()) continue;
            const auto label = base::tr("wall.persona.own_" + std::string(field));
            person.notes.push_back({label + ": " + text, {}, {}, {}});
        }
        people.groups.push_back(std::move(person));
    }
    if (people.groups.empty()) return std::nullopt;
    return people;
}

/// Notes stand in the board's columns, and there in the groups that the room has named, as on the wall; what is in none
/// comes last, and what no column has stands in the first.
std::vector<views::ListView::Group> Workshop::list_notes(const views::BlockView& block) const {
    const auto clusters = cluster_views();
    const auto& lanes = block.groups;
    std::map<std::pair<std::size_t, std::size_t>, views::ListView::Group> groups;
    for (const auto& note : notes_) {
        if (!is_visible(note) || cells().text(note, "note.block") != block.id) continue;
        const auto shown = note_view(note);
        const auto lane = std::find_if(lanes.begin(), lanes.end(), [&](const auto& one) {
            return one.id == shown.group || (shown.group.empty() && &one == &lanes.front());
        });
        const auto cluster =
            std::find_if(clusters.begin(), clusters.end(), [&](const auto& one) { return one.id == shown.cluster; });
        auto label = lane == lanes.end() ? shown.group : lane->label;
        if (cluster != clusters.end()) label += (label.empty() ? "" : " – ") + cluster->name;
        const std::pair place{static_cast<std::size_t>(lane - lanes.begin()),
                              static_cast<std::size_t>(cluster - clusters.begin())};
        auto& group = groups.try_emplace(place, views::ListView::Group{label, {}}).first->second;
        group.notes.push_back({shown.text, shown.number, shown.language, shown.photo});
    }
    std::vector<views::ListView::Group> ordered;
    for (auto& [place, group] : groups) ordered.push_back(std::move(group));
    return ordered;
}

/// What the block's votes came to, of those that are revealed: nothing is told before the room has seen it.
std::vector<views::PollView> Workshop::list_results(std::string_view block, const std::string& language) const {
    std::vector<views::PollView> results;
    for (const auto& poll : polls_of(block)) {
        if (cells().text(poll, "poll.state") != "revealed") continue;
        if (auto view = poll_view(poll, language); view && view->outcome) results.push_back(std::move(*view));
    }
    return results;
}

std::vector<views::ListView::Board> Workshop::list_boards(const std::string& language) const {
    std::vector<views::ListView::Board> boards;
    if (auto people = list_people()) boards.push_back(std::move(*people));
    for (const auto& block : course_.blocks) {
        const auto form = block_view(block, language);
        views::ListView::Board board{form.title, form.question, list_notes(form), list_results(block.id, language)};
        if (!board.groups.empty() || !board.polls.empty()) boards.push_back(std::move(board));
    }
    return boards;
}

Judged Workshop::judge(const intents::ReadRegister& wish, const Asker& asker) {
    if (asker.is_wall()) return Answer{};
    const base::InLanguage speaks(wish.language);
    const std::string language(base::language());
    views::ListView list;
    list.now_ms = book_.now_ms();
    list.boards = list_boards(language);
    IR_TRY(auto free_boards, boards_.list(session_, language));
    std::move(free_boards.begin(), free_boards.end(), std::back_inserter(list.boards));
    IR_TRY(list.cards, read_cards());
    list.all = list.cards.size();
    if (list.cards.size() > views::ListView::most_ideas) list.cards.resize(views::ListView::most_ideas);
    send(asker.visitor, views::to_register(list), "register");
    return Answer{};
}

}  // namespace registrar
