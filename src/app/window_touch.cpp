#include "app/window_touch.hpp"

#define GLFW_EXPOSE_NATIVE_X11
#include <GLFW/glfw3.h>
#include <GLFW/glfw3native.h>
#include <X11/extensions/XInput2.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <future>
#include <initializer_list>
#include <map>
#include <optional>
#include <utility>

namespace app {
namespace {

using Phase = ui::ContactEvent::Phase;

constexpr double still_used_s = 0.5;
constexpr int pen_tip = -1;  // what stands for a finger's number; X counts those from 0

/// Where a device tells how wide a touch is, and how wide its glass is in the same units.
struct TouchWidth {
    int valuator = -1;
    double whole = 0;
};

/// Where a pen tells how hard it is pressed, and what it last did.
struct Pen {
    int valuator = -1;
    double least = 0, most = 0;
    double pressed = 0;  // 0 to 1
    WindowTouch::Touched last{};
};

/// The value of one valuator in an event, which holds those of its mask alone: what has not changed need not be there.
std::optional<double> find_valuator(const XIValuatorState& state, int number) {
    const double* value = state.values;
    for (int i = 0; i < state.mask_len * 8; ++i) {
        if (XIMaskIsSet(state.mask, i) == 0) continue;
        if (i == number) return *value;
        ++value;
    }
    return std::nullopt;
}

/// While it lives, what the server refuses is nothing: a device may be pulled out, and a window closed, before one can
/// ask for its events, and X ends programs whose requests fail. Whoever else meets a fault in that moment is spared
/// too.
class NoFaults {
  public:
    explicit NoFaults(::Display* display)
        : display_(display), before_(XSetErrorHandler([](::Display*, XErrorEvent*) { return 0; })) {}
    ~NoFaults() {
        XSync(display_, 0);
        XSetErrorHandler(before_);
    }
    NoFaults(const NoFaults&) = delete;
    NoFaults& operator=(const NoFaults&) = delete;

  private:
    ::Display* display_;
    XErrorHandler before_;
};

}  // namespace

struct WindowTouch::Inside {
    ::Display* display = nullptr;
    int opcode = 0;
    int wake_fd = -1;
    std::atomic<bool> stops = false, ended = false;
    struct Asked {
        ::Window window = 0;  // 0: only what has come
        std::promise<void> done;
    };
    base::Inbox<std::shared_ptr<Asked>> asked;

    // Of the thread.
    Atom position_x = 0, major = 0, pen_x = 0, pressure = 0;
    std::map<std::pair<int, int>, int> numbers;  // of what is down, by device and X's own number
    std::map<int, TouchWidth> widths;            // by device
    std::map<int, Pen> pens;                     // by device
    std::vector<::Window> windows;               // that are watched; some may be closed
    std::atomic<bool> has_pens = false;
    std::vector<Touched> come;

    Inside() = default;
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside() {
        if (display != nullptr) XCloseDisplay(display);
        if (wake_fd >= 0) ::close(wake_fd);
    }

    bool open() {
        // A display that has no name here is not X's.
        auto* main = glfwGetX11Display();
        display = main == nullptr ? nullptr : XOpenDisplay(DisplayString(main));
        if (display == nullptr) return false;
        int event = 0, error = 0, major_version = 2, minor_version = 2;
        if (XQueryExtension(display, "XInputExtension", &opcode, &event, &error) == 0) return false;
        if (XIQueryVersion(display, &major_version, &minor_version) != Success) return false;
        if (major_version < 2 || (major_version == 2 && minor_version < 2)) return false;
        position_x = XInternAtom(display, "Abs MT Position X", 0);
        major = XInternAtom(display, "Abs MT Touch Major", 0);
        pen_x = XInternAtom(display, "Abs X", 0);
        pressure = XInternAtom(display, "Abs Pressure", 0);
        wake_fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        // When the server is gone, the main connection says so and ends the program; this one ends its thread.
        XSetIOErrorExitHandler(
            display, [](::Display*, void*) {}, nullptr);
        // Pens come and go: some are there only from when they are first near.
        select(DefaultRootWindow(display), XIAllDevices, {XI_HierarchyChanged});
        return wake_fd >= 0;
    }

    void select(::Window window, int device, std::initializer_list<int> types) const {
        std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
        for (const int type : types) XISetMask(bits.data(), type);
        XIEventMask mask{device, static_cast<int>(bits.size()), bits.data()};
        XISelectEvents(display, window, &mask, 1);
    }

    void watch(::Window window) {
        select(window, XIAllMasterDevices, {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd});
        windows.push_back(window);
        follow_devices();
        XSync(display, 0);
    }

