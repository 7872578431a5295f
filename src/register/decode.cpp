#include "register/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.hpp"

namespace ideas {
namespace {

/// 0x80–0x9F of Windows-1252; the rest is as in Latin-1.
constexpr std::array<char32_t, 32> windows_1252 = {0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
                                                   0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

void put(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xc0U | point >> 6U);
        out += static_cast<char>(0x80U | (point & 0x3fU));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xe0U | point >> 12U);
        out += static_cast<char>(0x80U | (point >> 6U & 0x3fU));
        out += static_cast<char>(0x80U | (point & 0x3fU));
    } else {
        out += static_cast<char>(0xf0U | point >> 18U);
        out += static_cast<char>(0x80U | (point >> 12U & 0x3fU));
        out += static_cast<char>(0x80U | (point >> 6U & 0x3fU));
        out += static_cast<char>(0x80U | (point & 0x3fU));
    }
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        put(out, byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80U] : byte);
    }
    return out;
}

std::string from_utf_16(std::string_view bytes, bool little) {
    const auto unit_at = [&](std::size_t at) -> char32_t {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return little ? static_cast<char32_t>(first | second << 8U) : static_cast<char32_t>(first << 8U | second);
    };
    std::string out;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t point = unit_at(at);
        if (point >= 0xd800 && point < 0xdc00 && at + 3 < bytes.size()) {
            const char32_t low = unit_at(at + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                point = 0x10000 + ((point - 0xd800) << 10U) + (low - 0xdc00);
                at += 2;
            }
        }
        put(out, point >= 0xd800 && point < 0xe000 ? 0xfffd : point);
    }
    return out;
}

/// Without a mark: Latin letters in UTF-16 have a zero byte each; no other text has zeros.
bool looks_like_utf_16(std::string_view bytes, std::size_t zero_at) {
    if (bytes.size() < 4) return false;
    const std::size_t most = std::min<std::size_t>(bytes.size(), 400);
    std::size_t zeros = 0;
    for (std::size_t at = zero_at; at < most; at += 2) zeros += bytes[at] == '\0' ? 1U : 0U;
    return zeros * 10 > most / 2 * 7;
}

}  // namespace

Decoded decode(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf") && base::is_utf8(bytes.substr(3))) {
        return {std::string(bytes.substr(3)), "UTF-8"};
    }
    if (bytes.starts_with("\xff\xfe")) return {from_utf_16(bytes.substr(2), true), "UTF-16LE"};
    if (bytes.starts_with("\xfe\xff")) return {from_utf_16(bytes.substr(2), false), "UTF-16BE"};
    if (looks_like_utf_16(bytes, 1)) return {from_utf_16(bytes, true), "UTF-16LE"};
    if (looks_like_utf_16(bytes, 0)) return {from_utf_16(bytes, false), "UTF-16BE"};
    if (base::is_utf8(bytes)) return {std::string(bytes), "UTF-8"};
    return {from_windows_1252(bytes), "Windows-1252"};
}

}  // namespace ideas
