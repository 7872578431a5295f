#pragma once
#include <string>

#include "views/page.hpp"

namespace views {

/// POLL of docs/protocol.md by itself, with RESULT when it is revealed.
std::string to_poll(const PollView& poll);

}  // namespace views
