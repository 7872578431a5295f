#pragma once
#include "methods/marks.hpp"

namespace methods {

/// One axis of one option in a 2×2.
struct MatrixAxis {
    std::int64_t n = 0;
    Ratio median;
    Ratio width;           // between the quartiles
    bool high = false;     // median ≥ 0.5: what lies on the border counts as high
    bool divided = false;  // width > 0.4: the median hides a split
    bool few = false;      // n < 3
};
struct MatrixPoint {
    MatrixAxis x, y;
};
struct MatrixCount {
    std::vector<MatrixPoint> points;  // by option
    std::int64_t voters = 0, ballots = 0;
};

/// V17: the medians of what individuals put on x (criterion 0) and y (criterion 1), 0…1 with marks.unit as 1. Something
/// to talk about: nothing is ranked. Quartiles as in spread_of. Exact. Pure.
MatrixCount count_matrix(const Marks& marks);

}  // namespace methods
