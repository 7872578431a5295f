#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "blank_painter.hpp"
#include "paint/paper.hpp"
#include "paint/text.hpp"
#include "ui/frame.hpp"

/// A desk to put screens on without a window: hands, keys and a clock that stands still until it is moved. Tests find
/// things by their ids through the probe, and only read it.
class Desk {
  public:
    /// A painter that draws nothing; what is drawn is looked at by `save`.
    class Nothing final : public BlankPainter {
      public:
        using BlankPainter::text;
        void text(const paint::TextLayout& layout, base::Point at, base::Colour, double) override {
            constexpr double rounding = 3;
            const auto box = layout.bounds().moved(at.x, at.y);
            for (const auto& clip : clip_areas) {
                if (box.y < clip.y - rounding || box.bottom() > clip.bottom() + rounding) return;
            }
            written.push_back(layout.text());
            boxes[layout.text()] = box;
            line_px[layout.text()] = layout.size().h / std::max(1, layout.line_count());
        }
        void push_clip(const base::Rect& area) override {
            ++clips;
            clip_areas.push_back(area);
        }
        void pop_clip() override {
            CHECK(--clips >= 0);
            clip_areas.pop_back();
        }
        int clips = 0;
        std::vector<std::string> written;  // in the last frame, not below or above a clip; with "…" where it was cut
        std::map<std::string, base::Rect, std::less<>> boxes;  // where each stands
        std::map<std::string, double, std::less<>> line_px;    // how high a line of each is
        std::vector<base::Rect> clip_areas;
    };

    using Draw = std::function<void(ui::Frame&)>;
    explicit Desk(Draw draw_, base::Size size = {1920, 1080});

    /// One frame.
    void frame();
    /// Frames until everything that waited is taken and nothing moves; the clock goes 16 ms a frame.
    void settle();
    /// Lets time pass without frames.
    void pass(double seconds);
    /// Lets time pass with a frame at every 50 ms of it.
    void wait(double seconds);

    // --- Reading the probe.
    std::optional<base::Rect> find(std::string_view id) const;
    bool has(std::string_view id) const { return find(id).has_value(); }
    base::Rect rect(std::string_view id) const;
    std::string text(std::string_view id) const;
    std::string screen() const { return state.probed().screen; }
    /// Was a text drawn in the last frame, and not cut?
    bool shows_whole(std::string_view words) const;
    std::string focus() const { return state.focused(); }

    // --- Hands.
    using Phase = ui::ContactEvent::Phase;
    void contact(int number, Phase phase, base::Point at);
    void tap_at(base::Point at, int number = 0);
    void tap(std::string_view id);
    void hold(std::string_view id, double seconds = 0.6);
    void drag_from(base::Point from, base::Point by, int number = 0);
    void drag(std::string_view id, base::Point by) { drag_from(rect(id).centre(), by); }
    void wheel(base::Point at, base::Point by);

    // --- Keys.
    void key(ui::Key key, bool control = false, bool shift = false);
    void letter(char32_t character, bool control = false, bool shift = false);
    void type(std::u32string_view characters);

    /// The picture of what is drawn now.
    paint::Picture picture();
    /// The same as a PNG, to be looked at: build/<build>/screens/desk/<name>.png.
    void save(const std::string& name);

    Draw draw;
    ui::Interaction state;
    ui::Frame::Look look;
    ui::Theme theme = ui::make_theme(ui::Theme::Kind::light);
    std::string clipboard;
    Nothing nothing;

    /// Loading fonts is slow: all desks share one.
    static paint::Typesetter& type_setter();

  private:
    void draw_with(paint::Painter& painter);
};
