#pragma once
#include <string>
#include <vector>

#include "base/files.hpp"

namespace app {

/// Cards with these one-time codes as a PDF, in the program's language. `address` is what stands before the code in
/// each QR; empty: the code alone. Any thread.
base::Result<std::string> code_cards_pdf(const std::vector<std::string>& codes, const std::string& address);

/// So many cards with the code to join a session by, its QR opening the page at `address`. Any thread.
base::Result<std::string> join_cards_pdf(const std::string& join_code, int count, const std::string& address);

/// code_cards_pdf, laid into people_folder under a name of its own, for its owner only; gives the file's path.
base::Result<std::string> print_codes(const base::Path& register_file, const std::vector<std::string>& codes,
                                      const std::string& address);

}  // namespace app
