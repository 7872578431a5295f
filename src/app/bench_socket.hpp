#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "tablets/tls_caller.hpp"

namespace app {

/// One connection of the load, plain or inside TLS, that never waits.
class LoadSocket {
  public:
    explicit LoadSocket(const tablets::TlsCaller* tls) : tls_(tls) {}
    LoadSocket(LoadSocket&& other) noexcept;
    LoadSocket& operator=(LoadSocket&&) = delete;
    ~LoadSocket() { close(); }

    /// Begins to connect to an IPv4 address from this loopback address (host order, 0 = any); false when the system
    /// refuses.
    bool connect(const std::string& host, std::uint16_t port, std::uint32_t from);
    /// Goes on connecting, when the socket can be read or written; false when that failed.
    bool go_on();
    bool is_open() const { return state_ == State::open; }

    /// Bytes sent or received; 0 = none just now; −1 = the connection is over.
    std::ptrdiff_t send(const char* from, std::size_t size);
    std::ptrdiff_t receive(char* into, std::size_t room);

    void close();
    /// As a device that is out of reach from one moment to the next; nothing is said.
    void tear();
    int handle() const { return handle_; }

  private:
    enum class State : std::uint8_t { closed, connecting, shaking, open };

    const tablets::TlsCaller* tls_;
    std::optional<tablets::TlsLine> line_;
    int handle_ = -1;
    State state_ = State::closed;
};

}  // namespace app
