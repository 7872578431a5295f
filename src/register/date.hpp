#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace ideas {

/// Which of 01/03/2024's numbers is the day. Never guessed: a person says it, or the calendar leaves one choice.
enum class DateOrder { unknown, day_month, month_day };

/// Why a date could not be read: no day of the calendar; more than one day that it may be; a year outside 1970–2200.
enum class DateFault { unreadable, needs_order, year_out };

struct ReadDate {
    std::int64_t at_ms = 0;  // valid when there is no fault
    std::optional<DateFault> fault;
};

/// Reads a date as lists have them (domain 4.1), times in the machine's zone, a date without time as noon, so that
/// no zone moves it to another day:
///   2024-03-01, 2024-03-01 07:45[:00], 2024-03-01T07:45Z, 2024/03/01, 20240301, 240301 (years 1970–2069)
///   45352, 45352,32 (Excel's serial days since 1899-12-30, 20000–80000)
///   1 mars 2024, fredagen den 1 mars 2024; any of them with "kl. 07.45"
///   01/03/2024, 1.3.2024, 01-03-24, 1/3-24: with an order, or when only one reading is in the calendar (13/03/2024);
///   two digits first and last may also be year and day (24-03-13), unless there is an order
/// A day that is not in the calendar is unreadable, and so is a column too narrow for Excel (####). Pure, any thread.
ReadDate parse_date(std::string_view text, DateOrder order);

/// "2024-03-01 07:45" as ms, the machine's zone; −1 when it is not in the calendar.
std::int64_t from_local(int year, int month, int day, int hour, int minute);

}  // namespace ideas
