#include "base/text.hpp"

#include <doctest/doctest.h>

#include <random>

using base::tidy;

namespace {

void put_utf8(std::string& out, char32_t point) {
    const auto byte = [&out](char32_t value) { out += static_cast<char>(value); };
    if (point < 0x80) return byte(point);
    if (point < 0x800) return byte(0xc0 | point >> 6), byte(0x80 | (point & 0x3f));
    if (point < 0x10000) return byte(0xe0 | point >> 12), byte(0x80 | (point >> 6 & 0x3f)), byte(0x80 | (point & 0x3f));
    byte(0xf0 | point >> 18);
    byte(0x80 | (point >> 12 & 0x3f));
    byte(0x80 | (point >> 6 & 0x3f));
    byte(0x80 | (point & 0x3f));
}

/// Texts made of what gives trouble: accents, joiners, spaces, controls, overrides, emoji.
std::string troubled_text(std::mt19937& random) {
    static constexpr char32_t points[] = {'a',    'Z',    ' ',    '\n',   '\t',   '\r',   0x0b,   0x85,    0xa0,
                                          0xe5,   0x301,  0x30a,  0x323,  0x200b, 0x200d, 0x202e, 0x2066,  0x2028,
                                          0x2003, 0x3000, 0xfeff, 0xfffe, 0xfdd0, 0x1100, 0x1161, 0x1f469, 0x1f467};
    std::string text;
    const auto length = random() % 12;
    for (unsigned i = 0; i < length; ++i) put_utf8(text, points[random() % std::size(points)]);
    return text;
}

}  // namespace

TEST_CASE("UTF-8 of every length is well-formed") {
    CHECK(base::is_utf8(""));
    CHECK(base::is_utf8("Åsa 😀 ሰላም 你好 مرحبا"));
    CHECK(base::is_utf8("\xf4\x8f\xbf\xbf"));  // U+10FFFF
}

TEST_CASE("what is not UTF-8 is told") {
    CHECK_FALSE(base::is_utf8("\x80"));
    CHECK_FALSE(base::is_utf8("\xc0\xaf"));          // overlong slash
    CHECK_FALSE(base::is_utf8("\xc1\xbf"));          // overlong in two bytes
    CHECK_FALSE(base::is_utf8("\xe0\x9f\xbf"));      // overlong in three
    CHECK_FALSE(base::is_utf8("\xf0\x8f\xbf\xbf"));  // overlong in four
    CHECK_FALSE(base::is_utf8("\xed\xa0\x80"));      // a surrogate
    CHECK_FALSE(base::is_utf8("\xf4\x90\x80\x80"));  // above U+10FFFF
    CHECK_FALSE(base::is_utf8("\xf5\x80\x80\x80"));
    CHECK_FALSE(base::is_utf8("\xff"));
    CHECK_FALSE(base::is_utf8("a\xe2\x82"));    // cut off
    CHECK_FALSE(base::is_utf8("\xe2\x82 20"));  // cut off in the middle
    CHECK_FALSE(base::is_utf8("Malm\xf6"));     // Latin-1
}

TEST_CASE("code points and characters are counted as readers and computers do") {
    CHECK(base::code_points("Åsa 😀") == 5);
    CHECK(base::graphemes("Åsa 😀") == 5);
    CHECK(base::code_points("👩‍👩‍👧") == 5);
    CHECK(base::graphemes("👩‍👩‍👧") == 1);
    CHECK(base::graphemes("e\u0301") == 1);
    CHECK(base::graphemes("") == 0);
}

TEST_CASE("a shortened text keeps its last character whole") {
    CHECK(base::first_graphemes("👩‍👩‍👧👍🏽å", 1) == "👩‍👩‍👧");
    CHECK(base::first_graphemes("👩‍👩‍👧👍🏽å", 2) == "👩‍👩‍👧👍🏽");
    CHECK(base::first_graphemes("kort", 10) == "kort");
    CHECK(base::first_graphemes("kort", 0).empty());
}

TEST_CASE("what people write is trimmed and its spaces made single") {
    CHECK(tidy("  bättre \t skyltar  ") == "bättre skyltar");
    CHECK(tidy("a\u00a0\u2003b") == "a b");
    CHECK(tidy("   ").empty());
    CHECK(tidy("").empty());
}

