#include "app/cli.hpp"

namespace app {

void add_restore_command(CLI::App&) {}

}  // namespace app
