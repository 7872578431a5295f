#pragma once
#include <map>
#include <set>

#include "house/tree.hpp"

/// The language files, read as plain text: keys and which of them have plural forms.
namespace house {

struct Catalogue {
    std::map<std::string, std::string> texts;  // key → first text
    std::set<std::string> plural;              // keys with plural forms
};

/// domain → language → catalogue, from assets/lang/<domain>.d/<topic>.<language>.po.
using Catalogues = std::map<std::string, std::map<std::string, Catalogue>>;

inline Catalogues read_catalogues() {
    static const std::regex place(R"(assets/lang/([a-z]+)\.d/.+\.([a-z]{2,3})\.po)");
    static const std::regex keyed(R"re(^(msgid|msgid_plural|msgstr|msgstr\[0\]) "(.*)"$)re");
    static const std::regex more(R"re(^"(.*)"$)re");
    Catalogues found;
    for (const auto& file : files()) {
        std::smatch match;
        if (!std::regex_match(file.path, match, place)) continue;
        auto& catalogue = found[match[1]][match[2]];
        std::string key;
        std::string* text = nullptr;
        for (const auto& line : file.lines) {
            std::smatch word;
            if (std::regex_match(line, word, more) && text != nullptr) {
                *text += word[1];
            } else if (!std::regex_match(line, word, keyed)) {
                text = nullptr;
            } else if (word[1] == "msgid") {
                key = word[2];
                text = nullptr;
            } else if (word[1] == "msgid_plural") {
                catalogue.plural.insert(key);
            } else {
                text = &catalogue.texts[key];
                *text = word[2];
            }
        }
    }
    return found;
}

inline const Catalogues& catalogues() {
    static const auto all = read_catalogues();
    return all;
}

inline std::set<std::string> keys(const Catalogue& catalogue) {
    std::set<std::string> found;
    for (const auto& [key, text] : catalogue.texts) found.insert(key);
    return found;
}

/// What is in `a` and not in `b`, in one line.
inline std::string only_in(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::string line;
    for (const auto& key : a) {
        if (b.count(key) == 0) line += (line.empty() ? "" : ", ") + key;
    }
    return line;
}

/// The marks that a text leaves to be filled: {count}, {name}.
inline std::set<std::string> marks(const std::string& text) {
    static const std::regex mark(R"(\{([a-z_]+)\})");
    const auto found = all_matches(text, mark);
    return {found.begin(), found.end()};
}

}  // namespace house
