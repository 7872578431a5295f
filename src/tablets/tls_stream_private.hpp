#pragma once
#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/role.hpp>
#include <boost/beast/websocket/teardown.hpp>
#include <memory>
#include <utility>

#include "tablets/hall_private.hpp"

namespace tablets {

/// A Wire inside TLS, as Beast and Asio take streams. OpenSSL reads and writes the socket itself, and the loop only
/// tells it when: so a silent connection holds no buffers, where Asio's own stream keeps four of 17 kB for each. Its
/// lowest layer is the Wire, which also keeps the ByteWatch. One thread.
class TlsStream {
  public:
    using executor_type = Executor;

    TlsStream(Socket socket, net::ssl::context& context);
    TlsStream(TlsStream&& other) noexcept;
    TlsStream& operator=(TlsStream&& other) noexcept;
    ~TlsStream();

    executor_type get_executor() noexcept { return next_layer().get_executor(); }
    Wire& next_layer() noexcept;
    const Wire& next_layer() const noexcept;

    /// As the server. `token` is called with the error, if any.
    template <class Token>
    auto async_handshake(Token&& token) {
        return go<void(Error), false>([](TlsStream& mine) { return mine.shake_hands(); }, token);
    }
    template <class Buffers, class Token>
    auto async_read_some(const Buffers& into, Token&& token) {
        return go<void(Error, std::size_t), true>([into](TlsStream& mine) { return mine.read(first_of(into)); }, token);
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& from, Token&& token) {
        // A frame's head and its words are one record; what is tried again must be the same bytes, which it is.
        return go<void(Error, std::size_t), true>(
            [from](TlsStream& mine) {
                const auto room = record();
                return mine.write({room.data(), net::buffer_copy(room, from)});
            },
            token);
    }
    /// Tells the other end that nothing more comes; what does not go at once does not go.
    void say_farewell();

  private:
    using Error = boost::system::error_code;
    /// What came of a try: it has to wait for the socket, or it is over.
    struct Step {
        enum class Wait { none, read, write } wait = Wait::none;
        std::size_t bytes = 0;
        Error failed = {};
    };
    struct Inner;

    Step shake_hands();
    Step read(net::mutable_buffer into);
    Step write(net::const_buffer from);
    Step judge(int result);
    /// Room for one record; shared by all, used up at once.
    static net::mutable_buffer record();

    template <class Buffers>
    static net::mutable_buffer first_of(const Buffers& buffers) {
        for (auto at = net::buffer_sequence_begin(buffers); at != net::buffer_sequence_end(buffers); ++at) {
            const net::mutable_buffer one(*at);
            if (one.size() > 0) return one;
        }
        return {};
    }

    /// Tries until it is over, waiting for the socket between. Whoever asked is never called from within the asking.
    template <class Attempt, bool counts>
    struct Trying {
        TlsStream& mine;
        Attempt attempt;
        bool waited = false, over = false;
        Step step = {};

        template <class Self>
        void operator()(Self& self, const Error& failed = {}) {
            if (!over) {
                step = failed ? Step{Step::Wait::none, 0, failed} : attempt(mine);
                if (step.wait != Step::Wait::none) {
                    waited = true;
                    auto& socket = mine.next_layer().socket();
                    const bool reads = step.wait == Step::Wait::read;
                    return socket.async_wait(reads ? net::socket_base::wait_read : net::socket_base::wait_write,
                                             std::move(self));
                }
                over = true;
                if (!waited) return net::post(mine.get_executor(), std::move(self));
            }
            if constexpr (counts) {
                self.complete(step.failed, step.bytes);
            } else {
                self.complete(step.failed);
            }
        }
    };

    template <class Signature, bool counts, class Attempt, class Token>
    auto go(Attempt attempt, Token& token) {
        return net::async_compose<Token, Signature>(Trying<Attempt, counts>{*this, std::move(attempt)}, token,
                                                    next_layer().socket());
    }

    std::unique_ptr<Inner> inner_;
};

// How Beast ends a WebSocket's connection.
inline void teardown(boost::beast::role_type role, TlsStream& stream, boost::beast::error_code& failed) {
    stream.say_farewell();
    boost::beast::websocket::teardown(role, stream.next_layer().socket(), failed);
}
template <class Handler>
void async_teardown(boost::beast::role_type role, TlsStream& stream, Handler&& handler) {
    stream.say_farewell();
    boost::beast::websocket::async_teardown(role, stream.next_layer().socket(), std::forward<Handler>(handler));
}

}  // namespace tablets
