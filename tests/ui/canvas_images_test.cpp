// Images that are dropped or pasted on a free board, from the hand to what the registrar is asked for.
#include "ui/canvas_images.hpp"

#include <set>

#include "ui/desk.hpp"
#include "ui/scenes.hpp"

namespace {

/// A board that is looked at, 1600 × 900 px of the window at zoom 2, and what comes of each frame.
struct ImageDesk {
    ui::CanvasImages images;
    ui::Canvas canvas;
    ui::Camera camera{{1000, 500}, 2};
    ui::CanvasHands hands;
    ui::Toasts toasts;
    ui::Intents out;
    base::Rect view{100, 50, 1600, 900};
    base::Rect room;  // what is free of it
    bool board_is_up = true;
    Desk desk;

    ImageDesk() : desk([this](ui::Frame& frame) { draw(frame); }) {
        desk.look.host_now_ms = scenes::now_ms;
        desk.state.set_probing(true);
        views::BoardNews news;
        news.board = scenes::id(900);
        news.whole = true;
        canvas.take(news);
        desk.settle();
    }
    void draw(ui::Frame& frame) {
        ui::CanvasScene scene{canvas, camera, hands, frame, view, out};
        room = ui::board_room(frame, view, true);
        if (board_is_up) ui::work_with_images(images, scene, toasts);
        ui::refuse_images(images, frame, toasts);
    }
    void drop(const std::string& file, base::Point at) {
        images.dropped.push_back({file, at});
        desk.frame();
    }
    void make_ready(std::uint64_t number, int width, int height) {
        images.ready.push_back({number, "jpeg", width, height, {}});
        desk.frame();
    }
};

}  // namespace

TEST_CASE("a dropped file has its place at once, is asked for when it is ready, and then is the board's own") {
    ImageDesk desk;
    desk.drop("/tmp/vägg.jpg", {900, 450});
    REQUIRE(desk.images.wanted.size() == 1);
    CHECK(desk.images.wanted[0].file == "/tmp/vägg.jpg");
    CHECK(desk.desk.text("image/1") != "");
    CHECK(desk.out.empty());
    desk.make_ready(1, 1600, 800);
    REQUIRE(desk.out.size() == 1);
    const auto put = std::get<intents::PutImage>(desk.out[0]);
    CHECK(put.board == scenes::id(900));
    CHECK(put.bytes == "jpeg");
    CHECK(put.item.type == model::ItemType::image);
    CHECK(put.item.place.w == doctest::Approx(2 * put.item.place.h));
    // (900, 450) of the window is 400 px right of and 200 px below the view's corner, at zoom 2.
    CHECK(put.item.place.centre().x == doctest::Approx(1400));
    CHECK(put.item.place.centre().y == doctest::Approx(700));
    CHECK(desk.desk.text("image/1") != "");
    views::BoardNews news;
    news.board = put.board;
    news.put.push_back(put.item);
    desk.canvas.take(news);
    desk.desk.frame();
    CHECK(desk.images.coming.empty());
    CHECK(desk.out.size() == 1);
}

TEST_CASE("what is dropped on a note, or pasted while it is selected, is the note's photo") {
    ImageDesk desk;
    model::Item note;
    note.id = scenes::id(1);
    note.type = model::ItemType::note;
    note.place = {1300, 600, 200, 200};
    note.text = "Kön vid ingången";
    const auto take = [&desk](const model::Item& item) {
        views::BoardNews news;
        news.board = scenes::id(900);
        news.put = {item};
        desk.canvas.take(news);
        desk.desk.frame();
    };
    take(note);
    desk.drop("/tmp/kö.jpg", {900, 450});
    desk.make_ready(1, 1600, 800);
    REQUIRE(desk.out.size() == 1);
    auto put = std::get<intents::PutImage>(desk.out[0]);
    CHECK(put.item == note);
    CHECK(desk.images.coming.size() == 1);
    note.photo = "a1";
    take(note);
    CHECK(desk.images.coming.empty());

    desk.hands.selected = {note.id};
    desk.hands.work.wants_pasted_picture = true;
    desk.desk.frame();
    desk.make_ready(2, 800, 800);
    REQUIRE(desk.out.size() == 2);
    put = std::get<intents::PutImage>(desk.out[1]);
    CHECK(put.item.id == note.id);
    CHECK(desk.hands.selected == std::set{note.id});

    // A locked one keeps what it has.
    note.photo = "b2";
    note.locked = true;
    take(note);
    desk.drop("/tmp/vägg.jpg", {900, 450});
    desk.make_ready(3, 800, 800);
    CHECK(std::get<intents::PutImage>(desk.out.back()).item.type == model::ItemType::image);
}

