#include "app/bench_page.hpp"

#include <algorithm>
#include <regex>

namespace app {
namespace {

/// "/assets/v/screens/a.js" and "../b.js" → "/assets/v/b.js".
std::string joined_address(const std::string& from, const std::string& relative) {
    return (base::Path(from).parent_path() / relative).lexically_normal().generic_string();
}

std::vector<std::string> named_in(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

}  // namespace

std::vector<std::string> first_page(const tablets::PageCache& pages, const std::string& language) {
    static const std::regex in_page(R"rx((?:href|src)="(/assets/[^"]+)")rx");
    static const std::regex in_script(R"rx((?:from|import)\s*"(\.[^"]+)")rx");
    std::vector<std::string> addresses{"/"};
    const auto add = [&addresses, &pages](const std::string& address) {
        const bool known = std::find(addresses.begin(), addresses.end(), address) != addresses.end();
        if (!known && pages.find(address) != nullptr) addresses.push_back(address);
    };
    for (std::size_t i = 0; i < addresses.size(); ++i) {
        const auto from = addresses[i];
        const auto& body = pages.find(from)->body;
        if (i == 0) {
            for (const auto& address : named_in(body, in_page)) add(address);
        } else if (from.ends_with(".js")) {
            for (const auto& relative : named_in(body, in_script)) add(joined_address(from, relative));
        }
    }
    add("/assets/" + pages.version() + "/lang/page." + language + ".json");
    return addresses;
}

base::Result<std::vector<std::string>> first_requests(const base::Path& share, const std::string& host) {
    IR_TRY(const auto pages, tablets::PageCache::read(share / "tablet"));
    std::vector<std::string> requests;
    for (const auto& address : first_page(pages, "sv")) {
        requests.push_back("GET " + address + " HTTP/1.1\r\nHost: " + host +
                           "\r\nUser-Agent: Mozilla/5.0 (Linux; Android 10)\r\nAccept: */*\r\n"
                           "Accept-Language: sv-SE,sv;q=0.9,en;q=0.8\r\nAccept-Encoding: gzip, deflate\r\n"
                           "Connection: keep-alive\r\n\r\n");
    }
    return requests;
}

}  // namespace app
