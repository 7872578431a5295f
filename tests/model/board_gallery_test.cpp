#include "model/board_gallery.hpp"

#include <doctest/doctest.h>

#include <set>

#include "model/board_form.hpp"

namespace {

model::MakeId counting_ids() {
    return [number = 0]() mutable {
        return base::derived_id("gallery", {base::Id{{static_cast<unsigned char>(++number)}}.span()});
    };
}

std::vector<model::Item> table_board(const model::MakeId& make_id) {
    model::Item frame;
    frame.id = make_id();
    frame.type = model::ItemType::frame;
    frame.place = {100, 100, 600, 400};
    frame.slot = "says";
    frame.locked = true;
    model::Item note;
    note.id = make_id();
    note.place = {150, 200, 200, 200};
    note.text = "Hej";
    note.group = make_id();
    model::Item other = note;
    other.id = make_id();
    other.place.x = 400;
    other.author = "Tove";
    model::Item line;
    line.id = make_id();
    line.type = model::ItemType::line;
    line.from.item = note.id;
    line.to.item = make_id();  // of another board
    line.to.at = {500, 500};
    return {frame, note, other, line};
}

}  // namespace

TEST_CASE("a copy has ids of its own, and its lines and groups keep together") {
    const auto make_id = counting_ids();
    const auto items = table_board(make_id);
    const auto copies = model::copy_items(items, make_id, {10, 20});
    REQUIRE(copies.size() == items.size());
    std::set<base::Id> ids;
    for (const auto& item : items) ids.insert(item.id);
    for (const auto& copy : copies) CHECK(ids.insert(copy.id).second);
    CHECK(copies[1].place == base::Rect{160, 220, 200, 200});
    CHECK(copies[1].group == copies[2].group);
    CHECK(copies[1].group != items[1].group);
    CHECK(copies[0].group.empty());
    CHECK(copies[3].from.item == copies[1].id);
    CHECK(copies[3].to.item.empty());
    CHECK(copies[3].to.at == base::Point{510, 520});
    CHECK(copies[0].slot == "says");
    CHECK(copies[0].locked);
}

TEST_CASE("each table gets a copy that shares nothing with the others") {
    const auto make_id = counting_ids();
    const auto copies = model::copies_for_tables(table_board(make_id), 5, make_id);
    REQUIRE(copies.size() == 5);
    std::set<base::Id> ids;
    for (const auto& table : copies) {
        for (const auto& item : table) CHECK(ids.insert(item.id).second);
    }
    CHECK(model::copies_for_tables({}, 0, make_id).empty());
}

TEST_CASE("boards are hung side by side, and it is told whose each is") {
    const auto make_id = counting_ids();
    std::vector<model::TableBoard> boards;
    for (int table = 1; table <= 4; ++table) {
        boards.push_back({"Bord " + std::to_string(table), "Empatikarta", table_board(make_id)});
    }
    const auto gathered = model::gather_boards(boards, make_id);
    std::vector<base::Rect> frames;
    std::set<std::string> authors;
    for (const auto& item : gathered) {
        if (item.type == model::ItemType::frame && item.slot.empty()) frames.push_back(item.place);
        if (item.type == model::ItemType::note) authors.insert(item.author);
        if (item.type == model::ItemType::frame) CHECK(item.author.empty());
    }
    REQUIRE(frames.size() == 4);
    CHECK(gathered.front().text == "Bord 1\nEmpatikarta");
    CHECK(authors == std::set<std::string>{"Bord 1", "Bord 2", "Bord 3", "Bord 4", "Tove · Bord 1", "Tove · Bord 2",
                                           "Tove · Bord 3", "Tove · Bord 4"});
    // Two rows of two.
    CHECK(frames[0].y == frames[1].y);
    CHECK(frames[2].y > frames[0].bottom());
    for (std::size_t i = 0; i < frames.size(); ++i) {
        for (std::size_t j = i + 1; j < frames.size(); ++j) CHECK_FALSE(frames[i].overlaps(frames[j]));
    }
    for (const auto& item : gathered) {
        if (item.type == model::ItemType::line) continue;
        bool within = false;
        for (const auto& frame : frames) within |= item.place.intersected(frame) == item.place;
        CHECK(within);
    }
}

TEST_CASE("what is too much for one board is left out whole") {
    const auto make_id = [] { return base::new_id(0); };
    model::Item note;
    note.place = {0, 0, 200, 200};
    const std::vector<model::Item> many(model::most_items - 10, note);
    const auto gathered =
        model::gather_boards({{"Bord 1", "", many}, {"Bord 2", "", {note}}, {"Bord 3", "", many}}, make_id);
    CHECK(gathered.size() == many.size() + 1 + 2);
    note.place.w = model::farthest_item;
    CHECK(model::gather_boards({{"Bord 1", "", {note}}}, make_id).empty());
    CHECK(model::gather_boards({}, make_id).empty());
}

TEST_CASE("sheets go round so that everybody has had all of them, each once") {
    for (const int people : {1, 3, 6}) {
        for (int person = 0; person < people; ++person) {
            std::set<int> seen;
            for (int round = 0; round < people; ++round) seen.insert(model::sheet_before(person, round, people));
            CHECK(seen.size() == static_cast<std::size_t>(people));
            CHECK(model::sheet_before(person, 0, people) == person);
        }
    }
    // The sheet of person i lies at i + r in round r.
    CHECK(model::sheet_before(3, 2, 6) == 1);
    CHECK(model::sheet_before(0, 1, 6) == 5);
    CHECK(model::sheet_before(2, 5, 0) == 0);
}

TEST_CASE("a field is of the round that its own name, or its lane's, ends with") {
    model::BoardForm form;
    for (const char* id : {"question", "idea_1", "idea_11", "a.round-1", "b.round-1", "a.round-2", "1"}) {
        form.fields.emplace_back();
        form.fields.back().id = id;
    }
    CHECK(model::fields_of_round(form, 1) == std::vector<std::string>{"idea_1", "a.round-1", "b.round-1"});
    CHECK(model::fields_of_round(form, 2) == std::vector<std::string>{"a.round-2"});
    CHECK(model::fields_of_round(form, 3).empty());
}
