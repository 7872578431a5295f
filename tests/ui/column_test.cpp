// The column that is worked on now has a ring, for the room as for the trainer.
#include "ui/register_views.hpp"
#include "ui/screen_trainer.hpp"
#include "ui/wall_desk.hpp"

namespace {

/// Counts outlines of the ring's colour and strength.
class Rings final : public BlankPainter {
  public:
    explicit Rings(base::Colour colour) : colour_(colour) {}
    void stroke(const base::Rect& rect, double, base::Colour colour, double) override {
        if (colour == colour_) rings.push_back(rect);
    }
    std::vector<base::Rect> rings;

  private:
    base::Colour colour_;
};

/// How many rings the room's picture has.
std::size_t rings_seen(const views::WallView& view) {
    const auto theme = ui::make_theme(ui::Theme::Kind::light);
    Rings painter(theme.accent);
    ui::Interaction state;
    ui::Audience audience;
    ui::Frame::Look look;
    look.host_now_ms = scenes::now_ms;
    ui::Frame frame(state, painter, Desk::type_setter(), theme, look);
    ui::draw_audience(audience, view, frame);
    return painter.rings.size();
}

}  // namespace

TEST_CASE("a tap on a column's heading tells everybody that it is worked on, and another that none is") {
    WallDesk wall(scenes::journey());
    wall.enter();
    wall.desk.tap("column/under");
    CHECK(wall.take<intents::WorkOn>().column == "under");
    wall.view.remote.room.block->column = "under";
    wall.desk.settle();
    CHECK(wall.desk.text("column/under") == "✓ Under");
    CHECK(wall.desk.text("column/efter") == "Efter");
    wall.desk.save("02-column");
    wall.desk.tap("column/under");
    CHECK(wall.take<intents::WorkOn>().column.empty());
}

TEST_CASE("the room's picture follows the column that the trainer works on") {
    auto view = scenes::journey(false);
    const auto before = rings_seen(view);
    view.remote.room.block->column = "under";
    CHECK(rings_seen(view) == before + 1);
    view.remote.room.block->column = "not-there";
    CHECK(rings_seen(view) == before);
}

TEST_CASE("the trainer's own display says which column is worked on") {
    auto view = scenes::journey();
    view.remote.room.block->column = "fore";
    ui::TrainerScreen screen;
    ui::Commands commands;
    ui::Intents out;
    Desk desk([&](ui::Frame& frame) { ui::draw_trainer(screen, view, frame, commands, out); });
    desk.save("13-trainer-columns");
    desk.tap("trainer/column/efter");
    REQUIRE(out.size() == 1);
    CHECK(std::get<intents::WorkOn>(out.front()).column == "efter");
    out.clear();
    desk.tap("trainer/column/fore");
    REQUIRE(out.size() == 1);
    CHECK(std::get<intents::WorkOn>(out.front()).column.empty());
    view = scenes::ideas();
    desk.settle();
    CHECK_FALSE(desk.has("trainer/column/fore"));
}
