#pragma once
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <future>
#include <map>

#include "app/window.hpp"
#include "app/window_renderer.hpp"
#include "app/window_touch.hpp"
#include "paint/painter.hpp"
#include "paint/photo.hpp"
#include "ui/damage.hpp"

namespace app {

/// The atlas's pages as OpenGL textures; shared by all windows.
class AtlasTextures {
  public:
    explicit AtlasTextures(paint::GlyphAtlas& atlas) : atlas_(atlas) {}
    /// The texture of a page, made when missing: then the context must be current.
    std::uintptr_t of(int page);
    int count() const { return static_cast<int>(names_.size()); }
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
    bool is_full() const { return names_.size() > most; }
    /// A new one may have an old one's name, so what was drawn with them is no longer known. Between frames.
    void forget();

  private:
    std::map<std::uint64_t, unsigned> names_;  // by the photo's number
};

/// Pictures that painters keep, as OpenGL textures; shared by all windows.
class KeptTextures {
  public:
    class Picture final : public paint::KeptPicture {
      public:
        Picture(base::Size size_px, unsigned texture, std::uint64_t number_,
                std::shared_ptr<std::vector<unsigned>> free)
            : KeptPicture(size_px), name(texture), number(number_), free_(std::move(free)) {}
        ~Picture() override { free_->push_back(name); }

        const unsigned name;
        const std::uint64_t number;  // no two have the same

      private:
        std::shared_ptr<std::vector<unsigned>> free_;
    };
    /// Renders into a new one. The context must be current, and renders to the window again.
    std::shared_ptr<const Picture> keep(base::Size size_px, const std::function<void()>& render);
    /// Something is held by nobody any more.
    bool has_dropped() const { return !free_->empty(); }
    /// Throws that away. The context must be current. Between frames.
    void tidy();

  private:
    std::shared_ptr<std::vector<unsigned>> free_ = std::make_shared<std::vector<unsigned>>();
    std::uint64_t last_ = 0;
};

struct WindowSystem::Inside {
    paint::GlyphAtlas atlas{1024};  // software keeps the whole of a texture in memory: 4 MiB each
    AtlasTextures textures{atlas};
    PhotoTextures photos;
    KeptTextures kept;
    GLFWwindow* shared = nullptr;  // any that is open: the others share its objects
    std::vector<Window*> windows;
    unsigned long clipboard_owner = 0;  // X's name of GLFW's window, since something was copied here
    bool displays_changed = false;
    std::unique_ptr<WindowTouch> touch;  // null: no fingers are told
};

struct Window::Inside {
    WindowSystem::Inside* system = nullptr;
    GLFWwindow* handle = nullptr;
    ImGuiContext* imgui = nullptr;
    std::unique_ptr<WindowRenderer> renderer;
    int rows_from = 0;          // of what is drawn to: a window's height, or 0 in a picture that is kept
    std::future<void> warming;  // the renderer, in a thread that has the context meanwhile
    bool begins = true;         // nothing was shown yet
    bool keeps = false;         // what was drawn, when it has been shown
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

    /// Renders a list into a picture that is kept.
    std::shared_ptr<const paint::KeptPicture> keep(ImDrawList& list, base::Size px);
    /// Before anything is asked of OpenGL.
    void take_context();
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