TEST_CASE("accents written apart become one letter") {
    CHECK(tidy("A\u030asa") == "Åsa");
}

TEST_CASE("an accent that a removed mark held apart joins its letter") {
    CHECK(tidy("A\u202e\u030asa") == "Åsa");
}

TEST_CASE("control characters and overrides of direction are removed") {
    CHECK(tidy("a\x01\x7f"
               "b") == "ab");
    CHECK(tidy("\u202ebak\u202cfram\u2066\ufeff") == "bakfram");
    CHECK(tidy("a\ufdd0\uffff") == "a");
}

TEST_CASE("marks that scripts need are kept") {
    CHECK(tidy("می\u200cخواهم") == "می\u200cخواهم");
    CHECK(tidy("👩‍👧") == "👩‍👧");
}

TEST_CASE("nobody can hide a mark of direction or of no width in a text") {
    CHECK(tidy("\u200fשלום\u200e") == "שלום");
    CHECK(tidy("\u061cسلام") == "سلام");
    CHECK(tidy("sl\u200byn\u2060a\u2064") == "slyna");
    CHECK(tidy("\u200b\u200f").empty());
    CHECK(tidy("ord \u200b ord") == "ord ord");
}

TEST_CASE("other line breaks part words") {
    CHECK(tidy("a\u0085b") == "a b");
    CHECK(tidy("a\vb\fc") == "a b c");
    CHECK(tidy("a\u2028b") == "a b");
}

TEST_CASE("lines are kept when asked, at most one empty between") {
    CHECK(tidy("a\r\nb\n\n\n\nc \n d", true) == "a\nb\n\nc\nd");
    CHECK(tidy("a\nb") == "a b");
    CHECK(tidy("\n\na\n", true) == "a");
}

TEST_CASE("tidying twice gives the same as once, and always UTF-8") {
    constexpr unsigned seed = 20260501;
    std::mt19937 random(seed);
    for (int trial = 0; trial < 3000; ++trial) {
        const auto text = troubled_text(random);
        const bool lines = trial % 2 == 0;
        const auto once = tidy(text, lines);
        INFO("seed " << seed << ", trial " << trial);
        REQUIRE(base::is_utf8(once));
        REQUIRE(tidy(once, lines) == once);
    }
}

TEST_CASE("lower case keeps Swedish letters") {
    CHECK(base::lower("ÅÄÖ ÉR") == "åäö ér");
}

TEST_CASE("a sentence begins with a capital and goes on as it was") {
    CHECK(base::sentence("återkom i NOVEMBER") == "Återkom i NOVEMBER");
    CHECK(base::sentence("3 dagar") == "3 dagar");
    CHECK(base::sentence("").empty());
}

TEST_CASE("a text taken apart is lower case, in plain forms, without what nobody sees") {
    CHECK(base::decomposed("\U0001D407Ö\u200b") == U"ho\u0308");
    CHECK(base::decomposed("Ｆｕｌｌ") == U"full");
    CHECK(base::decomposed("").empty());
}

TEST_CASE("a slug is plain letters, digits and single dashes") {
    CHECK(base::slug("Rita resan!") == "rita-resan");
    CHECK(base::slug("Åtgärder & önskemål 2.0") == "atgarder-onskemal-2-0");
    CHECK(base::slug("Idé–prov") == "ide-prov");
    CHECK(base::slug("före\u00a0och efter") == "fore-och-efter");
    CHECK(base::slug("Ærø Straße") == "aero-strasse");
    CHECK(base::slug("— ! —").empty());
    CHECK(base::slug("你好").empty());
}

TEST_CASE("trimming leaves the middle alone") {
    CHECK(base::trimmed(" \ta  b\r\n") == "a  b");
    CHECK(base::trimmed(" \n").empty());
}

TEST_CASE("a text with nothing to see in it is no text") {
    for (const auto* blank : {"", " ", "\u200b", "\u200b \u200d\u2060", "\u00ad", "\u3164", "\u2800", "\u200e\u200f",
                              "\ufe0f", "\U000e0020"}) {
        CHECK(!base::has_visible(blank));
    }
    for (const auto* seen : {"a", ".", "\u200ba", "👩‍👩‍👧", "ش", "☃\ufe0f"}) CHECK(base::has_visible(seen));
}
