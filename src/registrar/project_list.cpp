// What `/list` reads: every board of the session and the whole register, for those who listen to a screen.
#include <algorithm>
#include <iterator>
#include <map>

#include "base/language.hpp"
#include "registrar/workshop.hpp"
#include "views/list.hpp"

namespace registrar {

/// A board's notes stand in its columns, and there in the groups that the room has named, as on the wall.
std::vector<views::ListView::Board> Workshop::list_boards() const {
    std::vector<views::ListView::Board> boards;
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
    if (!people.groups.empty()) boards.push_back(std::move(people));
    const auto clusters = cluster_views();
    for (const auto& block : course_.blocks) {
        const auto form = block_view(block, setup_.language);
        views::ListView::Board board{form.title, form.question, {}};
        std::map<std::string, std::size_t> places;  // of labels: as the groups are ordered, what is in none last
        for (const auto& note : notes_) {
            if (!is_visible(note) || cells().text(note, "note.block") != block.id) continue;
            const auto shown = note_view(note);
            auto label = shown.group;
            for (const auto& group : form.groups) {
                if (group.id == shown.group) label = group.label;
            }
            const auto cluster = std::find_if(clusters.begin(), clusters.end(),
                                              [&shown](const auto& one) { return one.id == shown.cluster; });
            if (cluster != clusters.end()) label += (label.empty() ? "" : " – ") + cluster->name;
            places.emplace(label, static_cast<std::size_t>(cluster - clusters.begin()));
            auto found = std::find_if(board.groups.begin(), board.groups.end(),
                                      [&label](const auto& group) { return group.label == label; });
            if (found == board.groups.end()) {
                board.groups.push_back(views::ListView::Group{label, {}});
                found = std::prev(board.groups.end());
            }
            found->notes.push_back({shown.text, shown.number, shown.language, shown.photo});
        }
        if (form.groups.empty()) {
            std::stable_sort(board.groups.begin(), board.groups.end(), [&places](const auto& a, const auto& b) {
                return places.at(a.label) < places.at(b.label);
            });
        }
        if (!board.groups.empty()) boards.push_back(std::move(board));
    }
    return boards;
}

Judged Workshop::judge(const intents::ReadRegister& /*wish*/, const Asker& asker) {
    if (asker.is_wall()) return Answer{};
    views::ListView list;
    list.now_ms = book_.now_ms();
    list.boards = list_boards();
    IR_TRY(auto free_boards, boards_.list(session_, setup_.language));
    std::move(free_boards.begin(), free_boards.end(), std::back_inserter(list.boards));
    IR_TRY(list.cards, read_cards());
    list.all = list.cards.size();
    if (list.cards.size() > views::ListView::most_ideas) list.cards.resize(views::ListView::most_ideas);
    send(asker.visitor, views::to_register(list), "register");
    return Answer{};
}

}  // namespace registrar
