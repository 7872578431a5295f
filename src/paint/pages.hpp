#pragma once
#include <vector>

namespace paint {

/// Where a tall drawing is cut into pages of one height, counted from its top, so that nothing `fit` has placed is cut.
/// Px of the drawing. Pure.
struct Pages {
    double height = 0;  // of a page; 0: it is not cut
    double lead = 0;    // kept free at the top of a page, for what is said again there

    /// Where something this high stands whole: at `y`, or on the next page. What is higher than a page stays at `y`.
    double fit(double y, double high) const;
    /// The end of the page on which something that ends at `y` stands; far away where it is not cut.
    double end_of(double y) const;
    /// The tops of the pages that begin in between.
    std::vector<double> tops_between(double from, double to) const;
};

}  // namespace paint
