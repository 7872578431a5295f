#include "paint/board_sheet.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>

#include "paint/board_scene.hpp"
#include "paint/book.hpp"
#include "paint/svg_painter.hpp"
#include "paint/type.hpp"

namespace {

std::size_t count_of(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

std::size_t count_pages(const std::string& pdf) {
    static const std::regex page(R"(/Type\s*/Page\b(?!s))");
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(pdf.begin(), pdf.end(), page), std::sregex_iterator()));
}

/// An entry of the table of contents with those below it, and where its page stands among the pages. Of titles in
/// ASCII.
struct Entry {
    std::string title;
    std::vector<std::string> below;
    std::size_t page = 0;
};

std::vector<Entry> entries_of(const std::string& pdf) {
    std::map<std::string, std::string> objects;
    std::string root;
    for (std::size_t from = 0, end = 0; (end = pdf.find("endobj", from)) != std::string::npos; from = end + 6) {
        const auto begins = pdf.rfind(" 0 obj", end);
        if (begins == std::string::npos || begins < from) continue;
        const auto number = pdf.find_last_not_of("0123456789", begins - 1) + 1;
        auto object = pdf.substr(begins, end - begins);
        if (object.find("/Type /Catalog") != std::string::npos) root = object;
        objects[pdf.substr(number, begins - number)] = std::move(object);
    }
    const auto part = [](const std::string& object, const std::string& pattern) {
        std::smatch found;
        return std::regex_search(object, found, std::regex(pattern)) ? found[1].str() : std::string();
    };
    const auto leads = [&](const std::string& object, const std::string& key) {
        return part(object, "/" + key + R"( (\d+) 0 R)");
    };
    const auto pages = objects[leads(root, "Pages")];
    std::vector<Entry> entries;
    const auto title = [&](const std::string& at) { return part(objects[at], R"(/Title \(([^)]*)\))"); };
    for (auto at = leads(objects[leads(root, "Outlines")], "First"); !at.empty(); at = leads(objects[at], "Next")) {
        const auto page = pages.find(" " + part(objects[at], R"(/Dest \[ *(\d+) 0 R)") + " 0 R", pages.find("/Kids"));
        entries.push_back({title(at), {}, page});
        for (auto in = leads(objects[at], "First"); !in.empty(); in = leads(objects[in], "Next")) {
            entries.back().below.push_back(title(in));
        }
    }
    return entries;
}

std::vector<std::pair<std::string, std::vector<std::string>>> outline(const std::string& pdf) {
    std::vector<std::pair<std::string, std::vector<std::string>>> titles;
    for (auto& entry : entries_of(pdf)) titles.emplace_back(std::move(entry.title), std::move(entry.below));
    return titles;
}

/// The longer side of each page, pt.
std::vector<int> page_sides(const std::string& pdf) {
    static const std::regex box(R"(/MediaBox \[\s*0 0 ([0-9.]+) ([0-9.]+))");
    std::vector<int> sides;
    for (std::sregex_iterator found(pdf.begin(), pdf.end(), box), end; found != end; ++found) {
        sides.push_back(static_cast<int>(std::lround(std::max(std::stod((*found)[1]), std::stod((*found)[2])))));
    }
    return sides;
}

}  // namespace

TEST_CASE("an SVG has a board's words as text, one line each, and says what pictures show and in which language") {
    const auto svg = paint::board_to_svg(type(), scenes::board_sheet());
    REQUIRE(svg);
    CHECK(svg->starts_with("<?xml"));
    CHECK(svg->find("<title>Aktörskarta</title>") != std::string::npos);
    CHECK(svg->find("xml:lang=\"sv\"") != std::string::npos);
    CHECK(svg->find(">Nära föreningen</text>") != std::string::npos);
    CHECK(svg->find(">frågar</text>") != std::string::npos);
    CHECK(svg->find("aria-label=\"En skylt på en dörr\"") != std::string::npos);
    CHECK(svg->find("<g xml:lang=\"ar\">") != std::string::npos);
    CHECK(svg->find("direction=\"rtl\"") != std::string::npos);
    CHECK(count_of(*svg, "<text ") == count_of(*svg, "</text>"));
    CHECK(count_of(*svg, "<g") == count_of(*svg, "</g>"));
}

