#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The register's rules. The room's name is a word of C++, so its namespace is `ideas`.
namespace ideas {

/// An idea's states (domain 3.1), in the order they are passed. Codes in files are the enumerators' names.
enum class State {
    draft,
    received,
    dialogue,
    assessed,
    developing,
    test_planned,
    testing,
    evaluated,
    decision,
    implementing,
    implemented,
    parked,
    closed
};
inline constexpr std::array<State, 13> all_states = {
    State::draft,        State::received, State::dialogue,  State::assessed, State::developing,
    State::test_planned, State::testing,  State::evaluated, State::decision, State::implementing,
    State::implemented,  State::parked,   State::closed};

/// "test_planned".
std::string_view state_name(State state);
/// Empty for a name that is no state.
std::optional<State> parse_state(std::string_view name);
/// The key of its name in the wall's language files: "idea.state.test_planned".
std::string state_text_key(State state);

/// What kind of step it is from one state to another.
///   forward  the next state, or a short cut where the chosen path has no test: assessed or developing → decision
///   back     to an earlier state, or out of closed: allowed, with a reason
///   park     any state but draft and closed
///   resume   from parked to any state but draft
///   close    any state but closed; a draft or received idea only as withdrawn, duplicate, or outside the remit
///   none     not possible: into draft, to the same state, past a gate
enum class Step { none, forward, back, park, resume, close };
Step step_between(State from, State to);
inline bool may_move(State from, State to) {
    return step_between(from, to) != Step::none;
}
/// Where it may go from here, in the states' order.
std::vector<State> moves_from(State from);

/// One thing that must be there before a step. It is met when any of `fields` is filled. A field is one of the schema,
/// or a member of one of its JSON fields: "idea.picture/user_benefit", "idea.test/threshold".
struct Requirement {
    std::string_view key;  // text key suffix: "gate.user_benefit"
    std::vector<std::string_view> fields;
};
/// True when the field (or member) has been filled in.
using IsFilled = std::function<bool(std::string_view field)>;

/// What is asked for to take the step: for a step forward, what the state that is left requires (domain 3.1, right
/// column); for parking, reason and review date; for closing, outcome and feedback to the giver (or "kontakt saknas"
/// there), and learning once it has been tested; for a step back, a reason.
/// Empty also for a step that is not possible: ask step_between first.
std::vector<Requirement> required_for(State from, State to);
/// Those of them that are not met.
std::vector<Requirement> missing_for(State from, State to, const IsFilled& is_filled);

/// Outcome codes of a closed idea.
inline constexpr std::array<std::string_view, 7> outcomes = {
    "implemented", "partly", "other_way", "duplicate", "outside_remit", "tested_did_not_work", "withdrawn"};
/// Paths chosen when an idea has been assessed.
inline constexpr std::array<std::string_view, 7> paths = {"line",    "project", "test", "workshop",
                                                          "partner", "park",    "close"};
/// Whom an idea comes from.
inline constexpr std::array<std::string_view, 6> giver_categories = {"employee",    "resident", "business",
                                                                     "association", "pupil",    "workshop"};
/// The dimensions of the holistic picture (domain 3.2); the first three are asked for before an assessment.
inline constexpr std::array<std::string_view, 10> picture_dimensions = {
    "user_benefit",     "gender_equality", "economy",   "feasibility", "sustainability",
    "work_environment", "equity",          "goal_link", "novelty",     "spread"};

}  // namespace ideas
