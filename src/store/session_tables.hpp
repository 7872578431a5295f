#pragma once
#include "store/prepared.hpp"
#include "store/session_rows.hpp"

namespace store {

/// Writes one session row, or empties what it says, in the caller's transaction. Writing the same again changes
/// nothing, so a batch may be retried.
base::Done write_session(Prepared& prepared, const SessionWrite& write);
base::Result<SessionRows> read_session_rows(Prepared& prepared, const Id& session);

}  // namespace store
