#include "app/cli.hpp"

namespace app {

void add_course_commands(CLI::App&) {}

}  // namespace app
