#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <boost/beast/websocket/stream.hpp>
#include <string>

#include "tablets/guest.hpp"
#include "tablets/http_reader_private.hpp"
#include "tablets/tls_private.hpp"

namespace tablets {
namespace {

namespace beast = boost::beast;
namespace websocket = beast::websocket;
using beast::error_code;

constexpr Rate control_frames{5, 40};
/// Each connection has this much room for as long as it lives: a vote fits, and what does not comes in pieces.
constexpr std::size_t piece_room = 512;

/// One WebSocket: carries frames between its Guest and the network. One read and one write are outstanding at most.
/// Stream: Wire or TlsWire.
template <class Stream>
class WebVisitor final : public Kept, private Guest {
  public:
    WebVisitor(Hall& hall, Stream wire, Admission admission)
        : Guest(hall.lobby, admission.address(), steady_ms()),
          hall_(hall),
          socket_(std::move(wire)),
          admission_(std::move(admission)) {}

    template <class Request>
    void accept(const Request& request) {
        websocket::stream_base::timeout limits{};
        limits.handshake_timeout = std::chrono::milliseconds(hall_.lobby.limits.request_within_ms);
        limits.idle_timeout = websocket::stream_base::none();  // the sweep judges silence
        limits.keep_alive_pings = false;
        socket_.set_option(limits);
        socket_.set_option(websocket::stream_base::decorator(
            [](websocket::response_type& response) { response.set(beast::http::field::server, "Iderum"); }));
        socket_.read_message_max(intents::most_message_bytes);
        socket_.auto_fragment(false);
        socket_.text(true);
        socket_.control_callback([this](websocket::frame_type, beast::string_view) { on_control(); });
        watch().mark_whole();
        socket_.async_accept(request, [self = self()](error_code failed) {
            if (failed) return self->finish();
            self->open_ = true;
            self->read();
        });
    }

    void sweep(std::int64_t now_ms) override {
        const auto& most = hall_.lobby.limits;
        const auto is_past = [now_ms](std::int64_t since_ms, int within_ms) {
            return since_ms != 0 && now_ms - since_ms > within_ms;
        };
        if (is_overdue(now_ms) || is_past(watch().since_ms(), most.request_within_ms) ||
            is_past(message_since_ms_, most.request_within_ms) || is_past(writing_since_ms_, most.silent_ms)) {
            return cut();
        }
        if (!open_ || closing_) return;
        const auto silent_ms = now_ms - watch().last_ms();
        if (!reading_) {
            // Nobody is judged by silence while we do not listen. Should answers have been lost, we listen again.
            if (silent_ms > most.silent_ms) listen_again(now_ms);
            return;
        }
        if (silent_ms > most.silent_ms) return cut();
        if (silent_ms > most.silent_ms / 2 && !pinging_ && now_ms - pinged_ms_ > most.silent_ms / 4) ping(now_ms);
    }

  private:
    std::shared_ptr<WebVisitor> self() { return std::static_pointer_cast<WebVisitor>(shared_from_this()); }
    Wire& bottom() { return beast::get_lowest_layer(socket_); }
    ByteWatch& watch() { return bottom().rate_policy(); }

    void read() {
        if (reading_ || done_ || !may_read()) return;
        reading_ = true;
        socket_.async_read_some(net::buffer(piece_), [self = self()](error_code failed, std::size_t bytes) {
            self->on_read(failed, {self->piece_.data(), bytes});
        });
    }

    void on_read(error_code failed, std::string_view piece) {
        reading_ = false;
        if (failed || done_) return finish();
        watch().mark_whole();
        if (!socket_.is_message_done()) {
            if (message_since_ms_ == 0) message_since_ms_ = watch().last_ms();
            message_.append(piece);
            return read();
        }
        message_since_ms_ = 0;
        if (!socket_.got_text()) return close_with(websocket::close_code::unknown_data);
        if (message_.empty()) {
            hear(piece, watch().last_ms());
        } else {
            message_.append(piece);
            hear(std::exchange(message_, {}), watch().last_ms());
        }
        read();
    }

