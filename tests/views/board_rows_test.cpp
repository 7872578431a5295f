#include "views/board_rows.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "views/board_list.hpp"
#include "views/rows_form.hpp"

namespace {

struct RowsBoard {
    model::BoardForm form = rows_form();
    std::int64_t made = 0;
    model::MakeId make_id = [this] { return base::new_id(++made); };
    std::vector<model::Item> items = views::begin_board(form, "sv", make_id);

    base::Id add(const std::string& field, const std::string& text) {
        const auto shown = views::with_rows(form, items);
        const auto* found = shown.find_field(field);
        REQUIRE(found != nullptr);
        items.push_back(views::new_entry(shown, *found, items, make_id(), text));
        return items.back().id;
    }
    std::vector<views::FieldEntry> read(const std::string& field) {
        const auto shown = views::with_rows(form, items);
        for (auto& filled : views::read_fields(shown, items)) {
            if (filled.field->id == field) return filled.entries;
        }
        return {};
    }
    std::string value(const std::string& column, const base::Id& row) {
        const auto entries = read(model::row_field(column, row));
        return entries.empty() ? "–" : entries.front().value;
    }
    void say(const std::string& column, const base::Id& row, const std::string& text) {
        const auto shown = views::with_rows(form, items);
        const auto* field = shown.find_field(model::row_field(column, row));
        REQUIRE(field != nullptr);
        const auto told = views::row_told(shown, *field, text, items);
        REQUIRE(told.has_value());
        *std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == row; }) = *told;
    }
    /// The words that are drawn, from above, each row from the left.
    std::string drawn(std::string_view add = {}) {
        auto all = views::rows_drawn(form, items, "sv", add);
        std::erase_if(all, [](const auto& item) { return item.type != model::ItemType::text; });
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return std::pair(a.place.y, a.place.x) < std::pair(b.place.y, b.place.x);
        });
        std::string words;
        double y = 0;
        for (const auto& item : all) {
            if (!words.empty()) words += item.place.y == y ? " | " : " / ";
            y = item.place.y;
            words += item.text;
        }
        return words;
    }
};

}  // namespace

TEST_CASE("a note in a field is a row of the table, and says itself where it lies and what it is") {
    RowsBoard it;
    CHECK(it.drawn().empty());
    const auto cook = it.add("far", "Kock");
    CHECK(it.value("where", cook) == "far");
    CHECK(it.value("kind", cook) == "sol");
    CHECK(it.value("weight", cook) == "–");
    CHECK(it.drawn() == "Kock | Anhörig | Långt bort");
    it.add(model::row_field("weight", cook), "4");
    CHECK(it.value("weight", cook) == "4");
    CHECK(it.drawn() == "Kock | Anhörig | Långt bort | 4");
    // Read by hands, by a form and in a list it is one and the same.
    CHECK(it.read("near").empty());
    it.say("where", cook, "near");
    it.say("kind", cook, "Personal");
    REQUIRE(it.read("near").size() == 1);
    CHECK(it.read("near").front().item == cook);
    CHECK(it.read("near").front().colour == "himmel");
    CHECK(it.drawn() == "Kock | Personal | Nära | 4");
    const auto rows = views::board_rows(&it.form, "sv", it.items);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].row == "Vikt: 4");
    CHECK(views::to_list_board(&it.form, "Karta", "sv", it.items).groups.at(0).notes.at(0).text ==
          "Kock (Personal). Vikt: 4");
    CHECK(views::fields_to_json(it.form, "sv", it.items).find(R"("row":{"weight":{"text":"4","value":"4"}})") !=
          std::string::npos);
}

TEST_CASE("rows stay in the order they were made, and what is said of one goes with it alone") {
    RowsBoard it;
    const auto first = it.add("near", "Ett"), second = it.add("far", "Två");
    it.add(model::row_field("weight", first), "1");
    it.add(model::row_field("weight", second), "2");
    it.say("where", first, "far");
    CHECK(it.drawn() == "Ett | Anhörig | Långt bort | 1 / Två | Anhörig | Långt bort | 2");
    const auto said = views::said_of({first}, it.items);
    REQUIRE(said.size() == 1);
    std::erase_if(it.items, [&](const auto& item) { return item.id == first || item.id == said[0]; });
    CHECK(it.drawn() == "Två | Anhörig | Långt bort | 2");
    // Beside the fields it is no row, and loses nothing.
    auto& note = *std::find_if(it.items.begin(), it.items.end(), [&](const auto& item) { return item.id == second; });
    const auto place = note.place;
    note.place = {0, 3000, 100, 100};
    CHECK(it.drawn().empty());
    CHECK(views::beside_fields(it.form, it.items).size() == 1);
    note.place = place;
    CHECK(it.drawn() == "Två | Anhörig | Långt bort | 2");
}

