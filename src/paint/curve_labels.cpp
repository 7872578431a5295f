#include "paint/curve_labels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace paint {
namespace {

constexpr double widest_label = 240;
constexpr double from_point = 16, from_curve = 12, between_labels = 8;

/// Lower than what is beside it: the curve leaves upwards on both sides.
bool is_valley(const EmotionCurve& curve, std::size_t i) {
    const auto& points = curve.points;
    const double before = i == 0 ? points[i].y : points[i - 1].y;
    const double after = i + 1 == points.size() ? points[i].y : points[i + 1].y;
    return points[i].y >= before && points[i].y >= after && (points[i].y > before || points[i].y > after);
}

double widest_word(Typesetter& type, std::string_view text, const TextStyle& style) {
    double widest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) widest = std::max(widest, type.set(text.substr(0, end), style)->size().w);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
}

/// The first of these that shows all of it, and breaks no word.
Text name_within(Typesetter& type, const std::string& text, double wide, double scale) {
    struct Try {
        double design;
        int lines;
    };
    constexpr std::array<Try, 6> tries{{{18, 2}, {18, 3}, {17, 3}, {16, 3}, {15, 3}, {15, 4}}};
    TextStyle style{.weight = Weight::semibold, .align = Align::centre, .line_height = 1.2};
    for (const auto& one : tries) {
        style.size_px = one.design * scale;
        style.most_lines = one.lines;
        if (widest_word(type, text, style) > wide) continue;
        auto name = type.set(text, style, wide);
        if (!name->is_cut()) return name;
    }
    return type.set(text, style, wide);
}

/// The highest (lowest) that the curve stands between two places.
double edge_between(const EmotionCurve& curve, double from, double to, double y, bool highest) {
    for (const auto& point : curve.middle) {
        if (point.x < from || point.x > to) continue;
        y = highest ? std::min(y, point.y) : std::max(y, point.y);
    }
    return y;
}

}  // namespace

std::vector<JourneyBoard::PointPlace> label_curve(Typesetter& type, const EmotionCurve& curve,
                                                  std::span<const Journey::Feeling> feelings, double left, double right,
                                                  double scale) {
    const auto& points = curve.points;
    const TextStyle value_style{.size_px = 18 * scale, .weight = Weight::medium, .line_height = 1.2};
    std::vector<JourneyBoard::PointPlace> places(points.size());
    std::vector<bool> valleys(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        valleys[i] = is_valley(curve, i);
        auto& place = places[i];
        place.value = type.set(feelings[i].value, value_style);
        const auto size = place.value->size();
        const double away = from_point * scale;
        place.value_at = {points[i].x - size.w / 2, valleys[i] ? points[i].y - away - size.h : points[i].y + away};
    }
    const double gap = between_labels * scale;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double x = points[i].x;
        // A neighbour has its name on this side, or only its value.
        const auto half_of = [&](std::size_t other) {
            const double far = std::abs(points[other].x - x);
            return valleys[other] == valleys[i] ? far / 2 - gap / 2 : far - places[other].value->size().w / 2 - gap;
        };
        const double from = i == 0 ? left + gap : std::max(left + gap, x - half_of(i - 1));
        const double to = i + 1 == points.size() ? right - gap : std::min(right - gap, x + half_of(i + 1));
        const double wide = std::clamp(to - from, gap, widest_label * scale);
        auto& place = places[i];
        place.label = name_within(type, feelings[i].label, wide, scale);
        const auto size = place.label->size();
        const double at = std::max(from, std::min(x - size.w / 2, to - size.w));
        const double edge = edge_between(curve, at, at + size.w, points[i].y, !valleys[i]);
        const double away = std::max(std::abs(edge - points[i].y) + from_curve * scale, from_point * scale);
        // It is centred in what it was set for.
        place.label_at = {at - (wide - size.w) / 2, valleys[i] ? points[i].y + away : points[i].y - away - size.h};
    }
    return places;
}

}  // namespace paint
