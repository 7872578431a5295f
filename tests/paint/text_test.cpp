#include "paint/text.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "base/text.hpp"
#include "paint/type.hpp"

using paint::TextStyle;

namespace {

const std::string astronaut = "👩‍🚀";
const std::string flag = "🇸🇪";

}  // namespace

TEST_CASE("the fonts that text needs are on this machine") {
    for (const auto& font : paint::missing_fonts()) CAPTURE(font.family);
    CHECK(paint::missing_fonts().empty());
}

TEST_CASE("a text breaks between words and grows by whole lines") {
    const TextStyle style{.size_px = 20, .line_height = 1.25};
    const auto one = type().set("Kollar menyn", style);
    const auto two = type().set("Kollar menyn i mobilen", style, one->size().w + 2);
    CHECK(one->line_count() == 1);
    CHECK(two->line_count() == 2);
    CHECK(two->size().h == doctest::Approx(50));
    CHECK(two->size().w <= one->size().w + 2);
}

TEST_CASE("a text breaks alike and carets stand alike at every size") {
    const std::string text = "Föreningen lämnar över nyckeln سلام " + astronaut + " till nästa 你好 på sätt nummer två";
    const auto small = type().set(text, {.size_px = 11}, 110);
    for (const double times : {1.7, 3.0, 20.0}) {
        const auto large = type().set(text, {.size_px = 11 * times}, 110 * times);
        REQUIRE(large->line_count() == small->line_count());
        CHECK(large->size().w == doctest::Approx(small->size().w * times).epsilon(0.001));
        CHECK(large->baseline_px() == doctest::Approx(small->baseline_px() * times).epsilon(0.001));
        for (std::size_t at = 0; at < text.size(); at = small->next_grapheme(at)) {
            const auto caret = small->caret_at(at);
            CHECK(large->caret_at(at).x == doctest::Approx(caret.x * times).epsilon(0.001));
            const base::Point place{caret.x + 1, caret.y + 1};
            CHECK(large->index_at({place.x * times, place.y * times}) == small->index_at(place));
        }
    }
}

TEST_CASE("lines are equally high whatever fonts they mix") {
    const TextStyle style{.size_px = 22, .line_height = 1.24};
    for (const char* text :
         {"Idé", "سلام", "ሰላም", "你好", "👩‍🚀 🇸🇪", "Idé سلام ሰላም 你好 👍🏽"}) {
        CAPTURE(text);
        CHECK(type().set(text, style)->size().h == doctest::Approx(22 * 1.24));
        CHECK(type().set(text, style)->baseline_px() == doctest::Approx(type().set("Idé", style)->baseline_px()));
    }
}

TEST_CASE("what is longer than its lines is cut between graphemes, with an ellipsis") {
    const std::string text = "Smakråd " + astronaut + astronaut + flag + flag + " i varje skola i hela kommunen";
    for (int width = 40; width < 320; width += 9) {
        CAPTURE(width);
        const auto cut = type().set(text, {.size_px = 20, .most_lines = 1}, width);
        CHECK(cut->line_count() == 1);
        CHECK(cut->is_cut());
        CHECK(cut->size().w <= width + 0.5);
        REQUIRE(cut->text().ends_with("…"));
        const auto kept = cut->text().substr(0, cut->text().size() - std::string("…").size());
        CHECK(text.starts_with(kept));
        CHECK(base::first_graphemes(text, base::graphemes(kept)) == kept);
    }
}

TEST_CASE("a text of many paragraphs is cut to lines in all") {
    const auto cut = type().set("ett\ntvå\ntre\nfyra", {.size_px = 20, .most_lines = 2}, 200);
    CHECK(cut->text() == "ett\ntvå…");
    CHECK(cut->line_count() == 2);
}

TEST_CASE("what fits is not cut") {
    const auto whole = type().set("ett\ntvå", {.size_px = 20, .most_lines = 2}, 200);
    CHECK_FALSE(whole->is_cut());
    CHECK(whole->text() == "ett\ntvå");
}

TEST_CASE("a text that does not fit its box is set smaller, and cut only when the least size is too large") {
    const TextStyle style{.size_px = 22, .line_height = 1.25};
    const std::string text = "Några tränger sig, ingen säger till";
    const auto wide = type().fit(text, style, {600, 30}, 18);
    CHECK(wide->size().h == doctest::Approx(22 * 1.25));
    // As wide as the text is at 20 px: 22 and 21 do not fit there.
    const auto at_20 = type().set(text, {.size_px = 20, .line_height = 1.25});
    const auto shrunk = type().fit(text, style, {at_20->size().w + 0.5, 30}, 18);
    CHECK(shrunk->size().h == doctest::Approx(20 * 1.25));
    CHECK_FALSE(shrunk->is_cut());
    const auto cut = type().fit(text, style, {100, 30}, 18);
    CHECK(cut->is_cut());
    CHECK(cut->size().h == doctest::Approx(18 * 1.25));
}

