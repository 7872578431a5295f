#include "app/window.hpp"

#include <algorithm>
#include <cmath>

#include "app/window_kept.hpp"
#include "app/window_private.hpp"
#include "base/check.hpp"
#include "base/language.hpp"
#include "paint/text.hpp"
#include "ui/screen_painter.hpp"

namespace app {
namespace {

WindowSystem::Inside* running = nullptr;  // for GLFW's callback about displays, which carries nothing

GLFWmonitor* monitor_named(const std::string& name) {
    int count = 0;
    auto** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        if (name == glfwGetMonitorName(monitors[i])) return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

Display described(GLFWmonitor* monitor) {
    Display display;
    int x = 0, y = 0;
    glfwGetMonitorPos(monitor, &x, &y);
    const auto* mode = glfwGetVideoMode(monitor);
    display.name = glfwGetMonitorName(monitor);
    if (mode != nullptr) display.place = {double(x), double(y), double(mode->width), double(mode->height)};
    display.primary = monitor == glfwGetPrimaryMonitor();
    return display;
}

/// `high`: of a window, whose rows OpenGL counts from the bottom; 0: they go from the top.
void fill_opaque(const std::vector<ui::ScreenPainter::Opaque>& rects, int high) {
    glEnable(GL_SCISSOR_TEST);
    // Clearing a part of the picture: neither texture nor blending.
    for (const auto& rect : rects) {
        glScissor(rect.x, high == 0 ? rect.y : high - rect.y - rect.h, rect.w, rect.h);
        glClearColor(rect.colour.r / 255.0F, rect.colour.g / 255.0F, rect.colour.b / 255.0F, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
}

/// With its number, so that a picture is another than the one whose texture it has got.
std::uintptr_t texture_of(const paint::KeptPicture& picture) {
    const auto& kept = static_cast<const KeptTextures::Picture&>(picture);
    return kept.name | (kept.number << ui::ScreenPainter::number_shift);
}

}  // namespace

std::string last_words() {
    const char* words = nullptr;
    glfwGetError(&words);
    return words == nullptr ? "" : words;
}

std::string explain(const WindowTrouble& trouble) {
    using Why = WindowTrouble::Why;
    const auto text = trouble.why == Why::no_display  ? base::tr("window.no_display")
                      : trouble.why == Why::no_opengl ? base::tr("window.no_opengl")
                                                      : base::tr("window.no_fonts", {{"packages", trouble.detail}});
    const bool technical = trouble.why != Why::no_fonts && !trouble.detail.empty();
    return technical ? text + " (" + trouble.detail + ")" : text;
}

tl::expected<std::unique_ptr<WindowSystem>, WindowTrouble> WindowSystem::start() {
    base::check(running == nullptr, "there is one window system");
    if (glfwInit() == GLFW_FALSE) return tl::unexpected(WindowTrouble{WindowTrouble::Why::no_display, last_words()});
    std::string packages;
    for (const auto& font : paint::missing_fonts()) {
        if (packages.find(font.package) == std::string::npos) packages += (packages.empty() ? "" : " ") + font.package;
    }
    if (!packages.empty()) {
        glfwTerminate();
        return tl::unexpected(WindowTrouble{WindowTrouble::Why::no_fonts, packages});
    }
    std::unique_ptr<WindowSystem> system(new WindowSystem());
    system->inside_ = std::make_unique<Inside>();
    running = system->inside_.get();
    running->touch = WindowTouch::start([] { wake(); });
    glfwSetMonitorCallback([](GLFWmonitor*, int) { running->displays_changed = true; });
    return system;
}

WindowSystem::~WindowSystem() {
    base::check(inside_->windows.empty(), "windows close before their system");
    running = nullptr;
    inside_->touch.reset();
    glfwTerminate();
}

std::vector<Display> WindowSystem::displays() const {
    std::vector<Display> found;
    int count = 0;
    auto** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) found.push_back(described(monitors[i]));
    return found;
}

bool WindowSystem::displays_changed() {
    return std::exchange(inside_->displays_changed, false);
}

void WindowSystem::wait(double most_s) {
    if (most_s < 0) {
        glfwWaitEvents();
    } else if (most_s == 0) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(most_s);
    }
    WindowCallbacks::take_fingers(*inside_);
}

void WindowSystem::wake() {
    glfwPostEmptyEvent();
}

double WindowSystem::now_s() {
    return glfwGetTime();
}

tl::expected<std::unique_ptr<Window>, WindowTrouble> Window::open(WindowSystem& system, const Plan& plan) {
    std::unique_ptr<Window> window(new Window());
    window->inside_ = std::make_unique<Inside>();
    auto& inside = *window->inside_;
    inside.system = system.inside_.get();
    inside.windowed.w = plan.size.w;
    inside.windowed.h = plan.size.h;

    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);  // another display that is touched takes nothing away
    // GLFW takes both or neither.
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "iderum");
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "iderum");
    GLFWmonitor* monitor = plan.full_screen ? monitor_named(plan.display) : nullptr;
    int wide = static_cast<int>(plan.size.w), high = static_cast<int>(plan.size.h);
    if (const auto* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor)) {
        wide = mode->width;
        high = mode->height;
        glfwWindowHint(GLFW_RED_BITS, mode->redBits);
        glfwWindowHint(GLFW_GREEN_BITS, mode->greenBits);
        glfwWindowHint(GLFW_BLUE_BITS, mode->blueBits);
        glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
    }
    inside.handle =
        glfwCreateWindow(std::max(1, wide), std::max(1, high), plan.title.c_str(), monitor, inside.system->shared);
    if (inside.handle == nullptr) {
        const auto words = last_words();
        window->inside_.reset();
        return tl::unexpected(WindowTrouble{WindowTrouble::Why::no_opengl, words});
    }
    inside.system->windows.push_back(window.get());
    inside.system->shared = inside.handle;
    glfwMakeContextCurrent(inside.handle);
    inside.keeps = begins_and_keeps(inside.handle, plan.ground);
    glfwSwapInterval(plan.may_wait ? 1 : 0);
    glfwFocusWindow(inside.handle);

    inside.imgui = ImGui::CreateContext();
    ImGui::SetCurrentContext(inside.imgui);
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    auto& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;  // shapes have no texture
    style.CircleTessellationMaxError = 0.15F;
    style.CurveTessellationTol = 0.5F;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts->Build();  // it wants fonts of its own, but nothing is drawn with them
    inside.renderer = std::make_unique<WindowRenderer>();
    if (inside.keeps) keep_memory_of_frames();
    WindowCallbacks::install(*window);
    if (inside.system->touch) inside.touch_name = inside.system->touch->watch(inside.handle);
    // Meanwhile the host starts, and the first frame is laid out.
    const auto texture = static_cast<unsigned>(inside.system->textures.of(0));
    glfwMakeContextCurrent(nullptr);
    inside.warming = std::async(std::launch::async, [handle = inside.handle, &renderer = *inside.renderer, texture] {
        glfwMakeContextCurrent(handle);
        renderer.warm_up(texture);
        glfwMakeContextCurrent(nullptr);
    });
    return window;
}

