#include "ui/gesture.hpp"

#include <doctest/doctest.h>

using ui::ContactEvent;
using ui::GestureEvent;
using Phase = ContactEvent::Phase;

namespace {

const ui::GestureLimits limits{9, 12, 0.5};

/// Steps through events and keeps the last.
struct Hand {
    ui::Gesture gesture;
    double now_s = 0;
    GestureEvent to(Phase phase, double x, double y = 0, double after_s = 0.01) {
        now_s += after_s;
        const auto next = step(gesture, {0, phase, {x, y}, now_s}, limits);
        gesture = next.now;
        return next.event;
    }
    GestureEvent rests(double seconds) {
        now_s += seconds;
        const auto next = wait(gesture, now_s, limits);
        gesture = next.now;
        return next.event;
    }
};

}  // namespace

TEST_CASE("a touch that ends within the slop is a tap, however long it trembled") {
    Hand hand;
    CHECK(hand.to(Phase::begin, 100) == GestureEvent::pressed);
    CHECK(hand.to(Phase::move, 108) == GestureEvent::none);
    CHECK(hand.to(Phase::move, 93) == GestureEvent::none);
    CHECK(hand.to(Phase::end, 97) == GestureEvent::tapped);
}

TEST_CASE("between slop and drag it is neither, and coming back does not make it a tap again") {
    Hand hand;
    hand.to(Phase::begin, 0);
    CHECK(hand.to(Phase::move, 10) == GestureEvent::none);
    CHECK(hand.rests(1) == GestureEvent::none);
    hand.to(Phase::move, 0);
    CHECK(hand.to(Phase::end, 0) == GestureEvent::strayed_end);
}

TEST_CASE("a drag begins at its distance in any direction and lasts until it is let go") {
    Hand hand;
    hand.to(Phase::begin, 0, 0);
    CHECK(hand.to(Phase::move, 8, 8.9) == GestureEvent::none);
    CHECK(hand.to(Phase::move, 9, 9) == GestureEvent::drag_began);
    CHECK(hand.to(Phase::move, 0, 0) == GestureEvent::dragged);
    CHECK(hand.to(Phase::end, 0, 0) == GestureEvent::dropped);
}

TEST_CASE("half a second without moving is a long press, once") {
    Hand hand;
    hand.to(Phase::begin, 0);
    CHECK(hand.rests(0.49) == GestureEvent::none);
    CHECK(hand.rests(0.02) == GestureEvent::long_pressed);
    CHECK(hand.rests(1) == GestureEvent::none);
    CHECK(hand.to(Phase::end, 0) == GestureEvent::held_end);
}

TEST_CASE("what is held can still be dragged") {
    Hand hand;
    hand.to(Phase::begin, 0);
    hand.rests(0.6);
    CHECK(hand.to(Phase::move, 20) == GestureEvent::drag_began);
}

TEST_CASE("a touch whose only move is its end, far away, was a drag") {
    Hand hand;
    hand.to(Phase::begin, 0);
    CHECK(hand.to(Phase::end, 300) == GestureEvent::dropped);
}

TEST_CASE("a cancelled touch is nothing, and an end without a beginning is nothing") {
    Hand hand;
    CHECK(hand.to(Phase::end, 0) == GestureEvent::none);
    hand.to(Phase::begin, 0);
    CHECK(hand.to(Phase::cancel, 0) == GestureEvent::cancelled);
    CHECK(hand.to(Phase::end, 0) == GestureEvent::none);
}
