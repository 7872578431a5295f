#include "register/flow.hpp"

#include <algorithm>
#include <optional>

namespace ideas {
namespace {

constexpr std::array<std::string_view, 6> column_names = {"fresh",     "picture",  "test",
                                                          "introduce", "feedback", "archive"};

struct Ends {
    State first, last;
};
Ends ends_of(Column column) {
    switch (column) {
        case Column::fresh:
            return {State::received, State::received};  // nothing becomes a draft again
        case Column::picture:
            return {State::dialogue, State::developing};
        case Column::test:
            return {State::test_planned, State::evaluated};
        case Column::introduce:
            return {State::decision, State::implemented};
        case Column::feedback:
            return {State::closed, State::closed};
        case Column::archive:
            return {State::parked, State::parked};
    }
    return {State::received, State::received};
}

}  // namespace

std::string_view column_name(Column column) {
    return column_names[static_cast<std::size_t>(column)];
}

Column column_of(State state) {
    switch (state) {
        case State::draft:
        case State::received:
            return Column::fresh;
        case State::dialogue:
        case State::assessed:
        case State::developing:
            return Column::picture;
        case State::test_planned:
        case State::testing:
        case State::evaluated:
            return Column::test;
        case State::decision:
        case State::implementing:
        case State::implemented:
            return Column::introduce;
        case State::closed:
            return Column::feedback;
        case State::parked:
            return Column::archive;
    }
    return Column::fresh;
}

State landing(State from, Column column) {
    if (column_of(from) == column) return from;
    const auto ends = ends_of(column);
    const bool is_set_aside = from == State::parked || from == State::closed;
    return is_set_aside || from < ends.first ? ends.first : ends.last;
}

std::vector<State> steps_to(State from, State to) {
    if (from == to) return {};
    if (may_move(from, to)) return {to};
    if (to >= State::parked || from >= State::parked) return {};
    // Few states: the shortest way forward, breadth first.
    std::array<std::optional<State>, all_states.size()> came_from;
    std::vector<State> queue{from};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const auto next : all_states) {
            auto& before = came_from[static_cast<std::size_t>(next)];
            if (before || next == from || step_between(queue[i], next) != Step::forward) continue;
            before = queue[i];
            queue.push_back(next);
        }
    }
    std::vector<State> steps;
    for (std::optional<State> at = to; at && *at != from; at = came_from[static_cast<std::size_t>(*at)]) {
        steps.push_back(*at);
    }
    if (steps.empty() || step_between(from, steps.back()) != Step::forward) return {};
    std::reverse(steps.begin(), steps.end());
    return steps;
}

}  // namespace ideas
