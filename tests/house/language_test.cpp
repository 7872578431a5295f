#include <doctest/doctest.h>

#include <algorithm>
#include <unordered_set>

#include "house/texts.hpp"

namespace {

/// Keys that code names as a whole: base::tr("key"), tr("key", …), tr_n("key", n).
std::set<std::string> keys_in_code(const std::string& call) {
    // Not after a letter or underscore: `str("…")` is something else.
    const std::regex pattern("(?:^|[^a-z_0-9])" + call);
    std::set<std::string> found;
    for (const auto& file : house::files()) {
        if (!file.under("src") || !file.is_code()) continue;
        for (auto& key : house::all_matches(file.content, pattern)) found.insert(key);
    }
    return found;
}

/// Keys that the page names: t("key"), data-t="key", and tn("key", n), which stands for key_one and key_other.
std::set<std::string> keys_in_page() {
    static const std::regex one(R"re((?:^|[^a-zA-Z_0-9.$])t\(\s*["']([a-z0-9_.]+)["']\s*[,)])re");
    static const std::regex counted(R"re((?:^|[^a-zA-Z_0-9.$])tn\(\s*["']([a-z0-9_.]+)["']\s*,)re");
    static const std::regex attribute(R"re(data-t(?:-[a-z]+)?="([a-z0-9_.]+)")re");
    std::set<std::string> found;
    for (const auto& file : house::files()) {
        if (!file.under("assets/tablet")) continue;
        for (auto& key : house::all_matches(file.content, attribute)) found.insert(key);
        if (!file.ends(".js")) continue;
        for (auto& key : house::all_matches(file.content, one)) found.insert(key);
        for (const auto& key : house::all_matches(file.content, counted)) {
            found.insert(key + "_one");
            found.insert(key + "_other");
        }
    }
    return found;
}

const std::string quoted_key = R"re(\(\s*"([a-z0-9_.]+)"\s*[,)])re";

}  // namespace

TEST_CASE("every text that the program asks for is there") {
    const auto known = house::keys(house::catalogues().at("wall").at("sv"));
    auto asked = keys_in_code("tr" + quoted_key);
    asked.merge(keys_in_code("tr_n" + quoted_key));
    CHECK(asked.size() > 10);
    CHECK(house::only_in(asked, known) == "");
}

TEST_CASE("everything that a Change may be called has a text") {
    static const std::regex label(R"re("(change\.[a-z0-9_]+)")re");
    std::set<std::string> labels;
    for (const auto& file : house::files()) {
        if (!file.under("src") || !file.is_code()) continue;
        for (auto& key : house::all_matches(file.content, label)) labels.insert(key);
    }
    CHECK(labels.size() > 10);
    for (const auto& one : house::catalogues().at("wall")) {
        CAPTURE(one.first);
        CHECK(house::only_in(labels, house::keys(one.second)) == "");
    }
}

TEST_CASE("every text with a count has plural forms") {
    for (const auto& one : house::catalogues().at("wall")) {
        CAPTURE(one.first);
        CHECK(house::only_in(keys_in_code("tr_n" + quoted_key), one.second.plural) == "");
    }
}

TEST_CASE("every text that the program asks for on behalf of a participant is there") {
    const std::string second = R"re(\([^"()]+(?:\([^()]*\))?,\s*"([a-z0-9_.]+)"\s*[,)])re";
    CHECK(house::only_in(keys_in_code("tr_page" + second), house::keys(house::catalogues().at("page").at("sv"))) == "");
}

TEST_CASE("every text that the page asks for is there") {
    CHECK(house::only_in(keys_in_page(), house::keys(house::catalogues().at("page").at("sv"))) == "");
}

TEST_CASE("the wall is in Swedish and English, the page at least in those") {
    const auto& catalogues = house::catalogues();
    CHECK(catalogues.at("wall").size() == 2);
    for (const char* domain : {"wall", "page"}) {
        CHECK(catalogues.at(domain).count("sv") == 1);
        CHECK(catalogues.at(domain).count("en") == 1);
    }
}

namespace {

/// Without the plural forms that Swedish lacks: "x_few" beside "x_other".
std::set<std::string> as_in_swedish(const std::set<std::string>& keys) {
    std::set<std::string> found;
    for (const auto& key : keys) {
        const auto end = key.find_last_of('_');
        const auto form = end == std::string::npos ? "" : key.substr(end + 1);
        const bool more = form == "zero" || form == "two" || form == "few" || form == "many";
        if (!more || keys.count(key.substr(0, end) + "_other") == 0) found.insert(key);
    }
    return found;
}

}  // namespace

