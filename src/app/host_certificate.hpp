#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "tablets/certificate.hpp"

namespace app {

/// The certificate that the command line names, judged before anything starts; none when it names none. What is wrong
/// is told in a sentence, or as of base::read_file.
base::Result<std::optional<tablets::Certificate>> find_certificate(const base::Path& certificate, const base::Path& key,
                                                                   std::int64_t now_ms);

/// Of addresses and names that lead to this machine, the first that the certificate is for; else a name of the
/// certificate's own; else the first. `places` is not empty.
std::string place_for(const tablets::Certificate& certificate, const std::vector<std::string>& places);

/// What whoever started the host should know of it, a sentence each: it ends soon, it is not for `place`.
std::vector<std::string> told_of(const tablets::Certificate& certificate, const std::string& place,
                                 std::int64_t now_ms);

/// A certificate that a server cannot use, in a sentence; every other error as it is.
base::Error explained_certificate(base::Error error, const base::Path& certificate);

}  // namespace app
