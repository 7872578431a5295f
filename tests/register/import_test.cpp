#include <doctest/doctest.h>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "register/idea_words.hpp"
#include "register/import.hpp"

using namespace ideas;

namespace {

ImportPlan plan(std::string_view text, ImportWish wish = {}, const KnownIdeas& known = {}) {
    wish.file = "ideer.csv";
    auto read = plan_import(text, wish, known);
    REQUIRE(read);
    return std::move(*read);
}

/// "3 date_order|4 personal": line and code of each problem.
std::string codes(const ImportPlan& plan) {
    std::string out;
    for (const auto& problem : plan.problems) {
        out += (out.empty() ? "" : "|") + std::to_string(problem.line) + " " + problem.code;
    }
    return out;
}

}  // namespace

TEST_CASE("a list as the municipality keeps it is read by its headings") {
    const auto read = plan(
        "Nr;Rubrik;Beskrivning;Läge;Inkom;Förvaltning;Idégivare;Område\r\n"
        "0012;Sms dagen före;Påminn den som bokat;Pågår;2024-03-01;Kultur och fritid;Förening;Fritid\r\n");
    REQUIRE(read.ideas.size() == 1);
    const auto& idea = read.ideas[0];
    CHECK(idea.line == 2);
    CHECK(idea.external_id == "0012");
    CHECK(idea.state == State::developing);
    CHECK(base::to_local_date(*idea.received_at_ms) == "2024-03-01");
    CHECK(idea.fields.at("idea.title") == "Sms dagen före");
    CHECK(idea.fields.at("idea.unit") == "Kultur och fritid");
    CHECK(idea.fields.at("idea.giver_category") == "association");
    CHECK(idea.fields.at("idea.area") == "Fritid");
    CHECK(read.problems.empty());
    CHECK(read.rows == 1);
}

TEST_CASE("the trap file of the domain: Windows-1252, sep=, quotes, Excel's days, a formula, a lost day") {
    const std::string list =
        "sep=;\r\nÄrendenr;Inkom;Förvaltning;Rubrik;Beskrivning;Svarstid (h);;\r\n"
        "00123;2024-03-01 07:45;Teknik;Halt;\"Halt på gångbanan; har ramlat två gånger\";1\xc2\xa0"
        "234,5;;\r\n"
        "00124;45352;Utbildning;Fråga;\"När öppnar förskolan? Mitt nr 121212-1212\";0,5\r\n"
        "00125;01/03/2024;;Klagomål;=HYPERLINK(\"x\");\r\n";
    std::string old;  // the same list as an old Excel writes it
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto lead = static_cast<unsigned char>(list[i]);
        if (lead < 0x80) {
            old += list[i];
        } else {
            old += static_cast<char>((lead & 0x1fU) << 6U | (static_cast<unsigned char>(list[++i]) & 0x3fU));
        }
    }
    const auto unsure = plan(old);
    CHECK(unsure.encoding == "Windows-1252");
    CHECK(codes(unsure) == "2 column_unknown|4 personal|5 date_order");
    CHECK(unsure.ideas.size() == 2);
    ImportWish wish;
    wish.date_order = DateOrder::day_month;
    const auto sure = plan(old, wish);
    REQUIRE(sure.ideas.size() == 3);
    for (const auto& idea : sure.ideas) CHECK(base::to_local_date(*idea.received_at_ms) == "2024-03-01");
    CHECK(sure.ideas[0].fields.at("idea.description") == "Halt på gångbanan; har ramlat två gånger");
    CHECK(sure.ideas[2].fields.at("idea.description") == "=HYPERLINK(\"x\")");
    CHECK(sure.ideas[2].external_id == "00125");
    CHECK(sure.ideas[2].fields.count("idea.unit") == 0);
}

TEST_CASE("every row that is not taken is in the report with its line") {
    const auto read = plan(
        "Titel;Beskrivning;Datum\n"
        ";;2024-03-01\n"
        "a;b;2024-03-01;kvar\n"
        "c;d;####\n"
        "\n"
        "e;f;2024-03-01;;;\n");
    CHECK(codes(read) == "2 title_missing|3 too_many_cells|4 date_unreadable");
    REQUIRE(read.ideas.size() == 1);
    CHECK(read.ideas[0].line == 6);
    for (const auto& problem : read.problems) CHECK(problem.severity == base::Problem::Severity::error);
}

TEST_CASE("a row that is in the register already is not taken twice") {
    KnownIdeas known;
    known.others = {{"17", {{}, "a", "", {}}}};
    known.ours = {{"L26-058", {{}, "b", "", {}}}};
    known.contents = {content_key("Lånecykel", "vid stationen")};
    const auto read =
        plan("Id;Titel;Beskrivning\n17;a;\nL26-058;b;\n;LÅNECYKEL;Vid stationen\n18;c;\n18;C;\n", {}, known);
    CHECK(codes(read) == "1 no_date|2 already_there|3 already_there|4 same_text|6 already_there");
    REQUIRE(read.ideas.size() == 1);
    CHECK(read.ideas[0].external_id == "18");
}

