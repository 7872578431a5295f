#pragma once
#include "store/prepared.hpp"
#include "store/session_rows.hpp"

namespace store {

/// Writes one session row, or empties what it says, in the caller's transaction. Writing the same again changes
/// nothing, so a batch may be retried.
base::Done write_session(Prepared& prepared, const SessionWrite& write);
base::Result<SessionRows> read_session_rows(Prepared& prepared, const Id& session);

/// What `empty_sessions` leaves: nothing, or what waits for a session that is not yet begun (codes on printed cards).
enum class Leave { nothing, waiting };
/// Empties the session tables of a copy: nobody's session goes on in it (invariant 16). True when anything went.
base::Result<bool> empty_sessions(Db& db, Leave leave);

}  // namespace store
