#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "register/life_cycle.hpp"

namespace ideas {

/// What a column of an idea list may mean. `name` is what --map calls it ("titel=Rubrik"); `field` the schema field it
/// fills; the texts of `number` and `received` are read, not copied.
struct ColumnMeaning {
    std::string_view name;
    std::string_view field;
};
inline constexpr std::string_view number_column = "nummer";
inline constexpr std::string_view title_column = "titel";
inline constexpr std::string_view state_column = "status";
inline constexpr std::string_view received_column = "inkom";
inline constexpr std::string_view giver_column = "idegivare";
inline constexpr std::string_view outcome_column = "utfall";

/// All meanings, in the order in which export writes them.
const std::vector<ColumnMeaning>& column_meanings();
/// By name; null when there is none.
const ColumnMeaning* find_meaning(std::string_view name);
/// What a heading most likely means: compared without case, spaces, marks and accents ("Idégivarens kategori",
/// "Inkommen datum"); Swedish and English words. Null when it is unknown.
const ColumnMeaning* guess_meaning(std::string_view heading);

/// A state as people write it: our own names, and words such as "Ny", "Pågår", "Genomförd", "Avslag". Empty when
/// the word is unknown.
std::optional<State> guess_state(std::string_view word);
/// A giver category as people write it: "Förening", "medarbetare", "elev". Empty when the word is unknown.
std::string_view guess_giver(std::string_view word);
/// An outcome as people write it: "Dubblett", "Testad – fungerade inte". Empty when the word is unknown.
std::string_view guess_outcome(std::string_view word);

}  // namespace ideas
