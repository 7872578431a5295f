#include "app/board_forms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "app/free_board.hpp"
#include "views/board_form.hpp"
#include "views/board_list.hpp"
#include "views/board_rows.hpp"

namespace {

curricula::FormShelf shipped_shelf() {
    return app::load_board_forms(base::Path("ingen") / "register.iderum");
}

model::FormContent example_of(const model::BoardForm& form) {
    const auto file = base::share_folder() / "templates" / "examples" / (form.name + ".toml");
    const auto text = base::read_file(file);
    REQUIRE(text);
    return curricula::read_form_content(file.string(), *text, form).content;
}

}  // namespace

TEST_CASE("the templates that come along are found, and lie beside each register's own") {
    const auto shelf = shipped_shelf();
    CHECK(shelf.problems.empty());
    CHECK(shelf.forms.size() >= 22);
    CHECK(shelf.find("stakeholder_map") != nullptr);
    CHECK(app::own_board_forms("a/b.iderum") == base::Path("a/templates"));
}

TEST_CASE("what fills each template lies in its fields, and nothing lies on anything else") {
    for (const auto& form : shipped_shelf().forms) {
        CAPTURE(form.name);
        const auto content = example_of(form);
        std::map<std::string, std::size_t> wanted;
        std::size_t written = content.entries.size();
        for (const auto& entry : content.entries) {
            ++wanted[entry.field];
            if (!form.rows || !form.rows->steps) continue;
            // What is said of a step lies below it.
            for (const auto& [lane, text] : entry.row)
                ++wanted[entry.field.substr(0, entry.field.find('.') + 1) + lane];
            written += entry.row.size();
        }
        const auto items = views::fill_board(form, content, "sv", [] { return base::new_id(1); });
        CHECK(views::beside_fields(form, items).empty());
        std::map<std::string, std::size_t> read;
        for (const auto& filled : views::read_fields(form, items)) {
            CAPTURE(filled.field->id);
            if (!filled.entries.empty()) read[filled.field->id] = filled.entries.size();
            const auto kind = filled.field->kind;
            const bool has_value =
                kind == model::FieldKind::choice || kind == model::FieldKind::number || kind == model::FieldKind::date;
            for (const auto& entry : filled.entries) CHECK(entry.value.empty() != has_value);
        }
        CHECK(read == wanted);
        const auto shown = views::with_rows(form, items);
        for (const auto& filled : views::read_fields(shown, items)) {
            CAPTURE(filled.field->id);
            if (filled.field->most > 0) CHECK(filled.entries.size() <= filled.field->most);
        }
        std::vector<base::Rect> notes;
        for (const auto& item : items) {
            if (views::is_furniture(item)) continue;
            CAPTURE(item.text);
            for (const auto& other : notes) CHECK_FALSE(other.overlaps(item.place));
            CHECK(item.place.w >= 80);
            CHECK(item.place.h >= 48);
            notes.push_back(item.place);
        }
        CHECK(views::board_rows(&form, "sv", items).size() == written);
    }
}

TEST_CASE("a journey is as wide as a wall, so that its rows can be read when all of it is seen") {
    const auto shelf = shipped_shelf();
    const auto* form = shelf.find("journey_map");
    REQUIRE(form != nullptr);
    CHECK(form->size.w / form->size.h > 16.0 / 9);
    CHECK(form->size.w / form->size.h < 2);
    CHECK(form->size.h < 1800);
}

TEST_CASE("a new board on the wall may begin as any of them, and each begin has ids of its own") {
    const auto choices = app::board_choices(shipped_shelf());
    REQUIRE(choices.size() == shipped_shelf().forms.size());
    for (const auto& choice : choices) {
        CAPTURE(choice.name);
        CHECK_FALSE(choice.title.empty());
        REQUIRE(choice.form != nullptr);
        const auto first = choice.begin(), second = choice.begin();
        REQUIRE_FALSE(first.empty());
        CHECK(first.size() == second.size());
        CHECK(first.front().id != second.front().id);
        CHECK(first.size() < model::most_items_at_once);
    }
}

TEST_CASE("a template with errors is told in a sentence, one with hints is not") {
    curricula::FormShelf shelf;
    shelf.problems.push_back({base::Problem::Severity::error, "a.toml", 3, "id_bad", "x"});
    shelf.problems.push_back({base::Problem::Severity::error, "a.toml", 4, "id_bad", "x"});
    shelf.problems.push_back({base::Problem::Severity::hint, "b.toml", 1, "english_missing", "x"});
    const auto told = app::left_out_forms(shelf);
    REQUIRE(told.size() == 1);
    CHECK(told[0].find("a.toml") != std::string::npos);
}

