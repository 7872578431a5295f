// rooms: tablets
// Any bytes as requests on one connection: reading and judging never crash, every answer is one of those documented,
// and a body is only ever a page's or a short text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tablets/http_answer.hpp"
#include "tablets/http_reader.hpp"

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

tablets::PageCache some_pages() {
    auto pattern = (std::filesystem::temp_directory_path() / "iderum-fuzz-XXXXXX").string();
    must(::mkdtemp(pattern.data()) != nullptr);
    std::ofstream(pattern + "/index.html") << "<script src=\"/assets/app.js\"></script>";
    std::ofstream(pattern + "/app.js") << std::string(500, ' ');
    auto pages = tablets::PageCache::read(pattern);
    std::filesystem::remove_all(pattern);
    must(pages.has_value());
    return std::move(*pages);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const auto pages = some_pages();
    static const tablets::OwnNames names({"iderum.lindasa.se"});
    using Kind = tablets::HttpReader::Outcome::Kind;
    constexpr int known[] = {101, 200, 304, 400, 403, 404, 405, 413, 414};
    std::string received;
    tablets::HttpReader reader;
    // In two pieces, cut by the first byte: the same bytes must be read from wherever a network cuts them.
    const std::size_t cut = size == 0 ? 0 : std::min<std::size_t>(size, bytes[0]);
    for (const auto& [from, to] : {std::pair{std::size_t{0}, cut}, std::pair{cut, size}}) {
        received.append(reinterpret_cast<const char*>(bytes) + from, to - from);
        for (int requests = 0; requests < 20; ++requests) {
            const auto outcome = reader.read(received);
            if (outcome.kind == Kind::more) break;
            if (outcome.kind == Kind::refused) {
                must(outcome.status == 400 || outcome.status == 413 || outcome.status == 414 || outcome.status == 431);
                return 0;
            }
            must(outcome.bytes > 0 && outcome.bytes <= received.size());
            const auto answer = answer_to(reader.ask(), pages, names);
            must(std::find(std::begin(known), std::end(known), answer.status) != std::end(known));
            must(answer.websocket || answer.head.ends_with("\r\n\r\n"));
            // Where TLS is spoken: whatever was asked for becomes one address, or a refusal.
            const auto sent_on = to_https(reader.ask(), names);
            must(sent_on.close && sent_on.head.find("\r\n\r\n") == sent_on.head.size() - 4);
            must((sent_on.status == 307) == (sent_on.head.find("\r\nLocation: https://") != std::string::npos));
            if (answer.close || answer.websocket) return 0;
            received.erase(0, outcome.bytes);
            reader = tablets::HttpReader();
        }
    }
    return 0;
}
