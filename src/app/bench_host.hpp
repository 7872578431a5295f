#pragma once
#include <sys/types.h>

#include <cstdint>

#include "app/host.hpp"
#include "base/files.hpp"

namespace app {

/// What a host that is measured has used so far.
struct HostUse {
    std::uint64_t fsyncs = 0;
    std::uint64_t bytes = 0;  // handed to the disk
    double cpu_s = 0;
    double pss_kb = 0;  // 1,000 bytes
};

/// A real host with one open dot vote in a process of its own, so that its memory and its processor time are its own.
/// Joined with `bench_code`; the limits that guard a room are lifted. It ends with this, or with this process.
class BenchHost {
  public:
    /// To be called while this process has one thread. `plan`: what the host is to have beside that.
    static base::Result<BenchHost> start(const base::Path& folder, int options, const HostPlan& plan);
    BenchHost(BenchHost&& other) noexcept;
    BenchHost& operator=(BenchHost&&) = delete;
    ~BenchHost();

    std::uint16_t port() const { return port_; }
    HostUse use() const;

  private:
    BenchHost(pid_t child, int line) : child_(child), line_(line) {}

    pid_t child_ = -1;
    int line_ = -1;  // to the child: one byte asks, a HostUse answers; closed: it ends
    std::uint16_t port_ = 0;
};

}  // namespace app
