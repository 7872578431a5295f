#include "ui/desk.hpp"
#include "ui/widgets.hpp"

namespace {

/// Counts what happened to the things on a small screen.
struct Small {
    int a = 0, b = 0, held = 0, sheet = 0;
    bool overlay = false, b_enabled = true;
    std::optional<ui::Drag> drag;
    std::vector<ui::Drag> drops;
    void draw(ui::Frame& frame) {
        if (frame.press("a", {100, 100, 200, 100}).tapped) ++a;
        if (frame.press("b", {250, 150, 200, 100}, b_enabled).tapped) ++b;
        const auto hold = frame.press_or_hold("hold", {600, 100, 100, 100});
        if (hold.long_pressed) ++held;
        if (hold.tapped) ++a;
        drag = frame.drag("card", {600, 400, 100, 100});
        if (drag && drag->ended) drops.push_back(*drag);
        if (frame.press("card", {600, 400, 100, 100}).tapped) ++b;
        if (!overlay) return;
        frame.block("sheet", {0, 0, 1000, 1000});
        if (frame.press("sheet/close", {100, 100, 50, 50}).tapped) ++sheet;
    }
};

Desk desk_of(Small& small) {
    return Desk([&small](ui::Frame& frame) { small.draw(frame); });
}

}  // namespace

TEST_CASE("a tap goes to the topmost zone under it") {
    Small small;
    auto desk = desk_of(small);
    desk.tap_at({260, 160});
    CHECK(small.a == 0);
    CHECK(small.b == 1);
    desk.tap_at({110, 110});
    CHECK(small.a == 1);
}

TEST_CASE("a zone that is off is not tapped, and does not let the tap through") {
    Small small;
    small.b_enabled = false;
    auto desk = desk_of(small);
    desk.tap_at({260, 160});
    CHECK(small.b == 0);
    CHECK(small.a == 0);
}

TEST_CASE("an overlay swallows what is meant for the things below it") {
    Small small;
    small.overlay = true;
    auto desk = desk_of(small);
    desk.tap_at({260, 160});
    CHECK(small.b == 0);
    desk.tap("sheet/close");
    CHECK(small.sheet == 1);
    CHECK(small.a == 0);
}

TEST_CASE("a press that slides off its button and ends elsewhere is not a tap; back on it, it is") {
    Small small;
    auto desk = desk_of(small);
    desk.drag_from({120, 120}, {0, 300});
    CHECK(small.a == 0);
    desk.drag_from({120, 120}, {40, 0});
    CHECK(small.a == 1);
}

TEST_CASE("a slow press on a plain button is a tap; where a long press means something, it is that instead") {
    Small small;
    auto desk = desk_of(small);
    desk.hold("a", 2);
    CHECK(small.a == 1);
    desk.hold("hold", 0.6);
    CHECK(small.held == 1);
    CHECK(small.a == 1);
    desk.tap("hold");
    CHECK(small.a == 2);
}

TEST_CASE("a long press is told while it is held, without a frame being asked for by anything else") {
    Small small;
    auto desk = desk_of(small);
    desk.contact(0, Desk::Phase::begin, desk.rect("hold").centre());
    desk.settle();
    REQUIRE(desk.state.next_redraw_s().has_value());
    CHECK(*desk.state.next_redraw_s() <= 0.5);
    desk.pass(*desk.state.next_redraw_s());
    desk.frame();
    CHECK(small.held == 1);
}

TEST_CASE("a drag is followed until it ends where it was let go; a short touch on the same thing is a tap") {
    Small small;
    auto desk = desk_of(small);
    desk.drag("card", {150, -60});
    REQUIRE(small.drops.size() == 1);
    CHECK(small.drops[0].by == base::Point{150, -60});
    CHECK_FALSE(small.drops[0].cancelled);
    CHECK(small.b == 0);
    desk.tap("card");
    CHECK(small.b == 1);
    CHECK(small.drops.size() == 1);
}

TEST_CASE("a drag that the system takes away ends cancelled and moves nothing") {
    Small small;
    auto desk = desk_of(small);
    desk.contact(0, Desk::Phase::begin, {650, 450});
    desk.contact(0, Desk::Phase::move, {750, 450});
    desk.frame();
    REQUIRE(small.drag.has_value());
    desk.state.push(ui::BlurEvent{});
    desk.settle();
    REQUIRE(small.drops.size() == 1);
    CHECK(small.drops[0].cancelled);
    CHECK(small.drops[0].by == base::Point{});
}

