#include "ui/damage.hpp"

#include <cmath>

namespace ui {
namespace {

/// More are drawn as one: each part costs a look at everything that is drawn.
constexpr std::size_t most_parts = 4;

double area_of(const base::Rect& rect) {
    return rect.w * rect.h;
}

/// Two that lie so close that drawing what is between them costs less than another part.
bool belong_together(const base::Rect& a, const base::Rect& b) {
    return a.overlaps(b) || area_of(a.joined(b)) <= 1.5 * (area_of(a) + area_of(b));
}

/// Adds a rectangle; it takes in those that it belongs together with.
void join_into(std::vector<base::Rect>& parts, base::Rect part) {
    for (std::size_t i = 0; i < parts.size();) {
        if (!belong_together(parts[i], part)) {
            ++i;
            continue;
        }
        part = part.joined(parts[i]);
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
        i = 0;  // it has grown
    }
    parts.push_back(part);
}

int square_of(double px, int count) {
    return static_cast<int>(std::clamp(std::floor(px / Damage::side_px), 0.0, static_cast<double>(count - 1)));
}

}  // namespace

void Damage::begin(base::Size size_px) {
    if (!(size_ == size_px)) forget();
    size_ = size_px;
    columns_ = static_cast<int>(std::ceil(size_px.w / side_px));
    rows_ = static_cast<int>(std::ceil(size_px.h / side_px));
    now_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
}

void Damage::add(double left, double top, double right, double bottom, std::uint64_t digest) {
    if (!(right >= 0 && bottom >= 0 && left < size_.w && top < size_.h)) return;
    const int first = square_of(left, columns_), last = square_of(right, columns_);
    const int bottom_row = square_of(bottom, rows_);
    for (int row = square_of(top, rows_); row <= bottom_row; ++row) {
        auto* squares = now_.data() + static_cast<std::ptrdiff_t>(row) * columns_;
        for (int column = first; column <= last; ++column) {
            squares[column] = digested(squares[column], digest);
        }
    }
}

std::vector<base::Rect> Damage::end() {
    const base::Rect whole{0, 0, size_.w, size_.h};
    std::swap(before_, now_);
    if (before_.size() != now_.size() || now_.empty()) return {whole};
    std::vector<base::Rect> parts;
    for (int row = 0; row < rows_; ++row) {
        const auto differs = [&](int column) {
            const auto at =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
            return before_[at] != now_[at];
        };
        for (int column = 0; column < columns_; ++column) {
            const int first = column;
            while (column < columns_ && differs(column)) ++column;
            if (column == first) continue;
            const base::Rect run{double(first * side_px), double(row * side_px), double((column - first) * side_px),
                                 double(side_px)};
            join_into(parts, run.intersected(whole));
        }
    }
    if (parts.size() <= most_parts) return parts;
    base::Rect all;
    for (const auto& part : parts) all = all.joined(part);
    return {all};
}

}  // namespace ui
