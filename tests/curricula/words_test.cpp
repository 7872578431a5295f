#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "curricula/course.hpp"
#include "curricula/words.hpp"

using curricula::find_nearest;

namespace {

template <class Meaning>
void check_both_languages(std::span<const curricula::Word<Meaning>> words) {
    REQUIRE_FALSE(words.empty());
    for (const auto& word : words) {
        CAPTURE(word.english);
        CHECK(curricula::find_word(words, word.swedish) == &word);
        CHECK(curricula::find_word(words, word.english) == &word);
        if (!word.also.empty()) CHECK(curricula::find_word(words, word.also) == &word);
    }
}

std::string text_of(const std::string& file) {
    std::ifstream in(std::string(IDERUM_SOURCE_DIR) + "/" + file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every word means the same in Swedish and English, and only one thing") {
    check_both_languages(curricula::key_words());
    check_both_languages(curricula::front_words());
    check_both_languages(curricula::activity_words());
    check_both_languages(curricula::method_words());
    check_both_languages(curricula::trust_words());
    check_both_languages(curricula::note_type_words());
    check_both_languages(curricula::field_words());
    check_both_languages(curricula::yes_no_words());
}

TEST_CASE("the description of the format names every word") {
    const auto format = text_of("docs/course-format.md");
    const auto check_named = [&format](const auto words) {
        for (const auto& word : words) {
            CAPTURE(word.swedish);
            CHECK(format.find("`" + std::string(word.swedish) + "`") != std::string::npos);
            CAPTURE(word.english);
            CHECK(format.find("`" + std::string(word.english) + "`") != std::string::npos);
        }
    };
    check_named(curricula::key_words());
    check_named(curricula::front_words());
    check_named(curricula::activity_words());
    check_named(curricula::method_words());
    check_named(curricula::tie_words());
    check_named(curricula::trust_words());
    check_named(curricula::note_type_words());
    check_named(curricula::field_words());
}

TEST_CASE("every problem has a text in Swedish and English") {
    for (const char* language : {"sv", "en"}) {
        const auto texts = text_of("assets/lang/wall.d/course." + std::string(language) + ".po");
        for (const auto code : curricula::problem_codes()) {
            CAPTURE(code);
            CHECK(texts.find("msgid \"course.problem." + std::string(code) + "\"") != std::string::npos);
        }
    }
}

TEST_CASE("the nearest word is the one with fewest slips, and a strange word has none") {
    const std::vector<std::string> choices{"kundresa", "samla", "paus", "röstning"};
    CHECK(find_nearest("kudnresa", choices) == "kundresa");
    CHECK(find_nearest("rostning", choices) == "röstning");
    CHECK(find_nearest("puas", choices) == "paus");
    CHECK(find_nearest("xyzzy", choices) == "");
    CHECK(find_nearest("", choices) == "");
    CHECK(find_nearest(std::string(10'000, 'a'), choices) == "");
}
