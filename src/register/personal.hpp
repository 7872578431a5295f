#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ideas {

/// What in a text may point to a person (domain 4.1, 7).
///   personal_number  YYMMDD-NNNN with a right check digit (Luhn), with or without century and separator; also
///                    coordination numbers (day + 60)
///   phone            Swedish: 0, +46 or 0046 and 7–11 more digits, with spaces, hyphens or brackets between; behind an
///                    area code also dots and slashes
///   email, web       an address with @; http://, https:// or www., and names that end as the usual ones do: lindasa.se
enum class Personal { personal_number, phone, email, web };
/// "personnummer", "telefon", "e-post", "webb": the code in messages and reports.
std::string_view personal_name(Personal kind);

struct PersonalFind {
    Personal kind = Personal::personal_number;
    std::size_t start = 0;  // byte offset
    std::size_t length = 0;
};
/// All of them, in the text's order. A digit belongs to one find only. Pure, any thread.
std::vector<PersonalFind> find_personal(std::string_view text);
/// The same words in signs that find_personal knows, for texts as people type them: digits of all scripts as 0–9, one
/// kind of dash and of space, nothing around a dash, small letters, no emoji or quotes. The input must be UTF-8. Pure.
std::string in_plain_signs(std::string_view text);

}  // namespace ideas