TEST_CASE("what cannot be taken is told, and its place is free again; an answer that nobody waits for is dropped") {
    ImageDesk desk;
    desk.drop("/tmp/brev.odt", {900, 450});
    desk.images.ready.push_back({1, {}, 0, 0, "brev.odt är ingen bild."});
    desk.images.ready.push_back({99, "jpeg", 10, 10, {}});
    desk.desk.frame();
    CHECK(desk.images.coming.empty());
    CHECK(desk.out.empty());
    REQUIRE(desk.toasts.shown.size() == 1);
    CHECK(desk.toasts.shown[0].text == "brev.odt är ingen bild.");
}

TEST_CASE("a place is free again when the registrar has refused") {
    ImageDesk desk;
    desk.drop("/tmp/a.png", {900, 450});
    desk.make_ready(1, 10, 10);
    CHECK(desk.images.coming.size() == 1);
    desk.desk.pass(30);
    desk.desk.frame();
    CHECK(desk.images.coming.empty());
}

TEST_CASE("several lie as a hand of cards, and more than twenty are too many") {
    ImageDesk desk;
    for (int i = 0; i < 23; ++i) desk.images.dropped.push_back({"/tmp/" + std::to_string(i), {900, 450}});
    desk.desk.frame();
    CHECK(desk.images.wanted.size() == 20);
    CHECK(desk.toasts.shown.size() == 1);
    CHECK_FALSE(desk.images.coming[0].place == desk.images.coming[1].place);
    CHECK_FALSE(desk.images.coming[0].item == desk.images.coming[1].item);
}

TEST_CASE("beside the board a file lands in its middle") {
    ImageDesk desk;
    desk.drop("/tmp/a.png", {1900, 1070});
    const auto middle = desk.camera.to_board(desk.room.centre(), desk.view);
    CHECK(desk.images.coming[0].place.centre().x == doctest::Approx(middle.x));
    CHECK(desk.images.coming[0].place.centre().y == doctest::Approx(middle.y));
}

TEST_CASE("where the tools found no text to paste, the clipboard's image is wanted, once") {
    ImageDesk desk;
    desk.hands.work.wants_pasted_picture = true;
    desk.desk.frame();
    desk.desk.frame();
    REQUIRE(desk.images.wanted.size() == 1);
    CHECK(desk.images.wanted[0].file.empty());
    CHECK(desk.images.coming[0].place.centre().x ==
          doctest::Approx(desk.camera.to_board(desk.room.centre(), desk.view).x));
}

TEST_CASE("pasted pictures are as large as they are, at most a third of the room, lie free and are chosen") {
    ImageDesk desk;
    views::BoardNews news;
    news.board = scenes::id(900);
    const auto paste = [&](int width, int height) {
        desk.hands.work.wants_pasted_picture = true;
        desk.desk.frame();
        desk.make_ready(desk.images.last_number, width, height);
        REQUIRE_FALSE(desk.out.empty());
        const auto item = std::get<intents::PutImage>(desk.out.back()).item;
        news.put = {item};
        desk.canvas.take(news);
        desk.desk.frame();
        CHECK(desk.hands.selected == std::set{item.id});
        return item.place;
    };
    const double zoom = desk.camera.zoom;
    const auto small = paste(200, 100), large = paste(6000, 2000);
    CHECK(small.w * zoom == doctest::Approx(200));
    CHECK(small.h * zoom == doctest::Approx(100));
    CHECK(large.w * zoom == doctest::Approx(desk.room.w / 3));
    CHECK_FALSE(small.overlaps(large));
    const auto in_window = desk.camera.to_window(large, desk.view);
    CHECK(in_window.x >= desk.room.x - 1);
    CHECK(in_window.right() <= desk.room.right() + 1);
}

TEST_CASE("where no board is looked at a file goes nowhere, and whoever dropped it is told") {
    ImageDesk desk;
    desk.board_is_up = false;
    desk.drop("/tmp/a.png", {900, 450});
    CHECK(desk.images.wanted.empty());
    CHECK(desk.images.dropped.empty());
    CHECK(desk.toasts.shown.size() == 1);
}
