#include "ui/register_views.hpp"

namespace desk_views {

base::Id id_of(int number) {
    base::Id id;
    id.bytes[0] = 1;
    id.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return id;
}

ideas::IdeaCard idea(int number, ideas::State state, const std::string& title, int days, Texts texts) {
    ideas::IdeaCard card;
    card.id = id_of(number);
    card.state = state;
    card.title = title;
    if (state != ideas::State::draft) {
        card.number = "L25-0" + std::to_string(number);
        card.received_at_ms = now_ms - (days + 12) * day_ms;
    }
    if (state == ideas::State::received) card.received_at_ms = now_ms - days * day_ms;
    card.state_at_ms = now_ms - days * day_ms;
    for (const auto& [column, text] : texts) card.texts.emplace(column, text);
    return card;
}

std::vector<ideas::IdeaCard> cards() {
    using S = ideas::State;
    const char* const all = whole_picture;
    return {
        idea(63, S::received, "Tyst zon vid fönstren", 0,
             {{"area", "Skola"}, {"coach_role", "Idécoach, Torsby skola"}, {"giver_category", "pupil"}}),
        idea(60, S::received, "Klassen sätter veckans meny", 0,
             {{"area", "Skola"},
              {"coach_role", "Idécoach, Petterslund"},
              {"giver_category", "pupil"},
              {"origin", from_course}}),
        idea(58, S::received, "Smakråd i varje skola", 2,
             {{"area", "Skola"},
              {"giver_category", "pupil"},
              {"picture", R"({"user_benefit":{"value":4}})"},
              {"origin", from_course}}),
        idea(52, S::received, "Biblioteket kommer till parken", 16,
             {{"area", "Kultur"}, {"coach_role", "Idécoach, Inre staden"}, {"giver_category", "resident"}}),
        idea(37, S::dialogue, "Livsappen: rätt information när du behöver den", 8,
             {{"area", "Kundcenter"},
              {"coach_role", "Idécoach, Persborg"},
              {"picture", half_picture},
              {"giver_category", "employee"}}),
        idea(49, S::dialogue, "Bokcirkel på modersmål 📚", 4,
             {{"area", "Kultur"},
              {"coach_role", "Idécoach, Inre staden"},
              {"picture", half_picture},
              {"giver_category", "association"}}),
        idea(47, S::dialogue, "Simskola för föräldrar och barn", 31,
             {{"area", "Fritid"}, {"coach_role", "Idécoach, Ytterby"}, {"giver_category", "resident"}}),
        idea(50, S::developing, "Läxhjälp av seniorer", 11,
             {{"area", "Skola"},
              {"coach_role", "Idécoach, Nilsro"},
              {"picture", all},
              {"how_it_works", "Två kvällar i veckan"},
              {"uncertainty", "Kommer seniorerna?"},
              {"giver_category", "association"}}),
        idea(
            41, S::testing, "Ungas makt över maten", 16,
            {{"area", "Skola"},
             {"coach_role", "Idécoach, Hannedal"},
             {"owner_role", "Kostenheten"},
             {"picture", all},
             {"test", test_card},
             {"origin", from_course},
             {"giver_category", "pupil"},
             {"description", "Elever sätter ihop menyn för alla kommunens skolor under fyra veckor."},
             {"next_meeting", "Möte torsdag 4 december 14.00"},
             {"next_step", "Räkna svinnet vecka 49"},
             {"next_step_who", "Björn"},
             {"next_step_when", "2025-12-05"},
             {"decision",
              R"({"date":"2025-11-02","decider":"Styrgruppen","decision":"testa på tre skolor","reason":"Störst nytta"})"}}),
        idea(44, S::testing, "Elcykel för utflykter i förskolan", 3,
             {{"area", "Förskola"},
              {"coach_role", "Idécoach, Nilsro"},
              {"picture", all},
              {"test", R"({"period":"6 veckor","threshold":"minst 8 turer"})"}}),
        idea(39, S::testing, "Sms innan det är dags att söka förskola", 45,
             {{"area", "Kundcenter"},
              {"coach_role", "Idécoach, Persborg"},
              {"picture", all},
              {"test", R"({"period":"6 veckor","result":"24 av 30","threshold":"minst 70 %"})"}}),
        idea(29, S::implementing, "Förskolepedagogik med jämställdhets- och hållbarhetsfokus", 40,
             {{"area", "Förskola"},
              {"owner_role", "Yttre förskolan"},
              {"picture", all},
              {"next_step_when", "2026-03-31"}}),
        idea(25, S::decision, "Kultur och bibliotek når nya målgrupper", 20,
             {{"area", "Kultur"}, {"owner_role", "Inre staden"}, {"picture", all}}),
        idea(31, S::implementing, "Öppet kök på fritidsgården", 70,
             {{"area", "Fritid"}, {"owner_role", "Hannedal"}, {"picture", all}, {"next_step_when", "2025-11-13"}}),
        idea(18, S::closed, "Låna sportutrustning på fritidsgården", 30,
             {{"area", "Fritid"}, {"owner_role", "Ytterby"}, {"picture", all}, {"outcome", "implemented"}}),
        idea(35, S::closed, "Skolbuss som hämtar vid biblioteket", 60,
             {{"area", "Skola"},
              {"owner_role", "Petterslund"},
              {"picture", half_picture},
              {"outcome", "tested_did_not_work"}}),
        idea(22, S::parked, "Solceller på ishallen", 90,
             {{"area", "Fritid"}, {"picture", half_picture}, {"review_date", "2026-02-01"}}),
        idea(70, S::draft, "En person per hall som man kan ringa", 1, {{"area", "Fritid"}, {"origin", from_course}}),
    };
}

std::shared_ptr<const views::IdeasView> ideas_view(std::vector<ideas::IdeaCard> all, std::size_t of) {
    auto view = std::make_shared<views::IdeasView>();
    view->cards = std::move(all);
    view->all = of;
    return view;
}

views::IdeaView idea_view(int number) {
    views::IdeaView view;
    for (auto& card : cards()) {
        if (card.id == id_of(number)) view.card = std::move(card);
    }
    view.parts = views::read_parts(view.card);
    const auto at = [](int days) { return now_ms - days * day_ms; };
    view.history = {{at(199), "trainer", "change.receive_ideas", "", "received", {"state", "origin"}},
                    {at(192), "project_worker", "change.fill_idea", "", "", {"picture", "need", "for_whom"}},
                    {at(190), "project_worker", "change.advance_idea", "received", "dialogue", {"state"}},
                    {at(60), "assessors", "change.advance_idea", "dialogue", "assessed", {"state"}},
                    {at(40), "coach", "change.advance_idea", "assessed", "developing", {"state"}},
                    {at(25), "steering_group", "change.fill_idea", "", "", {"decision"}},
                    {at(16), "coach", "change.advance_idea", "test_planned", "testing", {"state"}},
                    {at(1), "coach", "change.fill_idea", "", "", {"test"}}};
    for (const auto to : ideas::moves_from(view.card.state)) {
        view.moves.push_back({to, ideas::step_between(view.card.state, to), {}});
    }
    return view;
}

views::WallView wall(std::shared_ptr<const views::IdeasView> all) {
    views::WallView view;
    view.ideas = std::move(all);
    view.remote.room.now_ms = now_ms;
    view.can_undo = true;
    return view;
}

}  // namespace desk_views
