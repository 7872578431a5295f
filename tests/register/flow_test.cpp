#include "register/flow.hpp"

#include <doctest/doctest.h>

using ideas::Column;
using ideas::State;

TEST_CASE("The thirteen states stand in six columns, in the order they are passed") {
    std::array<int, 6> counts{};
    for (const auto state : ideas::all_states) ++counts[static_cast<std::size_t>(ideas::column_of(state))];
    CHECK(counts == std::array<int, 6>{2, 3, 3, 3, 1, 1});
    CHECK(ideas::column_of(State::evaluated) == Column::test);
    CHECK(ideas::column_name(Column::introduce) == "introduce");
}

TEST_CASE("An idea lands first in a column to the right, and last in one to the left") {
    CHECK(ideas::landing(State::dialogue, Column::test) == State::test_planned);
    CHECK(ideas::landing(State::decision, Column::test) == State::evaluated);
    CHECK(ideas::landing(State::testing, Column::fresh) == State::received);
    CHECK(ideas::landing(State::testing, Column::test) == State::testing);
    CHECK(ideas::landing(State::parked, Column::introduce) == State::decision);
    CHECK(ideas::landing(State::implemented, Column::feedback) == State::closed);
}

TEST_CASE("The way to a state is one step where the rules have one, else the fewest forward") {
    using States = std::vector<State>;
    CHECK(ideas::steps_to(State::testing, State::dialogue) == States{State::dialogue});
    CHECK(ideas::steps_to(State::dialogue, State::test_planned) ==
          States{State::assessed, State::developing, State::test_planned});
    CHECK(ideas::steps_to(State::dialogue, State::decision) == States{State::assessed, State::decision});
    CHECK(ideas::steps_to(State::draft, State::parked).empty());
    CHECK(ideas::steps_to(State::received, State::draft).empty());
    CHECK(ideas::steps_to(State::testing, State::testing).empty());
    CHECK(ideas::steps_to(State::parked, State::implementing) == States{State::implementing});
}

TEST_CASE("Every way is made of steps that the rules allow") {
    for (const auto from : ideas::all_states) {
        for (const auto to : ideas::all_states) {
            auto at = from;
            for (const auto step : ideas::steps_to(from, to)) {
                CHECK(ideas::may_move(at, step));
                at = step;
            }
            if (!ideas::steps_to(from, to).empty()) CHECK(at == to);
        }
    }
}
