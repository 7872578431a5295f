#pragma once
#include <string>

#include "base/files.hpp"
#include "base/result.hpp"
#include "store/reader.hpp"

namespace app {

/// Looks at a register file before SQLite opens it, so that a person hears what is wrong in words: as
/// base::check_readable, and Code::bad_input (empty, or no register), Code::corrupt (cut off). `what` is a sentence
/// that says what to do. Nothing is changed, and nothing waited for.
base::Done check_register(const base::Path& file);
/// The same for a command that writes to a register that is there; as base::check_writable.
base::Done check_register_to_write(const base::Path& file);
/// The same for a command that makes the register when it is missing, or left empty by a crash at its birth.
base::Done check_register_to_make(const base::Path& file);

/// Looks at it, then opens it to read.
base::Result<store::Reader> open_register(const base::Path& file);

/// Writes a list or a certificate where the person said (base::write_file). Code::bad_input when there is a register,
/// the one it comes from or any other, or a backup.
base::Done write_output(const base::Path& file, const base::Path& register_file, std::string_view content);
/// Whether write_output would take it, for what cannot be undone when it does not.
base::Done check_register_output(const base::Path& file, const base::Path& register_file);

}  // namespace app
