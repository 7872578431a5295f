// The deeds on boards that a remote may ask for.
#include <algorithm>
#include <array>

#include "intents/deeds_private.hpp"

namespace intents {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 6> lead_names{"make", "open", "close", "side_by_side", "into_one", "show"};
constexpr std::array<std::string_view, 6> run_names{"start", "pause", "resume", "again", "skip", "stop"};

/// Nothing is left in `how` when the name is not among them: `fields` has the fault.
template <class How>
void read_how(Fields& fields, const std::array<std::string_view, 6>& names, How& how) {
    const auto* found = std::find(names.begin(), names.end(), fields.key("how"));
    if (found == names.end()) return fields.refuse(base::Code::bad_input, "how");
    how = static_cast<How>(found - names.begin());
}

}  // namespace

LeadBoards read_boards(Fields& fields) {
    using How = LeadBoards::How;
    LeadBoards wish;
    read_how(fields, lead_names, wish.how);
    if (wish.how == How::make) {
        wish.form = fields.key("form");
    } else if (wish.how == How::show) {
        wish.board = fields.id_or_none("board").value_or(Id{});
    } else if (wish.how != How::close) {
        wish.board = fields.id("board");
    }
    return wish;
}

RunRounds read_rounds(Fields& fields) {
    RunRounds wish;
    read_how(fields, run_names, wish.how);
    if (wish.how == RunRounds::How::start) wish.boards = {fields.id("board")};
    return wish;
}

}  // namespace intents
