// Words that a dictionary does not know, in a field that is written in.
#include "ui/spelling.hpp"

#include "ui/desk.hpp"
#include "ui/text_field.hpp"

namespace {

std::string asked_words(std::string_view text) {
    std::string all;
    for (const auto& word : ui::words_to_spell(text)) {
        all.append(all.empty() ? "" : "|").append(text.substr(word.from, word.to - word.from));
    }
    return all;
}

/// A field, and a dictionary that knows "nyckel" and "bussen", and of nothing else while it is slow.
struct SpellingDesk {
    ui::TextField field;
    ui::FieldLook look;
    bool slow = false;
    Desk desk;

    SpellingDesk() : desk([this](ui::Frame& frame) { draw(frame); }) {
        look.spelling = true;
        field.lines = true;
        desk.state.set_probing(true);
        desk.look.spells = [this](std::string_view word) -> std::optional<bool> {
            if (slow) return std::nullopt;
            return word == "nyckel" || word == "bussen";
        };
        desk.settle();
    }
    void draw(ui::Frame& frame) { ui::text_field(frame, "words", {100, 100, 600, 200}, field, look); }
    std::string misspelt() {
        desk.settle();
        return desk.text("words/misspelt");
    }
};

}  // namespace

TEST_CASE(
    "words are asked for, with accents and hyphens; numbers, addresses, abbreviations and other scripts are not") {
    CHECK(asked_words("En nyckel, två bussar.") == "nyckel|två|bussar");
    CHECK(asked_words("Återbruk i kafé-hörnan’s kök") == "Återbruk|kafé-hörnan|kök");
    CHECK(asked_words("för- och efternamn") == "för|och|efternamn");
    CHECK(asked_words("IT SFI B2 kl10 a@b.se www.lindasa.se https://x.se #vår").empty());
    CHECK(asked_words("مرحبا 预约 привет").empty());
    CHECK(asked_words("").empty());
    CHECK(asked_words(std::string(500, 'a')).empty());
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "ordet ";
    CHECK(ui::words_to_spell(many).size() == ui::most_spelled_words);
    CHECK(asked_words("abc\xC3").starts_with("abc"));
}

TEST_CASE("what the dictionary does not know is underlined, but not the word that is being written") {
    SpellingDesk desk;
    desk.field.set("nyckel nykel bussen");
    CHECK(desk.misspelt() == "nykel");
    desk.desk.tap("words");
    desk.desk.key(ui::Key::end, true);
    desk.desk.type(U" busen");
    CHECK(desk.misspelt() == "nykel");
    desk.desk.type(U" ");
    CHECK(desk.misspelt() == "nykel busen");
}

TEST_CASE("without a dictionary, or before it has answered, nothing is underlined") {
    SpellingDesk desk;
    desk.field.set("nykel");
    desk.slow = true;
    CHECK(desk.misspelt().empty());
    desk.slow = false;
    CHECK(desk.misspelt() == "nykel");
    desk.look.spelling = false;
    CHECK(desk.misspelt().empty());
    desk.look.spelling = true;
    desk.desk.look.spells = nullptr;
    CHECK(desk.misspelt().empty());
}