TEST_CASE("all languages have the same keys") {
    for (const auto& domain : house::catalogues()) {
        const auto& swedish = domain.second.at("sv");
        for (const auto& one : domain.second) {
            CAPTURE(domain.first);
            CAPTURE(one.first);
            CHECK(house::only_in(house::keys(swedish), house::keys(one.second)) == "");
            CHECK(house::only_in(as_in_swedish(house::keys(one.second)), house::keys(swedish)) == "");
            CHECK(house::only_in(swedish.plural, one.second.plural) == "");
        }
    }
}

namespace {

/// One and two may be words: there the number need not stand.
std::set<std::string> marks_but_count(const std::pair<const std::string, std::string>& text) {
    auto marks = house::marks(text.second);
    for (const std::string_view end : {"_zero", "_one", "_two"}) {
        if (!text.first.ends_with(end)) continue;
        marks.erase("count");
        marks.erase("word");
    }
    return marks;
}

}  // namespace

TEST_CASE("a text leaves the same marks to fill in every language") {
    for (const auto& domain : house::catalogues()) {
        for (const auto& text : domain.second.at("sv").texts) {
            for (const auto& one : domain.second) {
                const auto other = one.second.texts.find(text.first);
                if (other == one.second.texts.end()) continue;
                CAPTURE(domain.first);
                CAPTURE(one.first);
                CAPTURE(text.first);
                CHECK(marks_but_count(text) == marks_but_count(*other));
            }
        }
    }
}

TEST_CASE("a key is lower-case words, or numbers, with dots between") {
    const std::regex shape(R"([a-z0-9_-]+(\.[a-z0-9_-]+)*)");
    for (const auto& domain : house::catalogues()) {
        for (const auto& text : domain.second.at("sv").texts) {
            CAPTURE(domain.first);
            CAPTURE(text.first);
            CHECK(std::regex_match(text.first, shape));
        }
    }
}

namespace {

/// What stands in quotes in code and may be a key: whole, or as the beginning of one that goes on with a value.
std::unordered_set<std::string> quoted(const std::string& text) {
    constexpr auto quotes = "\"'`", letters = "abcdefghijklmnopqrstuvwxyz0123456789_.-";
    std::unordered_set<std::string> found;
    for (auto at = text.find_first_of(quotes); at != std::string::npos; at = text.find_first_of(quotes, at + 1)) {
        const auto end = std::min(text.find_first_not_of(letters, at + 1), text.size());
        const bool whole = end < text.size() && text[end] == text[at];
        if (whole || text.compare(end, 2, "${") == 0) found.insert(text.substr(at + 1, end - at - 1));
    }
    return found;
}

/// True when a key is named: whole, or by a beginning that ends in a dot or underscore, because code puts some keys
/// together ("error." and a code's name).
bool named(const std::string& key, const std::unordered_set<std::string>& words) {
    if (words.contains(key)) return true;
    for (auto end = key.find_first_of("._"); end != std::string::npos; end = key.find_first_of("._", end + 1)) {
        if (words.contains(key.substr(0, end + 1))) return true;
    }
    return false;
}

std::string unused(const std::string& domain, const std::string& text) {
    const auto words = quoted(text);
    std::set<std::string> found;
    for (const auto& key : house::keys(house::catalogues().at(domain).at("sv"))) {
        auto counted = key;
        for (const std::string_view end : {"_one", "_other"}) {
            if (key.ends_with(end)) counted = key.substr(0, key.size() - end.size());
        }
        // "step" and a number, too.
        const auto numbered = key.substr(0, key.find_last_not_of("0123456789") + 1);
        if (!named(key, words) && !named(counted, words) && !named(numbered, words)) found.insert(key);
    }
    return house::only_in(found, {});
}

std::string code(std::initializer_list<std::string_view> folders) {
    std::string text;
    for (const auto& file : house::files()) {
        for (const auto folder : folders) {
            if (file.under(folder) && !file.ends(".po")) text += file.content;
        }
    }
    return text;
}

}  // namespace

TEST_CASE("no text of the program is there for nobody") {
    CHECK(unused("wall", code({"src", "tests"})) == "");
}

TEST_CASE("no text of the page is there for nobody") {
    CHECK(unused("page", code({"src", "assets/tablet"})) == "");
}
