#include "views/board_form.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "trial_form.hpp"
#include "views/board_list.hpp"

namespace {

model::MakeId form_ids() {
    return [] { return base::new_id(1); };
}

model::BoardForm small_form() {
    model::BoardForm form;
    form.name = "prov";
    form.number = "T4";
    form.title = {{"sv", "Prov"}, {"en", "Trial"}};
    form.help = {{"sv", "Hjälp"}, {"en", "Help"}};
    form.size = {1300, 1400};
    form.legend = {{"ros", {{"sv", "Gissning"}, {"en", "Guess"}}}};
    add_field(form, "outer", model::FieldKind::list, {0, 160, 800, 800}, model::RegionShape::ring);
    add_field(form, "inner", model::FieldKind::list, {200, 460, 400, 400}, model::RegionShape::ring);
    add_field(form, "when", model::FieldKind::date, {900, 160, 300, 300});
    add_field(form, "how_many", model::FieldKind::number, {900, 500, 300, 300});
    form.fields.back().lowest = 1;
    form.fields.back().highest = 5;
    add_field(form, "which", model::FieldKind::choice, {900, 840, 300, 300});
    form.fields.back().options = {{"yes", {{"sv", "Ja"}, {"en", "Yes"}}}, {"no", {{"sv", "Nej"}, {"en", "No"}}}};
    return form;
}

model::Item note_at(double x, double y, const std::string& text, const std::string& colour = "sol") {
    model::Item note;
    note.id = base::new_id(1);
    note.place = {x, y, 100, 100};
    note.text = text;
    note.colour = colour;
    return note;
}

const views::FilledField& filled_of(const std::vector<views::FilledField>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&id](const auto& one) { return one.field->id == id; });
    REQUIRE(found != all.end());
    return *found;
}

std::string texts_of(const views::FilledField& filled) {
    std::string texts;
    for (const auto& entry : filled.entries) texts += (texts.empty() ? "" : ", ") + entry.text;
    return texts;
}

}  // namespace

TEST_CASE("a board begun from a form has a locked frame for each field, in the language asked for") {
    const auto form = small_form();
    const auto items = views::begin_board(form, "en", form_ids());
    std::size_t frames = 0;
    std::string level;
    for (const auto& item : items) {
        CHECK(item.locked);
        CHECK(views::is_furniture(item));
        CHECK(item.level > level);
        level = item.level;
        if (item.type == model::ItemType::frame) ++frames;
        if (item.slot == "when") CHECK(item.text == "Field when");
        if (item.slot == "form.title") CHECK(item.text == "Trial");
        if (item.slot == "form.legend") CHECK(item.text == "Guess");
    }
    CHECK(frames == form.fields.size());
    for (const auto& filled : views::read_fields(form, items)) CHECK(filled.entries.empty());
    CHECK(views::beside_fields(form, items).empty());
}

TEST_CASE("a note's field is that of the smallest frame that its middle lies in, wherever it was written") {
    const auto form = small_form();
    auto items = views::begin_board(form, "sv", form_ids());
    items.push_back(note_at(50, 300, "ute"));
    items.push_back(note_at(300, 600, "inne"));
    items.push_back(note_at(1260, 600, "bredvid"));
    items.back().slot = "inner";  // it was carried out of it
    items.push_back(note_at(300, 700, ""));
    const auto filled = views::read_fields(form, items);
    CHECK(texts_of(filled_of(filled, "outer")) == "ute");
    CHECK(texts_of(filled_of(filled, "inner")) == "inne");
    const auto beside = views::beside_fields(form, items);
    REQUIRE(beside.size() == 1);
    CHECK(beside[0].text == "bredvid");
    // Without its frame, what was written in the field is still of it.
    std::erase_if(items, [](const auto& item) { return item.type == model::ItemType::frame && item.slot == "inner"; });
    CHECK(texts_of(filled_of(views::read_fields(form, items), "inner")) == "bredvid");
}

TEST_CASE("fields are read row by row, and within a row from the left") {
    const auto form = small_form();
    auto items = views::begin_board(form, "sv", form_ids());
    items.push_back(note_at(420, 530, "2"));
    items.push_back(note_at(250, 545, "1"));
    items.push_back(note_at(250, 700, "3"));
    CHECK(texts_of(filled_of(views::read_fields(form, items), "inner")) == "1, 2, 3");
}

