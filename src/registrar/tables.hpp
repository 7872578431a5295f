#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "intents/intent.hpp"

namespace registrar {

/// The room's tables while there are any. Who sits where is the seats' (Seat::table).
struct Tables {
    intents::Seating how = intents::Seating::choose;
    int count = 1;
    bool sign = false;  // notes bear the table's name instead of their writer's
};

/// The kept row: "choose 5 sign". Empty for none.
std::string to_kept(const std::optional<Tables>& tables);
/// Nothing for what is none.
std::optional<Tables> parse_tables(std::string_view kept);

}  // namespace registrar
