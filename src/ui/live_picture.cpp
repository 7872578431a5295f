#include "ui/live_picture.hpp"

#include <algorithm>
#include <vector>

namespace ui {
namespace {

/// Draws on another painter, smaller and elsewhere.
class SmallPainter final : public paint::Painter {
  public:
    SmallPainter(paint::Painter& painter, base::Point at, double scale) : painter_(painter), at_(at), scale_(scale) {}

    using Painter::text;
    void fill(const base::Rect& area, double radius, base::Colour colour) override {
        painter_.fill(small(area), radius * scale_, colour);
    }
    void stroke(const base::Rect& area, double radius, base::Colour colour, double width) override {
        painter_.stroke(small(area), radius * scale_, colour, width * scale_);
    }
    void line(std::span<const base::Point> points, base::Colour colour, double width) override {
        painter_.line(small(points), colour, width * scale_);
    }
    void polygon(std::span<const base::Point> convex, base::Colour colour) override {
        painter_.polygon(small(convex), colour);
    }
    void circle(base::Point centre, double radius, base::Colour colour) override {
        painter_.circle(small(centre), radius * scale_, colour);
    }
    void ring(base::Point centre, double radius, base::Colour colour, double width) override {
        painter_.ring(small(centre), radius * scale_, colour, width * scale_);
    }
    void shadow(const base::Rect& area, double radius, double spread, double alpha) override {
        painter_.shadow(small(area), radius * scale_, spread * scale_, alpha);
    }
    void text(const paint::TextLayout& layout, base::Point at, base::Colour colour, double scale) override {
        painter_.text(layout, small(at), colour, scale * scale_);
    }
    void strip(std::span<const base::Point> points, base::Colour colour) override {
        painter_.strip(small(points), colour);
    }
    void photo(const paint::Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) override {
        painter_.photo(photo, part, small(place), alpha);
    }
    void push_clip(const base::Rect& area) override { painter_.push_clip(small(area)); }
    void pop_clip() override { painter_.pop_clip(); }

  private:
    base::Point small(base::Point point) const { return {at_.x + point.x * scale_, at_.y + point.y * scale_}; }
    base::Rect small(const base::Rect& rect) const {
        return {at_.x + rect.x * scale_, at_.y + rect.y * scale_, rect.w * scale_, rect.h * scale_};
    }
    std::span<const base::Point> small(std::span<const base::Point> points) {
        points_.clear();
        for (const auto point : points) points_.push_back(small(point));
        return points_;
    }

    paint::Painter& painter_;
    base::Point at_;
    double scale_;
    std::vector<base::Point> points_;
};

}  // namespace

base::Rect live_picture(LivePicture& mine, Frame& frame, const base::Rect& rect,
                        const std::function<void(Frame&)>& draw) {
    constexpr base::Size whole{1920, 1080};
    const double scale = std::min(rect.w / whole.w, rect.h / whole.h);
    const auto place = rect.centred({whole.w * scale, whole.h * scale});
    frame.painter.push_clip(place);
    SmallPainter painter(frame.painter, place.top_left(), scale);
    Frame::Look look;
    look.size_px = whole;
    look.now_s = frame.now_s();
    look.host_now_ms = frame.host_now_ms();
    look.less_motion = true;  // small things that move draw the eye from what is said
    {
        Frame inside(mine.inside, painter, frame.type, frame.theme, look);
        draw(inside);
    }
    frame.painter.pop_clip();
    if (const auto next = mine.inside.next_redraw_s()) frame.redraw_in(*next);
    return place;
}

}  // namespace ui
