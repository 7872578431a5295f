#include <doctest/doctest.h>

#include "ballots/ballot_file.hpp"
#include "ballots/faults.hpp"

using namespace ballots;

namespace {

std::string file_of(const std::string& type, const std::string& projects, const std::string& votes,
                    const std::string& budget = "600") {
    return "META\nkey;value\ndescription;Lindåsa\nbudget;" + budget + "\nvote_type;" + type +
           "\nPROJECTS\nproject_id;name;cost\n" + projects + "VOTES\nvoter_id;vote;points\n" + votes;
}

}  // namespace

TEST_CASE("approvals, costs and budget are read, equal ballots together") {
    const auto reading = read_pabulib(
        file_of("approval", "10;Gångbro;200\n9;\"Bänk; blå\";150\n", "a;10,9;\nb;9,10;\nc;9;\nd;;\n"), "x.pb");
    CHECK(faults_of(reading).empty());
    CHECK(reading.file.ids == std::vector<std::string>{"9", "10"});
    CHECK(reading.file.names == std::vector<std::string>{"Bänk; blå", "Gångbro"});
    CHECK(reading.file.voters == 4);
    REQUIRE(reading.file.budget);
    const auto& poll = *reading.file.budget;
    CHECK(poll.budget == 600);
    CHECK(poll.costs == std::vector<std::int64_t>{150, 200});
    CHECK(poll.votes == std::vector<std::int64_t>{3, 2});
    CHECK(poll.ballots.size() == 3);
    CHECK(reading.file.marks->ballots.size() == 3);
}

TEST_CASE("points are summed, and who gives none supports nothing") {
    const auto reading = read_pabulib(file_of("cumulative", "1;;100\n2;;100\n", "a;1,2;7,3\nb;2,1;5,0\n"), "x.pb");
    CHECK(faults_of(reading).empty());
    CHECK(reading.file.budget->votes == std::vector<std::int64_t>{7, 8});
    std::int64_t supporters = 0;
    for (const auto& ballot : reading.file.budget->ballots) {
        for (const auto project : ballot.projects) supporters += project == 0 ? ballot.count : 0;
    }
    CHECK(supporters == 1);
}

TEST_CASE("ordinal votes are orders, and each that is named is supported") {
    const auto reading = read_pabulib(file_of("ordinal", "1;;100\n2;;100\n", "a;2,1;\nb;2,1;\nc;1;\n"), "x.pb");
    CHECK(faults_of(reading).empty());
    REQUIRE(reading.file.orders);
    CHECK(reading.file.orders->ballots.size() == 2);
    CHECK(reading.file.budget->votes == std::vector<std::int64_t>{3, 2});
    CHECK_FALSE(reading.file.marks);
}

TEST_CASE("money with decimals is exact") {
    const auto reading = read_pabulib(file_of("approval", "1;;99,5\n2;;100.25\n", "a;1;\n", "200.5"), "x.pb");
    CHECK(faults_of(reading).empty());
    CHECK(reading.file.budget->unit == 100);
    CHECK(reading.file.budget->costs == std::vector<std::int64_t>{9950, 10025});
    CHECK(reading.file.budget->budget == 20050);
}

TEST_CASE("faults are told with line and column, all of them") {
    const auto reading = read_pabulib(
        file_of("approval", "1;;0\n2;;x\n2;;5\n;;5\n3;;5\n", "a;1,4;\nb;3,3;\n;3;\na;3;\n", "mycket"), "x.pb");
    CHECK(faults_of(reading) ==
          "8:4 pb_cost, 9:4 pb_cost, 10:1 project_twice, 11:1 no_option, 15:5 project_unknown, 16:5 alternative_twice, "
          "17:1 no_ballot, 18:1 voter_twice, 4:8 pb_budget");
    CHECK(faults_of(read_pabulib(file_of("scoring", "1;;5\n", "a;1;\nb;1;1,2\nc;1;x\n"), "x.pb")) ==
          "11:5 pb_points, 12:5 pb_points, 13:5 number, 13:5 pb_points");
    CHECK(faults_of(read_pabulib("", "x.pb")) ==
          "0:0 pb_no_section, 0:0 pb_no_section, 0:0 pb_no_section, 0:0 pb_no_budget");
    CHECK(faults_of(read_pabulib("META\nkey;value\nbudget;5\nvote_type;dice\nPROJECTS\nid;cost\nVOTES\nvoter_id;vote\n",
                                 "x.pb")) == "6:1 pb_column, 4:11 pb_type");
    CHECK(faults_of(read_pabulib(file_of("approval", "1;;5\n", "a;1;\n", "900000000000.000001"), "x.pb")) ==
          "0:0 pb_large");
}

TEST_CASE("points that the method has no use for, and money that is too much, are told where they stand") {
    MarkRule points;
    points.lowest = 0;
    MarkRule places = points;
    places.ranks = true;
    MarkRule fist = points;
    fist.highest = 5;
    fist.whole = true;
    const auto scored = file_of("scoring", "1;;5\n2;;5\n", "a;1,2;3,-2\nb;1;6.5\n");
    CHECK(faults_of(read_pabulib(scored, "x.pb", points)) == "12:9 low");
    CHECK(faults_of(read_pabulib(scored, "x.pb", fist)) == "12:9 low, 13:5 high");
    CHECK(faults_of(read_pabulib(scored, "x.pb", places)).empty());
    CHECK(faults_of(read_pabulib(scored, "x.pb")).empty());
    const auto split = file_of("cumulative", "1;;5\n2;;5\n", "a;1,2;7,3\nb;2,1;5,-4\n");
    CHECK(faults_of(read_pabulib(split, "x.pb")) == "13:9 low");
    CHECK(faults_of(read_pabulib(file_of("approval", "1;;5\n", "a;1;\n", "1000000000000"), "x.pb")) == "4:8 pb_large");
    CHECK(faults_of(read_pabulib(file_of("approval", "1;;5\n", "a;1;\n", "0.1234567"), "x.pb")) == "4:8 pb_large");
    CHECK(faults_of(read_pabulib(file_of("approval", "1;;9999999999999\n", "a;1;\n"), "x.pb")) == "8:4 pb_large");
    CHECK(faults_of(read_pabulib(file_of("approval", "1;;5\n", "a;1;\n", "-3"), "x.pb")) == "4:8 pb_budget");
}

TEST_CASE("what the votes are is told before them, and a file that tells it later is refused") {
    const std::string votes = "PROJECTS\nproject_id;cost\n1;5\nVOTES\nvoter_id;vote\na;1\n";
    const std::string meta = "META\nkey;value\nbudget;5\nvote_type;scoring\n";
    CHECK(faults_of(read_pabulib(votes + meta, "x.pb")) == "7:1 pb_section");
    CHECK(faults_of(read_pabulib("META\nkey;value\nbudget;5\nvote_type;choose-1\n" + votes + meta, "x.pb")) ==
          "11:1 pb_section");
    CHECK(faults_of(read_pabulib("META\nkey;value\nbudget;5\nvote_type;choose-1\n" + votes, "x.pb")).empty());
}

TEST_CASE("a file that says it has more than it has is counted with a word about it") {
    const auto reading = read_pabulib(
        "META\nkey;value\nnum_projects;2\nnum_votes;7\n" + file_of("approval", "1;;5\n", "a;1;\n").substr(15), "x.pb");
    CHECK(faults_of(reading) == "4:11 voters_differ, 3:14 projects_differ");
    CHECK(reading.usable());
}
