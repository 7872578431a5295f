#include <doctest/doctest.h>

#include <random>

#include "base/text.hpp"
#include "register/csv.hpp"
#include "register/decode.hpp"

using namespace ideas;

namespace {

std::vector<std::vector<std::string>> cells_of(std::string_view text) {
    const auto table = parse_csv(text);
    REQUIRE(table);
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : table->rows) cells.push_back(row.cells);
    return cells;
}

using Cells = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("the separator is the one that gives even rows, outside quotes") {
    CHECK(parse_csv("a;b;c\n1,5;\"x;y\";3\n2,5;z;3\n")->separator == ';');
    CHECK(parse_csv("a,b\n\"1;2;3\",x\n\"1;2;3\",y\n")->separator == ',');
    CHECK(parse_csv("a\tb\n1;2\t3\n")->separator == '\t');
    CHECK(parse_csv("bara en kolumn\nett\n")->separator == ';');
}

TEST_CASE("a first line sep= decides, and line numbers go on counting it") {
    const auto table = parse_csv("sep=|\r\na|b;c\r\n\r\n1|2\r\n");
    REQUIRE(table);
    CHECK(table->separator == '|');
    REQUIRE(table->rows.size() == 2);
    CHECK(table->rows[0].cells == std::vector<std::string>{"a", "b;c"});
    CHECK(table->rows[0].line == 2);
    CHECK(table->rows[1].line == 4);
}

TEST_CASE("quotes hold separators, line breaks and doubled quotes, and rows know where they began") {
    const auto table = parse_csv("a;b\r\n\"ett\r\ntvå;\"\"tre\"\"\";x\r\ny;z\r\n");
    REQUIRE(table);
    CHECK(table->rows[1].cells == std::vector<std::string>{"ett\r\ntvå;\"tre\"", "x"});
    CHECK(table->rows[1].line == 2);
    CHECK(table->rows[2].line == 4);
}

TEST_CASE(
    "text after a closed quote is refused with its line, and swallows no rows; quotes inside plain text are text") {
    const auto refused = ideas::parse_csv("Rubrik;Beskrivning\nEtt;a\n\"Grön\" lunch;bra\nAndra;b\nTredje;\"c\"\n");
    REQUIRE(!refused);
    CHECK(refused.error().what == "after_quote");
    CHECK(refused.error().where == "3");
    const auto fine = ideas::parse_csv("Rubrik;Beskrivning\nLunch \"grön\";bra\n \"Skylt\" ; \"\"\"Nu\"\"\"\n");
    REQUIRE(fine);
    CHECK(fine->rows[1].cells[0] == "Lunch \"grön\"");
    CHECK(fine->rows[2].cells[0] == "Skylt");
    CHECK(fine->rows[2].cells[1] == "\"Nu\"");
}

TEST_CASE("a quote that is never closed is refused with its line") {
    const auto table = parse_csv("a;b\n1;2\n3;\"x\ny\n");
    REQUIRE_FALSE(table);
    CHECK(table.error().code == base::Code::bad_input);
    CHECK(table.error().where == "3");
}

TEST_CASE("all three line ends are line ends") {
    for (const char* text : {"a;b\r\n1;2\r\n", "a;b\n1;2\n", "a;b\r1;2\r"}) {
        CHECK(cells_of(text) == Cells{{"a", "b"}, {"1", "2"}});
    }
}

TEST_CASE("the encodings of Excel are all read as UTF-8") {
    const std::string wanted = "Rubrik;Område\nFärja;Ö";
    CHECK(decode("\xef\xbb\xbf" + wanted).encoding == "UTF-8");
    CHECK(decode("\xef\xbb\xbf" + wanted).text == wanted);
    CHECK(decode(wanted).text == wanted);
    const auto old = decode("F\xe4rja \x80 \x81");
    CHECK(old.encoding == "Windows-1252");
    CHECK(old.text == "Färja € \xef\xbf\xbd");
    using namespace std::string_literals;
    CHECK(decode("\xff\xfe"
                 "F\0\xe4\0=\xd8\0\xde"s)
              .text == "Fä😀");
    CHECK(decode("R\0u\0b\0r\0i\0k\0"s).encoding == "UTF-16LE");
    CHECK(decode("\xfe\xff\0F\0\xe4"s).text == "Fä");
    CHECK(decode("\xff\xfe\x3d\xd8"s).text == "\xef\xbf\xbd");
}