TEST_CASE("a curve that is drawn from notes says what it shows, and its other strokes say nothing") {
    auto sheet = scenes::board_sheet();
    const auto groups = count_of(*paint::board_to_svg(type(), sheet), "<g");
    model::Item stroke;
    stroke.type = model::ItemType::ink;
    stroke.slot = "form.curve";
    stroke.place = {0, 0, 100, 20};
    stroke.ink = {{0, 0}, {100, 20}};
    stroke.level = "z";
    for (const auto* text : {"Känsla som kurva: Ringer: Bra", ""}) {
        stroke.id = base::new_id(1);
        stroke.text = text;
        sheet.items.push_back(stroke);
    }
    const auto svg = paint::board_to_svg(type(), sheet);
    REQUIRE(svg);
    CHECK(svg->find("aria-label=\"Känsla som kurva: Ringer: Bra\"") != std::string::npos);
    CHECK(count_of(*svg, "<g") == groups + 1);
}

TEST_CASE("the same board gives the same SVG") {
    CHECK(*paint::board_to_svg(type(), scenes::board_sheet()) == *paint::board_to_svg(type(), scenes::board_sheet()));
}

TEST_CASE("what means something in XML is written out, and what may not stand there is left out") {
    CHECK(paint::to_xml("a<b>&\"c\"\x01\x1f\n\xef\xbf\xbf.") == "a&lt;b&gt;&amp;&quot;c&quot;\n.");
    auto sheet = scenes::board_sheet();
    sheet.title = "</title><script>alert(1)</script>";
    sheet.items.front().text = "\"><&";
    const auto svg = paint::board_to_svg(type(), sheet);
    REQUIRE(svg);
    CHECK(svg->find("<script") == std::string::npos);
    CHECK(svg->find("&quot;&gt;&lt;&amp;") != std::string::npos);
}

TEST_CASE("an SVG's numbers are short and never what XML does not know") {
    paint::SvgPainter painter({100, 50});
    painter.fill({1.0 / 3, -0.001, 10, 20}, 0, base::rgb(0x0E5C63));
    painter.circle({0, HUGE_VAL}, 4, base::rgb(0));
    const auto svg = painter.finish("x", "sv");
    CHECK(svg.find("x=\"0.33\" y=\"0\" width=\"10\"") != std::string::npos);
    CHECK(svg.find("inf") == std::string::npos);
    CHECK(svg.find("#0e5c63") != std::string::npos);
}

TEST_CASE("a PDF has its language, its frames as table of contents and what its pictures show") {
    const auto pdf = paint::board_to_pdf(type(), scenes::board_sheet(), {});
    REQUIRE(pdf);
    CHECK(pdf->starts_with("%PDF-"));
    CHECK(count_pages(*pdf) == 1);
    CHECK(pdf->find("/Lang (sv)") != std::string::npos);
    CHECK(pdf->find("/Outlines") != std::string::npos);
    CHECK(pdf->find("/Alt ") != std::string::npos);
    CHECK(pdf->find("/StructTreeRoot") != std::string::npos);
}

TEST_CASE("a named group has its name and number above it, and stands in the table of contents") {
    auto sheet = scenes::board_of_notes(4);
    const auto before = paint::board_to_pdf(type(), sheet, {});
    REQUIRE(before);
    CHECK(before->find("/Outlines") == std::string::npos);
    for (std::size_t i = 0; i < 3; ++i) {
        sheet.items[i].group = sheet.items[0].id;
        sheet.items[i].group_name = "Köer";
    }
    const auto pdf = paint::board_to_pdf(type(), sheet, {});
    REQUIRE(pdf);
    CHECK(pdf->find("/Outlines") != std::string::npos);
    const auto svg = paint::board_to_svg(type(), sheet);
    REQUIRE(svg);
    CHECK(svg->find("Köer · 3") != std::string::npos);
}

TEST_CASE("a group's name stands on a ground of its own above all else, and an edge shows what belongs to it") {
    auto sheet = scenes::board_of_notes(45);
    const auto plain = paint::board_to_svg(type(), sheet);
    REQUIRE(plain);
    // In the middle: notes lie all around it.
    for (std::size_t i = 21; i < 23; ++i) {
        sheet.items[i].group = sheet.items[21].id;
        sheet.items[i].group_name = "Köer";
    }
    const auto svg = paint::board_to_svg(type(), sheet);
    REQUIRE(svg);
    const auto name = svg->find("Köer · 2");
    REQUIRE(name != std::string::npos);
    CHECK(svg->find("<rect", name) == std::string::npos);
    CHECK(svg->find("Lapp", name) == std::string::npos);
    CHECK(count_of(*svg, "<rect") == count_of(*plain, "<rect") + 3);
}

