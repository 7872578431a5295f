#include <doctest/doctest.h>

#include "methods/rounds.hpp"

using namespace methods;

namespace {

constexpr std::int64_t first_round_ms = 1767258000000;
constexpr Rhythm eights{8, 60000, 180000};

RoundNow eights_after(const Timer& timer, std::int64_t milliseconds) {
    return round_now(eights, timer, first_round_ms + milliseconds);
}

}  // namespace

TEST_CASE("rounds follow one another, then what came out is shown, then all is over") {
    const auto timer = begun(eights, first_round_ms);
    CHECK(eights_after(timer, 0).round == 1);
    CHECK(eights_after(timer, 0).left_ms == 60000);
    CHECK(eights_after(timer, 59999).round == 1);
    CHECK(eights_after(timer, 59999).left_ms == 1);
    CHECK(eights_after(timer, 60000).round == 2);
    CHECK(eights_after(timer, 8 * 60000 - 1).round == 8);
    const auto shows = eights_after(timer, 8 * 60000);
    CHECK(shows.showing);
    CHECK_FALSE(shows.over);
    CHECK(shows.left_ms == 180000);
    const auto over = eights_after(timer, 11 * 60000);
    CHECK(over.over);
    CHECK_FALSE(over.showing);
    CHECK(over.left_ms == 0);
    CHECK(over.round == 8);
}

TEST_CASE("without time to show all is over when the last round is") {
    const Rhythm brainwriting{6, 300000, 0};
    const auto timer = begun(brainwriting, first_round_ms);
    CHECK(round_now(brainwriting, timer, first_round_ms + 6 * 300000).over);
}

TEST_CASE("a pause stops the rounds where they are") {
    const auto stopped = paused(begun(eights, first_round_ms), first_round_ms + 70000);
    CHECK(eights_after(stopped, 500000).round == 2);
    CHECK(eights_after(stopped, 500000).left_ms == 50000);
    const auto goes_on = resumed(stopped, first_round_ms + 500000);
    CHECK(eights_after(goes_on, 510000).left_ms == 40000);
}

TEST_CASE("a round is done again from its beginning, and another is begun before its time") {
    const auto timer = begun(eights, first_round_ms);
    const auto once_more = again(eights, timer, first_round_ms + 70000);
    CHECK(eights_after(once_more, 70000).round == 2);
    CHECK(eights_after(once_more, 70000).left_ms == 60000);
    const auto next = skipped(eights, timer, first_round_ms + 70000);
    CHECK(eights_after(next, 70000).round == 3);
    CHECK(eights_after(next, 70000).left_ms == 60000);
    auto end = timer;
    for (int i = 0; i < 12; ++i) end = skipped(eights, end, first_round_ms + 70000);
    CHECK(eights_after(end, 70000).over);
    // What is paused stays paused, and can be kept.
    const auto still = again(eights, paused(timer, first_round_ms + 70000), first_round_ms + 90000);
    CHECK(eights_after(still, 900000).left_ms == 60000);
    CHECK(parse_timer(to_json(still)) == still);
}
