#include "base/short_turns.hpp"

#include <sched.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace base {
namespace {

/// The kernel's struct sched_attr, first version; its own header does not go together with the C library's.
struct Scheduling {
    std::uint32_t size = sizeof(Scheduling);
    std::uint32_t policy = 0;  // SCHED_OTHER
    std::uint64_t flags = 0;
    std::int32_t nice = 0;
    std::uint32_t priority = 0;
    std::uint64_t runtime_ns = 100'000;
    std::uint64_t deadline_ns = 0;
    std::uint64_t period_ns = 0;
};
static_assert(sizeof(Scheduling) == 48);

}  // namespace

void take_short_turns() {
    if (::sched_getscheduler(0) != SCHED_OTHER) return;  // whoever started us has chosen otherwise
    Scheduling wish;
    wish.nice = ::getpriority(PRIO_PROCESS, 0);
    (void)::syscall(SYS_sched_setattr, 0, &wish, 0U);
}

}  // namespace base
