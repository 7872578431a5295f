// A pen is a contact of its own kind: how hard it is pressed is drawn, while it is used fingers move the board, and the
// hand that holds it does nothing.
#include "ui/tools_desk.hpp"
#include "ui/wall_desk.hpp"

using Phase = Desk::Phase;

namespace {

void put_pen(Desk& desk, int number, Phase phase, base::Point at, double pressure = 0.5) {
    ui::ContactEvent event{number, phase, at, desk.look.now_s};
    event.pen = true;
    event.pressure = pressure;
    desk.state.push(event);
    desk.frame();
    desk.pass(0.02);
}

/// It has come near, and is lifted again.
void show_pen(Desk& desk, base::Point at) {
    put_pen(desk, 0, Phase::hover, at, 0);
}

}  // namespace

TEST_CASE("ink is as thick as the pen was pressed, also where it goes straight on") {
    ToolsDesk board;
    board.choose("ink");
    put_pen(board.desk, 1, Phase::begin, {600, 300}, 0.2);
    for (int i = 1; i <= 10; ++i) put_pen(board.desk, 1, Phase::move, {600.0 + 10 * i, 300}, 0.2 + 0.07 * i);
    for (int i = 1; i <= 10; ++i) put_pen(board.desk, 1, Phase::move, {700.0 + 10 * i, 300}, 0.9 - 0.07 * i);
    put_pen(board.desk, 1, Phase::end, {800, 300}, 0);
    const auto ink = board.only_item("draw").ink;
    REQUIRE(ink.size() == 3);
    CHECK(ink[0].pressure == doctest::Approx(0.2));
    CHECK(ink[1].pressure == doctest::Approx(0.9));
    CHECK(ink[2].pressure == doctest::Approx(0.2));  // lifting it is not pressing it less
}

TEST_CASE("a dot is as thick as it was pressed most; what tells no pressure draws as before") {
    ToolsDesk board;
    board.choose("ink");
    put_pen(board.desk, 1, Phase::begin, {600, 300}, 0.1);
    put_pen(board.desk, 1, Phase::move, {600, 300}, 0.8);
    put_pen(board.desk, 1, Phase::end, {600, 300}, 0);
    auto ink = board.only_item("draw").ink;
    REQUIRE(ink.size() == 1);
    CHECK(ink[0].pressure == doctest::Approx(0.8));
    board.desk.pass(20);
    board.desk.drag_from({600, 500}, {200, 0}, 2);
    ink = board.only_item("draw").ink;
    REQUIRE(ink.size() == 2);
    for (const auto& point : ink) CHECK(point.pressure == doctest::Approx(0.5));
}

TEST_CASE("while a pen is used, fingers move the board and draw nothing; some seconds later they draw again") {
    ToolsDesk board;
    board.choose("ink");
    show_pen(board.desk, {300, 300});
    board.desk.pass(1);
    board.desk.drag_from({1200, 600}, {-200, 0}, 2);
    CHECK(board.all.empty());
    CHECK(board.screen.camera.corner.x == doctest::Approx(200));
    // The pen itself draws meanwhile, and so does the mouse.
    put_pen(board.desk, 1, Phase::begin, {600, 300});
    put_pen(board.desk, 1, Phase::move, {800, 300});
    put_pen(board.desk, 1, Phase::end, {800, 300});
    CHECK(board.taken("draw").size() == 1);
    board.desk.drag_from({600, 400}, {100, 0});
    CHECK(board.taken("draw").size() == 1);
    board.desk.pass(11);
    board.desk.drag_from({1200, 600}, {-200, 0}, 2);
    CHECK(board.taken("draw").size() == 1);
    CHECK(board.screen.camera.corner.x == doctest::Approx(200));
}

TEST_CASE("the hand beside the pen and the sleeve at the edge touch nothing while it is near; others do") {
    ToolsDesk board;
    const auto near = board.put(1, {600, 300, 200, 200}), far = board.put(2, {1400, 300, 200, 200});
    const auto edge = board.put(3, {1720, 600, 200, 200});
    const auto is_chosen = [&board](const model::Item& item) {
        return ui::choice_with(board.screen.hands, item.id) != nullptr;
    };
    show_pen(board.desk, {700, 300});
    board.desk.tap_at({720, 380}, 2);
    CHECK_FALSE(is_chosen(near));
    show_pen(board.desk, {700, 300});
    board.desk.tap_at({1915, 700}, 2);
    CHECK_FALSE(is_chosen(edge));
    show_pen(board.desk, {700, 300});
    board.desk.tap_at({1500, 400}, 2);
    CHECK(is_chosen(far));
    board.desk.pass(1);
    board.desk.tap_at({720, 380}, 2);
    CHECK(is_chosen(near));
    board.desk.tap_at({1915, 700}, 2);
    CHECK(is_chosen(edge));
}

TEST_CASE("a hand that rests under a pen that moves is no hand; one further away is") {
    std::vector<int> down;
    Desk desk([&down](ui::Frame& frame) {
        down.clear();
        for (const auto& touch : frame.touches()) down.push_back(touch.contact);
    });
    desk.contact(2, Phase::begin, {800, 400});
    desk.contact(3, Phase::begin, {1500, 400});
    desk.wait(2.5);
    put_pen(desk, 1, Phase::begin, {850, 400});
    CHECK(down == std::vector{1, 2, 3});
    put_pen(desk, 1, Phase::move, {860, 400});
    CHECK(down == std::vector{1, 3});
    put_pen(desk, 1, Phase::end, {860, 400});
    CHECK(down == std::vector{3});
}

TEST_CASE("two pens write beside each other, and pinch nothing") {
    ToolsDesk board;
    board.choose("ink");
    for (const int number : {1, 2}) put_pen(board.desk, number, Phase::begin, {600.0 + 50 * number, 300});
    for (const int number : {1, 2}) put_pen(board.desk, number, Phase::move, {600.0 + 50 * number, 450});
    for (const int number : {1, 2}) put_pen(board.desk, number, Phase::end, {600.0 + 50 * number, 450});
    board.desk.settle();
    CHECK(board.taken("draw").size() == 2);
    CHECK(board.screen.camera.zoom == 1);
}

TEST_CASE("the test of the screen names a pen, and how hard it is pressed") {
    WallDesk wall(scenes::lobby());
    wall.desk.tap("start/screens");
    wall.desk.tap("sheet/screens/test");
    put_pen(wall.desk, 1, Phase::begin, {900, 300}, 0.63);
    wall.desk.frame();
    CHECK(wall.desk.text("test/pen") == "Penna, 63 %");
    CHECK(wall.desk.text("test/now") == "1");
}
