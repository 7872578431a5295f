#pragma once
#include <string>
#include <string_view>

#include "views/wall.hpp"

namespace ui {

/// A course's persona, taken apart: "Samira, kassör i en liten förening. Hon sköter allt …" with a line in quotes.
struct PersonaWords {
    std::string name;   // "Samira"
    std::string role;   // "kassör i en liten förening"
    std::string about;  // the rest
    std::string quote;  // with its marks; empty: none
};
/// Pure. A text without comma or full stop is a name.
PersonaWords persona_of(std::string_view text);
/// A card of the session's own: the first sentence of what it says stands below the name. Pure.
PersonaWords persona_of(const views::PersonaView& person);

}  // namespace ui
