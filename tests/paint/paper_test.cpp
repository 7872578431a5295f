#include "paint/paper.hpp"

#include <doctest/doctest.h>

#include <array>

#include "base/id.hpp"
#include "paint/mark.hpp"
#include "paint/qr_card.hpp"
#include "paint/text.hpp"

using base::rgb;

namespace {

const base::Colour red = rgb(0xFF0000);
const base::Colour white = rgb(0xFFFFFF);

paint::Picture blank() {
    auto picture = paint::Picture::make({100, 100});
    REQUIRE(picture);
    return std::move(*picture);
}

base::Path scratch(const std::string& name) {
    return std::filesystem::temp_directory_path() / ("iderum-paint-" + base::new_token() + name);
}

}  // namespace

TEST_CASE("shapes cover what they should and nothing else") {
    auto picture = blank();
    auto& painter = picture.painter();
    painter.fill({10, 10, 20, 20}, 0, red);
    painter.circle({70, 20}, 10, red);
    painter.polygon(std::array{base::Point{10, 60}, base::Point{30, 60}, base::Point{20, 90}}, red);
    painter.stroke({50, 60, 40, 30}, 0, red, 4);
    CHECK(picture.pixel(10, 10) == red);
    CHECK(picture.pixel(29, 29) == red);
    CHECK(picture.pixel(30, 30) == white);
    CHECK(picture.pixel(70, 11) == red);
    CHECK(picture.pixel(61, 11) == white);
    CHECK(picture.pixel(20, 70) == red);
    CHECK(picture.pixel(12, 80) == white);
    CHECK(picture.pixel(51, 75) == red);
    CHECK(picture.pixel(70, 75) == white);
}

TEST_CASE("a clip keeps drawing inside, the one before it counts too, and popping ends it") {
    auto picture = blank();
    auto& painter = picture.painter();
    painter.push_clip({0, 0, 50, 100});
    painter.push_clip({0, 0, 100, 50});
    painter.fill({0, 0, 100, 100}, 0, red);
    painter.pop_clip();
    painter.pop_clip();
    CHECK(picture.pixel(10, 10) == red);
    CHECK(picture.pixel(60, 10) == white);
    CHECK(picture.pixel(10, 60) == white);
    painter.fill({90, 90, 5, 5}, 0, red);
    CHECK(picture.pixel(92, 92) == red);
}

TEST_CASE("a strip has no seams and ends where its points end, for even and odd counts") {
    for (const bool odd : {false, true}) {
        auto picture = blank();
        std::vector<base::Point> points;
        for (int i = 0; i <= 8; ++i) {
            points.push_back({10.0 + i * 10, 30.3});
            points.push_back({10.0 + i * 10, 60.7});
        }
        if (odd) points.pop_back();
        picture.painter().strip(points, base::with_alpha(red, 0.5));
        const auto inside = picture.pixel(15, 45);
        CHECK(inside != white);
        for (int x = 11; x < 78; ++x) CHECK(picture.pixel(x, 45) == inside);
        CHECK(picture.pixel(5, 45) == white);
        CHECK(picture.pixel(95, 45) == white);
    }
}

TEST_CASE("what has nothing to draw draws nothing") {
    auto picture = blank();
    auto& painter = picture.painter();
    painter.fill({10, 10, 0, 20}, 5, red);
    painter.fill({10, 10, 20, 20}, 5, base::with_alpha(red, 0));
    painter.line(std::array{base::Point{0, 0}}, red, 3);
    painter.polygon(std::array{base::Point{0, 0}, base::Point{50, 50}}, red);
    painter.strip(std::array{base::Point{0, 0}, base::Point{50, 50}}, red);
    painter.circle({50, 50}, 0, red);
    painter.shadow({10, 10, 50, 50}, 0, 0, 1);
    for (int at = 0; at < 100; ++at) CHECK(picture.pixel(at, at) == white);
}

TEST_CASE("text stands where it is put, as large as it is scaled, in its colour") {
    paint::Typesetter type;
    const auto layout = type.set("H", {.size_px = 40, .weight = paint::Weight::bold, .line_height = 1});
    auto picture = blank();
    picture.painter().text(*layout, {20, 20}, red, 1.5);
    int left = 100, right = 0, bottom = 0;
    bool found = false;
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            if (picture.pixel(x, y).g > 128) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            bottom = std::max(bottom, y);
            found = found || picture.pixel(x, y) == red;
        }
    }
    CHECK(found);
    CHECK(left >= 20);
    CHECK(right <= 20 + layout->size().w * 1.5);
    CHECK(std::abs(bottom - (20 + layout->baseline_px() * 1.5)) < 2);
}

