#include <cstdlib>

#include "power_cut/workshop.hpp"

namespace {

int rounds() {
    const char* asked = std::getenv("IDERUM_LONG");
    return asked != nullptr && *asked == '1' ? 200 : 20;
}

struct Outcome {
    int lost = 0;
    int acknowledged = 0;
    int closed_rounds = 0;
    int used_codes = 0;
    int cuts_while_closing = 0;
    std::vector<std::string> faults;
};

Outcome run(unsigned seed, int cuts, const std::string& synchronous) {
    RecordingVfs vfs("recording-" + std::to_string(seed));
    Outcome all;
    std::mt19937 random(seed);
    for (int done = 0; done < cuts;) {
        Workshop workshop(vfs, static_cast<unsigned>(random()), synchronous);
        // Some lives end while the file is being made or opened, some after checkpoints.
        for (int life = 0; life < 5 && done < cuts; ++life, ++done) workshop.live(random() % 4 == 0 ? 60 : 2500);
        all.lost += workshop.lost();
        all.acknowledged += workshop.acknowledged();
        all.closed_rounds += workshop.closed_rounds();
        all.used_codes += workshop.used_codes();
        all.cuts_while_closing += workshop.cuts_while_closing();
        for (const auto& fault : workshop.faults()) all.faults.push_back(fault);
    }
    return all;
}

}  // namespace

TEST_CASE("invariants 9, 10, 24: a power cut loses nothing that was acknowledged and doubles nothing") {
    const unsigned seed = 20261123;
    CAPTURE(seed);
    const auto outcome = run(seed, rounds(), "FULL");
    CHECK(outcome.lost == 0);
    CHECK(outcome.faults == std::vector<std::string>{});
    MESSAGE(rounds() << " cuts, " << outcome.acknowledged << " acknowledged, " << outcome.closed_rounds
                     << " rounds closed, " << outcome.used_codes << " codes used, " << outcome.cuts_while_closing
                     << " cuts while closing");
    CHECK(outcome.acknowledged > 100 * rounds() / 20);
    CHECK(outcome.closed_rounds > 0);
    CHECK(outcome.used_codes > 0);
    if (rounds() >= 200) CHECK(outcome.cuts_while_closing > 0);
}

TEST_CASE("the same cuts with synchronous=NORMAL do lose something, so the test can fail") {
    const auto outcome = run(7, rounds(), "NORMAL");
    MESSAGE(outcome.lost << " of " << outcome.acknowledged << " acknowledged lost");
    CHECK(outcome.lost > 0);
}
