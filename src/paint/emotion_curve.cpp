#include "paint/emotion_curve.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace paint {
namespace {

/// A monotone cubic through (x, y); x rises.
class Smooth {
  public:
    Smooth(std::vector<double> x, std::vector<double> y) : x_(std::move(x)), y_(std::move(y)), slope_(x_.size()) {
        const auto count = x_.size();
        std::vector<double> secant;
        for (std::size_t i = 0; i + 1 < count; ++i) secant.push_back((y_[i + 1] - y_[i]) / (x_[i + 1] - x_[i]));
        for (std::size_t i = 1; i + 1 < count; ++i) {
            // Level where it turns; else the harmonic mean, which keeps it monotone.
            const bool turns = secant[i - 1] * secant[i] <= 0;
            slope_[i] = turns ? 0 : 2 * secant[i - 1] * secant[i] / (secant[i - 1] + secant[i]);
        }
    }

    double at(double x) const {
        if (x <= x_.front()) return y_.front();
        if (x >= x_.back()) return y_.back();
        const auto right = static_cast<std::size_t>(std::upper_bound(x_.begin(), x_.end(), x) - x_.begin());
        const auto left = right - 1;
        const double width = x_[right] - x_[left];
        const double t = (x - x_[left]) / width;
        const double t2 = t * t;
        const double t3 = t2 * t;
        return y_[left] * (2 * t3 - 3 * t2 + 1) + y_[right] * (3 * t2 - 2 * t3) +
               width * (slope_[left] * (t3 - 2 * t2 + t) + slope_[right] * (t3 - t2));
    }

  private:
    std::vector<double> x_, y_, slope_;
};

}  // namespace

EmotionCurve lay_out_curve(std::span<const FeelingAt> feelings, const base::Rect& area, double lowest, double highest,
                           double scale) {
    EmotionCurve curve;
    curve.area = area;
    const double range = std::max(highest - lowest, 1e-9);
    const auto y_of = [&](double value) { return area.bottom() - (value - lowest) / range * area.h; };
    curve.zero_y = y_of(std::clamp(0.0, lowest, std::max(lowest, highest)));
    if (feelings.empty()) return curve;
    std::vector<double> x, low, median, high;
    for (const auto& feeling : feelings) {
        x.push_back(x.empty() ? feeling.x : std::max(feeling.x, x.back() + 1e-3));
        low.push_back(y_of(feeling.low));
        median.push_back(y_of(feeling.median));
        high.push_back(y_of(feeling.high));
        curve.points.push_back({feeling.x, y_of(feeling.median)});
        if (feeling.median < feelings[curve.lowest].median) curve.lowest = curve.points.size() - 1;
    }
    const Smooth lower(x, low);
    const Smooth middle(x, median);
    const Smooth upper(x, high);
    // Nothing is drawn through what nobody has answered.
    const auto answered = [feelings](double at) {
        return std::any_of(feelings.begin(), feelings.end(),
                           [at](const auto& one) { return one.from <= at && at <= one.to; });
    };
    bool broken = false;
    const int steps = std::clamp(static_cast<int>(area.w / std::max(6 * scale, 1.0)), 2, 600);
    for (int i = 0; i <= steps; ++i) {
        const double at = area.x + area.w * i / steps;
        if (!answered(at)) {
            broken = true;
            continue;
        }
        if (std::exchange(broken, false) && !curve.middle.empty()) curve.breaks.push_back(curve.middle.size());
        curve.middle.push_back({at, middle.at(at)});
        curve.band.push_back({at, upper.at(at)});
        curve.band.push_back({at, lower.at(at)});
    }
    return curve;
}

void draw_curve(Painter& painter, const Palette& palette, const EmotionCurve& curve, double scale) {
    for (double x = curve.area.x; x < curve.area.right(); x += 10 * scale) {
        const double end = std::min(x + 2 * scale, curve.area.right());
        painter.line(std::array{base::Point{x, curve.zero_y}, base::Point{end, curve.zero_y}}, palette.line_control,
                     1.5 * scale);
    }
    const std::span<const base::Point> middle(curve.middle), band(curve.band);
    for (std::size_t run = 0; run <= curve.breaks.size(); ++run) {
        const auto first = run == 0 ? 0 : curve.breaks[run - 1];
        const auto count = (run < curve.breaks.size() ? curve.breaks[run] : middle.size()) - first;
        if (count < 2) continue;
        painter.strip(band.subspan(2 * first, 2 * count), base::with_alpha(palette.accent, palette.dark ? 0.25 : 0.13));
        painter.line(middle.subspan(first, count), palette.accent, 5 * scale);
    }
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const bool lowest = i == curve.lowest;
        painter.circle(curve.points[i], (lowest ? 16 : 13) * scale, palette.accent);
        if (!lowest) painter.circle(curve.points[i], 9 * scale, palette.surface);
    }
}

}  // namespace paint
