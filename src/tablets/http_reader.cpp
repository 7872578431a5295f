#include "tablets/http_reader.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <tuple>
#include <utility>

#include "tablets/http_reader_private.hpp"

namespace tablets {
namespace beast = boost::beast;
namespace http = beast::http;
namespace {

constexpr std::uint32_t most_head_bytes = 8192;

}  // namespace

void HttpReader::Inner::begin() {
    parser.reset();
    memory.release();
    parser.emplace(std::piecewise_construct, std::make_tuple(), std::make_tuple(Memory(&memory)));
    parser->header_limit(most_head_bytes);
    parser->body_limit(std::uint64_t{65536});
    used = 0;
}

HttpReader::HttpReader() : inner_(std::make_unique<Inner>()) {}
HttpReader::~HttpReader() = default;
HttpReader::HttpReader(HttpReader&&) noexcept = default;
HttpReader& HttpReader::operator=(HttpReader&&) noexcept = default;

void HttpReader::begin_again() {
    inner_->begin();
}

HttpReader::Outcome HttpReader::read(std::string_view all) {
    using Kind = Outcome::Kind;
    beast::error_code failed;
    const auto rest = all.substr(inner_->used);
    inner_->used += inner_->parser->put(boost::asio::const_buffer(rest.data(), rest.size()), failed);
    if (failed == http::error::need_more && all.size() >= most_head_bytes) failed = http::error::header_limit;
    if (failed == http::error::need_more) return {Kind::more, 0, 0};
    if (failed == http::error::header_limit || failed == http::error::buffer_overflow) {
        return {Kind::refused, all.find('\n') == std::string_view::npos ? 414 : 431, 0};
    }
    if (failed == http::error::body_limit) return {Kind::refused, 413, 0};
    if (failed) return {Kind::refused, 400, 0};
    if (!inner_->parser->is_header_done()) return {Kind::more, 0, 0};
    return {Kind::request, 0, inner_->used};
}

HttpAsk HttpReader::ask() const {
    const auto& parser = *inner_->parser;
    const auto& request = parser.get();
    const auto text = [&](http::field name) {
        const auto value = request[name];
        return std::string(value.data(), value.size());
    };
    HttpAsk ask;
    ask.method = std::string(request.method_string());
    ask.target = std::string(request.target());
    if (request.count(http::field::host) == 1) ask.host = text(http::field::host);
    ask.origin = text(http::field::origin);
    ask.accept_encoding = text(http::field::accept_encoding);
    ask.if_none_match = text(http::field::if_none_match);
    ask.has_body = parser.chunked() || parser.content_length().value_or(0) > 0;
    ask.wants_websocket = beast::websocket::is_upgrade(request);
    ask.keep_alive = request.keep_alive();
    return ask;
}

}  // namespace tablets
