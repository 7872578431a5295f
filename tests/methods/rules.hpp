#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "methods/comparisons.hpp"
#include "methods/marks.hpp"
#include "methods/orders.hpp"

/// Short ways to write ballots in tests. Options are the letters A, B, C, …
namespace rules {

using methods::Option;

inline Option at(char letter) {
    return static_cast<Option>(letter - 'A');
}

/// Ids "A", "B", … for a lot.
std::vector<std::string> letters(std::size_t options);

/// "4:A>B>C 3:C>B=A 2:B" → orders of `options` options.
methods::Orders orders(std::size_t options, std::string_view text);

/// "A3 | A2B1 | C-1": a ballot between bars; a letter without a number is 1.
methods::Marks marks(std::size_t options, std::string_view text);

/// "A B | C": options that share a rank stand together, best first.
std::string shown(const methods::Places& places);
/// "AC".
std::string shown(const std::vector<Option>& options);
/// "6 7 5/2".
std::string shown(const std::vector<methods::Exact>& numbers);
/// "id:AC supporters:ABC", with the round behind @.
std::string shown(const std::vector<methods::Tie>& ties);

}  // namespace rules
