#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "base/files.hpp"

namespace {

const base::Path source = IDERUM_SOURCE_DIR;

std::string format_page() {
    const auto page = base::read_file(source / "docs/register-format.md");
    REQUIRE(page.has_value());
    return *page;
}

}  // namespace

TEST_CASE("the format page names a test for each of the twenty-five invariants, and every test it names is there") {
    const auto page = format_page();
    const std::regex named("`([a-z_/]+\\.(cpp|mjs))`: “((invariant ([0-9]+)|[^”])[^”]*)”");
    std::set<int> held;
    for (std::sregex_iterator at(page.begin(), page.end(), named), end; at != end; ++at) {
        const auto file = base::read_file(source / "tests" / (*at)[1].str());
        CAPTURE((*at)[1].str());
        CAPTURE((*at)[3].str());
        REQUIRE(file.has_value());
        CHECK(file->find((*at)[3].str()) != std::string::npos);
        if ((*at)[5].matched) held.insert(std::stoi((*at)[5].str()));
    }
    for (int invariant = 1; invariant <= 25; ++invariant) {
        CAPTURE(invariant);
        CHECK(held.contains(invariant));
    }
}

TEST_CASE("the format page names every table of the journal, of the session and of the urn") {
    const auto page = format_page();
    for (const char* table : {"node",    "change",  "fact",        "blob",          "quarantine",      "erased",
                              "summary", "seat",    "drawn",       "intent_seen",   "hidden_note",     "own_note",
                              "kept",    "history", "search_text", "search_entity", "search_progress", "search_due",
                              "round",   "token",   "ballot"}) {
        CAPTURE(table);
        CHECK(page.find("`" + std::string(table) + "`") != std::string::npos);
    }
}
