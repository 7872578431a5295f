#include "model/change.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "model/parts.hpp"

using base::Code;
using model::Change;
using model::Digest;
using parts::stamp;

namespace {

/// The Change whose links are pinned below; computed a second time by a program that is not this one.
Change golden() {
    Change change;
    change.place = {parts::id(0x11), 42};
    change.id = *base::parse_id("0190163d-8500-7abc-8def-0123456789ab");
    change.at_ms = parts::morning_ms + 123;
    change.author = "trainer";
    change.label = "change.add_note";
    change.schema_version = 1;
    change.facts.push_back(
        parts::fact(parts::id(0x33), "note.text", std::string("Åsa 😀"), stamp(parts::morning_ms, 7)));
    change.facts.push_back(parts::fact(parts::id(0x33), "note.hidden", std::int64_t{1}, stamp(parts::morning_ms, 8)));
    change.facts.back().prior_at = stamp(parts::morning_ms - 1000, 0, 0x22);
    return change;
}

std::string link(const Digest& previous, const Change& change) {
    return base::to_hex(model::chain_of(previous, change));
}

constexpr auto first_link = "46291381c3912674d7d5653aed0483f76189b0c3373664fdf04642b25ee5dc1f";

}  // namespace

TEST_CASE("the first link of a chain is this, for ever") {
    CHECK(link(Digest{}, golden()) == first_link);
}

TEST_CASE("the link of an undo covers what it reverses and what it stands for, like this, for ever") {
    auto change = golden();
    change.reverses = model::Place{parts::id(0x22), 41};
    change.facts.back().stands_for = stamp(parts::morning_ms - 1000, 0, 0x22);
    CHECK(link(model::chain_of(Digest{}, golden()), change) ==
          "ac61a5e5cb8e12bfe0cd8076bee4685549f6c25fdfe92625d00c60646a7612ef");
}

TEST_CASE("a link changes with every part of the header and of the facts") {
    const std::vector<std::function<void(Change&)>> touches = {
        [](Change& c) { c.place.node = parts::id(0x12); },
        [](Change& c) { ++c.place.seq; },
        [](Change& c) { c.id = parts::id(1); },
        [](Change& c) { ++c.at_ms; },
        [](Change& c) { c.author = "seat"; },
        [](Change& c) { c.label = "change.edit_note"; },
        [](Change& c) { ++c.schema_version; },
        [](Change& c) {
            c.reverses = model::Place{parts::id(0x22), 41};
        },
        [](Change& c) { c.facts.pop_back(); },
        [](Change& c) { std::swap(c.facts[0], c.facts[1]); },
        [](Change& c) { c.facts[0].entity = parts::id(0x34); },
        [](Change& c) { c.facts[0].field = "note.texts"; },
        [](Change& c) { c.facts[0].digest[31] ^= 1U; },
        [](Change& c) { ++c.facts[0].stamp.counter; },
        [](Change& c) { c.facts[0].prior_at = stamp(1); },
        [](Change& c) { c.facts[0].stands_for = model::Stamp{}; },
        [](Change& c) { c.author = "trainerchange", c.label = ".add_note"; },
    };
    for (std::size_t i = 0; i < touches.size(); ++i) {
        CAPTURE(i);
        auto change = golden();
        touches[i](change);
        CHECK(link(Digest{}, change) != first_link);
    }
    Digest other{};
    other[0] = 1;
    CHECK(link(other, golden()) != first_link);
}

TEST_CASE("a link never covers a value, so that erasure leaves it") {
    auto change = golden();
    change.facts[0].value = {};
    change.facts[0].salt = {};
    change.facts[0].erased = true;
    CHECK(link(Digest{}, change) == first_link);
    CHECK(model::check_change(change).has_value());
}

TEST_CASE("a well-formed Change passes") {
    CHECK(model::check_change(golden()).has_value());
}

TEST_CASE("a malformed Change is refused") {
    const std::vector<std::function<void(Change&)>> faults = {
        [](Change& c) { c.id = {}; },
        [](Change& c) { c.place.node = {}; },
        [](Change& c) { c.place.seq = 0; },
        [](Change& c) { c.facts.clear(); },
        [](Change& c) { c.facts.assign(model::most_facts_in_change + 1, c.facts[0]); },
        [](Change& c) { c.author = "\xff"; },
        [](Change& c) { c.label = std::string("a\0b", 3); },
        [](Change& c) { c.label = std::string(257, 'a'); },
        [](Change& c) { c.facts[0].entity = {}; },
        [](Change& c) { c.facts[0].stamp = {}; },
        [](Change& c) { c.facts[0].stamp.ms = -1; },
        [](Change& c) { c.facts[1] = c.facts[0]; },
        [](Change& c) { c.facts[0].digest[0] ^= 1U; },
        [](Change& c) { c.facts[0].salt[0] ^= 1U; },
        [](Change& c) { c.facts[0].value = std::string("annat"); },
    };
    for (std::size_t i = 0; i < faults.size(); ++i) {
        CAPTURE(i);
        auto change = golden();
        faults[i](change);
        REQUIRE_FALSE(model::check_change(change).has_value());
        CHECK(model::check_change(change).error().code == Code::bad_input);
    }
}

TEST_CASE("a field is named <kind>.<column>") {
    const auto taken = [](std::string field) {
        auto change = golden();
        change.facts[0].field = std::move(field);
        return model::check_change(change).has_value();
    };
    CHECK(taken("note.text"));
    CHECK(taken("unknown_kind.field_2"));
    CHECK(taken("a." + std::string(62, 'b')));
    for (const char* wrong :
         {"", "note", ".text", "note.", "note.a.b", "Note.text", "note.tëxt", "note.text;--", "note text.x"}) {
        CAPTURE(wrong);
        CHECK_FALSE(taken(wrong));
    }
    CHECK_FALSE(taken("a." + std::string(63, 'b')));
}

TEST_CASE("a value that is too large or no text is refused with its own reason") {
    const auto reason = [](model::Value value) {
        auto change = golden();
        change.facts[0] = parts::fact(parts::id(0x33), "note.text", std::move(value), stamp(1));
        const auto done = model::check_change(change);
        return done ? Code::denied : done.error().code;
    };
    CHECK(reason(std::string(model::most_value_bytes, 'a')) == Code::denied);  // just fits
    CHECK(reason(std::string(model::most_value_bytes + 1, 'a')) == Code::too_large);
    CHECK(reason(base::Bytes(model::most_value_bytes + 1, 0)) == Code::too_large);
    CHECK(reason(std::string("\xff")) == Code::bad_text);
    CHECK(reason(std::string("a\0b", 3)) == Code::bad_text);
}
