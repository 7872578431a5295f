#include "app/bench_client.hpp"

#include <algorithm>
#include <array>
#include <charconv>
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

bool LoadClient::come(std::uint32_t from) {
    from_ = from;
    state_ = seat_.empty() && page_ < way_->requests.size() ? State::fetching : State::upgrading;
    return open_socket();
}

bool LoadClient::open_socket() {
    ++visit_;
    begun_ = false;
    body_left_ = 0;
    in_.clear();
    out_.clear();
    return socket_.connect(way_->host, way_->port, from_);
}

void LoadClient::drop() {
    socket_.tear();
    state_ = State::away;
    due_.clear();
}

void LoadClient::lose(std::string reason) {
    if (state_ == State::lost) return;
    state_ = State::lost;
    reason_ = std::move(reason);
    due_.clear();
    out_.clear();
    socket_.close();
}

void LoadClient::flush() {
    std::size_t sent = 0;
    while (sent < out_.size()) {
        const auto count = socket_.send(out_.data() + sent, out_.size() - sent);
        if (count == 0) break;
        if (count < 0) return lose("send");
        sent += static_cast<std::size_t>(count);
    }
    out_.erase(0, sent);
}

/// What is asked first on a connection that is open.
void LoadClient::begin_socket() {
    begun_ = true;
    if (state_ == State::fetching) {
        out_ = way_->requests[page_];
        return;
    }
    out_ = "GET /ws HTTP/1.1\r\nHost: " + way_->host + ":" + std::to_string(way_->port) +
           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
           "Sec-WebSocket-Key: aWRlcnVtIGxvYWQgMDAwMA==\r\n\r\n";
}

void LoadClient::ready(bool readable, std::vector<LoadClock::time_point>& acked) {
    if (state_ == State::lost || state_ == State::away) return;
    if (!socket_.is_open()) {
        if (!socket_.go_on()) return lose("connect");
        if (!socket_.is_open()) return;
    }
    if (!begun_) begin_socket();
    if (readable) read_all(acked);
    if (state_ != State::lost && socket_.is_open() && !out_.empty()) flush();
}

void LoadClient::read_all(std::vector<LoadClock::time_point>& acked) {
    static thread_local std::array<char, 65536> chunk;
    while (state_ != State::lost) {
        const auto count = socket_.receive(chunk.data(), chunk.size());
        if (count == 0) return;
        if (count < 0) return lose("closed");
        std::string_view came(chunk.data(), static_cast<std::size_t>(count));
        const bool may_be_more = way_->tls != nullptr || came.size() == chunk.size();
        const auto of_body = std::min(body_left_, came.size());
        body_left_ -= of_body;
        came.remove_prefix(of_body);
        // Read where it lies; only what is not whole is kept.
        const bool goes_on = !in_.empty();
        if (goes_on) came = in_.append(came);
        const auto visit = visit_;
        take(came, acked);
        if (visit_ != visit) return;
        goes_on ? static_cast<void>(in_.erase(0, in_.size() - came.size())) : static_cast<void>(in_.assign(came));
        // A plain socket that did not fill the room is empty; inside TLS each record is read by itself.
        if (!may_be_more) return;
    }
}

/// Takes what is whole from the front.
void LoadClient::take(std::string_view& came, std::vector<LoadClock::time_point>& acked) {
    if (state_ == State::fetching) return take_page(came);
    if (state_ == State::upgrading) take_head(came);
    while (state_ != State::lost && state_ != State::upgrading && take_frame(came, acked)) {
    }
}

/// Reads a page's head, lets its body pass, asks for the next; after the last one the connection is another.
void LoadClient::take_page(std::string_view& came) {
    if (!came.empty()) {
        const auto end = came.find("\r\n\r\n");
        if (end == std::string_view::npos) return;
        constexpr std::string_view mark = "\r\nContent-Length: ";
        const auto length = came.find(mark);
        if (!came.starts_with("HTTP/1.1 200") || length > end) {
            return lose(std::string(came.substr(0, came.find('\r'))));
        }
        const auto digits = came.substr(length + mark.size(), end - length - mark.size());
        std::from_chars(digits.data(), digits.data() + digits.size(), body_left_);
        body_left_ -= std::min(body_left_, came.size() - end - 4);
        came = {};  // nothing follows a body before the next is asked for
    }
    if (body_left_ > 0) return;
    if (++page_ < way_->requests.size()) {
        out_ = way_->requests[page_];
        return flush();
    }
    fetched_at_ = LoadClock::now();
    socket_.close();
    state_ = State::upgrading;
    if (!open_socket()) lose("connect");
}

void LoadClient::take_head(std::string_view& came) {
    const auto end = came.find("\r\n\r\n");
    if (end == std::string_view::npos) return;
    if (!came.starts_with("HTTP/1.1 101")) return lose(std::string(came.substr(0, came.find('\r'))));
    came.remove_prefix(end + 4);
    state_ = State::greeting;
    const auto who = seat_.empty() ? R"("join":")" + way_->join_code : R"("seat":")" + seat_;
    send_frame(1, R"({"t":"hello","v":1,"role":"tablet",)" + who + R"(","lang":"sv"})");
}

bool LoadClient::take_frame(std::string_view& came, std::vector<LoadClock::time_point>& acked) {
    if (came.size() < 2) return false;
    std::size_t size = static_cast<unsigned char>(came[1]) & 0x7fU;
    const std::size_t more = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (came.size() < 2 + more) return false;
    if (more > 0) size = 0;
    for (std::size_t i = 0; i < more; ++i) size = size << 8U | static_cast<unsigned char>(came[2 + i]);
    if (came.size() < 2 + more + size) return false;
    const int opcode = came[0] & 0x0f;
    const auto payload = came.substr(2 + more, size);
    came.remove_prefix(2 + more + size);
    if (opcode == 1) hear(payload, acked);
    if (opcode == 9) send_frame(10, payload);
    if (opcode == 8) lose("closed");
    return state_ != State::lost;
}

void LoadClient::hear(std::string_view text, std::vector<LoadClock::time_point>& acked) {
    const auto type = text_of(text.substr(0, 40), "t");
    if (type == "ack" || type == "nak") {
        if (text_of(text.substr(0, 80), "id").substr(0, 1) != "v" || due_.empty()) return;
        if (type == "ack") acked.push_back(due_.front());
        refusals_ += type == "nak";
        due_.pop_front();
    } else if (type == "welcome") {
        seat_ = text_of(text, "seat");
        if (has_ballot()) state_ = State::joined;
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
