#include "app/bench_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace app {
namespace {

/// The text after `"name":"` up to the next quote; ids and tokens hold none.
std::string_view text_of(std::string_view json, std::string_view name) {
    const auto mark = "\"" + std::string(name) + "\":\"";
    const auto at = json.find(mark);
    if (at == std::string_view::npos) return {};
    const auto start = at + mark.size();
    return json.substr(start, json.find('"', start) - start);
}

}  // namespace

LoadClient::LoadClient(std::string host, std::uint16_t port, std::string hello)
    : host_(std::move(host)), port_(port), hello_(std::move(hello)) {}

LoadClient::LoadClient(LoadClient&& other) noexcept
    : wants_options(other.wants_options),
      host_(std::move(other.host_)),
      port_(other.port_),
      hello_(std::move(other.hello_)),
      socket_(std::exchange(other.socket_, -1)),
      state_(other.state_) {}

LoadClient::~LoadClient() {
    if (socket_ >= 0) ::close(socket_);
}

bool LoadClient::connect(std::uint32_t from) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket_ < 0) return false;
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (from != 0) {
        // The port is chosen at connect, so that each address has all of them for each destination.
        ::setsockopt(socket_, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(from);
        if (::bind(socket_, reinterpret_cast<const sockaddr*>(&here), sizeof here) != 0) return false;
    }
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port_);
    if (::inet_pton(AF_INET, host_.c_str(), &to.sin_addr) != 1) return false;
    return ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0 || errno == EINPROGRESS;
}

void LoadClient::lose(std::string reason) {
    if (state_ == State::lost) return;
    state_ = State::lost;
    reason_ = std::move(reason);
    due_.clear();
    out_.clear();
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
}

void LoadClient::flush() {
    std::size_t sent = 0;
    while (sent < out_.size()) {
        const auto count = ::send(socket_, out_.data() + sent, out_.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) break;
        if (count <= 0) return lose("send");
        sent += static_cast<std::size_t>(count);
    }
    out_.erase(0, sent);
}

void LoadClient::ready(bool readable, bool writable, std::vector<LoadClock::time_point>& acked) {
    if (state_ == State::lost) return;
    if (writable && state_ == State::connecting) {
        int failed = 0;
        socklen_t size = sizeof failed;
        ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &failed, &size);
        if (failed != 0) return lose("connect");
        state_ = State::upgrading;
        out_ = "GET /ws HTTP/1.1\r\nHost: " + host_ + ":" + std::to_string(port_) +
               "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: aWRlcnVtIGxvYWQgMDAwMA==\r\n\r\n";
    }
    if (readable) read_all(acked);
    if (state_ != State::lost && !out_.empty()) flush();
}

void LoadClient::read_all(std::vector<LoadClock::time_point>& acked) {
    static thread_local std::array<char, 65536> chunk;
    while (state_ != State::lost) {
        const auto count = ::recv(socket_, chunk.data(), chunk.size(), 0);
        if (count < 0 && (errno == EAGAIN || errno == EINTR)) return;
        if (count <= 0) return lose("closed");
        in_.append(chunk.data(), static_cast<std::size_t>(count));
        if (state_ == State::upgrading) take_head();
        while (state_ != State::lost && state_ != State::upgrading && take_frame(acked)) {
        }
        // A full answer to the read means that there is probably more.
        if (static_cast<std::size_t>(count) < chunk.size()) return;
    }
}

void LoadClient::take_head() {
    const auto end = in_.find("\r\n\r\n");
    if (end == std::string::npos) return;
    if (!in_.starts_with("HTTP/1.1 101")) return lose(in_.substr(0, in_.find('\r')));
    in_.erase(0, end + 4);
    state_ = State::greeting;
    send_frame(1, hello_);
}

bool LoadClient::take_frame(std::vector<LoadClock::time_point>& acked) {
    if (in_.size() < 2) return false;
    std::size_t size = static_cast<unsigned char>(in_[1]) & 0x7fU;
    const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (in_.size() < 2 + more) return false;
    if (more > 0) size = 0;
    for (std::size_t i = 0; i < more; ++i) size = size << 8U | static_cast<unsigned char>(in_[2 + i]);
    if (in_.size() < 2 + more + size) return false;
    const int opcode = in_[0] & 0x0f;
    const std::string_view payload(in_.data() + 2 + more, size);
    if (opcode == 1) hear(payload, acked);
    if (opcode == 9) send_frame(10, payload);
    if (opcode == 8) lose("closed");
    if (state_ != State::lost) in_.erase(0, 2 + more + size);
    return state_ != State::lost;
}

void LoadClient::hear(std::string_view text, std::vector<LoadClock::time_point>& acked) {
    const auto type = text_of(text.substr(0, 40), "t");
    if (type == "ack" || type == "nak") {
        if (text_of(text.substr(0, 80), "id").substr(0, 1) != "v" || due_.empty()) return;
        if (type == "ack") acked.push_back(due_.front());
        refusals_ += type == "nak";
        due_.pop_front();
    } else if (type == "ballot") {
        poll_ = text_of(text, "poll");
        token_ = text_of(text, "token");
        state_ = State::joined;
        send_frame(1, R"({"t":"got","id":"got","poll":")" + poll_ + "\"}");
        if (wants_options) read_options(state_text_);
    } else if (type == "state" && wants_options && options_.empty()) {
        state_text_ = text;
        if (has_ballot()) read_options(text);
    } else if (type == "refused") {
        lose(std::string(text));
    }
}

void LoadClient::read_options(std::string_view state) {
    const auto polls = state.find("\"polls\":");
    const auto poll = state.find("\"id\":\"" + poll_, polls == std::string_view::npos ? 0 : polls);
    const auto options = state.find("\"options\":[", poll == std::string_view::npos ? state.size() : poll);
    if (options == std::string_view::npos) return;
    auto list = state.substr(options, state.find("}]", options) - options);
    for (std::size_t at = 0; (at = list.find("\"id\":\"", at)) != std::string_view::npos; ++at) {
        options_.emplace_back(text_of(list.substr(at), "id"));
    }
}

void LoadClient::vote(const std::string& option, LoadClock::time_point due) {
    const auto k = std::to_string(++k_);
    std::string frame = R"({"t":"vote","id":"v)";
    frame.reserve(200);
    frame.append(k).append(R"(","poll":")").append(poll_).append(R"(","token":")").append(token_);
    frame.append(R"(","k":)").append(k).append(R"(,"value":{"dots":{")").append(option).append("\":1}}}");
    due_.push_back(due);
    send_frame(1, frame);
    flush();
}

void LoadClient::send_frame(int opcode, std::string_view payload) {
    out_ += static_cast<char>(0x80 | opcode);
    if (payload.size() < 126) {
        out_ += static_cast<char>(0x80U | payload.size());
    } else {
        out_ += static_cast<char>(0xfe);
        out_ += static_cast<char>(payload.size() >> 8U);
        out_ += static_cast<char>(payload.size() & 0xffU);
    }
    // The mask guards proxies against chosen bytes (RFC 6455, 10.3); a load meets none.
    constexpr std::array<char, 4> mask{0x1d, 0x2e, 0x3f, 0x40};
    out_.append(mask.data(), mask.size());
    const auto start = out_.size();
    out_.append(payload);
    for (std::size_t i = 0; i < payload.size(); ++i) out_[start + i] = static_cast<char>(out_[start + i] ^ mask[i % 4]);
}

}  // namespace app
