#pragma once
#include "base/result.hpp"
#include "methods/marks.hpp"

namespace methods {

struct PointCount : Count {
    std::vector<Exact> medians;            // by option, 0 where somebody gave none
    std::vector<std::int64_t> supporters;  // ballots with more than 0 on it
    std::int64_t normalised = 0;           // ballots whose points were not `total` together
    bool polarised = false;                // another option has the highest median
};

/// V12 cumulative voting: every ballot shares out `total` points. One that shares out more or less is scaled to it, and
/// counted in `normalised`. secondary_criterion looks at the median, then supporters; distinct_supporters at
/// supporters. Exact fractions of any size. Code::bad_shape when a mark is negative, Code::too_many when more than
/// most_point_sums different sums must be scaled. Pure.
base::Result<PointCount> count_points(const Marks& marks, std::int64_t total, const TieBreak& tie);
inline constexpr std::size_t most_point_sums = 1000;

}  // namespace methods
