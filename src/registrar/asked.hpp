#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intents/door.hpp"
#include "registrar/seats.hpp"
#include "store/session_rows.hpp"

namespace registrar {

/// Who asks: a seat's device or the trainer.
struct Asker {
    intents::Visitor visitor = 0;
    Seat* seat = nullptr;  // null for the trainer
    std::string client_id;
    bool is_wall() const { return visitor == 0; }
};
/// What is answered once `ticket` is saved: further members of the ack, `,"note":"…"`.
struct Answer {
    std::uint64_t ticket = 0;
    std::string members;
};
using Judged = base::Result<Answer>;
using Rows = std::vector<store::SessionWrite>;

/// A text that waits for approval or was hidden before it was ever shown: a note, the edit of one (`edits`), or a
/// field of an idea card (`card`, the idea).
struct Unshown {
    store::HiddenNoteRow row;
    std::map<std::string, std::string> said;  // block, text, group, colour, author, language, parent, edits, …
    const std::string& at(const std::string& key) const;
    std::string words() const;  // all that a person wrote in it
};
/// Tells words apart, for whoever has read some and decides about them: 16 hex digits.
std::string version_of(std::string_view words);
/// Code::not_now ("changed") when the words are not those of this version any more; an empty one is any.
base::Done check_read(std::string_view version, std::string_view words);
/// Ideas that were received less than 8 s ago (or whose number waits for the disk).
struct Receipt {
    std::string undo;
    model::Place place;
    std::uint64_t ticket = 0;
    std::int64_t until_ms = 0;
    std::vector<Id> ideas;
};

}  // namespace registrar
