#include "tablets/page_cache.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <system_error>

#include "base/digest.hpp"

namespace tablets {
namespace {

constexpr std::size_t most_file_bytes = 8U << 20U;

struct Type {
    std::string_view ending, type;
};
constexpr std::array<Type, 14> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".txt", "text/plain; charset=utf-8"},
    {".webmanifest", "application/manifest+json"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".wasm", "application/wasm"},
}};

std::string type_of(std::string_view path) {
    for (const auto& type : types) {
        if (path.ends_with(type.ending)) return std::string(type.type);
    }
    return "application/octet-stream";
}

std::string digest_of(std::string_view text) {
    const auto digest = base::sha256(text);
    return base::to_hex(std::span(digest).first(8));
}

Page page_of(std::string_view path, std::string body, bool for_ever) {
    Page page;
    page.type = type_of(path);
    page.etag = '"' + digest_of(body) + '"';
    page.body = std::move(body);
    page.for_ever = for_ever;
    return page;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

base::Result<std::map<std::string, std::string>> files_in(const base::Path& folder) {
    std::map<std::string, std::string> files;
    std::error_code failed;
    auto entry = std::filesystem::recursive_directory_iterator(folder, failed);
    for (; !failed && entry != std::filesystem::recursive_directory_iterator(); entry.increment(failed)) {
        const auto name = entry->path().lexically_relative(folder).generic_string();
        if (name.find("/.") != std::string::npos || name.starts_with('.') || !entry->is_regular_file(failed)) continue;
        IR_TRY(files[name], base::read_file(entry->path(), most_file_bytes));
    }
    if (failed || !files.contains("index.html")) {
        return base::refuse(base::Code::not_found, "index.html", folder.string());
    }
    return files;
}

}  // namespace

const std::string& Page::gzip() const {
    if (!gzip_) gzip_ = gzipped(body);
    return *gzip_;
}

std::string gzipped(std::string_view text) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (!whole || out.size() * 10 > text.size() * 9) return {};
    out.shrink_to_fit();
    return out;
}

base::Result<PageCache> PageCache::read(const base::Path& folder) {
    IR_TRY(auto files, files_in(folder));
    std::string all;
    for (const auto& [name, body] : files) all += name + '\n' + digest_of(body) + '\n';
    PageCache cache;
    cache.version_ = digest_of(all).substr(0, 12);
    const std::string for_ever = "/assets/" + cache.version_ + "/";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> doors{{{"index.html", "/"},
                                                                                  {"remote.html", "/remote"},
                                                                                  {"audience.html", "/audience"},
                                                                                  {"list.html", "/list"},
                                                                                  {"net.html", "/net"}}};
    for (auto& [name, body] : files) {
        const std::string_view wanted = name;
        const auto door =
            std::find_if(doors.begin(), doors.end(), [wanted](const auto& one) { return one.first == wanted; });
        if (door != doors.end()) {
            replace_all(body, "/assets/", for_ever);
            cache.pages_[std::string(door->second)] = page_of(name, std::move(body), false);
            continue;
        }
        if (name == "favicon.ico") cache.pages_["/favicon.ico"] = page_of(name, body, false);
        auto page = page_of(name, std::move(body), false);
        cache.pages_["/assets/" + name] = page;
        page.for_ever = true;
        cache.pages_[for_ever + name] = std::move(page);
    }
    return cache;
}

const Page* PageCache::find(std::string_view path) const {
    const auto found = pages_.find(path);
    return found == pages_.end() ? nullptr : &found->second;
}

}  // namespace tablets
