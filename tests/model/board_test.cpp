#include "model/board.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <set>

#include "model/board_values.hpp"
#include "model/parts.hpp"

using model::Draft;
using model::Item;
using model::ItemType;
using parts::id;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// One host: what it writes is merged into its cells.
struct BoardHost {
    model::Cells cells;
    model::HybridClock clock{id(0x11), [] { return parts::morning_ms; }};

    model::Change write(Draft draft) {
        auto change = std::move(draft).finish(cells, clock);
        for (const auto& fact : change.facts) model::merge(cells, fact);
        return change;
    }
    model::Change put(const Item& item) {
        Draft draft("trainer", "change.put_items");
        model::put_item(draft, id(0x77), item);
        return write(std::move(draft));
    }
    std::optional<Item> read(const model::Id& item) const {
        const auto* fields = cells.find(item);
        REQUIRE(fields != nullptr);
        return model::read_item(item, *fields);
    }
    /// As if it had come from another program.
    void tell(const model::Id& item, std::string_view field, model::Value value) {
        Draft draft("import", "change.put_items");
        draft.set(item, field, std::move(value));
        write(std::move(draft));
    }
};

Item full_item() {
    Item item;
    item.id = id(0x22);
    item.type = ItemType::line;
    item.place = {-12.5, 40.25, 200, 120.75};
    item.level = "V0012";
    item.text = "Boka tid · 预约 · حجز";
    item.colour = "himmel";
    item.author = "Bord 2";
    item.language = "sv";
    item.size = 24;
    item.means = "leads_to";
    item.from = {id(0x23), {1.5, 2}};
    item.to = {{}, {300, -20.01}};
    item.ink = {{0, 0, 0.5F}, {12.3F, -4.5F, 0.75F}, {99.9F, 1, 1}};
    item.photo = std::string(64, 'a');
    item.photo_shows = "Skylten vid porten";
    item.group = id(0x24);
    item.group_name = "Nycklar";
    item.slot = "step.lane";
    item.locked = true;
    return item;
}

std::set<std::string> fields_of(const model::Change& change) {
    std::set<std::string> fields;
    for (const auto& fact : change.facts) fields.insert(fact.field);
    return fields;
}

}  // namespace

TEST_CASE("an item is read as it was put") {
    BoardHost host;
    const auto item = full_item();
    host.put(item);
    CHECK(host.read(item.id) == item);
    CHECK(host.cells.id(item.id, "item.board") == id(0x77));
}

TEST_CASE("the values of an item have one form") {
    BoardHost host;
    auto item = full_item();
    item.ink.resize(2);
    host.put(item);
    CHECK(host.cells.text(item.id, "item.place") == R"({"h":120.75,"w":200,"x":-12.5,"y":40.25})");
    CHECK(host.cells.text(item.id, "item.ends") ==
          R"({"from":{"item":")" + id(0x23).text() + R"(","x":1.5,"y":2},"to":{"x":300,"y":-20.01}})");
    CHECK(host.cells.text(item.id, "item.ink") == "[0,0,50,123,-45,75]");
}

TEST_CASE("a Change of an item holds what was changed and nothing else") {
    BoardHost host;
    Item note;
    note.id = id(0x22);
    note.place = {10, 20, 200, 200};
    note.text = "Trångt i entrén";
    CHECK(fields_of(host.put(note)) == std::set<std::string>{"item.board", "item.type", "item.place", "item.text"});
    CHECK(host.put(note).facts.empty());
    note.place.x = 50;
    CHECK(fields_of(host.put(note)) == std::set<std::string>{"item.place"});
    note.colour = "ros";
    note.locked = true;
    CHECK(fields_of(host.put(note)) == std::set<std::string>{"item.colour", "item.locked"});
    note.text.clear();
    note.colour.clear();
    note.locked = false;
    CHECK(fields_of(host.put(note)) == std::set<std::string>{"item.text", "item.colour", "item.locked"});
    CHECK(host.read(note.id) == note);
}

TEST_CASE("an item that was removed is none, until it is put again") {
    BoardHost host;
    const auto item = full_item();
    host.put(item);
    Draft gone("trainer", "change.remove_items");
    model::remove_item(gone, item.id);
    CHECK(host.write(std::move(gone)).facts.size() == 1);
    CHECK_FALSE(host.read(item.id).has_value());
    CHECK(fields_of(host.put(item)) == std::set<std::string>{"item.deleted"});
    CHECK(host.read(item.id) == item);
}