TEST_CASE("an export opens in Swedish Excel: byte order mark, semicolons, CRLF, doubled quotes") {
    CHECK(to_csv({{{"Titel"}, {"Text"}}, {{"a;b"}, {"säg \"hej\"\nnu"}}}) ==
          "\xef\xbb\xbfTitel;Text\r\n\"a;b\";\"säg \"\"hej\"\"\nnu\"\r\n");
}

TEST_CASE("what a spreadsheet could take for a formula is defused") {
    CHECK(to_csv({{{"=HYPERLINK(\"x\")"}, {"+46"}, {"-1"}, {"@SUM(A1)"}, {"\tx"}, {"\rx"}, {"a=b"}}}) ==
          "\xef\xbb\xbf\"'=HYPERLINK(\"\"x\"\")\";'+46;'-1;'@SUM(A1);\"'\tx\";\"'\rx\";a=b\r\n");
    CHECK(without_guard("'=1") == "=1");
    CHECK(without_guard("'s-Gravenhage") == "'s-Gravenhage");
}

TEST_CASE("a number is written as it stands, with a decimal comma") {
    CHECK(to_csv({{{decimal_comma("-4.25"), true}}}) == "\xef\xbb\xbf-4,25\r\n");
}

TEST_SUITE("property") {
    TEST_CASE("what is exported comes back cell by cell, whatever people have written") {
        const unsigned seed = 4711;
        INFO("seed ", seed);
        std::mt19937 random(seed);
        const std::vector<std::string> pieces = {"a", "å", "😀", ";", ",", "\"", "\n",       "\r\n", "\t",   "|",    "'",
                                                 "=", "+", "-", "@", " ", "1",  "\xc2\xa0", "''=",  "\"\"", "sep=;"};
        for (int trial = 0; trial < 400; ++trial) {
            const std::size_t columns = 2 + random() % 5;
            std::vector<std::vector<CsvCell>> rows(1);
            for (std::size_t i = 0; i < columns; ++i) rows[0].push_back({"Kolumn " + std::to_string(i)});
            for (std::size_t r = 0; r < 1 + random() % 30; ++r) {
                std::vector<CsvCell> row(1, CsvCell{"rad " + std::to_string(r)});
                while (row.size() < columns) {
                    std::string cell;
                    for (std::size_t n = random() % 7; n > 0; --n) cell += pieces[random() % pieces.size()];
                    row.push_back({cell});
                }
                rows.push_back(std::move(row));
            }
            const auto table = parse_csv(to_csv(rows));
            REQUIRE(table);
            REQUIRE(table->rows.size() == rows.size());
            for (std::size_t r = 0; r < rows.size(); ++r) {
                REQUIRE(table->rows[r].cells.size() == columns);
                for (std::size_t c = 0; c < columns; ++c) {
                    REQUIRE(without_guard(table->rows[r].cells[c]) == rows[r][c].text);
                }
            }
        }
    }

    TEST_CASE("any bytes become valid UTF-8 and either a table or a refusal") {
        const unsigned seed = 99;
        INFO("seed ", seed);
        std::mt19937 random(seed);
        for (int trial = 0; trial < 2000; ++trial) {
            std::string bytes;
            for (std::size_t n = random() % 60; n > 0; --n) {
                bytes += random() % 3 == 0 ? "\";,\n\r\t"[random() % 6] : static_cast<char>(random() % 256);
            }
            REQUIRE(base::is_utf8(decode(bytes).text));
            const auto table = parse_csv(bytes);
            if (table) REQUIRE(table->rows.size() <= bytes.size());
        }
    }
}