TEST_CASE("each list counts for itself: a number with another text is another idea") {
    KnownIdeas known;
    known.others = {{"1", {{}, "Lånecykel", "Vid stationen", {}}}, {"2", {{}, "Brygga", "", {}}}};
    const auto read = plan("Nr;Titel;Beskrivning\n1;Sms;\n2;Sms;\n1;Cykel att låna;Vid stationen\n2;Bad;\n", {}, known);
    // The third has got another title in the register, and is told by its text.
    CHECK(codes(read) == "1 no_date|2 number_elsewhere|3 number_elsewhere|4 already_there|5 number_elsewhere");
    REQUIRE(read.ideas.size() == 3);
    CHECK(read.ideas[0].external_id == "1");
    CHECK(read.ideas[0].number.empty());
}

TEST_CASE("our own number is one idea's, whatever the list calls it") {
    KnownIdeas known;
    known.ours = {{"L26-058", {{}, "Lånecykel", "", {}}}};
    const auto read = plan("Nr;Titel\nL26-058;Brygga\n", {}, known);
    CHECK(codes(read) == "2 number_taken");
    CHECK(read.ideas.empty());
}

TEST_CASE("a list that is read again fills in what the register lacks, and changes nothing that stands there") {
    base::Id id;
    id.bytes[0] = 7;
    KnownIdeas known;
    known.others = {{"1", {id, "Lånecykel", "", {"idea.title", "idea.area"}}}};
    const auto read =
        plan("Nr;Titel;Förslag;Område;Status\n1;lånecykel;Vid stationen;Trafik;Hm\n1;Lånecykel;Nej;;\n", {}, known);
    CHECK(codes(read) == "3 already_there");
    CHECK(read.ideas.empty());
    REQUIRE(read.filled.size() == 1);
    CHECK(read.filled[0].id == id);
    CHECK(read.filled[0].fields == std::map<std::string, std::string>{{"idea.description", "Vid stationen"}});
}

TEST_CASE("a number of our own form stays the idea's number") {
    const auto read = plan("Nummer;Titel\nL25-014;a\n14;b\n");
    CHECK(read.ideas[0].number == "L25-014");
    CHECK(read.ideas[0].external_id.empty());
    CHECK(read.ideas[1].number.empty());
    CHECK(read.ideas[1].external_id == "14");
}

TEST_CASE("the mapping a person gives goes before what headings look like") {
    ImportWish wish;
    wish.map = {{"titel", "kolumn a"}, {"beskrivning", "Rubrik"}};
    const auto read = plan("Kolumn A;Rubrik\nett;två\n", wish);
    CHECK(read.ideas[0].fields.at("idea.title") == "ett");
    CHECK(read.ideas[0].fields.at("idea.description") == "två");
}

TEST_CASE("a mapping to what is not there is refused and says what is") {
    ImportWish wish;
    wish.map = {{"titel", "Saknas"}};
    const auto heading = plan_import("Rubrik;Text\na;b\n", wish, {});
    REQUIRE_FALSE(heading);
    CHECK(heading.error().what.find("Rubrik, Text") != std::string::npos);
    wish.map = {{"färg", "Rubrik"}};
    const auto meaning = plan_import("Rubrik;Text\na;b\n", wish, {});
    REQUIRE_FALSE(meaning);
    CHECK(meaning.error().what.find("beskrivning") != std::string::npos);
}

TEST_CASE("a file that is no list of ideas is refused") {
    CHECK(plan_import("", {}, {}).error().code == base::Code::bad_input);
    CHECK(plan_import("Färg;Form\nröd;rund\n", {}, {}).error().code == base::Code::bad_input);
    CHECK(plan_import("Titel\n\"a\n", {}, {}).error().code == base::Code::bad_input);
}

TEST_CASE("a state is known by the name that people see") {
    for (const auto state : all_states) CHECK(guess_state(base::tr(state_text_key(state))) == state);
}

TEST_CASE("an unknown state comes in as received, and its word is kept") {
    const auto read = plan("Titel;Status\na;Ligger hos Tove\nb;Avslag\n");
    CHECK(codes(read) == "1 no_date|2 state_unknown");
    CHECK(read.ideas[0].state == State::received);
    CHECK(read.ideas[0].fields.at("idea.state_reason") == "Ligger hos Tove");
    CHECK(read.ideas[1].state == State::closed);
}

TEST_CASE("a title that is missing is taken from the description, and one that is too long goes on there") {
    std::string longest = "Lång";
    for (int i = 0; i < 60; ++i) longest += " och lång";
    const auto read = plan("Titel;Beskrivning\n;Bygg en brygga\n" + longest + ";Mer\n");
    CHECK(codes(read) == "1 no_date|2 title_made|3 title_long");
    CHECK(read.ideas[0].fields.at("idea.title") == "Bygg en brygga");
    CHECK(read.ideas[1].fields.at("idea.description") == longest + "\n\nMer");
    CHECK(read.ideas[1].fields.at("idea.title").ends_with("…"));
}

