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

constexpr auto longest_silence = std::chrono::seconds(2);
constexpr int look_up_ms = 50;  // how often it is asked whether to go on

struct ClipboardCloser {
    void operator()(Display* display) const { XCloseDisplay(display); }
};

/// One asking for one kind of image.
class Selection {
  public:
    Selection(Display* display, const std::function<bool()>& stopped)
        : display_(display),
          stopped_(stopped),
          window_(XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0)),
          clipboard_(XInternAtom(display, "CLIPBOARD", 0)),
          pieces_(XInternAtom(display, "INCR", 0)),
          place_(XInternAtom(display, "IDERUM_IMAGE", 0)) {
        XSelectInput(display, window_, PropertyChangeMask);
    }

    bool has_owner() const { return XGetSelectionOwner(display_, clipboard_) != 0; }

    /// Empty: its owner has none of this kind.
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
        if (take_piece(bytes) != pieces_) return within(std::move(bytes));
        // What is large comes in pieces, each when the one before has been taken; an empty one ends them.
        bytes.clear();
        for (;;) {
            do {
                IR_DO(await(PropertyNotify, answer));
            } while (answer.xproperty.atom != place_ || answer.xproperty.state != PropertyNewValue);
            const auto before = bytes.size();
            take_piece(bytes);
            if (bytes.size() == before) return bytes;
            if (bytes.size() > paint::most_image_bytes) return within(std::move(bytes));
        }
    }

  private:
    static base::Result<std::string> within(std::string bytes) {
        if (bytes.size() > paint::most_image_bytes) return base::refuse(Code::too_large, "bytes");
        return bytes;
    }

    /// Adds what lies in the property and takes it away; gives its type.
    Atom take_piece(std::string& to) {
        Atom type = 0;
        int format = 0;
        unsigned long count = 0, after = 0;
        unsigned char* bytes = nullptr;
        constexpr long most_words = static_cast<long>(paint::most_image_bytes / 4 + 1);
        XGetWindowProperty(display_, window_, place_, 0, most_words, 1, AnyPropertyType, &type, &format, &count, &after,
                           &bytes);
        // More than that stays there, and what was taken is too large already.
        if (bytes != nullptr && format == 8) to.append(reinterpret_cast<const char*>(bytes), count);
        if (after > 0) to.resize(paint::most_image_bytes + 1);
        if (bytes != nullptr) XFree(bytes);
        return type;
    }

    base::Done await(int kind, XEvent& event) {
        const auto until = std::chrono::steady_clock::now() + longest_silence;
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
    const std::function<bool()>& stopped_;
    ::Window window_;
    Atom clipboard_, pieces_, place_;
};

}  // namespace

base::Result<std::string> read_clipboard_image(const std::function<bool()>& stopped) {
    const std::unique_ptr<Display, ClipboardCloser> display(XOpenDisplay(nullptr));
    if (!display) return base::refuse(Code::not_found);
    // When the server is gone, the main connection says so.
    XSetIOErrorExitHandler(
        display.get(), [](Display*, void*) {}, nullptr);
    Selection selection(display.get(), stopped);
    if (!selection.has_owner()) return base::refuse(Code::not_found);
    for (const char* type : {"image/png", "image/jpeg", "image/bmp", "image/gif"}) {
        IR_TRY(auto bytes, selection.read(type));
        if (!bytes.empty()) return bytes;
    }
    return base::refuse(Code::not_found);
}

}  // namespace app
