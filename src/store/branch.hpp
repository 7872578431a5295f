#pragma once
#include <vector>

#include "store/erasure.hpp"

namespace store {

/// Branches of a cloned node (invariant 14). When a register file is copied behind our back and both copies write on,
/// two journals hold different Changes under one (node, seq). The branch whose first link is the greater (bytewise) is
/// entered anew under the node id H(node, seq, link) = derived_id("iderum.branch.1", node ‖ seq, 8 bytes big-endian ‖
/// link), numbered from 1 with a chain of its own. Facts keep their stamps, with the original node, and their salts and
/// digests; Changes keep their ids. A `reverses` that points into the branch follows it.

/// Changes of one node that follow each other without gaps.
using Stream = std::vector<model::Change>;

Id branch_id(const model::Place& fork, const model::Digest& link);
/// The stream as it is entered anew.
Stream reentered(Stream stream);

/// Checks each link from `previous` on, and each Change's form and digests. Code::corrupt or bad_input names the place.
base::Done check_stream(const model::Digest& previous, const Stream& stream);

/// The Changes of a node from `from` to its head.
base::Result<Stream> read_stream(JournalReader& reader, const Id& node, std::uint64_t from);
/// The first seq, at most min(head, other's head), at which the two journals differ; 0 when there is none.
base::Result<std::uint64_t> find_fork(JournalReader& one, JournalReader& other, const Id& node);

/// What placing Changes did to a journal.
struct Placed {
    std::int64_t added = 0;         // Changes that the journal did not hold
    std::int64_t reentered = 0;     // Changes that now stand under a branch id
    std::vector<Id> cut;            // nodes that lost a branch to one
    std::vector<Erasure> erasures;  // that newly arrived
};
/// Takes the next Change of a node, or one that is there already. The caller has begun the transaction.
base::Done place_change(Journal& journal, const model::Change& change, Placed& placed);
/// Takes a stream whose first Change differs from the one that stands at its place: one of the two branches is entered
/// anew, and perhaps meets a branch there again. The caller has begun the transaction.
base::Done place_branch(Journal& journal, Stream stream, Placed& placed);

}  // namespace store
