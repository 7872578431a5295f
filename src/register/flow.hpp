#pragma once
#include <array>
#include <string_view>
#include <vector>

#include "register/life_cycle.hpp"

namespace ideas {

/// The columns that the thirteen states are shown in.
enum class Column { fresh, picture, test, introduce, feedback, archive };
inline constexpr std::array<Column, 6> all_columns = {Column::fresh,     Column::picture,  Column::test,
                                                      Column::introduce, Column::feedback, Column::archive};

/// "fresh".
std::string_view column_name(Column column);
/// fresh = draft, received; picture = dialogue, assessed, developing; test = test_planned, testing, evaluated;
/// introduce = decision, implementing, implemented; feedback = closed; archive = parked.
Column column_of(State state);

/// The state an idea takes that is moved from `from` into the column: the column's first when it comes from the left
/// (or from parked or closed), its last when it goes back. `from` when it stands there already.
State landing(State from, Column column);

/// The states that are passed on the way, `to` last: one step where the rules have one, else the fewest steps
/// forward. Empty when there is no way.
std::vector<State> steps_to(State from, State to);

}  // namespace ideas
