#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <boost/asio/ssl/error.hpp>
#include <cerrno>
#include <new>

#include "base/check.hpp"
#include "tablets/tls_stream_private.hpp"

namespace tablets {
namespace {

constexpr std::size_t record_bytes = 16384;  // the most that one record holds (RFC 8446, 5.1)

Wire& wire_of(BIO* bio) {
    return *static_cast<Wire*>(BIO_get_data(bio));
}

bool may_come_later() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

int receive(BIO* bio, char* into, int size) {
    BIO_clear_retry_flags(bio);
    auto& wire = wire_of(bio);
    const auto handle = wire.socket().native_handle();
    const auto count = ::recv(handle, into, static_cast<std::size_t>(size), MSG_DONTWAIT);
    if (count > 0) wire.rate_policy().note_bytes();
    if (count < 0 && may_come_later()) BIO_set_retry_read(bio);
    return static_cast<int>(count);
}

int transmit(BIO* bio, const char* from, int size) {
    BIO_clear_retry_flags(bio);
    const auto handle = wire_of(bio).socket().native_handle();
    const auto count = ::send(handle, from, static_cast<std::size_t>(size), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && may_come_later()) BIO_set_retry_write(bio);
    return static_cast<int>(count);
}

/// OpenSSL asks for nothing but that what was written has gone.
long control(BIO*, int what, long, void*) {
    return what == BIO_CTRL_FLUSH ? 1 : 0;
}

const BIO_METHOD* socket_method() {
    static const BIO_METHOD* const method = [] {
        auto* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "wire");
        base::check(made != nullptr, "OpenSSL has no memory for a method");
        BIO_meth_set_read(made, receive);
        BIO_meth_set_write(made, transmit);
        BIO_meth_set_ctrl(made, control);
        return made;
    }();
    return method;
}

}  // namespace

/// Stays where it is when the stream moves: OpenSSL refers to the wire.
struct TlsStream::Inner {
    Inner(Socket socket, SSL_CTX* context) : wire(std::move(socket)), end(SSL_new(context)) {
        auto* bio = BIO_new(socket_method());
        if (end == nullptr || bio == nullptr) {
            BIO_free(bio);
            SSL_free(end);
            throw std::bad_alloc();
        }
        BIO_set_data(bio, &wire);
        BIO_set_init(bio, 1);
        SSL_set_bio(end, bio, bio);
        SSL_set_accept_state(end);
    }
    Inner(const Inner&) = delete;
    Inner& operator=(const Inner&) = delete;
    ~Inner() { SSL_free(end); }

    Wire wire;
    SSL* end;
    bool broken = false;
};

TlsStream::TlsStream(Socket socket, net::ssl::context& context)
    : inner_(std::make_unique<Inner>(std::move(socket), context.native_handle())) {}
TlsStream::TlsStream(TlsStream&& other) noexcept = default;
TlsStream& TlsStream::operator=(TlsStream&& other) noexcept = default;
TlsStream::~TlsStream() = default;

Wire& TlsStream::next_layer() noexcept {
    return inner_->wire;
}
const Wire& TlsStream::next_layer() const noexcept {
    return inner_->wire;
}

net::mutable_buffer TlsStream::record() {
    static thread_local std::array<char, record_bytes> room;
    return net::buffer(room);
}

TlsStream::Step TlsStream::shake_hands() {
    ERR_clear_error();
    return judge(SSL_do_handshake(inner_->end));
}

TlsStream::Step TlsStream::read(net::mutable_buffer into) {
    if (into.size() == 0) return {};
    ERR_clear_error();
    return judge(SSL_read(inner_->end, into.data(), static_cast<int>(std::min(into.size(), record_bytes))));
}

TlsStream::Step TlsStream::write(net::const_buffer from) {
    if (from.size() == 0) return {};
    ERR_clear_error();
    return judge(SSL_write(inner_->end, from.data(), static_cast<int>(from.size())));
}

TlsStream::Step TlsStream::judge(int result) {
    switch (SSL_get_error(inner_->end, result)) {
        case SSL_ERROR_NONE:
            return {Step::Wait::none, static_cast<std::size_t>(std::max(result, 0)), {}};
        case SSL_ERROR_WANT_READ:
            return {Step::Wait::read, 0, {}};
        case SSL_ERROR_WANT_WRITE:
            return {Step::Wait::write, 0, {}};
        case SSL_ERROR_ZERO_RETURN:
            return {Step::Wait::none, 0, net::error::eof};
        default:
            break;
    }
    inner_->broken = true;
    const auto why = ERR_get_error();
    ERR_clear_error();
    if (why == 0) return {Step::Wait::none, 0, net::ssl::error::stream_truncated};
    return {Step::Wait::none, 0, Error(static_cast<int>(why), net::error::get_ssl_category())};
}

void TlsStream::say_farewell() {
    if (inner_->broken || SSL_is_init_finished(inner_->end) == 0) return;
    ERR_clear_error();
    SSL_shutdown(inner_->end);
    ERR_clear_error();
}

}  // namespace tablets
