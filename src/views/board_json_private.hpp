#pragma once
#include <boost/json.hpp>
#include <optional>

#include "views/board.hpp"

namespace views {

/// The clock of rounds as tablets and remote have it, with the fields of this round; null: none go on.
boost::json::value of_rounds(const std::optional<RoundsView>& rounds);
/// The member `boards` of the remote.
boost::json::value of_table_work(const TableWork& work);
boost::json::value of_handed(const std::optional<HandedField>& field);

}  // namespace views
