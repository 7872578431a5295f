#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "views/page.hpp"

namespace views {

/// POLL of docs/protocol.md, with RESULT when it is revealed.
boost::json::object of_poll(const PollView& poll);
/// OTHER: what other methods make of the same ballots.
boost::json::array of_others(const std::vector<methods::Outcome>& others);
boost::json::array of_texts(const std::vector<std::string>& texts);

}  // namespace views
