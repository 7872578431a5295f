#include <algorithm>
#include <array>
#include <utility>

#include "app/window_clipboard.hpp"
#include "app/window_private.hpp"

namespace app {
namespace {

using ui::ContactEvent;
using ui::Key;
using Phase = ContactEvent::Phase;

Window& window_of(GLFWwindow* handle) {
    return *static_cast<Window*>(glfwGetWindowUserPointer(handle));
}

Key key_of(int key) {
    static constexpr std::array<std::pair<int, Key>, 16> table{{{GLFW_KEY_TAB, Key::tab},
                                                                {GLFW_KEY_ENTER, Key::enter},
                                                                {GLFW_KEY_KP_ENTER, Key::enter},
                                                                {GLFW_KEY_SPACE, Key::space},
                                                                {GLFW_KEY_ESCAPE, Key::escape},
                                                                {GLFW_KEY_BACKSPACE, Key::backspace},
                                                                {GLFW_KEY_DELETE, Key::del},
                                                                {GLFW_KEY_INSERT, Key::insert},
                                                                {GLFW_KEY_HOME, Key::home},
                                                                {GLFW_KEY_END, Key::end},
                                                                {GLFW_KEY_LEFT, Key::left},
                                                                {GLFW_KEY_RIGHT, Key::right},
                                                                {GLFW_KEY_UP, Key::up},
                                                                {GLFW_KEY_DOWN, Key::down},
                                                                {GLFW_KEY_PAGE_UP, Key::page_up},
                                                                {GLFW_KEY_PAGE_DOWN, Key::page_down}}};
    for (const auto& [code, name] : table) {
        if (code == key) return name;
    }
    if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) {
        return static_cast<Key>(static_cast<int>(Key::f1) + key - GLFW_KEY_F1);
    }
    return Key::other;
}

/// The first code point of what the key writes on this person's layout, in lower case.
char32_t character_of(int key, int scancode) {
    const char* name = glfwGetKeyName(key, scancode);
    if (name == nullptr || *name == '\0') return 0;
    const auto byte = [name](int i) { return static_cast<char32_t>(static_cast<unsigned char>(name[i])); };
    char32_t c = byte(0);
    if (c >= 0xC0 && c < 0xE0 && name[1] != '\0')
        c = ((c & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    else if (c >= 0x80)
        c = 0;
    // Other alphabets: the letter that stands on the key in Latin, so that Ctrl+C is where hands know it.
    if ((c == 0 || c > 0xFF) && key >= GLFW_KEY_A && key <= GLFW_KEY_Z)
        c = U'a' + static_cast<char32_t>(key - GLFW_KEY_A);
    if (c >= U'A' && c <= U'Z') c += 0x20;
    return c;
}

}  // namespace

/// The window's private side for GLFW's functions.
struct WindowQueue {
    Window::Inside& inside;
    void push(const ui::InputEvent& event) { inside.events.push_back(event); }
    void contact(Phase phase) { push(ContactEvent{0, phase, inside.at, glfwGetTime()}); }
};

void WindowCallbacks::install(Window& window) {
    auto* handle = window.inside().handle;
    glfwSetWindowUserPointer(handle, &window);
    // Positions come from moves alone: the server's present position is not where the button was pressed.
    glfwSetCursorPosCallback(handle, [](GLFWwindow* at, double x, double y) {
        WindowQueue queue{window_of(at).inside()};
        int wide = 1, high = 1, px_wide = 1, px_high = 1;
        glfwGetWindowSize(at, &wide, &high);
        glfwGetFramebufferSize(at, &px_wide, &px_high);
        queue.inside.at = {x * px_wide / std::max(1, wide), y * px_high / std::max(1, high)};
        // X's pointer follows the first finger, and pens: nobody's mouse hovers there.
        const auto& touch = queue.inside.system->touch;
        if (!queue.inside.down && touch && touch->is_used()) return;
        if (std::exchange(queue.inside.pointer_hidden, false)) glfwSetInputMode(at, GLFW_CURSOR, GLFW_CURSOR_NORMAL);
        queue.contact(queue.inside.down ? Phase::move : Phase::hover);
    });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* at, int button, int action, int) {
        WindowQueue queue{window_of(at).inside()};
        if (button != GLFW_MOUSE_BUTTON_LEFT) return;
        const bool presses = action == GLFW_PRESS;
        const auto& touch = queue.inside.system->touch;
        // What a pen does is told by the pen; of its press nothing is let go.
        if (presses ? touch && touch->is_pen_used() : !queue.inside.down) return;
        queue.inside.down = presses;
        queue.contact(queue.inside.down ? Phase::begin : Phase::end);
    });
    glfwSetScrollCallback(handle, [](GLFWwindow* at, double x, double y) {
        WindowQueue queue{window_of(at).inside()};
        const double step = window_of(at).size_px().h / 12;
        const auto held = [at](int key) { return glfwGetKey(at, key) == GLFW_PRESS; };
        const bool control = held(GLFW_KEY_LEFT_CONTROL) || held(GLFW_KEY_RIGHT_CONTROL);
        const bool shift = held(GLFW_KEY_LEFT_SHIFT) || held(GLFW_KEY_RIGHT_SHIFT);
        // A wheel that turns one way only goes sideways with Shift.
        if (shift && !control && x == 0) std::swap(x, y);
        queue.push(ui::WheelEvent{queue.inside.at, {x * step, y * step}, glfwGetTime(), control});
    });
    glfwSetKeyCallback(handle, [](GLFWwindow* at, int key, int scancode, int action, int held) {
        if (action == GLFW_RELEASE) return;
        ui::KeyEvent event;
        event.key = key_of(key);
        if (event.key == Key::other) {
            event.character = character_of(key, scancode);
            if (event.character == 0) return;
            event.key = Key::character;
        }
        event.control = (held & GLFW_MOD_CONTROL) != 0;
        event.shift = (held & GLFW_MOD_SHIFT) != 0;
        event.alt = (held & GLFW_MOD_ALT) != 0;
        event.repeated = action == GLFW_REPEAT;
        event.time_s = glfwGetTime();
        WindowQueue{window_of(at).inside()}.push(event);
    });
    glfwSetCharCallback(handle, [](GLFWwindow* at, unsigned character) {
        WindowQueue{window_of(at).inside()}.push(ui::CharEvent{static_cast<char32_t>(character), glfwGetTime()});
    });
    glfwSetDropCallback(handle, [](GLFWwindow* at, int count, const char** files) {
        auto& inside = window_of(at).inside();
        for (int i = 0; i < count; ++i) inside.dropped.push_back({files[i], inside.at});
        inside.dirty = true;  // a frame looks at them
    });
    glfwSetWindowFocusCallback(handle, [](GLFWwindow* at, int focused) {
        WindowQueue queue{window_of(at).inside()};
        if (focused != 0) return;
        queue.inside.down = false;
        queue.push(ui::BlurEvent{});
    });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* at) { window_of(at).inside().lose(); });
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* at, int, int) { window_of(at).inside().lose(); });
    glfwSetWindowIconifyCallback(handle, [](GLFWwindow* at, int) { window_of(at).inside().lose(); });
}

