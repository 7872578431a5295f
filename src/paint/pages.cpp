#include "paint/pages.hpp"

#include <cmath>

namespace paint {
namespace {

constexpr double nearly = 1e-6;  // of a page: what ends there has not begun the next

}  // namespace

double Pages::fit(double y, double high) const {
    if (height <= 0 || high + lead > height) return y;
    const double end = (std::floor(y / height + nearly) + 1) * height;
    return y + high > end + nearly * height ? end + lead : y;
}

double Pages::end_of(double y) const {
    return height <= 0 ? HUGE_VAL : std::ceil(y / height - nearly) * height;
}

std::vector<double> Pages::tops_between(double from, double to) const {
    std::vector<double> tops;
    if (height <= 0) return tops;
    for (double edge = (std::floor(from / height + nearly) + 1) * height; edge < to - nearly * height; edge += height) {
        tops.push_back(edge);
    }
    return tops;
}

}  // namespace paint