TEST_CASE("columns that are not read are named") {
    const auto read = plan("Titel;Färg\na;c\n");
    CHECK(codes(read) == "1 column_unknown|1 no_date");
}

TEST_CASE("people's names are no titles, and what tells a person is not read") {
    const auto read = plan("Datum;Namn;E-post;Idé;Beskrivning\n2024-01-02;Anna Andersson;anna@ex.se;Cykelgarage;Tak\n");
    CHECK(codes(read) == "1 column_personal|1 column_personal");
    REQUIRE(read.ideas.size() == 1);
    CHECK(read.ideas[0].fields ==
          std::map<std::string, std::string>{{"idea.description", "Tak"}, {"idea.title", "Cykelgarage"}});
    CHECK(plan("E-post;Namn;Vad är din idé?\na@b.se;Anna;En bänk\n").ideas[0].fields.at("idea.title") == "En bänk");
    CHECK_FALSE(plan_import("Namn;Avsändare;Datum\nAnna;Skolan;2024-01-02\n", {}, {}));
    CHECK(plan("Namn;Status\nCykelgarage;Ny\n").ideas[0].fields.at("idea.title") == "Cykelgarage");
}

TEST_CASE("an idea's text is its description where another column is the title") {
    const auto read = plan("Förslag;Rubrik;Inkom\nTak över cyklarna;Cykelgarage;2024-01-02\n");
    CHECK(codes(read) == "");
    CHECK(read.ideas[0].fields.at("idea.title") == "Cykelgarage");
    CHECK(read.ideas[0].fields.at("idea.description") == "Tak över cyklarna");
}

TEST_CASE("of two columns that mean the same nothing is lost") {
    const auto read = plan("Idé;Titel;Text;Inkom;Skapad;Rubrik\nett;två;tre;2024-01-02;2024-01-01;fyra\n");
    CHECK(codes(read) == "1 column_twice|1 column_twice|1 column_twice");
    CHECK(read.ideas[0].fields.at("idea.title") == "två");
    CHECK(read.ideas[0].fields.at("idea.description") == "tre\n\nIdé: ett\n\nSkapad: 2024-01-01\n\nRubrik: fyra");
    CHECK(plan("Titel;Rubrik\n;fyra\n").ideas[0].fields.at("idea.title") == "Rubrik: fyra");
}

TEST_CASE("a column can be left out by name") {
    ImportWish wish;
    wish.map = {{"ingen", "Nr"}, {"ingen", "Namn"}};
    const auto read = plan("Nr;Namn;Titel;Inkom\n1;Anna;a;2024-01-02\n", wish);
    CHECK(codes(read) == "");
    CHECK(read.ideas[0].external_id.empty());
}

TEST_CASE("headings may stand below the name of the list") {
    const auto read = plan("Idélista 2024;;;\nNr;Titel;Beskrivning;Inkom\n1;Brygga;Vid badet;2024-01-02\n");
    CHECK(codes(read) == "2 heading_row");
    CHECK(read.rows == 1);
    CHECK(read.ideas[0].fields.at("idea.title") == "Brygga");
    CHECK_FALSE(plan_import("Färg;Form;Antal\nröd;Idé;3\n", {}, {}));
}

TEST_CASE("an idea that would be received in the future is not taken") {
    ImportWish wish;
    wish.now_ms = from_local(2026, 5, 1, 9, 0);
    const auto read = plan("Titel;Inkom\nI morgon;2026-05-02\nOm ett sekel;2126-05-01\n", wish);
    CHECK(read.ideas.size() == 1);
    CHECK(codes(read) == "3 date_future");
}

TEST_CASE("a date that fails says what is wrong with it") {
    const auto read = plan("Titel;Inkom\na;1924-01-01\nb;40/40/2024\nc;01/03/2024\nd;13/03/2024\n");
    CHECK(codes(read) == "2 date_year|3 date_unreadable|4 date_order");
    REQUIRE(read.ideas.size() == 1);
    CHECK(base::to_local_date(*read.ideas[0].received_at_ms) == "2024-03-13");
}

TEST_CASE("the day an idea came in has many headings, and a list without one says so") {
    for (const std::string heading : {"Inkommen den", "Datum för inlämning", "Inlämnad", "Skapad", "Slutförandetid"}) {
        CAPTURE(heading);
        const auto read = plan("Titel;" + heading + "\na;2024-03-01\n");
        CHECK(codes(read) == "");
        CHECK(read.ideas[0].received_at_ms.has_value());
    }
    CHECK(codes(plan("Titel;När det hände\na;2024-03-01\n")) == "1 column_unknown|1 no_date");
}
