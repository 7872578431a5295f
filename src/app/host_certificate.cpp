#include "app/host_certificate.hpp"

#include <algorithm>

#include "base/clock.hpp"
#include "base/language.hpp"

namespace app {
namespace {

constexpr std::int64_t soon_ms = 21LL * 24 * 60 * 60 * 1000;

}  // namespace

base::Result<std::optional<tablets::Certificate>> find_certificate(const base::Path& certificate, const base::Path& key,
                                                                   std::int64_t now_ms) {
    std::optional<tablets::Certificate> found;
    if (certificate.empty()) return found;
    auto read = tablets::read_certificate(certificate, key);
    if (!read) return tl::unexpected<base::Error>(explained_certificate(read.error(), read.error().where));
    const auto refused_as = [&](std::string_view text, std::int64_t at_ms) {
        const auto day = base::to_local_date(at_ms);
        return base::refuse(base::Code::bad_input, base::tr(text, {{"date", day}}), certificate.string());
    };
    if (read->begins_at_ms > now_ms) return refused_as("host.tls_not_begun", read->begins_at_ms);
    if (read->ends_at_ms <= now_ms) return refused_as("host.tls_ended", read->ends_at_ms);
    found = std::move(*read);
    return found;
}

std::string place_for(const tablets::Certificate& certificate, const std::vector<std::string>& places) {
    const auto fits =
        std::find_if(places.begin(), places.end(), [&](const auto& one) { return is_for(certificate, one); });
    if (fits != places.end()) return *fits;
    for (const auto& name : certificate.names) {
        if (name != "localhost") return name;
    }
    return places.front();
}

std::vector<std::string> told_of(const tablets::Certificate& certificate, const std::string& place,
                                 std::int64_t now_ms) {
    std::vector<std::string> told;
    if (certificate.ends_at_ms - now_ms < soon_ms) {
        told.push_back(base::tr("host.tls_soon", {{"date", base::to_local_date(certificate.ends_at_ms)}}));
    }
    if (!is_for(certificate, place)) told.push_back(base::tr("host.tls_other_place", {{"place", place}}));
    return told;
}

base::Error explained_certificate(base::Error error, const base::Path& certificate) {
    for (const std::string_view what : {"no_certificate", "no_key", "locked_key", "not_a_pair", "unusable"}) {
        if (error.code != base::Code::bad_input || error.what != what) continue;
        return {error.code, base::tr("host.tls_" + std::string(what)), certificate.string()};
    }
    return error;
}

}  // namespace app
