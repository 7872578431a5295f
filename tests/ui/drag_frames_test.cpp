// A drag is late by one frame and no more: what a frame draws is where the hands were that it was told of. Counted in
// frames, not in time.
#include <cmath>

#include "ui/tools_desk.hpp"

using Phase = Desk::Phase;

namespace {

/// Where circles were drawn: a stroke ends in one.
class DotPainter final : public BlankPainter {
  public:
    using BlankPainter::text;
    void circle(base::Point at, double, base::Colour) override { dots.push_back(at); }
    bool has_dot(base::Point at) const {
        return std::any_of(dots.begin(), dots.end(),
                           [at](base::Point dot) { return std::hypot(dot.x - at.x, dot.y - at.y) < 1; });
    }
    std::vector<base::Point> dots;
};

bool ends_at(ToolsDesk& board, base::Point at) {
    DotPainter painter;
    {
        ui::Frame frame(board.desk.state, painter, Desk::type_setter(), board.desk.theme, board.desk.look);
        board.draw(frame);
    }
    return painter.has_dot(at);
}

struct CarriedNote {
    CarriedNote() {
        board.put(1, {600, 300, 200, 200}, "Buss");
        home = words();
    }
    base::Point words() const {
        const auto found = board.desk.nothing.boxes.find("Buss");
        REQUIRE(found != board.desk.nothing.boxes.end());
        return found->second.top_left();
    }
    /// The words were last drawn so far from where they were.
    bool went(base::Point by) const {
        const auto now = words() - home;
        return std::hypot(now.x - by.x, now.y - by.y) < 1;
    }

    ToolsDesk board;
    base::Point home;
};

}  // namespace

TEST_CASE("a note is drawn under its finger in the frame that is told of the move") {
    CarriedNote it;
    auto& desk = it.board.desk;
    const base::Point from{700, 400};
    desk.contact(1, Phase::begin, from);
    desk.frame();
    desk.contact(1, Phase::move, from + base::Point{40, 0});
    desk.frame();
    // The frame that takes it up is followed by another at once.
    CHECK(desk.state.next_redraw_s().value_or(1) == 0);
    desk.frame();
    CHECK(it.went({40, 0}));
    for (int i = 2; i <= 8; ++i) {
        const base::Point by{40.0 * i, 20.0 * i};
        desk.pass(0.016);
        // However many moves have come, the last counts.
        desk.contact(1, Phase::move, from + base::Point{by.x - 20, by.y});
        desk.contact(1, Phase::move, from + by);
        desk.frame();
        CHECK(it.went(by));
        CHECK_FALSE(desk.state.has_more());
    }
    desk.contact(1, Phase::end, from + base::Point{320, 160});
    desk.frame();
    CHECK(it.went({320, 160}));
    desk.settle();
    CHECK(it.went({320, 160}));
}

TEST_CASE("four notes follow four fingers in the same frame") {
    ToolsDesk board;
    std::vector<base::Point> from;
    for (int i = 0; i < 4; ++i) {
        board.put(1 + i, {300.0 + 300 * i, 300, 200, 200}, "Lapp " + std::to_string(i));
        from.push_back({400.0 + 300 * i, 400});
    }
    const auto words = [&board](int i) { return board.desk.nothing.boxes.at("Lapp " + std::to_string(i)).top_left(); };
    std::vector<base::Point> home;
    for (int i = 0; i < 4; ++i) home.push_back(words(i));
    const auto all = [&](Phase phase, base::Point by) {
        for (int i = 0; i < 4; ++i) board.desk.contact(1 + i, phase, from[static_cast<std::size_t>(i)] + by);
        board.desk.frame();
    };
    for (int i = 0; i < 4; ++i) {
        board.desk.contact(1 + i, Phase::begin, from[static_cast<std::size_t>(i)]);
        board.desk.pass(0.1);
    }
    board.desk.frame();
    all(Phase::move, {0, 40});
    board.desk.frame();
    for (int step = 2; step <= 6; ++step) {
        board.desk.pass(0.016);
        const base::Point by{5.0 * step, 40.0 * step};
        all(Phase::move, by);
        for (int i = 0; i < 4; ++i) {
            const auto now = words(i) - home[static_cast<std::size_t>(i)];
            CHECK(std::hypot(now.x - by.x, now.y - by.y) < 1);
        }
    }
}

TEST_CASE("the board is drawn where the finger has moved it to, in the frame that is told of the move") {
    CarriedNote it;
    auto& desk = it.board.desk;
    const base::Point from{1200, 700};
    desk.contact(1, Phase::begin, from);
    desk.frame();
    for (int i = 1; i <= 5; ++i) {
        desk.pass(0.016);
        const base::Point by{-30.0 * i, -10.0 * i};
        desk.contact(1, Phase::move, from + by);
        desk.frame();
        CHECK(it.went(by));
    }
}

TEST_CASE("a stroke ends at the pen's tip in the frame that is told of the move") {
    ToolsDesk board;
    board.choose("ink");
    const base::Point from{600, 300};
    board.desk.contact(1, Phase::begin, from);
    CHECK(ends_at(board, from));
    for (int i = 1; i <= 6; ++i) {
        board.desk.pass(0.016);
        const base::Point at{600.0 + 30 * i, 300 + 15.0 * i};
        board.desk.contact(1, Phase::move, at);
        CHECK(ends_at(board, at));
    }
}
