// A journey's steps, and what lies below each.
#include <doctest/doctest.h>

#include <algorithm>

#include "views/board_list.hpp"
#include "views/board_reading.hpp"
#include "views/steps_form.hpp"

namespace {

struct StepsBoard {
    model::BoardForm form = steps_form();
    std::int64_t made = 0;
    model::MakeId make_id = [this] { return base::new_id(++made); };
    std::vector<model::Item> items = views::begin_board(form, "sv", make_id);

    /// By hand: in the middle of this field's frame, `x` px from its left edge.
    base::Id lay(const std::string& field, double x, const std::string& text) {
        const auto place = form.find_region(field)->place;
        model::Item note;
        note.id = make_id();
        note.place = {place.x + x - 40, place.bottom() - 60, 80, 50};
        note.text = text;
        note.level = "z";
        items.push_back(note);
        return note.id;
    }
    /// By the form.
    base::Id write(const std::string& field, const std::string& text) {
        const auto shown = views::with_rows(form, items);
        const auto* found = shown.find_field(field);
        REQUIRE(found != nullptr);
        items.push_back(views::new_entry(shown, *found, items, make_id(), text));
        return items.back().id;
    }
    model::Item& item(const base::Id& id) {
        return *std::find_if(items.begin(), items.end(), [&id](const auto& one) { return one.id == id; });
    }
    /// What lies below a step in this lane: "Webben, Telefon".
    std::string below(const std::string& lane, const base::Id& step) const {
        const auto shown = views::with_rows(form, items);
        std::string words;
        for (const auto& filled : views::read_fields(shown, items)) {
            if (filled.field->id != model::row_field(lane, step)) continue;
            for (const auto& entry : filled.entries) words += (words.empty() ? "" : ", ") + entry.text;
        }
        return words;
    }
    /// The labels of the fields of the form that is shown.
    std::vector<std::string> labels() const {
        std::vector<std::string> all;
        for (const auto& field : views::with_rows(form, items).fields) all.push_back(field.label.at("sv"));
        return all;
    }
    std::vector<model::Item> curve(double width) const {
        auto drawn = views::rows_drawn(form, items, "sv");
        std::erase_if(drawn, [width](const auto& one) { return one.size != width; });
        return drawn;
    }
    std::vector<model::Item> points() const { return curve(20); }
};

}  // namespace

TEST_CASE("what lies below a step is its own, and carried below another it is that one's") {
    StepsBoard it;
    const auto call = it.lay("before.action", 100, "Ringer"), wait = it.lay("before.action", 500, "Väntar");
    const auto web = it.lay("before.touchpoint", 140, "Webben");
    it.lay("before.touchpoint", 290, "Telefonen");
    const auto other = it.lay("after.action", 120, "Betalar");
    CHECK(it.below("touchpoint", call) == "Webben, Telefonen");
    CHECK(it.below("touchpoint", wait).empty());
    CHECK(it.below("touchpoint", other).empty());
    it.item(web).place.x += 300;
    CHECK(it.below("touchpoint", call) == "Telefonen");
    CHECK(it.below("touchpoint", wait) == "Webben");
    // In another column there are other steps.
    it.item(web).place.x += 808;
    CHECK(it.below("touchpoint", other) == "Webben");
    // A step between takes what is nearest to it.
    const auto between = it.lay("before.action", 300, "Undrar");
    CHECK(it.below("touchpoint", between) == "Telefonen");
    CHECK(it.below("touchpoint", call).empty());
}

TEST_CASE("the form goes step by step, from the left, and asks of a lane by itself only while something lies there") {
    StepsBoard it;
    CHECK(it.labels() == std::vector<std::string>{"Före – Steg", "Efter – Steg"});
    it.lay("before.touchpoint", 400, "Webben");
    CHECK(it.labels() == std::vector<std::string>{"Före – Steg", "Efter – Steg", "Före – Möter"});
    it.lay("before.action", 500, "Väntar");
    it.lay("before.action", 100, "Ringer");
    CHECK(it.labels() == std::vector<std::string>{"Före – Steg", "Ringer – Möter", "Ringer – Känsla", "Väntar – Möter",
                                                  "Väntar – Känsla", "Efter – Steg"});
}

