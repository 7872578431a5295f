#pragma once
#include <optional>

#include "app/host.hpp"
#include "app/stage.hpp"

namespace app {

/// Opens the wall's window on a host of its own and runs both until the window is closed or the program is told to end.
/// Main thread. Gives why there is no window, and then nothing was begun; every other fault is told on stderr, with the
/// exit code set.
std::optional<WindowTrouble> run_wall(const Stage::Plan& plan, HostPlan host_plan);

}  // namespace app
