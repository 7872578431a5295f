#include <doctest/doctest.h>

#include <algorithm>

#include "methods/phase.hpp"

using namespace methods;

TEST_CASE("every activity is prepared first, closed last, and only then shut") {
    using A = model::Activity;
    for (const auto activity : {A::info, A::checkin, A::collect, A::board, A::journey, A::cluster, A::rotate, A::sketch,
                                A::poll, A::card, A::consent, A::dialogue, A::pause, A::evaluate}) {
        for (const bool polls : {false, true}) {
            const auto phases = phases_of(activity, polls);
            CHECK(phases.front() == Phase::prepared);
            CHECK(phases.back() == Phase::closed);
            CHECK(std::is_sorted(phases.begin(), phases.end()));
            CHECK_FALSE(next_phase(phases, Phase::closed));
            CHECK_FALSE(previous_phase(phases, Phase::closed));
        }
    }
}

TEST_CASE("phases go forward and back step by step until closed") {
    const auto phases = phases_of(model::Activity::journey, true);
    CHECK(next_phase(phases, Phase::converge) == Phase::vote);
    CHECK(previous_phase(phases, Phase::reveal) == Phase::vote);
    CHECK_FALSE(previous_phase(phases, Phase::prepared));
    CHECK(may_change(phases, Phase::reveal, Phase::individual));
    CHECK_FALSE(may_change(phases, Phase::closed, Phase::reveal));
}

TEST_CASE("a block without polls has nothing to vote on") {
    const auto phases = phases_of(model::Activity::collect, false);
    CHECK_FALSE(may_change(phases, Phase::share, Phase::vote));
    CHECK(next_phase(phases, Phase::converge) == Phase::closed);
}

TEST_CASE("names of phases lead back to themselves") {
    CHECK(parse_phase("individual") == Phase::individual);
    CHECK(phase_name(Phase::reveal) == "reveal");
    CHECK_FALSE(parse_phase("lunch"));
}
