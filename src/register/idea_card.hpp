#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/value.hpp"
#include "register/csv.hpp"
#include "register/idea_number.hpp"
#include "register/life_cycle.hpp"

namespace ideas {

/// An idea as lists, cards and exports show it.
struct IdeaCard {
    base::Id id;
    State state = State::draft;
    std::string number;  // as shown, ·2 where two have the same; empty until it is received
    std::string title;
    std::int64_t received_at_ms = 0;  // 0 = not received
    std::int64_t state_at_ms = 0;     // since when it is in this state; 0 = unknown
    /// Every other text by its column: "description", "unit", "origin" (JSON) …; only what is filled in.
    std::map<std::string, std::string, std::less<>> texts;

    std::string text(std::string_view column) const;
};

/// A row of the derived table `idea`: column → value.
using IdeaColumns = std::map<std::string, model::Value, std::less<>>;
/// Empty for what is no idea of the register: no known state, deleted, or merged into another.
std::optional<IdeaCard> to_card(const base::Id& id, const IdeaColumns& columns);

/// Gives every card the number it is shown with, and puts them in order: highest number first within the newest year,
/// then those without a number, newest first.
void put_in_order(std::vector<IdeaCard>& cards);

/// True when the field ("idea.unit") or member of a JSON field ("idea.picture/user_benefit") is filled in on the card:
/// what gates ask. A member counts when its name stands in the field's text with something after it.
bool is_filled(const IdeaCard& card, std::string_view field);

/// The cards as a table for to_csv, with headings in the program's language that import knows again.
/// Dates are 2026-05-01. States, givers and outcomes by their names.
std::vector<std::vector<CsvCell>> to_table(const std::vector<IdeaCard>& cards);

}  // namespace ideas
