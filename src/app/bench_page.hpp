#pragma once
#include <string>
#include <vector>

#include "base/files.hpp"
#include "tablets/page_cache.hpp"

namespace app {

/// The addresses of all that a tablet fetches at its first visit, in the order in which a browser learns of them: the
/// page, its styles and scripts, what the scripts import, and the texts in this language.
std::vector<std::string> first_page(const tablets::PageCache& pages, const std::string& language);

/// As whole HTTP requests of a browser to `host`.
base::Result<std::vector<std::string>> first_requests(const base::Path& share, const std::string& host);

}  // namespace app
