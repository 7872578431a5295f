#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/idea_cards.hpp"

namespace ui {

using base::tr;

std::string day_words(std::int64_t at_ms, std::int64_t now_ms) {
    if (at_ms == 0) return {};
    const auto date = base::to_local_date(at_ms);
    const auto month = tr("wall.month." + date.substr(5, 2));
    auto day = date.substr(8, 2);
    if (day[0] == '0') day.erase(0, 1);
    if (base::local_year(at_ms) == base::local_year(now_ms)) return tr("wall.day", {{"day", day}, {"month", month}});
    return tr("wall.day_of_year", {{"day", day}, {"month", month}, {"year", date.substr(0, 4)}});
}

}  // namespace ui
