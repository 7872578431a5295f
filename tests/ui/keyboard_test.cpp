#include "ui/keyboard.hpp"

#include "ui/desk.hpp"
#include "ui/text_field.hpp"

namespace {

const std::vector<std::string> session_words{"menyn", "meny", "medbestämmande", "mer", "åka"};

struct FieldAndKeyboard {
    ui::TextField field;
    ui::Keyboard keyboard{.open = true, .accents = {}, .accents_by = {}};
    bool sentences = false;
    void draw(ui::Frame& frame) {
        ui::text_field(frame, "field", {100, 100, 900, 64}, field, {});
        ui::keyboard(frame, keyboard,
                     {std::string_view(field.text).substr(0, field.caret), session_words, {}, sentences});
    }
};

struct KeyboardDesk {
    FieldAndKeyboard writing;
    Desk desk{[this](ui::Frame& frame) { writing.draw(frame); }};
    KeyboardDesk() { desk.tap("field"); }
    void keys(std::initializer_list<const char*> ids) {
        for (const char* id : ids) desk.tap(std::string("keyboard/") + id);
    }
};

}  // namespace

TEST_CASE("keys write in the field, which keeps the keyboard") {
    KeyboardDesk it;
    it.keys({"key-k", "key-ö", "key-n", "space", "key-ä", "key-å", "backspace", "key-r"});
    CHECK(it.writing.field.text == "kön är");
    CHECK(it.desk.focus() == "field");
}

TEST_CASE("Å stands after P, Ö and Ä after L, and keys are as large as fingers") {
    KeyboardDesk it;
    const auto place = [&it](const std::string& key) { return it.desk.rect("keyboard/key-" + key); };
    CHECK(place("å").x > place("p").x);
    CHECK(place("å").y == place("p").y);
    CHECK(place("ö").x > place("l").x);
    CHECK(place("ä").x > place("ö").x);
    CHECK(place("q").w == doctest::Approx(98).epsilon(0.02));
    CHECK(place("q").h == 76);
    CHECK(place("q").w * it.desk.look.mm_per_px >= 20);
}

TEST_CASE("its language key goes through five layouts, each with keys as large as fingers, and back to the first") {
    KeyboardDesk it;
    std::vector<std::string> names;
    for (int i = 0; i < 5; ++i) {
        names.push_back(it.desk.text("keyboard/language"));
        CAPTURE(names.back());
        it.desk.save("keyboard-" + std::to_string(i));
        const auto ground = it.desk.rect("keyboard/ground");
        double bottom = 0;
        for (const auto& [name, rect] : it.desk.state.probed().zones) {
            if (!name.starts_with("keyboard/key-")) continue;
            CHECK(rect.w * it.desk.look.mm_per_px >= 20);
            CHECK(rect.right() <= ground.right());
            bottom = std::max(bottom, rect.bottom());
        }
        CHECK(bottom < it.desk.rect("keyboard/space").y);
        it.keys({"language"});
    }
    CHECK(names == std::vector<std::string>{"Svenska, suomi", "English, Soomaali", "Українська", "العربية", "فارسی"});
    CHECK(it.desk.text("keyboard/language") == names.front());
}

TEST_CASE("each layout writes its letters: capitals where there are any, and more by a long press") {
    KeyboardDesk it;
    auto& text = it.writing.field.text;
    const auto written = [&text] { return std::exchange(text, std::string()); };
    it.keys({"language"});
    CHECK_FALSE(it.desk.has("keyboard/key-å"));
    it.keys({"key-w", "key-'"});
    CHECK(written() == "w'");
    it.keys({"language", "shift", "key-ї", "key-ж", "key-а", "key-к"});
    CHECK(written() == "Їжак");
    it.keys({"shift"});
    it.desk.hold("keyboard/key-г");
    it.keys({"key-ґ"});
    CHECK(written() == "Ґ");
    it.keys({"language"});
    CHECK_FALSE(it.desk.has("keyboard/shift"));
    it.keys({"key-ش", "key-ك", "key-ر", "key-ا"});
    CHECK(written() == "شكرا");
    it.keys({"language", "key-پ", "key-ل"});
    it.desk.hold("keyboard/key-ا");
    it.keys({"key-آ"});
    CHECK(written() == "پلآ");
    // Numbers are as they were, and from them the letters are those of the language.
    it.keys({"page", "key-4", "page", "key-گ"});
    CHECK(written() == "4گ");
}