TEST_CASE("an item with places that are no numbers, too far away or without a size is put within limits") {
    BoardHost host;
    auto item = full_item();
    item.place = {not_a_number, 1e300, 0, -5};
    item.from.at = {-1e300, not_a_number};
    item.size = not_a_number;
    item.ink = {{std::numeric_limits<float>::infinity(), 0, 7}, {0, 0, std::numeric_limits<float>::quiet_NaN()}};
    item.text = std::string(model::most_item_text - 1, 'x') + "åäö";
    const auto change = host.put(item);
    for (const auto& fact : change.facts) {
        CAPTURE(fact.field);
        CHECK(model::text_of(fact.value).find("nan") == std::string::npos);
    }
    const auto read = host.read(item.id);
    REQUIRE(read.has_value());
    CHECK(read->place == base::Rect{0, model::farthest_item, 1, 1});
    CHECK(read->from.at == base::Point{-model::farthest_item, 0});
    CHECK(read->size == 0);
    CHECK(read->ink[0].x == float(model::farthest_item));
    CHECK(read->ink[0].pressure == 1);
    CHECK(read->ink[1].pressure == 0.5F);
    CHECK(read->text.size() == model::most_item_text - 1);  // å does not fit whole
    CHECK(model::within_limits(*read) == *read);
}

TEST_CASE("what has come from elsewhere never does harm") {
    const base::Rect usual{0, 0, 200, 200};
    for (const auto* json :
         {"", "{", "[]", "nonsense", R"({"x":NaN})", R"({"x":inf})", R"({"x":-inf})", R"({"x":1e999})", R"({"x":"1"})",
          R"({"x":1)", R"({"x":1}})", R"({"x":1,})", R"({"x":)", R"({"\)"}) {
        CAPTURE(json);
        CHECK(model::read_place(json) == usual);
    }
    CHECK(model::read_place(R"({"w":1e300,"x":-1e300})") ==
          base::Rect{-model::farthest_item, 0, model::farthest_item, 200});
    CHECK(model::read_place(R"({"h":0,"w":-0.0,"x":1,"y":2})") == base::Rect{1, 2, 1, 1});
    CHECK(model::read_place(R"({"a":[1,{"b":"\"}"}],"turned":true,"x":7,"y":null2})") == usual);
    CHECK(model::read_place(R"( {"a":[1,{"b":"\"}"}],"turned":true, "x": 7} )") == base::Rect{7, 0, 200, 200});
    CHECK(model::read_place(std::string(100000, '[')) == usual);
    CHECK(model::read_place(R"({"a":)" + std::string(100000, '[')) == usual);
    CHECK(model::read_ink("[1,2") == std::vector<model::InkPoint>());
    CHECK(model::read_ink("[10,20,50,7]") == std::vector<model::InkPoint>{{1, 2, 0.5F}});
    std::string many = "[0";
    for (int i = 0; i < 20000; ++i) many += ",0";
    CHECK(model::read_ink(many + "]").size() == model::most_ink_points);
    CHECK(model::read_ends(R"({"from":{"item":"no id","x":1}})").first == model::LineEnd{{}, {1, 0}});
}

TEST_CASE("words and types that are none are left out") {
    BoardHost host;
    const auto item = full_item();
    host.put(item);
    host.tell(item.id, "item.colour", model::of_text("url(http://x)"));
    host.tell(item.id, "item.level", model::of_text("../V"));
    host.tell(item.id, "item.photo_blob", model::of_text("ABC"));
    host.tell(item.id, "item.size", model::of_text("stor"));
    host.tell(item.id, "item.group", model::of_text("fyra"));
    const auto read = host.read(item.id);
    REQUIRE(read.has_value());
    CHECK(read->colour.empty());
    CHECK(read->level.empty());
    CHECK(read->photo.empty());
    CHECK(read->size == 0);
    CHECK(read->group.empty());
    host.tell(item.id, "item.type", model::of_text("hologram"));
    CHECK_FALSE(host.read(item.id).has_value());
}

TEST_CASE("every type of item has a name") {
    for (const auto type : {ItemType::note, ItemType::text, ItemType::frame, ItemType::line, ItemType::ink,
                            ItemType::image, ItemType::stamp}) {
        CHECK(model::parse_item_type(model::item_type_name(type)) == type);
    }
    CHECK_FALSE(model::parse_item_type("").has_value());
}

TEST_CASE("a Change of thousands of items is put together in no time, and each field stands once") {
    BoardHost host;
    Draft draft("trainer", "change.put_items");
    Item note;
    note.text = "Lapp";
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 3000; ++i) {
            note.id = base::derived_id("item", {base::as_bytes(std::to_string(i))});
            note.place.x = i + round;
            model::put_item(draft, id(0x77), note);
        }
    }
    const auto change = host.write(std::move(draft));
    CHECK(change.facts.size() == 3000 * 4);
    CHECK(host.read(note.id)->place.x == 3000);
}
