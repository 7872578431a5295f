#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "store/prepared.hpp"
#include "store/reader.hpp"
#include "store/work.hpp"

namespace store {

/// The urn of one round: "<register file>.urn-<poll id>", an SQLite file of its own (invariants 21–24).
///   round(poll, node)                    which round, and which node opened it
///   token(hash)                          who may vote
///   paper(hash)                          those of them that are for ballots from paper
///   ballot(token_hash, k, value, source) the latest ballot of each token
/// Keys are random and rows have no number: the file keeps no order and no time. Store's thread.
class Urn {
  public:
    /// Opens, or makes it when `create`; Code::not_found when it is not there.
    static base::Result<Urn> open(const base::Path& register_file, const Id& poll, const Id& node, bool create,
                                  const std::string& synchronous, const std::string& vfs);

    base::Done begin();
    base::Done add_tokens(std::span<const model::Digest> hashes, bool paper);
    /// A ballot of an unknown token, or with a lower k than the one there, changes nothing.
    base::Done cast(const Cast& ballot);
    base::Done commit();
    void roll_back();
    /// Copies the WAL into the file when it is longer than `pages`, to begin it anew; says whether it was.
    base::Result<bool> checkpoint(int pages);
    /// Writes the file anew in the order of its random keys and empties the WAL, so that neither tells in which order
    /// ballots came: those who draw as they vote, by a code or on a shared device, stand in the register in that order.
    /// Does nothing when no ballot has come since; with a reader in the way the next call tries again.
    base::Done settle();
    bool dirty = false;  // has an open transaction

  private:
    explicit Urn(Db db);
    std::unique_ptr<Db> db_;  // pinned: statements refer to it
    std::unique_ptr<Prepared> prepared_;
    bool settled_ = false;
};

/// The node that opened the round; empty when the file cannot be read. Opens for writing, so that a journal that a
/// power cut left is rolled back first.
Id read_urn_node(const base::Path& register_file, const Id& poll, const std::string& vfs);
/// Is this round open in another register in the same folder, as in a former file that a restore has put aside? Its urn
/// is then that register's.
bool is_open_in_another(const base::Path& register_file, const Id& poll, const std::string& vfs);
/// True when remove_urn had begun its work on this file (a power cut came between).
bool is_urn_being_removed(const base::Path& register_file, const Id& poll);
/// Overwrites and deletes the urn file with its WAL and -shm (invariant 24). It must be closed. None there is fine.
base::Done remove_urn(const base::Path& register_file, const Id& poll, const std::string& vfs);
/// WAL and -shm files that a power cut left behind after their urn was deleted.
void remove_urn_leavings(const base::Path& register_file, const std::string& vfs);

}  // namespace store
