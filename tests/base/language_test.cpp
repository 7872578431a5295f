#include "base/language.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "base/in_language.hpp"

using base::tr;
using base::tr_n;
using base::tr_page;

namespace {

/// Tests share one program: each leaves the language as it found it.
struct Spoken {
    explicit Spoken(std::string_view code) { base::set_language(code); }
    ~Spoken() { base::set_language("sv"); }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;
};

constexpr base::Code every_code[] = {
    base::Code::bad_input,       base::Code::bad_shape,     base::Code::bad_text,   base::Code::too_large,
    base::Code::too_many,        base::Code::too_fast,      base::Code::wrong_code, base::Code::not_found,
    base::Code::not_yours,       base::Code::not_now,       base::Code::closed,     base::Code::already,
    base::Code::unknown_message, base::Code::newer_version, base::Code::corrupt,    base::Code::busy,
    base::Code::disk_full,       base::Code::disk_failed,   base::Code::port_taken, base::Code::not_saved,
    base::Code::denied,
};

}  // namespace

TEST_CASE("the program speaks Swedish until it is told otherwise") {
    CHECK(base::language() == "sv");
    CHECK(tr("error.busy") == "Filen används av ett annat program.");
}

TEST_CASE("the program speaks English when told") {
    const Spoken english("en");
    CHECK(tr("error.busy") == "Another program is using the file.");
}

TEST_CASE("a language that the wall does not have falls back to Swedish") {
    const Spoken finnish("fi");
    CHECK(tr("error.busy") == "Filen används av ett annat program.");
}

TEST_CASE("a key without a text is shown as it is") {
    CHECK(tr("nobody.wrote_this") == "nobody.wrote_this");
}

TEST_CASE("marks in a text are filled") {
    CHECK(tr("cli.see_help", {{"command", "iderum --help"}}).find("iderum --help") != std::string::npos);
}

TEST_CASE("a filled value that looks like a mark is left alone") {
    CHECK(tr("cli.see_help", {{"command", "{command}"}}).find("{command}") != std::string::npos);
}

TEST_CASE("one and several are told apart") {
    CHECK(tr_n("words.notes", 1) == "1 lapp");
    CHECK(tr_n("words.notes", 3) == "3 lappar");
    const Spoken english("en");
    CHECK(tr_n("words.notes", 1) == "1 note");
    CHECK(tr_n("words.notes", 0) == "0 notes");
}

TEST_CASE("counts beyond an int keep their plural") {
    CHECK(tr_n("words.notes", 4'294'967'297) == "4294967297 lappar");
}

TEST_CASE("a plural falls back to Swedish too") {
    const Spoken finnish("fi");
    CHECK(tr_n("words.notes", 3) == "3 lappar");
}

TEST_CASE("a participant reads the page in their own language, whatever the program speaks") {
    const Spoken english("en");
    CHECK(tr_page("sv", "error.too_large") == "Texten är för lång.");
    CHECK(tr_page("en", "error.too_large") == "The text is too long.");
}

TEST_CASE("a participant whose language is missing reads Swedish") {
    CHECK(tr_page("de", "error.too_large") == "Texten är för lång.");
}

TEST_CASE("Swedish and English come first among the page's languages") {
    const auto languages = base::page_languages();
    REQUIRE(languages.size() >= 2);
    CHECK(languages[0] == "sv");
    CHECK(languages[1] == "en");
}

TEST_CASE("every refusal says what happened and what to do, in both domains and languages") {
    for (const char* language : {"sv", "en"}) {
        const Spoken spoken(language);
        for (const auto code : every_code) {
            for (const char* end : {"", ".do"}) {
                const auto key = "error." + std::string(base::code_name(code)) + end;
                CAPTURE(language);
                CAPTURE(key);
                CHECK(tr(key) != key);
                CHECK(tr_page(language, key) != key);
            }
        }
    }
}

TEST_CASE("an explanation has the place first and what to do last") {
    const auto text = base::explain({base::Code::busy, "pid 7", "ideer.iderum"});
    CHECK(text ==
          "ideer.iderum: Filen används av ett annat program. (pid 7) "
          "Idérum är troligen redan igång. Avsluta det först.");
}

TEST_CASE("one answer is told in another language, by its own thread alone") {
    const auto swedish = tr("idea.state.received");
    {
        const base::InLanguage english("en");
        CHECK(base::language() == "en");
        CHECK(tr("idea.state.received") != swedish);
        std::string elsewhere;
        std::thread([&elsewhere] { elsewhere = tr("idea.state.received"); }).join();
        CHECK(elsewhere == swedish);
        const base::InLanguage none("fi");
        CHECK(base::language() == "en");
    }
    CHECK(tr("idea.state.received") == swedish);
}
