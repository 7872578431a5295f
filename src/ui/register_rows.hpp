#pragma once
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "register/flow.hpp"
#include "register/service_level.hpp"
#include "register/standing_words.hpp"
#include "views/wall.hpp"

namespace ui {

/// Which ideas are shown. Each filter narrows.
struct RegisterFilter {
    bool late = false, still = false, from_course = false;
    bool fresh = false, results = false;  // in the first column; whose result is to be written
    std::string waits_for;                // the role that has the next step of it; empty: all
    std::string giver, area, unit;        // empty: all
    bool operator==(const RegisterFilter&) const = default;
    bool any() const { return *this != RegisterFilter{}; }
};
struct RegisterSort {
    enum class By { waited, number, title, state, picture, area, owner };
    By by = By::waited;
    bool reversed = false;
    bool operator==(const RegisterSort&) const = default;
};

struct RegisterRow {
    const ideas::IdeaCard* card = nullptr;
    ideas::Standing standing;
    int answered = 0;  // bits of the four parts, in the order of picture_parts
};
/// The parts of the whole picture that cards show: benefit, sustainability, economy, gender equality.
inline constexpr std::array<std::string_view, 4> picture_parts{"user_benefit", "sustainability", "economy",
                                                               "gender_equality"};

/// The register sorted and filtered, made anew only when something of it changed.
struct RegisterRows {
    std::shared_ptr<const views::IdeasView> of;
    RegisterFilter filter;
    RegisterSort sort;
    std::string today;
    std::vector<RegisterRow> shown;                   // in the list's order
    std::array<std::vector<std::size_t>, 6> columns;  // indexes of `shown`, warnings first, then longest waited
    // That occur, most frequent first. Roles: those that have a next step.
    std::vector<std::string> givers, areas, units, roles;
};
void update_rows(RegisterRows& rows, const std::shared_ptr<const views::IdeasView>& view, const RegisterFilter& filter,
                 const RegisterSort& sort, std::int64_t now_ms);

}  // namespace ui
