#include "app/free_board.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "app/register_writer.hpp"
#include "base/clock.hpp"
#include "folder.hpp"
#include "must.hpp"
#include "register/csv.hpp"

namespace {

using model::Item;
using model::ItemType;

base::Id item_id(int number) {
    base::Id id;
    id.bytes[0] = 1;
    id.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return id;
}

Item thing(int number, ItemType type, base::Rect place, std::string text = {}) {
    Item item;
    item.id = item_id(number);
    item.type = type;
    item.place = place;
    item.text = std::move(text);
    return item;
}

std::vector<Item> a_board() {
    std::vector<Item> items{
        thing(1, ItemType::note, {500, 120, 200, 200}, "Andra"),
        thing(2, ItemType::note, {30, 130, 200, 200}, "Första"),
        thing(3, ItemType::frame, {0, 0, 800, 400}, "Yttre"),
        thing(4, ItemType::frame, {480, 100, 260, 260}, "Inre"),
        thing(5, ItemType::note, {0, 2000, 200, 200}, "Lös"),
        thing(6, ItemType::stamp, {180, 150, 60, 60}),
        thing(7, ItemType::stamp, {40, 250, 60, 60}),
        thing(8, ItemType::line, {0, 0, 1, 1}, "därför"),
        thing(9, ItemType::ink, {0, 0, 10, 10}),
    };
    items[0].colour = "mint";
    items[1].author = "Tove";
    items[5].means = items[6].means = "heart";
    items[7].means = "causes";
    items[7].from.item = item_id(2);
    items[7].to.item = item_id(1);
    return items;
}

ideas::CsvTable table_of(const std::vector<Item>& items) {
    const auto table = ideas::parse_csv(app::board_to_csv({}, items));
    REQUIRE(table);
    return *table;
}

const std::vector<std::string>& row_with(const ideas::CsvTable& table, const std::string& text) {
    for (const auto& row : table.rows) {
        if (row.cells[1] == text) return row.cells;
    }
    FAIL("no row with " << text);
    return table.rows.front().cells;
}

app::FreeBoard named_board(int number, std::string title) {
    app::FreeBoard board;
    board.id = item_id(number);
    board.title = std::move(title);
    board.name = board.id.text().substr(0, 8);
    return board;
}

}  // namespace

TEST_CASE("a spreadsheet of a board names what lies in what, what is stamped and what leads where") {
    const auto table = table_of(a_board());
    CHECK(table.rows.size() == 7);  // heading, two frames, three notes, a line
    const auto& first = row_with(table, "Första");
    CHECK(first[3] == "Tove");
    CHECK(first[4] == "Yttre");
    CHECK(first[6].find("2") != std::string::npos);
    CHECK(row_with(table, "Andra")[4] == "Inre");
    CHECK(row_with(table, "Lös")[4].empty());
    const auto& line = row_with(table, "därför");
    CHECK(line[7] == "Första");
    CHECK_FALSE(line[8].empty());
    CHECK(line[9] == "Andra");
}

TEST_CASE("it is read by frame, from the top, from the left; what lies in none comes after, and lines last") {
    const auto table = table_of(a_board());
    std::vector<std::string> order;
    for (const auto& row : table.rows) order.push_back(row.cells[1]);
    CHECK(order[1] == "Yttre");
    CHECK(order[2] == "Första");
    const auto at = [&order](const std::string& text) { return std::find(order.begin(), order.end(), text); };
    CHECK(at("Inre") < at("Andra"));
    CHECK(order[order.size() - 2] == "Lös");
    CHECK(order.back() == "därför");
}

TEST_CASE("JSON of a board has its items by id, and how many strokes there are") {
    const auto json = app::board_to_json(named_board(90, "Aktörskarta"), a_board());
    CHECK(json.find("\"title\":\"Aktörskarta\"") != std::string::npos);
    CHECK(json.find("\"stamps\":[\"heart\",\"heart\"]") != std::string::npos);
    CHECK(json.find("\"frame\":\"" + item_id(3).text() + "\"") != std::string::npos);
    CHECK(json.find("\"from\":\"" + item_id(2).text() + "\"") != std::string::npos);
    CHECK(json.find("\"strokes\":1") != std::string::npos);
}

TEST_CASE("a spreadsheet and JSON tell which named group each belongs to") {
    auto items = a_board();
    items[0].group = items[1].group = item_id(700);
    items[0].group_name = items[1].group_name = "Köer";
    const auto table = table_of(items);
    CHECK(row_with(table, "Andra").back() == "Köer");
    CHECK(row_with(table, "Lös").back().empty());
    const auto json = app::board_to_json(named_board(90, "Aktörskarta"), items);
    CHECK(json.find("\"groups\":[{\"id\":\"" + item_id(700).text() + "\",\"name\":\"Köer\",\"items\":2}]") !=
          std::string::npos);
}

TEST_CASE("a list of very many items, half of them frames, costs no more than their number") {
    std::vector<Item> items;
    for (int i = 0; i < 20000; ++i) {
        const base::Rect place{i % 200 * 300.0, i / 200 * 300.0, i % 2 == 0 ? 280.0 : 200.0, 250};
        items.push_back(thing(i, i % 2 == 0 ? ItemType::frame : ItemType::note, place, "x"));
    }
    const auto begun = std::chrono::steady_clock::now();
    CHECK(app::board_to_json({}, items).size() > 1000000);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(20));
}

TEST_CASE("a free board is found by name, by title as one word, and by the beginning of its id") {
    std::vector<app::FreeBoard> boards{named_board(1, "Aktörskarta"), named_board(2, "Resan"), named_board(3, "Resan")};
    boards[0].name = "aktorskarta";
    CHECK(app::find_free_board(boards, "aktorskarta") == &boards[0]);
    CHECK(app::find_free_board(boards, "Aktörskarta") == &boards[0]);
    CHECK(app::find_free_board(boards, "resan") == &boards[1]);
    CHECK(app::find_free_board(boards, boards[2].id.text()) == &boards[2]);
    CHECK(app::find_free_board(boards, item_id(3)) == &boards[2]);
    CHECK(app::find_free_board(boards, "01") == nullptr);
    CHECK(app::find_free_board(boards, "") == nullptr);
    CHECK(app::find_free_board(boards, "\xff\xfe\xff\xfe") == nullptr);
}

TEST_CASE("boards that were undone away or removed are not told of") {
    const Folder folder;
    ::setenv("XDG_STATE_HOME", folder.path.c_str(), 1);
    const auto file = folder / "dag.iderum";
    const auto writer = must(app::RegisterWriter::open(file, base::system_clock()));
    const auto write = [&writer](const base::Id& board, std::string_view field, model::Value value) {
        model::Draft draft("trainer", "change.make_board");
        draft.set(board, field, std::move(value));
        must(writer->write(std::move(draft)));
        must(writer->wait());
    };
    for (int i = 1; i <= 4; ++i) write(item_id(i), "board.made_at", std::int64_t{1000} * i);
    write(item_id(1), "board.title", "Kvar");
    write(item_id(2), "board.made_at", {});
    write(item_id(3), "board.deleted", 1);
    write(item_id(2), "board.parted_at", 5000);
    auto reader = must(store::Reader::open(file));
    const auto boards = must(app::read_free_boards(reader, {}));
    REQUIRE(boards.size() == 2);
    CHECK(boards[0].id == item_id(4));
    CHECK(boards[1].title == "Kvar");
}
