#pragma once
#include <optional>
#include <string_view>

#include "ui/frame.hpp"

namespace ui {

/// A part of the screen whose content is longer than its place: drag to scroll (over its buttons too), wheel, and what
/// the keyboard reaches is brought into view. While it lives, the rest is clipped. What holds nothing but words is for
/// reading: then it is a stop for the keyboard itself, and the arrows scroll it. Its bar stands in the margin to the
/// right of the place, 8 px wide, so that it lies on nothing.
///
///     Scroll list(frame, "inbox", place, rows * row_px);
///     for (…) row(frame, list.content().cut_top(row_px));
class Scroll {
  public:
    Scroll(Frame& frame, std::string_view id, const base::Rect& place, double content_px,
           Zone::Axis axis = Zone::Axis::along_y, bool for_reading = false);
    ~Scroll();
    Scroll(const Scroll&) = delete;
    Scroll& operator=(const Scroll&) = delete;

    /// The content's whole rectangle where it now stands; partly outside the place.
    base::Rect& content() { return content_; }
    /// True when anything of it is to be seen: skip the rest of long lists.
    bool shows(const base::Rect& rect) const { return rect.overlaps(place_); }
    double at_px() const { return at_; }
    /// For a place that has no margin, and room for the bar itself.
    void keep_bar_inside() { bar_inside_ = true; }

  private:
    Frame& frame_;
    base::Rect place_, content_;
    double content_px_, at_ = 0;
    std::size_t scroller_before_ = 0;
    Zone::Axis axis_;
    bool focused_ = false, bar_inside_ = false;
    std::optional<Frame::Clip> clip_;
};

}  // namespace ui
