#pragma once
#include "base/clock.hpp"
#include "base/files.hpp"
#include "store/journal.hpp"

namespace store {

/// Which node id this living file writes under (invariant 13). For each node a note lies in
/// <state folder>/bindings/<node id>: installation, inode and device of the file, and the node's head as last known.
/// A node of the file whose note fits goes on; when none fits (the file was copied, restored, moved to another disk or
/// machine) a new id is minted. Notes are written without fsync after each commit: a note may lag behind the file, and
/// a file that lags behind its note is an older copy.
class Binding {
  public:
    /// Finds or mints; a minted node is in the file's node table (own transaction).
    static base::Result<Binding> bind(const base::Path& state_folder, Journal& journal, const base::WallClock& now);
    /// Mints a new node id even though one fits; from now on that is the file's.
    static base::Result<Binding> mint(const base::Path& state_folder, Journal& journal, const base::WallClock& now);
    Binding(Binding&& other) noexcept;
    Binding& operator=(Binding&&) = delete;
    ~Binding();

    const Id& node() const { return node_; }
    bool minted() const { return minted_; }
    /// The file's nodes that another file of this machine writes under: one that this is a copy of, or was merged with.
    const std::vector<Id>& elsewhere() const { return elsewhere_; }
    /// Notes the node's head. A note that cannot be written costs a new node id at the next start, nothing else.
    void note(const Head& head);

  private:
    struct Living;
    Binding() = default;
    base::Done settle(const base::Path& state_folder, Journal& journal, const Living& living,
                      const base::WallClock& now);
    Id node_;
    bool minted_ = false;
    std::vector<Id> elsewhere_;
    int handle_ = -1;
    std::string before_;  // lines that do not change
    std::string after_;
};

}  // namespace store
