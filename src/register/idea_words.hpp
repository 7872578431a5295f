#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "register/life_cycle.hpp"

namespace ideas {

/// What headings and words are compared by: "Idégivarens kategori" → "idegivarenskategori".
std::string plain_word(std::string_view text);

/// A state as people write it: our own names, and words such as "Ny", "Pågår", "Genomförd", "Avslag". Empty when
/// the word is unknown.
std::optional<State> guess_state(std::string_view word);
/// A giver category as people write it: "Förening", "medarbetare", "elev". Empty when the word is unknown.
std::string_view guess_giver(std::string_view word);
/// An outcome as people write it: "Dubblett", "Testad – fungerade inte". Empty when the word is unknown.
std::string_view guess_outcome(std::string_view word);

}  // namespace ideas
