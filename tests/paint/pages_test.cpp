// Boards that are higher than a page: where they are cut, and what is said again.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <regex>

#include "base/files.hpp"
#include "blank_painter.hpp"
#include "paint/journey.hpp"
#include "paint/result_rows.hpp"
#include "paint/scenes.hpp"
#include "paint/sheet.hpp"
#include "paint/slice.hpp"
#include "paint/type.hpp"

namespace {

/// Keeps where texts stand.
class Texts final : public BlankPainter {
  public:
    using BlankPainter::text;
    void text(const paint::TextLayout& layout, base::Point at, base::Colour, double scale) override {
        places.push_back({at.x, at.y, layout.size().w * scale, layout.size().h * scale});
    }
    void push_clip(const base::Rect& area) override { clips.push_back(area); }
    void pop_clip() override { ++popped; }
    std::vector<base::Rect> places, clips;
    int popped = 0;
};

bool is_cut(const base::Rect& area, double page) {
    return std::floor(area.y / page + 1e-6) != std::ceil(area.bottom() / page - 1e-6) - 1;
}

/// Groups of unlike length with notes of unlike height, so that no straight line passes between them all.
paint::Sheet long_wall(int notes) {
    paint::Sheet sheet;
    sheet.title = "Hur kan elever få mer makt över skolmaten?";
    sheet.subtitle = "Invigd skola · 2026-05-01 · Lindåsa";
    sheet.foot = "Idérum · " + std::to_string(notes) + " lappar";
    for (int i = 0; i < 4; ++i) sheet.clusters.push_back({scenes::id(900 + i), "Grupp " + std::to_string(i + 1)});
    for (int i = 0; i < notes; ++i) {
        views::NoteView note;
        note.id = scenes::id(i + 1);
        note.type = "idea";
        note.text = "Idé " + std::to_string(i + 1);
        for (int more = 0; more < (i * 7) % 11; ++more) note.text += " och lite mer om den";
        note.author = "Tove";
        if (i % 9 < 8) note.cluster = scenes::id(900 + (i % 7) % 4);
        sheet.notes.push_back(note);
    }
    return sheet;
}

std::string pages_of(const std::string& pdf) {
    std::smatch found;
    return std::regex_search(pdf, found, std::regex("/Count ([0-9]+)")) ? found[1].str() : std::string();
}

void keep(const std::string& name, const std::string& pdf) {
    const char* build = std::getenv("IDERUM_BUILD");
    if (build == nullptr) return;
    const auto folder = base::Path(build) / "screens" / "paint";
    std::filesystem::create_directories(folder);
    CHECK(base::write_file(folder / (name + ".pdf"), pdf).has_value());
}

}  // namespace

TEST_CASE("what would cross the end of a page stands on the next, below what is said again there") {
    const paint::Pages pages{100, 10};
    CHECK(pages.fit(0, 100) == 0);
    CHECK(pages.fit(60, 40) == 60);
    CHECK(pages.fit(61, 40) == 110);
    CHECK(pages.fit(100, 20) == 110);  // the names that are said again stand there
    CHECK(pages.fit(105, 20) == 110);
    CHECK(pages.fit(199.9, 20) == 210);
    CHECK(pages.fit(50, 95) == 50);  // higher than a page with its lead
    CHECK(pages.end_of(100) == 100);
    CHECK(pages.end_of(101) == 200);
    CHECK(pages.tops_between(50, 310) == std::vector<double>{100, 200, 300});
    CHECK(pages.tops_between(50, 100).empty());
    CHECK(paint::Pages{}.fit(50, 1000) == 50);
}

TEST_CASE("on pages no note of a long wall is cut, no title stands alone, and groups that go on say their name again") {
    const auto sheet = long_wall(180);
    const paint::Pages pages{1177};
    const auto wall =
        paint::lay_out_idea_wall(type(), sheet.notes, sheet.clusters, {48, 140, 1824, 1e9}, 1, 1, {}, pages);
    CHECK(wall.notes.size() == sheet.notes.size());
    CHECK(wall.height > 3 * pages.height);
    for (const auto& note : wall.notes) CHECK_FALSE(is_cut(note.layout.area, pages.height));
    for (const auto& cluster : wall.clusters) {
        CHECK(cluster.again.size() == pages.tops_between(cluster.area.y, cluster.area.bottom()).size());
        for (const auto& note : wall.notes) {
            if (sheet.notes[note.note].cluster != cluster.id) continue;
            for (const double top : cluster.again) {
                const base::Rect title{cluster.title_at.x, top, 1, 62};
                CHECK_FALSE(note.layout.area.overlaps(title));
            }
        }
    }
    Texts texts;
    paint::draw_idea_wall(texts, paint::light_palette(), wall);
    for (const auto& place : texts.places) CHECK_FALSE(is_cut(place, pages.height));
}

