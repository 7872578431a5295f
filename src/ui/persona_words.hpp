#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "paint/person_card.hpp"
#include "views/wall.hpp"

namespace ui {

/// A course's persona, taken apart: "Samira, kassör i en liten förening. Hon sköter allt …" with a line in quotes.
struct PersonaWords {
    std::string name;   // "Samira"
    std::string role;   // "kassör i en liten förening"
    std::string about;  // the rest
    std::string quote;  // with its marks; empty: none
    /// What is filled in of a card of the session's own, in its order. `id` as its fields have it: "needs".
    struct Part {
        std::string_view id;
        std::string heading, text;
    };
    std::vector<Part> parts = {};
};
/// Pure. A text without comma or full stop is a name.
PersonaWords persona_of(std::string_view text);
/// A card of the session's own: the first sentence of what it says stands below the name. Headings are in the
/// program's language.
PersonaWords persona_of(const views::PersonaView& person);
/// All of them for paper: the course's, then the session's own in their order. `course` as in persona_of, may be empty.
std::vector<paint::Person> persons_on_paper(std::string_view course, const std::vector<views::PersonaView>& own);

}  // namespace ui
