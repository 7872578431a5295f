#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/frame.hpp"

namespace ui {

/// How far items have been carried from where they lie, board px.
using Moved = std::unordered_map<base::Id, base::Point, base::IdHash>;
/// The item there: its place, and ends of a line that stand free. No further than items may lie.
model::Item moved_item(model::Item item, base::Point by);
/// What it looks like where it is a single px.
base::Colour flat_colour(const model::Item& item, const paint::Palette& palette);

/// Draws what a camera sees of a board, and keeps what that has cost: the order of what lies near, and texts that were
/// set. One for each window. Three levels of detail, by how large an item's letters are: whole; shape and bars
/// (paint::draw_item_far); one flat piece. What is new is set within a few ms of each frame, nearest to the middle
/// first, and what is not yet set is shown stretched, or by bars. Main thread.
class CanvasPicture {
  public:
    enum class Detail { flat, far, whole };
    /// `written`: whose words are not drawn, because somebody writes them.
    void draw(const Canvas& canvas, const Camera& camera, const Moved& moved, Frame& frame, const base::Rect& view,
              std::span<const base::Id> written = {});

    bool with_authors = true;  // the room sees none

    /// What was seen in the last draw, lowest first, without what is carried. Until something is taken.
    const std::vector<const SeenItem*>& seen() const { return seen_; }
    /// So few are seen, and so near, that each can be read and touched.
    bool is_readable() const { return readable_; }
    /// Texts that are kept, and how many were set in the last draw.
    std::size_t kept() const { return kept_.size(); }
    std::size_t set() const { return set_; }

    static constexpr std::size_t most_touched = 150;  // items with zones of their own; shadows too
    static constexpr double least_letters_px = 6;     // smaller ones are bars
    static constexpr double least_shape_px = 16;      // a smaller thing is flat

  private:
    struct Kept {
        std::uint64_t revision = 0, used = 0;
        std::vector<paint::ItemText> texts;  // at most three scales
    };
    struct Missing {
        const SeenItem* seen = nullptr;
        Kept* kept = nullptr;
        double distance = 0;
    };
    /// Pieces of one colour: all that is known of a thing far away.
    struct Near {
        SeenItem seen;
        base::Colour flat;
    };

    void look_around(const Canvas& canvas, const base::Rect& seen, const paint::Palette& palette);
    Detail detail_of(const SeenItem& seen, double scale) const;
    void draw_flat(const Near& near, base::Point origin, double scale, Frame& frame) const;
    void draw_one(const SeenItem& seen, const paint::LinePath* path, base::Point origin, double scale, Frame& frame);
    void draw_moved(const Canvas& canvas, const Moved& moved, base::Point origin, double scale, Frame& frame);
    void set_texts(double scale, base::Point middle, Frame& frame);
    double scale_to_set(double scale, Frame& frame);
    const paint::ItemText* text_of(const SeenItem& seen, double scale);
    void forget();

    std::span<const base::Id> written_;  // while it draws
    std::vector<Near> near_;
    std::vector<SeenItem> found_;
    base::Rect near_area_;
    const Canvas* near_canvas_ = nullptr;
    base::Id near_board_;
    std::uint64_t near_revision_ = 0;
    bool near_dark_ = false;
    std::vector<const SeenItem*> seen_;
    std::vector<std::uint32_t> drawn_;  // of near_
    std::vector<Missing> missing_;
    std::unordered_map<base::Id, Kept, base::IdHash> kept_;
    std::uint64_t frame_ = 0;
    std::size_t set_ = 0, worded_ = 0;
    double scale_ = 0, scaled_s_ = 0;
    bool readable_ = false, shadows_ = false;
};

}  // namespace ui
