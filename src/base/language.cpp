#include "base/language.hpp"

#include <algorithm>
#include <boost/locale.hpp>
#include <cstdint>
#include <map>
#include <mutex>

#include "base/files.hpp"
#include "base/in_language.hpp"

namespace base {
namespace {

std::string& chosen_language() {
    static std::string code = "sv";
    return code;
}

/// Of this thread, for now; null: as all others.
const std::string*& language_for_now() {
    thread_local const std::string* code = nullptr;
    return code;
}

const std::string& current() {
    return language_for_now() == nullptr ? chosen_language() : *language_for_now();
}

const std::locale& catalogue(const std::string& domain, const std::string& code) {
    static std::mutex guard;
    static std::map<std::string, std::locale> loaded;
    const std::lock_guard hold(guard);
    const auto key = domain + "/" + code;
    auto found = loaded.find(key);
    if (found == loaded.end()) {
        boost::locale::generator make;
        make.add_messages_path((share_folder() / "locale").string());
        make.add_messages_domain(domain);
        const std::string name = code == "sv" ? "sv_SE.UTF-8" : code == "en" ? "en_GB.UTF-8" : code + ".UTF-8";
        found = loaded.emplace(key, make(name)).first;
    }
    return found->second;
}

/// One pass, so that a mark inside a filled value stays what somebody wrote.
std::string filled(const std::string& text, std::initializer_list<Fill> fills) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto open = text.find('{', at);
        const auto close = open == std::string::npos ? open : text.find('}', open);
        if (close == std::string::npos) return out += text.substr(at);
        const auto name = std::string_view(text).substr(open + 1, close - open - 1);
        const auto* fill =
            std::find_if(fills.begin(), fills.end(), [name](const Fill& one) { return one.name == name; });
        out += text.substr(at, open - at);
        if (fill == fills.end()) {
            out += '{';
            at = open + 1;
        } else {
            out += fill->value;
            at = close + 1;
        }
    }
    return out;
}

std::string looked_up(const std::string& domain, const std::string& code, const std::string& key) {
    auto text = boost::locale::translate(key).str(catalogue(domain, code), domain);
    if (text == key && code != "sv") text = boost::locale::translate(key).str(catalogue(domain, "sv"), domain);
    return text;
}

}  // namespace

void set_language(std::string_view code) {
    chosen_language() = code;
}
std::string_view language() {
    return current();
}

InLanguage::InLanguage(std::string_view code)
    : code_(code == "sv" || code == "en" ? std::string(code) : current()), before_(language_for_now()) {
    language_for_now() = &code_;
}
InLanguage::~InLanguage() {
    language_for_now() = before_;
}

std::string tr(std::string_view key, std::initializer_list<Fill> fills) {
    return filled(looked_up("wall", current(), std::string(key)), fills);
}

std::string tr_n(std::string_view key, std::int64_t count) {
    // Boost takes an int; plural rules look at no more than the last six digits.
    constexpr std::int64_t digits = 1'000'000;
    const auto size = count < 0 ? -std::max(count, -INT64_MAX) : count;
    const int picked = static_cast<int>(size < digits ? size : size % digits + digits);
    const std::string name(key);
    const auto in = [&name, picked](const std::string& code) {
        return boost::locale::translate(name, name, picked).str(catalogue("wall", code), "wall");
    };
    auto text = in(current());
    if (text == name && current() != "sv") text = in("sv");
    return filled(text, {{"count", std::to_string(count)}});
}

std::string tr_page(std::string_view language, std::string_view key, std::initializer_list<Fill> fills) {
    return filled(looked_up("page", std::string(language), std::string(key)), fills);
}

std::string explain(const Error& error) {
    const std::string key = "error." + std::string(code_name(error.code));
    std::string text = tr(key);
    if (!error.where.empty()) text = error.where + ": " + text;
    if (!error.what.empty()) text += " (" + error.what + ")";
    return text + " " + tr(key + ".do");
}

std::vector<std::string> page_languages() {
    std::vector<std::string> found{"sv", "en"};
    std::error_code failed;
    std::vector<std::string> others;
    for (const auto& entry : std::filesystem::directory_iterator(share_folder() / "locale", failed)) {
        const auto code = entry.path().filename().string();
        if (code != "sv" && code != "en" && std::filesystem::exists(entry.path() / "LC_MESSAGES" / "page.mo")) {
            others.push_back(code);
        }
    }
    std::sort(others.begin(), others.end());
    found.insert(found.end(), others.begin(), others.end());
    return found;
}

}  // namespace base
