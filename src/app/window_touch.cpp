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
#include <map>
#include <utility>

namespace app {
namespace {

using Phase = ui::ContactEvent::Phase;

constexpr double still_used_s = 0.5;

/// Where a device tells how wide a touch is, and how wide its glass is in the same units.
struct TouchWidth {
    int valuator = -1;
    double whole = 0;
};

/// The value of one valuator in an event, which holds those of its mask alone.
double valuator_of(const XIValuatorState& state, int number) {
    const double* value = state.values;
    for (int i = 0; i < state.mask_len * 8; ++i) {
        if (XIMaskIsSet(state.mask, i) == 0) continue;
        if (i == number) return *value;
        ++value;
    }
    return 0;
}

}  // namespace

struct WindowTouch::Inside {
    Display* display = nullptr;
    int opcode = 0;
    int wake_fd = -1;
    std::atomic<bool> stops = false, ended = false;
    struct Asked {
        ::Window window = 0;
        std::promise<void> done;
    };
    base::Inbox<std::shared_ptr<Asked>> asked;

    // Of the thread.
    Atom position_x = 0, major = 0;
    std::map<std::pair<int, int>, int> numbers;  // of the fingers that are down, by device and X's own number
    std::map<int, TouchWidth> widths;            // by device
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
        wake_fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        // When the server is gone, the main connection says so and ends the program; this one ends its thread.
        XSetIOErrorExitHandler(
            display, [](Display*, void*) {}, nullptr);
        return wake_fd >= 0;
    }

    void select(::Window window) const {
        std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
        for (const int type : {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd}) XISetMask(bits.data(), type);
        XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
        XISelectEvents(display, window, &mask, 1);
        XSync(display, 0);
    }

    /// Asked of all devices: one that has just been pulled out would be a fault, and X ends programs that make one.
    void look_at_devices() {
        widths.clear();
        int count = 0;
        auto* devices = XIQueryDevice(display, XIAllDevices, &count);
        for (int i = 0; devices != nullptr && i < count; ++i) {
            TouchWidth width;
            for (int k = 0; k < devices[i].num_classes; ++k) {
                if (devices[i].classes[k]->type != XIValuatorClass) continue;
                const auto& axis = *reinterpret_cast<XIValuatorClassInfo*>(devices[i].classes[k]);
                if (axis.label == position_x) width.whole = axis.max - axis.min;
                if (axis.label == major) width.valuator = axis.number;
            }
            if (width.valuator >= 0 && width.whole > 0) widths[devices[i].deviceid] = width;
        }
        if (devices != nullptr) XIFreeDeviceInfo(devices);
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
            touched.width_share = valuator_of(event.valuators, width->second.valuator) / width->second.whole;
        }
        if (touched.event.phase == Phase::end) numbers.erase(finger);
        come.push_back(touched);
    }

    void take_all() {
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
            auto& cookie = event.xcookie;
            if (cookie.type != GenericEvent || cookie.extension != opcode) continue;
            if (XGetEventData(display, &cookie) == 0) continue;
            const bool touch =
                cookie.evtype == XI_TouchBegin || cookie.evtype == XI_TouchUpdate || cookie.evtype == XI_TouchEnd;
            if (touch) take(*static_cast<const XIDeviceEvent*>(cookie.data));
            XFreeEventData(display, &cookie);
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
    auto asked = std::make_shared<Inside::Asked>();
    asked->window = glfwGetX11Window(window);
    auto done = asked->done.get_future();
    const auto name = asked->window;
    inside_->asked.push(std::move(asked));
    tell_thread();
    // The thread ends by itself when its connection breaks.
    while (!inside_->ended && done.wait_for(std::chrono::milliseconds(20)) == std::future_status::timeout)
        tell_thread();
    return name;
}

bool WindowTouch::is_used() const {
    return down_ > 0 || (last_s_ >= 0 && glfwGetTime() - last_s_ < still_used_s);
}

void WindowTouch::run() {
    auto& mine = *inside_;
    std::array<pollfd, 2> waits{{{ConnectionNumber(mine.display), POLLIN, 0}, {mine.wake_fd, POLLIN, 0}}};
    while (!mine.stops) {
        mine.take_all();
        if (!mine.come.empty()) {
            last_s_ = mine.come.back().event.time_s;
            down_ = static_cast<int>(mine.numbers.size());
            touched_.push_all(std::exchange(mine.come, {}));
        }
        if (::poll(waits.data(), waits.size(), -1) < 0 && errno != EINTR) break;
        if ((waits[0].revents & (POLLERR | POLLHUP)) != 0) break;
        std::uint64_t told = 0;
        [[maybe_unused]] const auto read = ::read(mine.wake_fd, &told, sizeof told);
        for (const auto& asked : mine.asked.take_all()) {
            mine.select(asked->window);
            asked->done.set_value();
        }
    }
    down_ = 0;
    mine.ended = true;
}

}  // namespace app
