#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/course.hpp"

/// The words of course files in Swedish and English. A word may be written in either language whatever the file's own;
/// capitals, and hyphen, underscore or space between its parts, make no difference.
namespace curricula {

/// The keys of directive lines.
enum class Key {
    id,
    time,
    type,
    question,
    task,
    say,
    act,
    tips,
    reserve,
    least,
    skip,
    collect,
    groups,
    from,
    count,
    vote,
    vote_question,
    options,
    criteria,
    budget,
    costs,
    ties,
    trust,
    form,
    boards
};

/// One thing that can be written: what it means, and how it is spelled. `also` is a second Swedish spelling or empty.
template <class Meaning>
struct Word {
    Meaning meaning;
    std::string_view swedish;
    std::string_view english;
    std::string_view also = {};
};

enum class FrontKey { title, description, persona, start };

std::span<const Word<Key>> key_words();
std::span<const Word<FrontKey>> front_words();
std::span<const Word<model::Activity>> activity_words();
/// Meaning: the code in model::PollPlan::method.
std::span<const Word<std::string_view>> method_words();
/// Meaning: the code in model::PollPlan::ties.
std::span<const Word<std::string_view>> tie_words();
/// Meaning: the code in model::PollPlan::trust.
std::span<const Word<std::string_view>> trust_words();
/// Meaning: the code in model::Block::collects.
std::span<const Word<std::string_view>> note_type_words();
/// Meaning: the idea's field, without "idea.".
std::span<const Word<std::string_view>> field_words();
std::span<const Word<bool>> yes_no_words();

/// The form in which words are compared: lower case, one hyphen for each run of spaces, hyphens and underscores.
std::string comparable(std::string_view written);

/// Of `choices` the one that `written` most likely meant, or empty when none is near. Distance: Damerau–Levenshtein
/// (optimal string alignment) over code points, at most a third of the longer word and at most 3.
std::string find_nearest(std::string_view written, const std::vector<std::string>& choices);

/// True when `wanted`, in comparable form, is the spelling of a table above (which is in lower case already).
bool is_spelled(std::string_view spelling, std::string_view wanted);

template <class Meaning>
const Word<Meaning>* find_word(std::span<const Word<Meaning>> words, std::string_view written) {
    const auto wanted = comparable(written);
    if (wanted.empty()) return nullptr;
    for (const auto& word : words) {
        if (is_spelled(word.swedish, wanted) || is_spelled(word.english, wanted) || is_spelled(word.also, wanted)) {
            return &word;
        }
    }
    return nullptr;
}

/// The spellings in one language ("sv", else English): for suggestions and lists.
template <class Meaning>
std::vector<std::string> spellings(std::span<const Word<Meaning>> words, std::string_view language) {
    std::vector<std::string> list;
    for (const auto& word : words) list.emplace_back(language == "sv" ? word.swedish : word.english);
    return list;
}

/// "a, b, c".
std::string joined(const std::vector<std::string>& list);

}  // namespace curricula
