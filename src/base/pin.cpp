#include "base/pin.hpp"

#include <openssl/evp.h>

#include <array>

#include "base/check.hpp"
#include "base/digest.hpp"

namespace base {
namespace {

constexpr std::string_view hash_kind = "scrypt:";
constexpr std::size_t salt_digits = 32;

std::string slow_hash(std::string_view pin, std::string_view salt) {
    constexpr std::uint64_t cost = 1U << 14U, block = 8, lanes = 1, most_memory = 64U << 20U;
    Digest out{};
    const auto made = EVP_PBE_scrypt(pin.data(), pin.size(), as_bytes(salt).data(), salt.size(), cost, block, lanes,
                                     most_memory, out.data(), out.size());
    check(made == 1, "scrypt is missing in libcrypto");
    return to_hex(out);
}

std::string kept_with(std::string_view pin, std::string_view salt) {
    return std::string(hash_kind) + std::string(salt) + ":" + slow_hash(pin, salt);
}

}  // namespace

std::string hash_pin(std::string_view pin) {
    std::array<std::uint8_t, salt_digits / 2> salt{};
    random_bytes(salt);
    return kept_with(pin, to_hex(salt));
}

bool is_pin(std::string_view pin, std::string_view kept) {
    if (!kept.starts_with(hash_kind) || kept.size() < hash_kind.size() + salt_digits) return false;
    return same_secret(kept_with(pin, kept.substr(hash_kind.size(), salt_digits)), kept);
}

}  // namespace base
