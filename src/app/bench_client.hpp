#pragma once
#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "app/bench_socket.hpp"

namespace app {

using LoadClock = std::chrono::steady_clock;

/// What all tablets of a load share: where the host is, and what they fetch before they join.
struct LoadWay {
    std::string host;
    std::uint16_t port = 0;
    const tablets::TlsCaller* tls = nullptr;  // none: plain
    std::vector<std::string> requests;        // for the pages of a first visit, whole HTTP requests
    std::string join_code;
};

/// One tablet of the load: fetches the pages as a browser does on one connection, then joins and votes over a
/// WebSocket; it knows just enough of the protocol for that. Costs little, so that the host stays what is measured. It
/// never waits: `ready` is called when its socket can be read or written.
class LoadClient {
  public:
    enum class State : std::uint8_t { away, fetching, upgrading, greeting, joined, lost };

    explicit LoadClient(const LoadWay& way) : way_(&way), socket_(way.tls) {}

    /// Begins to fetch the pages, or with none to join, from this loopback address (host order, 0 = any); false when
    /// the system refuses. A tablet that has a seat says hello with it and fetches nothing.
    bool come(std::uint32_t from);
    /// Out of reach from one moment to the next.
    void drop();
    /// Reads and writes what is possible. Acknowledged votes are appended to `acked` as the moments they were due.
    /// The socket may be another one afterwards.
    void ready(bool readable, std::vector<LoadClock::time_point>& acked);
    /// Votes on an option; call when joined.
    void vote(const std::string& option, LoadClock::time_point due);

    int handle() const { return socket_.handle(); }
    /// Another number with each socket.
    std::uint64_t visit() const { return visit_; }
    State state() const { return state_; }
    std::size_t unanswered() const { return due_.size(); }
    std::int64_t refusals() const { return refusals_; }
    /// When the last page was there.
    LoadClock::time_point fetched_at() const { return fetched_at_; }
    /// Why it was lost, as the host said it or empty.
    const std::string& reason() const { return reason_; }
    /// The ids of the open poll's options, when the state has told them.
    const std::vector<std::string>& options() const { return options_; }
    bool has_ballot() const { return !token_.empty(); }
    bool wants_options = false;  // only one of many needs to read the state

  private:
    bool open_socket();
    void begin_socket();
    void lose(std::string reason);
    void flush();
    void read_all(std::vector<LoadClock::time_point>& acked);
    void take(std::string_view& came, std::vector<LoadClock::time_point>& acked);
    void take_page(std::string_view& came);
    void take_head(std::string_view& came);
    bool take_frame(std::string_view& came, std::vector<LoadClock::time_point>& acked);
    void hear(std::string_view text, std::vector<LoadClock::time_point>& acked);
    void read_options(std::string_view state);
    void send_frame(int opcode, std::string_view payload);

    const LoadWay* way_;
    LoadSocket socket_;
    std::uint32_t from_ = 0;
    std::uint64_t visit_ = 0;
    State state_ = State::away;
    bool begun_ = false;         // the first request of this connection is written
    std::size_t page_ = 0;       // the one that is being fetched
    std::size_t body_left_ = 0;  // bytes of it that have not come
    std::string in_;             // what came and is not whole
    std::string out_;
    std::string seat_, poll_, token_, state_text_;
    std::vector<std::string> options_;
    std::uint64_t k_ = 0;
    std::deque<LoadClock::time_point> due_;  // of votes that are not answered; answers come in order
    std::int64_t refusals_ = 0;
    LoadClock::time_point fetched_at_;
    std::string reason_;
};

}  // namespace app
