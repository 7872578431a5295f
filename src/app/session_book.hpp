#pragma once
#include <optional>
#include <string_view>

#include "base/files.hpp"
#include "base/id.hpp"
#include "paint/book.hpp"
#include "store/reader.hpp"

namespace app {

/// A session by what it is called: "0190a1b2/" (its id, or the beginning of it), its whole id, or its title as one
/// word; of several with that title the newest. Nothing: there is none. Reads only.
base::Result<std::optional<base::Id>> find_session(store::Reader& reader, std::string_view wanted);

/// All that it has on boards: those of its blocks in the order in which they were begun, after each the free boards
/// that were made in it, then the other free ones, oldest first. Empty free boards are left out. Code::not_found.
base::Result<paint::Book> read_session_book(store::Reader& reader, const base::Path& register_file,
                                            const base::Id& session);

}  // namespace app
