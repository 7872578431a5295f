#pragma once
#include <memory>

#include "app/host.hpp"
#include "base/files.hpp"

namespace app {

/// A real host with one open dot vote, joined with `bench_code`; the limits that guard a room are lifted. `plan`: what
/// it is to have beside that.
base::Result<std::unique_ptr<Host>> open_vote(const base::Path& folder, int port, int options, HostPlan plan = {});

}  // namespace app
