#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

#include "ui/canvas.hpp"
#include "ui/canvas_tiles.hpp"
#include "ui/frame.hpp"

namespace ui {

/// How far items have been carried from where they lie, board px.
using Moved = std::unordered_map<base::Id, base::Point, base::IdHash>;
/// The item there: its place, and ends of a line that stand free. No further than items may lie.
model::Item moved_item(model::Item item, base::Point by);
/// What it looks like where it is a single px.
base::Colour flat_colour(const model::Item& item, const paint::Palette& palette);

/// Draws what a camera sees of a board, and keeps what that has cost: the order of what lies near, texts that were set,
/// and squares that were drawn. One for each window. Main thread.
///
/// 1. Three levels of detail, by how large an item's letters are: whole; shape and bars (paint::draw_item_far); one
///    flat piece.
/// 2. On a window the board is drawn into squares, and these are shown. One is drawn anew, in the same frame, when what
///    it holds has changed; what is carried is drawn above them. A painter that keeps no pictures gets it all.
/// 3. Words are set, and squares that come into view drawn, within a few ms of each frame, nearest to the middle first.
///    What is not there yet is shown stretched, or by bars. While the camera zooms, all is.
class CanvasPicture {
  public:
    enum class Detail { flat, far, whole };
    /// `written`: whose words are not drawn, because somebody writes them.
    void draw(const Canvas& canvas, const Camera& camera, const Moved& moved, Frame& frame, const base::Rect& view,
              std::span<const base::Id> written = {});

    bool with_authors = true;  // the room sees none
    /// By which new_s is measured, s; it never goes back.
    std::function<double()> clock_s = steady_s;
    static double steady_s();

    /// What was seen in the last draw, lowest first, without what is carried. Until something is taken.
    const std::vector<const SeenItem*>& seen() const { return seen_; }
    /// So few are seen, and so near, that each can be read and touched.
    bool is_readable() const { return readable_; }
    /// Texts and squares that are kept.
    std::size_t kept() const { return kept_.size(); }
    std::size_t squares() const { return tiles_.size(); }
    /// Texts that were set and squares that were drawn in the last draw.
    std::size_t set() const { return set_; }
    std::size_t drawn_anew() const { return drawn_anew_; }

    static constexpr double new_s = 0.004;            // of each frame for what is new
    static constexpr std::size_t most_touched = 150;  // items with zones of their own
    static constexpr double least_letters_px = 6;     // smaller ones are bars
    static constexpr double least_shape_px = 16;      // a smaller thing is flat

  private:
    struct Kept {
        std::uint64_t revision = 0, used = 0;
        std::vector<paint::ItemText> texts;  // at most three scales
    };
    /// Pieces of one colour: all that is known of a thing far away.
    struct Near {
        SeenItem seen;
        base::Colour flat;
    };
    /// What is drawn with, and where the board's 0,0 lies there.
    struct Brush {
        paint::Painter& painter;
        base::Point origin;
        double scale = 1;
    };
    /// What lies in one square.
    struct Square {
        std::vector<std::uint32_t> items;  // of near_
        std::uint64_t digest = 0;
    };
    struct ToDraw {
        CanvasTiles::At at;
        bool must = false;  // in this frame: nothing else shows what lies there
        bool in_view = false;
        double distance = 0;  // from the middle, squared
    };
    class Time;  // that a frame has for what is new

    void look_around(const Canvas& canvas, const base::Rect& seen, const paint::Palette& palette);
    /// Sorts out what is drawn as it lies: `area` is seen, and it is drawn in all of `reached`.
    void look_at(const Canvas& canvas, const Moved& moved, const base::Rect& area, const base::Rect& reached,
                 double to_set, Frame& frame);
    Detail detail_of(const SeenItem& seen, double scale) const;
    bool is_written(const model::Item& item) const;
    bool needs_words(const SeenItem& seen, double scale) const;
    void draw_near(const Near& near, const Brush& brush, Frame& frame) const;
    void draw_flat(const Near& near, const Brush& brush) const;
    void draw_one(const SeenItem& seen, const paint::LinePath* path, const Brush& brush, Frame& frame) const;
    void draw_moved(const Canvas& canvas, const Moved& moved, const Brush& brush, Frame& frame) const;
    void draw_directly(const Brush& brush, double to_set, base::Point middle, Frame& frame);
    double scale_to_set(double scale, Frame& frame);
    Kept& kept_of(const SeenItem& seen);
    void set_text(const model::Item& item, Kept& kept, double scale, Frame& frame);
    void forget();

    // Of squares: canvas_squares.cpp.
    CanvasTiles::Grid ahead_of(const CanvasTiles::Grid& grid, double scale);
    void forget_what_changed(const Canvas& canvas, double to_set, const Frame& frame);
    void show_squares(const CanvasTiles::Grid& grid, const CanvasTiles::Grid& ahead, Frame& frame);
    void sort_into_squares(const CanvasTiles::Grid& grid, std::vector<Square>& squares, Frame& frame) const;
    std::vector<ToDraw> plan_squares(const CanvasTiles::Grid& grid, const CanvasTiles::Grid& ahead,
                                     const std::vector<Square>& squares);
    bool set_words(const Square& square, double scale, const Time& time, Frame& frame);
    void draw_square(double scale, CanvasTiles::At at, const Square& square, bool whole, Frame& frame);
    bool show_instead(const CanvasTiles::Grid& grid, CanvasTiles::At at, Frame& frame);
    std::uint64_t photo_of(const model::Item& item, double scale, const Frame& frame) const;

    std::span<const base::Id> written_;  // while it draws
    std::vector<Near> near_;
    std::vector<SeenItem> found_;
    base::Rect near_area_;
    const Canvas* near_canvas_ = nullptr;
    base::Id near_board_;
    std::uint64_t near_revision_ = 0;
    bool near_dark_ = false;
    std::vector<const SeenItem*> seen_;
    std::vector<std::uint32_t> still_;  // of near_: what is not carried, where it is drawn
    std::unordered_map<base::Id, Kept, base::IdHash> kept_;
    CanvasTiles tiles_;
    // What squares were last drawn of; `state_` goes up with what changes in them.
    std::uint64_t look_ = 0, content_ = 0, hidden_ = 0, photos_ = 0, shown_photos_ = 0, state_ = 1;
    base::Point origin_;
    double origin_scale_ = 0;
    std::uint64_t frame_ = 0;
    std::size_t set_ = 0, drawn_anew_ = 0, worded_ = 0;
    double scale_ = 0, scaled_s_ = 0;
    bool readable_ = false;
};

}  // namespace ui
