#include "app/stage.hpp"

#include <algorithm>
#include <cmath>
#include <future>

#include "app/window_kept.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace app {
namespace {

/// What moves is drawn at most this often.
constexpr double beat_s = 1.0 / 60;
/// Below this a window shows that it is too small instead of a screen nobody can read.
constexpr double least_high = 240, least_wide = 360;

double mm_per_px(const Display& display, double diagonal_inches) {
    const double px = std::hypot(display.place.w, display.place.h);
    return px > 0 ? diagonal_inches * 25.4 / px : 0.865;
}

base::Colour ground_of(const ui::DisplaySettings& settings) {
    return ui::make_theme(settings.theme, settings.high_contrast).paper;
}

/// The display that a window with this plan opens on.
std::string first_display(const std::vector<Display>& displays, const std::string& wanted) {
    for (const auto& display : displays) {
        if (display.name == wanted) return wanted;
    }
    return displays.empty() ? std::string() : displays.front().name;  // the primary one is first
}

void draw_too_small(ui::Frame& frame) {
    frame.name_screen("too-small");
    frame.painter.fill(frame.screen(), 0, frame.theme.paper);
    ui::Ink ink;
    ink.across = paint::Align::centre;
    ink.most_lines = 0;
    ink.design = 20 / std::max(1e-6, frame.px(1));
    ui::label(frame, frame.screen().inset(12), base::tr("ui.too_small"), ink);
}

}  // namespace

tl::expected<std::unique_ptr<Stage>, Stage::Trouble> Stage::open(const Plan& plan) {
    std::unique_ptr<Stage> stage(new Stage());
    // Beside the driver, which takes longer; in the end it waits for them. Where there are none Pango ends the program.
    const auto fonts = std::async(std::launch::async, [&type = stage->type_] {
        if (paint::missing_fonts().empty()) type.warm_up();
    });
    auto system = WindowSystem::start();
    if (!system) return tl::unexpected(Trouble{system.error(), {}});
    stage->system_ = std::move(*system);
    stage->kept_ = plan.kept;
    auto settings = plan.settings;
    const auto display = first_display(stage->system_->displays(), plan.window.display);
    if (!plan.settings_given) settings = stage->kept_of(display).value_or(settings);
    auto window_plan = plan.window;
    window_plan.ground = ground_of(settings);
    auto window = Window::open(*stage->system_, window_plan);
    if (!window) return tl::unexpected(Trouble{window.error(), {}});
    stage->wall_.window = std::move(*window);
    stage->wall_.full = plan.window.full_screen;
    stage->wall_.settings = stage->second_.settings = settings;
    stage->wall_.display = stage->wall_.window->display().name;
    stage->wall_.interaction.clipboard() = stage->wall_.window->clipboard();
    if (!plan.probe.empty()) {
        auto probe = ProbeServer::start(plan.probe);
        if (!probe) return tl::unexpected(Trouble{{}, probe.error()});
        stage->probe_ = std::move(*probe);
        stage->wall_.interaction.set_probing(true);
    }
    return stage;
}

Stage::~Stage() {
    probe_.reset();
    second_.window.reset();
    wall_.window.reset();
    system_.reset();
}

void Stage::wake() {
    woken_ = true;
    WindowSystem::wake();
}

void Stage::close() {
    closing_ = true;
    WindowSystem::wake();
}

void Stage::set_full_screen(bool on) {
    wall_.full = on;
    on ? wall_.window->set_full_screen(wall_.display) : wall_.window->set_windowed();
}

void Stage::set_second(bool on, bool may_float) {
    wants_second_ = on;
    place_again(may_float);
}

void Stage::swap_displays() {
    if (!second_.window) return;
    std::swap(wall_.display, second_.display);
    place_again(false);
}

