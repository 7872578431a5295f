#include <algorithm>
#include <set>

#include "base/language.hpp"
#include "store/branch.hpp"
#include "store/care_private.hpp"
#include "store/file_schema.hpp"

namespace store {
namespace {

using base::Code;

/// One of the two files while they are merged: nothing is in it before both have everything.
struct Side {
    Writing file;
    std::optional<Transaction> transaction;
    Placed placed;
    std::int64_t blobs = 0;

    Journal& journal() { return *file.journal; }
    Db& db() { return *file.db; }
};

base::Result<Side> begin(const OpenOptions& options) {
    IR_TRY(auto file, open_for_care(options));
    return Side{std::move(file), {}, {}, 0};
}

struct Steps {
    const Progress& progress;
    std::int64_t done = 0;
    std::int64_t of = 0;
    base::Done one() {
        if (++done % 100 == 0 && progress && !progress(done, std::max(done, of))) {
            return base::refuse(Code::closed, "stopped");
        }
        return {};
    }
};

base::Result<std::int64_t> count_missing(Side& to, Side& from) {
    IR_TRY(const auto has, to.journal().reader().read_heads());
    IR_TRY(const auto heads, from.journal().reader().read_heads());
    std::int64_t missing = 0;
    for (const auto& [node, head] : heads) {
        const auto known = has.find(node);
        const auto mine = known == has.end() ? 0 : known->second;
        if (head > mine) missing += static_cast<std::int64_t>(head - mine);
    }
    return missing;
}

/// Everything that `from` holds comes into `to`; where they differ, `to` gets both branches.
base::Done take(Side& to, Side& from, Steps& steps) {
    IR_TRY(const auto heads, from.journal().reader().read_heads());
    for (const auto& [node, head] : heads) {
        IR_TRY(const auto fork, find_fork(to.journal().reader(), from.journal().reader(), node));
        if (fork != 0) {
            IR_TRY(auto stream, read_stream(from.journal().reader(), node, fork));
            IR_DO(place_branch(to.journal(), std::move(stream), to.placed));
            continue;
        }
        IR_TRY(const auto mine, to.journal().reader().read_head(node));
        for (auto seq = mine + 1; seq <= head; ++seq) {
            IR_TRY(const auto change, from.journal().reader().read_change({node, seq}));
            if (!change) return base::refuse(Code::corrupt, "a gap", "node " + node.text());
            IR_DO(place_change(to.journal(), *change, to.placed));
            IR_DO(steps.one());
        }
    }
    return {};
}

base::Result<bool> agree(Side& a, Side& b) {
    IR_TRY(const auto heads, a.journal().reader().read_heads());
    IR_TRY(const auto others, b.journal().reader().read_heads());
    if (heads != others) return false;
    for (const auto& [node, head] : heads) {
        IR_TRY(const auto one, a.journal().reader().read_chain({node, head}));
        IR_TRY(const auto other, b.journal().reader().read_chain({node, head}));
        if (one != other) return false;
    }
    return true;
}

/// A value may only be missing where an erasure says so; otherwise somebody has emptied it by hand.
base::Done refuse_unlawful_gaps(Side& side) {
    IR_TRY(auto rows, side.db().prepare("SELECT node, seq, field FROM fact f WHERE salt IS NULL AND NOT EXISTS "
                                        "(SELECT 1 FROM erased e WHERE e.entity = f.entity AND e.field = f.field "
                                        "AND e.upto >= f.stamp) LIMIT 1"));
    IR_TRY(const bool found, rows.step());
    if (!found) return {};
    IR_TRY(const auto node, side.journal().reader().node_of(rows.integer(0)));
    const auto sentence =
        base::tr("verify.erased",
                 {{"node", node.text()}, {"seq", std::to_string(rows.integer(1))}, {"field", rows.text_view(2)}});
    return base::refuse(Code::corrupt, sentence, side.db().file().string());
}

base::Result<std::set<std::string>> read_blob_names(Db& db) {
    IR_TRY(auto rows, db.prepare("SELECT sha256 FROM blob"));
    std::set<std::string> names;
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return names;
        names.insert(rows.text(0));
    }
}

base::Done take_blobs(Side& to, Side& from, const std::set<std::string>& erased) {
    IR_TRY(const auto mine, read_blob_names(to.db()));
    IR_TRY(auto rows, from.db().prepare("SELECT sha256, media_type, content FROM blob ORDER BY sha256"));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return {};
        const auto name = rows.text(0);
        if (mine.contains(name) || erased.contains(name)) continue;
        const auto bytes = rows.blob(2);
        const std::string content(bytes.begin(), bytes.end());
        if (base::to_hex(base::sha256(content)) != name) {
            return base::refuse(Code::corrupt, base::tr("merge.bad_blob", {{"hash", name}}), from.db().file().string());
        }
        IR_DO(to.journal().put_blob(name, content, rows.text(1)));
        ++to.blobs;
    }
}

