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

TEST_CASE("a form elsewhere than on a card asks each person, with fields of the author's own and an answer to each") {
    const auto one = block(
        "## A\ntid: 5\ntyp: utvärdering\nfråga: Hur var det?\nformulär:\n  bra = Vad var bra?\n  Vad fattades?\n");
    CHECK(one.form == std::vector<std::string>{"bra", "vad-fattades"});
    CHECK(one.groups == one.form);
    CHECK(one.collects == "note");
    CHECK(one.most_notes == 2);
    CHECK(one.texts.at("sv").labels.at("bra") == "Vad var bra?");
    // A person whom the room gets to know: what is collected says what it is.
    const auto persona =
        block("## A\ntid: 5\ntyp: samla\nsamla: vet och gissar\nfråga: Vem är Samira?\nformulär: Mål, Hinder\n");
    CHECK(persona.collects == "known");
    CHECK(persona.form == std::vector<std::string>{"mal", "hinder"});
    CHECK(sample::faults("## A\ntid: 5\ntyp: samla\nfråga: Vem?\nformulär: Mål, Hinder\n").empty());
    CHECK(sample::faults("## A\ntid: 5\ntyp: samla\nfråga: Vem?\nformulär: Mål, Mål\n") ==
          "kurs.sv.md:11 list_entry_twice");
}

TEST_CASE("every counting method has words in both languages, and its usual numbers") {
    struct Said {
        std::string swedish, english, method;
        int dots, lowest, highest;
    };
    const std::vector<Said> all{{"visa 1–4", "show 1–4", "show14", 1, 1, 4},
                                {"ja-röster", "approval", "approval", 1, 0, 0},
                                {"betyg", "score", "score", 1, 0, 5},
                                {"betyg 1–10", "score 1–10", "score", 1, 1, 10},
                                {"rangordning", "ranking", "schulze", 1, 0, 0},
                                {"rangordning borda", "ranking borda", "borda", 1, 0, 0},
                                {"rangordning överföring", "ranking transfer", "irv", 1, 0, 0},
                                {"rangordning copeland", "ranking copeland", "copeland", 1, 0, 0},
                                {"parvis", "pairwise", "bradley-terry", 1, 0, 0},
                                {"poäng", "points", "points", 100, 0, 0},
                                {"poäng 50", "points 50", "points", 50, 0, 0},
                                {"kvadratisk", "quadratic", "quadratic", 25, 0, 0},
                                {"kvadratisk 36", "quadratic 36", "quadratic", 36, 0, 0},
                                {"femfinger", "fist", "fist", 1, 0, 5},
                                {"samtycke", "consent", "consent", 1, 0, 0},
                                {"matris", "matrix", "matrix", 1, 0, 0}};
    for (const auto& said : all) {
        for (const auto& words : {said.swedish, said.english}) {
            CAPTURE(words);
            const auto poll = polls("från: ideer\nrösta: " + words + "\n").at(0);
            CHECK(poll.method == said.method);
            CHECK(poll.dots == said.dots);
            CHECK(poll.lowest == said.lowest);
            CHECK(poll.highest == said.highest);
        }
    }
}

TEST_CASE("points may have a limit for one option") {
    const auto poll = polls("från: ideer\nrösta: poäng 100, högst 50\n").at(0);
    CHECK(poll.dots == 100);
    CHECK(poll.cap == 50);
    CHECK(polls("från: ideer\nrösta: points 100, at most 40\n").at(0).cap == 40);
}

TEST_CASE("a budget has a sum with its unit, and costs by option, in order, or one for all") {
    const std::string head = "rösta: budget\nalternativ: Lånecykel, Bänk vid ån\nbudget: 200 000 kr\n";
    using Costs = std::map<std::string, std::int64_t>;
    const auto by_name = polls(head + "kostnad: Lånecykel = 150 000; Bänk vid ån = 60 000 kr\n").at(0);
    CHECK(by_name.method == "mes");
    CHECK(by_name.budget == 200000);
    CHECK(by_name.unit == "kr");
    CHECK(by_name.cost == Costs{{"lanecykel", 150000}, {"bank-vid-an", 60000}});
    CHECK(polls(head + "kostnader: 150000, 60000\n").at(0).cost == by_name.cost);
    const auto notes = polls("från: ideer\nrösta: budget girig\nbudget: 900 euro\nkostnad: 300\n").at(0);
    CHECK(notes.method == "greedy");
    CHECK(notes.unit == "euro");
    CHECK(notes.each_costs == 300);
}

