#include "register/personal.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace ideas {
namespace {

bool is_letter_or_digit(char c) {
    return base::is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Luhn over ten digits: the first, third … doubled.
bool passes_luhn(std::string_view ten) {
    int sum = 0;
    for (std::size_t i = 0; i < ten.size(); ++i) {
        int digit = ten[i] - '0';
        if (i % 2 == 0) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// How many digits stand in a row at `at`.
std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && base::is_digit(text[at + count])) ++count;
    return count;
}

/// Length of a personal number that begins at `at`, else 0.
std::size_t personal_number_at(std::string_view text, std::size_t at) {
    const std::size_t first = digits_at(text, at);
    std::string digits;
    std::size_t length = 0;
    if (first == 10 || first == 12) {
        digits = text.substr(at, first);
        length = first;
    } else if (first == 6 || first == 8) {
        const std::size_t mark = at + first;
        if (mark >= text.size() || (text[mark] != '-' && text[mark] != '+' && text[mark] != ' ')) return 0;
        if (digits_at(text, mark + 1) != 4) return 0;
        digits = std::string(text.substr(at, first)) + std::string(text.substr(mark + 1, 4));
        length = first + 5;
    } else {
        return 0;
    }
    const std::string ten = digits.substr(digits.size() - 10);
    const int month = (ten[2] - '0') * 10 + (ten[3] - '0');
    const int day = (ten[4] - '0') * 10 + (ten[5] - '0');
    const bool is_date = month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
    return is_date && passes_luhn(ten) ? length : 0;
}

/// Dots and slashes stand in times, dates and diary numbers too: they are read only behind an area code, which has
/// three digits at least. Only Stockholm's is shorter.
bool begins_with_area_code(std::string_view number) {
    const auto first = digits_at(number, 0);
    if (first != 2 || !number.starts_with("08")) return first > 2;
    const auto next = number.find_first_not_of(" ./", first);
    return next != std::string_view::npos && digits_at(number, next) == 3;
}

/// How long the mark between two groups of a phone number is: a space or a dash, and where they are read a dot or a
/// slash. 0: there is none.
std::size_t phone_mark_at(std::string_view text, std::size_t at, bool any) {
    const auto rest = text.substr(at);
    std::size_t wide = 0;
    for (const std::string_view mark : {" / ", "/ ", " /", "/", "."}) {
        if (wide == 0 && rest.starts_with(mark)) wide = mark.size();
    }
    if (wide > 0) return any ? wide : 0;
    return rest.starts_with(' ') || rest.starts_with('-') ? 1 : 0;
}

/// How long the country's number is: "+46", "0046".
std::size_t sweden_at(std::string_view text, std::size_t at) {
    for (const std::string_view country : {"+46", "0046", "00 46"}) {
        if (text.substr(at).starts_with(country)) return country.size();
    }
    return 0;
}

std::size_t phone_at(std::string_view text, std::size_t at) {
    const auto abroad = sweden_at(text, at);
    if (abroad == 0 && text[at] != '0') return 0;
    const bool any_mark = abroad > 0 || begins_with_area_code(text.substr(at));
    std::size_t digits = 0;
    std::size_t next = at + abroad, end = next;
    bool gap = false;  // one mark between digits, except after a bracket
    while (next < text.size()) {
        if (base::is_digit(text[next])) {
            ++digits;
            end = ++next;
            gap = false;
        } else if (text[next] == '(' || text[next] == ')') {
            ++next;
        } else {
            const auto mark = gap ? 0 : phone_mark_at(text, next, any_mark);
            if (mark == 0) break;
            next += mark;
            gap = true;
        }
    }
    const bool slashed = text.substr(at, end - at).find('/') != std::string_view::npos;
    const std::size_t least = abroad > 0 ? 7 : slashed ? 9 : 8;
    return digits >= least && digits <= 12 ? end - at : 0;
}

bool is_local_part(char c) {
    return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/// The e-mail address around the @ at `at`; length 0 when there is none.
PersonalFind email_around(std::string_view text, std::size_t at) {
    std::size_t start = at;
    while (start > 0 && is_local_part(text[start - 1])) --start;
    std::size_t end = at + 1;
    while (end < text.size() && (is_letter_or_digit(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
    while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    const auto domain = text.substr(at + 1, end - at - 1);
    const auto last_dot = domain.rfind('.');
    const bool sound = start < at && last_dot != std::string_view::npos && last_dot > 0 && domain.size() - last_dot > 2;
    return {Personal::email, start, sound ? end - start : 0};
}

/// Length of a name like "exempel.nu" at the beginning, else 0. A sentence that lacks the space behind its full stop
/// may look like one.
std::size_t domain_length(std::string_view text) {
    static constexpr std::string_view known[] = {"se", "nu", "com", "org", "net", "eu", "io",
                                                 "ly", "dk", "no",  "fi",  "de",  "uk"};
    std::size_t end = 0;
    while (end < text.size() && (is_letter_or_digit(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
    while (end > 0 && text[end - 1] == '.') --end;
    const auto name = text.substr(0, end);
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || name.find("..") != std::string_view::npos) return 0;
    const auto top = base::lower(std::string(name.substr(dot + 1)));
    if (std::find(std::begin(known), std::end(known), top) == std::end(known)) return 0;
    const auto before = name.substr(0, dot);
    const auto label = before.substr(before.rfind('.') + 1);
    const std::size_t least = top == "com" ? 1 : 2;  // "x.com", but "bl.a.de"
    return label.size() >= least ? end : 0;
}

std::size_t web_at(std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    const auto all = std::min(rest.find_first_of(" \t\r\n<>\"'"), rest.size());
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")) return all;
    const auto name = is_letter_or_digit(rest.front()) ? domain_length(rest) : 0;
    return name > 0 && name < rest.size() && (rest[name] == '/' || rest[name] == '?') ? all : name;
}

/// The first digit of a row of ten, or 0.
char32_t zero_of(char32_t point) {
    for (const char32_t zero : {U'\u0660', U'\u06f0', U'\u0966'}) {
        if (point >= zero && point < zero + 10) return zero;
    }
    return 0;
}

bool is_dash(char32_t point) {
    return point == U'-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212;
}

bool is_other_letter(char32_t point) {
    return point >= 0xc0 && point != 0xd7 && point != 0xf7 && !(point >= 0x2000 && point <= 0x2bff) &&
           !(point >= 0x3000 && point <= 0x303f) && point < 0x1f000;
}

}  // namespace

std::string in_plain_signs(std::string_view text) {
    std::string plain;
    for (const char32_t point : base::decomposed(text)) {
        const char before = plain.empty() ? '\0' : plain.back();
        if (const auto zero = zero_of(point); zero != 0) {
            plain += static_cast<char>('0' + (point - zero));
        } else if (is_dash(point)) {
            if (before == ' ') plain.pop_back();
            plain += '-';
        } else if (point >= 0x300 && point <= 0x36f) {
            continue;  // an accent
        } else if (point > U' ' && point < 0x7f) {
            plain += static_cast<char>(point);
        } else if (is_other_letter(point)) {
            plain += "\u00e4";  // some letter
        } else if (before != '-' && before != ' ') {
            plain += ' ';
        }
    }
    return plain;
}

std::string_view personal_name(Personal kind) {
    constexpr std::string_view names[] = {"personnummer", "telefon", "e-post", "webb"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<PersonalFind> find_personal(std::string_view text) {
    std::vector<PersonalFind> found;
    const auto covered = [&found](std::size_t at) {
        return !found.empty() && at < found.back().start + found.back().length;
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '@') {
            const auto email = email_around(text, at);
            if (email.length == 0) continue;
            while (!found.empty() && found.back().start >= email.start) found.pop_back();
            if (!covered(email.start)) found.push_back(email);
            continue;
        }
        if (covered(at) || (at > 0 && is_letter_or_digit(text[at - 1]))) continue;
        if (const auto length = web_at(text, at); length > 0) {
            found.push_back({Personal::web, at, length});
        } else if (const auto number = base::is_digit(text[at]) ? personal_number_at(text, at) : 0; number > 0) {
            found.push_back({Personal::personal_number, at, number});
        } else if (const auto phone = phone_at(text, at); phone > 0) {
            found.push_back({Personal::phone, at, phone});
        }
    }
    return found;
}

}  // namespace ideas
