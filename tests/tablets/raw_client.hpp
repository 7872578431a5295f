#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// A client that sends exactly the bytes it is told to, also those that no proper client would. Every wait ends after
/// ten seconds.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port, int receive_bytes = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_bytes > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
        const int on = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        is_open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    }
    RawClient(RawClient&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)), is_open_(other.is_open_), received_(std::move(other.received_)) {}
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient() {
        if (socket_ >= 0) ::close(socket_);
    }

    bool is_open() const { return is_open_; }
    int handle() const { return socket_; }

    /// False when the other side has closed.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0 && errno == EINTR) continue;
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    /// Waits for bytes and keeps them; false at the end of the connection or after `within_ms`.
    bool receive(int within_ms = 10000) {
        pollfd wait{socket_, POLLIN, 0};
        if (::poll(&wait, 1, within_ms) <= 0) return false;
        char chunk[65536];
        const auto count = ::recv(socket_, chunk, sizeof chunk, 0);
        if (count <= 0) {
            is_open_ = false;
            return false;
        }
        received_.append(chunk, static_cast<std::size_t>(count));
        return true;
    }
    /// Everything until the other side closes.
    std::string all() {
        while (receive()) {
        }
        return std::exchange(received_, {});
    }
    /// Milliseconds until the other side closes, sending `drip` byte by byte each `every_ms` meanwhile.
    std::int64_t ms_until_closed(std::string_view drip = {}, int every_ms = 20) {
        const auto start = std::chrono::steady_clock::now();
        const auto passed = [&] {
            return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start)
                .count();
        };
        while (is_open_ && passed() < 20000) {
            receive(every_ms);
            if (!is_open_ || drip.empty()) continue;
            if (!send(drip.substr(0, 1))) break;
            drip.remove_prefix(1);
        }
        return passed();
    }
    /// One HTTP answer: head and as much body as it announces.
    std::string http(bool is_head = false) {
        while (received_.find("\r\n\r\n") == std::string::npos) {
            if (!receive()) return std::exchange(received_, {});
        }
        auto size = received_.find("\r\n\r\n") + 4;
        if (const auto at = received_.find("Content-Length: "); at < size && !is_head) {
            size += std::stoul(received_.substr(at + 16));
        }
        while (received_.size() < size && receive()) {
        }
        auto answer = received_.substr(0, size);
        received_.erase(0, size);
        return answer;
    }
    /// Asks for a path as a browser does.
    std::string get(std::string_view path, std::string_view more_headers = {}) {
        send("GET " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n" + std::string(more_headers) + "\r\n");
        return http();
    }

    /// Becomes a WebSocket; the head of the answer.
    std::string upgrade(std::string_view more_headers = {}, std::string_view host = "localhost") {
        send("GET /ws HTTP/1.1\r\nHost: " + std::string(host) +
             "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
             "Sec-WebSocket-Version: 13\r\n" +
             std::string(more_headers) + "\r\n");
        return http(true);
    }
    /// A masked frame; `first` is the byte with FIN and opcode.
    static std::string frame(std::string_view payload, int first = 0x81) {
        std::string out(1, static_cast<char>(first));
        if (payload.size() < 126) {
            out += static_cast<char>(0x80U | payload.size());
        } else {
            out += static_cast<char>(0xfe);
            out += static_cast<char>(payload.size() >> 8U);
            out += static_cast<char>(payload.size() & 0xffU);
        }
        constexpr std::string_view mask = "\x11\x22\x33\x44";
        out += mask;
        for (std::size_t i = 0; i < payload.size(); ++i) out += static_cast<char>(payload[i] ^ mask[i % 4]);
        return out;
    }
    bool say(std::string_view text) { return send(frame(text)); }

    struct Frame {
        int opcode = 0;
        std::string payload;
        /// Of a close frame: 1000 and so on; 0 when it names none.
        int close_code() const {
            if (payload.size() < 2) return 0;
            return static_cast<unsigned char>(payload[0]) * 256 + static_cast<unsigned char>(payload[1]);
        }
    };
    std::optional<Frame> read_frame() {
        const auto has = [&](std::size_t bytes) {
            while (received_.size() < bytes) {
                if (!receive()) return false;
            }
            return true;
        };
        if (!has(2)) return std::nullopt;
        std::size_t size = static_cast<unsigned char>(received_[1]) & 0x7fU;
        std::size_t head = 2;
        const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
        if (more > 0) {
            if (!has(2 + more)) return std::nullopt;
            size = 0;
            for (std::size_t i = 0; i < more; ++i) size = size * 256 + static_cast<unsigned char>(received_[2 + i]);
            head += more;
        }
        if (!has(head + size)) return std::nullopt;
        Frame one{received_[0] & 0x0f, received_.substr(head, size)};
        received_.erase(0, head + size);
        return one;
    }
    /// The next text; pings and pongs are passed over. Empty when the conversation is over.
    std::string hear() {
        while (const auto frame = read_frame()) {
            if (frame->opcode == 1) return frame->payload;
            if (frame->opcode == 8) break;
        }
        return {};
    }
    /// The code of the close frame that comes; 0 when the connection just ends.
    int heard_close() {
        while (const auto frame = read_frame()) {
            if (frame->opcode == 8) return frame->close_code();
        }
        return 0;
    }

  private:
    int socket_;
    bool is_open_ = false;
    std::string received_;
};
