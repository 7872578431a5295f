#include <doctest/doctest.h>

#include "ballots/ballot_file.hpp"
#include "ballots/faults.hpp"

using namespace ballots;

namespace {

const std::string head =
    "# FILE NAME: 00001-00000001.soi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 9\n"
    "# ALTERNATIVE NAME 1: Gångbro: norra\n# ALTERNATIVE NAME 3: Bänkar\n";

}  // namespace

TEST_CASE("PrefLib's orders are read with their counts and names") {
    const auto reading = read_preflib(head + "4: 1,2,3\n3: 3,2,1\r\n2: 2, 3\n", "a.soi");
    CHECK(faults_of(reading).empty());
    CHECK(reading.file.voters == 9);
    CHECK(reading.file.ids == std::vector<std::string>{"1", "2", "3"});
    CHECK(reading.file.names == std::vector<std::string>{"Gångbro: norra", "", "Bänkar"});
    REQUIRE(reading.file.orders);
    CHECK(reading.file.orders->ballots[2].options == std::vector<Option>{1, 2});
    CHECK(reading.file.orders->ballots[2].count == 2);
}

TEST_CASE("shared places stand in braces") {
    const auto reading = read_preflib(head + "8: {1,2},3\n1: 3,{1, 2}\n", "a.toc");
    CHECK(faults_of(reading).empty());
    CHECK(reading.file.orders->ballots[0].place == std::vector<std::uint32_t>{0, 0, 1});
    CHECK(reading.file.orders->ballots[1].place == std::vector<std::uint32_t>{0, 1, 1});
    const auto more = read_preflib("# NUMBER ALTERNATIVES: 4\n1: {1,2},{3,4}\n1: {4}\n", "a.toi");
    CHECK(faults_of(more).empty());
    CHECK(more.file.orders->ballots[0].place == std::vector<std::uint32_t>{0, 0, 1, 1});
}

TEST_CASE("what the ending promises is held: complete orders, and no ties") {
    CHECK(faults_of(read_preflib(head + "8: 1,2\n1: 1,2,3\n", "a.soc")) == "6:1 incomplete");
    CHECK(faults_of(read_preflib(head + "9: 1,{2,3}\n", "a.soi")) == "6:6 tie");
}

TEST_CASE("faults are told with line and column, all of them") {
    CHECK(faults_of(read_preflib(head + "1: 1,4\n1: 1,1\n1: x\nx: 1\n-1: 2\n6: {1,2\n3: 1}\n9: 1\n", "a.toi")) ==
          "6:6 alternative_unknown, 7:6 alternative_twice, 8:4 alternative_unknown, 9:1 order, 10:1 order, "
          "11:1 brace, 12:4 brace, 3:18 voters_differ");
    CHECK(faults_of(read_preflib("1: 1\n", "a.soi")) == "1:1 no_alternatives");
    CHECK(faults_of(read_preflib("", "a.soi")) == "0:0 no_alternatives");
    CHECK(faults_of(read_preflib("# NUMBER ALTERNATIVES: 0\n", "a.soi")) == "1:24 alternatives, 0:0 no_alternatives");
    CHECK(faults_of(read_preflib("# NUMBER ALTERNATIVES: 2\n99999999999: 1\n", "a.soi")) == "2:1 many_voters");
}

TEST_CASE("a file that is shorter than it says is counted with a word about it") {
    const auto reading = read_preflib(head + "4: 1,2,3\n", "a.soi");
    CHECK(faults_of(reading) == "3:18 voters_differ");
    CHECK(reading.usable());
}

TEST_CASE("the form before 2022 is read too") {
    const auto reading = read_preflib("3\n1,Ett\n2,Två\n3,Tre, eller så\n9,9,2\n5,1,{2,3}\n4,3\n", "a.toi");
    CHECK(faults_of(reading).empty());
    CHECK(reading.file.voters == 9);
    CHECK(reading.file.names[2] == "Tre, eller så");
    CHECK(reading.file.orders->ballots[0].place == std::vector<std::uint32_t>{0, 1, 1});
}
