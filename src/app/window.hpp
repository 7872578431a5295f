#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "app/displays.hpp"
#include "base/geometry.hpp"
#include "paint/glyph_atlas.hpp"
#include "paint/painter.hpp"
#include "ui/interaction.hpp"

namespace ui {
class ScreenPainter;
}
namespace app {

/// Why there is no window. `detail`: the system's own words, or the packages that are missing.
struct WindowTrouble {
    enum class Why { no_display, no_opengl, no_fonts };
    Why why = Why::no_display;
    std::string detail;
};
/// What happened and what to do, as people read it.
std::string explain(const WindowTrouble& trouble);

/// GLFW, and what all windows share: the glyph atlas and its textures. One in a program; main thread. Only
/// `window*.cpp` know GLFW, OpenGL and Dear ImGui (1.86 here; of later versions only the renderer's set-up differs).
class WindowSystem {
  public:
    static tl::expected<std::unique_ptr<WindowSystem>, WindowTrouble> start();
    ~WindowSystem();
    WindowSystem(const WindowSystem&) = delete;
    WindowSystem& operator=(const WindowSystem&) = delete;

    std::vector<Display> displays() const;
    /// True once after displays came, went or changed.
    bool displays_changed();
    /// Sleeps until something happens, at most this long; below 0: for ever. Takes what has happened.
    void wait(double most_s);
    /// Any thread: ends the sleep.
    static void wake();
    /// Seconds, from a clock that never goes back.
    static double now_s();

    struct Inside;  // of window*.cpp

  private:
    friend class Window;
    WindowSystem() = default;
    std::unique_ptr<Inside> inside_;
};

/// One window with its own queue of events. Main thread.
class Window {
  public:
    struct Plan {
        std::string title = "Idérum";
        bool full_screen = true;
        base::Size size{1280, 720};  // when it is not full screen
        std::string display;         // by name; else the primary one
        base::Colour ground;         // before its first frame
        bool may_wait = true;        // for the display's beat; one window only
    };
    static tl::expected<std::unique_ptr<Window>, WindowTrouble> open(WindowSystem& system, const Plan& plan);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// What hands and keys did since the last call, in order. Nothing is joined or left out.
    std::vector<ui::InputEvent> take_events();
    /// Files that were let go over the window since the last call.
    struct Dropped {
        std::string file;  // path
        base::Point at;    // px
    };
    std::vector<Dropped> take_dropped();
    /// True once after the system asked for a redraw: uncovered, resized, moved to another display.
    bool take_dirty();
    bool wants_to_close() const;

    base::Size size_px() const;
    bool has_area() const;  // false while it is iconified
    /// The display that it is on now; its whole size tells how large a px is.
    Display display() const;
    bool full_screen() const;
    /// On a display by name (full screen), or as a window again.
    void set_full_screen(const std::string& display);
    void set_windowed();
    ui::Clipboard clipboard();
    void close_soon();

    /// Draws one frame and shows it: what differs from the one before, if anything does. `draw` gets a painter for
    /// size_px().
    void draw(const std::function<void(paint::Painter&)>& draw);
    /// The next frame is drawn as if nothing was on the screen.
    void forget();
    /// What drawing has cost so far.
    struct Work {
        std::int64_t frames = 0;  // that were asked for
        std::int64_t parts = 0;   // that were drawn; of a frame like the one before: none
        std::int64_t px = 0;      // of these parts
        std::int64_t triangles = 0;
    };
    const Work& work() const;
    /// Waits until everything that was drawn is on the screen.
    void finish();
    /// OpenGL's name of what draws: "llvmpipe (LLVM 15.0.6, 256 bits)".
    std::string driver();

    struct Inside;  // of window*.cpp
    Inside& inside() { return *inside_; }

  private:
    Window() = default;
    void show(ui::ScreenPainter& painter, base::Size size, std::vector<base::Rect> parts);
    std::unique_ptr<Inside> inside_;
};

}  // namespace app
