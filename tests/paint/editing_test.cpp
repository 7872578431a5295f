#include <doctest/doctest.h>

#include "paint/text.hpp"
#include "paint/type.hpp"

namespace {

const paint::TextStyle style{.size_px = 20, .line_height = 1.25};

/// "Idé 😀👩‍🚀🇸🇪: سلام": I d é space 😀 👩‍🚀 🇸🇪 : space, then four letters from the
/// right.
const std::string mixed = "Idé 😀👩‍🚀🇸🇪: سلام";

std::vector<std::size_t> steps_right(const paint::TextLayout& layout, std::size_t most) {
    std::vector<std::size_t> indices;
    std::size_t at = 0;
    for (std::size_t i = 0; i < most; ++i) {
        const auto next = layout.moved_visually(at, 1);
        if (next == at) break;
        indices.push_back(at = next);
    }
    return indices;
}

}  // namespace

TEST_CASE("grapheme steps go over whole emoji, forwards and back") {
    const auto layout = type().set(mixed, style);
    const std::vector<std::size_t> wanted{1, 2, 4, 5, 9, 20, 28, 29, 30, 32, 34, 36, 38};
    std::size_t at = 0;
    for (const auto index : wanted) CHECK((at = layout->next_grapheme(at)) == index);
    CHECK(layout->next_grapheme(at) == at);
    for (auto index = wanted.rbegin() + 1; index != wanted.rend(); ++index) {
        CHECK((at = layout->previous_grapheme(at)) == *index);
    }
    CHECK(layout->previous_grapheme(layout->previous_grapheme(at)) == 0);
    CHECK(layout->previous_grapheme(0) == 0);
}

TEST_CASE("the caret goes to the right as it is seen, through both directions of writing") {
    const auto layout = type().set(mixed, style);
    const auto indices = steps_right(*layout, 40);
    // Left to right up to the Arabic word, then through it from its end to its beginning.
    const std::vector<std::size_t> wanted{1, 2, 4, 5, 9, 20, 28, 29, 30, 36, 34, 32, 38};
    CHECK(indices == wanted);
    double x = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        CHECK(layout->caret_at(indices[i]).x > x);
        x = layout->caret_at(indices[i]).x;
    }
}

TEST_CASE("pointing at the halves of a letter gives the index before and after it") {
    const auto layout = type().set("abc", style);
    const double b = layout->caret_at(1).x;
    const double c = layout->caret_at(2).x;
    CHECK(layout->index_at({b + (c - b) * 0.25, 10}) == 1);
    CHECK(layout->index_at({b + (c - b) * 0.75, 10}) == 2);
    CHECK(layout->index_at({-50, -50}) == 0);
    CHECK(layout->index_at({5000, 5000}) == 3);
}

TEST_CASE("every caret is found again by pointing at it") {
    const auto layout = type().set("Första raden här\noch 😀 👩‍🚀 andra\n\nsista", style, 110);
    for (std::size_t at = 0; at < layout->text().size(); at = layout->next_grapheme(at)) {
        CAPTURE(at);
        const auto caret = layout->caret_at(at);
        CHECK(layout->index_at({caret.x + 0.1, caret.y + caret.h / 2}) == at);
    }
}

TEST_CASE("pointing behind a line that was broken stays on it") {
    const auto layout = type().set("första andra", style, 80);
    REQUIRE(layout->line_count() == 2);
    const auto hit = layout->index_at({500, 5});
    CHECK(hit == std::string("första").size());
    CHECK(layout->caret_at(hit).y == 0);
    CHECK(layout->line_end(0) == hit);
    CHECK(layout->line_start(layout->text().size()) == std::string("första ").size());
}

TEST_CASE("a caret after the last line feed stands on a line of its own") {
    const auto layout = type().set("ett\n", style, 100);
    CHECK(layout->line_count() == 2);
    CHECK(layout->caret_at(4).y == doctest::Approx(25));
    CHECK(layout->line_end(0) == 3);
}

TEST_CASE("going up and down keeps the place, and stops at both ends") {
    const auto layout = type().set("abcdef\nab\nabcdef", style, 300);
    const double x = layout->caret_at(5).x;
    const auto short_line = layout->moved_lines(5, 1, x);
    CHECK(short_line == 9);
    CHECK(layout->moved_lines(short_line, 1, x) == 15);
    CHECK(layout->moved_lines(5, -1, x) == 0);
    CHECK(layout->moved_lines(15, 1, x) == 16);
}

TEST_CASE("word jumps go to ends forwards and to beginnings backwards") {
    const std::string text = "Väg svinnet, välj";
    const auto layout = type().set(text, style);
    const auto first = layout->next_word(0);
    CHECK(text.substr(0, first) == "Väg");
    const auto second = layout->next_word(first);
    CHECK(text.substr(0, second) == "Väg svinnet");
    CHECK(text.substr(layout->previous_word(text.size())) == "välj");
    CHECK(text.substr(layout->previous_word(second)) == "svinnet, välj");
    CHECK(layout->previous_word(0) == 0);
    CHECK(layout->next_word(text.size()) == text.size());
}

TEST_CASE("a selection through both directions of writing has a box for each part") {
    const std::string text = "abc سلام def";
    const auto layout = type().set(text, style);
    CHECK(layout->boxes(0, text.size()).size() >= 1);
    double width = 0;
    for (const auto& box : layout->boxes(0, text.size())) width += box.w;
    CHECK(width == doctest::Approx(layout->size().w).epsilon(0.02));
    // From the middle of the first word to the middle of the Arabic one: two parts that do not touch.
    const auto boxes = layout->boxes(1, 8);
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[0].overlaps(boxes[1]) == false);
    CHECK(layout->boxes(3, 3).empty());
}

TEST_CASE("a selection over lines has a box for each, and a sliver for an empty one") {
    const auto layout = type().set("ett\n\ntvå", style, 200);
    const auto boxes = layout->boxes(0, layout->text().size());
    REQUIRE(boxes.size() == 3);
    CHECK(boxes[1].w > 0);
    CHECK(boxes[1].y == doctest::Approx(25));
    CHECK(boxes[2].y == doctest::Approx(50));
}
