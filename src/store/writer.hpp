#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>

#include "store/binding.hpp"
#include "store/lock.hpp"
#include "store/search_index.hpp"
#include "store/store.hpp"
#include "store/urn.hpp"

namespace store {

/// What the store's thread does, without the thread: one open register with its urns. After a failure the same work is
/// given again, until it goes through; work that did get through before is recognised and not doubled (invariant 9).
class Writer {
  public:
    static base::Result<std::unique_ptr<Writer>> open(const OpenOptions& options);

    const Opened& opened() const { return opened_; }
    const Store::Counts& counts() const { return counts_; }

    /// Does as much from the front as goes into one transaction: a run of deeds of register and urns, or one DropUrn,
    /// or one Backup. Returns how many are done and on disk. On an error none of them is acknowledged.
    base::Result<std::size_t> write_some(std::span<Work> work);

    /// True while the search index is behind the journal.
    bool index_behind() const { return index_behind_; }
    /// Lets the index take a step; copies the WAL into the file when it has grown.
    base::Done rest();
    /// True when an urn may tell in which order ballots came.
    bool has_unsettled_urns() const { return unsettled_urns_; }
    /// For quiet moments: takes that order out of them.
    base::Done settle_urns();
    /// Lets in quarantined facts whose time has come.
    base::Done adopt_due();
    /// The quiet end: empties the WAL into the file and closes.
    void end();
    void close();

  private:
    explicit Writer(OpenOptions options, FileLock lock) : options_(std::move(options)), lock_(std::move(lock)) {}
    base::Done open_file(bool create);
    base::Done recover();
    base::Done look_at_urns();
    void finish_erasures();
    base::Result<Urn*> urn(const Id& poll, bool create);
    base::Done fill_urns(std::span<Work> work);
    base::Done fill_register(std::span<Work> work);
    base::Done write_rows(const std::vector<SessionWrite>& rows);
    base::Result<bool> checkpoint(Checkpoint kind);
    base::Done checkpoint(Urn& urn, int pages);
    base::Done drop_urn(const Id& poll);
    base::Done forget_session();
    void roll_back(const base::Error& error);

    OpenOptions options_;
    FileLock lock_;
    std::unique_ptr<Db> db_;
    std::optional<Journal> journal_;
    std::unique_ptr<Prepared> prepared_;
    std::unique_ptr<SearchIndex> index_;
    std::optional<Binding> binding_;
    std::map<Id, Urn> urns_;
    Opened opened_;
    Store::Counts counts_;
    bool index_behind_ = true;
    bool must_recover_ = false;
    bool unsettled_urns_ = false;
    bool session_ended_ = false;  // and the WAL may still hold what it kept
};

}  // namespace store
