#include "app/cli.hpp"

namespace app {

void add_host_command(CLI::App&) {}

int run_default() {
    refused({base::Code::not_now, "host", {}});
    return 1;
}

}  // namespace app
