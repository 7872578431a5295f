#include <doctest/doctest.h>

#include "methods/agenda.hpp"

using namespace methods;

namespace {

constexpr std::int64_t nine = 1767258000000;

BlockRun block(std::string id, int minutes, int least = 0, bool may_skip = false) {
    BlockRun run;
    run.id = std::move(id);
    run.minutes = minutes;
    run.planned_minutes = minutes;
    run.least_minutes = least;
    run.may_skip = may_skip;
    run.clock.planned_ms = minutes * base::minute_ms;
    return run;
}

/// Ram 10, Idéstorm 30 (least 20), Fika 15, Sträck 5 (may be skipped), Rösta 15 from nine: ends 10.15.
AgendaInput day() {
    AgendaInput input;
    input.blocks = {block("ram", 10), block("idestorm", 30, 20), block("fika", 15), block("strack", 5, 0, true),
                    block("rosta", 15)};
    input.planned_start = nine;
    input.now = nine;
    return input;
}

/// The first block runs since nine.
AgendaInput running(std::int64_t minutes_gone) {
    auto input = day();
    input.current = 0;
    input.blocks[0].started_at = nine;
    input.blocks[0].clock = started(input.blocks[0].clock, nine);
    input.now = nine + minutes_gone * base::minute_ms;
    return input;
}

void go_on(AgendaInput& input, std::int64_t at) {
    input.blocks[*input.current].ended_at = at;
    ++*input.current;
    auto& next = input.blocks[*input.current];
    next.started_at = at;
    next.clock = started(next.clock, at);
    input.now = at;
}

std::vector<BlockState> states_of(const Agenda& agenda) {
    std::vector<BlockState> states;
    for (const auto& line : agenda.lines) states.push_back(line.state);
    return states;
}

}  // namespace

TEST_CASE("before the start the day stands as planned") {
    auto input = day();
    input.now = nine - 20 * base::minute_ms;
    const auto agenda = plan_agenda(input);
    CHECK(agenda.lines[2].starts_at == nine + 40 * base::minute_ms);
    CHECK(agenda.ends_at == nine + 75 * base::minute_ms);
    CHECK(agenda.drift_min == 0);
    CHECK(states_of(agenda) == std::vector<BlockState>{BlockState::next, BlockState::later, BlockState::later,
                                                       BlockState::later, BlockState::later});
}

TEST_CASE("a start that is put off moves the whole day") {
    auto input = day();
    input.now = nine + 7 * base::minute_ms;
    const auto agenda = plan_agenda(input);
    CHECK(agenda.lines[0].starts_at == nine + 7 * base::minute_ms);
    CHECK(agenda.drift_min == 7);
}

TEST_CASE("a block within its time gives no drift") {
    const auto agenda = plan_agenda(running(6));
    CHECK(agenda.elapsed_ms == 6 * base::minute_ms);
    CHECK(agenda.remaining_ms == 4 * base::minute_ms);
    CHECK_FALSE(agenda.over_time);
    CHECK(agenda.drift_ms == 0);
    CHECK(agenda.lines[0].state == BlockState::now);
    CHECK(agenda.lines[1].state == BlockState::next);
    CHECK_FALSE(agenda.cut);
}

TEST_CASE("a block over its time pushes the rest, and the idea storm is proposed shorter") {
    const auto agenda = plan_agenda(running(14));
    CHECK(agenda.over_time);
    CHECK(agenda.lines[0].late);
    CHECK(agenda.drift_min == 4);
    CHECK(agenda.ends_at == nine + 79 * base::minute_ms);
    REQUIRE(agenda.cut);
    CHECK(agenda.cut->block == "idestorm");
    CHECK(agenda.cut->minutes == 26);
    CHECK(agenda.cut->saves == 4);
    CHECK(agenda.cut->enough);
}

TEST_CASE("a cut that is taken brings the day back") {
    auto input = running(14);
    input.blocks[1].planned_minutes = 26;
    const auto agenda = plan_agenda(input);
    CHECK(agenda.drift_ms == 0);
    CHECK(agenda.lines[1].minutes == 26);
    CHECK(agenda.lines[1].planned_end - agenda.lines[1].planned_start == 30 * base::minute_ms);
    CHECK_FALSE(agenda.cut);
}

TEST_CASE("one base::minute_ms late is nothing to speak of") {
    const auto agenda = plan_agenda(running(11));
    CHECK(agenda.drift_min == 1);
    CHECK_FALSE(agenda.cut);
}

TEST_CASE("when no block can be shortened enough one that may be skipped is proposed") {
    auto input = running(15);
    input.blocks[1].least_minutes = 28;
    const auto agenda = plan_agenda(input);
    REQUIRE(agenda.cut);
    CHECK(agenda.cut->block == "strack");
    CHECK(agenda.cut->skip);
    CHECK(agenda.cut->enough);
}

TEST_CASE("when nothing is enough the block that gives most is proposed, and it says so") {
    const auto agenda = plan_agenda(running(40));
    REQUIRE(agenda.cut);
    CHECK(agenda.cut->block == "idestorm");
    CHECK(agenda.cut->minutes == 20);
    CHECK_FALSE(agenda.cut->enough);
}

