#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <vector>

#include "base/geometry.hpp"
#include "paint/painter.hpp"

namespace ui {

/// Squares of a plane that were drawn once, each at a scale, and are shown until what they hold is something else.
/// Knows where they lie and how many there may be, not what is in them. Main thread.
class CanvasTiles {
  public:
    static constexpr int side_px = 256;

    struct Tile {
        std::shared_ptr<const paint::KeptPicture> picture;  // null: not yet drawn
        std::uint64_t holds = 0;                            // a digest of what it shows
        std::uint64_t checked = 0, used = 0;                // for whom it keeps: when
        bool whole = false;                                 // nothing in it is on its way
    };
    struct At {
        int column = 0, row = 0;
        auto operator<=>(const At&) const = default;
    };
    /// The squares of one scale that a view looks at, the last ones included.
    struct Grid {
        double scale = 1;    // px of a square per unit of the plane
        double ratio = 1;    // px of the window per px of a square
        base::Point origin;  // of the plane, whole px of the window
        At first, last;

        int columns() const { return last.column - first.column + 1; }
        int rows() const { return last.row - first.row + 1; }
        std::size_t count() const { return static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows()); }
        std::size_t index(At at) const {
            return static_cast<std::size_t>(at.row - first.row) * static_cast<std::size_t>(columns()) +
                   static_cast<std::size_t>(at.column - first.column);
        }
        At at(std::size_t index) const {
            const auto wide = static_cast<std::size_t>(columns());
            return {first.column + static_cast<int>(index % wide), first.row + static_cast<int>(index / wide)};
        }
        bool holds(At at) const {
            return at.column >= first.column && at.column <= last.column && at.row >= first.row && at.row <= last.row;
        }
        /// Whole px of the window; those of neighbours meet.
        base::Rect place(At at) const;
        /// Of the plane: of all of it.
        base::Rect area() const;
        /// Those that an area of the plane touches, `reach` px around it too; of this grid alone. None: `last` lies
        /// before `first`.
        std::pair<At, At> touched_by(const base::Rect& area, double reach) const;
        /// With one more row or column on the sides that the view moves to.
        Grid ahead(base::Point by) const;
    };
    /// The plane's origin stands at `origin`, and it is seen `zoom` times as large.
    static Grid grid(const base::Rect& view, base::Point origin, double zoom, double scale);

    /// A square as it is kept; null: it is not.
    const Tile* find(double scale, At at) const;
    /// Made when missing.
    Tile& at(double scale, At at);
    /// The scale nearest to the grid's own at which squares are there for all of this place; none: nowhere.
    std::optional<double> standing_in(const Grid& grid, At at) const;

    void clear() { tiles_.clear(); }
    void forget_other_scales(double scale);
    /// Lets go of those that were used least lately, until there are `most`; never of those of this frame.
    void trim(std::size_t most, std::uint64_t frame);
    std::size_t size() const { return tiles_.size(); }

  private:
    using Key = std::tuple<double, At>;
    std::map<Key, Tile> tiles_;
};

}  // namespace ui
