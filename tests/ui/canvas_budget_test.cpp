// What is new on a board gets a few ms of each frame, by a clock that the test turns: the rest is bars until then.
#include "ui/board_desk.hpp"
#include "ui/canvas_draw.hpp"

namespace {

/// Keeps pictures as a window does.
class ShelfPainter final : public BlankPainter {
  public:
    using BlankPainter::text;
    struct Picture final : paint::KeptPicture {
        explicit Picture(base::Size size) : KeptPicture(size) {}
    };
    bool keeps() const override { return true; }
    std::shared_ptr<const paint::KeptPicture> keep(base::Size size,
                                                   const std::function<void(Painter&)>& draw) override {
        BlankPainter inside;
        draw(inside);
        return std::make_shared<Picture>(size);
    }
    void show(const paint::KeptPicture&, const base::Rect&) override {}
};

constexpr int new_notes = 20;

/// A board that is seen for the first time, and a clock that goes on by as much whenever it is looked at.
struct NewBoard {
    NewBoard() {
        views::BoardNews news;
        news.board = BoardDesk::board;
        news.whole = true;
        for (int i = 0; i < new_notes; ++i) {
            news.put.push_back(BoardDesk::note(100 + i, {20.0 + 240 * (i % 7), 20.0 + 240 * (i / 7), 200, 200},
                                               "Lapp " + std::to_string(i)));
        }
        canvas.take(news);
        picture.clock_s = [this] { return now_s += look_s; };
    }
    void draw(paint::Painter& painter) {
        look.now_s += 0.016;
        ui::Frame frame(state, painter, Desk::type_setter(), theme, look);
        picture.draw(canvas, {}, {}, frame, {0, 0, 1920, 1080});
    }
    bool wants_more() const { return state.next_redraw_s().value_or(1) == 0; }

    double now_s = 0, look_s = 0;
    ui::Canvas canvas;
    ui::CanvasPicture picture;
    ui::Interaction state;
    ui::Frame::Look look;
    ui::Theme theme = ui::make_theme(ui::Theme::Kind::light);
};

}  // namespace

TEST_CASE("words are set as long as a frame's time lasts; the others are bars, and come in the next frames") {
    NewBoard board;
    board.look_s = ui::CanvasPicture::new_s * 3 / 8;  // it is up when it is looked at for the third time
    std::size_t set = 0;
    for (int frames = 0; set < new_notes; ++frames) {
        REQUIRE(frames < new_notes);
        CountingPainter painter;
        board.draw(painter);
        CHECK(board.picture.set() >= 1);
        CHECK(board.picture.set() <= 3);
        set += board.picture.set();
        CHECK(painter.texts == set);
        CHECK(board.wants_more() == (set < new_notes));
    }
    CountingPainter painter;
    board.draw(painter);
    CHECK(board.picture.set() == 0);
    CHECK(painter.texts == new_notes);
    CHECK_FALSE(board.wants_more());
}

TEST_CASE(
    "where the time is up at once each frame sets one, so that it comes to an end; with time enough one sets all") {
    NewBoard slow, fast;
    slow.look_s = ui::CanvasPicture::new_s;
    BlankPainter painter;
    for (int frames = 0; frames < new_notes; ++frames) {
        slow.draw(painter);
        CHECK(slow.picture.set() == 1);
    }
    slow.draw(painter);
    CHECK(slow.picture.set() == 0);
    fast.draw(painter);
    CHECK(fast.picture.set() == new_notes);
}

TEST_CASE("squares of a board are drawn, with the words in them, within the same time") {
    ShelfPainter painter;  // lives longer than what it keeps
    NewBoard board;
    board.look_s = ui::CanvasPicture::new_s;
    board.draw(painter);
    CHECK(board.picture.set() == 1);
    // There is nothing else to show where they lie.
    CHECK(board.picture.drawn_anew() > 1);
    std::size_t set = 1;
    int frames = 1;
    while (board.picture.set() + board.picture.drawn_anew() > 0) {
        REQUIRE(++frames < 1000);
        board.draw(painter);
        CHECK(board.picture.set() <= 1);
        CHECK(board.picture.drawn_anew() <= 1);
        set += board.picture.set();
    }
    CHECK(set == new_notes);
    CHECK(frames > new_notes);
}
