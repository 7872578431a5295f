#include "store/urn.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace store {
namespace {

using base::Code;

constexpr std::string_view infix = ".urn-";
/// What settle() writes anew at most: some 30,000 ballots. A larger one would keep others waiting.
constexpr std::int64_t most_pages_settled = 4000;

/// The poll of an urn's file name beside this register, with what follows the id ("", "-wal", "-shm", "-journal").
struct Named {
    Id poll;
    std::string rest;
};
std::optional<Named> parse_name(const base::Path& register_file, const base::Path& file) {
    const auto name = file.filename().string();
    const auto prefix = register_file.filename().string() + std::string(infix);
    if (!name.starts_with(prefix) || name.size() < prefix.size() + 36) return std::nullopt;
    const auto poll = base::parse_id(std::string_view(name).substr(prefix.size(), 36));
    if (!poll) return std::nullopt;
    return Named{*poll, name.substr(prefix.size() + 36)};
}

base::Path folder_of(const base::Path& file) {
    return file.has_parent_path() ? file.parent_path() : base::Path(".");
}

std::vector<Named> list(const base::Path& register_file) {
    std::vector<Named> found;
    std::error_code failed;
    for (std::filesystem::directory_iterator at(folder_of(register_file), failed), end; !failed && at != end;
         at.increment(failed)) {
        if (auto named = parse_name(register_file, at->path())) found.push_back(*named);
    }
    return found;
}

/// Zeros over what was there, synced: a deleted file's blocks are not left readable on the disk.
void overwrite(const base::Path& file) {
    const int handle = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (handle < 0) return;
    const auto size = ::lseek(handle, 0, SEEK_END);
    static constexpr std::array<char, 65536> zeros{};
    for (off_t at = 0; at < size;) {
        const auto wrote = ::pwrite(handle, zeros.data(), std::min<std::size_t>(zeros.size(), size - at), at);
        if (wrote <= 0) break;
        at += wrote;
    }
    ::fsync(handle);
    ::close(handle);
}

base::Result<std::vector<model::Digest>> read_hashes(Db& db, std::string_view sql) {
    std::vector<model::Digest> hashes;
    IR_TRY(auto rows, db.prepare(sql));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return hashes;
        model::Digest hash{};
        const auto bytes = rows.blob(0);
        if (bytes.size() != hash.size()) return base::refuse(Code::corrupt, "a token of wrong length");
        std::copy(bytes.begin(), bytes.end(), hash.begin());
        hashes.push_back(hash);
    }
}

}  // namespace

base::Path urn_file(const base::Path& register_file, const Id& poll) {
    return register_file.string() + std::string(infix) + poll.text();
}

Urn::Urn(Db db) : db_(std::make_unique<Db>(std::move(db))), prepared_(std::make_unique<Prepared>(*db_)) {}

base::Result<Urn> Urn::open(const base::Path& register_file, const Id& poll, const Id& node, bool create,
                            const std::string& synchronous, const std::string& vfs) {
    const auto file = urn_file(register_file, poll);
    IR_TRY(auto opened, Db::open(file, create ? Mode::create : Mode::read_write, vfs));
    // Each ballot goes to another page, and pages are written whole: small ones make a ballot cost a quarter.
    IR_DO(opened.execute(
        "PRAGMA page_size=1024; PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA cache_size=-4096; "
        "PRAGMA synchronous=" +
        std::string(synchronous == "NORMAL" ? "NORMAL" : "FULL") + ";"));
    opened.take_over_checkpoints();
    Urn urn(std::move(opened));
    // What was recovered from the WAL of a killed process may never have been synced.
    IR_DO(urn.db_->secure());
    IR_TRY(auto transaction, Transaction::begin(*urn.db_));
    IR_DO(
        urn.db_->execute("CREATE TABLE IF NOT EXISTS round(poll BLOB PRIMARY KEY, node BLOB NOT NULL) WITHOUT ROWID;"
                         "CREATE TABLE IF NOT EXISTS token(hash BLOB PRIMARY KEY) WITHOUT ROWID;"
                         "CREATE TABLE IF NOT EXISTS paper(hash BLOB PRIMARY KEY) WITHOUT ROWID;"
                         "CREATE TABLE IF NOT EXISTS ballot(token_hash BLOB PRIMARY KEY, k INTEGER NOT NULL, "
                         "value TEXT NOT NULL, source TEXT NOT NULL) WITHOUT ROWID;"));
    IR_TRY(auto put, urn.prepared_->use("INSERT OR IGNORE INTO round(poll, node) VALUES(?, ?)"));
    IR_DO(put->bind_blob(1, poll.bytes).bind_blob(2, node.bytes).run());
    IR_DO(transaction.commit());
    return urn;
}

base::Done Urn::begin() {
    if (dirty) return {};
    IR_DO(db_->execute("BEGIN IMMEDIATE"));
    dirty = true;
    return {};
}

base::Done Urn::commit() {
    if (!dirty) return {};
    IR_DO(db_->execute("COMMIT"));
    dirty = false;
    settled_ = false;
    return {};
}

void Urn::roll_back() {
    dirty = false;
    if (db_->in_transaction()) (void)db_->execute("ROLLBACK");
}

base::Done Urn::add_tokens(std::span<const model::Digest> hashes, bool paper) {
    IR_TRY(auto put, prepared_->use("INSERT OR IGNORE INTO token(hash) VALUES(?)"));
    for (const auto& hash : hashes) IR_DO(put->bind_blob(1, hash).run());
    if (!paper) return {};
    IR_TRY(auto mark, prepared_->use("INSERT OR IGNORE INTO paper(hash) VALUES(?)"));
    for (const auto& hash : hashes) IR_DO(mark->bind_blob(1, hash).run());
    return {};
}

