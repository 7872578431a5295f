#include <doctest/doctest.h>

#include <algorithm>

#include "base/language.hpp"
#include "register/life_cycle.hpp"

using namespace ideas;

namespace {

std::vector<std::string> keys_of(const std::vector<Requirement>& requirements) {
    std::vector<std::string> keys;
    for (const auto& requirement : requirements) keys.emplace_back(requirement.key);
    return keys;
}

const IsFilled nothing = [](std::string_view) { return false; };

}  // namespace

TEST_CASE("every state has a code that leads back and a name in the language files") {
    for (const auto state : all_states) {
        CHECK(parse_state(state_name(state)) == state);
        CHECK(base::tr(state_text_key(state)) != state_text_key(state));
    }
    CHECK_FALSE(parse_state("lost"));
}

TEST_CASE("an idea goes forward one state at a time") {
    for (std::size_t i = 0; i + 1 < all_states.size() - 2; ++i) {
        CHECK(step_between(all_states[i], all_states[i + 1]) == Step::forward);
    }
    CHECK(step_between(State::received, State::assessed) == Step::none);
    CHECK(step_between(State::draft, State::testing) == Step::none);
}

TEST_CASE("an idea that needs no test goes to decision from assessed or developing") {
    CHECK(step_between(State::assessed, State::decision) == Step::forward);
    CHECK(step_between(State::developing, State::decision) == Step::forward);
    CHECK(step_between(State::testing, State::decision) == Step::none);
}

TEST_CASE("nothing becomes a draft again, and going back asks for a reason") {
    for (const auto from : all_states) CHECK_FALSE(may_move(from, State::draft));
    CHECK(step_between(State::evaluated, State::developing) == Step::back);
    CHECK(keys_of(missing_for(State::evaluated, State::developing, nothing)) ==
          std::vector<std::string>{"gate.reason"});
    CHECK(step_between(State::closed, State::dialogue) == Step::back);
}

TEST_CASE("a parked idea asks for a reason and a day to look again, and resumes anywhere") {
    CHECK(step_between(State::draft, State::parked) == Step::none);
    CHECK(keys_of(missing_for(State::developing, State::parked, nothing)) ==
          std::vector<std::string>{"gate.reason", "gate.review_date"});
    CHECK(step_between(State::parked, State::testing) == Step::resume);
    CHECK(moves_from(State::parked).size() == 11);
}

TEST_CASE("an idea is not closed without an outcome and feedback") {
    CHECK(keys_of(missing_for(State::dialogue, State::closed, nothing)) ==
          std::vector<std::string>{"gate.outcome", "gate.feedback"});
}

TEST_CASE("an idea that was tested is not closed without what was learned") {
    const auto filled = [](std::string_view field) { return field == "idea.outcome" || field == "idea.feedback"; };
    CHECK(keys_of(missing_for(State::decision, State::closed, filled)) == std::vector<std::string>{"gate.learning"});
    const auto learned = [](std::string_view field) { return field != "idea.learning"; };
    CHECK(missing_for(State::decision, State::closed, learned).empty());
}

TEST_CASE("a workshop idea leaves draft with its origin in place of a description") {
    const auto filled = [](std::string_view field) { return field != "idea.description"; };
    CHECK(missing_for(State::draft, State::received, filled).empty());
    CHECK(keys_of(missing_for(State::draft, State::received, nothing)) ==
          std::vector<std::string>{"gate.title", "gate.description", "gate.giver_category"});
}

TEST_CASE("the assessment asks for the three dimensions of the holistic picture") {
    const auto keys = keys_of(required_for(State::dialogue, State::assessed));
    for (const char* key : {"gate.user_benefit", "gate.gender_equality", "gate.economy", "gate.need"}) {
        CHECK(std::find(keys.begin(), keys.end(), key) != keys.end());
    }
}

TEST_CASE("every requirement, outcome, path, giver and dimension has a name people can read") {
    for (const auto from : all_states) {
        for (const auto to : all_states) {
            for (const auto& requirement : required_for(from, to)) {
                CHECK(base::tr(requirement.key) != requirement.key);
            }
        }
    }
    const auto check_all = [](const auto& codes, const std::string& prefix) {
        for (const auto code : codes) CHECK(base::tr(prefix + std::string(code)) != prefix + std::string(code));
    };
    check_all(outcomes, "idea.outcome.");
    check_all(paths, "idea.path.");
    check_all(giver_categories, "idea.giver.");
    check_all(picture_dimensions, "idea.dimension.");
}
