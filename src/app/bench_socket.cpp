#include "app/bench_socket.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace app {
namespace {

using Outcome = tablets::TlsLine::Outcome;

std::ptrdiff_t moved(Outcome outcome, std::size_t count) {
    if (outcome == Outcome::done) return static_cast<std::ptrdiff_t>(count);
    return outcome == Outcome::wait ? 0 : -1;
}

bool would_wait() {
    return errno == EAGAIN || errno == EINTR;
}

}  // namespace

LoadSocket::LoadSocket(LoadSocket&& other) noexcept
    : tls_(other.tls_),
      line_(std::move(other.line_)),
      handle_(std::exchange(other.handle_, -1)),
      state_(std::exchange(other.state_, State::closed)) {}

bool LoadSocket::connect(const std::string& host, std::uint16_t port, std::uint32_t from) {
    handle_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (handle_ < 0) return false;
    state_ = State::connecting;
    const int on = 1;
    ::setsockopt(handle_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (from != 0) {
        // The port is chosen at connect, so that each address has all of them for each destination.
        ::setsockopt(handle_, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(from);
        if (::bind(handle_, reinterpret_cast<const sockaddr*>(&here), sizeof here) != 0) return false;
    }
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    if (::inet_pton(AF_INET, host.c_str(), &to.sin_addr) != 1) return false;
    return ::connect(handle_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 || errno == EINPROGRESS;
}

bool LoadSocket::go_on() {
    if (state_ == State::connecting) {
        int failed = 0;
        socklen_t size = sizeof failed;
        ::getsockopt(handle_, SOL_SOCKET, SO_ERROR, &failed, &size);
        if (failed != 0) return false;
        state_ = tls_ != nullptr ? State::shaking : State::open;
        if (tls_ != nullptr) line_.emplace(*tls_, handle_);
    }
    if (state_ != State::shaking) return true;
    const auto outcome = line_->shake();
    if (outcome == Outcome::done) state_ = State::open;
    return outcome != Outcome::ended;
}

std::ptrdiff_t LoadSocket::send(const char* from, std::size_t size) {
    if (line_) {
        std::size_t count = 0;
        const auto outcome = line_->write(from, size, count);
        return moved(outcome, count);
    }
    const auto count = ::send(handle_, from, size, MSG_NOSIGNAL);
    if (count < 0 && would_wait()) return 0;
    return count > 0 ? count : -1;
}

std::ptrdiff_t LoadSocket::receive(char* into, std::size_t room) {
    if (line_) {
        std::size_t count = 0;
        const auto outcome = line_->read(into, room, count);
        return moved(outcome, count);
    }
    const auto count = ::recv(handle_, into, room, 0);
    if (count < 0 && would_wait()) return 0;
    return count > 0 ? count : -1;
}

void LoadSocket::close() {
    line_.reset();
    if (handle_ >= 0) ::close(handle_);
    handle_ = -1;
    state_ = State::closed;
}

void LoadSocket::tear() {
    const linger at_once{1, 0};
    if (handle_ >= 0) ::setsockopt(handle_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    close();
}

}  // namespace app
