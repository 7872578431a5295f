#include "paint/board_item.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "paint/board_scene.hpp"
#include "paint/golden.hpp"
#include "paint/paper.hpp"
#include "paint/scenes.hpp"
#include "paint/stamp.hpp"
#include "paint/svg_painter.hpp"
#include "paint/type.hpp"

namespace {

using model::Item;
using model::ItemType;

/// The scene's items from the lowest, with the ways of its lines.
struct BoardOf {
    std::vector<Item> items = scenes::board_items();
    std::optional<paint::LinePath> path(const Item& item) const {
        if (item.type != ItemType::line) return std::nullopt;
        const auto place = [this](const base::Id& id) -> const base::Rect* {
            for (const auto& one : items) {
                if (one.id == id) return &one.place;
            }
            return nullptr;
        };
        return paint::line_path(item, place(item.from.item), place(item.to.item));
    }
};

template <class Draw>
paint::Picture board_picture(const paint::Palette& palette, double scale, Draw draw) {
    auto picture = paint::Picture::make({1440 * scale + 40, 800 * scale + 40});
    REQUIRE(picture);
    auto& painter = picture->painter();
    painter.fill({0, 0, 5000, 5000}, 0, palette.paper);
    const BoardOf board;
    paint::ItemLook look;
    look.origin = {20, 20};
    look.scale = scale;
    for (const auto& item : board.items) {
        const auto path = board.path(item);
        draw(painter, item, path ? &*path : nullptr, look);
    }
    return std::move(*picture);
}

paint::Picture near_picture(const paint::Palette& palette, double scale) {
    return board_picture(palette, scale, [&](auto& painter, const auto& item, const auto* path, const auto& look) {
        paint::draw_item(painter, palette, item, paint::set_item_text(type(), item, scale), path, look);
    });
}

Item note_with(std::string text, base::Rect place = {0, 0, 200, 200}) {
    Item note;
    note.text = std::move(text);
    note.place = place;
    note.author = "Tove";
    return note;
}

Item line_of(std::string means) {
    Item line;
    line.type = ItemType::line;
    line.means = std::move(means);
    return line;
}

}  // namespace

TEST_CASE("items of a free board look as they should, near in light and dark, and from far away") {
    CHECK(golden::compare(near_picture(paint::light_palette(), 1), "board-items") == "");
    CHECK(golden::compare(near_picture(paint::dark_palette(), 1), "board-items-dark") == "");
    const auto& light = paint::light_palette();
    const auto far =
        board_picture(light, 0.3, [&](auto& painter, const auto& item, const auto* path, const auto& look) {
            paint::draw_item_far(painter, light, item, path, look);
        });
    CHECK(golden::compare(far, "board-items-far") == "");
}

TEST_CASE("in the dark a light stroke has an edge that parts it from light notes") {
    Item ink;
    ink.type = ItemType::ink;
    ink.place = {20, 50, 160, 1};
    for (int i = 0; i <= 8; ++i) ink.ink.push_back({20.0F * static_cast<float>(i), 0, 0.5F});
    const auto colours_of = [&](const paint::Palette& palette) {
        paint::SvgPainter painter({200, 100});
        paint::draw_item(painter, palette, ink, {}, nullptr, {});
        return painter.finish("x", "sv");
    };
    paint::SvgPainter paper({200, 100});
    paper.circle({1, 1}, 1, paint::dark_palette().paper);
    const auto drawn = paper.finish("x", "sv");
    const auto at = drawn.rfind("fill=\"#");
    REQUIRE(at != std::string::npos);
    const auto edge = drawn.substr(at, 14);
    const auto dark = colours_of(paint::dark_palette()), light = colours_of(paint::light_palette());
    CHECK(dark.find(edge) != std::string::npos);
    CHECK(std::count(dark.begin(), dark.end(), '<') == std::count(light.begin(), light.end(), '<') + 3);
}

TEST_CASE("from far away it has that edge too") {
    Item ink;
    ink.type = ItemType::ink;
    ink.place = {0, 400, 1000, 1};
    ink.size = 20;
    for (int i = 0; i <= 8; ++i) ink.ink.push_back({125.0F * static_cast<float>(i), 0, 0.5F});
    const auto beside = [&](const paint::Palette& palette) {
        auto picture = paint::Picture::make({100, 100});
        REQUIRE(picture);
        const auto note = palette.note("sol");
        picture->painter().fill({0, 0, 100, 100}, 0, note);
        paint::ItemLook look;
        look.scale = 0.1;
        paint::draw_item_far(picture->painter(), palette, ink, nullptr, look);
        // The pen is 2 px wide, around 40; its edge reaches 0.8 px further, but no more.
        CHECK(picture->pixel(50, 36) == note);
        return std::pair(picture->pixel(50, 41), note);
    };
    const auto [dark, dark_note] = beside(paint::dark_palette());
    CHECK(dark != dark_note);
    CHECK(std::abs(int(dark.r) - int(paint::dark_palette().paper.r)) < std::abs(int(dark.r) - int(dark_note.r)));
    const auto [light, light_note] = beside(paint::light_palette());
    CHECK(light == light_note);
}

