// The deeds on boards that a remote or a tablet may ask for.
#include <algorithm>
#include <array>

#include "intents/deeds_private.hpp"

namespace intents {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 6> lead_names{"make", "open", "close", "side_by_side", "into_one", "show"};
constexpr std::array<std::string_view, 6> run_names{"start", "pause", "resume", "again", "skip", "stop"};
constexpr std::array<std::string_view, 3> use_names_of_field{"take", "put_down", "write"};

/// Nothing is left in `how` when the name is not among them: `fields` has the fault.
template <class How, std::size_t count>
void read_how(Fields& fields, const std::array<std::string_view, count>& names, How& how) {
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

FillBoard read_fill(Fields& fields) {
    return {fields.id("board"), fields.key("field"), fields.text("text", most_entry_graphemes, true, true),
            fields.language("lang", ""), fields.id_or_none("item")};
}

UseField read_field(Fields& fields) {
    UseField use;
    read_how(fields, use_names_of_field, use.how);
    use.field = fields.id("field");
    if (use.how != UseField::How::write) return use;
    use.text = fields.text("text", most_entry_graphemes, false, true);
    use.language = fields.language("lang", "");
    return use;
}

RunRounds read_rounds(Fields& fields) {
    RunRounds wish;
    read_how(fields, run_names, wish.how);
    if (wish.how == RunRounds::How::start) wish.boards = {fields.id("board")};
    return wish;
}

}  // namespace intents
