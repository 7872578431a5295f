#include "store/care_private.hpp"

namespace store {
namespace {

/// Every erasure that this journal orders.
base::Result<std::vector<Erasure>> read_ordered(Db& db) {
    JournalReader reader(db);
    std::vector<Erasure> ordered;
    IR_TRY(auto rows,
           db.prepare("SELECT DISTINCT node, seq FROM fact WHERE field IN ('erasure.cells', 'erasure.blobs')"));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return ordered;
        IR_TRY(const auto node, reader.node_of(rows.integer(0)));
        IR_TRY(const auto change, reader.read_change({node, static_cast<std::uint64_t>(rows.integer(1))}));
        if (!change) continue;
        IR_TRY(auto erasure, parse_erasure(db, *change));
        if (erasure) ordered.push_back(std::move(*erasure));
    }
}

}  // namespace

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