TEST_CASE("shift is for one letter, twice for all") {
    KeyboardDesk it;
    it.keys({"shift", "key-å", "key-k", "shift", "shift", "key-a", "key-b", "shift", "key-c"});
    CHECK(it.writing.field.text == "ÅkABc");
}

TEST_CASE("a sentence begins with a capital, unless shift is taken away") {
    KeyboardDesk it;
    it.writing.sentences = true;
    it.keys({"key-j", "key-a", "key-.", "key-x", "key-.", "space", "key-o", "key-m", "key-?", "key-å"});
    CHECK(it.writing.field.text == "Ja.x. Om?å");
    it.keys({"key-.", "space", "shift", "key-b", "key-c"});
    CHECK(it.writing.field.text == "Ja.x. Om?å. bc");
}

TEST_CASE("a long press on e gives é, and the choice goes away when something else is touched") {
    KeyboardDesk it;
    it.desk.hold("keyboard/key-e");
    REQUIRE(it.desk.has("keyboard/key-é"));
    CHECK(it.writing.field.text.empty());
    it.keys({"key-é"});
    CHECK(it.writing.field.text == "é");
    CHECK_FALSE(it.desk.has("keyboard/key-é"));
    it.desk.hold("keyboard/key-u");
    REQUIRE(it.desk.has("keyboard/key-ü"));
    it.desk.tap_at({10, 10});
    CHECK_FALSE(it.desk.has("keyboard/key-ü"));
    CHECK(it.desk.focus() == "field");
}

TEST_CASE("digits, signs and emoji have pages of their own") {
    KeyboardDesk it;
    it.keys({"page", "key-1", "key-2", "shift", "key-½", "page", "emoji", "key-💡", "emoji", "key-a"});
    CHECK(it.writing.field.text == "12½💡a");
}

TEST_CASE("a suggestion takes the place of what was begun") {
    KeyboardDesk it;
    it.keys({"key-m", "key-e"});
    CHECK(it.desk.text("keyboard/word-0") == "menyn");
    CHECK(it.desk.text("keyboard/word-2") == "medbestämmande");
    it.keys({"word-2"});
    CHECK(it.writing.field.text == "medbestämmande ");
}

TEST_CASE("suggestions begin like the last word, keep its capital and offer nothing for nothing") {
    CHECK(ui::suggestions("Vi vill ha Men", session_words) == std::vector<std::string>{"Menyn", "Meny"});
    CHECK(ui::suggestions("", session_words).empty());
    CHECK(ui::suggestions("meny ", session_words).empty());
    CHECK(ui::suggestions("meny", session_words) == std::vector<std::string>{"menyn"});
    CHECK(ui::suggestions("Å", session_words) == std::vector<std::string>{"Åka"});
}

TEST_CASE("it goes left, middle and right, stays on the screen, and slides away when closed") {
    KeyboardDesk it;
    using Place = ui::Keyboard::Place;
    double last = -1;
    for (const auto place : {Place::left, Place::middle, Place::right}) {
        it.writing.keyboard.place = place;
        it.desk.settle();
        const auto box = it.desk.rect("keyboard/ground");
        CHECK(box.x > last);
        CHECK(box.right() <= 1920);
        CHECK(box.bottom() <= 1080);
        last = box.x;
    }
    it.keys({"close"});
    CHECK_FALSE(it.desk.has("keyboard/ground"));
    CHECK(it.desk.focus() == "field");
}

TEST_CASE("keys tapped faster than frames all write, in order") {
    KeyboardDesk it;
    for (const char* key : {"s", "k", "o", "l", "a"}) {
        const auto at = it.desk.rect(std::string("keyboard/key-") + key).centre();
        it.desk.contact(0, Desk::Phase::begin, at);
        it.desk.contact(0, Desk::Phase::end, at);
    }
    it.desk.settle();
    CHECK(it.writing.field.text == "skola");
}

TEST_CASE("what a key on the screen writes comes before what was typed after it, however slow the frames are") {
    KeyboardDesk it;
    const auto tap = [&it](const std::string& key) {
        const auto at = it.desk.rect("keyboard/key-" + key).centre();
        it.desk.contact(0, Desk::Phase::begin, at);
        it.desk.contact(0, Desk::Phase::end, at);
    };
    tap("s");
    tap("k");
    it.desk.state.push(ui::CharEvent{U'o', it.desk.look.now_s});
    tap("l");
    it.desk.state.push(ui::CharEvent{U'a', it.desk.look.now_s});
    it.desk.settle();
    CHECK(it.writing.field.text == "skola");
}
