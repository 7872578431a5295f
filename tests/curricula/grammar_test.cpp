#include <doctest/doctest.h>

#include "curricula/sample.hpp"

using sample::block;
using sample::faults;

namespace {
const model::BlockText& swedish(const model::Block& one) {
    return one.texts.at("sv");
}
}  // namespace

TEST_CASE("a block is its heading, its directive lines and its text") {
    const auto one = block(sample::ideas);
    CHECK(one.id == "ideer");
    CHECK(one.activity == model::Activity::collect);
    CHECK(one.minutes == 15);
    CHECK(one.collects == "idea");
    CHECK(swedish(one).question == "Vad kan vi göra?");
    CHECK(swedish(one).say == std::vector<std::string>{"Skriv fem var."});
    CHECK(swedish(one).html == "<p>En rad text.</p>\n");
}

TEST_CASE("a course without faults has no problems") {
    CHECK(faults(sample::ideas) == "");
}

TEST_CASE("the front matter gives title, description and start") {
    const auto course = curricula::check_course(sample::swedish(sample::ideas)).course;
    CHECK(course.title.at("sv") == "Prov");
    CHECK(course.description.at("sv") == "En kort kurs");
    CHECK(course.start == "08.30");
    CHECK(course.slug == "prov");
    CHECK(course.languages == std::vector<std::string>{"sv"});
}

TEST_CASE("the front matter may be fenced with hyphens") {
    auto source = sample::swedish("");
    source.files["kurs.sv.md"] = "---\ntitel = \"Prov\"\n---\n" + std::string(sample::ideas);
    CHECK(sample::all(curricula::check_course(source).problems) == "");
}

TEST_CASE("a start may be written in four ways") {
    for (const char* start : {"\"08.30\"", "\"8.30\"", "\"08:30\"", "08:30:00"}) {
        auto source = sample::swedish("");
        source.files["kurs.sv.md"] =
            "+++\ntitel = \"Prov\"\nstart = " + std::string(start) + "\n+++\n" + std::string(sample::ideas);
        CAPTURE(start);
        CHECK(curricula::check_course(source).course.start == "08.30");
    }
}

TEST_CASE("text before the first block is the preparation") {
    const auto reading = curricula::check_course(sample::swedish("Ta med *pennor*.\n\n" + std::string(sample::ideas)));
    CHECK(reading.course.preparation.at("sv") == "<p>Ta med <em>pennor</em>.</p>\n");
}

TEST_CASE("line ends of other systems and a byte order mark change nothing") {
    const auto plain = sample::swedish(sample::ideas);
    for (const char* end : {"\r\n", "\r"}) {
        std::string other = "\xef\xbb\xbf";
        for (const char c : plain.files.at("kurs.sv.md")) other += c == '\n' ? std::string(end) : std::string(1, c);
        const auto reading = curricula::check_course({"prov", {{"kurs.sv.md", other}}});
        CHECK(sample::all(reading.problems) == "");
        CHECK(reading.course.blocks.front().texts.at("sv").html == "<p>En rad text.</p>\n");
    }
}

TEST_CASE("what to say, do, advise and fall back on may be said several times") {
    const auto one = block(
        "## A\ntid: 5\ntyp: info\nsäg: ett\nsäg: två\ngör: tre\ngör: fyra\ntips: fem\nreserv: sex\nreserv: sju\n");
    CHECK(swedish(one).say == std::vector<std::string>{"ett", "två"});
    CHECK(swedish(one).act == std::vector<std::string>{"tre", "fyra"});
    CHECK(swedish(one).tips == std::vector<std::string>{"fem"});
    CHECK(swedish(one).reserve == std::vector<std::string>{"sex", "sju"});
}

TEST_CASE("a value goes on over indented lines") {
    const auto one = block("## A\ntid: 5\ntyp: info\nsäg: Först det här,\n  sedan\n\tdet där.\n");
    CHECK(swedish(one).say == std::vector<std::string>{"Först det här, sedan det där."});
}

TEST_CASE("minutes may be written with units and hours") {
    for (const char* time :
         {"75", "75 min", "75 minuter", "75min", "1 tim 15 min", "1 h 15 min", "1h15", "75 minutes"}) {
        CAPTURE(time);
        CHECK(block("## A\ntid: " + std::string(time) + "\ntyp: info\n").minutes == 75);
    }
}

TEST_CASE("capitals, and how the parts of a word are joined, make no difference") {
    const auto one = block("## A\nTid: 5\nTYP: Bygg-vidare\nsamla: Hur kan vi\nfrån: x\n");
    CHECK(one.activity == model::Activity::rotate);
    CHECK(one.collects == "hmw");
    CHECK(block("## A\ntid: 5\ntyp: kundresa\nsamla: kontaktpunkt\n").collects == "touchpoint");
}

TEST_CASE("lists are split at commas, at semicolons when there are any, or by line") {
    const std::vector<std::string> three{"fore", "under", "efter"};
    CHECK(block("## A\ntid: 5\ntyp: info\ngrupper: Före, Under, Efter\n").groups == three);
    const auto semicolons = block("## A\ntid: 5\ntyp: info\ngrupper: fore = Före, tidigt; Under; Efter\n");
    CHECK(semicolons.groups == three);
    CHECK(swedish(semicolons).labels.at("fore") == "Före, tidigt");
    const auto lines = block("## A\ntid: 5\ntyp: info\ngrupper:\n  fore = Innan, långt innan\n  Under\n  Efter\n");
    CHECK(lines.groups == three);
    CHECK(swedish(lines).labels.at("fore") == "Innan, långt innan");
}

TEST_CASE("a line with a colon is text when an empty line stands before it") {
    const auto one = block("## A\ntid: 5\ntyp: info\n\nExempel: så här.\n");
    CHECK(swedish(one).html == "<p>Exempel: så här.</p>\n");
}

TEST_CASE("directive lines may be kept apart by empty lines") {
    const auto one = block("## A\n\ntid: 5\ntyp: info\n\nsäg: Hej.\n\ngör: Vinka.\n\nText.\n");
    CHECK(swedish(one).act == std::vector<std::string>{"Vinka."});
    CHECK(swedish(one).html == "<p>Text.</p>\n");
}

TEST_CASE("a block heading inside a code block is code") {
    const auto course =
        curricula::check_course(sample::swedish("## A\ntid: 5\ntyp: info\n\n```\n## B\ntid: 9\n```\n")).course;
    CHECK(course.blocks.size() == 1);
    CHECK(course.minutes() == 5);
}

TEST_CASE("a block can say how far it may be cut and that it may be skipped") {
    const auto one = block("## A\ntid: 35 min\nminst: 25 min\nhoppa: ja\nantal: 2\ntyp: info\n");
    CHECK(one.least_minutes == 25);
    CHECK(one.may_skip);
    CHECK(one.most_notes == 2);
}
