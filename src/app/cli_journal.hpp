#pragma once

namespace CLI {
class App;
}

namespace app {

/// `iderum journal log`.
void add_log_command(CLI::App& journal);
/// `iderum journal erase`.
void add_erase_command(CLI::App& journal);

}  // namespace app
