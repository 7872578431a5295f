#pragma once
#include <algorithm>
#include <cstdint>

namespace base {

/// Lengths are px of the picture that is drawn, y grows downwards.
struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
    Point operator+(const Point& other) const { return {x + other.x, y + other.y}; }
    Point operator-(const Point& other) const { return {x - other.x, y - other.y}; }
};

struct Size {
    double w = 0, h = 0;
    bool operator==(const Size&) const = default;
};

/// A rectangle; one with w or h ≤ 0 is empty and contains nothing.
struct Rect {
    double x = 0, y = 0, w = 0, h = 0;
    bool operator==(const Rect&) const = default;

    double right() const { return x + w; }
    double bottom() const { return y + h; }
    Point top_left() const { return {x, y}; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    Size size() const { return {w, h}; }
    bool empty() const { return w <= 0 || h <= 0; }
    /// Left and top edges belong to it, right and bottom ones do not.
    bool contains(Point point) const { return point.x >= x && point.x < right() && point.y >= y && point.y < bottom(); }
    bool overlaps(const Rect& other) const { return !intersected(other).empty(); }

    /// Smaller on all sides; negative distances grow it. Never smaller than empty.
    Rect inset(double d) const { return inset(d, d); }
    Rect inset(double dx, double dy) const {
        return {x + std::min(dx, w / 2), y + std::min(dy, h / 2), std::max(0.0, w - 2 * dx), std::max(0.0, h - 2 * dy)};
    }
    Rect moved(double dx, double dy) const { return {x + dx, y + dy, w, h}; }
    /// All lengths times `factor`, about the picture's origin.
    Rect scaled(double factor) const { return {x * factor, y * factor, w * factor, h * factor}; }
    /// What both cover; empty when they do not meet.
    Rect intersected(const Rect& other) const {
        const double left = std::max(x, other.x);
        const double top = std::max(y, other.y);
        return {left, top, std::max(0.0, std::min(right(), other.right()) - left),
                std::max(0.0, std::min(bottom(), other.bottom()) - top)};
    }
    /// The least rectangle that covers both; an empty one adds nothing.
    Rect joined(const Rect& other) const {
        if (empty()) return other;
        if (other.empty()) return *this;
        const double left = std::min(x, other.x);
        const double top = std::min(y, other.y);
        return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
    }
    /// A piece of this size in the middle, may stand out.
    Rect centred(Size piece) const { return {x + (w - piece.w) / 2, y + (h - piece.h) / 2, piece.w, piece.h}; }

    /// Takes a piece off this rectangle and returns it; never more than there is.
    Rect cut_left(double width) {
        const double piece = std::clamp(width, 0.0, std::max(0.0, w));
        const Rect cut{x, y, piece, h};
        x += piece;
        w -= piece;
        return cut;
    }
    Rect cut_right(double width) {
        const double piece = std::clamp(width, 0.0, std::max(0.0, w));
        w -= piece;
        return {x + w, y, piece, h};
    }
    Rect cut_top(double height) {
        const double piece = std::clamp(height, 0.0, std::max(0.0, h));
        const Rect cut{x, y, w, piece};
        y += piece;
        h -= piece;
        return cut;
    }
    Rect cut_bottom(double height) {
        const double piece = std::clamp(height, 0.0, std::max(0.0, h));
        h -= piece;
        return {x, y + h, w, piece};
    }
};

/// sRGB, alpha not multiplied in.
struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Colour&) const = default;
};

/// rgb(0x0E5C63): opaque.
constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
            static_cast<std::uint8_t>(hex)};
}

/// The nearest whole number of one from 0 to 255, halves up.
constexpr std::uint8_t nearest(double value) {
    return static_cast<std::uint8_t>((static_cast<int>(value * 2) + 1) / 2);
}

/// The colour with `alpha` (0–1) of its own alpha.
constexpr Colour with_alpha(Colour colour, double alpha) {
    colour.a = nearest(std::clamp(alpha, 0.0, 1.0) * colour.a);
    return colour;
}

/// From `a` (t = 0) to `b` (t = 1), in sRGB values; t outside is clamped.
constexpr Colour mix(Colour a, Colour b, double t) {
    t = std::clamp(t, 0.0, 1.0);
    const auto between = [t](std::uint8_t from, std::uint8_t to) { return nearest(from + (to - from) * t); };
    return {between(a.r, b.r), between(a.g, b.g), between(a.b, b.b), between(a.a, b.a)};
}

}  // namespace base
