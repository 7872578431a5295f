#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tablets {

/// A file as it goes over the wire.
struct Page {
    std::string type;       // Content-Type
    std::string body;       // as it is
    std::string etag;       // quoted
    bool for_ever = false;  // its address names its content

    /// Compressed; empty when that does not help. Made when it is first asked for: a host would be ready later by all
    /// of them.
    const std::string& gzip() const;

  private:
    mutable std::optional<std::string> gzip_;
};

/// Every file of the tablet pages in memory, read once: the disk is never touched for a request, and a path that is not
/// in the table does not exist. One thread, that of the server.
///
/// index.html, remote.html, audience.html, list.html and net.html are "/", "/remote", "/audience", "/list" and "/net".
/// Everything else has two addresses:
/// "/assets/<version>/<path>", kept by browsers for ever, and "/assets/<path>", asked for anew. <version> is a digest
/// of all files; "/assets/" in these pages is rewritten to it, and scripts, styles and texts that name each other
/// relatively follow by themselves.
class PageCache {
  public:
    /// Code::not_found when the folder or its index.html is missing.
    static base::Result<PageCache> read(const base::Path& folder);

    /// By path ("/assets/x.js"), already percent-decoded, without the query.
    const Page* find(std::string_view path) const;
    const std::string& version() const { return version_; }

  private:
    std::map<std::string, Page, std::less<>> pages_;
    std::string version_;
};

/// gzip (RFC 1952) of the text; empty when it would not be smaller by a tenth.
std::string gzipped(std::string_view text);

}  // namespace tablets