void Window::Inside::take_context() {
    if (warming.valid()) warming.get();
    if (glfwGetCurrentContext() != handle) glfwMakeContextCurrent(handle);
}

Window::~Window() {
    if (!inside_) return;
    auto& system = *inside_->system;
    inside_->take_context();
    ImGui::SetCurrentContext(inside_->imgui);
    inside_->renderer.reset();
    ImGui::DestroyContext(inside_->imgui);
    std::erase(system.windows, this);
    if (system.windows.empty()) system.textures.forget();
    system.kept.tidy();
    glfwDestroyWindow(inside_->handle);
    system.shared = system.windows.empty() ? nullptr : system.windows.back()->inside_->handle;
}

std::vector<ui::InputEvent> Window::take_events() {
    return std::exchange(inside_->events, {});
}

std::vector<Window::Dropped> Window::take_dropped() {
    return std::exchange(inside_->dropped, {});
}

bool Window::take_dirty() {
    return std::exchange(inside_->dirty, false);
}

bool Window::wants_to_close() const {
    return glfwWindowShouldClose(inside_->handle) != 0;
}

void Window::close_soon() {
    glfwSetWindowShouldClose(inside_->handle, GLFW_TRUE);
}

base::Size Window::size_px() const {
    int wide = 0, high = 0;
    glfwGetFramebufferSize(inside_->handle, &wide, &high);
    return {double(wide), double(high)};
}

bool Window::has_area() const {
    const auto size = size_px();
    return size.w > 0 && size.h > 0 && glfwGetWindowAttrib(inside_->handle, GLFW_ICONIFIED) == 0;
}

Display Window::display() const {
    if (auto* monitor = glfwGetWindowMonitor(inside_->handle)) return described(monitor);
    int x = 0, y = 0, wide = 0, high = 0;
    glfwGetWindowPos(inside_->handle, &x, &y);
    glfwGetWindowSize(inside_->handle, &wide, &high);
    const base::Rect here{double(x), double(y), double(wide), double(high)};
    Display best;
    double most = -1;
    int count = 0;
    auto** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        auto display = described(monitors[i]);
        const auto shared = display.place.intersected(here);
        if (shared.w * shared.h > most) {
            most = shared.w * shared.h;
            best = std::move(display);
        }
    }
    return best;
}

