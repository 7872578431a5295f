#pragma once
#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "base/files.hpp"

namespace app {

/// Where what people asked for as a file is laid: for a register in the program's own data folder, where nobody looks,
/// the folder Idérum in the user's documents, made when missing; else the register's folder, which a person has chosen.
base::Path people_folder(const base::Path& register_file);

/// "dag.iderum" and "codes" → dag-codes-2025-11-27-0847.pdf in that folder, by the machine's clock and zone: a name
/// that no file has.
base::Path free_people_file(const base::Path& register_file, const std::string& what, const std::string& ending,
                            std::int64_t now_ms = base::system_now_ms());

/// Where the file lies, as people find it: "Dokument › Idérum", "Hemmappen › kurser", else the path of its folder.
std::string place_words(const base::Path& file);

}  // namespace app
