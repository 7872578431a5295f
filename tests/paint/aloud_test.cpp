// What programs that read aloud are told of a PDF.
#include "paint/aloud.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "paint/board_scene.hpp"
#include "paint/code_cards.hpp"
#include "paint/idea_page.hpp"
#include "paint/paper.hpp"
#include "paint/pdf_parts.hpp"
#include "paint/scenes.hpp"
#include "paint/sheet.hpp"
#include "paint/slice.hpp"
#include "paint/type.hpp"

namespace {

PdfParts told_of(const base::Result<std::string>& pdf) {
    REQUIRE(pdf);
    auto parts = parts_of(*pdf);
    CHECK(parts.sound);
    CHECK(parts.language == "sv");
    return parts;
}

paint::Sheet sheet_of(const scenes::Board& board) {
    paint::Sheet sheet;
    sheet.title = "Låna en lokal";
    sheet.subtitle = "Halvdag · Lindåsa";
    sheet.foot = "Idérum";
    sheet.notes = board.notes;
    sheet.clusters = board.clusters;
    sheet.phases = board.phases;
    sheet.polls = board.polls;
    return sheet;
}

std::size_t place_of(const PdfParts& told, const std::string& words) {
    for (std::size_t i = 0; i < told.parts.size(); ++i) {
        if (told.parts[i].instead.find(words) != std::string::npos) return i;
    }
    return told.parts.size();
}

}  // namespace

TEST_CASE("a free board is read frame by frame, each with what lies in it, and its lines last") {
    const auto told = told_of(paint::board_to_pdf(type(), scenes::board_sheet(), {}));
    // Title; a frame with two notes, a stamp on the first, a stroke; a frame with two notes, a picture, a text, a
    // stamp; what stands outside; four lines.
    CHECK(told.tags().starts_with("H1 H2 P Figure P Figure H2 P P Figure P Figure P Figure Figure Figure Figure"));
    CHECK(told.bookmarks.at(0) == "Nära föreningen");
    CHECK(told.bookmarks.at(1) == "Utan färg");
    CHECK(told.parts.at(3).instead == "Hjärta");
    CHECK(told.parts.at(9).instead == "En skylt på en dörr");
    CHECK(told.parts.at(13).instead.find(" leder till ") != std::string::npos);
    CHECK(told.parts.at(13).instead.ends_with(": frågar"));
}

TEST_CASE("what is written in another language keeps it") {
    const auto told = told_of(paint::board_to_pdf(type(), scenes::board_sheet(), {}));
    CHECK(told.parts.at(7).language == "ar");
    CHECK(told.parts.at(8).language.empty());
    auto board = scenes::idea_wall();
    board.notes.at(0).language = "fi";
    const auto wall = told_of(paint::sheet_to_pdf(type(), sheet_of(board)));
    std::size_t finnish = 0;
    for (const auto& part : wall.parts) finnish += part.language == "fi" ? 1 : 0;
    CHECK(finnish == 1);
}

TEST_CASE("the order that things were put on the board does not matter") {
    auto sheet = scenes::board_sheet();
    const auto before = told_of(paint::board_to_pdf(type(), sheet, {}));
    // Notes above and below each other otherwise than they stand; frames as they were.
    std::reverse(sheet.items.begin() + 3, sheet.items.begin() + 9);
    for (std::size_t i = 3; i < 9; ++i) sheet.items[i].level = "V" + std::to_string(900 - i);
    const auto after = told_of(paint::board_to_pdf(type(), sheet, {}));
    CHECK(after.tags() == before.tags());
    for (std::size_t i = 0; i < std::min(before.parts.size(), after.parts.size()); ++i) {
        CHECK(after.parts[i].instead == before.parts[i].instead);
    }
}

TEST_CASE("what lies on two sheets of a poster is told once") {
    const auto told = told_of(paint::board_to_pdf(type(), scenes::board_of_notes(100), {paint::PaperSize::a4, true}));
    CHECK(told.count("P") == 100);
}

