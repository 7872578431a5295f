#include "base/language.hpp"

#include <algorithm>
#include <boost/locale.hpp>
#include <map>
#include <mutex>

#include "base/files.hpp"

namespace base {
namespace {

std::string& current() {
    static std::string code = "sv";
    return code;
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

std::string filled(std::string text, std::initializer_list<Fill> fills) {
    for (const auto& fill : fills) {
        const std::string mark = "{" + std::string(fill.name) + "}";
        for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += fill.value.size()) {
            text.replace(at, mark.size(), fill.value);
        }
    }
    return text;
}

std::string looked_up(const std::string& domain, const std::string& code, const std::string& key) {
    auto text = boost::locale::translate(key).str(catalogue(domain, code), domain);
    if (text == key && code != "sv") text = boost::locale::translate(key).str(catalogue(domain, "sv"), domain);
    return text;
}

}  // namespace

void set_language(std::string_view code) {
    current() = code;
}
std::string_view language() {
    return current();
}

std::string tr(std::string_view key, std::initializer_list<Fill> fills) {
    return filled(looked_up("wall", current(), std::string(key)), fills);
}

std::string tr_n(std::string_view key, std::int64_t count) {
    const std::string name(key);
    const auto text =
        boost::locale::translate(name, name, static_cast<int>(count)).str(catalogue("wall", current()), "wall");
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
