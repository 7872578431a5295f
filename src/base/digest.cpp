#include "base/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

#include <memory>

#include "base/check.hpp"

namespace base {

Digest sha256(std::initializer_list<std::span<const std::uint8_t>> parts) {
    // One context a thread: making one for each digest costs more than the digest itself.
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> held(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_MD_CTX* const context = held.get();
    static const EVP_MD* const method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    check(context != nullptr && method != nullptr, "SHA-256 is missing in libcrypto");
    EVP_DigestInit_ex2(context, method, nullptr);
    for (const auto part : parts) EVP_DigestUpdate(context, part.data(), part.size());
    Digest out{};
    EVP_DigestFinal_ex(context, out.data(), nullptr);
    return out;
}

Digest sha256(std::string_view text) {
    return sha256({as_bytes(text)});
}

Digest hmac_sha256(std::span<const std::uint8_t> key, std::string_view text) {
    Digest out{};
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), as_bytes(text).data(), text.size(), out.data(),
         &length);
    return out;
}

void random_bytes(std::span<std::uint8_t> into) {
    check(RAND_bytes(into.data(), static_cast<int>(into.size())) == 1, "the system gives no random bytes");
}

std::uint32_t random_below(std::uint32_t below) {
    check(below >= 1, "random_below needs a positive bound");
    if (below <= 1) return 0;
    const std::uint32_t limit = UINT32_MAX - UINT32_MAX % below;
    for (;;) {
        std::uint32_t number = 0;
        random_bytes({reinterpret_cast<std::uint8_t*>(&number), sizeof number});
        if (number < limit) return number % below;
    }
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
    return out;
}

Bytes from_hex(std::string_view hex) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    if (hex.size() % 2 != 0) return {};
    Bytes out;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit(hex[i]);
        const int low = digit(hex[i + 1]);
        if (high < 0 || low < 0) return {};
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

}  // namespace base
