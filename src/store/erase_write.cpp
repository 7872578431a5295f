#include <algorithm>

#include "model/draft.hpp"
#include "store/backup.hpp"
#include "store/care_private.hpp"
#include "store/file_schema.hpp"

namespace store {
namespace {

/// A Change's value is at most 4 MiB; a cell takes some 150 bytes.
constexpr std::size_t most_cells_in_change = 10000;

base::Result<bool> still_holds(Db& db, const ErasedCell& cell) {
    IR_TRY(auto query, db.prepare("SELECT 1 FROM fact WHERE entity = ? AND field = ? AND stamp <= ? AND "
                                  "salt IS NOT NULL LIMIT 1"));
    const auto upto = model::to_bytes(cell.upto);
    return query.bind_blob(1, cell.entity.bytes).bind_text(2, cell.field).bind_blob(3, upto).step();
}

base::Result<std::int64_t> count_holding(Db& db, const std::vector<ErasedCell>& cells) {
    std::int64_t count = 0;
    for (const auto& cell : cells) {
        IR_TRY(auto query, db.prepare("SELECT count(*) FROM fact WHERE entity = ? AND field = ? AND stamp <= ? AND "
                                      "salt IS NOT NULL"));
        const auto upto = model::to_bytes(cell.upto);
        IR_TRY(const bool row,
               query.bind_blob(1, cell.entity.bytes).bind_text(2, cell.field).bind_blob(3, upto).step());
        if (row) count += query.integer(0);
    }
    return count;
}

base::Done write_part(Writing& file, const Id& node, const Erasure& part) {
    model::HybridClock clock(node, file.options.now);
    clock.see(file.journal->greatest());
    model::Draft draft("host", "change.erase");
    const auto id = base::new_id(clock.now_ms());
    if (!part.cells.empty()) draft.set(id, "erasure.cells", to_json(part.cells));
    if (!part.blobs.empty()) draft.set(id, "erasure.blobs", to_json(part.blobs));
    draft.set(id, "erasure.rule", part.rule);
    draft.set(id, "erasure.decision", part.decision);
    draft.set(id, "erasure.at", clock.now_ms());
    auto change = std::move(draft).finish(model::Cells{}, clock);
    IR_DO(file.journal->append(change));
    IR_DO(drop_blobs(*file.db, part.blobs));
    return {};
}

/// True when there were some. Nobody's session goes on in a copy.
base::Result<bool> drop_sessions(Db& db) {
    std::int64_t dropped = 0;
    for (const char* table : {"hidden_note", "own_note", "intent_seen", "drawn", "seat"}) {
        IR_DO(db.execute(std::string("DELETE FROM ") + table));
        dropped += db.changes();
    }
    IR_DO(drop_loose_photos(db));
    return dropped > 0;
}

base::Result<bool> erase_in_copy(const base::Path& copy, const OpenOptions& options,
                                 const std::vector<Erasure>& erasures, bool sessions_too) {
    OpenOptions opening = options;
    opening.file = copy;
    opening.create = false;
    IR_TRY(auto file, open_unlocked(opening));
    bool found = false;
    for (const auto& erasure : erasures) {
        IR_TRY(const auto undone, find_undone(*file.db, erasure));
        if (undone.cells.empty() && undone.blobs.empty()) continue;
        found = true;
        // A copy is nobody's living file: what is written in it is written by a node of its own (invariant 13).
        IR_TRY(const auto emptied, write_erasure(file, base::new_id(options.now()), undone));
        (void)emptied;
    }
    if (found || sessions_too) {
        IR_TRY(const bool dropped, drop_sessions(*file.db));
        found = found || dropped;
    }
    // A copy that an earlier try was stopped in holds nothing to erase, and still leavings of what it held.
    IR_TRY(const bool due, is_sweep_due(*file.db));
    found = found || due;
    if (found) IR_DO(sweep(*file.db));
    IR_DO(close_plain(std::move(file)));
    return found;
}

/// Former files that a restore kept, or was copying when it was stopped.
std::vector<base::Path> find_kept(const base::Path& register_file, std::string_view ending) {
    std::vector<base::Path> kept;
    const auto front = register_file.stem().string() + kept_mark;
    std::error_code failed;
    const auto folder = register_file.has_parent_path() ? register_file.parent_path() : base::Path(".");
    for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        const auto name = at->path().filename().string();
        if (name.starts_with(front) && name.ends_with(ending)) kept.push_back(at->path());
    }
    return kept;
}

/// Copies that were made while the register, or another, had another name.
std::vector<base::Path> find_of_other_names(const base::Path& register_file, const std::vector<base::Path>& known) {
    std::vector<base::Path> found;
    std::error_code failed;
    const auto folder = register_file.has_parent_path() ? register_file.parent_path() : base::Path(".");
    const auto look = [&](const base::Path& in, std::string_view mark) {
        for (std::filesystem::directory_iterator at(in, failed), end; !failed && at != end; at.increment(failed)) {
            const auto& path = at->path();
            if (path.extension() != ".iderum" || path.stem().string().find(mark) == std::string::npos) continue;
            if (std::find(known.begin(), known.end(), path) == known.end()) found.push_back(path);
        }
    };
    look(folder / "backups", "");
    look(folder, kept_mark);
    std::erase_if(found,
                  [&](const base::Path& path) { return std::filesystem::equivalent(path, register_file, failed); });
    std::sort(found.begin(), found.end());
    return found;
}

base::Result<std::vector<std::string>> read_nodes(const base::Path& file) {
    IR_TRY(auto db, open_to_read(file));
    IR_TRY(auto rows, db.prepare("SELECT lower(hex(id)) FROM node"));
    std::vector<std::string> nodes;
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return nodes;
        nodes.push_back(rows.text(0));
    }
}

}  // namespace

