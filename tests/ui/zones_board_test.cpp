// What a board's own zone knows beside others: many hands, a wheel, and keys that are taken before commands see them.
#include "ui/desk.hpp"

using Phase = Desk::Phase;

TEST_CASE("each hand drags a zone of many hands for itself") {
    std::vector<ui::Drag> drags;
    Desk desk([&](ui::Frame& frame) { drags = frame.drags("board", frame.screen()); });
    for (const int hand : {1, 2}) desk.contact(hand, Phase::begin, {400.0 * hand, 400});
    desk.frame();
    for (const int hand : {1, 2}) desk.contact(hand, Phase::move, {400.0 * hand + 50, 400});
    desk.frame();
    REQUIRE(drags.size() == 2);
    CHECK(drags[0].contact == 1);
    CHECK(drags[1].contact == 2);
    CHECK(drags[1].by.x == doctest::Approx(50));
    desk.contact(1, Phase::end, {450, 400});
    desk.frame();
    REQUIRE(drags.size() == 2);
    CHECK(drags[0].contact == 1);
    CHECK(drags[0].ended);
    CHECK_FALSE(drags[1].ended);
}

TEST_CASE("a wheel over a board moves it, with Control it makes it larger, and a list above it scrolls first") {
    std::optional<ui::Pinch> pinch, turned;
    bool with_list = false;
    Desk desk([&](ui::Frame& frame) {
        pinch = frame.pinch("board", frame.screen());
        if (pinch) turned = pinch;
        if (with_list) frame.drag("list", frame.screen(), ui::Zone::Axis::along_y);
    });
    desk.wheel({300, 200}, {0, -60});
    REQUIRE(turned.has_value());
    CHECK(turned->by.y == doctest::Approx(-60));
    CHECK(turned->ratio == doctest::Approx(1));
    desk.frame();
    CHECK_FALSE(pinch.has_value());
    turned.reset();
    desk.state.push(ui::WheelEvent{{300, 200}, {0, 340}, desk.look.now_s, true});
    desk.settle();
    REQUIRE(turned.has_value());
    CHECK(turned->ratio == doctest::Approx(2));
    CHECK(turned->by == base::Point{});
    CHECK(turned->centre == base::Point{300, 200});
    turned.reset();
    with_list = true;
    desk.settle();
    desk.wheel({300, 200}, {0, -60});
    CHECK_FALSE(turned.has_value());
}

TEST_CASE("a board's zone is one, however often it is asked for") {
    Desk desk([&](ui::Frame& frame) {
        frame.pinch("board", frame.screen());
        for (int i = 0; i < 10; ++i) frame.press("item/" + std::to_string(i), {100.0 * i, 100, 80, 80});
        frame.press("board", frame.screen());
        frame.ground("board", frame.screen());
        frame.drags("board", frame.screen());
    });
    std::size_t boards = 0;
    for (const auto& [name, rect] : desk.state.probed().zones) boards += name == "board" ? 1 : 0;
    CHECK(boards == 1);
    CHECK(desk.state.probed().zones.front().first == "board");
}

TEST_CASE("keys are taken one by one, and arrows stay where a zone keeps them") {
    std::vector<ui::Key> taken;
    std::size_t left = 0;
    bool keeps = true;
    Desk desk([&](ui::Frame& frame) {
        for (int i = 0; i < 2; ++i) {
            const auto id = "item/" + std::to_string(i);
            const base::Rect place{200.0 * i, 100, 100, 100};
            frame.press(id, place);
            if (keeps) frame.keep_arrows(id, place);
        }
        frame.take_keys([&](const ui::KeyEvent& key) {
            if (key.key == ui::Key::del) return false;
            taken.push_back(key.key);
            return true;
        });
        left += frame.keys().size();
    });
    desk.key(ui::Key::tab);
    desk.key(ui::Key::right);
    desk.key(ui::Key::del);
    CHECK(taken == std::vector{ui::Key::right});
    CHECK(left == 1);
    CHECK(desk.focus() == "item/0");
    keeps = false;
    desk.settle();
    desk.key(ui::Key::right);
    CHECK(taken.size() == 1);
    CHECK(desk.focus() == "item/1");
}
