#include <doctest/doctest.h>

#include <regex>
#include <sstream>

#include "base/files.hpp"
#include "must.hpp"

namespace {

/// What stands in the first column of all tables.
std::string first_cells(const std::string& document) {
    std::string cells;
    std::istringstream lines(document);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("|")) cells += line.substr(0, line.find('|', 1));
    }
    return cells;
}

}  // namespace

TEST_CASE("the protocol's document names every deed that a tablet or a remote may ask for") {
    const base::Path source = IDERUM_SOURCE_DIR;
    const auto document = must(base::read_file(source / "docs/protocol.md"));
    const auto code = must(base::read_file(source / "src/intents/deeds.cpp"));
    const auto of_remote = first_cells(document);
    const auto trainers = code.find("trainers_deeds{{");
    REQUIRE(trainers != std::string::npos);
    const std::regex deed(R"re(\{"(\w+)",\s*\[\]\(Fields)re");
    int found = 0;
    for (std::sregex_iterator at(code.begin(), code.end(), deed), none; at != none; ++at) {
        const auto name = (*at)[1].str();
        CAPTURE(name);
        const bool by_remote = static_cast<std::size_t>(at->position()) > trainers;
        const auto& where = by_remote ? of_remote : document;
        const auto told = by_remote ? "`" + name + "`" : R"({"t":")" + name + "\",\"id\"";
        CHECK(where.find(told) != std::string::npos);
        ++found;
    }
    CHECK(found > 70);
}
