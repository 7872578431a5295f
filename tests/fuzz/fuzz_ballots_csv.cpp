// rooms: ballots
// A paper list, whatever its bytes: faults with line, column and a readable text, or a count in which every option has
// its place. The first byte chooses the method.
#include <cstdint>

#include "ballots/report.hpp"
#include "base/check.hpp"
#include "base/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    const auto names = ballots::method_names();
    ballots::CountWish wish;
    wish.method = names[bytes[0] % names.size()];
    const auto plan = ballots::plan_count(wish);
    base::check(plan.has_value(), "every method can be planned");
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto reading = ballots::read_ballots(text, "roster.csv", plan->marks);
    for (const auto& problem : reading.problems) {
        base::check(base::is_utf8(problem.message) && !problem.message.empty(), "a problem has a readable text");
        base::check(problem.column >= 0 && problem.line >= 0, "a problem has a place");
    }
    if (!reading.usable()) return 0;
    const auto report = ballots::count_ballots(reading.file, *plan);
    if (!report) return 0;
    std::size_t placed = 0;
    for (const auto& place : report->ranking.places) placed += place.size();
    base::check(plan->method == "matrix" || placed == reading.file.ids.size(), "every option has one place");
    base::check(report->ballots <= report->voters, "no more ballots than voters");
    base::check(base::is_utf8(to_json(*report)), "the report is UTF-8");
    return 0;
}
