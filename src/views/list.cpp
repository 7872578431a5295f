#include "views/list.hpp"

#include <boost/json.hpp>

#include "base/language.hpp"
#include "register/standing_words.hpp"
#include "views/poll_json_private.hpp"

namespace views {
namespace {

namespace json = boost::json;

json::object of_idea(const ideas::IdeaCard& card, std::int64_t now_ms) {
    const auto standing = ideas::standing_of(card, now_ms);
    std::string known;
    for (const auto dimension : ideas::picture_dimensions) {
        const std::string name(dimension);
        if (!ideas::is_filled(card, "idea.picture/" + name)) continue;
        known += (known.empty() ? "" : ", ") + base::tr("idea.dimension." + name);
    }
    const auto area = card.text("area");
    return {{"area", area.empty() ? card.text("unit") : area},
            {"description", card.text("description")},
            {"id", card.id.text()},
            {"known", known},
            {"late", standing.is_late()},
            {"number", card.number},
            {"responsible", ideas::responsible(card)},
            {"state", base::tr(ideas::state_text_key(card.state))},
            {"title", card.title},
            {"waiting", ideas::waiting_words(card, standing)}};
}

json::array of_groups(const ListView::Board& board) {
    json::array groups;
    for (const auto& group : board.groups) {
        json::array notes;
        for (const auto& note : group.notes) {
            json::object item{{"number", note.number}, {"text", note.text}};
            if (!note.language.empty()) item["lang"] = note.language;
            if (note.photo)
                item["photo"] = json::object{{"address", note.photo->address}, {"shows", note.photo->shows}};
            notes.push_back(std::move(item));
        }
        groups.push_back(json::object{{"label", group.label}, {"notes", std::move(notes)}});
    }
    return groups;
}

}  // namespace

std::string to_register(const ListView& list) {
    json::array boards;
    for (const auto& board : list.boards) {
        json::array polls;
        for (const auto& poll : board.polls) {
            auto item = of_poll(poll);
            if (!poll.others.empty()) item["others"] = of_others(poll.others);
            polls.push_back(std::move(item));
        }
        boards.push_back(json::object{{"groups", of_groups(board)},
                                      {"polls", std::move(polls)},
                                      {"question", board.question},
                                      {"title", board.title}});
    }
    json::array cards;
    for (const auto& card : list.cards) cards.push_back(of_idea(card, list.now_ms));
    return json::serialize(json::object{{"t", "register"},
                                        {"now", list.now_ms},
                                        {"all", list.all},
                                        {"lang", base::language()},
                                        {"boards", std::move(boards)},
                                        {"ideas", std::move(cards)}});
}

}  // namespace views
