#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "register/idea_card.hpp"

namespace ideas {

/// Within how many working days what must have happened (domain 3.6). Working days are Monday to Friday.
struct ServiceLevels {
    int contact = 5;    // personal contact, from receipt
    int meeting = 15;   // the meeting, from receipt
    int path = 30;      // the path is chosen, from receipt
    int status = 30;    // the giver hears how it goes, from the last step
    int feedback = 10;  // from the decision
};

/// What comes next for an idea, by what is filled in. The code's text key is "register.next." + name.
enum class Next {
    hand_in,       // a draft
    call_giver,    // nobody has talked with the giver
    meet,          // no meeting is booked, and nothing of the whole picture is known
    fill_picture,  // a part that is asked for is unknown: `gap` says which
    assess,
    choose_path,
    describe,   // how it works, what is most uncertain
    plan_test,  // ready for a test
    start_test,
    run_test,
    write_result,  // its time is over, or it has a result
    say_what_learned,
    hand_to_decision,
    decide,
    tell_giver,  // decided, and the giver has not heard
    introduce,
    follow_up,
    review,  // parked, until a day
    nothing
};
std::string_view next_name(Next next);

/// Where an idea stands today.
struct Standing {
    Next next = Next::nothing;
    std::string_view gap;                // of fill_picture: "economy"
    int waited_days = 0;                 // calendar days in its state
    std::optional<std::int64_t> due_ms;  // when the next must have happened
    int late_days = 0;                   // calendar days past that; 0 = in time
    int week = 0, weeks = 0;             // of a test that runs: 3 of 4; 0 = unknown
    bool is_late() const { return late_days > 0; }
};
/// Pure, any thread; days are those of the machine's time zone.
Standing standing_of(const IdeaCard& card, std::int64_t now_ms, const ServiceLevels& levels = {});

/// When the time of a test that runs was over, while its result is not written; nothing when it is not over, or nobody
/// can tell. Pure, any thread.
std::optional<std::int64_t> test_over_since(const IdeaCard& card, std::int64_t now_ms);

/// Calendar days from one moment's day to another's.
int days_between(std::int64_t from_ms, std::int64_t to_ms);
/// The end of the day that lies so many working days after.
std::int64_t after_working_days(std::int64_t from_ms, int days);

/// Week of the year by ISO 8601, 1–53.
int iso_week(std::int64_t at_ms);
/// "två veckor", "6 veckor", "4 v", "en månad", "2026-05-05 – 2026-06-13": how many weeks; 0 when it says no length.
int weeks_of(std::string_view period);
/// A member of one of the card's JSON fields that is a short text or number: "idea.decision/date". Empty when it is not
/// there.
std::string member_text(const IdeaCard& card, std::string_view field);

}  // namespace ideas
