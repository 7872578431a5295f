#pragma once
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "views/wall.hpp"

/// An invented register of Lindåsa for the desk, as it stands on 27 November 2025.
namespace desk_views {

constexpr std::int64_t day_ms = 86400000;
constexpr std::int64_t now_ms = 1764232020000;

base::Id id_of(int number);

using Texts = std::initializer_list<std::pair<const char*, const char*>>;
ideas::IdeaCard idea(int number, ideas::State state, const std::string& title, int days, Texts texts);

inline const char* const whole_picture =
    R"({"economy":{"note":"Samma råvarubudget. 9 gram mindre svinn per portion.","value":3},)"
    R"("gender_equality":{"question":"Hörs flickor och pojkar lika mycket i smakrådet?","value":2},)"
    R"("sustainability":{"note":"Mindre svinn. Två av fem rätter är växtbaserade.","value":3},)"
    R"("user_benefit":{"based_on":"samtal i två klasser","note":"2 900 elever får välja. Fler äter upp och orkar eftermiddagen.","value":4}})";
inline const char* const half_picture =
    R"({"economy":{"note":"Kostar två lärarkvällar i månaden","value":2},"user_benefit":{"note":"Tryggt","value":3}})";
inline const char* const test_card =
    R"({"baseline":"48 g","hypothesis":"elever äter mer och slänger mindre om de själva satt menyn.",)"
    R"("measure":"Svinn, gram per portion","n":"tre","period":"fyra veckor","personal_data":"Inga","place":"elevmeny på tre skolor",)"
    R"("stop_rule":"svinnet ökar två veckor i rad","threshold":"högst 36 g",)"
    R"("weeks":[{"value":48,"week":"v 46"},{"value":39,"week":"v 47"},{"value":35,"week":"v 48"}]})";
inline const char* const from_course =
    R"({"block":"b","block_title":"Tre prickar","links":[{"id":"","kind":"persona","text":"Saga, elev i årskurs 8"}],)"
    R"("poll":{"by":{"nytta":9,"nytt":5},"eligible":23,"id":"p","method":"tre-prickar","question":"Vilka idéer vill vi pröva?",)"
    R"("rank":1,"supporters":12,"voters":22,"votes":14},"session":"s","session_title":"Halvdag om skollunchen"})";

std::vector<ideas::IdeaCard> cards();

std::shared_ptr<const views::IdeasView> ideas_view(std::vector<ideas::IdeaCard> all = cards(), std::size_t of = 63);

views::IdeaView idea_view(int number);

views::WallView wall(std::shared_ptr<const views::IdeasView> all = ideas_view());

}  // namespace desk_views