base::Done Urn::cast(const Cast& ballot) {
    IR_TRY(auto put,
           prepared_->use("INSERT INTO ballot(token_hash, k, value, source) SELECT hash, ?2, ?3, ?4 FROM token WHERE "
                          "hash = ?1 ON CONFLICT(token_hash) DO UPDATE SET k = excluded.k, value = excluded.value, "
                          "source = excluded.source WHERE excluded.k > ballot.k"));
    put->bind_blob(1, ballot.token_hash).bind(2, static_cast<std::int64_t>(ballot.k));
    return put->bind_text(3, ballot.value).bind_text(4, ballot.source).run();
}

base::Result<bool> Urn::checkpoint(int pages) {
    if (db_->wal_pages() <= pages) return false;
    // The WAL's room on the disk stays, to be written over: where a file does not grow, an fsync costs less.
    IR_DO(db_->checkpoint(Checkpoint::passive));
    return true;
}

base::Done Urn::settle() {
    if (settled_ || dirty) return {};
    IR_TRY(const auto pages, db_->read_one("PRAGMA page_count"));
    // A page keeps its cells where they were put, one after another, whatever their keys are.
    if (model::int_of(pages) <= most_pages_settled) IR_DO(db_->execute("VACUUM"));
    IR_TRY(settled_, db_->checkpoint(Checkpoint::truncate));
    return {};
}

Id read_urn_node(const base::Path& register_file, const Id& poll, const std::string& vfs) {
    auto db = Db::open(urn_file(register_file, poll), Mode::read_write, vfs);
    if (!db) return {};
    const auto node = db->read_one("SELECT node FROM round");
    return node ? model::id_of(*node) : Id{};
}

bool is_open_in_another(const base::Path& register_file, const Id& poll, const std::string& vfs) {
    std::error_code failed, unreadable;
    for (std::filesystem::directory_iterator at(folder_of(register_file), failed), end; !failed && at != end;
         at.increment(failed)) {
        const auto& file = at->path();
        if (file.extension() != register_file.extension() || file.filename() == register_file.filename()) continue;
        // A file that nobody has open is read without leaving anything beside it.
        const bool in_use = std::filesystem::exists(file.string() + "-wal", unreadable);
        auto db = Db::open(file, in_use ? Mode::read_only : Mode::immutable, vfs);
        if (!db) continue;
        auto open = db->prepare("SELECT 1 FROM poll WHERE entity = ? AND state = 'open'");
        if (open && open->bind_blob(1, poll.bytes).step().value_or(false)) return true;
    }
    return false;
}

bool is_urn_being_removed(const base::Path& register_file, const Id& poll) {
    std::array<char, 16> start{};
    std::ifstream in(urn_file(register_file, poll), std::ios::binary);
    return in.read(start.data(), start.size()) && start == std::array<char, 16>{};
}

base::Done remove_urn(const base::Path& register_file, const Id& poll, const std::string& vfs) {
    const auto file = urn_file(register_file, poll);
    for (const char* end : {"", "-wal"}) overwrite(file.string() + end);
    return remove_database(file, vfs);
}

void remove_urn_leavings(const base::Path& register_file, const std::string& vfs) {
    for (const auto& named : list(register_file)) {
        std::error_code failed;
        const auto file = urn_file(register_file, named.poll);
        if (!named.rest.empty() && !std::filesystem::exists(file, failed)) (void)remove_database(file, vfs);
    }
}

std::vector<Id> find_urns(const base::Path& register_file) {
    std::vector<Id> polls;
    for (const auto& named : list(register_file)) {
        if (named.rest.empty()) polls.push_back(named.poll);
    }
    std::sort(polls.begin(), polls.end());
    return polls;
}

base::Result<std::optional<UrnContent>> read_urn(const base::Path& register_file, const Id& poll) {
    auto opened = Db::open(urn_file(register_file, poll), Mode::read_only);
    if (!opened) {
        if (opened.error().code == Code::not_found) return std::optional<UrnContent>{};
        return tl::unexpected<base::Error>(opened.error());
    }
    auto& db = *opened;
    IR_TRY(const auto tables, db.read_one("SELECT count(*) FROM sqlite_schema WHERE name IN ('token', 'ballot')"));
    UrnContent content;
    // Cut down at birth: nobody had a token yet.
    if (model::int_of(tables) != 2) return content;
    IR_DO(db.execute("BEGIN"));
    IR_TRY(content.hashes, read_hashes(db, "SELECT hash FROM token"));
    // An urn of an earlier program has none until it is opened for writing.
    IR_TRY(const auto papers, db.read_one("SELECT count(*) FROM sqlite_schema WHERE name = 'paper'"));
    if (model::int_of(papers) == 1) {
        IR_TRY(content.paper, read_hashes(db, "SELECT hash FROM paper"));
    }
    IR_TRY(auto ballots, db.prepare("SELECT token_hash, k, value, source FROM ballot"));
    for (;;) {
        IR_TRY(const bool row, ballots.step());
        if (!row) break;
        UrnBallot ballot;
        const auto bytes = ballots.blob(0);
        if (bytes.size() != ballot.token_hash.size()) return base::refuse(Code::corrupt, "a token of wrong length");
        std::copy(bytes.begin(), bytes.end(), ballot.token_hash.begin());
        ballot.k = static_cast<std::uint64_t>(ballots.integer(1));
        ballot.value = ballots.text(2);
        ballot.source = ballots.text(3);
        content.ballots.push_back(std::move(ballot));
    }
    IR_DO(db.execute("COMMIT"));
    return content;
}

}  // namespace store
