#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/geometry.hpp"
#include "model/board_groups.hpp"
#include "paint/board_item.hpp"
#include "ui/canvas_index.hpp"
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

/// An item as it lies there, with what is known about it.
struct SeenItem {
    const model::Item* item = nullptr;
    const paint::LinePath* path = nullptr;  // of lines
    base::Rect extent;                      // board px
    std::uint64_t revision = 0;             // the canvas's, when this item last came
};

/// The items of the board that is looked at, as the wall holds them: by id, by where they lie and by what lies above
/// what. What is said of a row of a template's table is here, and lies nowhere. Frames lie below lines, and these below
/// all else; within that by level, then by id. Answers cost what is seen, never what there is. What they point to stays
/// until something is taken. Main thread.
class Canvas {
  public:
    Canvas() = default;
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// News of another board than the one before empty it first.
    void take(const views::BoardNews& news);
    /// What is drawn with the board and is not on it: it takes the place of what was laid before. Hands do nothing to
    /// it.
    void lay(const std::vector<model::Item>& items);
    bool is_laid(const base::Id& id) const { return laid_.contains(id); }
    std::vector<const model::Item*> laid() const;
    const base::Id& board() const { return board_; }
    std::size_t size() const { return items_.size() - laid_.size(); }
    /// Goes up with everything that is taken.
    std::uint64_t revision() const { return revision_; }
    bool can_undo = false, can_redo = false;

    const model::Item* find(const base::Id& id) const;
    /// Null: there is none of that id.
    std::optional<SeenItem> see(const base::Id& id) const;
    /// The path of a line, as its ends lie now; null for others.
    const paint::LinePath* path_of(const base::Id& id) const;
    /// Everything that reaches into `area`, lowest first. The second form fills `out`, so that it can be used again.
    std::vector<const model::Item*> within(const base::Rect& area) const;
    void within(const base::Rect& area, std::vector<SeenItem>& out) const;
    /// The same in no order, for who sorts by nothing.
    void around(const base::Rect& area, std::vector<SeenItem>& out) const;
    /// The topmost that is touched at `at`; lines and ink within `slop`, frames at their edge and in their head.
    const model::Item* at(base::Point at, double slop) const;
    /// The lines that end at it.
    std::vector<const model::Item*> lines_of(const base::Id& id) const;
    /// All that is carried with it, itself first: its group, what lies whole within a frame.
    std::vector<base::Id> carried_with(const base::Id& id) const;
    /// All of a group, in no order.
    std::vector<base::Id> members_of(const base::Id& group) const;
    /// Groups that have a name, by id, with what their items span; counted once for each revision.
    const std::vector<model::ItemGroup>& named_groups() const;
    /// What all of it spans; empty when there is nothing.
    base::Rect extent() const;
    /// A level above all that lies there.
    std::string top_level() const;
    std::string bottom_level() const;
    /// All, by level; costs what there is.
    std::vector<const model::Item*> all() const;

    /// The part of a frame, from its top, that is touched as its head; board px.
    static constexpr double frame_head = 56;

  private:
    struct Held : CanvasIndex::Thing {
        model::Item item;
        std::optional<paint::LinePath> path;
        std::uint64_t revision = 0;
        std::uint64_t order = 0;  // the beginning of its level, as a number
        bool is_seen = true;      // what is said of a row lies nowhere
    };
    using Touched = std::unordered_set<base::Id, base::IdHash>;

    static bool is_below(const Held& a, const Held& b);
    static const Held& held_of(const CanvasIndex::Thing& thing) { return static_cast<const Held&>(thing); }
    std::vector<const CanvasIndex::Thing*> sorted_within(const base::Rect& area) const;
    void put(const model::Item& item, Touched& lines);
    void remove(const base::Id& id, Touched& lines);
    void unlink(const Held& held);
    void lay_line(const base::Id& id);
    void place(Held& held);
    void lift(Held& held);
    void clear();

    base::Id board_;
    std::uint64_t revision_ = 0;
    std::unordered_map<base::Id, Held, base::IdHash> items_;
    std::unordered_map<base::Id, std::vector<base::Id>, base::IdHash> lines_, groups_;
    Touched laid_;
    CanvasIndex index_;
    std::string top_, bottom_;  // the highest and lowest level that ever lay there
    mutable std::vector<model::ItemGroup> named_groups_;
    mutable std::uint64_t grouped_at_ = 0;  // the revision that they are of
    mutable base::Rect extent_;
    mutable bool spans_nothing_ = true, extent_is_old_ = false;
};

}  // namespace ui
