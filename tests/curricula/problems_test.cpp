#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "curricula/sample.hpp"

/// Every problem code, with the smallest Swedish body (from line 7) or English file (its body from line 4) that shows
/// it.
namespace {

const std::string long_text(1'100, 'a');
const std::string ok = "tid: 5\ntyp: info\n";
const std::string idea_block(sample::ideas);

std::string times(int count, const std::string& text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

std::string many_blocks(int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += "## B " + std::to_string(i) + "\n" + ok;
    return all;
}

struct Case {
    std::string code;
    int line;
    std::string body;
};

std::vector<Case> swedish_cases() {
    return {
        {"bad_utf8", 8, "## A\ntid: 5 \xff\n"},
        {"not_utf8", 9, "## A\n" + ok.substr(0, 7) + times(11, "tips: \xe5\n")},
        {"utf16", 0, std::string(200, '\0')},
        {"control_character", 8, "## A\nsäg: \xe2\x80\xae \n"},
        {"no_blocks", 0, "Bara text.\n"},
        {"too_many_blocks", 187, many_blocks(61)},
        {"heading_empty", 7, "##\n" + ok},
        {"heading_space", 9, "## A\n" + ok.substr(0, 7) + "##B\n"},
        {"heading_level", 11, "## A\n" + ok + "\n# B\n"},
        {"image_left_out", 11, "## A\n" + ok + "\n![x](y.png)\n"},
        {"fence_unclosed", 11, "## A\n" + ok + "\n```\n"},
        {"key_unknown", 8, "## A\ntdi: 5 min\ntyp: info\n"},
        {"key_twice", 9, "## A\ntid: 5\ntid: 6\ntyp: info\n"},
        {"key_late", 12, "## A\n" + ok + "\nText.\nsäg: hej\n"},
        {"value_missing", 10, "## A\n" + ok + "säg:\n"},
        {"id_bad", 8, "## A\nid: Å ä\n" + ok},
        {"id_twice", 10, "## A\n" + ok + "## A\n" + ok},
        {"time_missing", 7, "## A\ntyp: info\n"},
        {"time_bad", 8, "## A\ntid: fem\ntyp: info\n"},
        {"least_bad", 10, "## A\n" + ok + "minst: 6\n"},
        {"type_missing", 7, "## A\ntid: 5\n"},
        {"type_unknown", 9, "## A\ntid: 5\ntyp: kundressa\n"},
        {"template_bad", 10, "## A\n" + ok + "tavlor: Skriv vidare!\n"},
        {"skip_bad", 10, "## A\n" + ok + "hoppa: kanske\n"},
        {"note_type_unknown", 10, "## A\n" + ok + "samla: idee\n"},
        {"count_bad", 10, "## A\n" + ok + "antal: 0\n"},
        {"text_too_long", 10, "## A\n" + ok + "tips: " + long_text + "\n"},
        {"sentence_long", 10, "## A\n" + ok + "säg: " + times(21, "ord ") + "\n"},
        {"list_too_long", 40, "## A\n" + ok + times(31, "tips: x\n")},
        {"list_entry_bad", 10, "## A\n" + ok + "grupper: x =\n"},
        {"list_entry_long", 10, "## A\n" + ok + "grupper: x, " + times(8, "bokbussar ") + "\n"},
        {"list_entry_twice", 10, "## A\n" + ok + "grupper: x, x\n"},
        {"label_twice", 13,
         "## A\n" + ok + "rösta: val\nalternativ: x = Ett; y = Två\nrösta: val\nalternativ: x = Tre; z = Fyra\n"},
        {"collect_missing", 9, "## A\ntid: 5\ntyp: samla\n"},
        {"question_missing", 7, "## A\n" + ok + "samla: idé\n"},
        {"source_missing", 9, "## A\ntid: 5\ntyp: sortera\n"},
        {"source_unknown", 20, idea_block + "## A\n" + ok + "från: idear\n"},
        {"source_later", 10, "## A\n" + ok + "från: ideer\n" + idea_block},
        {"source_empty", 13, "## A\n" + ok + "## B\n" + ok + "från: a\n"},
        {"vote_missing", 9, "## A\ntid: 5\ntyp: röstning\n"},
        {"vote_unknown", 10, "## A\n" + ok + "rösta: handuppräckning\n"},
        {"vote_bad", 10, "## A\n" + ok + "rösta: val 3\n"},
        {"vote_line_first", 10, "## A\n" + ok + "alternativ: x, y\n"},
        {"options_missing", 10, "## A\n" + ok + "rösta: prickar 3\n"},
        {"criteria_bad", 11, "## A\n" + ok + "rösta: tre prickar\nkriterier: Nytta\nsamla: idé\n"},
        {"budget_missing", 10, "## A\n" + ok + "rösta: budget\nalternativ: x, y\nkostnad: 5\n"},
        {"budget_unused", 12, "## A\n" + ok + "rösta: val\nalternativ: x, y\nbudget: 200\n"},
        {"money_bad", 12, "## A\n" + ok + "rösta: budget\nalternativ: x, y\nbudget: 20 0 kr\nkostnad: 5\n"},
        {"money_bad", 13,
         "## A\n" + ok + "rösta: budget\nalternativ: x, y\nbudget: 200 kr\nkostnad: x = 5 euro; y = 1\n"},
        {"costs_count", 13, "## A\n" + ok + "rösta: budget\nalternativ: x, y\nbudget: 200\nkostnad: 1, 2, 3\n"},
        {"cost_missing", 13, "## A\n" + ok + "rösta: budget\nalternativ: x, y\nbudget: 200\nkostnad: x = 1\n"},
        {"cost_unknown", 13, "## A\n" + ok + "rösta: budget\nalternativ: x, y\nbudget: 200\nkostnad: z = 1; x = 2\n"},
        {"ties_unused", 12, "## A\n" + ok + "rösta: val\nalternativ: x, y\nlika: flest personer\n"},
        {"ties_unknown", 12, "## A\n" + ok + "rösta: val\nalternativ: x, y\nlika: slantsingling\n"},
        {"trust_unknown", 12, "## A\n" + ok + "rösta: val\nalternativ: x, y\nförtroende: blint\n"},
        {"form_and_groups", 11, "## A\ntid: 5\ntyp: samla\ngrupper: x, y\nformulär: Mål, Hinder\n"},
        {"form_missing", 9, "## A\ntid: 5\ntyp: kort\n"},
        {"field_unknown", 10, "## A\n" + ok + "formulär: för vemm = Vem?\n"},
    };
}

/// English files that go with a Swedish file of one idea block, with groups and a vote.
std::vector<Case> english_cases() {
    const std::string head = "## Ideas\nid: ideer\n";
    const std::string whole = "question: What?\n";
    return {
        {"translation_unknown", 5, "## Ideas\nid: idea\n"},
        {"translation_missing", 0, "\n"},
        {"translation_differs", 7, head + whole + "time: 20 min\n"},
        {"translation_incomplete", 4, head},
        {"translation_count", 7, head + whole + "groups: One\n"},
        {"translation_entry_unknown", 7, head + whole + "groups: q = One\n"},
    };
}

bool holds(const base::Problems& problems, const std::string& code, int line, const std::string& file) {
    return std::any_of(problems.begin(), problems.end(), [&](const base::Problem& problem) {
        return problem.code == code && problem.line == line && problem.file == file;
    });
}

base::Problems file_problems(const std::string& name, const std::string& content) {
    auto source = sample::swedish(sample::ideas);
    source.files[name] = content;
    return curricula::check_course(source).problems;
}

struct FrontCase {
    const char* code;
    int line;
    const char* file;
};
const std::vector<FrontCase> front_cases{
    {"front_missing", 1, "## A\ntid: 5\ntyp: info\n"},
    {"front_unclosed", 1, "+++\ntitel = \"x\"\n"},
    {"front_bad_toml", 3, "+++\ntitel = \"x\"\nstart: 08.30\n+++\n"},
    {"front_key_unknown", 2, "+++\ntittel = \"y\"\ntitel = \"x\"\n+++\n"},
    {"key_twice", 3, "+++\ntitel = \"x\"\ntitle = \"y\"\n+++\n"},
    {"front_value_bad", 2, "+++\ntitel = 3\n+++\n"},
    {"title_missing", 2, "+++\nstart = \"08.30\"\n+++\n"},
    {"start_bad", 3, "+++\ntitel = \"x\"\nstart = \"25.00\"\n+++\n"},
};

}  // namespace

TEST_CASE("every fault in a block is told with its line") {
    for (const auto& one : swedish_cases()) {
        const auto problems = curricula::check_course(sample::swedish(one.body)).problems;
        CAPTURE(one.code);
        CAPTURE(sample::all(problems));
        CHECK(holds(problems, one.code, one.line, "kurs.sv.md"));
    }
}

TEST_CASE("every fault in a translation is told with its line") {
    const auto swedish = idea_block.substr(0, idea_block.find("\nEn rad")) + "grupper: Ett, Två\n";
    for (const auto& one : english_cases()) {
        const auto problems = curricula::check_course(sample::with_english(swedish, one.body)).problems;
        CAPTURE(one.code);
        CAPTURE(sample::all(problems));
        CHECK(holds(problems, one.code, one.line, "kurs.en.md"));
    }
}

TEST_CASE("every fault in the front matter is told with its line") {
    for (const auto& one : front_cases) {
        const auto problems = file_problems("kurs.sv.md", one.file);
        CAPTURE(one.code);
        CAPTURE(sample::all(problems));
        CHECK(holds(problems, one.code, one.line, "kurs.sv.md"));
    }
}

TEST_CASE("a line that is no TOML does not hide what is wrong on the others") {
    const auto problems =
        file_problems("kurs.sv.md", "+++\ntitel = \"x\"\ntitel = \"y\"\nstart = \"25.99\"\nfärg = \"röd\"\n+++\n");
    CAPTURE(sample::all(problems));
    CHECK(holds(problems, "front_bad_toml", 3, "kurs.sv.md"));
    CHECK(holds(problems, "start_bad", 4, "kurs.sv.md"));
    const auto untitled = file_problems("kurs.sv.md", "+++\ntitel = \"x\nstart = \"08.30\"\n+++\n");
    CHECK(holds(untitled, "front_bad_toml", 2, "kurs.sv.md"));
    CHECK_FALSE(holds(untitled, "title_missing", 2, "kurs.sv.md"));
}

TEST_CASE("a course without its Swedish file says so") {
    const auto problems = curricula::check_course({"prov", {{"kurs.en.md", "+++\ntitle = \"x\"\n+++\n"}}}).problems;
    CHECK(sample::all(problems) == "prov:0 no_swedish_file");
}

TEST_CASE("two files in one language, and a file with another name, are told") {
    CHECK(holds(file_problems("course.sv.md", ""), "language_twice", 0, "kurs.sv.md"));
    CHECK(holds(file_problems("kurs.svenska.md", ""), "file_name_unknown", 0, "kurs.svenska.md"));
    CHECK(file_problems("README.md", "anything").empty());
}

TEST_CASE("a file over a mebibyte is not read") {
    const auto problems = file_problems("kurs.sv.md", std::string(curricula::most_file_bytes + 1, 'a'));
    CHECK(holds(problems, "file_too_large", 0, "kurs.sv.md"));
}

TEST_CASE("a template that does not come along gets a hint with its line, and the one that was meant") {
    const auto source =
        sample::with_english("## A\n" + ok + "tavlor: brainwritting\n## B\n" + ok + "boards: matrix_2x2\n",
                             "## A\nboards: matrix_2x2\n\n## B\n");
    const auto reading = curricula::check_course(source, {"brainwriting", "matrix_2x2"});
    CHECK(holds(reading.problems, "template_unknown", 10, "kurs.sv.md"));
    CHECK(holds(reading.problems, "translation_differs", 5, "kurs.en.md"));
    CHECK(std::count_if(reading.problems.begin(), reading.problems.end(),
                        [](const auto& problem) { return problem.code == "template_unknown"; }) == 1);
    for (const auto& problem : reading.problems) {
        if (problem.code == "template_unknown") CHECK(problem.message.find("brainwriting") != std::string::npos);
    }
    CHECK(reading.usable());
    CHECK(reading.course.blocks.at(1).boards == "matrix_2x2");
    // Whoever does not know which there are says nothing of it.
    CHECK_FALSE(holds(curricula::check_course(source).problems, "template_unknown", 10, "kurs.sv.md"));
}

TEST_CASE("every code there is has a test here") {
    std::set<std::string> tested{"no_swedish_file", "language_twice", "file_name_unknown", "file_too_large",
                                 "template_unknown"};
    for (const auto& one : swedish_cases()) tested.insert(one.code);
    for (const auto& one : english_cases()) tested.insert(one.code);
    for (const auto& one : front_cases) tested.insert(one.code);
    for (const auto code : curricula::problem_codes()) {
        CAPTURE(code);
        CHECK(tested.count(std::string(code)) == 1);
    }
}

TEST_CASE("all faults are told at once, in the order of the lines") {
    CHECK(sample::faults("## A\ntid: fem\ntyp: infö\nsäg:\n## A\ntyp: info\n") ==
          "kurs.sv.md:8 time_bad; kurs.sv.md:9 type_unknown; kurs.sv.md:10 value_missing; kurs.sv.md:11 id_twice; "
          "kurs.sv.md:11 time_missing");
}

TEST_CASE("a byte that is no UTF-8 hides no other fault") {
    CHECK(sample::faults("## A\ntid: fem\ntips: \xff x\ntyp: infö\n## B\ntyp: info\n") ==
          "kurs.sv.md:8 time_bad; kurs.sv.md:9 bad_utf8; kurs.sv.md:10 type_unknown; kurs.sv.md:11 time_missing");
    const auto course = curricula::check_course(sample::swedish("## A\n" + ok + "tips: h\xe5ll, håll\n")).course;
    CHECK(course.blocks.at(0).texts.at("sv").tips.at(0) == "håll, håll");
}

TEST_CASE("a character that nobody sees hides no other fault") {
    CHECK(sample::faults("## A\ntid: fem\ntips: a\x01 b\ntyp: infö\n") ==
          "kurs.sv.md:8 time_bad; kurs.sv.md:9 control_character; kurs.sv.md:10 type_unknown");
}

TEST_CASE("of a line that cannot be read nothing else is said") {
    CHECK(sample::faults("## A\ntid: 5\ntyp: inf\xff\n") == "kurs.sv.md:9 bad_utf8");
    CHECK(sample::faults("## A\ntid: 5\ntyp: info\xe2\x80\xae x\n") == "kurs.sv.md:9 control_character");
}

TEST_CASE("a file saved in an older encoding is one fault, and the others are told") {
    const std::string latin = "tips: \xe5\xe4\xf6 " + times(3, "x") + "\n";
    CHECK(sample::faults("## A\ntid: fem\ntyp: info\n" + times(20, latin) + "## B\ntyp: info\n") ==
          "kurs.sv.md:8 time_bad; kurs.sv.md:10 not_utf8; kurs.sv.md:30 time_missing");
}

TEST_CASE("a file saved as UTF-16 is one fault") {
    std::string wide = "\xff\xfe";
    for (const char c : "+++\ntitel = \"x\"\n+++\n## A\n" + ok) wide += {c, '\0'};
    const auto told = [](const std::string& content) { return sample::all(file_problems("kurs.sv.md", content)); };
    CHECK(told(wide) == "kurs.sv.md:0 utf16");
    CHECK(told(wide.substr(2)) == "kurs.sv.md:0 utf16");
    CHECK(sample::all(file_problems("kurs.en.md", wide)).find("kurs.en.md:0 utf16") != std::string::npos);
}

TEST_CASE("several faults of one kind on a line are all told, each once") {
    CHECK(sample::faults("## A\n" + ok + "från: b, zzz, yyy, zzz\n## B\n" + ok) ==
          "kurs.sv.md:10 source_later; kurs.sv.md:10 source_unknown; kurs.sv.md:10 source_unknown");
}

TEST_CASE("an alternative too long for an id of its own is told so, and taken with a short one") {
    const std::string asks = "## A\n" + ok + "fråga: Vad?\nrösta: val\nalternativ:\n  Cykelpump\n  Bänk vid ån\n  ";
    const std::string text = "Bokbuss som kommer till Sjövik varje torsdag och står kvar hela eftermiddagen";
    CHECK(sample::faults(asks + text + "\n") == "kurs.sv.md:15 list_entry_long");
    CHECK(sample::faults(asks + "bokbuss = " + text + "\n").empty());
}

TEST_CASE("a fault in a list of several lines is told on the entry's own line") {
    const std::string asks = "## A\n" + ok + "fråga: Vad?\n";
    CHECK(sample::faults(asks + "rösta: val\nalternativ:\n  Ett\n  Två\n  x =\n  Ett\n") ==
          "kurs.sv.md:15 list_entry_bad; kurs.sv.md:16 list_entry_twice");
    CHECK(sample::faults(asks + "rösta: skala 1–5\nalternativ:\n  1 = Nej\n  7 = Ja\n") ==
          "kurs.sv.md:14 list_entry_bad");
    CHECK(sample::faults(asks + "formulär:\n  för vem = Vem?\n  färg\n") == "kurs.sv.md:13 field_unknown");
    CHECK(sample::faults(asks + "grupper: Ett, Två, Ett\n") == "kurs.sv.md:11 list_entry_twice");
}

TEST_CASE("a word that is nearly right is answered with the right one") {
    const auto problems = curricula::check_course(sample::swedish("## A\ntid: 5\ntyp: kundressa\n")).problems;
    CHECK(problems.at(0).message.find("kundresa") != std::string::npos);
    CHECK(problems.at(0).message.find("Menade du ”kundresa”?") != std::string::npos);
}

TEST_CASE("a course with errors cannot be run, one with hints can") {
    CHECK_FALSE(curricula::read_course(sample::swedish("## A\ntyp: info\n")));
    CHECK(curricula::read_course(sample::swedish("## A\ntid: 5\ntyp: info\nsamla: idé\n")));
    const auto error = curricula::read_course(sample::swedish("## A\ntyp: info\n")).error();
    CHECK(error.code == base::Code::bad_input);
    CHECK(error.where == "kurs.sv.md:7");
}
