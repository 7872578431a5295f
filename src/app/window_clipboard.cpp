#include "app/window_clipboard.hpp"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>

#include <array>
#include <chrono>
#include <memory>

#include "paint/image_intake.hpp"

namespace app {
namespace {

using base::Code;

constexpr int look_up_ms = 50;  // how often it is asked whether to go on

/// What is asked for at most, and how long an owner may say nothing.
struct Bounds {
    std::size_t most_bytes;
    std::chrono::milliseconds silence;
};
constexpr Bounds of_images{paint::most_image_bytes, std::chrono::seconds(2)};
// A hand waits meanwhile, and the wall with it.
constexpr Bounds of_text{std::size_t{1} << 20U, std::chrono::milliseconds(500)};

struct ClipboardCloser {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

using Connection = std::unique_ptr<Display, ClipboardCloser>;

Connection connect() {
    Connection display(XOpenDisplay(nullptr));
    // When the server is gone, the main connection says so.
    if (display) {
        XSetIOErrorExitHandler(
            display.get(), [](Display*, void*) {}, nullptr);
    }
    return display;
}

::Window owner_of(Display* display) {
    return XGetSelectionOwner(display, XInternAtom(display, "CLIPBOARD", 0));
}

/// Asks for what the clipboard holds, one kind at a time.
class Selection {
  public:
    Selection(Display* display, const Bounds& bounds, const std::function<bool()>& stopped)
        : display_(display),
          bounds_(bounds),
          stopped_(stopped),
          window_(XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)),
          clipboard_(XInternAtom(display, "CLIPBOARD", 0)),
          pieces_(XInternAtom(display, "INCR", 0)),
          place_(XInternAtom(display, "IDERUM_PASTE", 0)) {
        XSelectInput(display, window_, PropertyChangeMask);
    }

    /// Empty: its owner has none of this kind. What is longer than may be is cut somewhere beyond that.
    base::Result<std::string> read(const char* type) {
        XDeleteProperty(display_, window_, place_);
        XConvertSelection(display_, clipboard_, XInternAtom(display_, type, 0), place_, window_, CurrentTime);
        XEvent answer;
        IR_DO(await(SelectionNotify, answer));
        if (answer.xselection.property == 0) return std::string();
        // That it was put there has been told too: what is told from now on is of the pieces.
        while (XCheckTypedWindowEvent(display_, window_, PropertyNotify, &answer) != 0) {
        }
        std::string bytes;
        if (take_piece(bytes) != pieces_) return bytes;
        // What is large comes in pieces, each when the one before has been taken; an empty one ends them.
        bytes.clear();
        for (;;) {
            do {
                IR_DO(await(PropertyNotify, answer));
            } while (answer.xproperty.atom != place_ || answer.xproperty.state != PropertyNewValue);
            const auto before = bytes.size();
            take_piece(bytes);
            if (bytes.size() == before || bytes.size() > bounds_.most_bytes) return bytes;
        }
    }

  private:
    /// Adds what lies in the property and takes it away; gives its type.
    Atom take_piece(std::string& to) {
        Atom type = 0;
        int format = 0;
        unsigned long count = 0, after = 0;
        unsigned char* bytes = nullptr;
        const auto most_words = static_cast<long>(bounds_.most_bytes / 4 + 1);
        XGetWindowProperty(display_, window_, place_, 0, most_words, 1, AnyPropertyType, &type, &format, &count, &after,
                           &bytes);
        // More than that stays there, and what was taken is too much already.
        if (bytes != nullptr && format == 8) to.append(reinterpret_cast<const char*>(bytes), count);
        if (after > 0) to.resize(bounds_.most_bytes + 1);
        if (bytes != nullptr) XFree(bytes);
        return type;
    }

    base::Done await(int kind, XEvent& event) {
        const auto until = std::chrono::steady_clock::now() + bounds_.silence;
        while (XCheckTypedWindowEvent(display_, window_, kind, &event) == 0) {
            if (stopped_()) return base::refuse(Code::closed, "stopped");
            if (std::chrono::steady_clock::now() > until) return base::refuse(Code::not_now);
            pollfd waiting{ConnectionNumber(display_), POLLIN, 0};
            ::poll(&waiting, 1, look_up_ms);
            if ((waiting.revents & (POLLERR | POLLHUP)) != 0) return base::refuse(Code::not_now);
        }
        return {};
    }

    Display* display_;
    Bounds bounds_;
    const std::function<bool()>& stopped_;
    ::Window window_;
    Atom clipboard_, pieces_, place_;
};

}  // namespace

base::Result<std::string> read_clipboard_image(const std::function<bool()>& stopped) {
    const auto display = connect();
    if (!display || owner_of(display.get()) == 0) return base::refuse(Code::not_found);
    Selection selection(display.get(), of_images, stopped);
    for (const char* type : {"image/png", "image/jpeg", "image/bmp", "image/gif"}) {
        IR_TRY(auto bytes, selection.read(type));
        if (bytes.size() > of_images.most_bytes) return base::refuse(Code::too_large, "bytes");
        if (!bytes.empty()) return bytes;
    }
    return base::refuse(Code::not_found);
}

base::Result<std::string> read_clipboard_text() {
    const auto display = connect();
    if (!display) return base::refuse(Code::not_found);
    const std::function<bool()> never = [] { return false; };
    Selection selection(display.get(), of_text, never);
    for (const char* type : {"UTF8_STRING", "text/plain;charset=utf-8"}) {
        IR_TRY(auto text, selection.read(type));
        if (text.size() > of_text.most_bytes) text.resize(of_text.most_bytes);
        if (!text.empty()) return text;
    }
    return base::refuse(Code::not_found);
}

unsigned long clipboard_owner() {
    const auto display = connect();
    return display ? owner_of(display.get()) : 0;
}

}  // namespace app