    void listen_again(std::int64_t now_ms) {
        watch().mark_heard(now_ms);
        forgive_unanswered();
        read();
    }

    void on_control() {
        watch().mark_whole();
        if (controls_.take(steady_ms(), control_frames) > 0) cut_soon();
    }

    void woken() override {
        if (is_overdue(watch().last_ms())) return cut_soon();
        write();
    }

    void write() {
        if (!open_ || done_ || writing_since_ms_ != 0) return;
        if (!has_more()) {
            if (is_leaving()) close_with(websocket::close_code::normal);
            return;
        }
        writing_since_ms_ = steady_ms();
        writing_ = next();
        if (has_more()) hold_back(true);
        socket_.async_write(net::buffer(*writing_.text),
                            [self = self()](error_code failed, std::size_t) { self->on_written(failed); });
    }

    void on_written(error_code failed) {
        writing_since_ms_ = 0;
        if (failed || done_) return finish();
        written(writing_);
        writing_ = {};
        if (!has_more()) hold_back(false);
        write();
        read();
    }

    /// While more is to be written at once, the system keeps what is written and sends all of it together, after 200 ms
    /// at the latest (TCP_CORK in tcp(7)): whoever comes in is told five things, and packets are what they cost.
    void hold_back(bool on) {
        if (holding_back_ == on) return;
        holding_back_ = on;
        const int value = on ? 1 : 0;
        ::setsockopt(bottom().socket().native_handle(), IPPROTO_TCP, TCP_CORK, &value, sizeof value);
    }

    void ping(std::int64_t now_ms) {
        pinging_ = true;
        pinged_ms_ = now_ms;
        socket_.async_ping({}, [self = self()](error_code failed) {
            if (failed) return self->finish();
            self->pinging_ = false;
        });
    }

    void close_with(websocket::close_code code) {
        if (closing_ || done_) return;
        closing_ = true;
        socket_.async_close(websocket::close_reason(code), [self = self()](error_code) { self->finish(); });
        read();
    }

    void cut() {
        if (done_) return;
        hall_.lobby.counts.cut.fetch_add(1, std::memory_order_relaxed);
        finish();
    }
    /// From within a call of the library or the lobby, where nothing may disappear.
    void cut_soon() {
        if (std::exchange(cutting_, true)) return;
        net::post(socket_.get_executor(), [self = self()] { self->cut(); });
    }

    void finish() {
        if (std::exchange(done_, true)) return;
        gone();
        bottom().close();
        hall_.drop(*this);
    }

    Hall& hall_;
    websocket::stream<Stream, false> socket_;
    Admission admission_;
    std::array<char, piece_room> piece_{};
    std::string message_;  // the pieces of one that is not whole
    Outbox::Item writing_;
    std::int64_t writing_since_ms_ = 0;
    std::int64_t message_since_ms_ = 0;
    std::int64_t pinged_ms_ = 0;
    Bucket controls_;
    bool open_ = false, reading_ = false, closing_ = false, holding_back_ = false, pinging_ = false, cutting_ = false,
         done_ = false;
};

template <class Stream>
void begin_visit(Hall& hall, Stream wire, HttpReader& request, Admission admission) {
    const auto visitor = std::make_shared<WebVisitor<Stream>>(hall, std::move(wire), std::move(admission));
    hall.keep(visitor);
    visitor->accept(request.inner().parser->get());
}

}  // namespace

void open_visitor(Hall& hall, Wire wire, HttpReader& request, Admission admission) {
    begin_visit(hall, std::move(wire), request, std::move(admission));
}

void open_visitor(Hall& hall, TlsWire wire, HttpReader& request, Admission admission) {
    begin_visit(hall, std::move(wire), request, std::move(admission));
}

}  // namespace tablets
