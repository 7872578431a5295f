#include <regex>
#include <set>
#include <sstream>

#include "store/care_fixture.hpp"
#include "store/urn.hpp"

namespace {

using namespace care;

const base::Path source = IDERUM_SOURCE_DIR;

std::string format_page() {
    const auto page = base::read_file(source / "docs/register-format.md");
    REQUIRE(page.has_value());
    return *page;
}

std::set<std::string> code_words(const std::string& text) {
    static const std::regex word("`([a-z0-9_]+)`");
    std::set<std::string> words;
    for (std::sregex_iterator at(text.begin(), text.end(), word), end; at != end; ++at) words.insert((*at)[1].str());
    return words;
}

/// The code words in the first and in the other cells of each row of a section's table.
std::vector<std::pair<std::set<std::string>, std::set<std::string>>> table_rows(const std::string& heading) {
    const auto page = format_page();
    const auto from = page.find("\n" + heading);
    REQUIRE(from != std::string::npos);
    std::istringstream lines(page.substr(from + 1, page.find("\n## ", from + 1) - from));
    std::vector<std::pair<std::set<std::string>, std::set<std::string>>> rows;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("|")) continue;
        const auto bar = line.find('|', 1);
        auto names = code_words(line.substr(0, bar));
        if (!names.empty()) rows.emplace_back(std::move(names), code_words(line.substr(bar)));
    }
    REQUIRE(!rows.empty());
    return rows;
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

TEST_CASE("the format page names the tables that a register has, all of them and no others") {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    const auto options = Machine{&folder, "lindasa", &now_ms}.options("register.iderum");
    const Pen pen(options);
    auto db = must(store::open_to_read(options.file));
    std::set<std::string> there;
    auto rows =
        must(db.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE "
                        "'sqlite%' AND name NOT LIKE 'search\\_text\\_%' ESCAPE '\\' AND name NOT LIKE "
                        "'%\\_readable' ESCAPE '\\'"));
    while (must(rows.step())) there.insert(rows.text(0));
    std::set<std::string> told;
    for (const char* part : {"## 3. ", "## 4. ", "## 5. "}) {
        for (const auto& [names, rest] : table_rows(part)) told.insert(names.begin(), names.end());
    }
    CHECK(there == told);
}

TEST_CASE("the format page names every column of the journal's tables") {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    const auto options = Machine{&folder, "lindasa", &now_ms}.options("register.iderum");
    const Pen pen(options);
    auto db = must(store::open_to_read(options.file));
    for (const auto& [names, rest] : table_rows("## 3. ")) {
        REQUIRE(names.size() == 1);
        const auto table = *names.begin();
        CAPTURE(table);
        auto columns = must(db.prepare("SELECT name FROM pragma_table_info('" + table + "')"));
        while (must(columns.step())) {
            CAPTURE(columns.text(0));
            CHECK(rest.contains(columns.text(0)));
        }
    }
}

TEST_CASE("the format page names the tables of an urn") {
    CareFolder folder;
    const auto poll = base::new_id(morning_ms);
    const auto file = folder / "register.iderum";
    must(store::Urn::open(file, poll, base::new_id(morning_ms), true, "FULL", ""));
    auto db = must(store::Db::open(file.string() + ".urn-" + poll.text(), store::Mode::read_only));
    auto rows = must(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'"));
    const auto page = format_page();
    const auto line = page.substr(page.find("| `register.iderum.urn-<poll id>`"));
    while (must(rows.step())) {
        CAPTURE(rows.text(0));
        CHECK(line.substr(0, line.find('\n')).find("`" + rows.text(0) + "` (") != std::string::npos);
    }
}
