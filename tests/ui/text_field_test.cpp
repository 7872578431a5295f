#include "ui/text_field.hpp"

#include "base/text.hpp"
#include "ui/desk.hpp"
#include "ui/widgets.hpp"

namespace {

struct Writing {
    ui::TextField field, other;
    ui::FieldResult last;
    bool left = false, got = false, entered = false, cut = false, rested = false;
    void draw(ui::Frame& frame) {
        last = ui::text_field(frame, "field", {100, 100, 600, field.lines ? 200.0 : 64.0}, field, {});
        left = left || last.left;
        got = got || last.got;
        entered = entered || last.entered;
        cut = cut || last.cut;
        ui::text_field(frame, "other", {100, 400, 600, 64}, other, {});
        if (ui::rested(frame, field)) rested = true;
        ui::button(frame, "done", {100, 600, 200, 64}, "Klar");
    }
};

struct WritingDesk {
    Writing writing;
    Desk desk{[this](ui::Frame& frame) { writing.draw(frame); }};
    std::string& text() { return writing.field.text; }
};

}  // namespace

TEST_CASE("a field takes what is typed only while it has the keyboard") {
    WritingDesk it;
    it.desk.type(U"hej");
    CHECK(it.text().empty());
    it.desk.tap("field");
    CHECK(it.writing.got);
    it.desk.type(U"Kön är lång åäö");
    CHECK(it.text() == "Kön är lång åäö");
    it.desk.tap("done");
    CHECK(it.writing.left);
    it.desk.type(U"x");
    CHECK(it.text() == "Kön är lång åäö");
}

TEST_CASE("characters and Tab that come at once go where they belong") {
    WritingDesk it;
    it.desk.tap("field");
    it.desk.state.push(ui::CharEvent{U'a', 0});
    ui::KeyEvent tab;
    tab.key = ui::Key::tab;
    it.desk.state.push(tab);
    it.desk.state.push(ui::CharEvent{U'b', 0});
    it.desk.settle();
    CHECK(it.text() == "a");
    CHECK(it.writing.other.text == "b");
}

TEST_CASE("Backspace takes whole characters as readers see them") {
    WritingDesk it;
    it.desk.tap("field");
    it.writing.field.set("a👩‍🚀🇸🇪👍🏽e\xCC\x81");
    for (const char* left : {"a👩‍🚀🇸🇪👍🏽", "a👩‍🚀🇸🇪", "a👩‍🚀", "a", "", ""}) {
        it.desk.key(ui::Key::backspace);
        CHECK(it.text() == left);
    }
}

TEST_CASE("arrows go by what is seen, words and lines by their keys") {
    WritingDesk it;
    it.desk.tap("field");
    it.writing.field.set("ett två tre");
    it.desk.key(ui::Key::home);
    it.desk.type(U"A");
    it.desk.key(ui::Key::right, true);
    it.desk.type(U"B");
    it.desk.key(ui::Key::end);
    it.desk.key(ui::Key::left, true);
    it.desk.type(U"C");
    CHECK(it.text() == "AettB två Ctre");
    it.desk.key(ui::Key::del);
    CHECK(it.text() == "AettB två Cre");
}

TEST_CASE("the caret goes through text in both directions without getting stuck") {
    WritingDesk it;
    it.desk.tap("field");
    it.writing.field.set("Idé سلام 😀");
    it.desk.key(ui::Key::home);
    std::vector<std::size_t> visited{it.writing.field.caret};
    for (int i = 0; i < 10; ++i) {
        it.desk.key(ui::Key::right);
        visited.push_back(it.writing.field.caret);
    }
    CHECK(visited.back() == it.text().size());
    std::sort(visited.begin(), visited.end());
    CHECK(std::unique(visited.begin(), visited.end()) - visited.begin() >= 10);
}

TEST_CASE("what is written from the right stands at the right of its field") {
    WritingDesk it;
    it.writing.field.set("قطار");
    it.desk.tap("field");
    it.desk.tap_at({300, 132});
    CHECK(it.writing.field.caret == it.text().size());
    it.desk.tap_at({678, 132});
    CHECK(it.writing.field.caret == 0);
    it.writing.field.set("Kön");
    it.desk.tap_at({300, 132});
    CHECK(it.writing.field.caret == it.text().size());
    it.desk.tap_at({121, 132});
    CHECK(it.writing.field.caret == 0);
}

