#pragma once
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "views/page.hpp"

namespace views {

/// POLL of docs/protocol.md, with RESULT when it is revealed.
boost::json::object of_poll(const PollView& poll);
boost::json::array of_texts(const std::vector<std::string>& texts);

}  // namespace views
