#pragma once
#include <string>
#include <vector>

#include "store/care.hpp"
#include "store/sqlite.hpp"

namespace store {

/// A text that is looked for. Short ones (under eight graphemes) must be the whole value, unless a person asked for
/// just that text; longer ones are also found inside other values. In fields that people write in, values are found too
/// that are a piece of it: eight characters or more, and at least half of the text. Capital and small letters are the
/// same.
struct Needle {
    std::string text;
    bool asked = false;
};
inline constexpr std::size_t least_graphemes_inside = 8;

/// The needle, and as it stands inside JSON when that differs.
std::vector<Needle> spellings(const Needle& needle);
/// Facts that still have a value which holds the needle, each (entity, field) once.
base::Result<std::vector<ErasureFound>> find_in_facts(Db& db, const Needle& needle);
/// Blobs: `field` is the hash, `entity` empty.
base::Result<std::vector<ErasureFound>> find_in_blobs(Db& db, const Needle& needle);
/// Rows of session tables: `field` is the table, `entity` the note, seat or session.
base::Result<std::vector<ErasureFound>> find_in_session(Db& db, const Needle& needle);
/// Takes the needle out of the session's tables: waiting notes and small named values go, names and answers are
/// emptied.
base::Done drop_from_session(Db& db, const Needle& needle);

}  // namespace store