TEST_CASE("what is written of a step comes to lie below it, in the lane, as notes of the lane are") {
    StepsBoard it;
    const auto call = it.write("before.action", "Ringer"), wait = it.write("before.action", "Väntar");
    for (const auto& step : {wait, call, wait}) {
        const auto id = it.write(model::row_field("touchpoint", step), "Kundcenter");
        const auto& note = it.item(id);
        CHECK(it.form.find_region("before.touchpoint")->place.contains(note.place.centre()));
        CHECK(note.slot == "before.touchpoint");
        CHECK(note.colour == "himmel");
    }
    CHECK(it.below("touchpoint", call) == "Kundcenter");
    CHECK(it.below("touchpoint", wait) == "Kundcenter, Kundcenter");
    // Also where steps lie on each other.
    it.item(wait).place = it.item(call).place.moved(12, 12);
    it.items.erase(
        std::remove_if(it.items.begin(), it.items.end(), [](const auto& item) { return item.text == "Kundcenter"; }),
        it.items.end());
    it.write(model::row_field("touchpoint", call), "Telefonen");
    CHECK(it.below("touchpoint", call) == "Telefonen");
    it.write(model::row_field("touchpoint", wait), "Chatten");
    CHECK(it.below("touchpoint", wait) == "Chatten");
    // A feeling lies at the foot of its lane, below the curve.
    const auto feeling = it.write(model::row_field("feeling", call), "Bra");
    const auto lane = it.form.find_region("before.feeling")->place;
    CHECK(it.item(feeling).place.y >= lane.bottom() - model::curve_foot);
    CHECK(it.item(feeling).place.bottom() <= lane.bottom());
}

TEST_CASE("a feeling is a word, and a number on an older board is that word's") {
    StepsBoard it;
    const auto* field = it.form.find_field("before.feeling");
    for (const auto* text : {"Dåligt", "dåligt", "Bad", "-1", "\u22121"})
        CHECK(views::field_value(*field, text) == "-1");
    CHECK(views::field_value(*field, "+1") == "1");
    CHECK(views::field_value(*field, "0") == "0");
    CHECK(views::field_value(*field, "2").empty());
    CHECK(views::field_value(*field, "Sådär").empty());
}

TEST_CASE("the curve goes from step to step at the height of the middle of what is felt, and ends where nothing is") {
    StepsBoard it;
    // What is neither good nor bad is there from the beginning, on paper too.
    CHECK(it.curve(2).size() == 2);
    CHECK(it.points().empty());
    const auto plot = it.form.find_region("before.feeling")->place;
    it.lay("before.action", 100, "Ringer");
    it.lay("before.action", 300, "Väntar");
    it.lay("before.action", 500, "Undrar");
    it.lay("after.action", 100, "Betalar");
    it.lay("before.feeling", 100, "Bra");
    it.lay("before.feeling", 300, "-1");
    it.lay("after.feeling", 120, "Varken eller");
    const auto points = it.points();
    REQUIRE(points.size() == 3);
    CHECK(points[0].place.x == doctest::Approx(plot.x + 100));
    CHECK(points[0].place.y == doctest::Approx(plot.y + 16));
    CHECK(points[1].place.y == doctest::Approx(plot.bottom() - model::curve_foot - 16));
    CHECK(points[2].place.y == doctest::Approx((points[0].place.y + points[1].place.y) / 2));
    // "Undrar" says nothing: the stroke from the first to the second is all there is.
    const auto strokes = it.curve(5);
    REQUIRE(strokes.size() == 1);
    CHECK(strokes[0].place.x == doctest::Approx(points[0].place.x));
    CHECK(strokes[0].place.right() == doctest::Approx(points[1].place.right()));
    it.lay("before.feeling", 500, "Bra");
    it.lay("before.feeling", 510, "Dåligt");
    REQUIRE(it.points().size() == 4);
    CHECK(it.points()[2].place.y == doctest::Approx(points[2].place.y));
    CHECK(it.curve(5).size() == 1);
    const auto drawn = views::rows_drawn(it.form, it.items, "sv");
    CHECK(std::count_if(drawn.begin(), drawn.end(), [](const auto& item) { return !item.text.empty(); }) == 1);
    CHECK(drawn[0].text == "Känsla som kurva: Ringer: Bra; Väntar: Dåligt; Undrar: Bra, Dåligt; Betalar: Varken eller");
    for (const auto& item : drawn) {
        CHECK(item.locked);
        CHECK(item.slot == views::curve_slot);
        CHECK(item.ink.size() <= model::most_ink_points);
    }
    // Paper has it with the notes, which are all there.
    CHECK(views::items_drawn(it.form, it.items, "sv").size() == it.items.size() + drawn.size());
}

