#include "model/cells.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "model/parts.hpp"

using model::Cells;
using model::Fact;
using parts::fact;
using parts::id;
using parts::stamp;

namespace {

const auto note = id(0x33);

bool same(const Cells& a, const Cells& b) {
    if (a.size() != b.size()) return false;
    return std::all_of(a.all().begin(), a.all().end(), [&b](const auto& entity) {
        const auto* other = b.find(entity.first);
        if (other == nullptr || other->size() != entity.second.size()) return false;
        return std::equal(entity.second.begin(), entity.second.end(), other->begin(), [](const auto& x, const auto& y) {
            return x.first == y.first && x.second.value == y.second.value && x.second.stamp == y.second.stamp &&
                   x.second.digest == y.second.digest && x.second.stands_for == y.second.stands_for &&
                   x.second.erased == y.second.erased;
        });
    });
}

}  // namespace

TEST_CASE("the later stamp wins, whichever comes first") {
    const auto early = fact(note, "note.text", std::string("före"), stamp(10));
    const auto late = fact(note, "note.text", std::string("efter"), stamp(20));
    Cells cells;
    CHECK(merge(cells, early));
    CHECK(merge(cells, late));
    CHECK_FALSE(merge(cells, early));
    CHECK(cells.text(note, "note.text") == "efter");
}

TEST_CASE("within a millisecond the counter decides, then the node, then the digest") {
    const auto text = [](const Fact& a, const Fact& b) {
        Cells cells;
        merge(cells, a);
        merge(cells, b);
        return cells.text(note, "note.text");
    };
    const auto low = fact(note, "note.text", std::string("låg"), stamp(10, 1, 0x22));
    const auto counter = fact(note, "note.text", std::string("räknare"), stamp(10, 2, 0x11));
    CHECK(text(low, counter) == "räknare");
    CHECK(text(counter, low) == "räknare");
    const auto node = fact(note, "note.text", std::string("nod"), stamp(10, 1, 0x23));
    CHECK(text(low, node) == "nod");
    CHECK(text(node, low) == "nod");
    const auto twin = fact(note, "note.text", std::string("tvilling"), low.stamp);
    CHECK(text(low, twin) == text(twin, low));
}

TEST_CASE("a fact that comes again changes nothing") {
    Cells cells;
    const auto once = fact(note, "note.text", std::string("en gång"), stamp(10));
    CHECK(merge(cells, once));
    CHECK_FALSE(merge(cells, once));
}

TEST_CASE("a fact that comes again erased loses its value and keeps its place") {
    Cells cells;
    const auto whole = fact(note, "note.text", std::string("hemligt"), stamp(10));
    auto erased = whole;
    erased.value = {};
    erased.salt = {};
    erased.erased = true;
    merge(cells, whole);
    CHECK(merge(cells, erased));
    CHECK_FALSE(model::is_set(cells.value(note, "note.text")));
    CHECK_FALSE(merge(cells, whole));  // a copy from an old backup does not bring it back
    CHECK_FALSE(model::is_set(cells.value(note, "note.text")));
}

TEST_CASE("any order and any repetition of the same facts gives the same cells") {
    constexpr unsigned seed = 11;
    std::mt19937 random(seed);
    for (int trial = 0; trial < 300; ++trial) {
        std::vector<Fact> facts;
        for (int i = 0; i < 40; ++i) {
            facts.push_back(fact(
                id(static_cast<std::uint8_t>(random() % 3)), random() % 2 == 0 ? "note.text" : "note.group",
                static_cast<std::int64_t>(random() % 4),
                stamp(static_cast<std::int64_t>(random() % 4), random() % 2, static_cast<std::uint8_t>(random() % 2))));
            if (random() % 5 == 0) {
                facts.push_back(facts.back());
                facts.back().value = {};
                facts.back().erased = true;
            }
        }
        Cells straight;
        for (const auto& one : facts) merge(straight, one);
        auto shuffled = facts;
        shuffled.insert(shuffled.end(), facts.begin(), facts.begin() + 20);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        Cells mixed;
        for (const auto& one : shuffled) merge(mixed, one);
        INFO("seed " << seed << ", trial " << trial);
        REQUIRE(same(straight, mixed));
    }
}

TEST_CASE("an entity exists while something of it is set and it is not deleted") {
    Cells cells;
    CHECK_FALSE(cells.exists(note, "note"));
    merge(cells, fact(note, "note.text", std::string("ny"), stamp(10)));
    CHECK(cells.exists(note, "note"));
    CHECK_FALSE(cells.exists(note, "idea"));
    merge(cells, fact(note, "note.deleted", std::int64_t{1}, stamp(20)));
    CHECK_FALSE(cells.exists(note, "note"));
    merge(cells, fact(note, "note.deleted", std::int64_t{0}, stamp(30)));
    CHECK(cells.exists(note, "note"));
    merge(cells, fact(note, "note.text", {}, stamp(40)));
    merge(cells, fact(note, "note.deleted", {}, stamp(40)));
    CHECK_FALSE(cells.exists(note, "note"));
}

TEST_CASE("a kind whose name begins like another's is not mixed up with it") {
    Cells cells;
    merge(cells, fact(note, "notebook.text", std::string("annat"), stamp(10)));
    CHECK_FALSE(cells.exists(note, "note"));
}
