#include <doctest/doctest.h>

#include "register/idea_number.hpp"

using namespace ideas;

namespace {

base::Id id_ending(std::uint8_t last) {
    base::Id id;
    id.bytes[15] = last;
    return id;
}

}  // namespace

TEST_CASE("a number is site letter, year and at least three digits") {
    CHECK(to_text({'L', 26, 58}) == "L26-058");
    CHECK(to_text({'L', 26, 1204}) == "L26-1204");
    CHECK(number_prefix('L', 2026) == "L26-");
    CHECK(number_prefix('L', 2005) == "L05-");
}

TEST_CASE("what looks nearly like a number is none") {
    CHECK(parse_number("l26-058") == IdeaNumber{'L', 26, 58});
    for (const char* text : {"", "58", "L26-58", "L26058", "26-058", "L2a-058", "L26-05x", "LL6-058", "Å26-058"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text));
    }
}

TEST_CASE("two ideas with one number are both kept, the later one shown with ·2") {
    const std::vector<Numbered> same = {
        {id_ending(1), "L26-058", 500}, {id_ending(2), "L26-058", 400}, {id_ending(3), "L26-059", 1}};
    const auto shown = shown_numbers(same);
    CHECK(shown.at(id_ending(2)) == "L26-058");
    CHECK(shown.at(id_ending(1)) == "L26-058·2");
    CHECK(shown.at(id_ending(3)) == "L26-059");
}

TEST_CASE("received in the same moment, the greater id is the later") {
    const std::vector<Numbered> same = {
        {id_ending(9), "L26-001", 5}, {id_ending(4), "L26-001", 5}, {id_ending(6), "L26-001", 5}};
    const auto shown = shown_numbers(same);
    CHECK(shown.at(id_ending(4)) == "L26-001");
    CHECK(shown.at(id_ending(6)) == "L26-001·2");
    CHECK(shown.at(id_ending(9)) == "L26-001·3");
}

TEST_CASE("an idea without a number has none to show") {
    CHECK(shown_numbers({{id_ending(1), "", 5}}).empty());
}

TEST_CASE("people may type a number without zeros, and with the mark of the second") {
    CHECK(parse_wanted("l26-58")->number == IdeaNumber{'L', 26, 58});
    CHECK(parse_wanted("L26-058·2")->which == 2);
    CHECK_FALSE(parse_wanted("L26-058·"));
    CHECK_FALSE(parse_wanted("L26-058·0"));
}

TEST_CASE("a site's letter is the one that is set, else the municipality's initial") {
    CHECK(site_letter("k", "Lindåsa") == 'K');
    CHECK(site_letter("", "Lindåsa") == 'L');
    CHECK(site_letter("", "Åkerby") == 'A');
    CHECK(site_letter("7", "") == 'A');
}

TEST_CASE("a search means a number by what one says of it: all of it, without the letter, or the running number") {
    for (const auto* typed : {"L26-016", "l26-016", "26-016", "016", "16", "#L26-016", " l26-0 ", "-016"}) {
        CAPTURE(typed);
        CHECK(is_searched("L26-016", typed));
    }
    for (const auto* typed : {"", "6", "01", "0", "26", "116", "L25-016", "skola", "L2", "-6"}) {
        CAPTURE(typed);
        CHECK_FALSE(is_searched("L26-016", typed));
    }
    CHECK(is_searched("L26-058·2", "58"));
    CHECK(is_searched("L26-058·2", "L26-058·2"));
    CHECK_FALSE(is_searched("", "16"));
}