TEST_CASE("two people drag and press at once, each with their own contact") {
    Small small;
    auto desk = desk_of(small);
    desk.contact(1, Desk::Phase::begin, {650, 450});
    desk.contact(2, Desk::Phase::begin, {120, 120});
    desk.contact(1, Desk::Phase::move, {700, 450});
    desk.frame();
    REQUIRE(small.drag.has_value());
    CHECK(small.drag->contact == 1);
    desk.contact(2, Desk::Phase::end, {120, 120});
    desk.settle();
    CHECK(small.a == 1);
    CHECK(small.drag.has_value());
    desk.contact(1, Desk::Phase::end, {700, 450});
    desk.settle();
    CHECK(small.drops.size() == 1);
}

TEST_CASE("presses that come faster than frames are all taken, each where it was meant") {
    Small small;
    auto desk = desk_of(small);
    for (int i = 0; i < 20; ++i) {
        const base::Point at = i % 2 == 0 ? base::Point{110, 110} : base::Point{440, 240};
        desk.contact(0, Desk::Phase::hover, at);
        desk.contact(0, Desk::Phase::begin, at);
        desk.contact(0, Desk::Phase::end, at);
    }
    desk.settle();
    CHECK(small.a == 10);
    CHECK(small.b == 10);
}

TEST_CASE("what a tap opened is there before the next tap looks for its place") {
    Small small;
    Desk desk([&small](ui::Frame& frame) {
        if (frame.press("open", {10, 10, 50, 50}).tapped) small.overlay = true;
        small.draw(frame);
    });
    // Both come at once; the second lands where the overlay will be.
    for (const base::Point at : {base::Point{20, 20}, base::Point{110, 110}}) {
        desk.contact(0, Desk::Phase::begin, at);
        desk.contact(0, Desk::Phase::end, at);
    }
    desk.settle();
    CHECK(small.sheet == 1);
    CHECK(small.a == 0);
}

TEST_CASE("what is clipped away cannot be touched") {
    int taps = 0;
    Desk desk([&taps](ui::Frame& frame) {
        const ui::Frame::Clip clip(frame, {0, 0, 100, 100});
        if (frame.press("half", {50, 50, 100, 100}).tapped) ++taps;
    });
    desk.tap_at({120, 120});
    CHECK(taps == 0);
    desk.tap_at({60, 60});
    CHECK(taps == 1);
    CHECK(desk.rect("half") == base::Rect{50, 50, 50, 50});
}

TEST_CASE("ids carry the scopes they stand in") {
    Desk desk([](ui::Frame& frame) {
        const ui::Frame::Scope outer(frame, "inbox");
        const ui::Frame::Scope inner(frame, "approve");
        frame.press("17", {0, 0, 10, 10});
    });
    CHECK(desk.has("inbox/approve/17"));
}

TEST_CASE("nothing is drawn again when nothing happens") {
    Small small;
    auto desk = desk_of(small);
    CHECK_FALSE(desk.state.next_redraw_s().has_value());
    CHECK_FALSE(desk.state.has_more());
}

TEST_CASE("a value eases out to its target and then sleeps; with less motion it jumps") {
    double target = 0, value = -1;
    Desk desk([&](ui::Frame& frame) { value = frame.ease("x", target, 200); });
    CHECK(value == 0);
    target = 100;
    desk.frame();
    desk.pass(0.1);
    desk.frame();
    CHECK(value > 60);
    CHECK(value < 100);
    CHECK(desk.state.next_redraw_s() == 0);
    desk.settle();
    CHECK(value == doctest::Approx(100));
    CHECK_FALSE(desk.state.next_redraw_s().has_value());
    desk.look.less_motion = true;
    target = 0;
    desk.frame();
    CHECK(value == 0);
}

TEST_CASE("with less motion what appears still fades, in 120 ms") {
    double seen = -1;
    bool shown = false;
    Desk desk([&](ui::Frame& frame) { seen = frame.fade("x", shown, 400); });
    desk.look.less_motion = true;
    shown = true;
    desk.frame();
    desk.pass(0.06);
    desk.frame();
    CHECK(seen > 0.5);
    CHECK(seen < 1);
    desk.pass(0.061);
    desk.frame();
    CHECK(seen == 1);
}
