#include <doctest/doctest.h>

#include "curricula/sample.hpp"

using sample::block;

namespace {

/// The polls of a block that comes after the ideas and takes its notes from them.
std::vector<model::PollPlan> polls(const std::string& lines) {
    const auto course =
        curricula::check_course(sample::swedish(std::string(sample::ideas) + "## B\ntid: 5\ntyp: röstning\n" + lines))
            .course;
    return course.blocks.at(1).polls;
}

}  // namespace

TEST_CASE("dots are three unless said otherwise, and one on each") {
    const auto poll = polls("från: ideer\nrösta: prickar\n").at(0);
    CHECK(poll.method == "dots");
    CHECK(poll.dots == 3);
    CHECK_FALSE(poll.stacking);
    CHECK(polls("från: ideer\nrösta: prickar 5\n").at(0).dots == 5);
    CHECK(polls("från: ideer\nrösta: prickar 5, flera på samma\n").at(0).stacking);
}

TEST_CASE("three dots have criteria in their order and may be stacked") {
    const auto poll = polls("från: ideer\nrösta: tre prickar 3\nkriterier: nytta = Nytta för oss, Nytänkande\n").at(0);
    CHECK(poll.method == "tre-prickar");
    CHECK(poll.criteria == std::vector<std::string>{"nytta", "nytankande"});
    CHECK(poll.stacking);
}

TEST_CASE("a choice has its options and one answer") {
    const auto poll = polls("rösta: val\nalternativ: Kaffe, Te\n").at(0);
    CHECK(poll.method == "choice");
    CHECK(poll.options == std::vector<std::string>{"kaffe", "te"});
    CHECK(poll.dots == 1);
    CHECK(poll.sources.empty());
}

TEST_CASE("feelings go from minus two to two on the block's own notes") {
    const auto one = block("## A\ntid: 5\ntyp: kundresa\nsamla: steg\nrösta: känslor\n");
    CHECK(one.polls.at(0).method == "feelings");
    CHECK(one.polls.at(0).lowest == -2);
    CHECK(one.polls.at(0).highest == 2);
    CHECK(one.polls.at(0).source == "a");
}

TEST_CASE("a scale has numbers, and some of them may have names") {
    const auto one = block("## A\ntid: 5\ntyp: utvärdering\nrösta: skala 1–7\nalternativ: 1 = Nej; 7 = Ja\n");
    CHECK(one.polls.at(0).lowest == 1);
    CHECK(one.polls.at(0).highest == 7);
    CHECK(one.polls.at(0).options.empty());
    CHECK(one.polls.at(0).sources.empty());
    CHECK(one.texts.at("sv").labels.at("7") == "Ja");
    CHECK(block("## A\ntid: 5\ntyp: utvärdering\nrösta: skala\n").polls.at(0).highest == 5);
}

TEST_CASE("several votes keep their own lines in their order") {
    const auto one = block(
        "## A\ntid: 5\ntyp: utvärdering\nrösta: skala\nröstfråga: Ett?\nrösta: val\nröstfråga: Två?\nalternativ: Ja, "
        "Nej\n");
    CHECK(one.polls.size() == 2);
    CHECK(one.polls.at(1).options == std::vector<std::string>{"ja", "nej"});
    CHECK(one.texts.at("sv").poll_questions == std::vector<std::string>{"Ett?", "Två?"});
}

TEST_CASE("a vote is on the notes of all blocks that are named") {
    const auto course =
        curricula::check_course(sample::swedish(std::string(sample::ideas) +
                                                "## Mer\ntid: 5\ntyp: samla\nsamla: idé\n"
                                                "## B\ntid: 5\ntyp: röstning\nfrån: ideer, mer\nrösta: prickar\n"))
            .course;
    const auto& last = course.blocks.at(2);
    CHECK(last.source == "ideer");
    CHECK(last.sources == std::vector<std::string>{"ideer", "mer"});
    CHECK(last.polls.at(0).source == "ideer");
    CHECK(last.polls.at(0).sources == last.sources);
}

TEST_CASE("a card's fields are the idea's, under the author's own headings") {
    const auto one =
        block("## A\ntid: 5\ntyp: kort\nformulär:\n  för vem = Vem?\n  största osäkerhet\n  need = Vilket behov?\n");
    CHECK(one.form == std::vector<std::string>{"for_whom", "uncertainty", "need"});
    CHECK(one.texts.at("sv").labels.at("for_whom") == "Vem?");
    CHECK(one.texts.at("sv").labels.at("uncertainty") == "största osäkerhet");
}
