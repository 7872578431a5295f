#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/geometry.hpp"
#include "model/board.hpp"
#include "paint/board_item.hpp"
#include "views/board.hpp"

namespace ui {

/// Where the board is looked at from. Points of the window are px, those of the board board px.
struct Camera {
    base::Point corner;  // of the board, at the view's top left
    double zoom = 1;     // px of the window per px of the board
    base::Point to_board(base::Point px, const base::Rect& view) const;
    base::Rect to_window(const base::Rect& place, const base::Rect& view) const;
    base::Rect seen(const base::Rect& view) const;  // board px
};

/// The items of the board that is looked at, as the wall holds them: by id, by where they lie and by what lies above
/// what. Answers cost what is seen, never what there is. Main thread.
class Canvas {
  public:
    /// News of another board than the one before empty it first.
    void take(const views::BoardNews& news);
    const base::Id& board() const { return board_; }
    std::size_t size() const { return items_.size(); }
    /// Goes up with everything that is taken.
    std::uint64_t revision() const { return revision_; }
    bool can_undo = false, can_redo = false;

    const model::Item* find(const base::Id& id) const;
    /// The path of a line, as its ends lie now; null for others.
    const paint::LinePath* path_of(const base::Id& id) const;
    /// Everything that reaches into `area`, lowest first.
    std::vector<const model::Item*> within(const base::Rect& area) const;
    /// The topmost that is touched at `at`; lines and ink within `slop`.
    const model::Item* at(base::Point at, double slop) const;
    /// The lines that end at it.
    std::vector<const model::Item*> lines_of(const base::Id& id) const;
    /// All that is carried with it: its group, what lies whole within a frame.
    std::vector<base::Id> carried_with(const base::Id& id) const;
    /// What all of it spans; empty when there is nothing.
    base::Rect extent() const;
    /// A level above all that lies there.
    std::string top_level() const;
    std::string bottom_level() const;
    /// All, by level; costs what there is.
    std::vector<const model::Item*> all() const;

  private:
    struct Held;
    base::Id board_;
    std::uint64_t revision_ = 0;
    std::unordered_map<base::Id, model::Item, base::IdHash> items_;
};

}  // namespace ui