base::Result<std::int64_t> write_erasure(Writing& file, const Id& node, const Erasure& erasure,
                                         const std::function<base::Done()>& also) {
    IR_TRY(const auto emptied, count_holding(*file.db, erasure.cells));
    IR_TRY(auto transaction, Transaction::begin(*file.db));
    Erasure part{erasure.rule, erasure.decision, {}, erasure.blobs};
    std::size_t at = 0;
    do {
        const auto end = std::min(at + most_cells_in_change, erasure.cells.size());
        part.cells.assign(erasure.cells.begin() + static_cast<std::ptrdiff_t>(at),
                          erasure.cells.begin() + static_cast<std::ptrdiff_t>(end));
        IR_DO(write_part(file, node, part));
        part.blobs.clear();
        at = end;
    } while (at < erasure.cells.size());
    if (also) IR_DO(also());
    IR_DO(file.journal->commit(transaction));
    return emptied;
}

base::Result<Erasure> find_undone(Db& db, const Erasure& erasure) {
    Erasure undone{erasure.rule, erasure.decision, {}, {}};
    for (const auto& cell : erasure.cells) {
        IR_TRY(const bool holds, still_holds(db, cell));
        if (holds) undone.cells.push_back(cell);
    }
    IR_TRY(auto query, db.prepare("SELECT 1 FROM blob WHERE sha256 = ?"));
    for (const auto& name : erasure.blobs) {
        query.reset();
        IR_TRY(const bool there, query.bind_text(1, name).step());
        if (there) undone.blobs.insert(name);
    }
    return undone;
}

std::vector<base::Path> find_backups(const base::Path& register_file) {
    return list_backups(register_file);
}

Copies find_copies(const base::Path& register_file) {
    Copies copies;
    copies.ours = list_backups(register_file);
    for (auto& kept : find_kept(register_file, ".iderum")) copies.ours.push_back(std::move(kept));
    const auto nodes = read_nodes(register_file);
    for (auto& other : find_of_other_names(register_file, copies.ours)) {
        const auto theirs = read_nodes(other);
        if (!nodes || !theirs) {
            copies.unread.push_back(std::move(other));
        } else if (std::find_first_of(theirs->begin(), theirs->end(), nodes->begin(), nodes->end()) != theirs->end()) {
            copies.ours.push_back(std::move(other));
        }
    }
    return copies;
}

base::Result<std::int64_t> erase_in_copies(const OpenOptions& options, const std::vector<Erasure>& erasures,
                                           bool sessions_too) {
    std::int64_t touched = 0;
    for (const auto& copy : find_copies(options.file).ours) {
        const auto done = erase_in_copy(copy, options, erasures, sessions_too);
        if (done && !*done) continue;
        // A broken one may hold the text all the same and helps nobody. One that only cannot be written now (rights, a
        // full disk, somebody who reads) is named, and stays.
        if (!done && done.error().code != base::Code::corrupt) return tl::unexpected<base::Error>(done.error());
        if (!done) IR_DO(remove_database(copy));
        ++touched;
    }
    // Copies that a crash left half-made.
    IR_DO(remove_database(options.file.string() + restoring_mark));
    for (const auto& part : find_kept(options.file, ".iderum.part")) IR_DO(remove_database(part));
    std::error_code failed;
    const auto backups = options.file.parent_path() / "backups";
    for (std::filesystem::directory_iterator at(backups, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->path().extension() == ".part") IR_DO(remove_database(at->path()));
    }
    return touched;
}

}  // namespace store
