#pragma once
#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using LoadClock = std::chrono::steady_clock;

/// One tablet of the load: a WebSocket client that knows just enough of the protocol to join and vote. Costs little, so
/// that the host stays what is measured. It never waits: `ready` is called when its socket can be read or written.
class LoadClient {
  public:
    enum class State : std::uint8_t { connecting, upgrading, greeting, joined, lost };

    LoadClient(std::string host, std::uint16_t port, std::string hello);
    LoadClient(LoadClient&& other) noexcept;
    LoadClient& operator=(LoadClient&&) = delete;
    ~LoadClient();

    /// Begins to connect from this loopback address (host order, 0 = any); false when the system refuses.
    bool connect(std::uint32_t from);
    /// Reads and writes what is possible. Acknowledged votes are appended to `acked` as the moments they were due.
    void ready(bool readable, bool writable, std::vector<LoadClock::time_point>& acked);
    /// Votes on an option; call when joined.
    void vote(const std::string& option, LoadClock::time_point due);

    int handle() const { return socket_; }
    State state() const { return state_; }
    bool wants_to_write() const { return state_ == State::connecting || !out_.empty(); }
    std::size_t unanswered() const { return due_.size(); }
    std::int64_t refusals() const { return refusals_; }
    /// Why it was lost, as the host said it or empty.
    const std::string& reason() const { return reason_; }
    /// The ids of the open poll's options, when the state has told them.
    const std::vector<std::string>& options() const { return options_; }
    bool has_ballot() const { return !token_.empty(); }
    bool wants_options = false;  // only one of many needs to read the state

  private:
    void lose(std::string reason);
    void flush();
    void read_all(std::vector<LoadClock::time_point>& acked);
    void take_head();
    bool take_frame(std::vector<LoadClock::time_point>& acked);
    void hear(std::string_view text, std::vector<LoadClock::time_point>& acked);
    void read_options(std::string_view state);
    void send_frame(int opcode, std::string_view payload);

    std::string host_;
    std::uint16_t port_;
    std::string hello_;
    int socket_ = -1;
    State state_ = State::connecting;
    std::string in_, out_;
    std::string poll_, token_, state_text_;
    std::vector<std::string> options_;
    std::uint64_t k_ = 0;
    std::deque<LoadClock::time_point> due_;  // of votes that are not answered; answers come in order
    std::int64_t refusals_ = 0;
    std::string reason_;
};

}  // namespace app
