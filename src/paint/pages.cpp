#include "paint/pages.hpp"

#include <algorithm>
#include <cmath>

namespace paint {
namespace {

constexpr double nearly = 1e-6;  // of a page: what ends there has not begun the next

}  // namespace

double Pages::fit(double y, double high) const {
    if (height <= 0 || high + lead > height) return y;
    const double page = std::floor(y / height + nearly) * height;
    // What only just did not end on the page before would else stand where that page's names are said again.
    const double from = page > 0 ? std::max(y, page + lead) : y;
    return from + high > page + height + nearly * height ? page + height + lead : from;
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
