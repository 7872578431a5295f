#pragma once
#include <cstdint>

namespace intents {

/// What the wall does about remotes: it lets one in that has the code and asks, turns it away, sends one away that was
/// let in, or takes the day back from all of them; then the code is another. Done at the wall alone, without a JSON
/// form.
struct SettleRemotes {
    enum class What { let_in, turn_away, send_away, revoke_all };
    What what = What::let_in;
    std::uint64_t asking = 0;  // of let_in and turn_away, as the wall's view names it
    int number = 0;            // of send_away
};

}  // namespace intents
