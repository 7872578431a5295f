#include "register/meeting.hpp"

#include <doctest/doctest.h>

#include "register/date.hpp"

namespace {

/// 27 November 2026, 08:47.
const std::int64_t now = ideas::from_local(2026, 11, 27, 8, 47);

std::int64_t moment(int year, int month, int day, int hour = 12, int minute = 0) {
    return ideas::from_local(year, month, day, hour, minute);
}

}  // namespace

TEST_CASE("the day and time of a meeting are read from the words about it") {
    struct Case {
        const char* text;
        std::int64_t at_ms;
        bool has_time;
    };
    for (const auto& one : {Case{"Möte torsdag 4 december 14.00", moment(2026, 12, 4, 14), true},
                            Case{"3 dec kl 9", moment(2026, 12, 3, 9), true},
                            Case{"2026-12-03 14:00, Storstugan", moment(2026, 12, 3, 14), true},
                            Case{"Thursday 4 Dec 14:30", moment(2026, 12, 4, 14, 30), true},
                            Case{"den 27 november", moment(2026, 11, 27), false},
                            Case{"12 januari 2028 kl. 8.15", moment(2028, 1, 12, 8, 15), true},
                            // Nearest to now: the January that comes.
                            Case{"12 jan", moment(2027, 1, 12), false}}) {
        CAPTURE(one.text);
        const auto found = ideas::find_meeting(one.text, now);
        REQUIRE(found.has_value());
        CHECK(found->at_ms == one.at_ms);
        CHECK(found->has_time == one.has_time);
    }
}

TEST_CASE("what names no day of the calendar is no time of a meeting") {
    for (const auto* text : {"", "Möte med idégivaren är bokat", "kl 14", "nästa vecka", "31 februari", "rum 4, plan 2",
                             "4 personer i maj"}) {
        CAPTURE(text);
        CHECK_FALSE(ideas::find_meeting(text, now).has_value());
    }
}

TEST_CASE("beside the day and the time stands who and where") {
    struct Case {
        std::string_view text, rest;
    };
    for (const auto& one :
         {Case{"fredag 27 nov 15.00, Petra och Leila", "Petra och Leila"}, Case{"Möte fredag 1 maj kl 8", "Möte"},
          Case{"2026-12-03 14:00, Storstugan (rum 2)", "Storstugan (rum 2)"}, Case{"den 27 november", ""},
          Case{"Möte, torsdag den 4 december 2026 kl. 14.00: Å. Ek.", "Möte, Å. Ek."},
          Case{"Möte är bokat", "Möte är bokat"}}) {
        CAPTURE(one.text);
        CHECK(ideas::without_when(one.text) == one.rest);
    }
}
