#include <doctest/doctest.h>

#include "base/clock.hpp"
#include "register/date.hpp"

using namespace ideas;

namespace {

/// Date and time as read, "" when it was not.
std::string read(std::string_view text, DateOrder order = DateOrder::unknown) {
    const auto date = parse_date(text, order);
    return date.fault ? "" : base::to_local_date(date.at_ms) + " " + base::to_local_time(date.at_ms);
}

}  // namespace

TEST_CASE("the three dates of the trap file are the same day once the order is known") {
    CHECK(read("2024-03-01 07:45") == "2024-03-01 07.45");
    CHECK(read("45352") == "2024-03-01 12.00");
    CHECK(read("01/03/2024", DateOrder::day_month) == "2024-03-01 12.00");
    CHECK(read("240301") == "2024-03-01 12.00");
}

TEST_CASE("01/03/2024 is never guessed") {
    const auto date = parse_date("01/03/2024", DateOrder::unknown);
    CHECK(date.fault == DateFault::needs_order);
    CHECK(read("01/03/2024", DateOrder::month_day) == "2024-01-03 12.00");
    CHECK(parse_date("01-03-24", DateOrder::unknown).fault == DateFault::needs_order);
    CHECK(parse_date("1/3-24", DateOrder::unknown).fault == DateFault::needs_order);
    CHECK(parse_date("25/12/2024", DateOrder::month_day).fault == DateFault::unreadable);
}

TEST_CASE("a date that can be one day only is read without an order") {
    CHECK(read("13/03/2024") == "2024-03-13 12.00");
    CHECK(read("03/13/2024") == "2024-03-13 12.00");
    CHECK(read("3.3.2024") == "2024-03-03 12.00");
    CHECK(read("13/3-24") == "2024-03-13 12.00");
    CHECK(read("99-03-13") == "1999-03-13 12.00");
    // 13 March 2024, or 24 March 2013.
    CHECK(parse_date("13-03-24", DateOrder::unknown).fault == DateFault::needs_order);
}

TEST_CASE("what is no day in any order is no question of order") {
    for (const char* text : {"40/40/2024", "31/04/2024", "29/02/2023", "0/0/2024", "256/259/2024"}) {
        INFO(text);
        CHECK(parse_date(text, DateOrder::unknown).fault == DateFault::unreadable);
    }
}

TEST_CASE("a year outside those of the register is told as such") {
    for (const char* text : {"1924-01-01", "19240101", "2924-01-01", "13/01/1924", "1 mars 1924"}) {
        INFO(text);
        CHECK(parse_date(text, DateOrder::unknown).fault == DateFault::year_out);
    }
    CHECK(parse_date("1924-02-30", DateOrder::unknown).fault == DateFault::unreadable);
}

TEST_CASE("a date may be written as it is said") {
    CHECK(read("den 3 mars 2024") == "2024-03-03 12.00");
    CHECK(read("fredag 1 mars 2024") == "2024-03-01 12.00");
    CHECK(read("Lördagen den 2 mars 2024") == "2024-03-02 12.00");
    CHECK(read("mån. 4 mars 2024 kl. 9.30") == "2024-03-04 09.30");
    CHECK(read("2024-03-01 kl. 14:00") == "2024-03-01 14.00");
    CHECK(read("2024-03-01 klockan 14.00") == "2024-03-01 14.00");
    CHECK(read("1/3-24", DateOrder::day_month) == "2024-03-01 12.00");
    CHECK(parse_date("cirka 1 mars 2024", DateOrder::unknown).fault == DateFault::unreadable);
}

TEST_CASE("other usual forms are read") {
    CHECK(read("20240301") == "2024-03-01 12.00");
    CHECK(read("2024/03/01") == "2024-03-01 12.00");
    CHECK(read("1.3.2024", DateOrder::day_month) == "2024-03-01 12.00");
    CHECK(read("1 mars 2024") == "2024-03-01 12.00");
    CHECK(read("2024-03-01T07:45:10") == "2024-03-01 07.45");
    CHECK(read("45352,5") == "2024-03-01 12.00");
    CHECK(read("45352.25") == "2024-03-01 06.00");
    CHECK(read("990301") == "1999-03-01 12.00");
}

TEST_CASE("a time with Z is UTC") {
    CHECK(parse_date("2024-03-01T07:45Z", DateOrder::unknown).at_ms == base::from_iso_utc("2024-03-01T07:45Z"));
}

TEST_CASE("what is no day is unreadable") {
    for (const char* text : {"", "####", "2024-02-30", "2024-13-01", "i går", "123", "1234567", "2024-03-01 25:00",
                             "2024-03-01 kl 7", "99999999999", "2024-03-01/2024-03-02", "19999"}) {
        INFO(text);
        CHECK(parse_date(text, DateOrder::day_month).fault == DateFault::unreadable);
    }
}
