#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "app/memory_rest.hpp"
#include "app/probe_server.hpp"
#include "app/window.hpp"
#include "paint/text.hpp"
#include "ui/frame.hpp"

namespace app {

/// The loop of the windows. A frame: wait for input or wake → take the feed → translate input → draw screens, which
/// collect intents → send them → present. With nothing to do it sleeps.
class Stage {
  public:
    struct Plan {
        Window::Plan window;
        ui::DisplaySettings settings;
        bool settings_given = false;  // on the command line: they go before what was kept
        /// What was kept of a display, by its name; may be empty. So a window has its theme from its first moment.
        std::function<std::optional<ui::DisplaySettings>(const std::string& display)> kept;
        base::Path probe;  // socket; empty: none
    };
    struct Scenes {
        std::function<void()> take_feed;  // before drawing; may be empty
        std::function<void(ui::Frame&)> wall;
        std::function<void(ui::Frame&)> second;     // the trainer's or the audience's view
        std::function<void()> send;                 // after drawing
        std::function<std::int64_t()> host_now_ms;  // else the system's clock
        std::function<std::shared_ptr<const paint::Photo>(std::string_view hash, bool large)>
            photo;                                                         // as ui::Frame::Look
        std::function<std::optional<bool>(std::string_view word)> spells;  // the same
    };
    struct Trouble {
        std::optional<WindowTrouble> window;
        std::optional<base::Error> probe;
    };
    static tl::expected<std::unique_ptr<Stage>, Trouble> open(const Plan& plan);
    ~Stage();

    /// Until close(), or the wall's window is closed. Main thread.
    void run(const Scenes& scenes);
    /// One turn: takes events and draws what is due. `most_s`: how long it may sleep first, below 0 as long as it
    /// likes.
    void turn(const Scenes& scenes, double most_s);

    /// As if the wall's window had told it, for the next turn: for benchmarks.
    void feed(const ui::InputEvent& event) { wall_.interaction.push(event); }
    /// Something of it waits for the next turn.
    bool has_more_input() const { return wall_.interaction.has_more(); }

    /// Any thread: something has come in; draw.
    void wake();
    /// Any thread.
    void close();

    /// May be changed between frames; the next one follows.
    ui::DisplaySettings& settings() { return wall_.settings; }
    ui::DisplaySettings& second_settings() { return second_.settings; }

    bool full_screen() const { return wall_.window->full_screen(); }
    void set_full_screen(bool on);
    /// Opens the second view on a display that does not show the wall, else as a window. It comes and goes with its
    /// display until it is closed, and is on the wall's only when it is asked to float there.
    void set_second(bool on, bool may_float);
    bool has_second() const { return wants_second_; }
    /// It has a window: its display is there, or it floats.
    bool shows_second() const { return second_.window != nullptr; }
    /// The display of the second view, by name; empty: it floats, or has never had one.
    const std::string& second_display() const { return second_.display; }
    /// Changes places: the wall where the second view was, and back.
    void swap_displays();
    std::vector<Display> displays() const { return system_->displays(); }

    Window& window() { return *wall_.window; }
    paint::Typesetter& type() { return type_; }

  private:
    struct Pane {
        std::unique_ptr<Window> window;
        ui::Interaction interaction;
        ui::DisplaySettings settings;
        std::string display;  // where it belongs, by name
        bool full = false;    // shall fill it; the system makes it a window when its display goes dark
        double due_s = 0;     // when it is next drawn; below 0: when something happens
        double drawn_s = -1;
    };
    Stage() = default;
    double sleep_s() const;
    bool draw(Pane& pane, const Scenes& scenes, const std::function<void(ui::Frame&)>& scene);
    void place_again(bool may_float);
    std::optional<ui::DisplaySettings> kept_of(const std::string& display) const;

    std::unique_ptr<WindowSystem> system_;
    decltype(Plan::kept) kept_;
    paint::Typesetter type_;
    Pane wall_, second_;
    bool wants_second_ = false;
    MemoryRest memory_;
    std::unique_ptr<ProbeServer> probe_;
    std::atomic<bool> woken_ = false, closing_ = false;
};

}  // namespace app
