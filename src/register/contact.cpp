#include "register/contact.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "register/personal.hpp"

namespace ideas {
namespace {

bool is_email(std::string_view text) {
    const auto found = find_personal(text);
    return found.size() == 1 && found[0].kind == Personal::email && found[0].start == 0 &&
           found[0].length == text.size();
}

bool is_phone(std::string_view text) {
    if (!text.starts_with('0') && !text.starts_with('+') && !text.starts_with("(0")) return false;
    const auto fits = [](char c) { return base::is_digit(c) || c == ' ' || c == '-' || c == '(' || c == ')'; };
    if (!std::all_of(text.begin() + 1, text.end(), fits)) return false;
    const auto digits = std::count_if(text.begin(), text.end(), base::is_digit);
    if (digits < 7 || digits > 15) return false;
    // Those who are born in the first years of a century: 010203-1234.
    const auto dash = text.find('-');
    const auto found = find_personal(text);
    const bool is_number = found.size() == 1 && found[0].kind == Personal::personal_number;
    return !(is_number && dash == 6 && text.size() == 11);
}

std::string compared(std::string_view contact) {
    const bool is_address = contact.find('@') != std::string_view::npos;
    std::string out;
    for (const char c : contact) {
        if (is_address) {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (base::is_digit(c) || c == '+') {
            out += c;
        }
    }
    return out;
}

}  // namespace

bool is_same_contact(std::string_view one, std::string_view other) {
    return compared(one) == compared(other);
}

std::optional<std::string> parse_contact(std::string_view typed) {
    auto text = base::tidy(typed);
    if (is_email(text)) return text;
    auto plain = in_plain_signs(text);
    if (is_phone(plain)) return plain;
    return std::nullopt;
}

}  // namespace ideas
