#pragma once
#include <string_view>
#include <vector>

namespace ideas {

/// What a column of an idea list may mean. `name` is what --map calls it ("titel=Rubrik"); `field` the schema field it
/// fills; the texts of `number` and `received` are read, not copied.
struct ColumnMeaning {
    std::string_view name;
    std::string_view field;
};
inline constexpr std::string_view number_column = "nummer";
inline constexpr std::string_view title_column = "titel";
inline constexpr std::string_view description_column = "beskrivning";
inline constexpr std::string_view state_column = "status";
inline constexpr std::string_view received_column = "inkom";
inline constexpr std::string_view giver_column = "idegivare";
inline constexpr std::string_view outcome_column = "utfall";
inline constexpr std::string_view ignored_column = "ingen";  // --map ingen=Nr: the column is not read

/// All meanings, in the order in which export writes them.
const std::vector<ColumnMeaning>& column_meanings();
/// By name, `ignored_column` too; null when there is none.
const ColumnMeaning* find_meaning(std::string_view name);
/// What a heading most likely means: compared without case, spaces, marks and accents ("Idégivarens kategori",
/// "Inkommen datum"); Swedish and English words. Null when it is unknown.
const ColumnMeaning* guess_meaning(std::string_view heading);

/// How a heading may stand for the title: surely ("Titel", "Rubrik"); unless another does, and then it holds the idea's
/// text ("Idé", "Förslag"); only where no other can and no person stands beside it, for it is theirs then ("Namn").
enum class TitleWord { none, title, idea, name };
TitleWord title_word(std::string_view heading);
/// True for what people leave about themselves: "E-post", "Telefon", "Inlämnad av". Never read.
bool tells_person(std::string_view heading);
/// True when "Namn" beside it is a person's: what tells a person, and "Avsändare".
bool stands_by_name(std::string_view heading);

}  // namespace ideas
