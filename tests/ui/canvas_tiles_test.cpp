// A board in squares: which are drawn anew when it changes, and that they show what would be drawn without them.
#include <cmath>
#include <map>
#include <set>

#include "ui/board_desk.hpp"
#include "ui/canvas_draw.hpp"

namespace {

using base::Rect;
constexpr double tile_side = ui::CanvasTiles::side_px;

/// What stands where, by what it is drawn with: texts with their layouts, areas with their colours.
struct DrawnPiece {
    const void* text;
    long x, y, w, h;
    auto operator<=>(const DrawnPiece&) const = default;
};
/// Finer than a px; what is computed in two ways does not fall between two of them.
long grains(double px) {
    return std::lround(px * 997);
}

/// Keeps pictures as a window does, and notes what is drawn in each.
class KeepingPainter final : public BlankPainter {
  public:
    using BlankPainter::text;
    struct Picture final : paint::KeptPicture {
        Picture(base::Size size, int number_, int& alive_) : KeptPicture(size), number(number_), alive(alive_) {
            ++alive;
        }
        ~Picture() override { --alive; }
        int number;
        int& alive;
        std::multiset<DrawnPiece> strokes;
    };
    explicit KeepingPainter(bool keeps) : keeps_(keeps) {}

    void fill(const Rect& area, double, base::Colour colour) override {
        if (colour == ground) return;
        strokes.insert({nullptr, grains(area.x), grains(area.y), grains(area.w), grains(area.h)});
    }
    void text(const paint::TextLayout& layout, base::Point at, base::Colour, double) override {
        strokes.insert({&layout, grains(at.x), grains(at.y), 0, 0});
    }
    void photo(const paint::Photo&, const Rect&, const Rect&, double) override { ++photos; }
    bool keeps() const override { return keeps_; }
    std::shared_ptr<const paint::KeptPicture> keep(base::Size size,
                                                   const std::function<void(Painter&)>& draw) override {
        auto picture = std::make_shared<Picture>(size, ++made, alive);
        KeepingPainter inside(false);
        inside.ground = ground;
        draw(inside);
        picture->strokes = std::move(inside.strokes);
        photos += inside.photos;
        return picture;
    }
    void show(const paint::KeptPicture& picture, const Rect& place) override {
        const auto& mine = static_cast<const Picture&>(picture);
        shown.push_back({mine.number, place});
        for (auto stroke : mine.strokes) {
            stroke.x += grains(place.x);
            stroke.y += grains(place.y);
            shown_strokes.insert(stroke);
        }
    }

    struct Shown {
        int number;
        Rect place;
    };
    std::vector<Shown> shown;
    std::multiset<DrawnPiece> strokes;   // drawn here itself
    std::set<DrawnPiece> shown_strokes;  // in the pictures that are shown, each once
    base::Colour ground;
    int made = 0, alive = 0, photos = 0;

  private:
    bool keeps_;
};

/// A board that is looked at through a window without a wall around it.
struct TiledBoard {
    explicit TiledBoard(std::vector<model::Item> items) { tell(std::move(items), true); }
    void tell(std::vector<model::Item> items, bool whole = false) {
        views::BoardNews news;
        news.board = BoardDesk::board;
        news.whole = whole;
        news.put = std::move(items);
        canvas.take(news);
    }
    void draw(KeepingPainter& with) {
        look.now_s += 0.016;
        with.shown.clear();
        with.strokes.clear();
        with.shown_strokes.clear();
        with.ground = theme.paper;
        ui::Frame frame(state, with, Desk::type_setter(), theme, look);
        picture.draw(canvas, camera, moved, frame, view);
    }
    void draw() { draw(painter); }
    /// Until all is there.
    void rest() {
        for (int i = 0; i < 1000; ++i) {
            draw();
            if (i > 12 && picture.set() == 0 && picture.drawn_anew() == 0) return;
        }
        FAIL("it does not come to rest");
    }
    /// The places, of those that are shown now, of squares that were not `before`.
    std::vector<Rect> anew(const std::vector<KeepingPainter::Shown>& before) const {
        std::set<int> old;
        for (const auto& one : before) old.insert(one.number);
        std::vector<Rect> places;
        for (const auto& one : painter.shown) {
            if (!old.contains(one.number)) places.push_back(one.place);
        }
        return places;
    }

    KeepingPainter painter{true};  // lives longer than what it keeps
    ui::Canvas canvas;
    ui::CanvasPicture picture;
    ui::Camera camera;
    ui::Moved moved;
    ui::Interaction state;
    ui::Frame::Look look;
    ui::Theme theme = ui::make_theme(ui::Theme::Kind::light);
    Rect view{0, 0, 1920, 1080};
};

std::vector<model::Item> rows_of_notes(int columns, int lines) {
    std::vector<model::Item> items;
    for (int i = 0; i < columns * lines; ++i) {
        items.push_back(BoardDesk::note(100 + i, {240.0 * (i % columns) + 0.5, 240.0 * (i / columns) + 0.25, 200, 200},
                                        "Lapp " + std::to_string(i) + " om vad vi kan göra annorlunda"));
    }
    return items;
}

bool lies_near(const Rect& place, const Rect& item) {
    return place.overlaps(item.inset(-20));
}

}  // namespace

TEST_CASE("squares cover the view without gaps, and at rest none is drawn") {
    TiledBoard board(rows_of_notes(12, 8));
    board.camera = {{-33.3, -21.7}, 1};
    board.rest();
    board.draw();
    CHECK(board.painter.strokes.empty());
    double covered = 0;
    for (const auto& one : board.painter.shown) {
        CHECK(one.place.size() == base::Size{tile_side, tile_side});
        const auto seen = one.place.intersected(board.view);
        covered += seen.w * seen.h;
        for (const auto& other : board.painter.shown) CHECK((&one == &other || !one.place.overlaps(other.place)));
    }
    CHECK(covered == 1920 * 1080);
}