TEST_CASE("from far away an item takes at most six calls of the painter, and a note at most four") {
    const BoardOf board;
    for (const double scale : {0.01, 0.039, 0.05, 0.2}) {
        for (const auto& item : board.items) {
            const auto path = board.path(item);
            scenes::Counting painter;
            paint::ItemLook look;
            look.scale = scale;
            paint::draw_item_far(painter, paint::light_palette(), item, path ? &*path : nullptr, look);
            CAPTURE(item.text);
            CHECK(painter.calls <= (item.type == ItemType::note ? 4 : 6));
            CHECK(painter.texts == 0);
            if (item.type != ItemType::text) CHECK(painter.calls > 0);
        }
    }
}

TEST_CASE("words of a note are set smaller until they fit, then cut at the end of a word") {
    std::string text = "Kort";
    double letters = 1e9;
    bool cut = false;
    for (int i = 0; i < 60; ++i) {
        const auto set = paint::set_item_text(type(), note_with(text), 1);
        const double size = set.words->baseline_px();
        CHECK(size <= letters + 0.01);
        letters = size;
        CHECK(set.at.y + set.words->size().h <= 200 - 30);
        if (set.cut) {
            auto shown = set.words->text();
            REQUIRE(shown.ends_with("…"));
            shown.resize(shown.size() - std::string("…").size());
            CHECK(text.starts_with(shown));
            CHECK((text[shown.size()] == ' ' || text[shown.size()] == ','));
        }
        cut = cut || set.cut;
        text += " och ännu mera";
    }
    CHECK(cut);
}

TEST_CASE("an item's words break alike at every scale, and stand as far in") {
    const auto note =
        note_with("Väntar tolv minuter i kön, ser inte vad det blir för mat, och går till affären i stället");
    const auto once = paint::set_item_text(type(), note, 1);
    for (const double scale : {0.35, 0.5, 0.77, 1.6, 2.0, 3.3}) {
        const auto other = paint::set_item_text(type(), note, scale);
        CHECK(other.words->line_count() == once.words->line_count());
        CHECK(other.words->size().w == doctest::Approx(once.words->size().w * scale).epsilon(0.02));
        CHECK(other.at.x == doctest::Approx(once.at.x * scale));
        CHECK(other.author_at.y == doctest::Approx(once.author_at.y * scale));
    }
}

TEST_CASE("a sentence in a template's narrow lane is whole, and its letters are no smaller than can be read") {
    const std::string sentence = "Hon ringer kundcenter igen och frågar efter sin nyckel.";
    REQUIRE(base::graphemes(sentence) == 55);
    auto note = note_with(sentence, {0, 0, 200, 96});  // as it lies in the lane of steps
    for (const auto* author : {"", "Tove"}) {
        note.author = author;
        const auto set = paint::set_item_text(type(), note, 1);
        CHECK_FALSE(set.cut);
        CHECK(set.words->text() == sentence);
        CHECK(set.words->line_count() >= 3);
        CHECK(set.author == nullptr);
    }
    note.text = "Hon ringer";
    CHECK(paint::set_item_text(type(), note, 1).author != nullptr);
}

TEST_CASE("notes of any size have room for what they show, or show less") {
    for (const double side : {1.0, 20.0, 60.0, 89.0, 90.0, 120.0, 200.0, 900.0, 20000.0}) {
        const auto note = note_with("Några ord om något", {5, 5, side, side});
        const auto set = paint::set_item_text(type(), note, 1);
        CHECK((set.author != nullptr) == (side >= 90));
        scenes::Counting painter;
        paint::draw_item(painter, paint::light_palette(), note, set, nullptr, {});
        CHECK(painter.calls > 0);
    }
}

TEST_CASE("a line leaves both items at the sides that look at each other") {
    const base::Rect left{0, 0, 100, 100}, right{400, 50, 100, 100}, under{20, 500, 100, 100};
    const auto across = paint::line_path({}, &left, &right);
    CHECK(across.points.front() == base::Point{100, 50});
    CHECK(across.points.back() == base::Point{400, 100});
    CHECK(across.points.size() > 10);
    CHECK(across.points[1].y == doctest::Approx(50).epsilon(0.05));  // it leaves straight
    const auto down = paint::line_path({}, &left, &under);
    CHECK(down.points.front() == base::Point{50, 100});
    CHECK(down.points.back() == base::Point{70, 500});
    const auto back = paint::line_path({}, &right, &left);
    CHECK(back.points.front() == base::Point{400, 100});
    CHECK(back.points.back() == base::Point{100, 50});
    CHECK(across.label_at.x > 100);
    CHECK(across.label_at.x < 400);
}

