#include "registrar/codes.hpp"

#include "base/id.hpp"
#include "registrar/seats.hpp"

namespace registrar {
namespace {

constexpr std::string_view code_row = "code:";
constexpr std::string_view used_value = "used";
constexpr std::string_view sealed_row = "sealed:";

std::string sealed_key(std::string_view code_key) {
    return std::string(sealed_row) + std::string(code_key.substr(code_row.size()));
}

/// The same once more gives what was given: sealing and opening are one. A key is used for one ballot alone.
std::string covered(std::string_view token, std::string_view code, const Id& poll, std::string_view key) {
    const auto pad = base::hmac_sha256(base::as_bytes(key), poll.text() + " " + std::string(code));
    auto bytes = base::from_hex(token);
    for (std::size_t i = 0; i < bytes.size() && i < pad.size(); ++i) bytes[i] ^= pad[i];
    return base::to_hex(bytes);
}

}  // namespace

std::string Codes::key_of(std::string_view code) {
    return std::string(code_row) + hash_of(code);
}

bool Codes::is_row(const store::KeptRow& row) {
    return row.key.starts_with(code_row);
}

void Codes::restore(const std::vector<store::KeptRow>& rows) {
    for (const auto& row : rows) {
        if (row.key.starts_with(sealed_row)) sealed_[row.key] = row.value;
        if (!is_row(row)) continue;
        const bool used = row.value == used_value;
        if (used_.emplace(row.key, used).second && !used) ++unused_;
    }
}

void Codes::add(std::string_view code) {
    if (used_.emplace(key_of(code), false).second) ++unused_;
}

base::Done Codes::check(std::string_view code) const {
    const auto found = used_.find(key_of(code));
    if (found == used_.end()) return base::refuse(base::Code::not_found, "code");
    if (found->second) return base::refuse(base::Code::already, "code_used");
    return {};
}

base::Done Codes::use(std::string_view code) {
    IR_DO(check(code));
    used_[key_of(code)] = true;
    --unused_;
    return {};
}

store::KeptRow Codes::row(const Id& session, std::string_view code) const {
    const auto key = key_of(code);
    const auto found = used_.find(key);
    return {session, key, found != used_.end() && found->second ? std::string(used_value) : std::string()};
}

store::KeptRow Codes::seal(const Id& session, std::string_view code, const Id& poll, std::string_view key,
                           std::string_view token) {
    auto row = sealed_key(key_of(code));
    return {session, row, sealed_[row] = covered(token, code, poll, key)};
}

std::string Codes::unseal(std::string_view code, const Id& poll, std::string_view key) const {
    const auto found = sealed_.find(sealed_key(key_of(code)));
    return found == sealed_.end() || key.empty() ? std::string() : covered(found->second, code, poll, key);
}

std::optional<store::DropKept> Codes::forget_sealed(const Id& session, std::string_view code_key) {
    const auto row = sealed_key(code_key);
    if (sealed_.erase(row) == 0) return std::nullopt;
    return store::DropKept{session, row};
}

std::vector<std::string> make_codes(Codes& codes, int count) {
    std::vector<std::string> made;
    while (static_cast<int>(made.size()) < count) {
        auto code = base::new_code(code_length);
        if (codes.has(code)) continue;
        codes.add(code);
        made.push_back(std::move(code));
    }
    return made;
}

}  // namespace registrar