TEST_CASE("what is selected is written over, copied, cut and pasted") {
    WritingDesk it;
    it.desk.tap("field");
    it.desk.type(U"ett två");
    it.desk.key(ui::Key::left, true, true);
    it.desk.letter(U'c', true);
    CHECK(it.desk.clipboard == "två");
    it.desk.type(U"2");
    CHECK(it.text() == "ett 2");
    it.desk.letter(U'a', true);
    it.desk.letter(U'x', true);
    CHECK(it.text().empty());
    CHECK(it.desk.clipboard == "ett 2");
    it.desk.letter(U'v', true);
    it.desk.letter(U'v', true);
    CHECK(it.text() == "ett 2ett 2");
}

TEST_CASE("a field of one line takes line feeds as spaces; one of several keeps them") {
    WritingDesk it;
    it.desk.tap("field");
    it.desk.clipboard = "ett\r\ntvå\ttre\x07";
    it.desk.letter(U'v', true);
    CHECK(it.text() == "ett två tre");
    it.desk.key(ui::Key::enter);
    CHECK(it.writing.entered);
    CHECK(it.text() == "ett två tre");
    it.writing.field.lines = true;
    it.writing.field.set("");
    it.desk.letter(U'v', true);
    it.desk.key(ui::Key::enter);
    it.desk.type(U"x");
    CHECK(it.text() == "ett\ntvå tre\nx");
}

TEST_CASE("a clipboard of ten megabytes gives what fits, at once, and says that it was cut") {
    WritingDesk it;
    it.desk.tap("field");
    for (int i = 0; i < 10 << 20; i += 10) it.desk.clipboard += "å en rad ";
    it.desk.letter(U'v', true);
    CHECK(it.writing.cut);
    CHECK(base::graphemes(it.text()) == 500);
    CHECK(base::is_utf8(it.text()));
    const auto told = it.desk.text("field/told");
    CHECK(told.find("500") != std::string::npos);
    // Typing in what is full says that; what makes room says nothing more.
    it.desk.type(U"x");
    CHECK(base::graphemes(it.text()) == 500);
    CHECK_FALSE(it.desk.text("field/told").empty());
    CHECK(it.desk.text("field/told") != told);
    it.desk.key(ui::Key::backspace);
    CHECK(it.desk.text("field/told").empty());
    it.desk.type(U"x");
    CHECK(base::graphemes(it.text()) == 500);
    CHECK(it.desk.text("field/told").empty());
}

TEST_CASE("a clipboard that is no text is left alone") {
    WritingDesk it;
    it.desk.tap("field");
    it.desk.clipboard = "\xFF\xFEnej";
    it.desk.letter(U'v', true);
    CHECK(it.text().empty());
    CHECK(it.writing.cut);
}

TEST_CASE("undo goes back a word's writing at a time, redo forth, and new writing ends redo") {
    WritingDesk it;
    it.desk.tap("field");
    it.desk.type(U"ett två");
    it.desk.letter(U'z', true);
    CHECK(it.text() == "ett");
    it.desk.letter(U'z', true);
    CHECK(it.text().empty());
    it.desk.letter(U'y', true);
    it.desk.letter(U'z', true, true);
    CHECK(it.text() == "ett två");
    it.desk.letter(U'z', true);
    it.desk.type(U"!");
    it.desk.letter(U'y', true);
    CHECK(it.text() == "ett!");
}

namespace {

void press_long(Desk& desk, base::Point at) {
    desk.contact(1, Desk::Phase::begin, at);
    desk.wait(0.6);
    desk.contact(1, Desk::Phase::end, at);
    desk.settle();
}

}  // namespace

TEST_CASE("hands without keys cut, copy and paste by the menu of what they have pressed long") {
    WritingDesk it;
    it.writing.field.set("skolan lunchen");
    it.desk.settle();
    const base::Point word{140, 132};
    press_long(it.desk, word);
    const auto menu = it.desk.rect("field/menu/ground");
    CHECK_FALSE(menu.overlaps(it.desk.rect("field")));
    CHECK(it.desk.rect("field/menu/copy").h * it.desk.look.mm_per_px >= 20);
    CHECK(it.desk.rect("field/menu/cut").w * it.desk.look.mm_per_px >= 20);
    it.desk.save("field-menu");
    it.desk.tap("field/menu/copy");
    CHECK(it.desk.clipboard == "skolan");
    CHECK_FALSE(it.desk.has("field/menu/ground"));
    CHECK(it.desk.focus() == "field");
    // All that is there, and its menu goes on.
    press_long(it.desk, word);
    it.desk.tap("field/menu/all");
    CHECK_FALSE(it.desk.has("field/menu/all"));
    it.desk.tap("field/menu/cut");
    CHECK(it.text().empty());
    CHECK(it.desk.clipboard == "skolan lunchen");
    // In an empty field there is only this.
    press_long(it.desk, word);
    CHECK_FALSE(it.desk.has("field/menu/cut"));
    CHECK_FALSE(it.desk.has("field/menu/all"));
    it.desk.tap("field/menu/paste");
    CHECK(it.text() == "skolan lunchen");
}

