// rooms: ballots
// A file of Pabulib's, whatever its bytes: faults, or budgets that hold.
#include <cstdint>

#include "ballots/report.hpp"
#include "base/check.hpp"
#include "base/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto reading = ballots::read_ballots(text, "a.pb", {});
    for (const auto& problem : reading.problems) {
        base::check(base::is_utf8(problem.message) && !problem.message.empty(), "a problem has a readable text");
    }
    if (!reading.usable()) return 0;
    const auto& poll = *reading.file.budget;
    methods::TieBreak tie{methods::TiePolicy::report, {}, reading.file.ids};
    base::check(methods::count_greedy(poll, tie).cost <= poll.budget, "greedy keeps to the budget");
    for (const auto utility : {methods::Utility::cardinality, methods::Utility::cost}) {
        int steps = 0;  // the budget of a hostile file may take for ever to be used up
        const auto few = [&steps](std::int64_t, std::int64_t) { return ++steps < 20; };
        const methods::SharesRule rule{utility, methods::Completion::add1};
        const auto count = methods::count_equal_shares(poll, rule, tie, few);
        base::check(!count || count->cost <= poll.budget, "equal shares keep to the budget");
        const auto plain = methods::count_equal_shares(poll, {utility}, tie);
        base::check(plain && plain->cost <= poll.budget, "and so they do without completion");
        for (const auto project : plain->funded) base::check(plain->supporters[project] > 0, "only what is supported");
    }
    return 0;
}
