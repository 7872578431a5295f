#include "register/service_level.hpp"

#include <doctest/doctest.h>

#include "register/date.hpp"

using ideas::Next;
using ideas::State;

namespace {

std::int64_t at(int month, int day, int hour = 10) {
    return ideas::from_local(2026, month, day, hour, 0);
}

ideas::IdeaCard card_in(State state, std::int64_t received, std::int64_t since) {
    ideas::IdeaCard card;
    card.state = state;
    card.received_at_ms = received;
    card.state_at_ms = since;
    return card;
}

}  // namespace

TEST_CASE("Working days leave out Saturdays and Sundays") {
    // Thursday 5 March 2026; five working days later it is Thursday 12.
    CHECK(ideas::days_between(at(3, 5), ideas::after_working_days(at(3, 5), 5)) == 7);
    CHECK(ideas::days_between(at(3, 7), ideas::after_working_days(at(3, 7), 1)) == 2);
}

TEST_CASE("Days are counted by the calendar, not by hours") {
    CHECK(ideas::days_between(at(3, 5, 23), at(3, 6, 1)) == 1);
    CHECK(ideas::days_between(at(3, 5, 1), at(3, 5, 23)) == 0);
    CHECK(ideas::days_between(at(3, 28), at(3, 30)) == 2);  // over the change to summer time
}

TEST_CASE("The giver of a received idea is called within five working days") {
    const auto card = card_in(State::received, at(3, 5), at(3, 5));
    const auto in_time = ideas::standing_of(card, at(3, 12));
    CHECK(in_time.next == Next::call_giver);
    CHECK_FALSE(in_time.is_late());
    CHECK(in_time.waited_days == 7);
    CHECK(ideas::standing_of(card, at(3, 13)).late_days == 1);
}

TEST_CASE("With a meeting booked the idea waits for the meeting, within fifteen working days") {
    auto card = card_in(State::received, at(3, 5), at(3, 5));
    card.texts["next_meeting"] = "19 mars 13.00";
    CHECK(ideas::standing_of(card, at(3, 20)).next == Next::meet);
    CHECK_FALSE(ideas::standing_of(card, at(3, 20)).is_late());
    CHECK(ideas::standing_of(card, at(3, 27)).is_late());
}

TEST_CASE("In the dialogue, the part that is not known is asked for") {
    auto card = card_in(State::dialogue, at(3, 5), at(3, 10));
    CHECK(ideas::standing_of(card, at(3, 12)).next == Next::meet);
    card.texts["picture"] = R"({"user_benefit":{"note":"Bra","value":4}})";
    const auto standing = ideas::standing_of(card, at(3, 12));
    CHECK(standing.next == Next::fill_picture);
    CHECK(standing.gap == "economy");
    card.texts["picture"] = R"({"economy":{"value":2},"gender_equality":{"value":1},"user_benefit":{"value":4}})";
    CHECK(ideas::standing_of(card, at(3, 12)).next == Next::assess);
    CHECK(ideas::standing_of(card, at(5, 1)).is_late());
}

TEST_CASE("A running test tells its week, and asks for the result when its time is over") {
    auto card = card_in(State::testing, at(1, 5), at(3, 2));
    card.texts["test"] = R"({"hypothesis":"säger \"hej\"","period":"fyra veckor"})";
    const auto third = ideas::standing_of(card, at(3, 17));
    CHECK(third.next == Next::run_test);
    CHECK(third.week == 3);
    CHECK(third.weeks == 4);
    CHECK(ideas::standing_of(card, at(3, 30)).next == Next::write_result);
    CHECK_FALSE(ideas::standing_of(card, at(3, 30)).is_late());
    CHECK(ideas::standing_of(card, at(4, 20)).is_late());
}

TEST_CASE("After a decision the giver is told within ten working days") {
    auto card = card_in(State::decision, at(1, 5), at(3, 2));
    CHECK(ideas::standing_of(card, at(3, 3)).next == Next::decide);
    card.texts["decision"] = R"({"date":"2026-03-04","decision":"Inför"})";
    CHECK(ideas::standing_of(card, at(3, 18)).next == Next::tell_giver);
    CHECK_FALSE(ideas::standing_of(card, at(3, 18)).is_late());
    CHECK(ideas::standing_of(card, at(3, 19)).is_late());
    card.texts["feedback"] = "Vi inför den";
    CHECK_FALSE(ideas::standing_of(card, at(6, 1)).is_late());
}

TEST_CASE("A parked idea is late when its day has passed, an idea without dates never") {
    auto card = card_in(State::parked, at(1, 5), at(2, 2));
    card.texts["review_date"] = "2026-03-10";
    CHECK_FALSE(ideas::standing_of(card, at(3, 10)).is_late());
    CHECK(ideas::standing_of(card, at(3, 12)).late_days == 2);
    CHECK_FALSE(ideas::standing_of(card_in(State::received, 0, 0), at(3, 12)).is_late());
    CHECK(ideas::standing_of(card_in(State::closed, at(1, 1), at(1, 2)), at(3, 12)).next == Next::nothing);
}

TEST_CASE("Weeks are numbered by ISO 8601") {
    CHECK(ideas::iso_week(at(1, 1)) == 1);
    CHECK(ideas::iso_week(at(11, 25)) == 48);
    CHECK(ideas::iso_week(ideas::from_local(2027, 1, 1, 12, 0)) == 53);
}

TEST_CASE("A period is read as people write it") {
    CHECK(ideas::weeks_of("två veckor") == 2);
    CHECK(ideas::weeks_of("6 veckor i maj") == 6);
    CHECK(ideas::weeks_of("4 v") == 4);
    CHECK(ideas::weeks_of("en månad") == 4);
    CHECK(ideas::weeks_of("2026-05-05 – 2026-06-13") == 6);
    CHECK(ideas::weeks_of("under hösten") == 0);
    CHECK(ideas::weeks_of("") == 0);
}

TEST_CASE("A member of a JSON field is read as text, escapes included") {
    ideas::IdeaCard card;
    card.texts["test"] = R"({"hypothesis":"säger \"hej\"","n":30})";
    CHECK(ideas::member_text(card, "idea.test/hypothesis") == "säger \"hej\"");
    CHECK(ideas::member_text(card, "idea.test/n") == "30");
    CHECK(ideas::member_text(card, "idea.test/period").empty());
    CHECK(ideas::member_text(card, "idea.decision/date").empty());
}