TEST_CASE("a board whose lane is too low for a curve is read as before, without one") {
    StepsBoard it;
    for (auto& item : it.items) {
        if (item.slot.ends_with(".feeling")) item.place.h = 76;
    }
    const auto step = it.lay("before.action", 100, "Ringer");
    it.write(model::row_field("feeling", step), "1");
    CHECK(it.below("feeling", step) == "1");
    CHECK(views::rows_drawn(it.form, it.items, "sv").empty());
}

TEST_CASE("as a list and as JSON a journey is told step by step") {
    StepsBoard it;
    const auto call = it.lay("before.action", 100, "Ringer"), wait = it.lay("before.action", 500, "Väntar");
    it.lay("before.feeling", 480, "Dåligt");
    it.lay("before.touchpoint", 500, "Kön");
    it.lay("before.touchpoint", 120, "Webben");
    it.lay("after.touchpoint", 120, "Fakturan");
    std::string told;
    const auto board = views::to_list_board(&it.form, "Resan", "sv", it.items);
    for (const auto& group : board.groups) {
        told += "[" + group.label + "]";
        for (const auto& note : group.notes) told += " " + note.text;
        told += " ";
    }
    CHECK(told ==
          "[Före – Steg 1] Ringer Möter: Webben [Före – Steg 2] Väntar Möter: Kön Känsla: Dåligt [Efter – Möter] "
          "Fakturan ");
    const auto rows = views::read_rows(it.form, it.items);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].item == call);
    REQUIRE(rows[1].columns.size() == 2);
    CHECK(rows[1].columns[0].first->id == "touchpoint");
    CHECK(rows[1].columns[1].second == "Dåligt");
    const auto json = views::fields_to_json(it.form, "sv", it.items);
    CHECK(json.find(R"("row":{"touchpoint":{"text":"Kön"},"feeling":{"text":"Dåligt","value":"-1"}})") !=
          std::string::npos);
    CHECK(json.find(R"("step":")" + wait.text() + "\"") != std::string::npos);
    CHECK(json.find(R"("id":"after.feeling")") != std::string::npos);
}

TEST_CASE("a journey is read aloud step by step, and each note says its lane") {
    StepsBoard it;
    it.lay("before.action", 500, "Väntar");
    it.lay("before.action", 100, "Ringer");
    it.lay("before.touchpoint", 500, "Kön");
    it.lay("before.touchpoint", 120, "Webben");
    std::string read;
    for (const auto& one : views::reading_order(&it.form, "sv", it.items)) {
        auto words = one.instead.empty() ? it.item(one.id).text : one.instead;
        if (!words.empty()) read += (read.empty() ? "" : " / ") + words;
    }
    CHECK(
        read.ends_with("Före – Steg / Ringer / Möter: Webben / Väntar / Möter: Kön / Efter – Steg / Efter – Möter / "
                       "Efter – Känsla"));
}

TEST_CASE("boards merged into one keep what lies below each step there") {
    StepsBoard it;
    it.lay("before.action", 100, "Ringer");
    it.lay("before.action", 500, "Väntar");
    it.lay("before.touchpoint", 500, "Kön");
    it.lay("before.feeling", 500, "-1");
    StepsBoard other;
    other.lay("before.action", 400, "Mejlar");
    other.lay("before.touchpoint", 60, "Datorn");
    const std::vector<model::TableBoard> boards{{"Bord 1", {}, it.items}, {"Bord 2", {}, other.items}};
    const auto merged = views::merge_boards(it.form, boards, "sv", it.make_id);
    std::string told;
    for (const auto& row : views::read_rows(it.form, merged)) {
        const auto step =
            std::find_if(merged.begin(), merged.end(), [&](const auto& one) { return one.id == row.item; });
        told += step->text + ":";
        for (const auto& [field, words] : row.columns) told += " " + words;
        told += "; ";
    }
    CHECK(told == "Ringer:; Väntar: Kön -1; Mejlar: Datorn; ");
    CHECK(views::beside_fields(it.form, merged).empty());
}
