#include "ui/desk.hpp"
#include "ui/widgets.hpp"

namespace {

struct Form {
    std::string tapped;
    bool dialog = false, long_pressed = false;
    int answer = -1;
    void draw(ui::Frame& frame) {
        for (int i = 0; i < 6; ++i) {
            const auto id = std::to_string(i);
            const base::Rect place{100.0 + 300 * (i % 3), 100.0 + 200 * (i / 3), 200, 80};
            if (ui::button(frame, id, place, "Knapp " + id, {.enabled = i != 4})) tapped += id;
        }
        if (frame.press_or_hold("hold", {100, 600, 200, 80}).long_pressed) long_pressed = true;
        if (!dialog) return;
        answer = ui::dialog(frame, "ask", {"Avsluta?", "Allt är sparat.", "Stanna", "Avsluta"});
        if (answer >= 0) dialog = false;
    }
};

struct FormDesk {
    Form form;
    Desk desk{[this](ui::Frame& frame) { form.draw(frame); }};
};

}  // namespace

TEST_CASE("Tab goes through what can be pressed, in the order it is drawn, round and back") {
    FormDesk it;
    std::string way;
    for (int i = 0; i < 7; ++i) {
        it.desk.key(ui::Key::tab);
        way += it.desk.focus() + " ";
    }
    CHECK(way == "0 1 2 3 5 hold 0 ");
    it.desk.key(ui::Key::tab, false, true);
    CHECK(it.desk.focus() == "hold");
}

TEST_CASE("arrows go to the nearest in their direction once the ring is there") {
    FormDesk it;
    it.desk.key(ui::Key::tab);
    it.desk.key(ui::Key::right);
    CHECK(it.desk.focus() == "1");
    it.desk.key(ui::Key::right);
    it.desk.key(ui::Key::down);
    CHECK(it.desk.focus() == "5");
    it.desk.key(ui::Key::left);
    CHECK(it.desk.focus() == "3");
}

TEST_CASE("Enter and Space press what has the keyboard; Shift+Enter is its long press") {
    FormDesk it;
    it.desk.key(ui::Key::tab);
    it.desk.key(ui::Key::enter);
    it.desk.key(ui::Key::tab);
    it.desk.key(ui::Key::space);
    CHECK(it.form.tapped == "01");
    while (it.desk.focus() != "hold") it.desk.key(ui::Key::tab);
    it.desk.key(ui::Key::enter, false, true);
    CHECK(it.form.long_pressed);
}

TEST_CASE("a touch takes the ring away, and Tab shows it again where the touch was") {
    FormDesk it;
    it.desk.tap("2");
    it.desk.key(ui::Key::enter);
    CHECK(it.form.tapped == "2");
    it.desk.key(ui::Key::tab);
    CHECK(it.desk.focus() == "2");
    it.desk.key(ui::Key::enter);
    CHECK(it.form.tapped == "22");
}

TEST_CASE("a dialog takes the keyboard: what is below is not reached, Escape stays, Enter answers") {
    FormDesk it;
    it.desk.key(ui::Key::tab);
    it.form.dialog = true;
    it.desk.settle();
    CHECK(it.desk.focus() == "ask/stay");
    for (int i = 0; i < 5; ++i) {
        it.desk.key(ui::Key::tab);
        CHECK(it.desk.focus().starts_with("ask/"));
    }
    it.desk.tap("0");
    CHECK(it.form.tapped.empty());
    CHECK(it.form.dialog);
    it.desk.key(ui::Key::escape);
    CHECK_FALSE(it.form.dialog);
    CHECK(it.form.tapped.empty());
}

TEST_CASE("a dialog is never above the middle, and its verbs are big enough to hit") {
    FormDesk it;
    it.form.dialog = true;
    it.desk.settle();
    for (const char* id : {"ask/stay", "ask/go"}) {
        const auto place = it.desk.rect(id);
        CHECK(place.y > it.desk.look.size_px.h / 2);
        CHECK(place.h * it.desk.look.mm_per_px >= 20);
    }
}
