#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "tablets/offered_photos.hpp"
#include "tablets/own_names.hpp"
#include "tablets/page_cache.hpp"

namespace tablets {

/// What of an HTTP request matters here. Missing headers are empty.
struct HttpAsk {
    std::string method;
    std::string target;  // as it stood in the first line
    std::string host;
    std::string origin;
    std::string accept_encoding;
    std::string if_none_match;
    bool has_body = false;
    bool wants_websocket = false;
    bool keep_alive = false;
};

/// Head and body of an answer; the body points into the cache or at a text that lives for ever, and is empty for HEAD.
struct HttpAnswer {
    int status = 200;
    std::string head;
    std::string_view body;
    std::shared_ptr<const std::string> photo;  // that the body is
    bool close = false;                        // after it
    bool websocket = false;                    // no answer: the request may become a WebSocket
};

/// Judges a request by names, method, size and path, and finds its page, or its photo among `photos`, if there are any.
/// `asker`: where it comes from, when that is known.
HttpAnswer answer_to(const HttpAsk& ask, const PageCache& pages, const OwnNames& names, OfferedPhotos* photos = nullptr,
                     const Address* asker = nullptr);

/// For somebody who speaks plain HTTP where TLS is spoken: sent on to the same address with https. Pure.
HttpAnswer to_https(const HttpAsk& ask, const OwnNames& names);

/// An answer that ends the connection with a short text that says what is wrong.
HttpAnswer refusal(int status, bool with_body = true);

}  // namespace tablets
