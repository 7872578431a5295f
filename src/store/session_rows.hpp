#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "model/change.hpp"

namespace store {

using base::Id;

/// Session data: plain tables beside the journal, emptied when the trainer ends the session (invariant 16). Never in
/// the journal, never in the log, never in an exchange.

/// A place in the room: one device, no person. Secrets are kept as SHA-256 hex of the secret.
struct SeatRow {
    Id seat;
    Id session;
    std::string secret_hash;
    std::string return_code;  // shown on the device, typed on the next one; at least six characters
    std::string name;         // optional alias
    std::string language = "sv";
    std::int64_t joined_at_ms = 0;
    bool show_name = false;
    bool muted = false;
    bool frozen = false;  // its seat was taken over from another device
};
/// This seat (n = person on a shared tablet, from 0) has drawn a ballot token of this round. Never which one.
struct DrawnRow {
    Id poll;
    Id seat;
    int n = 0;
    Id session;
};
/// A client's message id and what became of it: a repeat gets the old answer (invariant 8).
struct SeenRow {
    Id seat;
    std::string client_id;
    model::Place place;  // seq 0: it made session data only
    std::string answer;  // short JSON that goes into the repeated acknowledgement
    Id session;
};
/// A note that waits for approval, or was hidden: not an idea and not in the journal until it is shown.
struct HiddenNoteRow {
    Id note;
    Id session;
    Id seat;
    std::string content;  // JSON as the registrar wrote it
    bool waiting = true;  // false: the trainer hid it
    std::int64_t at_ms = 0;
};
/// This seat wrote this note (for "my contributions", change and withdraw).
struct OwnRow {
    Id seat;
    Id note;
    Id session;
};
/// Small named values of a session: codes, secrets, port, running timers' owner. The zero session holds what waits for
/// the next one.
struct KeptRow {
    Id session;
    std::string key;
    std::string value;
};

/// The photo of a note that waits for approval or was hidden: a JPEG. A row that has no HiddenNoteRow of the same note
/// beside it is dropped.
struct WaitingPhotoRow {
    Id note;
    std::string sha256_hex;
    std::string content;
};
/// The note is shown from now on: its waiting photo becomes a blob of the register. Before its DropHidden.
struct PublishPhoto {
    Id note;
};

struct DropKept {
    Id session;
    std::string key;
};
struct DropHidden {
    Id note;
};
struct DropSeat {
    Id seat;
};
/// Empties every session table of this session.
struct EndSession {
    Id session;
};

using SessionWrite = std::variant<SeatRow, DrawnRow, SeenRow, HiddenNoteRow, OwnRow, KeptRow, WaitingPhotoRow,
                                  PublishPhoto, DropKept, DropHidden, DropSeat, EndSession>;

/// All session rows of one session, as found at start.
struct SessionRows {
    std::vector<SeatRow> seats;
    std::vector<DrawnRow> drawn;
    std::vector<SeenRow> seen;
    std::vector<HiddenNoteRow> hidden;
    std::vector<OwnRow> own;
    std::vector<KeptRow> kept;
};

}  // namespace store
