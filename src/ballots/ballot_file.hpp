#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "methods/budget.hpp"
#include "methods/comparisons.hpp"
#include "methods/marks.hpp"
#include "methods/orders.hpp"

/// Ballots from outside: what a file on paper's behalf (CSV), from PrefLib or from Pabulib says, counted by the rules
/// of `methods`.
namespace ballots {

using methods::Option;

/// What a file of ballots holds, whatever its format. Which of the four kinds are there follows from the file.
struct BallotFile {
    std::vector<std::string> ids;       // the file's own, in their order (see id_less); options are places in it
    std::vector<std::string> names;     // by option; empty where the file has no names
    std::vector<std::string> criteria;  // of marks, in the file's order
    std::int64_t voters = 0;
    std::optional<methods::Marks> marks;
    std::optional<methods::Orders> orders;
    std::optional<methods::Comparisons> comparisons;
    std::int64_t choosers = 0;  // voters who chose in one comparison at least
    std::optional<methods::BudgetPoll> budget;
};

/// Ids of digits only come first, as numbers; all others bytewise. "9" < "10" < "A10" < "A9" < "a".
bool id_less(std::string_view a, std::string_view b);

/// What numbers a paper ballot may hold. They follow from the method.
struct MarkRule {
    bool whole = false;                  // no decimals
    std::optional<std::int64_t> lowest;  // of one number
    std::optional<std::int64_t> highest;
    enum class Criteria { none, any, axes };
    Criteria criteria = Criteria::none;    // axes: each of x and y
    std::optional<std::int64_t> most_sum;  // of a ballot's numbers on one criterion
    std::optional<std::int64_t> credits;   // of the squares of a ballot's numbers
    bool ranks = false;                    // the numbers are places, 1 = first: gives orders instead of marks
};

/// The file, and everything that is wrong with it, with line and column. It can be counted when no problem is an error.
struct BallotReading {
    BallotFile file;
    base::Problems problems;
    bool usable() const;
};

/// Limits: what is more is refused.
inline constexpr std::size_t most_file_bytes = 256U << 20U;
inline constexpr std::size_t most_options = 10000;
inline constexpr std::size_t most_ballots = 2000000;
inline constexpr std::size_t most_marks = 4000000;       // numbers on paper
inline constexpr std::size_t most_named = 40000000;      // options named on the ballots of PrefLib and Pabulib
inline constexpr std::int64_t most_voters = 1000000000;  // PrefLib counts equal ballots
inline constexpr std::size_t most_problems = 100;        // reading stops after so many

/// By the end of the name: .soc .soi .toc .toi PrefLib, .pb Pabulib, everything else CSV. Problems name the file as
/// `name`. Pure, any thread.
BallotReading read_ballots(std::string_view bytes, const std::string& name, const MarkRule& rule);

/// CSV with a heading `ballot,option,value[,criterion]` or `ballot,left,right,choice` (left, right or nothing; or one
/// of the two ids), with commas, semicolons or tabs. A line without a value names an option or hands in a blank ballot;
/// one without a ballot only names an option.
BallotReading read_csv_ballots(std::string_view bytes, const std::string& name, const MarkRule& rule);
/// PrefLib's orders (preflib.org/format), as they are since 2022 and as they were before.
BallotReading read_preflib(std::string_view bytes, const std::string& name);
/// Pabulib (Faliszewski et al., "Participatory Budgeting: Data, Tools, and Analysis", IJCAI 2023; pabulib.org/format).
BallotReading read_pabulib(std::string_view bytes, const std::string& name, const MarkRule& rule = {});

}  // namespace ballots
