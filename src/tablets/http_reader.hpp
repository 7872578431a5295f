#pragma once
#include <cstddef>
#include <memory>
#include <string_view>

#include "tablets/http_answer.hpp"

namespace tablets {

/// Reads one HTTP/1.1 request's head from bytes as they come. Bodies are never read. One thread.
class HttpReader {
  public:
    HttpReader();
    ~HttpReader();
    HttpReader(HttpReader&&) noexcept;
    HttpReader& operator=(HttpReader&&) noexcept;

    struct Outcome {
        enum class Kind { more, request, refused } kind = Kind::more;
        int status = 0;         // of a refusal: 400, 413, 414 or 431
        std::size_t bytes = 0;  // that the head took, of a request
    };
    /// `all` is everything that has come since the previous request ended, each time from its beginning.
    Outcome read(std::string_view all);
    /// Forgets the request that was read: the next one begins.
    void begin_again();
    /// After Kind::request.
    HttpAsk ask() const;

    /// The parser of the library, for the one file that makes a WebSocket of the request.
    struct Inner;
    Inner& inner() { return *inner_; }

  private:
    std::unique_ptr<Inner> inner_;
};

}  // namespace tablets
