#pragma once
#include <array>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <cstddef>
#include <memory_resource>
#include <optional>

#include "tablets/http_reader.hpp"

namespace tablets {

/// A head's lines lie in one piece of memory that is used again for the next request; a long head gets more.
struct HttpReader::Inner {
    using Memory = std::pmr::polymorphic_allocator<char>;
    using Parser = boost::beast::http::request_parser<boost::beast::http::empty_body, Memory>;

    Inner() { begin(); }
    /// Forgets what was read.
    void begin();

    std::array<std::byte, 1536> room;
    std::pmr::monotonic_buffer_resource memory{room.data(), room.size()};
    std::optional<Parser> parser;
    std::size_t used = 0;  // bytes of the head that the parser has taken
};

}  // namespace tablets
