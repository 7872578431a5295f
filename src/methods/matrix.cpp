#include "methods/matrix.hpp"

namespace methods {
namespace {

MatrixAxis axis_of(std::vector<std::int64_t> values, std::int64_t unit) {
    MatrixAxis axis;
    axis.n = static_cast<std::int64_t>(values.size());
    axis.few = axis.n < 3;
    if (values.empty()) return axis;
    const auto spread = spread_of(std::move(values));
    const auto width = spread.width();
    axis.median = ratio(spread.median.num, spread.median.den * unit);
    axis.width = ratio(width.num, width.den * unit);
    axis.high = !less(axis.median, {1, 2});
    axis.divided = less({2, 5}, axis.width);
    return axis;
}

}  // namespace

MatrixCount count_matrix(const Marks& marks) {
    MatrixCount count;
    std::vector<std::vector<std::int64_t>> x(marks.options);
    std::vector<std::vector<std::int64_t>> y(marks.options);
    for (const auto& ballot : marks.ballots) {
        count.voters += ballot.count;
        if (!ballot.marks.empty()) count.ballots += ballot.count;
        for (const auto& mark : ballot.marks) {
            auto& values = (mark.criterion == 0 ? x : y)[mark.option];
            values.insert(values.end(), static_cast<std::size_t>(ballot.count), mark.value);
        }
    }
    for (std::size_t option = 0; option < marks.options; ++option) {
        count.points.push_back({axis_of(std::move(x[option]), marks.unit), axis_of(std::move(y[option]), marks.unit)});
    }
    return count;
}

}  // namespace methods