base::Done exchange(Side& a, Side& b, const Progress& progress) {
    Steps steps{progress};
    IR_TRY(const auto to_a, count_missing(a, b));
    IR_TRY(const auto to_b, count_missing(b, a));
    steps.of = to_a + to_b;
    // A branch that is entered anew may meet another under its new id, from an earlier merge: hence the rounds.
    for (int round = 0; round < 8; ++round) {
        IR_DO(take(a, b, steps));
        IR_DO(take(b, a, steps));
        IR_TRY(const bool equal, agree(a, b));
        if (equal) break;
    }
    IR_TRY(const bool equal, agree(a, b));
    if (!equal) return base::refuse(Code::corrupt, "the files do not become equal");
    for (auto* side : {&a, &b}) IR_DO(refuse_unlawful_gaps(*side));
    IR_TRY(const auto erased, read_erased_blobs(a.db()));
    IR_DO(take_blobs(a, b, erased));
    IR_DO(take_blobs(b, a, erased));
    for (auto* side : {&a, &b}) IR_DO(drop_blobs(side->db(), erased));
    return {};
}

base::Done end(Side& side) {
    IR_DO(side.journal().commit(*side.transaction));
    side.transaction.reset();
    // A node that lost a branch has lived twice: this file writes on under a new one (invariant 13).
    for (const auto& node : side.placed.cut) {
        std::error_code ignored;
        std::filesystem::remove(side.file.options.state_folder / "bindings" / node.text(), ignored);
    }
    return {};
}

base::Error named(base::Error error, const OpenOptions& a, const OpenOptions& b) {
    if (error.where.empty()) error.where = a.file.string() + ", " + b.file.string();
    return error;
}

}  // namespace

base::Result<MergeReport> merge_files(const OpenOptions& a, const OpenOptions& b, const Progress& progress) {
    std::error_code failed;
    if (std::filesystem::equivalent(a.file, b.file, failed)) {
        return base::refuse(Code::bad_input, base::tr("merge.same_file"), a.file.string());
    }
    IR_TRY(auto one, begin(a));
    IR_TRY(auto other, begin(b));
    for (auto* side : {&one, &other}) {
        IR_TRY(auto transaction, Transaction::begin(side->db()));
        side->transaction.emplace(std::move(transaction));
    }
    const auto exchanged = exchange(one, other, progress);
    if (!exchanged) return tl::unexpected<base::Error>(named(exchanged.error(), a, b));
    for (auto* side : {&one, &other}) {
        // The list outside goes first, as when one is ordered here: a crash after it only makes `restore` erase more.
        for (const auto& erasure : side->placed.erasures) {
            IR_DO(note_erasure(side->file.options.state_folder, erasure));
        }
        // Copies are to be swept also where the file itself never held what arrives erased.
        if (!side->placed.erasures.empty()) IR_DO(note_sweep_due(side->db()));
    }
    IR_DO(end(one));
    IR_DO(end(other));
    // Only after both are saved: what erasures leave behind in the files is swept out.
    for (auto* side : {&one, &other}) {
        IR_TRY(const bool due, is_sweep_due(side->db()));
        if (due) IR_DO(finish_sweep(side->db(), side->file.options));
    }
    return MergeReport{one.placed.added, other.placed.added, one.placed.reentered, one.blobs + other.blobs};
}

}  // namespace store