TEST_CASE("when nothing can give time no cut is proposed") {
    auto input = running(20);
    for (auto& run : input.blocks) {
        run.least_minutes = 0;
        run.may_skip = false;
    }
    CHECK_FALSE(plan_agenda(input).cut);
}

TEST_CASE("a paused clock stands still while the end moves away") {
    auto input = running(6);
    input.blocks[0].clock = paused(input.blocks[0].clock, input.now);
    input.now += 9 * base::minute_ms;
    const auto agenda = plan_agenda(input);
    CHECK(agenda.paused);
    CHECK(agenda.remaining_ms == 4 * base::minute_ms);
    CHECK(agenda.drift_min == 9);
}

TEST_CASE("five minutes more push the end by five") {
    auto input = running(3);
    input.blocks[0].clock = lengthened(input.blocks[0].clock, 5 * base::minute_ms);
    const auto agenda = plan_agenda(input);
    CHECK(agenda.lines[0].minutes == 15);
    CHECK(agenda.drift_min == 5);
}

TEST_CASE("a block that ended early gives time back") {
    auto input = running(0);
    go_on(input, nine + 6 * base::minute_ms);
    const auto agenda = plan_agenda(input);
    CHECK(agenda.drift_min == -4);
    CHECK(agenda.lines[0].state == BlockState::done);
    CHECK(agenda.lines[0].ends_at == nine + 6 * base::minute_ms);
    CHECK(agenda.lines[0].minutes == 6);
}

TEST_CASE("a skipped block takes no time, nor does one that was jumped over") {
    auto input = running(0);
    input.blocks[3].skipped = true;
    CHECK(plan_agenda(input).drift_min == -5);
    input.blocks[0].ended_at = nine + 10 * base::minute_ms;
    input.current = 2;
    input.now = nine + 10 * base::minute_ms;
    input.blocks[2].started_at = input.now;
    input.blocks[2].clock = started(input.blocks[2].clock, input.now);
    const auto agenda = plan_agenda(input);
    CHECK(states_of(agenda) == std::vector<BlockState>{BlockState::done, BlockState::skipped, BlockState::now,
                                                       BlockState::skipped, BlockState::next});
    CHECK(agenda.drift_min == -35);
}

namespace {

/// Frame 10, idea storm 30, a base::minute_ms of the break, and back to the idea storm, which is over its time.
AgendaInput gone_back() {
    auto input = running(0);
    go_on(input, nine + 10 * base::minute_ms);
    go_on(input, nine + 40 * base::minute_ms);
    input.now = nine + 41 * base::minute_ms;
    input.blocks[2].ended_at = input.now;
    input.blocks[2].clock = paused(input.blocks[2].clock, input.now);
    input.current = 1;
    input.blocks[1].ended_at = 0;
    return input;
}

}  // namespace

TEST_CASE("after going back the blocks ahead are to come again, with what their clocks have left") {
    const auto agenda = plan_agenda(gone_back());
    CHECK(states_of(agenda) == std::vector<BlockState>{BlockState::done, BlockState::now, BlockState::next,
                                                       BlockState::later, BlockState::later});
    CHECK(agenda.lines[2].starts_at == nine + 41 * base::minute_ms);
    CHECK(agenda.lines[2].minutes == 14);
    CHECK(agenda.lines[3].starts_at == nine + 55 * base::minute_ms);
    CHECK(agenda.drift_min == 0);
}

TEST_CASE("after going back a block ahead whose time was used up has its planned minutes again") {
    auto input = gone_back();
    input.blocks[2].clock = paused(started(block("fika", 15).clock, nine), nine + 20 * base::minute_ms);
    const auto agenda = plan_agenda(input);
    CHECK(agenda.lines[2].minutes == 15);
    CHECK(agenda.drift_min == 1);
}

TEST_CASE("a block that has begun is not proposed shorter, for its clock gives its time") {
    auto input = gone_back();
    input.current = 0;
    input.blocks[0].ended_at = 0;
    input.blocks[1].ended_at = nine + 40 * base::minute_ms;
    input.blocks[1].clock = paused(input.blocks[1].clock, nine + 40 * base::minute_ms);
    const auto agenda = plan_agenda(input);
    REQUIRE(agenda.cut);
    CHECK(agenda.cut->block == "strack");
    CHECK(agenda.cut->skip);
}

TEST_CASE("when all is over the end is when the last block ended") {
    auto input = running(0);
    for (int i = 0; i < 4; ++i) go_on(input, nine + 10 * (i + 1) * base::minute_ms);
    input.blocks[4].ended_at = nine + 60 * base::minute_ms;
    input.now = nine + 300 * base::minute_ms;
    const auto agenda = plan_agenda(input);
    CHECK(agenda.ends_at == nine + 60 * base::minute_ms);
    CHECK(agenda.drift_min == -15);
}

TEST_CASE("an empty course has an empty agenda") {
    AgendaInput input;
    input.planned_start = nine;
    input.now = nine;
    CHECK(plan_agenda(input).lines.empty());
    input.current = 7;
    CHECK(plan_agenda(input).ends_at == nine);
}