    /// Asked of all devices: one that has just been pulled out would be a fault.
    void look_at_devices() {
        widths.clear();
        std::map<int, Pen> found;
        int count = 0;
        auto* devices = XIQueryDevice(display, XIAllDevices, &count);
        for (int i = 0; devices != nullptr && i < count; ++i) {
            const auto& device = devices[i];
            TouchWidth width;
            Pen pen;
            bool is_touched = false, points = false;
            for (int k = 0; k < device.num_classes; ++k) {
                is_touched = is_touched || device.classes[k]->type == XITouchClass;
                if (device.classes[k]->type != XIValuatorClass) continue;
                const auto& axis = *reinterpret_cast<XIValuatorClassInfo*>(device.classes[k]);
                if (axis.label == position_x) width.whole = axis.max - axis.min;
                if (axis.label == major) width.valuator = axis.number;
                points = points || (axis.label == pen_x && axis.mode == XIModeAbsolute);
                if (axis.label != pressure) continue;
                pen.valuator = axis.number;
                pen.least = axis.min;
                pen.most = axis.max;
            }
            if (width.valuator >= 0 && width.whole > 0) widths[device.deviceid] = width;
            if (device.use != XISlavePointer || is_touched || !points || pen.most <= pen.least) continue;
            if (const auto before = pens.find(device.deviceid); before != pens.end()) {
                pen.pressed = before->second.pressed;
                pen.last = before->second.last;
            }
            found[device.deviceid] = pen;
        }
        if (devices != nullptr) XIFreeDeviceInfo(devices);
        for (const auto& [device, pen] : std::exchange(pens, std::move(found))) {
            if (!pens.contains(device)) lose(device, pen);
        }
        has_pens = !pens.empty();
    }

    /// Events of the pens themselves: those of the pointer that follows them would be taken from GLFW.
    void follow_devices() {
        look_at_devices();
        const NoFaults no_faults(display);
        for (const auto& [device, pen] : pens) {
            for (const auto window : windows) select(window, device, {XI_ButtonPress, XI_ButtonRelease, XI_Motion});
        }
    }

    /// A pen that is gone has let go of nothing.
    void lose(int device, const Pen& pen) {
        if (numbers.erase({device, pen_tip}) == 0) return;
        auto lost = pen.last;
        lost.event.phase = Phase::cancel;
        lost.event.time_s = glfwGetTime();
        come.push_back(lost);
    }

    int number_of(const std::pair<int, int>& finger) {
        if (const auto found = numbers.find(finger); found != numbers.end()) return found->second;
        int least = 1;
        const auto is_taken = [&least](const auto& one) { return one.second == least; };
        while (std::any_of(numbers.begin(), numbers.end(), is_taken)) ++least;
        return numbers[finger] = least;
    }

    void take(const XIDeviceEvent& event) {
        const std::pair<int, int> finger{event.sourceid, event.detail};
        const bool begins = event.evtype == XI_TouchBegin;
        if (!begins && !numbers.contains(finger)) return;
        if (begins && numbers.empty()) look_at_devices();
        Touched touched;
        touched.window = event.event;
        touched.event.contact = number_of(finger);
        touched.event.phase = begins ? Phase::begin : event.evtype == XI_TouchUpdate ? Phase::move : Phase::end;
        touched.event.position_px = {event.event_x, event.event_y};
        touched.event.time_s = glfwGetTime();
        if (const auto width = widths.find(event.sourceid); width != widths.end()) {
            const auto wide = find_valuator(event.valuators, width->second.valuator);
            touched.width_share = wide.value_or(0) / width->second.whole;
        }
        if (touched.event.phase == Phase::end) numbers.erase(finger);
        come.push_back(touched);
    }

    void take_pen(const XIDeviceEvent& event) {
        const auto found = pens.find(event.deviceid);
        if (found == pens.end()) return;
        auto& pen = found->second;
        if (const auto value = find_valuator(event.valuators, pen.valuator)) {
            pen.pressed = std::clamp((*value - pen.least) / (pen.most - pen.least), 0.0, 1.0);
        }
        const std::pair<int, int> tip{event.deviceid, pen_tip};
        const bool down = numbers.contains(tip);
        auto phase = down ? Phase::move : Phase::hover;
        if (event.evtype != XI_Motion) {
            constexpr int tip_button = 1;  // the others are on the pen's side
            const bool presses = event.evtype == XI_ButtonPress;
            if (event.detail != tip_button || presses == down) return;
            phase = presses ? Phase::begin : Phase::end;
        }
        Touched touched;
        touched.window = event.event;
        touched.event.contact = phase == Phase::hover ? 0 : number_of(tip);
        touched.event.phase = phase;
        touched.event.position_px = {event.event_x, event.event_y};
        touched.event.time_s = glfwGetTime();
        touched.event.pen = true;
        touched.event.pressure = pen.pressed;
        if (phase == Phase::end) numbers.erase(tip);
        pen.last = touched;
        come.push_back(touched);
    }

