#include "curricula/board_form.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "base/id.hpp"
#include "curricula/form_sample.hpp"
#include "curricula/sample.hpp"

namespace {

using sample::form_faults, sample::form_field, sample::form_grid, sample::form_rows, sample::form_steps,
    sample::form_top, sample::replaced;

const base::Path shipped_forms = base::Path(IDERUM_SOURCE_DIR) / "assets" / "templates";

struct FormCase {
    std::string code;
    int line;
    std::string content;
};

/// Every code, with the smallest change to a sound template that shows it.
std::vector<FormCase> form_cases() {
    const auto top = [](const std::string& what, const std::string& by) {
        return replaced(form_top, what, by) + form_field;
    };
    const auto field = [](const std::string& what, const std::string& by) {
        return form_top + replaced(form_field, what, by);
    };
    const auto grid = [](const std::string& what, const std::string& by) {
        return form_top + replaced(form_grid, what, by);
    };
    const auto more = [](const std::string& lines) { return form_top + form_field + lines; };
    const std::string other = "[[field]]\nkind = \"short\"\ntitle = { sv = \"B\", en = \"B\" }\n";
    return {
        {"bad_toml", 4, top("size = [1000, 1000]", "size = 1000 x 1000")},
        {"not_utf8", 3, top("Hjälp", "Hj\xe4lp")},
        {"file_too_large", 0, std::string(curricula::most_form_bytes + 1, '\n')},
        {"fields_missing", 0, form_top},
        {"key_unknown", 8, field("[[field]]\n", "[[field]]\nfarg = 3\n")},
        {"key_missing", 7, field("kind = \"list\"\n", "")},
        {"value_bad", 8, field("id = \"says\"", "id = 3")},
        {"text_missing", 2, top("sv = \"Prov\"", "sv = \" \"")},
        {"text_too_long", 2, top("Prov", std::string(61, 'a'))},
        {"texts_bad", 2, top("{ sv = \"Prov\", en = \"Trial\" }", "\"Prov\"")},
        {"swedish_missing", 2, top("sv = \"Prov\", ", "")},
        {"english_missing", 2, top(", en = \"Trial\"", "")},
        {"language_bad", 2, top("en = \"Trial\"", "en = \"Trial\", english = \"Trial\"")},
        {"id_bad", 8, field("\"says\"", "\"Säger\"")},
        {"id_twice", 12, more(other + "id = \"says\"\nplace = [500, 160, 400, 300]\n")},
        {"number_unknown", 1, top("T4", "T21")},
        {"number_bad", 12, more("most = 0\n")},
        {"numbers_bad", 4, top("[1000, 1000]", "[1000, nan]")},
        {"place_small", 10, field("400, 300", "400, 20")},
        {"place_outside", 7, field("[0, 160", "[900, 160")},
        {"overlap", 12, more(other + "id = \"b\"\nplace = [300, 160, 400, 300]\n")},
        {"word_unknown", 9, field("\"list\"", "\"lists\"")},
        {"options_missing", 7, field("\"list\"", "\"choice\"")},
        {"options_unused", 12, more("options = [ { id = \"a\", title = { sv = \"A\", en = \"A\" } } ]\n")},
        {"bounds_unused", 12, more("lowest = 1\n")},
        {"bounds_bad", 13, replaced(more("lowest = 3\nhighest = 1\n"), "\"list\"", "\"number\"")},
        {"table_bad", 5, top("size = [1000, 1000]\n", "size = [1000, 1000]\ngrid = 3\n")},
        {"tables_bad", 5, top("size = [1000, 1000]\n", "size = [1000, 1000]\nlegend = 3\n")},
        {"flag_bad", 15, more("[clock]\nrounds = 2\nseconds = 60\npasses_on = 1\n")},
        {"too_many", 12, more([] {
             std::string nine;
             for (const char* colour : {"sol", "aprikos", "ros", "lila", "himmel", "mint", "sand", "skiffer", "sol"}) {
                 nine += "[[legend]]\ncolour = \"" + std::string(colour) + "\"\ntitle = { sv = \"X\", en = \"X\" }\n";
             }
             return nine;
         }())},
        {"grid_incomplete", 6, form_top + form_grid.substr(0, form_grid.find("[[grid.lane]]"))},
        {"rows_of_bad", 13, form_top + form_field + replaced(form_rows, "[\"says\"]", "[\"says\", \"nobody\"]")},
        {"column_missing", 12, form_top + form_field + replaced(form_rows, "tells = \"field\"", "kind = \"short\"")},
        {"legend_missing", 28, form_top + form_field + replaced(form_rows, "kind = \"short\"", "tells = \"colour\"")},
        {"steps_bad", 10, form_top + replaced(form_steps, "steps = \"step\"", "steps = \"stop\"")},
        {"curve_bad", 11, form_top + replaced(form_steps, "curve = \"mood\"", "curve = \"step\"")},
        {"kind_twice", 10, grid("width = 300\n", "width = 300\nkind = \"list\"\n")},
    };
}

bool told(const base::Problems& problems, const std::string& code, int line) {
    return std::any_of(problems.begin(), problems.end(), [&](const base::Problem& problem) {
        return problem.code == code && problem.line == line && problem.file == "prov.toml";
    });
}

std::string content_of(const base::Path& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a sound template is read whole") {
    const auto reading = curricula::read_board_form("prov.toml", form_top + form_field + form_grid);
    CHECK(sample::all(reading.problems) == "");
    const auto& form = reading.form;
    CHECK(form.name == "prov");
    CHECK(model::text_in(form.title, "en") == "Trial");
    CHECK(model::text_in(form.title, "fi") == "Prov");
    REQUIRE(form.fields.size() == 2);
    CHECK(form.fields[0].id == "says");
    CHECK(form.fields[1].id == "before.step");
    CHECK(model::text_in(form.fields[1].label, "sv") == "Före – Steg");
    CHECK(model::text_in(form.fields[1].label, "en") == "Before – Step");
    const auto* cell = form.find_region("before.step");
    REQUIRE(cell != nullptr);
    CHECK(cell->place == base::Rect{108, 588, 300, 200});
    CHECK(form.find_region("lane-step")->place == base::Rect{0, 588, 100, 200});
}

TEST_CASE("every fault in a template is told with its line") {
    for (const auto& one : form_cases()) {
        const auto problems = curricula::read_board_form("prov.toml", one.content).problems;
        CAPTURE(one.code);
        CAPTURE(sample::all(problems));
        CHECK(told(problems, one.code, one.line));
        for (const auto& problem : problems) CHECK(problem.message.find("template.problem.") == std::string::npos);
    }
    CHECK(form_faults(form_top + form_field, "Min mall.toml") == "Min mall.toml:0 name_bad");
}

TEST_CASE("every code of a template has a test here, and a text in both languages") {
    std::set<std::string> tested{"name_bad", "field_unknown", "form_other"};
    for (const auto& one : form_cases()) tested.insert(one.code);
    for (const auto code : curricula::form_problem_codes()) {
        CAPTURE(code);
        CHECK(tested.count(std::string(code)) == 1);
        for (const char* language : {"sv", "en"}) {
            const auto texts = content_of(base::Path(IDERUM_SOURCE_DIR) / "assets" / "lang" / "wall.d" /
                                          ("template." + std::string(language) + ".po"));
            CHECK(texts.find("msgid \"template.problem." + std::string(code) + "\"") != std::string::npos);
        }
    }
    const auto codes = curricula::form_problem_codes();
    CHECK(std::is_sorted(codes.begin(), codes.end()));
}

TEST_CASE("all faults of a template are told at once") {
    CHECK(form_faults(replaced(form_top, "T4", "T0") + replaced(form_field, "\"list\"", "\"lst\"")) ==
          "prov.toml:1 number_unknown; prov.toml:9 word_unknown");
}

TEST_CASE("rings hold each other, and a box around fields holds them") {
    const std::string ring = "[[field]]\nkind = \"list\"\nshape = \"ring\"\ntitle = { sv = \"R\", en = \"R\" }\n";
    CHECK(form_faults(form_top + ring + "id = \"outer\"\nplace = [0, 200, 800, 600]\n" + ring +
                      "id = \"inner\"\nplace = [100, 400, 400, 300]\n") == "");
    CHECK(form_faults(form_top + form_field +
                      "[[region]]\nid = \"box\"\nplace = [0, 150, 500, 400]\ntitle = { sv = \"R\", en = \"R\" }\n") ==
          "");
}

TEST_CASE("every template that comes along is sound in both languages, and so is its example") {
    const auto files = curricula::find_board_forms(shipped_forms);
    REQUIRE(files);
    std::set<std::string> numbers;
    for (const auto& file : *files) {
        CAPTURE(file.string());
        const auto reading = curricula::load_board_form(file);
        CHECK(sample::all(reading.problems) == "");
        numbers.insert(reading.form.number);
        const auto example = shipped_forms / "examples" / file.filename();
        const auto filled = curricula::read_form_content(example.string(), content_of(example), reading.form);
        CHECK(sample::all(filled.problems) == "");
        CHECK(filled.content.entries.size() >= 3);
        // What stands beside or below each other ends at the same edge.
        double right = 0;
        for (const auto& region : reading.form.regions) right = std::max(right, region.place.right());
        CHECK(right <= reading.form.size.w);
        for (const auto& region : reading.form.regions) {
            const bool near_edge = region.place.right() > right - 100;
            CHECK((!near_edge || region.place.right() == doctest::Approx(right)));
        }
    }
    for (int number = 1; number <= 20; ++number) {
        CAPTURE(number);
        CHECK(numbers.count("T" + std::to_string(number)) == 1);
    }
}

TEST_CASE("a grid whose lanes ask is read by columns, a table row by row") {
    const auto by_columns = [](const char* name) {
        return curricula::load_board_form(shipped_forms / (std::string(name) + ".toml")).form.by_columns;
    };
    for (const auto* phases : {"journey_map", "service_blueprint", "storyboard"}) CHECK(by_columns(phases));
    for (const auto* table : {"insights", "observation", "stakeholder_map", "persona"}) CHECK_FALSE(by_columns(table));
}

TEST_CASE("what fills a template must be its own") {
    const auto form = curricula::read_board_form("prov.toml", form_top + form_field).form;
    const auto read = [&form](const std::string& content) {
        return curricula::read_form_content("prov.toml", content, form);
    };
    const auto good =
        read("template = \"prov\"\ntitle = \"X\"\n[fields]\nsays = [\"Hej\", { text = \"Du\", colour = \"ros\" }]\n");
    CHECK(sample::all(good.problems) == "");
    REQUIRE(good.content.entries.size() == 2);
    CHECK(good.content.entries[1].colour == "ros");
    CHECK(sample::all(read("template = \"annan\"\ntitle = \"X\"\n[fields]\nsay = [\"Hej\"]\n").problems) ==
          "prov.toml:1 form_other; prov.toml:4 field_unknown");
}

TEST_CASE("a municipality's own template comes beside the others, a faulty one is told and left out") {
    const auto own = base::Path(std::filesystem::temp_directory_path()) / ("iderum-forms-" + base::new_token());
    std::filesystem::create_directories(own);
    std::ofstream(own / "var_mall.toml") << replaced(form_top, "number = \"T4\"\n", "") + form_field;
    std::ofstream(own / "fel.toml") << form_top;
    std::ofstream(own / "persona.toml") << form_top + form_field;
    const auto shelf = curricula::load_board_forms(shipped_forms, own);
    CHECK(shelf.find("var_mall") != nullptr);
    CHECK(shelf.find("fel") == nullptr);
    REQUIRE(shelf.find("persona") != nullptr);
    CHECK(model::text_in(shelf.find("persona")->title, "sv") == "Prov");
    REQUIRE(shelf.problems.size() == 1);
    CHECK(shelf.problems[0].file == (own / "fel.toml").string());
    CHECK(shelf.forms.front().number == "T1");
    CHECK(shelf.forms.back().name == "var_mall");
    CHECK(curricula::load_board_forms(shipped_forms, own / "ingen").problems.empty());
    std::filesystem::remove_all(own);
}

TEST_CASE("the description of the format names every key, and its example is sound") {
    const auto format = content_of(base::Path(IDERUM_SOURCE_DIR) / "docs" / "template-format.md");
    for (const char* key : {"title",
                            "help",
                            "size",
                            "number",
                            "id",
                            "kind",
                            "place",
                            "colour",
                            "shape",
                            "most",
                            "options",
                            "lowest",
                            "highest",
                            "[[region]]",
                            "[[field]]",
                            "[grid]",
                            "[axes]",
                            "[[legend]]",
                            "[clock]",
                            "rounds",
                            "seconds",
                            "after_seconds",
                            "passes_on = true",
                            "at",
                            "lane_head",
                            "column_head",
                            "rows_of",
                            "row_height",
                            "rows",
                            "tells",
                            "line"}) {
        CAPTURE(key);
        CHECK(format.find("`" + std::string(key)) != std::string::npos);
    }
    std::istringstream lines(format.substr(format.find("    title = {")));
    std::string example;
    for (std::string line; std::getline(lines, line) && !line.starts_with("##");) {
        example += (line.empty() ? "" : line.substr(4)) + "\n";
    }
    const auto reading = curricula::read_board_form("efterat.toml", example);
    CHECK(sample::all(reading.problems) == "");
    CHECK(reading.form.fields.size() == 3);
}
