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

/// Fingers on touch displays, and pens that know how hard they are pressed. X tells of them by XInput 2.2, and GLFW's
/// own loop drops what it does not expect: they come on a connection and a thread of their own. The pointer that X
/// would make of the first finger goes nowhere, for a window that is told of fingers gets them instead. A pen moves X's
/// pointer all the same: whoever hears of that asks here whether it was one. Main thread, but for the thread inside.
class WindowTouch {
  public:
    /// After GLFW has begun. Null where X knows no touch: then the first finger is the mouse, as everywhere.
    /// `wake` is called from the thread, when something has come.
    static std::unique_ptr<WindowTouch> start(std::function<void()> wake);
    ~WindowTouch();
    WindowTouch(const WindowTouch&) = delete;
    WindowTouch& operator=(const WindowTouch&) = delete;

    /// From now on this window's fingers and pens are told; returns the name that they carry.
    std::uint64_t watch(GLFWwindow* window);

    struct Touched {
        std::uint64_t window = 0;
        ui::ContactEvent event;  // px of the window; contacts count from 1, the least that is free, 0: a pen hovers
        double width_share = 0;  // of the touch display's width; 0: it does not tell
    };
    /// What came since the last call, in order.
    std::vector<Touched> take() { return touched_.take_all(); }
    /// A finger or pen is down, or was near half a second ago: moves of the pointer may be X following it.
    bool is_used() const;
    /// The same of pens, after all that X had told until now was taken: a button of the pointer that goes down is a
    /// pen's. Waits for X when there are pens.
    bool is_pen_used();

    struct Inside;  // knows X

  private:
    explicit WindowTouch(std::function<void()> wake);
    void run();
    void pass_on();
    void tell_thread() const;
    void ask(unsigned long window);

    std::unique_ptr<Inside> inside_;
    base::Inbox<Touched> touched_;
    std::atomic<int> down_ = 0, pens_down_ = 0;
    std::atomic<double> last_s_ = -1, last_pen_s_ = -1;
    std::thread thread_;
};

}  // namespace app
