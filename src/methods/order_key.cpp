#include "methods/order_key.hpp"

#include <algorithm>

namespace methods {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int base_62 = 62;
constexpr std::size_t whole_length = 4;
constexpr int highest_whole = base_62 * base_62 * base_62 * base_62 - 1;

int digit_of(char c) {
    const auto at = digits.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

int whole_of(std::string_view key) {
    int whole = 0;
    for (const char c : key.substr(0, whole_length)) whole = whole * base_62 + digit_of(c);
    return whole;
}

std::string to_whole(int whole) {
    std::string key(whole_length, '0');
    for (std::size_t i = whole_length; i-- > 0; whole /= base_62)
        key[i] = digits[static_cast<std::size_t>(whole % base_62)];
    return key;
}

/// A fraction strictly between `low` and `high`; an empty `high` with `open` is 1. Both without a last 0.
std::string middle(std::string_view low, std::string_view high, bool open) {
    std::string out;
    for (std::size_t i = 0;; ++i) {
        const int from = i < low.size() ? digit_of(low[i]) : 0;
        const int to = open ? base_62 : i < high.size() ? digit_of(high[i]) : 0;
        if (from == to) {
            out += digits[static_cast<std::size_t>(from)];
            continue;
        }
        if (to - from > 1) return out + digits[static_cast<std::size_t>((from + to) / 2)];
        out += digits[static_cast<std::size_t>(from)];
        open = true;  // below `high` already: whatever follows is free upwards
    }
}

}  // namespace

bool is_order_key(std::string_view key) {
    if (key.size() < whole_length || (key.size() > whole_length && key.back() == '0') || key == "0000") return false;
    return std::all_of(key.begin(), key.end(), [](char c) { return digit_of(c) >= 0; });
}

base::Result<std::string> key_between(std::string_view after, std::string_view before) {
    if ((!after.empty() && !is_order_key(after)) || (!before.empty() && !is_order_key(before))) {
        return base::refuse(base::Code::bad_input, "order key");
    }
    if (after.empty() && before.empty()) return std::string(first_order_key);
    if (!after.empty() && !before.empty() && after >= before) return base::refuse(base::Code::bad_shape, "order key");
    const int low = after.empty() ? -1 : whole_of(after);
    const int high = before.empty() ? highest_whole + 1 : whole_of(before);
    const auto low_rest = after.empty() ? std::string_view() : after.substr(whole_length);
    const auto high_rest = before.empty() ? std::string_view() : before.substr(whole_length);
    if (before.empty() && low < highest_whole) return to_whole(low + 1);
    if (after.empty() && high > 1) return to_whole(high - 1);
    if (high - low > 1 && low >= 0) return to_whole(low + (high - low) / 2);
    if (low == high) return to_whole(low) + middle(low_rest, high_rest, false);
    // Neighbouring whole numbers, or an end of the scale: the room is in the fraction.
    if (low < 0) return to_whole(0) + middle("", high == 0 ? high_rest : std::string_view(), high != 0);
    if (!high_rest.empty() && high <= highest_whole && low_rest.size() > high_rest.size()) {
        return to_whole(high) + middle("", high_rest, false);
    }
    return to_whole(low) + middle(low_rest, "", true);
}

}  // namespace methods
