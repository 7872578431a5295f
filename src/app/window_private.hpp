#pragma once
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <map>

#include "app/window.hpp"
#include "app/window_renderer.hpp"
#include "app/window_touch.hpp"
#include "paint/photo.hpp"
#include "ui/damage.hpp"

namespace app {

/// The atlas's pages as OpenGL textures; shared by all windows.
class AtlasTextures {
  public:
    explicit AtlasTextures(paint::GlyphAtlas& atlas) : atlas_(atlas) {}
    /// The texture of a page, made when missing. The context must be current.
    std::uintptr_t of(int page);
    /// Brings what has changed.
    void upload();
    void forget();

  private:
    paint::GlyphAtlas& atlas_;
    std::vector<unsigned> names_;
};

/// Photos as OpenGL textures; shared by all windows. The context must be current.
class PhotoTextures {
  public:
    static constexpr std::size_t most = 96;  // then all are made anew, those that are still shown

    std::uintptr_t of(const paint::Photo& photo);
    /// True when the textures were thrown away: a new one may have an old one's name, so what was drawn with them is no
    /// longer known. Between frames.
    bool tidy();

  private:
    std::map<std::uint64_t, unsigned> names_;  // by the photo's number
};

struct WindowSystem::Inside {
    paint::GlyphAtlas atlas;
    AtlasTextures textures{atlas};
    PhotoTextures photos;
    GLFWwindow* shared = nullptr;  // any that is open: the others share its objects
    std::vector<Window*> windows;
    bool displays_changed = false;
    std::unique_ptr<WindowTouch> touch;  // null: no fingers are told
};

struct Window::Inside {
    WindowSystem::Inside* system = nullptr;
    GLFWwindow* handle = nullptr;
    ImGuiContext* imgui = nullptr;
    std::unique_ptr<WindowRenderer> renderer;
    bool keeps = false;  // what was drawn, when it has been shown
    ui::Damage damage;
    Work work;
    std::vector<ui::InputEvent> events;
    std::vector<Dropped> dropped;
    base::Point at;  // of the last move in the queue
    bool down = false;
    std::uint64_t touch_name = 0;  // by which fingers are told
    bool pointer_hidden = false;   // a finger is used: what X puts under it is not shown
    bool dirty = true;
    base::Rect windowed{80, 80, 1280, 720};

    /// What was on the glass is gone, or of another size.
    void lose() {
        dirty = true;
        damage.forget();
    }
};

/// GLFW's callbacks, into the window's queue.
struct WindowCallbacks {
    static void install(Window& window);
    /// What fingers did since the last call, to the windows that they did it in.
    static void take_fingers(WindowSystem::Inside& system);
};

/// The system's words for the last thing that failed.
std::string last_words();

}  // namespace app
