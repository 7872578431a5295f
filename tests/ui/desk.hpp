#pragma once
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.hpp"
#include "paint/paper.hpp"
#include "ui/frame.hpp"

/// A desk to put screens on without a window: hands, keys and a clock that stands still until it is moved. Tests find
/// things by their ids through the probe, and only read it.
class Desk {
  public:
    /// A painter that draws nothing; what is drawn is looked at by `save`.
    class Nothing final : public paint::Painter {
      public:
        using Painter::text;
        void fill(const base::Rect&, double, base::Colour) override {}
        void stroke(const base::Rect&, double, base::Colour, double) override {}
        void line(std::span<const base::Point>, base::Colour, double) override {}
        void polygon(std::span<const base::Point>, base::Colour) override {}
        void circle(base::Point, double, base::Colour) override {}
        void ring(base::Point, double, base::Colour, double) override {}
        void shadow(const base::Rect&, double, double, double) override {}
        void text(const paint::TextLayout&, base::Point, base::Colour, double) override {}
        void strip(std::span<const base::Point>, base::Colour) override {}
        void push_clip(const base::Rect&) override { ++clips; }
        void pop_clip() override { CHECK(--clips >= 0); }
        int clips = 0;
    };

    using Draw = std::function<void(ui::Frame&)>;
    explicit Desk(Draw draw_, base::Size size = {1920, 1080}) : draw(std::move(draw_)) {
        look.size_px = size;
        look.mm_per_px = 934.0 / size.h;  // a display of 75"
        look.now_s = 1000;
        look.host_now_ms = 1764232020000;  // 2025-11-27 08.47 UTC
        state.set_probing(true);
        state.clipboard() = {[this] { return clipboard; }, [this](const std::string& text) { clipboard = text; }};
        settle();
    }

    /// One frame.
    void frame() {
        draw_with(nothing);
        CHECK(nothing.clips == 0);
    }
    /// Frames until everything that waited is taken and nothing moves; the clock goes 16 ms a frame.
    void settle() {
        for (int left = 400; left > 0; --left) {
            frame();
            const auto again = state.next_redraw_s();
            if (!state.has_more() && (!again || *again > 0.016)) return;
            pass(0.016);
        }
        FAIL("it never came to rest");
    }
    /// Lets time pass without frames.
    void pass(double seconds) {
        look.now_s += seconds;
        look.host_now_ms += static_cast<std::int64_t>(seconds * 1000);
    }
    /// Lets time pass with a frame at every 50 ms of it.
    void wait(double seconds) {
        for (; seconds > 0; seconds -= 0.05) {
            pass(std::min(seconds, 0.05));
            frame();
        }
        settle();
    }

    // --- Reading the probe.
    std::optional<base::Rect> find(std::string_view id) const {
        for (const auto& [name, rect] : state.probed().zones) {
            if (name == id) return rect;
        }
        return std::nullopt;
    }
    bool has(std::string_view id) const { return find(id).has_value(); }
    base::Rect rect(std::string_view id) const {
        const auto found = find(id);
        REQUIRE_MESSAGE(found.has_value(), "nothing is called ", id);
        return found.value_or(base::Rect{});
    }
    std::string text(std::string_view id) const {
        std::string last;
        for (const auto& [name, words] : state.probed().texts) {
            if (name == id) last = words;
        }
        return last;
    }
    std::string screen() const { return state.probed().screen; }
    std::string focus() const { return state.focused(); }

    // --- Hands.
    using Phase = ui::ContactEvent::Phase;
    void contact(int number, Phase phase, base::Point at) {
        state.push(ui::ContactEvent{number, phase, at, look.now_s});
    }
    void tap_at(base::Point at, int number = 0) {
        contact(number, Phase::begin, at);
        pass(0.05);
        contact(number, Phase::end, at);
        settle();
    }
    void tap(std::string_view id) {
        const auto place = rect(id);
        REQUIRE_MESSAGE(!place.empty(), id, " is not to be seen");
        tap_at(place.centre());
    }
    void hold(std::string_view id, double seconds = 0.6) {
        const auto at = rect(id).centre();
        contact(0, Phase::begin, at);
        settle();
        wait(seconds);
        contact(0, Phase::end, at);
        settle();
    }
    void drag_from(base::Point from, base::Point by, int number = 0) {
        contact(number, Phase::begin, from);
        frame();
        for (int i = 1; i <= 10; ++i) {
            pass(0.02);
            contact(number, Phase::move, {from.x + by.x * i / 10, from.y + by.y * i / 10});
            frame();
        }
        pass(0.3);  // it rests before it lets go, and throws nothing
        contact(number, Phase::end, from + by);
        settle();
    }
    void drag(std::string_view id, base::Point by) { drag_from(rect(id).centre(), by); }
    void wheel(base::Point at, base::Point by) {
        state.push(ui::WheelEvent{at, by, look.now_s});
        settle();
    }

    // --- Keys.
    void key(ui::Key key, bool control = false, bool shift = false) {
        ui::KeyEvent event;
        event.key = key;
        event.control = control;
        event.shift = shift;
        event.time_s = look.now_s;
        state.push(event);
        settle();
    }
    void letter(char32_t character, bool control = false, bool shift = false) {
        ui::KeyEvent event;
        event.key = ui::Key::character;
        event.character = character;
        event.control = control;
        event.shift = shift;
        event.time_s = look.now_s;
        state.push(event);
        settle();
    }
    void type(std::u32string_view characters) {
        for (const auto character : characters) state.push(ui::CharEvent{character, look.now_s});
        settle();
    }

    /// The picture of what is drawn now.
    paint::Picture picture() {
        auto made = paint::Picture::make(look.size_px);
        REQUIRE(made.has_value());
        draw_with(made->painter());
        return std::move(*made);
    }
    /// The same as a PNG, to be looked at: build/<build>/screens/desk/<name>.png.
    void save(const std::string& name) {
        const char* build = std::getenv("IDERUM_BUILD");
        if (build == nullptr) return;
        const auto folder = base::Path(build) / "screens" / "desk";
        std::filesystem::create_directories(folder);
        CHECK(picture().write(folder / (name + ".png")).has_value());
    }

    Draw draw;
    ui::Interaction state;
    ui::Frame::Look look;
    ui::Theme theme = ui::make_theme(ui::Theme::Kind::light);
    std::string clipboard;
    Nothing nothing;

    /// Loading fonts is slow: all desks share one.
    static paint::Typesetter& type_setter() {
        static paint::Typesetter type;
        return type;
    }

  private:
    void draw_with(paint::Painter& painter) {
        ui::Frame frame(state, painter, type_setter(), theme, look);
        draw(frame);
    }
};
