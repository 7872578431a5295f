#pragma once
#include <algorithm>

#include "ui/canvas_draw.hpp"

namespace ui {

/// What is new has a few ms of each frame.
class CanvasPicture::Time {
  public:
    explicit Time(const std::function<double()>& clock_s) : clock_s_(clock_s), until_s_(clock_s() + new_s) {}
    bool is_up() const { return clock_s_() >= until_s_; }

  private:
    const std::function<double()>& clock_s_;
    double until_s_;
};

/// A text of an item that is set for just this scale.
inline bool has_text(const std::vector<paint::ItemText>& texts, double scale) {
    return std::any_of(texts.begin(), texts.end(), [scale](const auto& text) { return text.scale == scale; });
}

/// Its photo is looked at so closely that the small one would show it.
inline bool is_large(const model::Item& item, double scale, const Frame& frame) {
    return item.place.w * scale > frame.px(320);
}

/// So far beside its extent an item may draw: its shadow, and smoothed edges.
inline double reach_px(double scale) {
    return 16 * scale + 2;
}

}  // namespace ui
