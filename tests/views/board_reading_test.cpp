#include "views/board_reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <utility>

#include "trial_form.hpp"
#include "views/board_form.hpp"
#include "views/board_list.hpp"

namespace {

using model::ItemType;

/// What is put on a board, and the order it is read in, told by each thing's words.
struct ReadBoard {
    std::vector<model::Item> items;

    base::Id put(ItemType type, base::Rect place, const std::string& text, const std::string& slot = {}) {
        model::Item item;
        item.id = base::new_id(static_cast<std::int64_t>(items.size()) + 1);
        item.type = type;
        item.place = place;
        item.text = text;
        item.slot = slot;
        items.push_back(item);
        return item.id;
    }
    base::Id note(double x, double y, const std::string& text) { return put(ItemType::note, {x, y, 100, 100}, text); }
    void join(const base::Id& from, const base::Id& to, const std::string& means, const std::string& label = {}) {
        put(ItemType::line, {0, 0, 1, 1}, label);
        items.back().from.item = from;
        items.back().to.item = to;
        items.back().means = means;
    }
    std::string read(const model::BoardForm* form = nullptr) const {
        std::string all;
        for (const auto& one : views::reading_order(form, "sv", items)) {
            const auto item =
                std::find_if(items.begin(), items.end(), [&one](const auto& each) { return each.id == one.id; });
            auto words = item == items.end() ? std::string() : item->text;
            if (one.heading) words = "#";
            if (!one.instead.empty()) words = one.instead;
            if (words.empty() && item != items.end()) words = model::item_type_name(item->type);
            all += (all.empty() ? "" : " / ") + words;
        }
        return all;
    }
};

}  // namespace

TEST_CASE("a line says what it joins and how, and one that joins nothing with words says nothing") {
    ReadBoard it;
    const auto from = it.note(0, 0, "Samira"), to = it.note(300, 0, "Bokningen");
    const auto picture = it.put(ItemType::image, {600, 0, 100, 100}, "");
    it.join(from, to, "leads_to", "frågar om lokal");
    it.join(from, to, "");
    it.join(to, picture, "belongs_to");
    it.join(from, to, "något nytt");
    it.join(from, {}, "causes");
    std::vector<std::string> said;
    for (const auto& [line, words] : views::say_lines(it.items)) said.push_back(words);
    CHECK(said == std::vector<std::string>{"Samira leder till Bokningen: frågar om lokal",
                                           "Linje från Samira till Bokningen", "Bokningen hör till Bild",
                                           "Linje från Samira till Bokningen"});
}

TEST_CASE("a board is read frame by frame, then what lies outside, and last its lines, however it was put there") {
    ReadBoard it;
    const auto outside = it.note(2000, 0, "utanför");
    const auto second = it.note(300, 200, "andra");
    const auto first = it.note(50, 200, "första");
    it.join(second, outside, "causes");
    it.put(ItemType::frame, {600, 0, 500, 500}, "Dåligt");
    it.put(ItemType::frame, {0, 20, 500, 500}, "Bra");
    it.put(ItemType::stamp, {120, 270, 40, 40}, "");
    it.put(ItemType::ink, {20, 400, 100, 50}, "");
    it.note(650, 100, "sent");
    CHECK(it.read() == "Bra / första / stamp / andra / ink / Dåligt / sent / utanför / andra orsakar utanför");
    // What belongs together has its heading once, before the first of it.
    for (auto& item : it.items) {
        if (item.id != first && item.id != second) continue;
        item.group = first;
        item.group_name = "Köer";
    }
    CHECK(it.read().starts_with("Bra / # / första / stamp / andra / ink"));
}

TEST_CASE("a template's own words come first, its fields in its order, and one without a title says its name") {
    model::BoardForm form;
    form.title = {{"sv", "Prov"}};
    form.size = {1300, 700};
    add_field(form, "last", model::FieldKind::list, {700, 160, 500, 400});
    add_field(form, "early", model::FieldKind::list, {0, 160, 500, 400});
    std::swap(form.fields[0], form.fields[1]);
    ReadBoard it;
    std::int64_t made = 0;
    it.items = views::begin_board(form, "sv", [&made] { return base::new_id(++made); });
    for (auto& item : it.items) {
        if (item.slot == "early") item.text.clear();
    }
    it.note(750, 300, "sist");
    it.note(50, 300, "tidigt");
    const auto read = it.read(&form);
    CAPTURE(read);
    const auto early = form.fields[0].label.at("sv"), last = form.fields[1].label.at("sv");
    CHECK(read.starts_with("Prov / "));
    CHECK(read.find(early) < read.find("tidigt"));
    CHECK(read.find("tidigt") < read.find("sist"));
    CHECK(read.find("sist") > read.find(last));
    CHECK(read.find(early) != std::string::npos);
}

TEST_CASE("a board as a list ends with what its lines say") {
    ReadBoard it;
    const auto from = it.note(0, 0, "Nyckeln"), to = it.note(300, 0, "Kön");
    CHECK(views::to_list_board(nullptr, "Tavla", "sv", it.items).groups.size() == 1);
    it.join(from, to, "causes");
    const auto list = views::to_list_board(nullptr, "Tavla", "sv", it.items);
    REQUIRE(list.groups.size() == 2);
    CHECK(list.groups[1].label == "Linjer");
    REQUIRE(list.groups[1].notes.size() == 1);
    CHECK(list.groups[1].notes[0].text == "Nyckeln orsakar Kön");
}
