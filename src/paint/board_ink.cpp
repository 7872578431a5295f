#include <algorithm>
#include <cmath>

#include "paint/board_item_private.hpp"

namespace paint {
namespace {

struct InkSample {
    base::Point at;
    double width = 0;
};

/// Half of the width at a light touch, half as much again at a strong one; with no pressure to tell, its own.
double width_at(double pressure, double width) {
    return width * (0.5 + std::clamp(pressure, 0.0, 1.0));
}

double ink_distance(base::Point a, base::Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// The tangents of one piece of a centripetal Catmull–Rom spline, which makes no loops where points lie close.
/// Source: Yuksel, Schaefer & Keyser, Computer-Aided Design 43 (2011).
struct Piece {
    Piece(base::Point p0, base::Point p1, base::Point p2, base::Point p3) : from(p1), to(p2) {
        constexpr double nothing = 1e-4;
        const double t12 = std::sqrt(ink_distance(p1, p2));
        double t01 = std::sqrt(ink_distance(p0, p1));
        double t23 = std::sqrt(ink_distance(p2, p3));
        if (t12 < nothing) return;
        if (t01 < nothing) t01 = t12;
        if (t23 < nothing) t23 = t12;
        const auto tangent = [t12](double q0, double q1, double q2, double q3, double before, double after,
                                   bool start) {
            return start ? (q2 - q1) + t12 * ((q1 - q0) / before - (q2 - q0) / (before + t12))
                         : (q2 - q1) + t12 * ((q3 - q2) / after - (q3 - q1) / (t12 + after));
        };
        m1 = {tangent(p0.x, p1.x, p2.x, p3.x, t01, t23, true), tangent(p0.y, p1.y, p2.y, p3.y, t01, t23, true)};
        m2 = {tangent(p0.x, p1.x, p2.x, p3.x, t01, t23, false), tangent(p0.y, p1.y, p2.y, p3.y, t01, t23, false)};
    }
    base::Point at(double t) const { return {value(from.x, to.x, m1.x, m2.x, t), value(from.y, to.y, m1.y, m2.y, t)}; }
    static double value(double p1, double p2, double t1, double t2, double t) {
        const double a = 2 * (p1 - p2) + t1 + t2;
        const double b = 3 * (p2 - p1) - 2 * t1 - t2;
        return ((a * t + b) * t + t1) * t + p1;
    }
    base::Point from, to, m1, m2;
};

/// Smooth between the points, as fine as the target shows it.
std::vector<InkSample> smoothed(const model::Item& item, const ItemLook& look) {
    constexpr double step_px = 4;
    constexpr int most_steps = 16;
    const double width = pen_width(item) * look.scale;
    const auto corner = on_target(item.place.top_left(), look);
    std::vector<InkSample> points;
    points.reserve(item.ink.size());
    for (const auto& point : item.ink) {
        const base::Point at{corner.x + static_cast<double>(point.x) * look.scale,
                             corner.y + static_cast<double>(point.y) * look.scale};
        if (!points.empty() && ink_distance(points.back().at, at) < 0.25) continue;
        points.push_back({at, width_at(static_cast<double>(point.pressure), width)});
    }
    if (points.size() < 3) return points;
    std::vector<InkSample> samples;
    samples.reserve(points.size() * 3);
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const auto& before = points[i == 0 ? 0 : i - 1];
        const auto& after = points[std::min(i + 2, points.size() - 1)];
        const Piece piece(before.at, points[i].at, points[i + 1].at, after.at);
        const double length = ink_distance(points[i].at, points[i + 1].at);
        const int steps = std::clamp(static_cast<int>(length / step_px), 1, most_steps);
        for (int step = 0; step < steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            samples.push_back({piece.at(t), points[i].width + (points[i + 1].width - points[i].width) * t});
        }
    }
    samples.push_back(points.back());
    return samples;
}

/// `around` px wider on each side than it is.
void draw_stroke(Painter& painter, const std::vector<InkSample>& samples, double around, base::Colour colour) {
    const auto half_of = [around](const InkSample& sample) { return sample.width / 2 + around; };
    const auto dot = [&](const InkSample& sample) { painter.circle(sample.at, half_of(sample), colour); };
    dot(samples.front());
    if (samples.size() == 1) return;
    dot(samples.back());
    std::vector<base::Point> sides;
    sides.reserve(2 * samples.size());
    base::Point turned;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto& before = samples[i == 0 ? 0 : i - 1].at;
        const auto& after = samples[std::min(i + 1, samples.size() - 1)].at;
        const double length = ink_distance(before, after);
        base::Point way = turned;
        if (length > 1e-9) way = {(after.x - before.x) / length, (after.y - before.y) / length};
        // A sharp turn is round, as a pen's is.
        if (i > 0 && way.x * turned.x + way.y * turned.y < 0.5) dot(samples[i]);
        turned = way;
        const double half = half_of(samples[i]);
        sides.push_back({samples[i].at.x - way.y * half, samples[i].at.y + way.x * half});
        sides.push_back({samples[i].at.x + way.y * half, samples[i].at.y - way.x * half});
    }
    painter.strip(sides, colour);
}

}  // namespace

void draw_board_ink(Painter& painter, const Palette& palette, const model::Item& item, const ItemLook& look) {
    const auto samples = smoothed(item, look);
    if (samples.empty()) return;
    if (palette.dark) draw_stroke(painter, samples, ink_edge * pen_width(item) * look.scale, palette.paper);
    draw_stroke(painter, samples, 0, pen_colour(palette, item.colour));
}

}  // namespace paint