TEST_CASE(
    "the menu comes to what a finger has selected by a drag, and goes when something else is done, or after a while") {
    WritingDesk it;
    it.writing.field.set("skolan lunchen");
    it.desk.settle();
    const auto select = [&it](int contact) { it.desk.drag_from({122, 132}, {500, 0}, contact); };
    const auto has_menu = [&it] { return it.desk.has("field/menu/copy"); };
    select(0);
    CHECK_FALSE(has_menu());  // the mouse has keys beside it
    select(1);
    CHECK(has_menu());
    it.desk.type(U"x");
    CHECK_FALSE(has_menu());
    select(1);
    it.desk.tap_at({140, 132}, 1);
    CHECK_FALSE(has_menu());
    it.writing.field.set("skolan lunchen");
    select(1);
    CHECK(has_menu());
    it.desk.wait(11);
    CHECK_FALSE(has_menu());
    select(1);
    it.desk.tap("done");
    CHECK_FALSE(has_menu());
}

TEST_CASE("a tap puts the caret where it is, a drag selects, a long press takes the word") {
    WritingDesk it;
    it.desk.tap("field");
    it.writing.field.set("skolan lunchen");
    it.desk.settle();
    const auto place = it.desk.rect("field");
    it.desk.tap_at({place.x + 22, place.centre().y});
    CHECK(it.writing.field.caret == 0);
    it.desk.drag_from({place.x + 22, place.centre().y}, {500, 0});
    CHECK(it.writing.field.anchor == 0);
    CHECK(it.writing.field.caret == it.text().size());
    it.desk.contact(0, Desk::Phase::begin, {place.x + 40, place.centre().y});
    it.desk.wait(0.6);
    it.desk.contact(0, Desk::Phase::end, {place.x + 40, place.centre().y});
    it.desk.settle();
    CHECK(it.writing.field.anchor == 0);
    CHECK(it.writing.field.caret == 6);
}

TEST_CASE("up and down keep their place in the line") {
    WritingDesk it;
    it.writing.field.lines = true;
    it.desk.settle();
    it.desk.tap("field");
    it.writing.field.set("abcdef\nab\nabcdef");
    for (int i = 0; i < 2; ++i) it.desk.key(ui::Key::left);
    it.desk.key(ui::Key::up);
    it.desk.key(ui::Key::up);
    it.desk.type(U"X");
    CHECK(it.text() == "abcdXef\nab\nabcdef");
}

TEST_CASE("typing rests after a second and a half, once") {
    WritingDesk it;
    it.desk.tap("field");
    it.desk.type(U"a");
    it.desk.wait(1.4);
    CHECK_FALSE(it.writing.rested);
    REQUIRE(it.desk.state.next_redraw_s().has_value());
    it.desk.wait(0.2);
    CHECK(it.writing.rested);
    it.writing.rested = false;
    it.desk.wait(3);
    CHECK_FALSE(it.writing.rested);
}

TEST_CASE("a secret is shown as dots and never told") {
    ui::TextField pin;
    Desk desk([&pin](ui::Frame& frame) {
        ui::FieldLook look;
        look.secret = true;
        ui::text_field(frame, "pin", {100, 100, 300, 64}, pin, look);
    });
    desk.tap("pin");
    desk.type(U"4711");
    CHECK(pin.text == "4711");
    CHECK(desk.text("pin") == "••••");
    desk.letter(U'a', true);
    desk.letter(U'c', true);
    CHECK(desk.clipboard.empty());
    desk.key(ui::Key::backspace);
    CHECK(pin.text == "471");
}

TEST_CASE("a locked field is not written in") {
    ui::TextField field;
    Desk desk([&field](ui::Frame& frame) {
        ui::FieldLook look;
        look.locked_by = "Låst av Elif";
        ui::text_field(frame, "field", {100, 100, 300, 64}, field, look);
    });
    desk.tap("field");
    desk.type(U"a");
    CHECK(field.text.empty());
}