TEST_CASE("a board gets the smallest sheet that can be read, and several when it is too large for all") {
    const auto size_of = [](const paint::BoardSheet& sheet, const paint::BoardPaper& paper) {
        const auto pdf = paint::board_to_pdf(type(), sheet, paper);
        REQUIRE(pdf);
        static const std::regex box(R"(/MediaBox \[\s*0 0 ([0-9.]+) ([0-9.]+))");
        std::smatch found;
        REQUIRE(std::regex_search(*pdf, found, box));
        return std::pair{std::max(std::stod(found[1]), std::stod(found[2])), count_pages(*pdf)};
    };
    CHECK(size_of(scenes::board_sheet(), {}).first == doctest::Approx(842).epsilon(0.01));
    CHECK(size_of(scenes::board_of_notes(100), {}).first > 1100);
    CHECK(size_of(scenes::board_of_notes(100), {}).second == 1);
    CHECK(size_of(scenes::board_of_notes(100), {paint::PaperSize::a4, false}).second == 1);
    const auto tiles = size_of(scenes::board_of_notes(100), {paint::PaperSize::a3, true});
    CHECK(tiles.first == doctest::Approx(1191).epsilon(0.01));
    CHECK(tiles.second > 3);
    CHECK(size_of({}, {}).second == 1);
}

TEST_CASE("what there is no room for on a note is written out after the board, or said of it") {
    auto sheet = scenes::board_of_notes(3);
    std::string text;
    for (int i = 0; i < 60; ++i) text += "ord" + std::to_string(i) + " ";
    sheet.items[1].text = text + "sist";
    const auto pdf = paint::board_to_pdf(type(), sheet, {});
    REQUIRE(pdf);
    CHECK(count_pages(*pdf) == 2);
    const auto svg = paint::board_to_svg(type(), sheet);
    REQUIRE(svg);
    CHECK(svg->find("ord59 sist\"") != std::string::npos);
    for (int i = 0; i < 2000; ++i) sheet.items[2].text += "\n" + std::to_string(i);
    CHECK(count_pages(*paint::board_to_pdf(type(), sheet, {})) > 30);
}

TEST_CASE("things that lie very far apart give few pages: those on which nothing lies are left out") {
    auto sheet = scenes::board_of_notes(2);
    sheet.items[1].place = {900000, 900000, 200, 200};
    const auto pdf = paint::board_to_pdf(type(), sheet, {std::nullopt, true});
    REQUIRE(pdf);
    CHECK(count_pages(*pdf) == 2);
}

TEST_CASE("a picture above the limits is refused in words; without a scale it is as large as it may be") {
    auto sheet = scenes::board_of_notes(4);
    sheet.items[1].place.x = 8000;
    const auto refused = paint::board_to_png(type(), sheet, 2.0);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::Code::too_large);
    CHECK_FALSE(refused.error().what.empty());
    CHECK(paint::board_to_png(type(), sheet, 1.0));
    CHECK(paint::board_to_png(type(), sheet, std::nullopt));
}

TEST_CASE("drawing is told how far it has come, and stops when it is told to") {
    const auto sheet = scenes::board_of_notes(200);
    for (const int way : {0, 1, 2}) {
        std::int64_t asked = 0, last = -1;
        const auto run = [&](const paint::DrawProgress& progress) {
            if (way == 0) return paint::board_to_pdf(type(), sheet, {}, progress);
            if (way == 1) return paint::board_to_svg(type(), sheet, progress);
            return paint::board_to_png(type(), sheet, 1.0, progress);
        };
        CHECK(run([&](std::int64_t done, std::int64_t of) {
            ++asked;
            CHECK(done > last);
            CHECK(of >= 200);
            last = done;
            return true;
        }));
        CHECK(asked > 3);
        const auto stopped = run([](std::int64_t done, std::int64_t) { return done < 60; });
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == base::Code::closed);
    }
}

TEST_CASE("a PDF of five hundred notes tells how far it has come in steps, and sets nothing more once it is stopped") {
    const auto sheet = scenes::board_of_notes(500);
    paint::Typesetter whole, part;
    std::int64_t asked = 0, all = 0;
    REQUIRE(paint::board_to_pdf(whole, sheet, {paint::PaperSize::a4, true}, [&](std::int64_t done, std::int64_t of) {
        CHECK(done == 32 * asked++);
        all = of;
        return true;
    }));
    CHECK(all >= 500);
    CHECK(asked == (all + 31) / 32);
    asked = 0;
    const auto stopped = paint::board_to_pdf(part, sheet, {paint::PaperSize::a4, true},
                                             [&](std::int64_t, std::int64_t) { return ++asked < 3; });
    REQUIRE_FALSE(stopped);
    CHECK(asked == 3);
    CHECK(part.made() < whole.made() / 4);
}

