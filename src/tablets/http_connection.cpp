#include <array>
#include <boost/asio/write.hpp>
#include <string>
#include <type_traits>

#include "tablets/tls_private.hpp"

namespace tablets {
namespace {

using boost::beast::error_code;

constexpr int most_requests = 200;             // on one connection
constexpr std::size_t most_ignored = 1 << 20;  // bytes of a refused body that are read and thrown away
constexpr int linger_ms = 1500;

/// One connection while it speaks HTTP: reads a head, answers, and again; or hands itself over to a WebSocket. After a
/// refusal it reads on for a moment, because closing on unread bytes would reset the connection under the answer.
/// Stream: Wire or TlsWire.
template <class Stream>
class HttpConnection final : public Kept {
  public:
    HttpConnection(Hall& hall, Stream wire, Admission admission)
        : hall_(hall), wire_(std::move(wire)), admission_(std::move(admission)) {
        wait_at_most(hall_.lobby.limits.request_within_ms);
    }

    void read() {
        state_ = State::reading;
        wire_.async_read_some(net::buffer(chunk_),
                              [self = self()](error_code failed, std::size_t bytes) { self->on_read(failed, bytes); });
    }
    /// Instead of read: there is no room for it.
    void turn_away() {
        turned_away_ = true;
        ++hall_.refusing;
        refuse(503);
    }
    void sweep(std::int64_t now_ms) override {
        if (now_ms < deadline_ms_ || state_ == State::done) return;
        if (state_ == State::reading && !received_.empty() && !late_) {
            late_ = true;
            bottom().cancel();  // the read ends, and 408 can be said
            wait_at_most(hall_.lobby.limits.request_within_ms);
            return;
        }
        const bool was_idle = state_ == State::lingering || (state_ == State::reading && received_.empty());
        if (!was_idle) hall_.lobby.counts.cut.fetch_add(1, std::memory_order_relaxed);
        finish();
    }

  private:
    enum class State { reading, writing, lingering, done };

    void refuse(int status) {
        hall_.lobby.counts.refused.fetch_add(1, std::memory_order_relaxed);
        write(refusal(status));
    }

    std::shared_ptr<HttpConnection> self() { return std::static_pointer_cast<HttpConnection>(shared_from_this()); }
    void wait_at_most(int ms) { deadline_ms_ = steady_ms() + ms; }
    Wire& bottom() { return boost::beast::get_lowest_layer(wire_); }
    /// Without TLS where TLS is spoken.
    bool is_astray() const { return std::is_same_v<Stream, Wire> && hall_.tls != nullptr; }

    void on_read(error_code failed, std::size_t bytes) {
        if (state_ == State::done) return;
        if (late_) return refuse(408);
        if (failed) return finish();
        if (received_.empty()) wait_at_most(hall_.lobby.limits.request_within_ms);
        received_.append(chunk_.data(), bytes);
        judge();
    }

    void judge() {
        using Kind = HttpReader::Outcome::Kind;
        const auto outcome = reader_.read(received_);
        if (outcome.kind == Kind::more) return read();
        if (outcome.kind == Kind::refused) return refuse(outcome.status);
        const auto ask = reader_.ask();
        auto answer = is_astray()
                          ? to_https(ask, hall_.names)
                          : answer_to(ask, hall_.pages, hall_.names, &hall_.lobby.photos, &admission_.address());
        received_.erase(0, outcome.bytes);
        if (answer.websocket) {
            // Nothing may follow the request before it is answered (RFC 6455, 4.1).
            if (!received_.empty()) return refuse(400);
            state_ = State::done;
            const auto keep_until_here = self();
            hall_.drop(*this);
            return open_visitor(hall_, std::move(wire_), reader_, std::move(admission_));
        }
        if (answer.status >= 400) hall_.lobby.counts.refused.fetch_add(1, std::memory_order_relaxed);
        if (++requests_ >= most_requests) answer.close = true;
        write(std::move(answer));
    }

    void write(HttpAnswer answer) {
        state_ = State::writing;
        answer_ = std::move(answer);
        wait_at_most(hall_.lobby.limits.silent_ms);
        const std::array<net::const_buffer, 2> parts{net::buffer(answer_.head),
                                                     net::buffer(answer_.body.data(), answer_.body.size())};
        net::async_write(wire_, parts, [self = self()](error_code failed, std::size_t) { self->on_written(failed); });
    }

    void on_written(error_code failed) {
        if (state_ == State::done) return;
        if (failed) return finish();
        if (answer_.close) return linger();
        answer_ = {};
        reader_.begin_again();
        wait_at_most(hall_.lobby.limits.request_within_ms);
        state_ = State::reading;
        received_.empty() ? read() : judge();
    }

    void linger() {
        state_ = State::lingering;
        error_code ignored;
        // No farewell of TLS: the answer told its length, so that nobody takes it for cut.
        bottom().socket().shutdown(net::socket_base::shutdown_send, ignored);
        wait_at_most(linger_ms);
        throw_away();
    }
    void throw_away() {
        bottom().async_read_some(net::buffer(chunk_), [self = self()](error_code failed, std::size_t bytes) {
            self->ignored_ += bytes;
            if (failed || self->state_ == State::done || self->ignored_ > most_ignored) return self->finish();
            self->throw_away();
        });
    }

    void finish() {
        if (state_ == State::done) return;
        state_ = State::done;
        hall_.refusing -= turned_away_;
        bottom().close();
        hall_.drop(*this);
    }

    Hall& hall_;
    Stream wire_;
    Admission admission_;
    HttpReader reader_;
    std::array<char, 2048> chunk_{};
    std::string received_;
    HttpAnswer answer_;
    std::int64_t deadline_ms_ = 0;
    std::size_t ignored_ = 0;
    int requests_ = 0;
    State state_ = State::reading;
    bool late_ = false;
    bool turned_away_ = false;
};

template <class Stream>
void begin_http(Hall& hall, Stream wire, Admission admission, bool full) {
    const auto connection = std::make_shared<HttpConnection<Stream>>(hall, std::move(wire), std::move(admission));
    hall.keep(connection);
    full ? connection->turn_away() : connection->read();
}

}  // namespace

void open_http(Hall& hall, Socket socket, Admission admission, bool full) {
    begin_http(hall, Wire(std::move(socket)), std::move(admission), full);
}

void open_http(Hall& hall, TlsWire wire, Admission admission, bool full) {
    begin_http(hall, std::move(wire), std::move(admission), full);
}

}  // namespace tablets