TEST_CASE("on pages a long journey cuts no note and no curve, and names its phases again") {
    auto board = scenes::journey();
    for (int i = 0; i < 120; ++i) {
        auto more = board.notes[static_cast<std::size_t>(i) % board.notes.size()];
        more.id = scenes::id(2000 + i);
        if (i % 3 == 0) more.text += " och ett par ord till så att lappen blir högre än de andra i raden";
        board.notes.push_back(more);
    }
    const auto journey = paint::journey_of(board.notes, board.phases, board.polls);
    const paint::Pages pages{1177};
    const auto laid = paint::lay_out_journey(type(), journey, board.notes, {48, 140, 1824, 1e9}, 1, 1, {}, pages);
    CHECK(laid.again.size() >= 2);
    for (const auto& note : laid.notes) {
        CHECK_FALSE(is_cut(note.layout.area, pages.height));
        for (const double top : laid.again) CHECK_FALSE(note.layout.area.overlaps({48, top, 1824, 60}));
    }
    CHECK_FALSE(is_cut(laid.feelings_area, pages.height));
    Texts texts;
    paint::draw_journey(texts, paint::light_palette(), laid);
    for (const auto& place : texts.places) CHECK_FALSE(is_cut(place, pages.height));
}

TEST_CASE("a board that fits one sheet is one page, a long one is as many as it takes, none longer than the paper") {
    const auto small = paint::sheet_to_pdf(type(), long_wall(8));
    REQUIRE(small);
    keep("short-wall", *small);
    CHECK(pages_of(*small) == "1");
    const auto large = paint::sheet_to_pdf(type(), long_wall(180));
    REQUIRE(large);
    CHECK(std::stoi(pages_of(*large)) >= 4);
    CHECK(large->find("MediaBox [ 0 0 1190.55") != std::string::npos);
    CHECK(large->find("MediaBox [ 0 0 1190.55 841") != std::string::npos);
    keep("long-wall", *large);

    auto sheet = long_wall(150);
    sheet.clusters.clear();
    sheet.phases = {{"fore", "Före"}, {"under", "Under"}, {"efter", "Efter"}};
    for (std::size_t i = 0; i < sheet.notes.size(); ++i) {
        sheet.notes[i].type = i % 4 == 0 ? "idea" : "step";
        sheet.notes[i].group = sheet.phases[i % 3].id;
    }
    for (int i = 0; i < 5; ++i) {
        sheet.polls.push_back(scenes::scores());
        sheet.polls.back().question = "Vilka idéer tar vi vidare?";
    }
    const auto journey = paint::sheet_to_pdf(type(), sheet);
    REQUIRE(journey);
    CHECK(std::stoi(pages_of(*journey)) >= 4);
    keep("long-journey", *journey);
}

TEST_CASE("a slice draws its band where it is told, and nothing beside it") {
    Texts texts;
    const auto word = type().set("Ord", {.size_px = 20});
    {
        paint::Slice slice(texts, {0, 100, 50, 100}, 30);
        slice.text(*word, {5, 60}, base::rgb(0));
        slice.text(*word, {5, 120}, base::rgb(0));
        slice.text(*word, {5, 200}, base::rgb(0));
    }
    REQUIRE(texts.places.size() == 1);
    CHECK(texts.places[0].y == 50);
    REQUIRE(texts.clips.size() == 1);
    CHECK(texts.clips[0] == base::Rect{0, 30, 50, 100});
    CHECK(texts.popped == 1);
}

TEST_CASE("persons are on the sheet with all that is known of them, and no card is cut by a page") {
    std::string many;
    for (int i = 0; i < 60; ++i) many += "ett ord ";
    paint::Sheet sheet;
    sheet.title = "Lär känna Samira";
    for (int i = 0; i < 8; ++i) {
        sheet.persons.push_back({"Person " + std::to_string(i), "Rektor, ny för i år", {}});
        for (const char* heading : {"Vardag", "Behov", "Hinder", "Vad skulle hjälpa?", "Med egna ord"}) {
            sheet.persons.back().parts.push_back({heading, many});
        }
    }
    for (const double width : {400.0, 1824.0}) {
        const auto card = paint::lay_out_person(type(), sheet.persons.front(), {48, 100}, width, 1);
        CHECK(card.pieces.size() == 12);
        for (std::size_t i = 0; i < card.pieces.size(); ++i) {
            const auto place = [&card](std::size_t at) {
                const auto size = card.pieces[at].text->size();
                return base::Rect{card.pieces[at].at.x, card.pieces[at].at.y, size.w, size.h};
            };
            CHECK_FALSE(card.pieces[i].text->is_cut());
            CHECK(place(i).bottom() <= card.area.bottom());
            CHECK(place(i).right() <= card.area.right());
            for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(place(i).overlaps(place(j)));
        }
    }
    Texts whole;
    paint::draw_sheet(whole, type(), sheet, 1);
    CHECK(whole.places.size() == 1 + 8 * 12);
    const auto pdf = paint::sheet_to_pdf(type(), sheet);
    REQUIRE(pdf);
    CHECK(std::stoi(pages_of(*pdf)) >= 2);
    keep("persons", *pdf);
}