TEST_CASE("a session's board has its groups as headings and bookmarks, and says what photos show") {
    auto board = scenes::idea_wall();
    REQUIRE(board.clusters.size() == 4);
    auto& note = board.notes.at(0);
    note.photo = views::PhotoView{"", "0f", "en nyckel på en krok"};
    const auto told = told_of(paint::sheet_to_pdf(type(), sheet_of(board)));
    CHECK(told.tags().starts_with("H1 P H2 "));
    CHECK(told.count("Figure") == 1);
    CHECK(told.parts.at(place_of(told, "en nyckel på en krok")).instead.starts_with(note.text));
    REQUIRE(told.bookmarks.size() >= 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(told.bookmarks[i] == board.clusters[i].name);
    // Under its own heading.
    std::size_t in_first = 0;
    for (const auto& one : board.notes) in_first += one.cluster == board.clusters[0].id && !one.hidden ? 1 : 0;
    CHECK(told.parts.at(3 + in_first).tag == "H2");
}

TEST_CASE("a photo without words says that it has none") {
    auto board = scenes::idea_wall();
    board.notes.at(0).photo = views::PhotoView{"", "0f", ""};
    const auto told = told_of(paint::sheet_to_pdf(type(), sheet_of(board)));
    CHECK(place_of(told, "Bild utan beskrivning") < told.parts.size());
}

TEST_CASE("on several pages each note is told once, and so is a heading that is said again") {
    auto board = scenes::idea_wall();
    const auto first = board.notes.front();
    for (int i = 0; i < 150; ++i) {
        board.notes.push_back(first);
        board.notes.back().id = scenes::id(1000 + i);
    }
    std::size_t shown = 0;
    for (const auto& note : board.notes) shown += note.hidden ? 0 : 1;
    auto sheet = sheet_of(board);
    sheet.polls.clear();
    sheet.subtitle.clear();
    const auto told = told_of(paint::sheet_to_pdf(type(), sheet));
    CHECK(told.count("P") + told.count("Figure") == shown);
    CHECK(told.count("H1") == 1);
    CHECK(told.count("H2") <= board.clusters.size() + 1);
}

TEST_CASE("a journey is read lane by lane, a note with its phase, and its feelings in words") {
    const auto board = scenes::journey();
    const auto told = told_of(paint::sheet_to_pdf(type(), sheet_of(board)));
    const auto& phase = board.phases.front().label;
    CHECK(place_of(told, phase + ": ") < told.parts.size());
    const auto feelings = std::find_if(told.parts.begin(), told.parts.end(), [](const auto& part) {
        return part.tag == "Figure" && part.instead.find(':') != std::string::npos;
    });
    CHECK(feelings != told.parts.end());
    CHECK(told.bookmarks.size() >= 2);
}

TEST_CASE("results and persons are told too, one row or heading at a time") {
    paint::Sheet sheet;
    sheet.title = "Resultat";
    sheet.polls = {scenes::scores(), scenes::matrix()};
    sheet.persons = {{"Samira", "ledare", {{"Behöver", "en nyckel"}}}};
    const auto told = told_of(paint::sheet_to_pdf(type(), sheet));
    CHECK(told.tags().starts_with("H1 H2 P H2 P H2"));
    CHECK(told.bookmarks.at(0) == "Samira");
    CHECK(told.count("P") > 10);
}

TEST_CASE("every document is in the program's language: an idea's page and cards with codes too") {
    paint::IdeaPage page;
    page.title = "Smakråd";
    page.parts = {{"Vad", {{"", "Eleverna smakar."}}}};
    const auto told = told_of(paint::idea_page_to_pdf(type(), page));
    CHECK(told.tags() == "H1 H2 P");
    CHECK(told.bookmarks == std::vector<std::string>{"Vad"});
    paint::CodeCards cards;
    cards.codes = {"ABCDEFGH"};
    cards.title = "Din kod";
    CHECK(told_of(paint::code_cards_to_pdf(type(), cards)).tags() == "P");
}

TEST_CASE("a poster is called by the board's title, once, although none stands above it") {
    const auto sheet = scenes::board_of_notes(100);
    const auto told = told_of(paint::board_to_pdf(type(), sheet, {paint::PaperSize::a4, true}));
    CHECK(told.pages > 1);
    CHECK(told.count("H1") == 1);
    CHECK(told.parts.at(0).tag == "H1");
    CHECK(told.parts.at(0).instead == sheet.title);
}

TEST_CASE("an SVG of a session's board has headings, and pictures with names") {
    auto board = scenes::idea_wall();
    board.notes.at(0).photo = views::PhotoView{"", "0f", ""};
    for (std::size_t i = 1; i < board.notes.size(); ++i) board.notes[i].language = "ar";
    const auto svg = paint::sheet_to_svg(type(), sheet_of(board));
    REQUIRE(svg);
    const auto has = [&svg](const std::string& what) { return svg->find(what) != std::string::npos; };
    CHECK(has("<g role=\"heading\">"));
    CHECK(has("role=\"img\" aria-label=\""));
    CHECK(has("<g xml:lang=\"ar\">"));
}

TEST_CASE("a slice tells a part on the page that its words are on, not where only its shadow reaches") {
    auto document = paint::Document::make({100, 100}, "x");
    REQUIRE(document);
    const auto words = type().set("ord", {.size_px = 10});
    for (const double top : {0.0, 100.0}) {
        if (top > 0) document->next_page();
        paint::Slice slice(document->painter(), {0, top, 100, 100}, 0);
        const paint::PartAloud part(paint::told_by(slice), [&words] {
            return paint::aloud_heading(*words, 0, {10, 102});
        });
        slice.shadow({10, 102, 50, 20}, 0, 12, 0.5);
        slice.text(*words, {10, 105}, base::rgb(0));
    }
    const auto pdf = document->finish();
    REQUIRE(pdf);
    CHECK(paint::count_pdf_texts(*pdf) == 1);
    const auto told = parts_of(*pdf);
    CHECK(told.bookmarks == std::vector<std::string>{"ord"});
}

TEST_CASE("what is no PDF has no pieces of text") {
    CHECK(paint::count_pdf_texts("nonsense") == 0);
}
