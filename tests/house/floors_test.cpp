#include <doctest/doctest.h>

#include <map>
#include <set>

#include "house/tree.hpp"

namespace {

/// The floors of src/README.md. A room may include rooms on lower floors only.
const std::map<std::string, int> floors = {
    {"base", 0},    {"model", 1},   {"methods", 2}, {"curricula", 2}, {"register", 2}, {"cases", 2},
    {"store", 2},   {"ballots", 3}, {"intents", 3}, {"views", 3},     {"paint", 4},    {"registrar", 5},
    {"tablets", 5}, {"sharing", 5}, {"reports", 5}, {"ui", 5},        {"app", 6},
};

std::string room_of(const std::string& header) {
    const auto slash = header.find('/');
    const auto room = slash == std::string::npos ? std::string() : header.substr(0, slash);
    return floors.count(room) != 0 ? room : std::string();
}

}  // namespace

TEST_CASE("a room includes rooms on lower floors only, never sideways and never upwards") {
    for (const auto& file : house::files()) {
        const auto room = file.room();
        if (room.empty() || !file.is_code()) continue;
        CAPTURE(file.path);
        REQUIRE_MESSAGE(floors.count(room) == 1, "the room has no floor; give it one here and in src/README.md");
        for (const auto& header : house::includes(file)) {
            const auto other = room_of(header);
            if (other.empty() || other == room) continue;
            CAPTURE(header);
            CHECK(floors.at(other) < floors.at(room));
        }
    }
}

TEST_CASE("what a room's CMakeLists links is on lower floors") {
    const std::regex words(R"(([a-z]+))");
    for (const auto& file : house::files()) {
        const auto room = file.room();
        if (room.empty() || file.name() != "CMakeLists.txt") continue;
        std::smatch uses;
        if (!std::regex_search(file.content, uses, std::regex(R"(USES ([a-z ]+))"))) continue;
        for (const auto& other : house::all_matches(uses[1].str(), words)) {
            CAPTURE(file.path);
            CAPTURE(other);
            REQUIRE(floors.count(other) == 1);
            CHECK(floors.at(other) < floors.at(room));
        }
    }
}

TEST_CASE("every folder in src is a room with a CMakeLists of its own") {
    std::set<std::string> rooms;
    std::set<std::string> described;
    for (const auto& file : house::files()) {
        const auto room = file.room();
        if (room.empty()) continue;
        rooms.insert(room);
        if (file.path == "src/" + room + "/CMakeLists.txt") described.insert(room);
    }
    CHECK(rooms == described);
    CHECK(rooms.size() >= 11);
}

TEST_CASE("a room's own names live in the namespace of the room") {
    for (const auto& file : house::files()) {
        const auto room = file.room();
        if (room.empty() || !file.is_header()) continue;
        CAPTURE(file.path);
        // `register` is a word of the language.
        const auto named = "namespace " + (room == "register" ? std::string("ideas") : room);
        CHECK(file.content.find(named) != std::string::npos);
    }
}
