#include "app/bench_host.hpp"

#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <utility>

#include "app/bench.hpp"
#include "app/bench_vote.hpp"

namespace app {
namespace {

/// What the child says when it is ready, or why it is not.
struct Readiness {
    std::uint16_t port = 0;
    base::Code code = base::Code::bad_input;
    std::array<char, 400> what{}, where{};
};

void put(std::array<char, 400>& into, const std::string& text) {
    std::strncpy(into.data(), text.c_str(), into.size() - 1);
}

template <class Value>
bool write_value(int line, const Value& value) {
    return ::send(line, &value, sizeof value, MSG_NOSIGNAL) == sizeof value;
}
template <class Value>
bool read_value(int line, Value& value) {
    return ::recv(line, &value, sizeof value, MSG_WAITALL) == sizeof value;
}

/// What this process has had written to disks.
std::uint64_t written_bytes() {
    std::ifstream in("/proc/self/io");
    std::string word;
    std::uint64_t bytes = 0;
    while (in >> word) {
        if (word == "write_bytes:") in >> bytes;
    }
    return bytes;
}

void serve_until_alone(int line, const base::Path& folder, int options, const HostPlan& plan) {
    auto host = open_vote(folder, 0, options, plan);
    Readiness readiness;
    if (host) {
        readiness.port = (*host)->port();
    } else {
        readiness.code = host.error().code;
        put(readiness.what, host.error().what);
        put(readiness.where, host.error().where);
    }
    if (!write_value(line, readiness) || !host) return;
    for (char asked = 0; read_value(line, asked);) {
        const auto counts = (*host)->registrar().counts();
        const HostUse use{counts.fsyncs, written_bytes(), cpu_s(), pss_mib() * 1024 * 1.024};
        if (!write_value(line, use)) return;
    }
}

}  // namespace

base::Result<BenchHost> BenchHost::start(const base::Path& folder, int options, const HostPlan& plan) {
    std::array<int, 2> line{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line.data()) != 0) {
        return base::refuse(base::Code::too_many, std::strerror(errno));
    }
    const auto parent = ::getpid();
    const auto child = ::fork();
    if (child == 0) {
        ::close(line[0]);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() == parent) serve_until_alone(line[1], folder, options, plan);
        ::_exit(0);
    }
    ::close(line[1]);
    if (child < 0) {
        ::close(line[0]);
        return base::refuse(base::Code::too_many, std::strerror(errno));
    }
    BenchHost host(child, line[0]);
    Readiness readiness;
    if (!read_value(host.line_, readiness)) return base::refuse(base::Code::closed, "the host ended");
    if (readiness.port == 0) return base::refuse(readiness.code, readiness.what.data(), readiness.where.data());
    host.port_ = readiness.port;
    return host;
}

BenchHost::BenchHost(BenchHost&& other) noexcept
    : child_(std::exchange(other.child_, -1)), line_(std::exchange(other.line_, -1)), port_(other.port_) {}

BenchHost::~BenchHost() {
    if (line_ >= 0) ::close(line_);
    if (child_ > 0) ::waitpid(child_, nullptr, 0);
}

HostUse BenchHost::use() const {
    HostUse use;
    const char ask = '?';
    if (write_value(line_, ask)) read_value(line_, use);
    return use;
}

}  // namespace app
