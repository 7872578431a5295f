#pragma once
#include <cstdint>

#include "base/id.hpp"
#include "base/result.hpp"
#include "store/store.hpp"

namespace store {

/// What an adoption did.
struct Adoption {
    base::Id node;           // the new node id that the file writes under from now on
    std::int64_t facts = 0;  // restamped
};

/// Gives every fact that is stamped too far ahead of the clock a stamp of today, under a new node id (invariant 6): for
/// a file that was written while the machine's clock was wrong, or that got facts from such a one. Each new fact stands
/// for the one it restamps; a fact that stands for a later one than itself takes it out of force on every machine it
/// reaches. Nothing is lost from the journal. Takes the lock (Code::busy).
base::Result<Adoption> adopt_ahead(const OpenOptions& options);

}  // namespace store
