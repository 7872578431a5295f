#pragma once
#include <string>

#include "base/id.hpp"
#include "base/result.hpp"

namespace app {

class Command;

/// What a person means by "L26-014" or a whole id; Code::bad_input when it is neither, Code::not_found.
base::Result<base::Id> find_entity(const std::string& register_file, const std::string& typed);

/// `iderum journal log`.
void add_log_command(Command& journal);
/// `iderum journal erase`.
void add_erase_command(Command& journal);

}  // namespace app
