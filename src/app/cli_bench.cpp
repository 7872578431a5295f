#include "app/cli.hpp"

namespace app {

void add_bench_commands(CLI::App&) {}

}  // namespace app