TEST_CASE("what is saved of a board with a template tells its fields") {
    app::FreeBoard board;
    board.title = "Samira";
    board.form = "persona";
    CHECK(app::with_fields(board, "ingen/register.iderum").fields != nullptr);
    board.form = "ingen";
    CHECK(app::with_fields(board, "ingen/register.iderum").fields == nullptr);
    board.form = "persona";
    const auto with = app::with_fields(board, "ingen/register.iderum");
    const auto items = views::fill_board(*with.fields, example_of(*with.fields), "sv", [] { return base::new_id(1); });
    const auto json = app::board_to_json(with, items);
    CHECK(json.find(R"("id":"frustrations")") != std::string::npos);
    CHECK(json.find(R"("value":"supported")") != std::string::npos);
    CHECK(app::board_to_json(board, items).find(R"("fields")") == std::string::npos);
    CHECK(app::board_to_csv(with, items).find("Telefontid 9–11") != std::string::npos);
}

TEST_CASE("a stakeholder map's table is its rings: saved as lists, each actor has what is said of it") {
    app::FreeBoard board;
    board.title = "Skolmaten";
    board.form = "stakeholder_map";
    const auto with = app::with_fields(board, "ingen/register.iderum");
    REQUIRE(with.fields != nullptr);
    const auto items = views::fill_board(*with.fields, example_of(*with.fields), "sv", [] { return base::new_id(1); });
    const auto csv = app::board_to_csv(with, items);
    const auto line = [&csv](const std::string& word) {
        const auto at = csv.find(word);
        REQUIRE(at != std::string::npos);
        const auto begin = csv.rfind('\n', at) + 1;
        return csv.substr(begin, csv.find('\n', at) - begin);
    };
    CHECK(line("Påverkan 1–5").find("Ansvarig") != std::string::npos);
    CHECK(line("Rektor").find("Runt omkring") != std::string::npos);
    CHECK(line("Rektor").find("4;3;Involvera;Elif") != std::string::npos);
    const auto json = app::board_to_json(with, items);
    CHECK(json.find(R"("action":{"text":"Informera","value":"inform"})") != std::string::npos);
    paint::BoardSheet sheet;
    sheet.items = items;
    app::draw_rows(with, sheet);
    CHECK(std::count_if(sheet.items.begin(), sheet.items.end(),
                        [](const auto& item) { return item.text == "Rektor"; }) == 2);
}

TEST_CASE("a journey's touchpoints and feelings are its steps': as lists, as a form and as a curve") {
    app::FreeBoard board;
    board.title = "Samira";
    board.form = "journey_map";
    const auto with = app::with_fields(board, "ingen/register.iderum");
    REQUIRE(with.fields != nullptr);
    const auto content = example_of(*with.fields);
    const auto items = views::fill_board(*with.fields, content, "sv", [] { return base::new_id(1); });
    // Each step has below it what the example says of it, and nothing else.
    std::vector<std::map<std::string, std::string>> wanted, read;
    for (const auto& entry : content.entries) {
        if (entry.field.ends_with(".action")) wanted.push_back(entry.row);
    }
    for (const auto& row : views::read_rows(*with.fields, items)) {
        read.emplace_back();
        for (const auto& [lane, text] : row.columns) read.back()[lane->id] = text;
    }
    std::sort(wanted.begin(), wanted.end());
    std::sort(read.begin(), read.end());
    CHECK(read == wanted);
    const auto json = app::board_to_json(with, items);
    CHECK(json.find(R"("feeling":{"text":"Mycket dåligt","value":"-2"})") != std::string::npos);
    const auto csv = app::board_to_csv(with, items);
    const auto at = csv.find("Väntar på svar");
    REQUIRE(at != std::string::npos);
    const auto line = csv.substr(at, csv.find('\n', at) - at);
    CHECK(line.find("Mycket dåligt;Svar efter nio dagar") != std::string::npos);
    paint::BoardSheet sheet;
    sheet.items = items;
    app::draw_rows(with, sheet);
    const auto strokes = std::count_if(sheet.items.begin(), sheet.items.end(),
                                       [](const auto& item) { return item.slot == views::curve_slot; });
    // A point for each of eight steps, one curve through them all, and in each phase what is neither good nor bad.
    CHECK(strokes == 8 + 1 + 3);
}