bool Window::full_screen() const {
    return glfwGetWindowMonitor(inside_->handle) != nullptr;
}

void Window::set_full_screen(const std::string& display) {
    auto* monitor = monitor_named(display);
    const auto* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr) return;
    if (!full_screen()) {
        int x = 0, y = 0, wide = 0, high = 0;
        glfwGetWindowPos(inside_->handle, &x, &y);
        glfwGetWindowSize(inside_->handle, &wide, &high);
        inside_->windowed = {double(x), double(y), double(wide), double(high)};
    }
    glfwSetWindowMonitor(inside_->handle, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    inside_->lose();
}

void Window::set_windowed() {
    const auto& to = inside_->windowed;
    glfwSetWindowMonitor(inside_->handle, nullptr, int(to.x), int(to.y), std::max(1, int(to.w)), std::max(1, int(to.h)),
                         0);
    inside_->lose();
}

void Window::forget() {
    inside_->damage.forget();
}

const Window::Work& Window::work() const {
    return inside_->work;
}

void Window::draw(const std::function<void(paint::Painter&)>& draw) {
    auto& inside = *inside_;
    auto& system = *inside.system;
    const auto size = size_px();  // before OpenGL asks for it
    ImGui::SetCurrentContext(inside.imgui);
    auto& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.w), static_cast<float>(size.h)};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    if (system.photos.is_full()) {
        inside.take_context();
        system.photos.forget();
        for (auto* window : system.windows) window->forget();
    }
    if (system.kept.has_dropped()) {
        inside.take_context();
        system.kept.tidy();
    }
    inside.rows_from = static_cast<int>(size.h);
    ui::ScreenPainter painter(*ImGui::GetBackgroundDrawList(), system.atlas,
                              {size,
                               [&inside, &system](int page) {
                                   if (page >= system.textures.count()) inside.take_context();
                                   return system.textures.of(page);
                               },
                               [&inside](const auto& rects) { fill_opaque(rects, inside.rows_from); },
                               [&inside, &system](const paint::Photo& photo) {
                                   inside.take_context();
                                   return system.photos.of(photo);
                               },
                               [&inside](ImDrawList& list, base::Size px) {
                                   inside.take_context();
                                   return inside.keep(list, px);
                               },
                               [](const paint::KeptPicture& picture) { return texture_of(picture); }});
    draw(painter);
    ImGui::Render();
    inside.damage.begin(size);
    painter.tell(inside.damage);
    show(painter, size, inside.damage.end());
}

std::shared_ptr<const paint::KeptPicture> Window::Inside::keep(ImDrawList& list, base::Size px) {
    system->textures.upload();
    return system->kept.keep(px, [&] {
        auto* lists = &list;
        ImDrawData data;
        data.Valid = true;
        data.CmdLists = &lists;
        data.CmdListsCount = 1;
        data.DisplaySize = {static_cast<float>(px.w), static_cast<float>(px.h)};
        const int window = std::exchange(rows_from, 0);
        work.triangles += renderer->draw(data, WindowRenderer::Rows::from_top);
        rows_from = window;
    });
}

void Window::show(ui::ScreenPainter& painter, base::Size size, std::vector<base::Rect> parts) {
    auto& inside = *inside_;
    auto& work = inside.work;
    ++work.frames;
    if (parts.empty()) return;
    const base::Rect whole{0, 0, size.w, size.h};
    if (!inside.keeps) parts = {whole};
    inside.take_context();
    inside.system->textures.upload();
    for (const auto& part : parts) {
        if (!(part == whole)) painter.narrow(part);
        // What nothing is drawn on is black, not what was there.
        const ui::ScreenPainter::Opaque ground{int(part.x), int(part.y), int(part.w), int(part.h), base::rgb(0x000000)};
        fill_opaque({ground}, static_cast<int>(size.h));
        work.triangles += inside.renderer->draw(*ImGui::GetDrawData());
        work.px += static_cast<std::int64_t>(part.w * part.h);
    }
    work.parts += static_cast<std::int64_t>(parts.size());
    // OpenGL asks for the window's size after each swap, and drops what was drawn when it is another one: so also when
    // the window was given it while this frame was drawn.
    glfwSwapBuffers(inside.handle);
    if (std::exchange(inside.begins, false)) shows_itself(inside.handle);
    if (!(size_px() == size)) inside.lose();
}

void Window::finish() {
    inside_->take_context();
    glFinish();
}

std::string Window::driver() {
    inside_->take_context();
    const auto* name = glGetString(GL_RENDERER);
    return name == nullptr ? "" : reinterpret_cast<const char*>(name);
}

}  // namespace app
