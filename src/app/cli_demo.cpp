#include "app/cli.hpp"

namespace app {

void add_demo_command(CLI::App&) {}

}  // namespace app
