#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "base/inbox.hpp"
#include "ui/pointer.hpp"

struct GLFWwindow;

namespace app {

/// Fingers on touch displays. X tells of them by XInput 2.2, and GLFW's own loop drops what it does not expect: they
/// come on a connection and a thread of their own. The pointer that X would make of the first finger goes nowhere, for
/// a window that is told of fingers gets them instead. Main thread, but for the thread inside.
class WindowTouch {
  public:
    /// After GLFW has begun. Null where X knows no touch: then the first finger is the mouse, as everywhere.
    /// `wake` is called from the thread, when something has come.
    static std::unique_ptr<WindowTouch> start(std::function<void()> wake);
    ~WindowTouch();
    WindowTouch(const WindowTouch&) = delete;
    WindowTouch& operator=(const WindowTouch&) = delete;

    /// From now on this window's fingers are told; returns the name that they carry.
    std::uint64_t watch(GLFWwindow* window);

    struct Touched {
        std::uint64_t window = 0;
        ui::ContactEvent event;  // px of the window; contacts count from 1, the least that is free
        double width_share = 0;  // of the touch display's width; 0: it does not tell
    };
    /// What came since the last call, in order.
    std::vector<Touched> take() { return touched_.take_all(); }
    /// A finger is down, or was half a second ago: moves of the pointer may be X following it.
    bool is_used() const;

    struct Inside;  // knows X

  private:
    explicit WindowTouch(std::function<void()> wake);
    void run();
    void tell_thread() const;

    std::unique_ptr<Inside> inside_;
    base::Inbox<Touched> touched_;
    std::atomic<int> down_ = 0;
    std::atomic<double> last_s_ = -1;
    std::thread thread_;
};

}  // namespace app
