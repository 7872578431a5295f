#include "curricula/form_sample.hpp"

#include <doctest/doctest.h>

#include "curricula/board_form.hpp"
#include "curricula/sample.hpp"

namespace sample {

const std::string form_top =
    "number = \"T4\"\n"
    "title = { sv = \"Prov\", en = \"Trial\" }\n"
    "help = { sv = \"Hjälp\", en = \"Help\" }\n"
    "size = [1000, 1000]\n"
    "\n";
const std::string form_field =
    "\n"
    "[[field]]\n"
    "id = \"says\"\n"
    "kind = \"list\"\n"
    "place = [0, 160, 400, 300]\n"
    "title = { sv = \"Säger\", en = \"Says\" }\n";
const std::string form_grid =
    "[grid]\n"
    "at = [0, 500]\n"
    "lane_head = 100\n"
    "column_head = 80\n"
    "[[grid.column]]\n"
    "id = \"before\"\n"
    "width = 300\n"
    "title = { sv = \"Före\", en = \"Before\" }\n"
    "[[grid.lane]]\n"
    "id = \"step\"\n"
    "height = 200\n"
    "kind = \"list\"\n"
    "title = { sv = \"Steg\", en = \"Step\" }\n";

const std::string form_steps =
    form_grid.substr(0, form_grid.find("[[grid.column]]")) + "steps = \"step\"\ncurve = \"mood\"\n" +
    form_grid.substr(form_grid.find("[[grid.column]]")) +
    "[[grid.lane]]\n"
    "id = \"mood\"\n"
    "height = 168\n"
    "kind = \"choice\"\n"
    "title = { sv = \"Känsla\", en = \"Feeling\" }\n"
    "options = [ { id = \"1\", title = { sv = \"Bra\", en = \"Good\" } }, { id = \"-1\", title = { sv = \"Dåligt\", "
    "en = \"Bad\" } } ]\n";

const std::string form_rows =
    "[grid]\n"
    "rows_of = [\"says\"]\n"
    "at = [0, 500]\n"
    "column_head = 80\n"
    "row_height = 80\n"
    "rows = 3\n"
    "[[grid.column]]\n"
    "id = \"who\"\n"
    "width = 300\n"
    "tells = \"text\"\n"
    "title = { sv = \"Vem\", en = \"Who\" }\n"
    "[[grid.column]]\n"
    "id = \"where\"\n"
    "width = 200\n"
    "tells = \"field\"\n"
    "title = { sv = \"Var\", en = \"Where\" }\n"
    "[[grid.column]]\n"
    "id = \"owner\"\n"
    "width = 200\n"
    "kind = \"short\"\n"
    "title = { sv = \"Ansvarig\", en = \"Responsible\" }\n";

std::string form_faults(const std::string& content, const std::string& file) {
    return all(curricula::read_board_form(file, content).problems);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}  // namespace sample