TEST_CASE("every mark is a shape of its own") {
    std::vector<std::vector<bool>> shapes;
    for (const auto& colour : paint::note_colours) {
        auto picture = blank();
        paint::draw_mark(picture.painter(), colour.mark, {10, 10, 80, 80}, rgb(0));
        std::vector<bool> shape;
        for (int y = 0; y < 100; ++y) {
            for (int x = 0; x < 100; ++x) shape.push_back(picture.pixel(x, y).r < 128);
        }
        for (const auto& other : shapes) {
            int differs = 0;
            for (std::size_t i = 0; i < shape.size(); ++i) differs += shape[i] != other[i] ? 1 : 0;
            CHECK(differs > 400);
        }
        shapes.push_back(std::move(shape));
    }
}

TEST_CASE("a QR symbol is drawn in whole pixels with its quiet zone") {
    const auto symbol = base::make_qr("http://10.0.0.7:8437/");
    REQUIRE(symbol);
    auto picture = blank();
    picture.painter().fill({0, 0, 100, 100}, 0, rgb(0x000000));
    paint::draw_qr(picture.painter(), *symbol, {0, 0, 100, 100});
    const int module = 100 / (symbol->size + 8);
    const int side = module * (symbol->size + 8);
    const int left = (100 - side) / 2 + (100 - side) % 2;
    for (int row = 0; row < symbol->size; ++row) {
        for (int column = 0; column < symbol->size; ++column) {
            const auto pixel =
                picture.pixel(left + (column + 4) * module + module / 2, left + (row + 4) * module + module / 2);
            CHECK((pixel.r < 128) == symbol->modules[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
        }
    }
    CHECK(picture.pixel(50, left + module) == white);
    auto small = blank();
    paint::draw_qr(small.painter(), *symbol, {0, 0, 10, 10});  // too small to be read: nothing
    CHECK(small.pixel(5, 5) == white);
}

TEST_CASE("a picture is written as PNG, a document as PDF with embedded fonts") {
    paint::Typesetter type;
    auto picture = blank();
    const auto png = picture.to_png();
    REQUIRE(png);
    CHECK(png->starts_with("\x89PNG"));
    auto document = paint::Document::make({400, 300}, "Kundresa: skollunchen");
    REQUIRE(document);
    document->painter().text(*type.set("Räksmörgås سلام ሰላም 学校 👩‍🚀", {.size_px = 20}),
                             {10, 10}, rgb(0));
    document->next_page();
    document->painter().text(*type.set("sida två", {.size_px = 20}), {10, 10}, rgb(0));
    const auto pdf = document->finish();
    REQUIRE(pdf);
    CHECK(pdf->starts_with("%PDF-"));
    CHECK(pdf->find("/Count 2") != std::string::npos);
    CHECK(pdf->find("Inter") != std::string::npos);
    CHECK(pdf->find("/ToUnicode") != std::string::npos);
}

TEST_CASE("where nothing can be written the error says so, and nothing is left behind") {
    auto picture = blank();
    const auto missing = picture.write(scratch("/no/such/folder.png"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == base::Code::not_found);
    auto document = paint::Document::make({100, 100}, "x");
    REQUIRE(document);
    const auto folder = scratch(".pdf");
    std::filesystem::create_directory(folder);
    CHECK_FALSE(document->write(folder));
    CHECK(std::filesystem::is_empty(folder));
    std::filesystem::remove(folder);
}

TEST_CASE("sizes that nothing can hold are refused") {
    CHECK(paint::Picture::make({0, 10}).error().code == base::Code::bad_shape);
    CHECK(paint::Picture::make({30000, 10}).error().code == base::Code::too_large);
    CHECK(paint::Picture::make({15000, 15000}).error().code == base::Code::too_large);
    CHECK(paint::Document::make({20000, 100}, "").error().code == base::Code::too_large);
    CHECK(paint::Document::make({-1, 100}, "").error().code == base::Code::bad_shape);
}
