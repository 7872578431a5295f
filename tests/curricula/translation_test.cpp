#include <doctest/doctest.h>

#include "curricula/sample.hpp"

namespace {

const std::string swedish_part =
    "## Rösta nu\ntid: 5 min\ntyp: röstning\nsamla: idé\nfråga: Vad?\nuppgift: Välj.\ngrupper: Före, Efter\n"
    "rösta: skala 1–5\nröstfråga: Hur?\nalternativ: 1 = Inte; 5 = Helt\n"
    "rösta: val\nröstfråga: Vilken?\nalternativ: Ja, Nej\n";

model::BlockText english(const std::string& body) {
    const auto reading = curricula::check_course(sample::with_english(swedish_part, body));
    CHECK_MESSAGE(reading.usable(), sample::all(reading.problems));
    return reading.course.blocks.at(0).texts.at("en");
}

}  // namespace

TEST_CASE("a translation finds its block by the Swedish heading's slug and lays its texts there") {
    const auto text = english(
        "## Vote now\nid: rosta-nu\nquestion: What?\ntask: Choose.\nsay: Now.\ngroups: Before, After\n"
        "vote: scale 1–5\nvote-question: How?\noptions: 1 = Not; 5 = Fully\n"
        "vote: choice\nvote-question: Which?\noptions: Yes, No\n\nMore *here*.\n");
    CHECK(text.title == "Vote now");
    CHECK(text.question == "What?");
    CHECK(text.say == std::vector<std::string>{"Now."});
    CHECK(text.labels.at("fore") == "Before");
    CHECK(text.labels.at("5") == "Fully");
    CHECK(text.labels.at("nej") == "No");
    CHECK(text.poll_questions == std::vector<std::string>{"How?", "Which?"});
    CHECK(text.html == "<p>More <em>here</em>.</p>\n");
}

TEST_CASE("what a translation leaves out is there in Swedish") {
    const auto text = english("## Vote now\nid: rosta-nu\ngroups: efter = After\n");
    CHECK(text.question == "Vad?");
    CHECK(text.labels.at("fore") == "Före");
    CHECK(text.labels.at("efter") == "After");
    CHECK(text.poll_questions == std::vector<std::string>{"Hur?", "Vilken?"});
}

TEST_CASE("a translation cannot change how the block is run") {
    const auto source =
        sample::with_english(swedish_part, "## Vote now\nid: rosta-nu\ntime: 50 min\ntype: break\ncollect: need\n");
    const auto reading = curricula::check_course(source);
    CHECK(reading.usable());
    CHECK(reading.course.blocks.at(0).minutes == 5);
    CHECK(reading.course.blocks.at(0).activity == model::Activity::poll);
    CHECK(reading.course.blocks.at(0).collects == "idea");
}

TEST_CASE("a course has its languages with Swedish first") {
    auto source = sample::with_english(swedish_part, "");
    source.files["kurs.ar.md"] = "+++\ntitle = \"x\"\n+++\n";
    CHECK(curricula::check_course(source).course.languages == std::vector<std::string>{"sv", "ar", "en"});
}

TEST_CASE("the same course in English words has the same structure") {
    const std::string in_english =
        "## Rösta nu\ntime: 5 min\ntype: poll\ncollect: idea\nquestion: Vad?\ntask: Välj.\ngroups: Före, Efter\n"
        "vote: scale 1–5\nvote-question: Hur?\noptions: 1 = Inte; 5 = Helt\n"
        "vote: choice\nvote-question: Vilken?\noptions: Ja, Nej\n";
    const auto a = sample::block(swedish_part);
    const auto b = sample::block(in_english);
    CHECK(a.minutes == b.minutes);
    CHECK(a.activity == b.activity);
    CHECK(a.collects == b.collects);
    CHECK(a.groups == b.groups);
    CHECK(a.texts.at("sv").question == b.texts.at("sv").question);
    CHECK(a.texts.at("sv").labels == b.texts.at("sv").labels);
    CHECK(a.polls.at(0).highest == b.polls.at(0).highest);
    CHECK(a.polls.at(1).options == b.polls.at(1).options);
}
