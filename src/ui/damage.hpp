#pragma once
#include <cstdint>
#include <vector>

#include "base/geometry.hpp"

namespace ui {

/// Tells which parts of a picture differ from the one before, so that only they are drawn: on a machine that draws in
/// software that is nearly all of a frame's cost.
///
/// 1. The picture is a grid of squares. A square's digest is that of all shapes whose boxes touch it, in their order.
/// 2. A square with the digest it had before has the px it had before: a shape's digest holds everything that its px
///    come of.
/// 3. What it knows of the picture before is what was given to it, not what is on the glass: when that was lost,
///    `forget`.
class Damage {
  public:
    static constexpr int side_px = 64;

    /// Begins a picture. One of another size differs everywhere.
    void begin(base::Size size_px);
    /// The next shape lies within this box: px, any part of it may be outside of the picture.
    void add(double left, double top, double right, double bottom, std::uint64_t digest);
    /// Ends the picture, and tells where it differs: whole px within the picture, a few rectangles that do not overlap.
    /// None: it is the same.
    std::vector<base::Rect> end();
    /// The next picture differs everywhere.
    void forget() { before_.clear(); }

  private:
    base::Size size_;
    int columns_ = 0, rows_ = 0;
    std::vector<std::uint64_t> before_, now_;
};

/// A digest with one more value in it. No two values give the same.
constexpr std::uint64_t digested(std::uint64_t digest, std::uint64_t value) {
    digest = (digest ^ value) * 0x9E3779B97F4A7C15U;
    return digest ^ (digest >> 32U);
}

}  // namespace ui
