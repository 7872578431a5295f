#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"

namespace tablets {

/// A certificate with its chain, and the private key that it belongs to.
struct Certificate {
    std::string chain, key;          // PEM, the server's own certificate first
    std::vector<std::string> names;  // host names that it is for, without those that begin with "*"
    std::int64_t begins_at_ms = 0, ends_at_ms = 0;
};

/// Reads two PEM files; asks nobody for a password. Errors as of base::read_file, else Code::bad_input with `where` the
/// file and `what` one of "no_certificate", "no_key", "locked_key" (it needs a password) and "not_a_pair". Its dates
/// are not judged.
base::Result<Certificate> read_certificate(const base::Path& certificate, const base::Path& key);

/// Whether a browser that was sent to `host`, a name or an IP address, takes the certificate for that host's own.
bool is_for(const Certificate& certificate, const std::string& host);

}  // namespace tablets
