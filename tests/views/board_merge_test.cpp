#include <doctest/doctest.h>

#include "views/board_form.hpp"

namespace {

/// Two fields on axes, side by side.
model::BoardForm axes_form() {
    model::BoardForm form;
    form.name = "matris";
    form.title = {{"sv", "Matris"}};
    form.size = {800, 700};
    for (const std::string id : {"left", "right"}) {
        model::BoardField field;
        field.id = field.region = id;
        field.kind = model::FieldKind::list;
        field.most = 0;
        model::BoardRegion region;
        region.id = region.field = id;
        region.place = {id == "left" ? 0.0 : 400.0, 160, 400, 400};
        form.regions.push_back(std::move(region));
        form.fields.push_back(std::move(field));
    }
    return form;
}

model::MakeId counted_ids() {
    return [count = std::int64_t{0}]() mutable { return base::new_id(++count); };
}

model::Item small_note(const model::MakeId& make_id, double x, double y, const std::string& text) {
    model::Item note;
    note.id = make_id();
    note.place = {x, y, 100, 100};
    note.text = text;
    return note;
}

}  // namespace

TEST_CASE("boards merged into one keep what lies on axes where it lay, and what lies in no field below") {
    auto form = axes_form();
    form.axes = model::FormAxes{{0, 160, 800, 400}, {}, {}};
    const auto make_id = counted_ids();
    std::vector<model::TableBoard> boards;
    for (const std::string table : {"Bord 1", "Bord 2"}) {
        auto items = views::begin_board(form, "sv", make_id);
        items.push_back(small_note(make_id, 50, 210, "Lätt"));
        items.push_back(small_note(make_id, 0, 2000, "Utanför"));
        boards.push_back({table, {}, std::move(items)});
    }
    const auto merged = views::merge_boards(form, boards, "sv", make_id);
    for (const auto& filled : views::read_fields(form, merged)) {
        CHECK(filled.entries.size() == (filled.field->id == "left" ? 2 : 0));
        for (const auto& entry : filled.entries) {
            REQUIRE(entry.at.has_value());
            CHECK(entry.at->x == doctest::Approx(0.125));
            CHECK(entry.at->y == doctest::Approx(0.75));
        }
    }
    const auto beside = views::beside_fields(form, merged);
    REQUIRE(beside.size() == 2);
    CHECK(beside[0].author == "Bord 1");
    CHECK(beside[1].author == "Bord 2");
    CHECK_FALSE(beside[0].place.overlaps(beside[1].place));
    CHECK(beside[0].place.y >= form.size.h);
}

TEST_CASE("each field's notes of all tables lie in its frame, none on another") {
    const auto form = axes_form();
    const auto make_id = counted_ids();
    std::vector<model::TableBoard> boards;
    for (int table = 1; table <= 4; ++table) {
        auto items = views::begin_board(form, "sv", make_id);
        items.push_back(small_note(make_id, 50, 210, "Sak " + std::to_string(table)));
        boards.push_back({"Bord " + std::to_string(table), {}, std::move(items)});
    }
    const auto merged = views::merge_boards(form, boards, "sv", make_id);
    std::vector<base::Rect> places;
    for (const auto& item : merged) {
        if (!views::is_furniture(item)) places.push_back(item.place);
    }
    REQUIRE(places.size() == 4);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) CHECK_FALSE(places[i].overlaps(places[j]));
    }
    CHECK(views::read_fields(form, merged).front().entries.size() == 4);
    CHECK(views::merge_boards(form, {}, "sv", make_id).size() == views::begin_board(form, "sv", make_id).size());
}