TEST_CASE("fixed digits are equally wide") {
    const TextStyle clock{.size_px = 96, .weight = paint::Weight::bold, .fixed_digits = true};
    const double width = type().set("00:00", clock)->size().w;
    // Inter's 4 is a quarter of a per mille narrower than the others.
    for (const char* text : {"11:11", "18:42", "77:77"})
        CHECK(std::abs(type().set(text, clock)->size().w - width) < 0.5);
    CHECK(type().set("11:11", {.size_px = 96, .weight = paint::Weight::bold})->size().w < width);
}

TEST_CASE("bytes that are no text are shown as such and stop nothing") {
    CHECK(type().set("a\xff\xfe z", {})->text() == "a\xEF\xBF\xBD\xEF\xBF\xBD z");
    CHECK(type().set(std::string_view("a\0b", 3), {})->text().find('\0') == std::string::npos);
    CHECK(type().set("", {})->line_count() == 1);
    CHECK(type().set("", {})->size().w == 0);
}

TEST_CASE("of a text of ten megabytes the beginning is set") {
    std::string text;
    while (text.size() < 10'000'000) text += "räksmörgås ";
    const auto layout = type().set(text, {.most_lines = 3}, 300);
    CHECK(layout->line_count() == 3);
    CHECK(layout->is_cut());
    CHECK(type().set(text, {}, 300)->is_cut());
}

TEST_CASE("a text that has been set is found again, and the oldest is forgotten first") {
    paint::Typesetter small(16);
    const TextStyle style;
    const auto first = small.set("0", style);
    for (int i = 1; i < 16; ++i) small.set(std::to_string(i), style);
    CHECK(small.made() == 16);
    CHECK(small.set("0", style) == first);
    small.set("16", style);  // 1 goes, not 0
    CHECK(small.set("0", style) == first);
    CHECK(small.made() == 17);
    small.set("1", style);
    CHECK(small.made() == 18);
    CHECK(first->text() == "0");
}

TEST_CASE("style, width and box are part of what is found again") {
    const auto made = type().made();
    const std::string text = "samma text, olika stil";
    type().set(text, {.size_px = 20}, 100);
    type().set(text, {.size_px = 21}, 100);
    type().set(text, {.size_px = 20}, 101);
    type().set(text, {.size_px = 20, .weight = paint::Weight::bold}, 100);
    type().set(text, {.size_px = 20, .align = paint::Align::centre}, 100);
    type().set(text, {.size_px = 20, .fixed_digits = true}, 100);
    CHECK(type().made() == made + 6);
    const auto fitted = type().fit(text, {.size_px = 20}, {100, 500}, 18);
    const auto after = type().made();
    CHECK(type().fit(text, {.size_px = 20}, {100, 500}, 18) == fitted);
    CHECK(type().made() == after);
}

TEST_CASE("a layout outlives its typesetter") {
    paint::Text layout;
    {
        paint::Typesetter other(16);
        layout = other.set("Kvar سلام", {}, 200);
    }
    CHECK(layout->caret_at(2).x > 0);
    CHECK(layout->text() == "Kvar سلام");
}

TEST_CASE("text at the end and in the middle stands within its width") {
    const auto start = type().set("Idé", {}, 200)->bounds();
    CHECK(start.x == 0);
    CHECK(type().set("Idé", {.align = paint::Align::end}, 200)->bounds().right() == doctest::Approx(200).epsilon(0.01));
    const auto centre = type().set("Idé", {.align = paint::Align::centre}, 200)->bounds();
    CHECK(centre.centre().x == doctest::Approx(100).epsilon(0.01));
    CHECK(type().set("سلام", {}, 200)->bounds().right() == doctest::Approx(200).epsilon(0.01));
}

TEST_CASE("a word that has to be broken leaves no line with one or two letters of it") {
    const std::string word = "Nyckelskåpet";
    const paint::TextStyle style{.size_px = 20, .weight = paint::Weight::semibold};
    const double whole = type().set(word, style)->size().w;
    int broken = 0;
    for (double wide = 100; wide < whole; wide += 0.5) {
        CAPTURE(wide);
        const auto layout = type().set(word, style, wide);
        REQUIRE(layout->line_count() == 2);
        ++broken;
        CHECK(layout->size().w <= wide + 0.01);
        // Where the second line begins.
        std::size_t begin = 0;
        while (layout->caret_at(begin).y == 0) ++begin;
        CHECK(begin >= 3);
        CHECK(word.size() - begin >= std::string("pet").size());
    }
    CHECK(broken > 0);
}
