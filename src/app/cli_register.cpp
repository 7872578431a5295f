#include "app/cli.hpp"

namespace app {

void add_register_commands(CLI::App&) {}

}  // namespace app
