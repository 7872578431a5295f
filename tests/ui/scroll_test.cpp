#include "ui/scroll.hpp"

#include "ui/desk.hpp"
#include "ui/widgets.hpp"

namespace {

/// A list of 50 rows, 100 px each, in a place 500 px high.
struct Long {
    double at = 0;
    std::string tapped;
    void draw(ui::Frame& frame) {
        ui::Scroll list(frame, "list", {100, 100, 400, 500}, 5000);
        at = list.at_px();
        for (int i = 0; i < 50; ++i) {
            const auto row = list.content().cut_top(100);
            if (frame.press("row-" + std::to_string(i), row.inset(5)).tapped) tapped = std::to_string(i);
        }
    }
};

struct LongDesk {
    Long list;
    Desk desk{[this](ui::Frame& frame) { list.draw(frame); }};
};

}  // namespace

TEST_CASE("a list is scrolled by dragging its buttons, and none of them is pressed") {
    LongDesk it;
    it.desk.drag_from({300, 450}, {0, -250});
    CHECK(it.list.at > 200);
    CHECK(it.list.at <= 250);
    CHECK(it.list.tapped.empty());
    it.desk.tap_at({300, 150});
    CHECK_FALSE(it.list.tapped.empty());
}

TEST_CASE("the bar of a list stands beside its rows and lies on none") {
    LongDesk it;
    it.desk.settle();
    const auto picture = it.desk.picture();
    const auto ground = picture.pixel(700, 110);
    CHECK(picture.pixel(496, 110) == ground);
    CHECK_FALSE(picture.pixel(505, 110) == ground);
}

TEST_CASE("a drag across the list's direction does not scroll it") {
    LongDesk it;
    it.desk.drag_from({300, 450}, {250, -20});
    CHECK(it.list.at == 0);
}

TEST_CASE("a list stops at its ends") {
    LongDesk it;
    it.desk.drag_from({300, 200}, {0, 300});
    CHECK(it.list.at == 0);
    it.desk.wheel({300, 300}, {0, -99999});
    CHECK(it.list.at == 4500);
    CHECK(it.desk.has("row-49"));
}

TEST_CASE("a throw goes on, slows down and sleeps; a finger stops it; with less motion there is none") {
    LongDesk it;
    const auto throw_it = [&it] {
        it.desk.contact(0, Desk::Phase::begin, {300, 550});
        for (int i = 1; i <= 5; ++i) {
            it.desk.pass(0.016);
            it.desk.contact(0, Desk::Phase::move, {300, 550.0 - 60 * i});
            it.desk.frame();
        }
        it.desk.contact(0, Desk::Phase::end, {300, 250});
        it.desk.frame();
    };
    throw_it();
    const double let_go = it.list.at;
    it.desk.settle();
    CHECK(it.list.at > let_go + 100);
    CHECK_FALSE(it.desk.state.next_redraw_s().has_value());

    it.desk.wheel({300, 300}, {0, 99999});
    throw_it();
    it.desk.contact(0, Desk::Phase::begin, {300, 300});
    it.desk.frame();
    it.desk.frame();
    const double caught = it.list.at;
    it.desk.pass(0.1);
    it.desk.frame();
    CHECK(it.list.at == caught);
    it.desk.contact(0, Desk::Phase::end, {300, 300});
    it.desk.settle();

    it.desk.wheel({300, 300}, {0, 99999});
    it.desk.look.less_motion = true;
    throw_it();
    const double still = it.list.at;
    it.desk.settle();
    CHECK(it.list.at == still);
}

TEST_CASE("what the keyboard reaches is brought into view") {
    LongDesk it;
    for (int i = 0; i < 12; ++i) it.desk.key(ui::Key::tab);
    CHECK(it.desk.focus() == "row-11");
    CHECK(it.desk.rect("row-11").h == 90);
    for (int i = 0; i < 11; ++i) it.desk.key(ui::Key::tab, false, true);
    CHECK(it.desk.rect("row-0").h == 90);
}

TEST_CASE("the wheel turns what lies on top") {
    Long list;
    bool covered = true;
    Desk desk([&](ui::Frame& frame) {
        list.draw(frame);
        if (covered) frame.block("sheet", {0, 0, 1000, 1000});
    });
    desk.wheel({300, 300}, {0, -300});
    CHECK(list.at == 0);
    covered = false;
    desk.settle();
    desk.wheel({300, 300}, {0, -300});
    CHECK(list.at == 300);
}

TEST_CASE("a content that fits does not scroll") {
    double at = 0;
    Desk desk([&at](ui::Frame& frame) { at = ui::Scroll(frame, "list", {0, 0, 400, 500}, 400).at_px(); });
    desk.drag_from({200, 300}, {0, -200});
    CHECK(at == 0);
}

TEST_CASE("what holds nothing but words is reached by Tab and scrolled by the arrows, and what fits is no stop") {
    double at = 0, content = 2000;
    Desk desk([&](ui::Frame& frame) {
        frame.press("before", {0, 0, 50, 50});
        const ui::Scroll words(frame, "words", {100, 100, 400, 500}, content, ui::Zone::Axis::along_y, true);
        at = words.at_px();
    });
    desk.key(ui::Key::tab);
    CHECK(desk.focus() == "before");
    desk.key(ui::Key::tab);
    CHECK(desk.focus() == "words");
    desk.key(ui::Key::down);
    CHECK(at == doctest::Approx(200));
    desk.key(ui::Key::down);
    desk.key(ui::Key::up);
    CHECK(at == doctest::Approx(200));
    CHECK(desk.focus() == "words");
    for (int i = 0; i < 20; ++i) desk.key(ui::Key::down);
    CHECK(at == doctest::Approx(1500));
    content = 300;
    desk.settle();
    desk.key(ui::Key::tab);
    desk.key(ui::Key::tab);
    CHECK(desk.focus() == "before");
}
