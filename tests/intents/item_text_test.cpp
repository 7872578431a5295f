// Items as a text on the clipboard: what others wrote there is read strictly.
#include <doctest/doctest.h>

#include "intents/item_text.hpp"

namespace {

model::Item note_saying(std::string text) {
    model::Item note;
    note.id = base::new_id(1);
    note.place = {10, 20, 200, 200};
    note.level = "V000";
    note.text = std::move(text);
    note.colour = "mint";
    return note;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("what is copied is read as it was") {
    std::vector<model::Item> items{note_saying("Två\nrader, ”och” \\ <b>"), note_saying("")};
    items[0].group = items[1].group = base::new_id(1);
    items[0].group_name = "Nycklar";
    items[1].photo = std::string(64, 'a');
    items[1].photo_shows = "En buss";
    model::Item line;
    line.id = base::new_id(1);
    line.type = model::ItemType::line;
    line.means = "leads_to";
    line.from.item = items[0].id;
    line.to.at = {500, -20.5};
    items.push_back(line);
    model::Item stroke;
    stroke.id = base::new_id(1);
    stroke.type = model::ItemType::ink;
    stroke.colour = "ink";
    stroke.size = 4;
    stroke.place = {0, 0, 10, 10};
    stroke.ink = {{0, 0, 0.5F}, {10, 10, 0.25F}};
    items.push_back(stroke);
    const auto text = intents::items_to_text(items);
    REQUIRE(text.has_value());
    CHECK(intents::is_items_text(*text));
    auto read = intents::parse_items(*text);
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 4);
    for (auto& item : items) item.level.clear();  // where it is pasted says what it lies above
    CHECK(*read == items);
}

TEST_CASE("copies have ids of their own, and hold together as what they were copied from") {
    std::vector<model::Item> items{note_saying("a"), note_saying("b"), note_saying("")};
    items[0].group = items[1].group = base::new_id(1);
    items[0].locked = true;
    items[0].slot = "goals";
    items[2].type = model::ItemType::line;
    items[2].from.item = items[0].id;
    items[2].to.item = base::new_id(1);  // not copied
    items[2].to.at = {5, 5};
    const auto copies = intents::fresh_copies(items, {30, 40}, 1);
    REQUIRE(copies.size() == 3);
    CHECK(copies[0].id != items[0].id);
    CHECK(copies[0].place == base::Rect{40, 60, 200, 200});
    CHECK(copies[0].group == copies[1].group);
    CHECK(copies[0].group != items[0].group);
    CHECK_FALSE(copies[0].group.empty());
    CHECK_FALSE(copies[0].locked);
    CHECK(copies[0].slot.empty());
    CHECK(copies[2].from.item == copies[0].id);
    CHECK(copies[2].to.item.empty());
    CHECK(copies[2].to.at == base::Point{35, 45});
}

TEST_CASE("a text that somebody changed is refused as a whole") {
    const auto text = intents::items_to_text(std::vector{note_saying("Hej")});
    REQUIRE(text.has_value());
    REQUIRE(intents::parse_items(*text).has_value());
    const auto refused = [](const std::string& changed) { return !intents::parse_items(changed).has_value(); };
    CHECK(refused(""));
    CHECK(refused("Hej"));
    CHECK(refused(text->substr(0, text->size() - 1)));
    CHECK(refused(*text + " x"));
    CHECK(refused(with(*text, "\"note\"", "\"bomb\"")));
    CHECK(refused(with(*text, "\"mint\"", "\"<script>\"")));
    CHECK(refused(with(*text, "\"mint\"", "7")));
    CHECK(refused(with(*text, "\"Hej\"", "{}")));
    CHECK(refused(with(*text, "\"Hej\"", "\"" + std::string(model::most_item_text + 1, 'a') + "\"")));
    CHECK(refused(with(*text, "\"version\":1", "\"version\":2")));
    CHECK(refused(with(*text, "\"place\":[", "\"place\":[1e300,")));
    CHECK(refused(with(*text, "\"place\":[", "\"place\":[[")));
    CHECK(refused(with(*text, "\"type\"", "\"type\":\"note\",\"type\"")));
    CHECK(refused(with(*text, "\"version\":1,\"items\":[{", "\"version\":1,\"items\":[{\"photo\":\"abc\",")));
    const auto note = note_saying("Hej");
    const auto twice = intents::items_to_text(std::vector{note, note});
    REQUIRE(twice.has_value());
    CHECK(refused(*twice));
    std::string deep = *text;
    for (int i = 0; i < 100; ++i) deep = with(deep, "\"items\":[", "\"items\":[[");
    CHECK(refused(deep));
    CHECK(refused("{\"iderum\":\"items\"" + std::string(1'000'000, ' ')));
    CHECK(refused("{\"iderum\":\"items\",\"version\":1,\"items\":[" + std::string(3'000'000, '[')));
    CHECK(refused("{\"iderum\":\"items\",\"version\":1,\"items\":[\"\xff\"]}"));
}

TEST_CASE("more than may be copied is not copied at all") {
    const std::vector<model::Item> many(intents::most_copied_items + 1, note_saying("a"));
    CHECK_FALSE(intents::items_to_text(many).has_value());
    const std::vector<model::Item> long_ones(600, note_saying(std::string(model::most_item_text, 'a')));
    CHECK_FALSE(intents::items_to_text(long_ones).has_value());
}

TEST_CASE("a line of plain text is a note; too many and too long ones are cut, and that is told") {
    auto found = intents::lines_of_text("Ett\r\n\n  två \u200b\n\xE2\x80\x8B\ntre");
    CHECK(found.lines == std::vector<std::string>{"Ett", "två", "tre"});
    CHECK_FALSE(found.is_cut);
    CHECK(intents::lines_of_text("a\xff").lines.empty());
    std::string many;
    for (int i = 0; i < 300; ++i) many += "rad\n";
    found = intents::lines_of_text(many);
    CHECK(found.lines.size() == 200);
    CHECK(found.is_cut);
    std::string long_one(1'000'000, 'a');
    long_one.replace(model::most_item_text - 1, 2, "å");
    found = intents::lines_of_text(long_one);
    REQUIRE(found.lines.size() == 1);
    CHECK(found.lines[0] == std::string(model::most_item_text - 1, 'a'));
    CHECK(found.is_cut);
}
