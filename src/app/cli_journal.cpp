#include "app/cli.hpp"

namespace app {

void add_journal_commands(CLI::App&) {}

}  // namespace app
