#pragma once
#include <functional>
#include <memory>
#include <vector>

#include "base/clock.hpp"
#include "base/files.hpp"
#include "store/work.hpp"

namespace store {

/// How a register is opened for writing.
struct OpenOptions {
    base::Path file;
    base::Path state_folder;  // where bindings and the erasure list are noted; empty: base::state_folder()
    base::WallClock now = base::system_clock();
    bool create = true;                // make the file when it is missing
    std::string vfs;                   // a test's VFS name; empty: SQLite's own
    int retry_ms = 1000;               // between tries when the disk refuses
    int patience_ms = 3000;            // how long the destructor goes on trying then
    std::string synchronous = "FULL";  // "NORMAL" only to prove that the power-cut test can fail
};

/// What was found when the file was opened.
struct Opened {
    Id node;                  // the id this file writes under from now on (invariant 13)
    std::uint64_t head = 0;   // last seq of that node
    model::Stamp last_stamp;  // greatest stamp of that node's own facts that is not in quarantine
    /// Greatest stamp that is applied in the file, whoever made it: the clock must see it, so that what is written now
    /// wins over what stands.
    model::Stamp greatest_stamp;
    bool created = false;
    bool new_node = false;  // a new node id was minted: restored, copied or moved file
    /// Nodes of this file that another file of this machine writes under: what they began is theirs to finish.
    std::vector<Id> nodes_elsewhere;
    std::int64_t ahead_ms = 0;  // > 0: the file's own last stamp is that far ahead of the clock (invariant 6)
};

/// The only writer of a register file: its own thread and the only writing connection (invariant 10). Group commit: all
/// work that waits is written in one transaction and one fsync; a burst never waits for a timer.
class Store {
  public:
    /// Opens and locks (flock on a side file; Code::busy says that the host is running), upgrades, checks, starts the
    /// thread. `says` is called from the store thread. Start never replays (invariant 12): < 1 s with a million facts.
    static base::Result<std::unique_ptr<Store>> open(const OpenOptions& options, std::function<void(StoreSays)> says);
    /// Writes what waits, checkpoints, closes.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    const Opened& opened() const;
    /// Any thread, but tickets must rise: in practice the registrar's. Never blocks.
    void submit(std::vector<Work> work);
    /// Work submitted and not yet saved.
    std::size_t waiting() const;

    /// What was written since open, for benchmarks. `fsyncs`: one for each commit, and three for each time a WAL was
    /// emptied into its file (WAL, file, the new WAL's head).
    struct Counts {
        std::uint64_t commits = 0;
        std::uint64_t urn_commits = 0;
        std::uint64_t fsyncs = 0;
        bool index_behind = false;  // the search index has not taken in everything yet
    };
    Counts counts() const;

  private:
    struct Inner;
    explicit Store(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

}  // namespace store