void WindowCallbacks::take_fingers(WindowSystem::Inside& system) {
    if (!system.touch) return;
    for (auto& touched : system.touch->take()) {
        const auto found = std::find_if(system.windows.begin(), system.windows.end(), [&touched](Window* window) {
            return window->inside().touch_name == touched.window;
        });
        if (found == system.windows.end()) continue;
        auto& inside = (*found)->inside();
        if (touched.width_share > 0) touched.event.width_px = touched.width_share * (*found)->display().place.w;
        inside.events.emplace_back(touched.event);
        // Whoever points with a pen beside the display looks for the pointer.
        const bool hides = !touched.event.pen;
        if (std::exchange(inside.pointer_hidden, hides) != hides) {
            glfwSetInputMode(inside.handle, GLFW_CURSOR, hides ? GLFW_CURSOR_HIDDEN : GLFW_CURSOR_NORMAL);
        }
    }
}

ui::Clipboard Window::clipboard() {
    auto* handle = inside_->handle;
    auto* system = inside_->system;
    return {[handle, system]() -> std::string {
                const auto owner = clipboard_owner();
                if (owner != 0 && owner != system->clipboard_owner) return read_clipboard_text().value_or("");
                const char* text = glfwGetClipboardString(handle);
                return text == nullptr ? "" : text;
            },
            [handle, system](const std::string& text) {
                glfwSetClipboardString(handle, text.c_str());
                system->clipboard_owner = clipboard_owner();
            }};
}

}  // namespace app