TEST_CASE("a value is read where what is written fits its kind, in either language") {
    const auto form = small_form();
    const auto value = [&form](const std::string& id, const std::string& text) {
        auto items = views::begin_board(form, "sv", form_ids());
        const auto* region = form.find_region(id);
        items.push_back(note_at(region->place.x + 50, region->place.y + 100, text));
        const auto filled = views::read_fields(form, items);
        REQUIRE(filled_of(filled, id).entries.size() == 1);
        return filled_of(filled, id).entries[0].value;
    };
    CHECK(value("which", "ja") == "yes");
    CHECK(value("which", " NO ") == "no");
    CHECK(value("which", "kanske") == "");
    CHECK(value("how_many", "2,5") == "2.5");
    CHECK(value("how_many", "6") == "");
    CHECK(value("how_many", "två") == "");
    CHECK(value("how_many", "nan") == "");
    CHECK(value("when", "2026-03-01") == "2026-03-01");
    CHECK(value("when", "2026-13-01") == "");
    CHECK(value("when", "i mars") == "");
    CHECK(value("inner", "3") == "");
}

TEST_CASE("what lies on axes has a place from 0 to 1, also when the board was moved") {
    auto form = small_form();
    form.axes = model::FormAxes{{900, 160, 300, 300}, {}, {}};
    auto items = views::begin_board(form, "sv", form_ids());
    items.push_back(note_at(1145, 185, "x"));
    for (auto& item : items) item.place = item.place.moved(1000, 500);
    const auto filled = views::read_fields(form, items);
    const auto& entries = filled_of(filled, "when").entries;
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].text == "x");
    REQUIRE(entries[0].at);
    CHECK(entries[0].at->x == doctest::Approx(1).epsilon(0.01));
    CHECK(entries[0].at->y == doctest::Approx(0.75));
}

TEST_CASE("a new note gets a place of its own in its region, until there is none") {
    const base::Rect region{100, 100, 900, 500};
    std::vector<model::Item> items;
    for (int i = 0; i < 60; ++i) {
        auto note = note_at(0, 0, "x");
        note.place = views::free_place(region, items);
        CHECK(note.place.intersected(region) == note.place);
        if (i < 8) CHECK(note.place.size() == base::Size{200, 200});
        if (i < 8) {
            for (const auto& other : items) CHECK_FALSE(other.place.overlaps(note.place));
        }
        items.push_back(std::move(note));
    }
    // A smaller one goes where a whole one does not.
    auto first = note_at(0, 0, "x");
    first.place = views::free_place({0, 0, 400, 232}, {});
    const auto smaller = views::free_place({0, 0, 400, 232}, {first});
    CHECK(smaller.w < 200);
    CHECK_FALSE(smaller.overlaps(first.place));
    // What is moved away leaves room again.
    items.erase(items.begin() + 1, items.end());
    CHECK(views::free_place(region, items).size() == base::Size{200, 200});
}

TEST_CASE("each of six at a table has room for an entry in a field that takes six, beside what the others wrote") {
    model::BoardForm form;
    form.size = {540, 310};
    add_field(form, "a", model::FieldKind::brief, {0, 0, 540, 310}, model::RegionShape::cell);
    form.regions[0].title.clear();
    form.fields[0].most = 6;
    auto items = views::begin_board(form, "sv", form_ids());
    std::vector<model::Item> notes;
    for (int entry = 1; entry <= 6; ++entry) {
        auto note = views::new_entry(form, form.fields[0], items, base::new_id(1), "Ja, och …");
        CHECK(form.regions[0].place.contains(note.place.centre()));
        CHECK(note.place.w >= 130);
        for (const auto& other : notes) CHECK_FALSE(note.place.overlaps(other.place));
        notes.push_back(note);
        items.push_back(std::move(note));
    }
}

TEST_CASE("a sentence gets a note as wide as two, where that leaves room for all that will lie there") {
    const std::string sentence = "Föreningar bokar lediga tider själva och får besked direkt";
    const base::Rect low{0, 0, 900, 150};
    const auto wide = views::free_place(low, {}, 1, sentence);
    CHECK(wide.w == 416);
    CHECK(wide.intersected(low) == wide);
    CHECK(views::free_place(low, {}, 1, "Kort").w < 201);
    CHECK(views::free_place(low, {}, 4, sentence).w < 201);
    auto beside = note_at(260, 20, "x");
    CHECK(views::free_place(low, {beside}, 1, sentence).w < 201);
    CHECK(views::free_place({0, 0, 300, 150}, {}, 1, sentence).right() <= 300);
}

