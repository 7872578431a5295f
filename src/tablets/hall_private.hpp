#pragma once
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "tablets/http_reader.hpp"
#include "tablets/lobby.hpp"

namespace tablets {

namespace net = boost::asio;

struct Certificate;
struct Tls;

/// Milliseconds of a clock that never steps back.
inline std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// Notes when bytes come, also those that end inside a library and complete nothing: a byte now and then must not keep
/// a connection alive. It limits no rate; the stream only happens to tell its rate policy.
class ByteWatch {
  public:
    /// When the newest byte came.
    std::int64_t last_ms() const { return last_ms_; }
    /// When the oldest byte came that is not yet part of something whole; 0 when there is none.
    std::int64_t since_ms() const { return since_ms_; }
    void mark_whole() { since_ms_ = 0; }
    void mark_heard(std::int64_t now_ms) { last_ms_ = now_ms; }
    /// Bytes came.
    void note_bytes() {
        last_ms_ = steady_ms();
        if (since_ms_ == 0) since_ms_ = last_ms_;
    }

  private:
    friend class boost::beast::rate_policy_access;
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
    std::size_t available_read_bytes() const { return all; }
    std::size_t available_write_bytes() const { return all; }
    void transfer_read_bytes(std::size_t) { note_bytes(); }
    void transfer_write_bytes(std::size_t) const {}
    void on_timer() const {}

    std::int64_t last_ms_ = steady_ms();
    std::int64_t since_ms_ = 0;
};

using Executor = net::io_context::executor_type;
using Wire = boost::beast::basic_stream<net::ip::tcp, Executor, ByteWatch>;
using Socket = net::basic_stream_socket<net::ip::tcp, Executor>;

/// A connection that the hall keeps and looks after: all deadlines are judged by one sweep instead of a timer each.
class Kept : public std::enable_shared_from_this<Kept> {
  public:
    virtual ~Kept() = default;
    virtual void sweep(std::int64_t now_ms) = 0;

  private:
    friend class Hall;
    std::size_t place_ = 0;
};

/// A connection's place in its address's count; gives it back.
class Admission {
  public:
    Admission(AddressTable& table, const Address& address) : table_(&table), address_(address) {}
    Admission(Admission&& other) noexcept : table_(std::exchange(other.table_, nullptr)), address_(other.address_) {}
    Admission& operator=(Admission&&) = delete;
    ~Admission() {
        if (table_ != nullptr) table_->leave(address_, steady_ms());
    }
    const Address& address() const { return address_; }

  private:
    AddressTable* table_;
    Address address_;
};

/// What every connection needs; lives longer than all of them. Tablets thread only.
class Hall {
  public:
    Hall(Lobby& the_lobby, const PageCache& the_pages, const OwnNames& the_names)
        : lobby(the_lobby), pages(the_pages), names(the_names) {}

    Lobby& lobby;
    const PageCache& pages;
    const OwnNames& names;
    /// When the port speaks TLS; then what comes without it is only told so.
    std::shared_ptr<Tls> tls;

    void keep(std::shared_ptr<Kept> one) {
        one->place_ = kept_.size();
        kept_.push_back(std::move(one));
    }
    void drop(Kept& one) {
        const auto place = one.place_;
        kept_.back()->place_ = place;
        // The last holder may be this vector: nobody is destroyed while it is being rearranged.
        const auto dropped = std::exchange(kept_[place], kept_.back());
        kept_.pop_back();
    }
    std::size_t size() const { return kept_.size(); }
    /// Of them, those that are only being told that it is full.
    std::size_t refusing = 0;
    /// TLS handshakes that go on, and how many of them have begun since memory was given back.
    std::size_t shaking = 0, have_shaken = 0;
    /// Judges everybody; those that are dropped meanwhile may be judged twice or one sweep later.
    void sweep(std::int64_t now_ms) {
        for (std::size_t i = kept_.size(); i-- > 0;) {
            if (i >= kept_.size()) continue;
            const auto one = kept_[i];
            one->sweep(now_ms);
        }
    }
    void forget_all() { kept_.clear(); }

  private:
    std::vector<std::shared_ptr<Kept>> kept_;
};

/// Serves HTTP on a new connection; with `full`, only says so.
void open_http(Hall& hall, Socket socket, Admission admission, bool full);

/// The same on a port that speaks TLS.
void open_tls(Hall& hall, Socket socket, Admission admission, bool full);
/// TLS 1.2 and later. Code::bad_input with `what` "unusable" for a certificate or key of a kind too weak or unknown.
base::Result<std::shared_ptr<Tls>> make_tls(const Certificate& certificate);

/// Makes a WebSocket of a connection whose request has been judged.
void open_visitor(Hall& hall, Wire wire, HttpReader& request, Admission admission);

}  // namespace tablets
