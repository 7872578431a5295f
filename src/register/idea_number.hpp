#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"

namespace ideas {

/// An idea's number: site letter, year in two digits, running number of at least three: L26-058. Two sites that are
/// offline never give the same one, because each has its own letter.
struct IdeaNumber {
    char letter = 'A';
    int year = 0;  // 0–99
    std::int64_t running = 0;
    auto operator<=>(const IdeaNumber&) const = default;
};

/// "L26-058", "L26-1204".
std::string to_text(const IdeaNumber& number);
/// Upper- and lower-case letters are read; anything else than the form above is empty.
std::optional<IdeaNumber> parse_number(std::string_view text);
/// "L26-": what the running number is counted within. `year` may have two or four digits.
std::string number_prefix(char letter, int year);

/// The site's letter: the one that is set, else the municipality's initial (å and ä give A, ö gives O), else A.
char site_letter(std::string_view set, std::string_view municipality);

/// A number that stands in the register, and what tells apart two ideas that carry the same one.
struct Numbered {
    base::Id id;
    std::string number;
    std::int64_t received_at_ms = 0;
};
/// How each idea's number is shown: as it stands, and where several have the same (cloned registers, invariant 14) with
/// ·2, ·3 … on the later ones, by time of receipt, then by id. Ideas without a number are left out.
std::map<base::Id, std::string> shown_numbers(const std::vector<Numbered>& ideas);

/// A number as a person types it: "l26-58·2" → number and which of the equal ones (1 = the first).
struct WantedNumber {
    IdeaNumber number;
    int which = 1;
};
std::optional<WantedNumber> parse_wanted(std::string_view typed);

/// Is this number meant by what somebody types to search: "L26-016", "26-016", "l26-0", or the running number, "016",
/// "16"? Fewer than three characters that are no running number mean none.
bool is_searched(std::string_view number, std::string_view typed);

}  // namespace ideas
