// Words that wait for the trainer: found in disguise, and not found in what only looks like them.
#include "register/word_list.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/files.hpp"

namespace {

ideas::WordList words_of(std::string_view file) {
    ideas::WordList words;
    CHECK(words.add(file).empty());
    return words;
}

/// The lists that come with the program, both at once as a host has them.
ideas::WordList shipped() {
    ideas::WordList words;
    for (const auto* name : {"held.sv.txt", "held.en.txt"}) {
        const auto file = base::read_file(base::share_folder() / "words" / name);
        REQUIRE(file.has_value());
        CHECK(words.add(*file).empty());
    }
    return words;
}

}  // namespace

TEST_CASE("a listed word is found as a whole word, in any case and form of its letters") {
    const auto words = words_of("# skällsord\nslyna  # och böjningar\n\nslynor\n");
    CHECK(words.stands_in("Din slyna!"));
    CHECK(words.stands_in("SLYNOR"));
    CHECK(words.stands_in("Ｓｌｙｎａ"));   // full width
    CHECK(words.stands_in("𝐬𝐥𝐲𝐧𝐚"));        // mathematical bold
    CHECK(words.stands_in("slýna"));        // an accent
    CHECK(words.stands_in("sl\u200byna"));  // nothing that can be seen
    CHECK(words.stands_in("sl\u00adyna, sa hon"));
    CHECK_FALSE(words.stands_in("slynan"));
    CHECK_FALSE(words.stands_in("Överslyna"));
    CHECK_FALSE(words.stands_in(""));
}

TEST_CASE("signs for letters and letters apart hide nothing") {
    const auto words = words_of("slyna\nidiot\n");
    for (const auto* text : {"slyn4", "5lyna", "s1yna", "s|yna", "1di0t", "!d!ot", "id10t", "s l y n a",
                             "en s l y n a till", "s.l.y.n.a", "sly-na", "s_l_y_n_a", "s l y n @", "idi*ot"}) {
        CAPTURE(text);
        CHECK(words.stands_in(text));
    }
    CHECK_FALSE(words.stands_in("sly na"));      // two words, as far as anybody can tell
    CHECK_FALSE(words.stands_in("s l y  n a"));  // not one gap
}

TEST_CASE("a number is no word, and a mark behind a word is no letter of it") {
    const auto words = words_of("ass\nboi\n");
    CHECK(words.stands_in("a55"));
    CHECK_FALSE(words.stands_in("455 kr"));
    CHECK_FALSE(words.stands_in("4 5 5"));
    CHECK_FALSE(words.stands_in("bo!"));
    CHECK(words.stands_in("ass!Nu"));
}

TEST_CASE("å ä ö are letters of their own") {
    const auto words = words_of("hora\nkärring\n");
    CHECK_FALSE(words.stands_in("Jag vill höra mer"));
    CHECK(words.stands_in("ka\u0308rring"));  // taken apart
    CHECK_FALSE(words.stands_in("karring"));
}

TEST_CASE("a star stands for the rest of a compound") {
    const auto words = words_of("rövhål*\n*jävel\n*skalle*\n");
    CHECK(words.stands_in("rövhålen"));
    CHECK_FALSE(words.stands_in("jätterövhål"));
    CHECK(words.stands_in("Grannjävel"));
    CHECK(words.stands_in("jävel"));
    CHECK_FALSE(words.stands_in("jävelskap"));
    CHECK(words.stands_in("svartskallen"));
}

TEST_CASE("lines that are no word are told by their number, and the others are used") {
    ideas::WordList words;
    const auto faults = words.add("\uFEFFslyna\r\ntvå ord\r\n*\r\nab*\r\nx\r\n12\r\nin*ne\r\nidiot");
    CHECK(faults == std::vector<int>{2, 3, 4, 5, 6, 7});
    CHECK(words.stands_in("slyna"));
    CHECK(words.stands_in("idiot"));
    CHECK_FALSE(words.stands_in("två ord"));
}

TEST_CASE("a word of another script is found as well") {
    const auto words = words_of("كلمة\n");
    CHECK(words.stands_in("هذه كَلِمة هنا"));
    CHECK_FALSE(words.stands_in("كلمات"));
}

TEST_CASE("the lists that come with the program hold what they shall, and let ordinary words through") {
    const auto words = shipped();
    for (const auto* text :
         {"Din hora", "jättehora", "h0r4", "Alla är idioter", "negrerna", "Vilket asshole", "what the fuck", "b1tch"}) {
        CAPTURE(text);
        CHECK(words.stands_in(text));
    }
    for (const auto* text :
         {"Det är slut", "Lägg en prick", "Kocken Dick har fart", "Jag vill höra", "Se horisonten", "negera",
          "vildsvin", "idiotsäker bokning", "En lapp till", "Skit också, vad dyrt", "Fan vad bra", "Jävla kö",
          "kukeliku", "mongolisk mat", "metafora", "assistent", "klass 4"}) {
        CAPTURE(text);
        CHECK_FALSE(words.stands_in(text));
    }
}

TEST_CASE("no course that comes with the program would wait for its own words") {
    const auto words = shipped();
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(base::share_folder() / "curricula")) {
        if (!entry.is_regular_file()) continue;
        const auto text = base::read_file(entry.path());
        if (!text || (entry.path().extension() != ".md" && entry.path().extension() != ".toml")) continue;
        ++files;
        CAPTURE(entry.path().filename().string());
        CHECK_FALSE(words.stands_in(*text));
    }
    CHECK(files > 0);
}