TEST_CASE("the axes of a matrix are x and y, whatever they are called") {
    const auto one = block("## A\ntid: 5\ntyp: röstning\nrösta: matris\nalternativ: a, b\nkriterier: Arbete, Värde\n");
    CHECK(one.polls.at(0).criteria == std::vector<std::string>{"x", "y"});
    CHECK(one.texts.at("sv").labels.at("x") == "Arbete");
    CHECK(one.texts.at("sv").labels.at("y") == "Värde");
    CHECK(polls("från: ideer\nrösta: matris\n").at(0).criteria.size() == 2);
}

TEST_CASE("fist-to-five may name its numbers, and ties may be settled by lot") {
    const auto one = block("## A\ntid: 5\ntyp: röstning\nrösta: femfinger\nalternativ: 0 = Stopp; 5 = Ja\n");
    CHECK(one.polls.at(0).options.empty());
    CHECK(one.texts.at("sv").labels.at("0") == "Stopp");
    CHECK(polls("från: ideer\nrösta: ja-röster\nlika: lottning\n").at(0).ties == "seeded_lot");
}

TEST_CASE("consent is to the question alone: no options, no notes, no numbers") {
    const std::string head = "## A\ntid: 10\ntyp: samtycke\nfråga: Vi stänger klockan tre.\nrösta: samtycke";
    CHECK(sample::faults(head + "\n").empty());
    const auto one = block(head + "\n");
    CHECK(one.activity == model::Activity::consent);
    REQUIRE(one.polls.size() == 1);
    CHECK(one.polls.at(0).method == "consent");
    CHECK(one.polls.at(0).options.empty());
    CHECK(polls("från: ideer\nrösta: samtycke\n").at(0).sources.empty());
    CHECK(sample::faults(head + "\nalternativ: Ja, Nej\n").find("list_entry_bad") != std::string::npos);
    CHECK(sample::faults(head + "\nalternativ: 0 = Nej\n").find("list_entry_bad") != std::string::npos);
    CHECK(sample::faults(head + " 3\n").find("vote_bad") != std::string::npos);
}

TEST_CASE("a word on ties that can settle nothing in a vote gets a hint, and the course can be run all the same") {
    const auto is_hinted = [](const std::string& vote, const std::string& ties) {
        const auto checked = curricula::check_course(
            sample::swedish("## B\ntid: 5\ntyp: röstning\nfråga: Vad?\nrösta: " + vote + "\nlika: " + ties + "\n"));
        bool hinted = false;
        for (const auto& problem : checked.problems) {
            CAPTURE(problem.message);
            CHECK(problem.severity == base::Problem::Severity::hint);
            hinted = hinted || problem.code == "ties_unused";
        }
        return hinted;
    };
    const std::string options = "\nalternativ: Aa, Bb, Cc";
    CHECK(is_hinted("skala 1–5", "lottning"));
    CHECK(is_hinted("femfinger", "flest personer"));
    CHECK(is_hinted("samtycke", "lottning"));
    CHECK(is_hinted("matris" + options, "lottning"));
    CHECK(is_hinted("ja röster" + options, "flest personer"));
    CHECK(is_hinted("prickar 3" + options, "flest personer"));
    CHECK(is_hinted("rangordning" + options, "första kriteriet"));
    CHECK_FALSE(is_hinted("prickar 3, flera på samma" + options, "flest personer"));
    CHECK_FALSE(is_hinted("rangordning borda" + options, "första kriteriet"));
    CHECK_FALSE(is_hinted("poäng 100" + options, "första kriteriet"));
    CHECK_FALSE(is_hinted("ja röster" + options, "lottning"));
    CHECK_FALSE(is_hinted("skala 1–5", "ny omröstning"));
    CHECK_FALSE(is_hinted("parvis" + options, "delad plats"));
}

TEST_CASE("each vote says how far it can be trusted, and is open unless it does") {
    CHECK(polls("från: ideer\nrösta: prickar\n").at(0).trust.empty());
    const auto two = polls("från: ideer\nrösta: prickar\nförtroende: antal\nrösta: ja-röster\ntrust: koder\n");
    CHECK(two.at(0).trust == "heads");
    CHECK(two.at(1).trust == "codes");
    CHECK(polls("från: ideer\nrösta: prickar\nförtroende: öppen\n").at(0).trust == "open");
}
