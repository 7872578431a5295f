#include "store/writer.hpp"

#include <algorithm>

#include "base/private_files.hpp"
#include "store/backup.hpp"
#include "store/care_private.hpp"
#include "store/file_schema.hpp"
#include "store/session_tables.hpp"

namespace store {
namespace {

using base::Code;

/// WAL pages after which the store copies them into the file: at once, or when it has nothing else to do.
constexpr int pages_at_once = 4000;
constexpr int pages_at_rest = 1000;
/// An urn's pages are a quarter as large, and a checkpoint is what the slowest ballots wait for: seldom.
constexpr int urn_pages_at_once = 64000;
/// The WAL's, the file's, and when the WAL begins anew that of its head.
constexpr std::uint64_t fsyncs_of_checkpoint = 3;

bool touches_register(const Deed& deed) {
    return std::holds_alternative<Append>(deed) || std::holds_alternative<WriteRows>(deed) ||
           std::holds_alternative<PutBlob>(deed);
}
bool touches_urn(const Deed& deed) {
    return std::holds_alternative<AddTokens>(deed) || std::holds_alternative<Cast>(deed);
}

base::Result<model::Stamp> read_last_stamp(Db& db, JournalReader& reader, const Id& node) {
    IR_TRY(const auto number, reader.node_number(node));
    IR_TRY(auto query,
           db.prepare("SELECT max(stamp) FROM fact f WHERE node = ?1 AND seq = (SELECT max(seq) FROM change "
                      "WHERE node = ?1) AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.node = f.node "
                      "AND q.seq = f.seq AND q.n = f.n)"));
    IR_TRY(const bool there, query.bind(1, number).step());
    return there ? model::parse_stamp(query.blob(0)).value_or(model::Stamp{}) : model::Stamp{};
}

}  // namespace

base::Result<std::unique_ptr<Writer>> Writer::open(const OpenOptions& options) {
    if (options.create && options.file.has_parent_path()) {
        std::error_code ignored;
        base::make_private_folders(options.file.parent_path(), ignored);
    }
    IR_TRY(auto lock, FileLock::take(options.file));
    std::unique_ptr<Writer> writer(new Writer(options, std::move(lock)));
    IR_DO(writer->open_file(options.create));
    IR_DO(writer->lock_.hold_inode(options.file));
    auto& journal = *writer->journal_;
    IR_TRY(auto binding, Binding::bind(options.state_folder, journal, options.now));
    writer->binding_.emplace(std::move(binding));
    auto& opened = writer->opened_;
    opened.node = writer->binding_->node();
    opened.new_node = writer->binding_->minted() && !opened.created;
    opened.nodes_elsewhere = writer->binding_->elsewhere();
    IR_TRY(const auto head, journal.head(opened.node));
    opened.head = head.seq;
    IR_TRY(opened.last_stamp, read_last_stamp(*writer->db_, journal.reader(), opened.node));
    opened.greatest_stamp = journal.greatest();
    const auto ahead = journal.greatest().ms - options.now();
    opened.ahead_ms = ahead > model::far_ahead_ms ? ahead : 0;
    IR_DO(writer->look_at_urns());
    IR_TRY(const bool due, is_sweep_due(*writer->db_));
    if (due) writer->finish_erasures();
    // What keeps a backup from being made does not keep a day from beginning.
    if (is_backup_due(*writer->db_).value_or(false)) (void)make_backup(*writer->db_, options.now());
    return writer;
}

base::Done Writer::open_file(bool create) {
    IR_TRY(auto file, open_to_write(options_.file, create, options_.synchronous, options_.vfs));
    opened_.created = opened_.created || file.created;
    db_ = std::make_unique<Db>(std::move(file.db));
    db_->take_over_checkpoints();
    // What a killed process or a failed fsync left in the WAL may be only in the system's memory: it is written to the
    // file and synced before anybody builds on it (invariant 10).
    IR_DO(db_->secure());
    IR_TRY(auto journal, Journal::open(*db_, options_.now));
    journal_.emplace(std::move(journal));
    prepared_ = std::make_unique<Prepared>(*db_);
    index_ = std::make_unique<SearchIndex>(*db_);
    return {};
}

base::Done Writer::recover() {
    close();
    IR_DO(open_file(false));
    must_recover_ = false;
    return {};
}

void Writer::end() {
    // A file that is copied to a stick after a quiet end is whole by itself. A reader in the way is no fault: it only
    // means that the WAL has to come along.
    if (db_ && !must_recover_) {
        (void)settle_urns();
        urns_.clear();
        index_.reset();
        prepared_.reset();
        // What was erased while the host ran is swept before anybody copies the file.
        if (is_sweep_due(*db_).value_or(false)) finish_erasures();
        (void)db_->checkpoint(Checkpoint::truncate);
    }
    close();
}

void Writer::close() {
    urns_.clear();
    index_.reset();
    prepared_.reset();
    journal_.reset();
    db_.reset();
}

void Writer::roll_back(const base::Error& error) {
    for (auto& [poll, urn] : urns_) urn.roll_back();
    // Full or busy: SQLite has rolled back and goes on. Anything else: nothing that this connection believes is sure.
    must_recover_ = must_recover_ || (error.code != Code::disk_full && error.code != Code::busy);
    if (!must_recover_ && journal_ && !journal_->forget()) must_recover_ = true;
}

base::Result<std::size_t> Writer::write_some(std::span<Work> work) {
    const auto write = [&]() -> base::Result<std::size_t> {
        if (must_recover_) IR_DO(recover());
        if (const auto* drop = std::get_if<DropUrn>(&work.front().deed)) {
            IR_DO(drop_urn(drop->poll));
            return 1;
        }
        if (std::holds_alternative<Backup>(work.front().deed)) {
            IR_DO(forget_session());
            IR_DO(checkpoint(Checkpoint::passive));
            IR_DO(make_backup(*db_, options_.now()));
            return 1;
        }
        const auto end = std::find_if(work.begin(), work.end(), [](const Work& one) {
            return !touches_register(one.deed) && !touches_urn(one.deed);
        });
        const auto run = work.first(static_cast<std::size_t>(end - work.begin()));
        // Urns first: tokens are known before a draw of them is (invariant 22).
        IR_DO(fill_urns(run));
        IR_DO(fill_register(run));
        return run.size();
    };
    auto done = write();
    if (!done) roll_back(done.error());
    return done;
}

base::Result<Urn*> Writer::urn(const Id& poll, bool create) {
    if (const auto known = urns_.find(poll); known != urns_.end()) return &known->second;
    auto opened = Urn::open(options_.file, poll, opened_.node, create, options_.synchronous, options_.vfs);
    if (!opened && !create && opened.error().code == Code::not_found) return nullptr;
    if (!opened) return tl::unexpected<base::Error>(opened.error());
    unsettled_urns_ = true;
    return &urns_.emplace(poll, std::move(*opened)).first->second;
}

base::Done Writer::fill_urns(std::span<Work> work) {
    for (const auto& one : work) {
        if (const auto* tokens = std::get_if<AddTokens>(&one.deed)) {
            IR_TRY(auto* into, urn(tokens->poll, true));
            IR_DO(into->begin());
            IR_DO(into->add_tokens(tokens->hashes, tokens->paper));
        } else if (const auto* ballot = std::get_if<Cast>(&one.deed)) {
            IR_TRY(auto* into, urn(ballot->poll, false));
            if (into == nullptr) continue;  // the round is over, and its urn gone
            IR_DO(into->begin());
            IR_DO(into->cast(*ballot));
        }
    }
    for (auto& [poll, urn] : urns_) {
        if (!urn.dirty) continue;
        IR_DO(urn.commit());
        unsettled_urns_ = true;
        ++counts_.urn_commits;
        ++counts_.fsyncs;
        IR_DO(checkpoint(urn, urn_pages_at_once));
    }
    return {};
}

base::Done Writer::write_rows(const std::vector<SessionWrite>& rows) {
    for (const auto& row : rows) {
        IR_DO(write_session(*prepared_, row));
        session_ended_ = session_ended_ || std::holds_alternative<EndSession>(row);
    }
    return {};
}

/// Unshown notes and secrets that a session kept go out of the WAL as well (invariant 16). A reader in the way is tried
/// again.
base::Done Writer::forget_session() {
    if (!session_ended_) return {};
    IR_TRY(const bool empty, checkpoint(Checkpoint::truncate));
    session_ended_ = !empty;
    return {};
}

base::Done Writer::fill_register(std::span<Work> work) {
    const bool any = std::any_of(work.begin(), work.end(), [](const Work& one) { return touches_register(one.deed); });
    if (!any) return {};
    bool changed = false;
    IR_TRY(auto transaction, Transaction::begin(*db_));
    for (auto& one : work) {
        if (auto* append = std::get_if<Append>(&one.deed)) {
            IR_DO(journal_->append(append->change));
            IR_DO(write_rows(append->rows));
            changed = true;
        } else if (const auto* rows = std::get_if<WriteRows>(&one.deed)) {
            IR_DO(write_rows(rows->rows));
        } else if (const auto* blob = std::get_if<PutBlob>(&one.deed)) {
            IR_DO(journal_->put_blob(blob->sha256_hex, blob->content, blob->media_type));
        }
    }
    IR_DO(journal_->commit(transaction));
    ++counts_.commits;
    ++counts_.fsyncs;
    if (changed) {
        index_behind_ = true;
        IR_TRY(const auto head, journal_->head(opened_.node));
        binding_->note(head);
    }
    if (db_->wal_pages() >= pages_at_once) IR_DO(checkpoint(Checkpoint::passive));
    return {};
}

base::Result<bool> Writer::checkpoint(Checkpoint kind) {
    counts_.fsyncs += fsyncs_of_checkpoint;
    return db_->checkpoint(kind);
}

base::Done Writer::checkpoint(Urn& urn, int pages) {
    IR_TRY(const bool was_due, urn.checkpoint(pages));
    if (was_due) counts_.fsyncs += fsyncs_of_checkpoint;
    return {};
}

base::Done Writer::drop_urn(const Id& poll) {
    urns_.erase(poll);
    return remove_urn(options_.file, poll, options_.vfs);
}

base::Done Writer::look_at_urns() {
    remove_urn_leavings(options_.file, options_.vfs);
    IR_TRY(auto tally, db_->prepare("SELECT 1 FROM tally WHERE poll = ?1 AND node IN (?2, ?3) UNION ALL "
                                    "SELECT 1 FROM poll WHERE entity = ?1 AND state = 'cancelled' UNION ALL "
                                    // Cut down before its opening was in the journal, or left by another file.
                                    "SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM fact WHERE entity = ?1)"));
    for (const auto& poll : find_urns(options_.file)) {
        const auto node = read_urn_node(options_.file, poll, options_.vfs);
        tally.bind_blob(1, poll.bytes).bind_blob(2, node.bytes).bind_blob(3, opened_.node.bytes);
        IR_TRY(const bool closed, tally.step());
        const bool unknown = closed && tally.integer(0) == 0;
        tally.reset();
        if (unknown && is_open_in_another(options_.file, poll, options_.vfs)) continue;
        if (closed || is_urn_being_removed(options_.file, poll)) {
            IR_DO(remove_urn(options_.file, poll, options_.vfs));
            continue;
        }
        // Opened once for writing, whatever a power cut left is put right: afterwards anybody can read it. A broken one
        // stays as it is, for read_urn to tell.
        (void)urn(poll, true);
    }
    return {};
}

/// An erasure that was stopped is finished at the next start. What is in the way is no reason not to start: it stays
/// due.
void Writer::finish_erasures() {
    const auto done = finish_sweep(*db_, options_);
    if (!done) roll_back(done.error());
}

base::Done Writer::rest() {
    const auto work = [this]() -> base::Done {
        if (must_recover_) IR_DO(recover());
        IR_TRY(const bool whole, index_->catch_up(256));
        index_behind_ = !whole;
        IR_DO(forget_session());
        if (whole && db_->wal_pages() >= pages_at_rest) IR_DO(checkpoint(Checkpoint::passive));
        return {};
    };
    auto done = work();
    if (!done) roll_back(done.error());
    return done;
}

base::Done Writer::settle_urns() {
    // What fails here is tried again after the next ballot, or by adopt_due.
    unsettled_urns_ = false;
    if (must_recover_) return {};  // the next ballot opens its urn anew
    for (auto& [poll, urn] : urns_) {
        auto done = urn.settle();
        if (!done) {
            roll_back(done.error());
            return done;
        }
    }
    return {};
}

base::Done Writer::adopt_due() {
    const auto work = [this]() -> base::Done {
        if (must_recover_) IR_DO(recover());
        IR_DO(forget_session());
        for (auto& [poll, urn] : urns_) IR_DO(urn.settle());
        IR_TRY(const auto waiting, db_->read_one("SELECT EXISTS (SELECT 1 FROM quarantine)"));
        if (model::int_of(waiting) == 0) return {};
        IR_TRY(auto transaction, Transaction::begin(*db_));
        IR_TRY(const auto adopted, journal_->adopt_due());
        if (adopted == 0) return {};
        index_behind_ = true;
        return journal_->commit(transaction);
    };
    auto done = work();
    if (!done) roll_back(done.error());
    return done;
}

}  // namespace store