TEST_CASE("what squares show is what is drawn without them, letter by letter") {
    TiledBoard board(rows_of_notes(30, 20));
    for (const double zoom : {1.0, 0.37, 0.28, 1.9}) {
        CAPTURE(zoom);
        board.camera = {{412.3, 215.9}, zoom};
        board.rest();
        KeepingPainter plain(false);
        board.draw();
        board.draw(plain);
        const std::set<DrawnPiece> directly(plain.strokes.begin(), plain.strokes.end());
        std::size_t texts = 0;
        for (const auto& stroke : directly) {
            CHECK(board.painter.shown_strokes.contains(stroke));
            texts += stroke.text != nullptr ? 1 : 0;
        }
        CHECK(texts > 10);
    }
}

TEST_CASE("a note that changes or moves makes those squares anew that it touches or has touched, at once") {
    TiledBoard board(rows_of_notes(12, 8));
    board.rest();
    auto before = board.painter.shown;
    auto note = *board.canvas.find(scenes::id(100));
    const auto was = note.place;
    note.text = "Något annat";
    board.tell({note});
    board.draw();
    auto places = board.anew(before);
    CHECK(places.size() == 1);
    for (const auto& place : places) CHECK(lies_near(place, was));
    before = board.painter.shown;
    note.place = {1000, 600, 200, 200};
    board.tell({note});
    board.draw();
    places = board.anew(before);
    CHECK(places.size() == board.picture.drawn_anew());
    CHECK(places.size() >= 2);
    CHECK(places.size() <= 5);
    for (const auto& place : places) CHECK((lies_near(place, was) || lies_near(place, note.place)));
    // News of what is not seen cost nothing.
    board.rest();
    board.tell({BoardDesk::note(99, {90000, 0, 200, 200})});
    board.draw();
    CHECK(board.picture.drawn_anew() == 0);
}

TEST_CASE("what is carried is drawn above squares that do not hold it, however far it goes") {
    TiledBoard board(rows_of_notes(12, 8));
    board.rest();
    board.moved[scenes::id(100)] = {3, 4};
    board.draw();
    CHECK(board.picture.drawn_anew() == 1);
    for (int step = 0; step < 20; ++step) {
        board.moved[scenes::id(100)] = {10.0 * step, 5.0 * step};
        board.draw();
        CHECK(board.picture.drawn_anew() == 0);
        CHECK(std::any_of(board.painter.strokes.begin(), board.painter.strokes.end(),
                          [](const auto& one) { return one.text != nullptr; }));
    }
    board.moved.clear();
    board.draw();
    CHECK(board.picture.drawn_anew() == 1);
    CHECK(board.painter.strokes.empty());
}

TEST_CASE("while the camera zooms all is shown stretched, and sharp when it rests") {
    TiledBoard board(rows_of_notes(30, 20));
    board.camera.zoom = 0.5;
    board.rest();
    for (int step = 0; step < 3; ++step) {
        board.camera.zoom *= 1.04;
        board.draw();
        CHECK_FALSE(board.painter.shown.empty());
        double covered = 0;
        for (const auto& one : board.painter.shown) {
            const auto seen = one.place.intersected(board.view);
            covered += seen.w * seen.h;
        }
        CHECK(covered >= 1920 * 1080);
    }
    board.rest();
    for (const auto& one : board.painter.shown) CHECK(one.place.size() == base::Size{tile_side, tile_side});
}

TEST_CASE("another theme, another board and a photo that comes make anew what they show") {
    auto items = rows_of_notes(12, 8);
    items.front().photo = "abc";
    TiledBoard board(std::move(items));
    auto photo = std::make_shared<paint::Photo>();
    photo->width = photo->height = 1;
    photo->rgba = {9, 9, 9, 255};
    photo->number = 7;
    bool here = false;
    board.look.photo = [&](std::string_view, bool) {
        return here ? std::shared_ptr<const paint::Photo>(photo) : nullptr;
    };
    board.rest();
    CHECK(board.painter.photos == 0);
    here = true;
    board.draw();
    CHECK(board.picture.drawn_anew() == 1);
    CHECK(board.painter.photos == 1);
    const auto before = board.painter.shown;
    board.theme = ui::make_theme(ui::Theme::Kind::dark);
    board.draw();
    CHECK(board.anew(before).size() == board.painter.shown.size());
    const auto dark = board.painter.shown;
    views::BoardNews other;
    other.board = scenes::id(7001);
    other.whole = true;
    board.canvas.take(other);
    board.draw();
    CHECK(board.anew(dark).size() == board.painter.shown.size());
    CHECK(board.painter.shown_strokes.empty());
}

TEST_CASE("squares are bounded by what is seen, whatever the camera does, and go with the picture") {
    TiledBoard board(rows_of_notes(60, 60));
    const std::size_t in_view = 9 * 6;
    for (int step = 0; step < 400; ++step) {
        board.camera.corner.x += 37;
        board.camera.corner.y += step % 90 < 45 ? 29 : -31;
        if (step % 20 < 10)
            board.camera.zoom = std::clamp(board.camera.zoom * (step % 80 < 40 ? 0.93 : 1.08), 0.1, 2.0);
        board.draw();
        CHECK(board.picture.squares() <= 4 * in_view);
        CHECK(board.painter.alive <= static_cast<int>(board.picture.squares()));
    }
    board.rest();
    CHECK(board.picture.squares() <= 2 * in_view);
    board.picture = {};
    CHECK(board.painter.alive == 0);
}
