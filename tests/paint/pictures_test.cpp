#include <doctest/doctest.h>

#include "base/qr.hpp"
#include "paint/golden.hpp"
#include "paint/journey.hpp"
#include "paint/mark.hpp"
#include "paint/qr_card.hpp"
#include "paint/result_matrix.hpp"
#include "paint/result_rows.hpp"
#include "paint/scenes.hpp"
#include "paint/sheet.hpp"
#include "paint/type.hpp"

namespace {

paint::Picture blank_page(base::Size size, const paint::Palette& palette) {
    auto picture = paint::Picture::make(size);
    REQUIRE(picture);
    picture->painter().fill({0, 0, size.w, size.h}, 0, palette.paper);
    return std::move(*picture);
}

paint::Picture idea_wall(const scenes::Board& board, const paint::Palette& palette, const paint::StateOf& state = {}) {
    auto picture = blank_page({1500, 980}, palette);
    const auto wall = paint::lay_out_idea_wall(type(), board.notes, board.clusters, {32, 20, 1436, 940}, 1, 0.6, state);
    paint::draw_idea_wall(picture.painter(), palette, wall);
    return picture;
}

paint::Picture journey(const scenes::Board& board, const paint::Palette& palette, const paint::StateOf& state = {}) {
    auto picture = blank_page({1540, 960}, palette);
    const auto sorted = paint::journey_of(board.notes, board.phases, board.polls);
    const auto placed = paint::lay_out_journey(type(), sorted, board.notes, {32, 20, 1476, 920}, 1, 0.6, state);
    paint::draw_journey(picture.painter(), palette, placed, 2);
    return picture;
}

paint::NoteState state_of(const base::Id& note) {
    paint::NoteState state;
    state.fresh = note == scenes::id(5);
    state.selected = note == scenes::id(11);
    if (note == scenes::id(6)) state.locked_by = "Elif";
    if (note == scenes::id(1)) state.merged = 2;
    return state;
}

}  // namespace

TEST_CASE("the idea wall looks as it should, in light and dark") {
    CHECK(golden::compare(idea_wall(scenes::idea_wall(), paint::light_palette()), "idea-wall") == "");
    CHECK(golden::compare(idea_wall(scenes::idea_wall(), paint::dark_palette()), "idea-wall-dark") == "");
}

TEST_CASE("the journey looks as it should, in light and dark") {
    CHECK(golden::compare(journey(scenes::journey(), paint::light_palette(), state_of), "journey") == "");
    CHECK(golden::compare(journey(scenes::journey(), paint::dark_palette(), state_of), "journey-dark") == "");
}

TEST_CASE("notes in every script look as they should") {
    auto picture = blank_page({1000, 640}, paint::light_palette());
    const auto board = scenes::scripts();
    const auto wall = paint::lay_out_idea_wall(type(), board.notes, {}, {20, 20, 960, 600}, 1, 0.6);
    paint::draw_idea_wall(picture.painter(), paint::light_palette(), wall);
    CHECK(golden::compare(picture, "scripts") == "");
}

TEST_CASE("results look as they should") {
    const auto& palette = paint::light_palette();
    auto picture = blank_page({1440, 1180}, palette);
    const auto rows = paint::result_rows(scenes::scores());
    const auto board = paint::lay_out_results(type(), rows, {32, 16, 1376, 740}, 1, 0.6);
    paint::draw_results(picture.painter(), palette, rows, board);
    const auto votes = paint::result_rows(scenes::three_dots());
    paint::draw_results(picture.painter(), palette, votes,
                        paint::lay_out_results(type(), votes, {32, 770, 1376, 400}, 1, 0.6));
    CHECK(golden::compare(picture, "results") == "");
}

TEST_CASE("the tint of the first row ends where the row ends, at every size") {
    const auto& palette = paint::light_palette();
    const auto rows = paint::result_rows(scenes::three_dots());
    REQUIRE(rows[0].first);
    for (int step = 0; step < 40; ++step) {
        CAPTURE(step);
        auto picture = blank_page({900, 700}, palette);
        const auto board = paint::lay_out_results(type(), rows, {30.3 + step * 0.13, 10.1 + step * 0.37, 800, 640},
                                                  0.6 + step * 0.007, 0.5);
        paint::draw_results(picture.painter(), palette, rows, board);
        const auto& second = board.rows[1].area;
        const auto colour = picture.pixel(static_cast<int>(second.x) + 4, static_cast<int>(second.y) + 5);
        CHECK(colour == palette.surface);
    }
}