TEST_CASE("a poster's pages go by rows, and by columns where the method does: a phase from the top, then the next") {
    paint::BoardSheet sheet;
    const auto add = [&sheet](int number, base::Point at, const char* title) {
        auto frame = scenes::board_items().front();
        frame.id.bytes[15] = static_cast<std::uint8_t>(number);
        frame.place = {at.x, at.y, 300, 300};
        frame.text = title;
        sheet.items.push_back(frame);
    };
    add(1, {0, 0}, "first above");
    add(2, {3000, 0}, "second above");
    add(3, {0, 3000}, "first below");
    add(4, {3000, 3000}, "second below");
    const auto order = [&sheet] {
        const auto pdf = paint::board_to_pdf(type(), sheet, {paint::PaperSize::a4, true});
        REQUIRE(pdf);
        auto entries = entries_of(*pdf);
        std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.page < b.page; });
        std::vector<std::string> titles;
        for (const auto& entry : entries) titles.push_back(entry.title);
        return titles;
    };
    CHECK(order() == std::vector<std::string>{"first above", "second above", "first below", "second below"});
    sheet.by_columns = true;
    CHECK(order() == std::vector<std::string>{"first above", "first below", "second above", "second below"});
}

TEST_CASE("boards that are kept together are one PDF: each begins a page and is a chapter, with its frames below it") {
    paint::Book book;
    book.title = "Half a day";
    book.language = "sv";
    paint::Sheet journey;
    journey.title = "Draw the journey";
    journey.notes.resize(3);
    for (auto& note : journey.notes) note.text = "A step";
    auto board = scenes::board_sheet();
    board.items = {board.items[0], board.items[1]};
    board.items[0].text = "Near";
    board.items[1].text = "Far";
    book.chapters = {{"Draw the journey", journey}, {"Who is concerned?", board}, {"Ideas", journey}};
    const auto pdf = paint::book_to_pdf(type(), book, std::nullopt);
    REQUIRE(pdf);
    CHECK(count_pages(*pdf) == 3);
    CHECK(pdf->find("/Lang (sv)") != std::string::npos);
    CHECK(pdf->find("(Half a day)") != std::string::npos);
    using Entries = std::vector<std::pair<std::string, std::vector<std::string>>>;
    CHECK(outline(*pdf) == Entries{{"Draw the journey", {}}, {"Who is concerned?", {"Near", "Far"}}, {"Ideas", {}}});
    CHECK(page_sides(*pdf) == std::vector<int>{1191, 842, 1191});
    const auto small = paint::book_to_pdf(type(), book, paint::PaperSize::a4);
    REQUIRE(small);
    CHECK(page_sides(*small) == std::vector<int>{842, 842, 842});
    CHECK_FALSE(paint::book_to_pdf(type(), {}, std::nullopt));
}

TEST_CASE("boards that are kept together tell how far they have come over all of them, and stop") {
    paint::Book book;
    book.chapters = {{"Notes", scenes::board_of_notes(200)}, {"More notes", scenes::board_of_notes(200)}};
    std::int64_t last = -1, asked = 0;
    REQUIRE(paint::book_to_pdf(type(), book, std::nullopt, [&](std::int64_t done, std::int64_t of) {
        CHECK(done > last);
        CHECK(of == 2000);
        last = done;
        ++asked;
        return true;
    }));
    CHECK(last > 1000);
    CHECK(asked > 10);
    const auto stopped =
        paint::book_to_pdf(type(), book, std::nullopt, [](std::int64_t done, std::int64_t) { return done < 1000; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == base::Code::closed);
}

TEST_CASE("paper sizes are known by their names") {
    CHECK(paint::parse_paper_size("A0") == paint::PaperSize::a0);
    CHECK(paint::parse_paper_size("a4") == paint::PaperSize::a4);
    CHECK_FALSE(paint::parse_paper_size("A5").has_value());
    CHECK_FALSE(paint::parse_paper_size("").has_value());
}

TEST_CASE("a note's words are set a few times until they fit, not once for every size") {
    constexpr int notes = 500;
    paint::Typesetter fresh;
    REQUIRE(paint::board_to_pdf(fresh, scenes::board_of_notes(notes), {}));
    CHECK(fresh.made() < notes * 7);
}
