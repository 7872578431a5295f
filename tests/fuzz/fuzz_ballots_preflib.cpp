// rooms: ballots
// A file of PrefLib's, whatever its bytes: faults, or a count by each rule on orders that agrees with itself. The first
// byte chooses the kind of file.
#include <cstdint>

#include "ballots/report.hpp"
#include "base/check.hpp"
#include "base/text.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    constexpr const char* names[] = {"a.soc", "a.soi", "a.toc", "a.toi"};
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto reading = ballots::read_ballots(text, names[bytes[0] % 4], {});
    for (const auto& problem : reading.problems) {
        base::check(base::is_utf8(problem.message) && !problem.message.empty(), "a problem has a readable text");
    }
    constexpr std::size_t quickly_counted = 60;
    if (!reading.usable() || reading.file.ids.size() > quickly_counted) return 0;
    for (const auto* method : {"borda", "irv", "copeland", "schulze"}) {
        ballots::CountWish wish;
        wish.method = method;
        const auto report = ballots::count_ballots(reading.file, *ballots::plan_count(wish));
        if (!report) continue;  // too many branches
        std::size_t placed = 0;
        for (const auto& place : report->ranking.places) placed += place.size();
        base::check(placed == reading.file.ids.size(), "every option has one place");
        base::check(report->voters == reading.file.voters, "nobody is lost");
        base::check(base::is_utf8(to_json(*report)), "the report is UTF-8");
        for (const auto& [list, options] : report->lists) {
            if (list != "condorcet_winner" || options.empty() || report->ballots == 0) continue;
            base::check(report->winners == options, "whoever beats all others wins");
        }
    }
    return 0;
}
