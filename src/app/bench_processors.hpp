#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/geometry.hpp"

namespace app {

/// What the processors of this machine have done since it was made; for benchmarks. Asked by the thread that made it.
class ProcessorWatch {
  public:
    ProcessorWatch();
    struct Used {
        double thread_s = 0, program_s = 0;  // this thread; all threads of this program
        double other_percent = 0;            // of the machine, that neither it nor the display it draws on has taken
    };
    Used used() const;

  private:
    struct Ticks {
        std::int64_t busy = 0, all = 0, display = 0;  // 1/100 s of all processors together
    };
    Ticks ticks() const;

    std::optional<int> display_;  // process of the display's server
    double thread_s_, program_s_;
    Ticks ticks_;
};

/// "llvmpipe-2c-1920x1080-ext4": what draws (Window::driver), on how many processors, how large, on which file system.
std::string bench_config(const std::string& driver, base::Size size, const std::string& file_system);

}  // namespace app
