#include "store/care_private.hpp"

namespace store {
base::Result<std::int64_t> finish_sweep(Db& db, const OpenOptions& options) {
    // What only the journal knows, because a crash came before it was noted, is noted now.
    const auto state_folder = options.state_folder.empty() ? base::state_folder() : options.state_folder;
    IR_TRY(const auto ordered, read_ordered(db));
    for (const auto& erasure : ordered) IR_DO(note_erasure(state_folder, erasure));
    IR_TRY(const auto noted, read_erasures(state_folder));
    IR_TRY(const auto copies, erase_in_copies(options, noted, true));
    IR_DO(sweep(db));
    return copies;
}

}  // namespace store