void Stage::place_again(bool may_float) {
    const auto displays = system_->displays();
    const auto places = plan_places(displays, wall_.display, second_.display, wants_second_);
    // A display that is gone leaves its name behind: when it comes back, so does what stood there.
    const auto fill = [&displays](const Pane& pane, std::size_t place) {
        const auto& name = displays[place].name;
        const bool fills = pane.window->full_screen() && pane.window->display().name == name;
        if (!fills) pane.window->set_full_screen(name);
    };
    if (places.wall && wall_.full) fill(wall_, *places.wall);
    if (!wants_second_) {
        second_.window.reset();
        return;
    }
    if (!second_.window) {
        if (!places.second && !may_float) return;
        Window::Plan plan;
        plan.full_screen = places.second.has_value();
        plan.display = places.second ? displays[*places.second].name : "";
        second_.settings = kept_of(plan.display).value_or(kept_ ? wall_.settings : second_.settings);
        plan.ground = ground_of(second_.settings);
        plan.may_wait = false;  // two windows that wait for the beat would halve it
        auto opened = Window::open(*system_, plan);
        if (!opened) return;
        second_.window = std::move(*opened);
        second_.interaction.clipboard() = second_.window->clipboard();
        second_.full = plan.full_screen;
        if (places.second) second_.display = displays[*places.second].name;
        second_.due_s = 0;
    } else if (places.second) {
        second_.full = true;
        fill(second_, *places.second);
    } else if (second_.full) {
        // Its display is gone. On the wall's the room would read what is the trainer's alone: it waits until one is
        // back.
        second_.window.reset();
    }
}

std::optional<ui::DisplaySettings> Stage::kept_of(const std::string& display) const {
    return kept_ && !display.empty() ? kept_(display) : std::nullopt;
}

double Stage::sleep_s() const {
    double least = -1;
    const auto sleep_until = [&least](double due_s) {
        if (due_s < 0) return;
        const double left = std::max(0.0, due_s - WindowSystem::now_s());
        least = least < 0 ? left : std::min(least, left);
    };
    sleep_until(memory_.due_s());
    for (const auto* pane : {&wall_, &second_}) {
        if (pane->window) sleep_until(pane->due_s);
    }
    return least;
}

bool Stage::draw(Pane& pane, const Scenes& scenes, const std::function<void(ui::Frame&)>& scene) {
    if (!pane.window || !scene) return false;
    bool happened = pane.window->take_dirty();
    for (const auto& event : pane.window->take_events()) {
        pane.interaction.push(event);
        happened = true;
    }
    const double now = WindowSystem::now_s();
    if (!happened && (pane.due_s < 0 || now < pane.due_s)) return false;
    if (!pane.window->has_area()) {
        pane.due_s = -1;
        return false;
    }
    const auto display = pane.window->display();
    const auto theme = ui::make_theme(pane.settings.theme, pane.settings.high_contrast);
    ui::Frame::Look look;
    look.size_px = pane.window->size_px();
    look.text_size = pane.settings.text_size;
    look.mm_per_px = mm_per_px(display, pane.settings.diagonal_inches);
    look.now_s = now;
    look.host_now_ms = scenes.host_now_ms ? scenes.host_now_ms() : base::system_now_ms();
    look.less_motion = pane.settings.less_motion;
    look.dock_left = pane.settings.dock_left;
    look.photo = scenes.photo;
    // The dictionary is Swedish.
    if (base::language() == "sv") look.spells = scenes.spells;
    const bool too_small = look.size_px.h < least_high || look.size_px.w < least_wide;
    const auto before = pane.settings;
    pane.window->draw([&](paint::Painter& painter) {
        ui::Frame frame(pane.interaction, painter, type_, theme, look);
        too_small ? draw_too_small(frame) : scene(frame);
    });
    pane.drawn_s = now;
    memory_.drew(now);
    const auto again = pane.interaction.next_redraw_s();
    pane.due_s = again ? now + std::max(*again, beat_s) : -1;
    if (pane.interaction.has_more() || !(pane.settings == before)) pane.due_s = now;
    return true;
}

void Stage::turn(const Scenes& scenes, double most_s) {
    const double due = sleep_s();
    system_->wait(most_s < 0 ? due : due < 0 ? most_s : std::min(due, most_s));
    if (system_->displays_changed()) place_again(false);
    if (second_.window && second_.window->wants_to_close()) set_second(false, false);
    if (woken_.exchange(false)) wall_.due_s = second_.due_s = WindowSystem::now_s();
    if (scenes.take_feed) scenes.take_feed();
    // Told as soon as it is shown, whatever the second view takes.
    if (draw(wall_, scenes, scenes.wall) && probe_) probe_->publish(wall_.interaction.probed());
    draw(second_, scenes, scenes.second);
    if (scenes.send) scenes.send();
    if (const double now = WindowSystem::now_s(); memory_.due_s() >= 0 && memory_.due_s() <= now) {
        give_back_memory();
        memory_.gave(now);
    }
}

void Stage::run(const Scenes& scenes) {
    while (!closing_ && !wall_.window->wants_to_close()) turn(scenes, -1);
}

}  // namespace app
