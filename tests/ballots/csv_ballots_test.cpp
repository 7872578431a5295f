#include <doctest/doctest.h>

#include <algorithm>

#include "ballots/ballot_file.hpp"
#include "ballots/faults.hpp"

using namespace ballots;

namespace {

BallotReading read(std::string_view text, const MarkRule& rule = {}) {
    return read_csv_ballots(text, "roster.csv", rule);
}

MarkRule ranks() {
    MarkRule rule;
    rule.ranks = true;
    rule.whole = true;
    rule.lowest = 1;
    return rule;
}

}  // namespace

TEST_CASE("ids of digits only compare as numbers and stand before all others, which compare bytewise") {
    CHECK(id_less("9", "10"));
    CHECK(id_less("10", "A10"));
    CHECK(id_less("A10", "A9"));
    CHECK(id_less("10", "1a"));
    CHECK(id_less("9", "1a"));
    CHECK(id_less("1", "01") != id_less("01", "1"));
    CHECK(id_less("123456789012345678901", "123456789012345678902"));
    CHECK_FALSE(id_less("a", "a"));
}

TEST_CASE("a paper list gives ballots, whatever its separator, and a line without a value a blank one") {
    for (const char separator : {',', ';', '\t'}) {
        std::string text = "ballot,option,value\n1,B,2\n1,A,1\n2,A,3\n3,,\n,C,\n";
        std::replace(text.begin(), text.end(), ',', separator);
        const auto reading = read(text);
        CHECK(faults_of(reading).empty());
        CHECK(reading.file.ids == std::vector<std::string>{"A", "B", "C"});
        CHECK(reading.file.voters == 3);
        REQUIRE(reading.file.marks);
        REQUIRE(reading.file.marks->ballots.size() == 3);
        CHECK(reading.file.marks->ballots[0].marks.size() == 2);
        CHECK(reading.file.marks->ballots[0].marks[0].option == 0);
        CHECK(reading.file.marks->ballots[2].marks.empty());
        CHECK(reading.file.marks->unit == 1);
    }
}

TEST_CASE("decimals are exact, with point or comma") {
    const auto reading = read("röstsedel;alternativ;värde\n1;A;0,25\n2;A;1.5\n");
    CHECK(faults_of(reading).empty());
    REQUIRE(reading.file.marks);
    CHECK(reading.file.marks->unit == 100);
    CHECK(reading.file.marks->ballots[0].marks[0].value == 25);
    CHECK(reading.file.marks->ballots[1].marks[0].value == 150);
}

TEST_CASE("every fault is told, with line and column") {
    const auto reading = read("ballot,option,value\n1,A,x\n1,,3\n,A,3\n2,A,1.1234567\n2,A,9999999\n3,Å,1\n3,Å,2\n");
    CHECK(faults_of(reading) == "2:5 number, 3:3 no_option, 4:1 no_ballot, 5:5 number, 6:5 high, 8:5 twice");
    CHECK_FALSE(reading.usable());
    for (const auto& problem : reading.problems) CHECK(problem.message.ends_with("."));
}

TEST_CASE("columns are counted in characters, quoted cells and lines of their own included") {
    const auto reading = read("ballot,option,value\n\"å\",\"b\nc\",x\n");
    CHECK(faults_of(reading) == "2:4 number");
}

TEST_CASE("the method's limits are told where the number stands") {
    MarkRule rule;
    rule.whole = true;
    rule.lowest = 0;
    rule.highest = 4;
    rule.most_sum = 5;
    CHECK(faults_of(read("ballot,option,value\n1,A,-1\n1,B,5\n1,C,0.5\n2,A,3\n2,B,3\n2,C,1\n", rule)) ==
          "2:5 low, 3:5 high, 4:5 whole, 6:5 sum");
    MarkRule credits;
    credits.credits = 25;
    CHECK(faults_of(read("ballot,option,value\n1,A,4\n1,B,-3\n2,A,5\n2,B,1\n", credits)) == "4:5 credits");
}

TEST_CASE("criteria are those of the method") {
    MarkRule axes;
    axes.criteria = MarkRule::Criteria::axes;
    const auto matrix = read("ballot,option,value,criterion\n1,A,0.2,x\n1,A,0.9,y\n1,A,1,z\n1,A,1,\n", axes);
    CHECK(faults_of(matrix) == "4:7 criterion_axis, 5:7 criterion_axis");
    MarkRule any;
    any.criteria = MarkRule::Criteria::any;
    const auto dots = read("ballot,option,value,criterion\n1,A,2,nytta\n1,A,3,nytt\n1,B,1,\n", any);
    CHECK(faults_of(dots) == "4:7 no_criterion");
    CHECK(dots.file.criteria == std::vector<std::string>{"nytta", "nytt"});
    CHECK(faults_of(read("ballot,option,value,criterion\n1,A,2,nytta\n")) == "2:7 criterion_extra");
}

TEST_CASE("places make orders: equal places are shared, gaps mean nothing") {
    const auto reading = read("ballot,option,value\n1,C,1\n1,A,3\n1,B,3\n2,B,1\n3,,\n", ranks());
    CHECK(faults_of(reading).empty());
    REQUIRE(reading.file.orders);
    const auto& ballots = reading.file.orders->ballots;
    CHECK(ballots[0].options == std::vector<Option>{2, 0, 1});
    CHECK(ballots[0].place == std::vector<std::uint32_t>{0, 1, 1});
    CHECK(ballots[1].options == std::vector<Option>{1});
    CHECK(ballots[2].options.empty());
    CHECK(faults_of(read("ballot,option,value\n1,C,0\n", ranks())) == "2:5 low");
}

TEST_CASE("comparisons name one of the two, a side, or nothing") {
    const auto reading = read("ballot,left,right,choice\n1,A,B,left\n1,B,C,C\n2,A,C,\n2,A,B,D\n2,A,A,left\n");
    CHECK(faults_of(reading) == "5:7 choice, 6:5 same_option");
    REQUIRE(reading.file.comparisons);
    using Choice = methods::Comparison::Choice;
    CHECK(reading.file.comparisons->made[0].choice == Choice::left);
    CHECK(reading.file.comparisons->made[1].choice == Choice::right);
    CHECK(reading.file.comparisons->made[2].choice == Choice::neither);
    CHECK(reading.file.voters == 2);
    CHECK(reading.file.choosers == 1);
}

TEST_CASE("a heading that is missing, doubled or unknown is told") {
    CHECK(faults_of(read("")) == "0:0 no_rows");
    CHECK(faults_of(read("1,A,3\n")) == "1:1 heading_unknown, 1:3 heading_unknown, 1:5 heading_unknown, 1:1 heading");
    CHECK(faults_of(read("ballot,option,option,value\n1,A,A,1\n")) == "1:15 heading_twice");
    CHECK(faults_of(read("ballot,option,value,anmärkning\n1,A,1,x\n")) == "1:21 heading_unknown");
    CHECK(read("ballot,option,value,anmärkning\n1,A,1,x\n").usable());
}

TEST_CASE("a quote that never ends is told where it begins, and faults are told in reasonable number") {
    CHECK(faults_of(read("ballot,option,value\n1,A,1\n2,\"A,1\n3,A,1\n")) == "3:0 quote");
    std::string many = "ballot,option,value\n";
    for (int i = 0; i < 500; ++i) many += "1,A,x\n";
    CHECK(read(many).problems.size() == most_problems + 1);
}
