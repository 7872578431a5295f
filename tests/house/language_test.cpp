#include <doctest/doctest.h>

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

std::set<std::string> keys_in_page() {
    static const std::regex pattern(R"re((?:^|[^a-zA-Z_0-9.$])tn?\(\s*["']([a-z0-9_.]+)["']\s*[,)])re");
    static const std::regex attribute(R"re(data-t(?:-[a-z]+)?="([a-z0-9_.]+)")re");
    std::set<std::string> found;
    for (const auto& file : house::files()) {
        if (!file.under("assets/tablet")) continue;
        if (file.ends(".js")) {
            for (auto& key : house::all_matches(file.content, pattern)) found.insert(key);
        }
        if (file.ends(".html") || file.ends(".js")) {
            for (auto& key : house::all_matches(file.content, attribute)) found.insert(key);
        }
    }
    return found;
}

const std::string key = R"re(\(\s*"([a-z0-9_.]+)"\s*[,)])re";

}  // namespace

TEST_CASE("every text that the program asks for is there") {
    const auto known = house::keys(house::catalogues().at("wall").at("sv"));
    auto asked = keys_in_code("tr" + key);
    asked.merge(keys_in_code("tr_n" + key));
    CHECK(asked.size() > 10);
    CHECK(house::only_in(asked, known) == "");
}

TEST_CASE("every text with a count has plural forms") {
    for (const auto& one : house::catalogues().at("wall")) {
        CAPTURE(one.first);
        CHECK(house::only_in(keys_in_code("tr_n" + key), one.second.plural) == "");
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

TEST_CASE("all languages have the same keys") {
    for (const auto& domain : house::catalogues()) {
        const auto& swedish = domain.second.at("sv");
        for (const auto& one : domain.second) {
            CAPTURE(domain.first);
            CAPTURE(one.first);
            CHECK(house::only_in(house::keys(swedish), house::keys(one.second)) == "");
            CHECK(house::only_in(house::keys(one.second), house::keys(swedish)) == "");
            CHECK(house::only_in(swedish.plural, one.second.plural) == "");
        }
    }
}

TEST_CASE("a text leaves the same marks to fill in every language") {
    for (const auto& domain : house::catalogues()) {
        for (const auto& text : domain.second.at("sv").texts) {
            for (const auto& one : domain.second) {
                const auto other = one.second.texts.find(text.first);
                if (other == one.second.texts.end()) continue;
                CAPTURE(domain.first);
                CAPTURE(one.first);
                CAPTURE(text.first);
                CHECK(house::marks(text.second) == house::marks(other->second));
            }
        }
    }
}

TEST_CASE("a key is lower-case words with dots between") {
    const std::regex shape(R"([a-z0-9_]+(\.[a-z0-9_]+)+)");
    for (const auto& domain : house::catalogues()) {
        for (const auto& text : domain.second.at("sv").texts) {
            CAPTURE(domain.first);
            CAPTURE(text.first);
            CHECK(std::regex_match(text.first, shape));
        }
    }
}

TEST_CASE("no text of the program is there for nobody") {
    // Keys that code puts together, such as "error." and a code's name, are known by a quoted beginning or end.
    std::string code;
    for (const auto& file : house::files()) {
        if ((file.under("src") || file.under("tests")) && file.is_code()) code += file.content;
    }
    std::set<std::string> unused;
    for (const auto& name : house::keys(house::catalogues().at("wall").at("sv"))) {
        bool used = code.find('"' + name + '"') != std::string::npos;
        for (auto dot = name.find('.'); dot != std::string::npos && !used; dot = name.find('.', dot + 1)) {
            used = code.find('"' + name.substr(0, dot + 1) + '"') != std::string::npos;
        }
        if (!used) unused.insert(name);
    }
    CHECK(house::only_in(unused, {}) == "");
}
