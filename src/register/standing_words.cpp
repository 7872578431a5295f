#include "register/standing_words.hpp"

#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace ideas {
namespace {

using base::tr;

std::string days_words(int days) {
    return days == 0 ? tr("wall.register.today") : base::tr_n("wall.register.days", days);
}

}  // namespace

std::string age_words(const IdeaCard& card, const Standing& standing) {
    if (card.state == State::closed) {
        const auto outcome = card.text("outcome");
        return outcome.empty() ? tr(state_text_key(card.state)) : tr("idea.outcome." + outcome);
    }
    if (standing.is_late()) return base::tr_n("wall.register.late", standing.late_days);
    if (standing.next == Next::write_result) return tr("wall.register.test_done");
    if (standing.week > 0) {
        return tr("wall.register.week",
                  {{"week", std::to_string(standing.week)}, {"weeks", std::to_string(standing.weeks)}});
    }
    if (standing.due_ms && (standing.next == Next::introduce || standing.next == Next::review)) {
        return tr("wall.register.until", {{"date", base::to_local_date(*standing.due_ms)}});
    }
    if (card.state_at_ms == 0 && card.received_at_ms == 0) return {};
    return days_words(standing.waited_days);
}

std::string short_age_words(const IdeaCard& card, const Standing& standing) {
    if (card.state == State::closed && card.text("outcome").find("implemented") == std::string::npos) {
        return tr(state_text_key(card.state));
    }
    return standing.is_late() ? days_words(standing.late_days) : age_words(card, standing);
}

std::string waiting_words(const IdeaCard& card, const Standing& standing) {
    auto age = age_words(card, standing);
    if (standing.next == Next::nothing) return base::sentence(age);
    auto next = tr("register.next." + std::string(next_name(standing.next)));
    if (standing.next == Next::fill_picture) {
        const auto part = base::lower(tr("idea.dimension." + std::string(standing.gap)));
        next = tr("register.next.ask_about", {{"part", part}});
    }
    if (standing.next == Next::meet && !card.text("next_meeting").empty()) next = card.text("next_meeting");
    const bool says_itself = standing.next == Next::write_result && !standing.is_late();
    if (age.empty() || says_itself) return base::sentence(next);
    return base::sentence(tr("wall.register.waits", {{"age", age}, {"next", next}}));
}

std::string responsible(const IdeaCard& card) {
    const auto owner = card.text("owner_role");
    return owner.empty() ? card.text("coach_role") : owner;
}

std::string short_role(std::string_view role) {
    const auto comma = role.find(',');
    if (comma == std::string_view::npos) return std::string(role);
    return std::string(base::trimmed(role.substr(comma + 1)));
}

}  // namespace ideas
