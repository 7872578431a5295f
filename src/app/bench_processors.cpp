#include "app/bench_processors.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <thread>

#include "app/bench.hpp"
#include "base/text.hpp"

namespace app {
namespace {

double thread_cpu_s() {
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

/// The process that answers for ":99" on this machine; nothing when the display is elsewhere.
std::optional<int> find_display_server() {
    const auto* name = std::getenv("DISPLAY");
    if (name == nullptr || name[0] != ':') return {};
    std::string number(name + 1);
    number.resize(std::min(number.size(), number.find('.')));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = "/tmp/.X11-unix/X" + number;
    if (path.size() >= sizeof address.sun_path) return {};
    path.copy(address.sun_path, path.size());
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0) return {};
    ucred other{};
    socklen_t size = sizeof other;
    const bool known = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                       ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &other, &size) == 0 && other.pid > 0;
    ::close(socket);
    return known ? std::optional(other.pid) : std::nullopt;
}

std::int64_t ticks_of(int process) {
    std::ifstream in("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(in, line);
    // The name before it may hold anything.
    const auto end = line.rfind(')');
    if (end == std::string::npos) return 0;
    std::istringstream rest(line.substr(end + 1));
    std::string skipped;
    for (int i = 0; i < 11; ++i) rest >> skipped;
    std::int64_t user = 0, system = 0;
    rest >> user >> system;
    return user + system;
}

}  // namespace

ProcessorWatch::ProcessorWatch()
    : display_(find_display_server()), thread_s_(thread_cpu_s()), program_s_(cpu_s()), ticks_(ticks()) {}

ProcessorWatch::Ticks ProcessorWatch::ticks() const {
    std::ifstream in("/proc/stat");
    std::string name;
    in >> name;
    // user, nice, system, idle, iowait, irq, softirq, steal
    std::array<std::int64_t, 8> taken{};
    for (auto& one : taken) in >> one;
    Ticks now;
    now.busy = taken[0] + taken[1] + taken[2] + taken[5] + taken[6] + taken[7];
    now.all = now.busy + taken[3] + taken[4];
    if (display_) now.display = ticks_of(*display_);
    return now;
}

ProcessorWatch::Used ProcessorWatch::used() const {
    const auto now = ticks();
    Used used;
    used.thread_s = thread_cpu_s() - thread_s_;
    used.program_s = cpu_s() - program_s_;
    const double own = used.program_s * static_cast<double>(::sysconf(_SC_CLK_TCK)) +
                       static_cast<double>(now.display - ticks_.display);
    const auto all = static_cast<double>(std::max<std::int64_t>(1, now.all - ticks_.all));
    used.other_percent = std::max(0.0, 100 * (static_cast<double>(now.busy - ticks_.busy) - own) / all);
    return used;
}

std::string bench_config(const std::string& driver, base::Size size, const std::string& file_system) {
    // Its first word; it goes into JSON as it is.
    std::string name;
    for (const char c : base::lower(driver)) {
        const bool plain = (c >= 'a' && c <= 'z') || base::is_digit(c);
        if (!plain && !name.empty()) break;
        if (plain) name += c;
    }
    if (name.empty()) name = "opengl";
    return name + "-" + std::to_string(std::thread::hardware_concurrency()) + "c-" +
           std::to_string(static_cast<int>(size.w)) + "x" + std::to_string(static_cast<int>(size.h)) + "-" +
           file_system;
}

}  // namespace app
