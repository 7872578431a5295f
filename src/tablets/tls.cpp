// The door of a port that speaks TLS.
#include <boost/asio/error.hpp>
#include <optional>

#include "tablets/certificate.hpp"
#include "tablets/tls_private.hpp"

namespace tablets {
namespace {

using boost::beast::error_code;

constexpr char hello_byte = 22;  // with which every TLS handshake begins (RFC 8446, 5.1)

/// A new connection. Its first byte tells who comes: TLS gets its handshake, and whoever speaks plain HTTP is answered
/// in plain HTTP, which says where to go instead.
class TlsDoor final : public Kept {
  public:
    TlsDoor(Hall& hall, Socket socket, Admission admission, bool full)
        : hall_(hall),
          socket_(std::move(socket)),
          admission_(std::move(admission)),
          deadline_ms_(steady_ms() + hall.lobby.limits.request_within_ms),
          full_(full) {
        hall_.refusing += full_;
        ++hall_.shaking;
        ++hall_.have_shaken;
    }

    void wait() {
        socket_.async_wait(net::socket_base::wait_read,
                           [self = self()](const error_code& failed) { self->on_first_byte(failed); });
    }
    void sweep(std::int64_t now_ms) override {
        if (now_ms < deadline_ms_ || left_) return;
        if (wire_) hall_.lobby.counts.cut.fetch_add(1, std::memory_order_relaxed);
        close();
    }

  private:
    std::shared_ptr<TlsDoor> self() { return std::static_pointer_cast<TlsDoor>(shared_from_this()); }

    void on_first_byte(error_code failed) {
        if (left_) return;
        char first = 0;
        if (!failed) socket_.non_blocking(true, failed);
        if (!failed) socket_.receive(net::buffer(&first, 1), net::socket_base::message_peek, failed);
        if (failed == net::error::would_block) return wait();
        if (failed) return close();
        if (first != hello_byte) {
            const auto keep_until_here = leave();
            return open_http(hall_, std::move(socket_), std::move(admission_), full_);
        }
        wire_.emplace(std::move(socket_), hall_.tls->context);
        wire_->async_handshake([self = self()](const error_code& refused) { self->on_handshake(refused); });
    }

    void on_handshake(const error_code& failed) {
        if (left_) return;
        if (failed) return close();
        const auto keep_until_here = leave();
        open_http(hall_, std::move(*wire_), std::move(admission_), full_);
    }

    std::shared_ptr<TlsDoor> leave() {
        left_ = true;
        hall_.refusing -= full_;
        --hall_.shaking;
        auto me = self();
        hall_.drop(*this);
        return me;
    }
    void close() {
        error_code ignored;
        if (wire_) {
            boost::beast::get_lowest_layer(*wire_).close();
        } else {
            socket_.close(ignored);
        }
        leave();
    }

    Hall& hall_;
    Socket socket_;
    std::optional<TlsWire> wire_;
    Admission admission_;
    const std::int64_t deadline_ms_;
    const bool full_;
    bool left_ = false;
};

}  // namespace

base::Result<std::shared_ptr<Tls>> make_tls(const Certificate& certificate) {
    using Context = net::ssl::context;
    auto tls = std::make_shared<Tls>();
    auto& context = tls->context;
    error_code failed;
    context.set_options(Context::default_workarounds | Context::no_compression | Context::single_dh_use, failed);
    auto* native = context.native_handle();
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION);
    // Most connections are silent most of the time. What is written is copied, and copied again when it is tried again.
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(native, 1);  // a record's head and body in one read of the socket
    // Who comes back brings a ticket, sealed by us: nothing of it is kept here. One is enough.
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(native, 1);
    const bool new_enough = SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) == 1;
    if (!failed) context.use_certificate_chain(net::buffer(certificate.chain), failed);
    if (!failed) context.use_private_key(net::buffer(certificate.key), Context::pem, failed);
    if (failed || !new_enough) return base::refuse(base::Code::bad_input, "unusable", failed.message());
    return tls;
}

void open_tls(Hall& hall, Socket socket, Admission admission, bool full) {
    const auto door = std::make_shared<TlsDoor>(hall, std::move(socket), std::move(admission), full);
    hall.keep(door);
    door->wait();
}

}  // namespace tablets
