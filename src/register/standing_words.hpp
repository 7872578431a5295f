#pragma once
#include <string>
#include <string_view>

#include "register/service_level.hpp"

namespace ideas {

/// Words in the program's language.

/// "31 dagar, boka möte", "Skriv resultatet": how long it has waited and what comes next.
std::string waiting_words(const IdeaCard& card, const Standing& standing);
/// "8 dagar", "vecka 3 av 4", "14 dagar för sent".
std::string age_words(const IdeaCard& card, const Standing& standing);
/// The same for a card, beside a sign that says what is late: "14 dagar"; of what was closed only whether it came to
/// be.
std::string short_age_words(const IdeaCard& card, const Standing& standing);
/// Whom it rests with: owner, else coach; empty when nobody.
std::string responsible(const IdeaCard& card);
/// What stands in the small circle: a role's own part, "Kultur och fritid" of "Idécoach, Kultur och fritid".
std::string short_role(std::string_view role);

}  // namespace ideas
