#include "tablets/http_answer.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace tablets {
namespace {

constexpr std::size_t most_target_bytes = 2048;

struct Status {
    int number;
    std::string_view reason, text;
};
/// What a browser shows to somebody who has gone astray, in both languages: no page is there to choose one.
constexpr std::array<Status, 12> statuses{{
    {200, "OK", ""},
    {304, "Not Modified", ""},
    {307, "Temporary Redirect", "Adressen börjar med https.\nThe address begins with https.\n"},
    {400, "Bad Request", "Adressen går inte att läsa.\nThis is not a request that can be read.\n"},
    {403, "Forbidden",
     "Adressen hör inte hit. Använd den som står på stora skärmen.\n"
     "This address is not one of ours. Use the address on the big screen.\n"},
    {404, "Not Found",
     "Sidan finns inte. Använd adressen på stora skärmen.\n"
     "There is no such page. Use the address on the big screen.\n"},
    {405, "Method Not Allowed", "Här går det bara att hämta sidor (GET och HEAD).\nOnly GET and HEAD.\n"},
    {408, "Request Timeout", "Det tog för lång tid. Ladda om sidan.\nThe request took too long. Reload the page.\n"},
    {413, "Payload Too Large", "Det som skickades är för stort.\nThe request is too large.\n"},
    {414, "URI Too Long",
     "Adressen är för lång. Använd den som står på stora skärmen.\n"
     "The address is too long. Use the one on the big screen.\n"},
    {431, "Request Header Fields Too Large",
     "Webbläsaren skickade för mycket. Rensa kakor för sidan.\n"
     "The request's headers are too large. Clear the page's cookies.\n"},
    {503, "Service Unavailable",
     "Det är fullt just nu. Försök igen om en stund.\n"
     "It is full right now. Try again in a while.\n"},
}};

const Status& status_of(int number) {
    const auto found =
        std::find_if(statuses.begin(), statuses.end(), [&](const Status& one) { return one.number == number; });
    return found == statuses.end() ? statuses[3] : *found;
}

constexpr std::string_view page_policy =
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; "
    "connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// A picture by itself asks for nothing.
constexpr std::string_view photo_policy = "default-src 'none'; sandbox; frame-ancestors 'none'";
constexpr std::string_view photo_folder = "/photo/";
constexpr std::string_view security_headers =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

std::string head_of(int number, std::string_view policy = page_policy) {
    const auto& status = status_of(number);
    std::string head;
    head.reserve(1024);
    head.append("HTTP/1.1 ").append(std::to_string(status.number)).append(" ");
    head.append(status.reason).append("\r\nContent-Security-Policy: ").append(policy).append("\r\n");
    head.append(security_headers);
    return head;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// "/a%20b?x" → "/a b"; nothing when it is not a path or badly written.
std::optional<std::string> path_of(std::string_view target) {
    if (target.empty() || target.front() != '/') return std::nullopt;
    target = target.substr(0, target.find_first_of("?#"));
    std::string path;
    path.reserve(target.size());
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (target[i] != '%') {
            path += target[i];
            continue;
        }
        const int high = i + 2 < target.size() ? hex_value(target[i + 1]) : -1;
        const int low = i + 2 < target.size() ? hex_value(target[i + 2]) : -1;
        if (high < 0 || low < 0) return std::nullopt;
        path += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return path;
}

/// Whether a client takes gzip: named without ";q=0", or "*" (RFC 9110, 12.5.3).
bool takes_gzip(std::string_view accepted) {
    while (!accepted.empty()) {
        auto one = accepted.substr(0, accepted.find(','));
        accepted.remove_prefix(std::min(accepted.size(), one.size() + 1));
        while (!one.empty() && one.front() == ' ') one.remove_prefix(1);
        if (!one.starts_with("gzip") && !one.starts_with('*')) continue;
        const auto weight = one.find("q=0");
        return weight == std::string_view::npos || one.find_first_of("123456789", weight) != std::string_view::npos;
    }
    return false;
}

HttpAnswer found(const HttpAsk& ask, const Page& page) {
    HttpAnswer answer;
    const bool same = ask.if_none_match == "*" || ask.if_none_match.find(page.etag) != std::string::npos;
    answer.status = same ? 304 : 200;
    const bool compressed = !page.gzip().empty() && takes_gzip(ask.accept_encoding);
    const std::string_view body = compressed ? page.gzip() : page.body;
    answer.head = head_of(answer.status);
    answer.head +=
        page.for_ever ? "Cache-Control: public, max-age=31536000, immutable\r\n" : "Cache-Control: no-cache\r\n";
    answer.head += "ETag: " + page.etag + "\r\n";
    if (!page.gzip().empty()) answer.head += "Vary: Accept-Encoding\r\n";
    if (!same) {
        answer.head += "Content-Type: " + page.type + "\r\n";
        if (compressed) answer.head += "Content-Encoding: gzip\r\n";
        answer.head += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        if (ask.method != "HEAD") answer.body = body;
    }
    answer.close = !ask.keep_alive;
    answer.head += answer.close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    return answer;
}

/// What may be gone from the room a moment later stays in nobody's cache.
HttpAnswer found(const HttpAsk& ask, std::shared_ptr<const std::string> photo) {
    HttpAnswer answer;
    answer.head = head_of(200, photo_policy);
    answer.head += "Cache-Control: private, no-store\r\nContent-Type: image/jpeg\r\nContent-Length: " +
                   std::to_string(photo->size()) + "\r\n";
    if (ask.method != "HEAD") answer.body = *photo;
    answer.photo = std::move(photo);
    answer.close = !ask.keep_alive;
    answer.head += answer.close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n";
    return answer;
}

HttpAnswer last_words(int number, const std::string& headers, bool with_body) {
    const auto& status = status_of(number);
    HttpAnswer answer;
    answer.status = status.number;
    answer.close = true;
    answer.head = head_of(number) + headers;
    answer.head += "Cache-Control: no-store\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " +
                   std::to_string(status.text.size()) + "\r\nConnection: close\r\n\r\n";
    if (with_body) answer.body = status.text;
    return answer;
}

/// What is wrong with the request whatever it asks for: its status, 0 when nothing is.
int fault_of(const HttpAsk& ask, const OwnNames& names) {
    if (ask.host.empty()) return 400;
    if (!names.is_ours(ask.host)) return 403;
    if (!ask.origin.empty() && !names.is_own_origin(ask.origin, ask.host)) return 403;
    if (ask.method != "GET" && ask.method != "HEAD") return 405;
    if (ask.has_body) return 413;
    return ask.target.size() > most_target_bytes ? 414 : 0;
}

}  // namespace

HttpAnswer refusal(int number, bool with_body) {
    const auto* headers = number == 405 ? "Allow: GET, HEAD\r\n" : number == 503 ? "Retry-After: 10\r\n" : "";
    return last_words(number, headers, with_body);
}

HttpAnswer to_https(const HttpAsk& ask, const OwnNames& names) {
    const bool with_body = ask.method != "HEAD";
    if (const int fault = fault_of(ask, names); fault != 0) return refusal(fault, with_body);
    if (!ask.target.starts_with('/')) return refusal(400, with_body);
    // Whoever names no port has come to 80, and the same port speaks TLS.
    const auto bracket = ask.host.find(']');
    const bool has_port = ask.host.find(':', bracket == std::string::npos ? 0 : bracket) != std::string::npos;
    const auto address = "https://" + ask.host + (has_port ? "" : ":80") + ask.target;
    return last_words(307, "Location: " + address + "\r\n", with_body);
}

HttpAnswer answer_to(const HttpAsk& ask, const PageCache& pages, const OwnNames& names, OfferedPhotos* photos,
                     const Address* asker) {
    const bool with_body = ask.method != "HEAD";
    if (const int fault = fault_of(ask, names); fault != 0) return refusal(fault, with_body);
    const auto path = path_of(ask.target);
    if (!path) return refusal(400, with_body);
    if (*path == "/ws") {
        if (!ask.wants_websocket || !with_body) return refusal(400, with_body);
        HttpAnswer answer;
        answer.status = 101;
        answer.websocket = true;
        return answer;
    }
    if (photos != nullptr && path->starts_with(photo_folder)) {
        auto photo = photos->find(std::string_view(*path).substr(photo_folder.size()), asker);
        if (photo.jpeg == nullptr) return refusal(photo.full ? 503 : 404, with_body);
        return found(ask, std::move(photo.jpeg));
    }
    const auto* page = pages.find(*path);
    return page == nullptr ? refusal(404, with_body) : found(ask, *page);
}

}  // namespace tablets