    int pens_down() const {
        return static_cast<int>(
            std::count_if(numbers.begin(), numbers.end(), [](const auto& one) { return one.first.second == pen_tip; }));
    }

    void take_all() {
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
            auto& cookie = event.xcookie;
            if (cookie.type != GenericEvent || cookie.extension != opcode) continue;
            if (XGetEventData(display, &cookie) == 0) continue;
            bool devices_changed = false;
            switch (cookie.evtype) {
                case XI_TouchBegin:
                case XI_TouchUpdate:
                case XI_TouchEnd:
                    take(*static_cast<const XIDeviceEvent*>(cookie.data));
                    break;
                case XI_ButtonPress:
                case XI_ButtonRelease:
                case XI_Motion:
                    take_pen(*static_cast<const XIDeviceEvent*>(cookie.data));
                    break;
                default:
                    devices_changed = cookie.evtype == XI_HierarchyChanged;
            }
            XFreeEventData(display, &cookie);
            if (devices_changed) follow_devices();
        }
    }
};

WindowTouch::WindowTouch(std::function<void()> wake) : inside_(std::make_unique<Inside>()), touched_(std::move(wake)) {}

std::unique_ptr<WindowTouch> WindowTouch::start(std::function<void()> wake) {
    std::unique_ptr<WindowTouch> touch(new WindowTouch(std::move(wake)));
    if (!touch->inside_->open()) return nullptr;
    touch->thread_ = std::thread([mine = touch.get()] { mine->run(); });
    return touch;
}

WindowTouch::~WindowTouch() {
    if (!thread_.joinable()) return;
    inside_->stops = true;
    tell_thread();
    thread_.join();
}

void WindowTouch::tell_thread() const {
    const std::uint64_t one = 1;
    // It fails only when the thread has not yet taken what it was told before: then it wakes all the same.
    [[maybe_unused]] const auto written = ::write(inside_->wake_fd, &one, sizeof one);
}

std::uint64_t WindowTouch::watch(GLFWwindow* window) {
    // The server must know the window before another connection names it.
    XSync(glfwGetX11Display(), 0);
    const auto name = glfwGetX11Window(window);
    ask(name);
    return name;
}

void WindowTouch::ask(::Window window) {
    auto asked = std::make_shared<Inside::Asked>();
    asked->window = window;
    auto done = asked->done.get_future();
    inside_->asked.push(std::move(asked));
    tell_thread();
    // The thread ends by itself when its connection breaks.
    while (!inside_->ended && done.wait_for(std::chrono::milliseconds(20)) == std::future_status::timeout)
        tell_thread();
}

bool WindowTouch::is_used() const {
    return down_ > 0 || (last_s_ >= 0 && glfwGetTime() - last_s_ < still_used_s);
}

bool WindowTouch::is_pen_used() {
    if (!inside_->has_pens) return false;
    ask(0);
    return pens_down_ > 0 || (last_pen_s_ >= 0 && glfwGetTime() - last_pen_s_ < still_used_s);
}

void WindowTouch::pass_on() {
    auto& mine = *inside_;
    mine.take_all();
    if (mine.come.empty()) return;
    last_s_ = mine.come.back().event.time_s;
    for (const auto& one : mine.come) {
        if (one.event.pen) last_pen_s_ = one.event.time_s;
    }
    down_ = static_cast<int>(mine.numbers.size());
    pens_down_ = mine.pens_down();
    touched_.push_all(std::exchange(mine.come, {}));
}

void WindowTouch::run() {
    auto& mine = *inside_;
    std::array<pollfd, 2> waits{{{ConnectionNumber(mine.display), POLLIN, 0}, {mine.wake_fd, POLLIN, 0}}};
    while (!mine.stops) {
        pass_on();
        if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) break;
        if ((waits[0].revents & (POLLERR | POLLHUP)) != 0) break;
        std::uint64_t told = 0;
        [[maybe_unused]] const auto read = ::read(mine.wake_fd, &told, sizeof told);
        for (const auto& asked : mine.asked.take_all()) {
            if (asked->window != 0) {
                mine.watch(asked->window);
            } else {
                XSync(mine.display, 0);
            }
            pass_on();
            asked->done.set_value();
        }
    }
    down_ = pens_down_ = 0;
    mine.ended = true;
}

}  // namespace app
