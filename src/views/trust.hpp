#pragma once
#include <string>
#include <string_view>

#include "views/poll_form.hpp"

namespace views {

/// Of a vote that counts heads: that more ballots were cast (`in`) than there are people. Empty when that is not so.
/// How many were drawn says nothing: a device that is lent has drawn one for itself, and one more for each that uses
/// it.
std::string surplus_text(const PollForm& form, std::int64_t in, std::string_view language);

}  // namespace views
