#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/geometry.hpp"

namespace ui {

/// Where things lie on a plane without an end, in cells; what reaches over very many of them stands in a list of its
/// own. Keeps pointers: a thing is removed before it goes, and before its `extent` is changed. Edges touch.
class CanvasIndex {
  public:
    struct Thing {
        base::Rect extent;  // finite; w and h ≥ 0
        mutable std::uint32_t asked = 0;
        bool coarse = false;
    };
    void insert(Thing& thing);
    void remove(Thing& thing);
    void clear();
    /// Appends each thing that reaches into `area`, once, in no order. Costs the cells that are looked at, never more
    /// than there are with something in them.
    void find(const base::Rect& area, std::vector<const Thing*>& out) const;

    /// Unlike Rect::overlaps it knows things without width or height.
    static bool meet(const base::Rect& a, const base::Rect& b) {
        return a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom();
    }

  private:
    std::unordered_map<std::uint64_t, std::vector<Thing*>> cells_;
    std::vector<Thing*> coarse_;
    mutable std::uint32_t asked_ = 0;
};

}  // namespace ui
