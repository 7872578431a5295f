#include "app/local_name.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

namespace app {
namespace {

/// The child: nothing but calls that are safe between fork and exec. Ends with its parent, however that ends.
[[noreturn]] void become_publisher(int said, char* const* words) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::dup2(said, STDOUT_FILENO);
    ::dup2(said, STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);  // the host's sockets and files are not its business
    ::execv(words[0], words);
    ::_exit(127);
}

/// What came, or nothing at the end.
std::string read_some(int from) {
    std::array<char, 512> chunk{};
    ssize_t count = 0;
    do {
        count = ::read(from, chunk.data(), chunk.size());
    } while (count < 0 && errno == EINTR);
    return {chunk.data(), count > 0 ? static_cast<std::size_t>(count) : 0};
}

}  // namespace

std::vector<std::string> LocalName::possible() {
    return {"iderum.local", "iderum-2.local", "iderum-3.local"};
}

LocalName::LocalName(std::vector<std::string> names, std::string address,
                     std::function<void(const std::string& name)> told)
    : names_(std::move(names)), address_(std::move(address)), told_(std::move(told)), thread_([this] { run(); }) {}

LocalName::~LocalName() {
    {
        const std::lock_guard hold(guard_);
        ending_ = true;
        if (child_ > 0) ::kill(child_, SIGTERM);
    }
    thread_.join();
}

std::string LocalName::name() const {
    const std::lock_guard hold(guard_);
    return name_;
}

void LocalName::run() {
    for (const auto& name : names_) {
        if (!is_taken_by_others(name)) return;
    }
}

bool LocalName::is_taken_by_others(const std::string& name) {
    // env finds the program and has it speak the words that are looked for below.
    std::array<std::string, 6> words{"/usr/bin/env", "LC_ALL=C", "avahi-publish", "-aR", name, address_};
    std::array<char*, 7> line{};
    for (std::size_t i = 0; i < words.size(); ++i) line[i] = words[i].data();
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    {
        const std::lock_guard hold(guard_);
        if (!ending_) child_ = ::fork();
        if (child_ == 0 && !ending_) become_publisher(ends[1], line.data());
    }
    ::close(ends[1]);
    bool taken = false;
    std::string said;
    while (child_ > 0 && !taken) {
        const auto more = read_some(ends[0]);
        if (more.empty()) break;
        const bool had_it = said.find("Established") != std::string::npos;
        said += more;
        // Avahi would go on with "iderum.local-2", which nobody finds.
        taken = said.find("collision") != std::string::npos;
        if (taken || had_it || said.find("Established") == std::string::npos) continue;
        {
            const std::lock_guard hold(guard_);
            name_ = name;
        }
        told_(name);
    }
    ::close(ends[0]);
    pid_t child = 0;
    {
        const std::lock_guard hold(guard_);
        child = std::exchange(child_, 0);
        name_.clear();
    }
    if (child > 0) {
        ::kill(child, SIGTERM);
        ::waitpid(child, nullptr, 0);
    }
    return taken;
}

}  // namespace app
