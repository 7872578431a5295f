#include "register/life_cycle.hpp"

#include <algorithm>

namespace ideas {
namespace {

constexpr std::array<std::string_view, 13> state_names = {
    "draft",     "received", "dialogue",     "assessed",    "developing", "test_planned", "testing",
    "evaluated", "decision", "implementing", "implemented", "parked",     "closed"};

bool is_in_chain(State state) {
    return state != State::parked && state != State::closed;
}

bool is_short_cut(State from, State to) {
    return to == State::decision && (from == State::assessed || from == State::developing);
}

bool has_been_tested(State state) {
    return state >= State::evaluated && state <= State::implemented;
}

std::vector<Requirement> required_to_leave(State state) {
    switch (state) {
        case State::draft:
            // In a workshop the title is the whole text, and where it came from stands for the description.
            return {{"gate.title", {"idea.title"}},
                    {"gate.description", {"idea.description", "idea.origin"}},
                    {"gate.giver_category", {"idea.giver_category"}}};
        case State::received:
            return {{"gate.number", {"idea.number"}}, {"gate.unit", {"idea.unit", "idea.area"}}};
        case State::dialogue:
            return {{"gate.need", {"idea.need"}},
                    {"gate.for_whom", {"idea.for_whom"}},
                    {"gate.user_benefit", {"idea.picture/user_benefit"}},
                    {"gate.gender_equality", {"idea.picture/gender_equality"}},
                    {"gate.economy", {"idea.picture/economy"}},
                    {"gate.coach", {"idea.coach_role"}}};
        case State::assessed:
            return {{"gate.path", {"idea.path"}}, {"gate.motivation", {"idea.state_reason"}}};
        case State::developing:
            return {{"gate.how_it_works", {"idea.how_it_works"}}, {"gate.uncertainty", {"idea.uncertainty"}}};
        case State::test_planned:
            return {{"gate.hypothesis", {"idea.test/hypothesis"}}, {"gate.measure", {"idea.test/measure"}},
                    {"gate.threshold", {"idea.test/threshold"}},   {"gate.period", {"idea.test/period"}},
                    {"gate.stop_rule", {"idea.test/stop_rule"}},   {"gate.personal_data", {"idea.test/personal_data"}}};
        case State::testing:
            return {{"gate.result", {"idea.test/result"}}};
        case State::evaluated:
            return {{"gate.met", {"idea.test/met"}}, {"gate.learning", {"idea.learning", "idea.test/learning"}}};
        case State::decision:
            return {{"gate.decision", {"idea.decision/decision"}},
                    {"gate.decision_reason", {"idea.decision/reason"}},
                    {"gate.decider", {"idea.decision/decider"}},
                    {"gate.decision_date", {"idea.decision/date"}}};
        case State::implementing:
            return {{"gate.owner", {"idea.owner_role"}}, {"gate.follow_up", {"idea.follow_up"}}};
        case State::implemented:
        case State::parked:
        case State::closed:
            return {};
    }
    return {};
}

std::vector<Requirement> required_to_close(State from) {
    std::vector<Requirement> required = {{"gate.outcome", {"idea.outcome"}}, {"gate.feedback", {"idea.feedback"}}};
    if (has_been_tested(from)) required.push_back({"gate.learning", {"idea.learning", "idea.test/learning"}});
    return required;
}

}  // namespace

std::string_view state_name(State state) {
    return state_names[static_cast<std::size_t>(state)];
}

std::optional<State> parse_state(std::string_view name) {
    const auto* const found = std::find(state_names.begin(), state_names.end(), name);
    if (found == state_names.end()) return std::nullopt;
    return static_cast<State>(found - state_names.begin());
}

std::string state_text_key(State state) {
    return "idea.state." + std::string(state_name(state));
}

Step step_between(State from, State to) {
    if (from == to || to == State::draft) return Step::none;
    if (to == State::closed) return Step::close;
    if (to == State::parked) return from == State::draft || from == State::closed ? Step::none : Step::park;
    if (from == State::parked) return Step::resume;
    if (from == State::closed) return Step::back;
    if (static_cast<int>(to) == static_cast<int>(from) + 1 || is_short_cut(from, to)) return Step::forward;
    if (is_in_chain(from) && to < from) return Step::back;
    return Step::none;
}

std::vector<State> moves_from(State from) {
    std::vector<State> moves;
    for (const auto to : all_states) {
        if (may_move(from, to)) moves.push_back(to);
    }
    return moves;
}

std::vector<Requirement> required_for(State from, State to) {
    switch (step_between(from, to)) {
        case Step::forward:
            return required_to_leave(from);
        case Step::back:
            return {{"gate.reason", {"idea.state_reason"}}};
        case Step::park:
            return {{"gate.reason", {"idea.state_reason"}}, {"gate.review_date", {"idea.review_date"}}};
        case Step::close:
            return required_to_close(from);
        case Step::resume:
        case Step::none:
            return {};
    }
    return {};
}

std::vector<Requirement> missing_for(State from, State to, const IsFilled& is_filled) {
    auto required = required_for(from, to);
    std::erase_if(required, [&is_filled](const Requirement& requirement) {
        return std::any_of(requirement.fields.begin(), requirement.fields.end(), is_filled);
    });
    return required;
}

}  // namespace ideas