TEST_CASE("an end without an item stands at its own point, and a line within one item harms nobody") {
    Item line;
    line.type = ItemType::line;
    line.from.at = {300, 300};
    line.to.at = {10, 20};
    const base::Rect box{0, 0, 100, 100};
    const auto free = paint::line_path(line, nullptr, nullptr);
    CHECK(free.points == std::vector<base::Point>{{300, 300}, {10, 20}});
    const auto half = paint::line_path(line, nullptr, &box);
    CHECK(half.points.front() == base::Point{300, 300});
    CHECK(half.points.back() == base::Point{100, 50});
    const auto same = paint::line_path(line, &box, &box);
    for (const auto* means : {"", "leads_to", "causes", "belongs_to"}) {
        line.means = means;
        scenes::Counting painter;
        paint::draw_item(painter, paint::light_palette(), line, {}, &same, {});
        for (const auto& point : same.points) CHECK((std::isfinite(point.x) && std::isfinite(point.y)));
    }
}

TEST_CASE("what a line means is seen without its colour") {
    const base::Rect left{0, 0, 100, 100}, right{600, 300, 100, 100};
    std::map<std::string, std::vector<int>> looks;
    for (const auto* means : {"", "leads_to", "causes", "belongs_to"}) {
        const auto line = line_of(means);
        const auto path = paint::line_path(line, &left, &right);
        scenes::Counting painter;
        paint::draw_item(painter, paint::light_palette(), line, {}, &path, {});
        looks[means] = {std::min(painter.lines, 2), painter.polygons, painter.rings};
    }
    CHECK(looks[""] == std::vector<int>{1, 0, 0});
    CHECK(looks["leads_to"] == std::vector<int>{1, 1, 0});
    CHECK(looks["causes"] == std::vector<int>{2, 2, 0});
    CHECK(looks["belongs_to"] == std::vector<int>{0, 0, 1});  // dots, and a ring
}

TEST_CASE("a line across the whole of a board is drawn in a bounded number of dashes") {
    auto line = line_of("belongs_to");
    line.from.at = {-1000000, -1000000};
    line.to.at = {1000000, 1000000};
    const auto path = paint::line_path(line, nullptr, nullptr);
    scenes::Counting painter;
    paint::draw_item(painter, paint::light_palette(), line, {}, &path, {});
    CHECK(painter.calls < 300);
}

TEST_CASE("ink goes through its points and covers nothing outside its extent") {
    Item ink;
    ink.type = ItemType::ink;
    ink.place = {20, 20, 60, 60};
    ink.size = 6;
    ink.ink = {{0, 0, 0.5F}, {60, 0, 1}, {60, 60, 0.2F}, {60, 60, 0.2F}, {0, 60, 0.5F}};
    auto picture = paint::Picture::make({100, 100});
    REQUIRE(picture);
    paint::draw_item(picture->painter(), paint::light_palette(), ink, {}, nullptr, {});
    for (const auto& point : ink.ink) {
        CHECK(picture->pixel(20 + static_cast<int>(point.x), 20 + static_cast<int>(point.y)).r < 120);
    }
    const auto extent = paint::extent_of(ink, nullptr);
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            // A curve swings out a little beyond its points.
            const bool inside = extent.inset(-6).contains({x + 0.5, y + 0.5});
            if (!inside) CHECK(picture->pixel(x, y) == base::rgb(0xFFFFFF));
        }
    }
    for (const std::size_t count : {0U, 1U, 2U}) {
        ink.ink.resize(count);
        scenes::Counting painter;
        paint::draw_item(painter, paint::light_palette(), ink, {}, nullptr, {});
        CHECK((painter.calls > 0) == (count > 0));
    }
}

TEST_CASE("a line's extent has its way, its head and its label") {
    const BoardOf board;
    for (const auto& item : board.items) {
        const auto path = board.path(item);
        if (!path) continue;
        const auto extent = paint::extent_of(item, &*path);
        for (const auto& point : path->points) CHECK(extent.contains(point));
        CHECK(extent.contains(path->label_at));
    }
}

TEST_CASE("every stamp has a sign of its own, and one that is not known is a flag") {
    std::vector<std::string> signs;
    for (const auto& stamp : paint::stamps) {
        CHECK(&paint::stamp_of(stamp.name) == &stamp);
        CHECK(std::count(signs.begin(), signs.end(), std::string(stamp.icon)) == 0);
        signs.emplace_back(stamp.icon);
    }
    CHECK(paint::stamp_of("no such").name == "flag");
}
