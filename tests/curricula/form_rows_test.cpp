// Templates whose rows are notes: a table of them, and the steps of a grid.
#include <doctest/doctest.h>

#include "curricula/board_form.hpp"
#include "curricula/form_sample.hpp"
#include "curricula/sample.hpp"

namespace {

using sample::form_faults, sample::form_field, sample::form_grid, sample::form_rows, sample::form_steps,
    sample::form_top, sample::replaced;

}  // namespace

TEST_CASE("a table of notes knows its fields, and what can be chosen in it") {
    const auto reading = curricula::read_board_form("prov.toml", form_top + form_field + form_rows);
    CHECK(sample::all(reading.problems) == "");
    const auto& form = reading.form;
    REQUIRE(form.rows.has_value());
    CHECK(form.rows->of == std::vector<std::string>{"says"});
    CHECK(form.fields.size() == 1);
    REQUIRE(form.rows->columns.size() == 3);
    CHECK(form.rows->columns[0].tells == model::FormRows::Tells::text);
    const auto* where = form.rows->find_column("where");
    REQUIRE(where != nullptr);
    REQUIRE(where->field.options.size() == 1);
    CHECK(where->field.options[0].id == "says");
    CHECK(model::text_in(where->field.options[0].label, "en") == "Says");
    // 3 rows of 80, 8 px apart, below the head.
    CHECK(form.find_region(model::rows_region)->place == base::Rect{0, 588, 716, 256});
}

TEST_CASE("wrong use of a table of notes is told") {
    const auto faults = [](const std::string& what, const std::string& by) {
        return form_faults(form_top + form_field + replaced(form_rows, what, by));
    };
    CHECK(faults("[\"says\"]", "\"says\"") == "prov.toml:13 rows_of_bad");
    CHECK(faults("[\"says\"]", "[]") == "prov.toml:13 rows_of_bad");
    CHECK(faults("[\"says\"]", "[\"says\", 3]") == "prov.toml:13 rows_of_bad");
    CHECK(faults("[\"says\"]", "[\"says\", \"says\"]") == "prov.toml:13 rows_of_bad");
    CHECK(faults("rows = 3\n", "rows = 3\nlane_head = 100\n") == "prov.toml:18 key_unknown");
    CHECK(faults("rows = 3\n", "rows = 3\nrow = 3\n") == "prov.toml:18 key_unknown");
    CHECK(faults("rows = 3\n", "rows = 31\n") == "prov.toml:17 number_bad");
    CHECK(faults("tells = \"text\"\n", "tells = \"text\"\nkind = \"short\"\n") == "prov.toml:22 key_unknown");
    CHECK(faults("\"owner\"", "\"owner-of-this-and-of-others\"") == "prov.toml:29 text_too_long");
    CHECK(faults("kind = \"short\"", "tells = \"field\"") == "prov.toml:28 id_twice");
    // A column that tells is of no other table.
    CHECK(form_faults(form_top + replaced(form_grid, "width = 300\n", "width = 300\ntells = \"text\"\n")) ==
          "prov.toml:13 key_unknown");
    // Of notes only: a field that takes a line has none.
    CHECK(form_faults(form_top + replaced(form_field, "\"list\"", "\"short\"") + form_rows) ==
          "prov.toml:13 rows_of_bad");
}

TEST_CASE("what fills a row of a table is written with its note") {
    const auto form = curricula::read_board_form("prov.toml", form_top + form_field + form_rows).form;
    const auto read = [&form](const std::string& row) {
        return curricula::read_form_content(
            "prov.toml",
            "template = \"prov\"\ntitle = \"X\"\n[fields]\nsays = [{ text = \"Hej\", row = " + row + " }]\n", form);
    };
    const auto good = read("{ owner = \"Elif\" }");
    CHECK(sample::all(good.problems) == "");
    REQUIRE(good.content.entries.size() == 1);
    CHECK(good.content.entries[0].row == std::map<std::string, std::string>{{"owner", "Elif"}});
    CHECK(sample::all(read("{ where = \"Här\" }").problems) == "prov.toml:4 key_unknown");
    CHECK(sample::all(read("3").problems) == "prov.toml:4 table_bad");
}

TEST_CASE("a grid with steps knows its lanes, and which of them is a curve") {
    const auto reading = curricula::read_board_form("prov.toml", form_top + form_steps);
    CHECK(sample::all(reading.problems) == "");
    const auto& form = reading.form;
    REQUIRE(form.rows.has_value());
    CHECK(form.rows->steps);
    CHECK(form.rows->curve == "mood");
    CHECK(form.rows->of == std::vector<std::string>{"before.step"});
    REQUIRE(form.rows->columns.size() == 2);
    CHECK(form.rows->columns[0].tells == model::FormRows::Tells::text);
    CHECK(form.rows->columns[1].tells == model::FormRows::Tells::own);
    CHECK(form.rows->columns[1].field.id == "mood");
    CHECK(form.rows->columns[1].field.options.size() == 2);
    CHECK(form.fields.size() == 2);
    CHECK(form.by_columns);
    const auto filled = curricula::read_form_content("prov.toml",
                                                     "template = \"prov\"\ntitle = \"X\"\n[fields]\n\"before.step\" = "
                                                     "[{ text = \"Ringer\", row = { mood = \"Bra\" } }]\n",
                                                     form);
    CHECK(sample::all(filled.problems) == "");
    REQUIRE(filled.content.entries.size() == 1);
    CHECK(filled.content.entries[0].row == std::map<std::string, std::string>{{"mood", "Bra"}});
    CHECK_FALSE(curricula::read_board_form("prov.toml", form_top + form_grid).form.rows.has_value());
}

TEST_CASE("wrong use of steps and of a curve is told") {
    const auto faults = [](const std::string& what, const std::string& by) {
        return form_faults(form_top + replaced(form_steps, what, by));
    };
    CHECK(faults("steps = \"step\"", "steps = \"mood\"") == "prov.toml:10 steps_bad");
    CHECK(faults("steps = \"step\"\n", "") == "prov.toml:10 steps_bad");
    CHECK(faults("curve = \"mood\"", "curve = \"moods\"") == "prov.toml:11 curve_bad");
    CHECK(faults("id = \"-1\"", "id = \"low\"") == "prov.toml:11 curve_bad");
    CHECK(faults("height = 168", "height = 167") == "prov.toml:11 curve_bad");
    CHECK(faults("curve = \"mood\"\n", "") == "");
    const std::string longer = "mood-that-goes-up-and-down";
    CHECK(form_faults(form_top + replaced(replaced(form_steps, "curve = \"mood\"", "curve = \"" + longer + "\""),
                                          "id = \"mood\"", "id = \"" + longer + "\"")) == "prov.toml:21 text_too_long");
}