TEST_CASE("a narrow, a tiny and an empty region give a place too") {
    for (const base::Rect& region : {base::Rect{0, 0, 60, 900}, {0, 0, 900, 60}, {0, 0, 8, 8}, {5, 5, 0, 0}}) {
        const auto place = views::free_place(region, {});
        CHECK(place.w <= region.w);
        CHECK(place.h <= region.h);
        CHECK(place.x >= region.x);
        CHECK(place.y >= region.y);
    }
}

TEST_CASE("a field's notes go below its title, and follow a frame that was moved") {
    const auto form = small_form();
    const auto* field = form.find_field("when");
    const auto area = views::writing_area(form, *field);
    CHECK(area.y >= form.find_region("when")->place.y + model::frame_head);
    auto items = views::begin_board(form, "sv", form_ids());
    for (auto& item : items) {
        if (item.slot == "when") item.place = {2000, 2000, 600, 300};
    }
    const auto moved = views::writing_area(form, *field, items);
    REQUIRE(moved);
    CHECK(moved->x == 2000);
    CHECK(moved->w == 600);
    std::erase_if(items, [](const auto& item) { return item.slot == "when"; });
    CHECK_FALSE(views::writing_area(form, *field, items));
    // Of a ring only what no smaller ring covers.
    const auto ring = views::writing_area(form, *form.find_field("outer"));
    CHECK_FALSE(ring.overlaps(form.find_region("inner")->place));
}

TEST_CASE("what fills a form is read back as it was, as list and as JSON too") {
    const auto form = small_form();
    const model::FormContent content{"prov",
                                     "Vår tavla",
                                     {{"outer", "Grossist", "ros", "Bord 1"},
                                      {"inner", "Elev", "sol", ""},
                                      {"inner", "=1+1", "sol", ""},
                                      {"which", "Ja", "", ""},
                                      {"ingen", "borta", "", ""}}};
    const auto items = views::fill_board(form, content, "sv", form_ids());
    const auto rows = views::board_rows(&form, "sv", items);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].field == "outer");
    CHECK(rows[0].means == "Gissning");
    CHECK(rows[0].author == "Bord 1");
    CHECK(rows[1].text == "Elev");
    CHECK(rows[3].value == "yes");

    const auto list = views::to_list_board(&form, "Vår tavla", "en", items);
    CHECK(list.title == "Vår tavla");
    CHECK(list.question == "Help");
    REQUIRE(list.groups.size() == 3);
    CHECK(list.groups[0].label == "Field outer");
    CHECK(list.groups[0].notes[0].text == "Grossist (Guess)");
    CHECK(list.groups[1].notes.size() == 2);

    const auto json = views::fields_to_json(form, "sv", items);
    CHECK(json.find(R"("means":"Gissning")") != std::string::npos);
    CHECK(json.find(R"("value":"yes")") != std::string::npos);
    CHECK(json.find(R"("id":"when")") != std::string::npos);
}

TEST_CASE("a board without a template is a list by its frames") {
    model::Item frame;
    frame.id = base::new_id(1);
    frame.type = model::ItemType::frame;
    frame.place = {0, 0, 500, 500};
    frame.text = "Bra";
    const std::vector<model::Item> items{frame, note_at(50, 50, "soppan"), note_at(900, 900, "löst")};
    const auto list = views::to_list_board(nullptr, "Tavla", "sv", items);
    REQUIRE(list.groups.size() == 2);
    CHECK(list.groups[0].label == "Bra");
    CHECK(list.groups[0].notes[0].text == "soppan");
    CHECK(list.groups[1].label == "");
    CHECK(list.groups[1].notes[0].text == "löst");
}

TEST_CASE("what belongs to a named group stands together in a list, below the group's name") {
    model::Item frame;
    frame.id = base::new_id(1);
    frame.type = model::ItemType::frame;
    frame.place = {0, 0, 900, 500};
    frame.text = "Bra";
    std::vector<model::Item> items{frame, note_at(50, 50, "nyckel"), note_at(300, 50, "soppa"),
                                   note_at(550, 50, "kod")};
    items[1].group = items[3].group = base::new_id(1);
    items[1].group_name = items[3].group_name = "Låsa upp";
    const auto list = views::to_list_board(nullptr, "Tavla", "sv", items);
    REQUIRE(list.groups.size() == 2);
    CHECK(list.groups[0].label == "Bra");
    CHECK(list.groups[0].notes[0].text == "soppa");
    CHECK(list.groups[1].label == "Bra: Låsa upp · 2");
    REQUIRE(list.groups[1].notes.size() == 2);
    CHECK(list.groups[1].notes[0].text == "nyckel");
    CHECK(list.groups[1].notes[1].text == "kod");
}