TEST_CASE("a matrix looks as it should, on the wall in light and dark, and on paper with its numbers") {
    for (const auto* palette : {&paint::light_palette(), &paint::dark_palette()}) {
        auto picture = blank_page({1440, 820}, *palette);
        const auto matrix = paint::lay_out_matrix(type(), scenes::matrix(), {32, 16, 1376, 790}, {});
        paint::draw_matrix(picture.painter(), *palette, matrix);
        CHECK(golden::compare(picture, palette->dark ? "matrix-dark" : "matrix") == "");
    }
    const paint::Sheet sheet{"Effekt och insats", "Halvdag · 2026-05-01 · Lindåsa", "Idérum", {}, {}, {},
                             {scenes::matrix()}};
    auto picture = blank_page({paint::sheet_width, paint::sheet_height(type(), sheet)}, paint::light_palette());
    paint::draw_sheet(picture.painter(), type(), sheet, 1);
    CHECK(paint::sheet_height(type(), sheet) == paint::sheet_least_height);
    CHECK(golden::compare(picture, "matrix-paper") == "");
}

TEST_CASE("notes in every state and colour look as they should") {
    for (const auto* palette : {&paint::light_palette(), &paint::dark_palette()}) {
        auto picture = blank_page({1060, 480}, *palette);
        std::vector<paint::NoteCard> cards;
        for (const auto& colour : paint::note_colours)
            cards.push_back({"Tyst zon vid fönstren", colour.name, "Gustav", "", {}});
        cards[0].state.selected = true;
        cards[1].state.fresh = true;
        cards[2].state.locked_by = "Elif";
        cards[3].state.merged = 2;
        cards[4].state.photo = true;
        cards[5].author = "";
        cards[5].number = "L26-058";
        cards[6].state.dragged = true;
        int i = 0;
        for (const auto& card : cards) {
            const base::Point corner{24.0 + 258 * (i % 4), 24.0 + 140 * (i / 4)};
            paint::draw_note(picture.painter(), *palette, card, paint::lay_out_note(type(), card, corner, 236, 1), 1,
                             i == 7 ? 0.4 : 1);
            ++i;
        }
        const auto symbol = base::make_qr("http://192.168.1.7:8437/g/4721");
        REQUIRE(symbol);
        paint::draw_qr(picture.painter(), *symbol, {24, 310, 150, 150});
        CHECK(golden::compare(picture, palette->dark ? "notes-dark" : "notes") == "");
    }
}

TEST_CASE("rings of new notes beside each other do not meet") {
    const auto& palette = paint::light_palette();
    auto picture = blank_page({600, 200}, palette);
    paint::NoteCard card{"Tyst zon", "sol", "Gustav", "", {}};
    card.state.fresh = true;
    const auto left = paint::lay_out_note(type(), card, {20, 40}, 236, 1);
    const auto right = paint::lay_out_note(type(), card, {20 + 236 + 12, 40}, 236, 1);
    paint::draw_note(picture.painter(), palette, card, left, 1, 1);
    paint::draw_note(picture.painter(), palette, card, right, 1, 1);
    const int y = static_cast<int>(left.area.centre().y);
    const auto between = picture.pixel(20 + 236 + 6, y), ring = picture.pixel(20 + 236 + 2, y);
    CHECK(between.r > 200);
    CHECK(ring.r < 120);
}

TEST_CASE("the comparison of pictures sees a note that moved, changed colour or lost its text") {
    const auto board = scenes::idea_wall();
    const auto& palette = paint::light_palette();
    const auto should = golden::sketch_of(idea_wall(board, palette));
    CHECK(golden::difference(golden::sketch_of(idea_wall(board, palette)), should) == "");
    auto moved = board;
    moved.notes[3].cluster = moved.clusters[1].id;
    CHECK(golden::difference(golden::sketch_of(idea_wall(moved, palette)), should) != "");
    auto coloured = board;
    coloured.notes[3].colour = "mint";
    CHECK(golden::difference(golden::sketch_of(idea_wall(coloured, palette)), should) != "");
    auto silent = board;
    silent.notes[3].text.clear();
    CHECK(golden::difference(golden::sketch_of(idea_wall(silent, palette)), should) != "");
}
