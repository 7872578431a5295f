#pragma once
#include <string>
#include <string_view>

#include "views/poll_form.hpp"

namespace views {

/// Of a vote that counts heads: that more ballots were cast (`in`), or drawn (`of`), than there are people. Empty when
/// that is not so.
std::string surplus_text(const PollForm& form, std::int64_t in, std::int64_t of, std::string_view language);

}  // namespace views