TEST_CASE("what is no option changes nothing, and a row that is gone cannot be changed") {
    RowsBoard it;
    const auto row = it.add("near", "Ett");
    const auto shown = views::with_rows(it.form, it.items);
    const auto before = it.items.back();
    for (const auto* text : {"", "Någonstans", "Nära", "near"}) {
        const auto told = views::row_told(shown, *shown.find_field(model::row_field("where", row)), text, it.items);
        REQUIRE(told.has_value());
        CHECK(*told == before);
    }
    it.items.pop_back();
    CHECK_FALSE(views::row_told(shown, *shown.find_field(model::row_field("where", row)), "far", it.items));
    CHECK(views::tells_of_row(it.form, model::row_field("where", row)));
    CHECK_FALSE(views::tells_of_row(it.form, model::row_field("weight", row)));
    CHECK_FALSE(views::tells_of_row(it.form, "near"));
}

TEST_CASE("the table shows empty rows as many as the template has, and on the wall one to begin in") {
    RowsBoard it;
    const auto rows = [&](std::string_view add) {
        std::set<double> tops;
        for (const auto& item : views::rows_drawn(it.form, it.items, "sv", add)) {
            if (item.type == model::ItemType::frame) tops.insert(item.place.y);
            CHECK(item.locked);
            CHECK(item.slot.starts_with(views::row_slot));
        }
        return tops.size();
    };
    CHECK(rows("") == 3);
    for (int i = 0; i < 3; ++i) it.add("near", "Namn");
    CHECK(rows("") == 3);
    CHECK(rows("+ Ny") == 4);
    CHECK(it.drawn("+ Ny").ends_with("/ + Ny"));
    // Paper has the table in place of what is said of its rows.
    const auto row = it.items.back().id;
    it.add(model::row_field("weight", row), "5");
    const auto paper = views::items_drawn(it.form, it.items, "sv");
    CHECK(std::none_of(paper.begin(), paper.end(),
                       [](const auto& item) { return model::parse_row_field(item.slot).has_value(); }));
    CHECK(std::any_of(paper.begin(), paper.end(),
                      [](const auto& item) { return item.type == model::ItemType::text && item.text == "5"; }));
}

TEST_CASE("boards merged into one keep what is said of each row, and so do copies") {
    RowsBoard it;
    const auto row = it.add("near", "Ett");
    it.add(model::row_field("weight", row), "3");
    const std::vector<model::TableBoard> boards{{"Bord 1", {}, it.items}, {"Bord 2", {}, it.items}};
    const auto merged = views::merge_boards(it.form, boards, "sv", it.make_id);
    const auto rows = views::read_rows(it.form, merged);
    REQUIRE(rows.size() == 2);
    for (const auto& one : rows) {
        CHECK(one.item != row);
        REQUIRE(one.columns.size() == 1);
        CHECK(one.columns[0].second == "3");
    }
    const auto copied = views::read_rows(it.form, model::copy_items(it.items, it.make_id));
    REQUIRE(copied.size() == 1);
    CHECK(copied[0].columns.size() == 1);
}

TEST_CASE("a board made while the table was one of its own is read and filled in as before") {
    RowsBoard it;
    std::erase_if(it.items, [](const auto& item) { return item.slot == model::rows_region; });
    model::Item frame;
    frame.id = it.make_id();
    frame.type = model::ItemType::frame;
    frame.slot = "weight.2";
    frame.place = {900, 300, 200, 160};
    frame.locked = true;
    it.items.push_back(frame);
    it.add("weight.2", "3");
    CHECK(frame.place.contains(it.items.back().place.centre()));
    REQUIRE(it.read("weight.2").size() == 1);
    CHECK(it.read("weight.2").front().value == "3");
    CHECK(views::rows_drawn(it.form, it.items, "sv").empty());
    const auto row = it.add("near", "Ett");
    CHECK(it.value("where", row) == "near");
}

TEST_CASE("a note that is written in a field has its colour, unless colours mean something on the board") {
    auto form = rows_form();
    form.regions[1].colour = "mint";
    CHECK(model::entry_colour(form, form.fields[1]) == "sol");
    form.regions[1].colour = "himmel";
    CHECK(model::entry_colour(form, form.fields[1]) == "himmel");
    form.legend.clear();
    form.regions[1].colour = "mint";
    CHECK(model::entry_colour(form, form.fields[1]) == "mint");
    CHECK(model::entry_colour(form, form.fields[0]) == "sol");
    const std::vector<model::Item> items;
    CHECK(views::new_entry(form, form.fields[1], items, base::new_id(1), "Hej").colour == "mint");
}
