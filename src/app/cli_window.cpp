#include "app/cli_window.hpp"

#include <pthread.h>
#include <csignal>
#include <cstdio>
#include <thread>

#include "app/cli.hpp"
#include "app/command.hpp"
#include "app/host.hpp"
#include "base/language.hpp"
#include "ui/gallery.hpp"

namespace app {
namespace {

/// "1280x720" → a window of that size. CLI11 shows what is returned as the fault.
std::string take_size(const std::string& text, Window::Plan& plan) {
    int wide = 0, high = 0;
    char end = 0;
    const bool right = std::sscanf(text.c_str(), "%dx%d%c", &wide, &high, &end) == 2;
    if (!right || wide < 1 || high < 1 || wide > 16384 || high > 16384) return base::tr("window.bad_size");
    plan.full_screen = false;
    plan.size = {double(wide), double(high)};
    return {};
}

void run_gallery(const Stage::Plan& plan, bool second) {
    hold_signals();
    auto opened = Stage::open(plan);
    if (!opened) return refused(opened.error());
    auto& stage = **opened;
    ui::Gallery gallery;
    Stage::Scenes scenes;
    scenes.wall = [&](ui::Frame& frame) {
        ui::draw_gallery(gallery, frame);
        // Esc leaves full screen when nothing on the screen took it.
        if (frame.take_key(ui::Key::escape) && stage.full_screen()) stage.set_full_screen(false);
        if (frame.take_key(ui::Key::f11)) stage.set_full_screen(!stage.full_screen());
        stage.settings().theme = gallery.wants_dark ? ui::Theme::Kind::dark : ui::Theme::Kind::light;
    };
    ui::Gallery beside;
    beside.page = ui::Gallery::Page::live;
    scenes.second = [&beside](ui::Frame& frame) { ui::draw_gallery(beside, frame); };
    if (second) stage.set_second(true, true);
    run_until_signal(stage, scenes);
}

}  // namespace

std::shared_ptr<Stage::Plan> add_window_options(Command& command) {
    auto plan = std::make_shared<Stage::Plan>();
    auto* size = command.add_option_function<std::string>(
        "--window", [](const std::string&) {}, base::tr("window.option.window"));
    takes_a(size, "size");
    size->check([plan](const std::string& text) { return take_size(text, plan->window); });
    takes_a(command.add_option("--display", plan->window.display, base::tr("window.option.display")), "name");
    auto* inches = command.add_option_function<double>(
        "--inches",
        [plan](const double& diagonal) {
            plan->settings.diagonal_inches = diagonal;
            plan->settings.text_size = ui::text_size_for(diagonal);
        },
        base::tr("window.option.inches"));
    takes_number(inches, 5, 300);
    auto* text_size = command.add_option("--text-size", plan->settings.text_size, base::tr("window.option.text_size"));
    takes_number(text_size, ui::least_text_size, ui::most_text_size);
    auto* dark = command.add_flag_callback(
        "--dark", [plan] { plan->settings.theme = ui::Theme::Kind::dark; }, base::tr("window.option.dark"));
    auto* contrast =
        command.add_flag("--high-contrast", plan->settings.high_contrast, base::tr("window.option.high_contrast"));
    auto* less_motion =
        command.add_flag("--less-motion", plan->settings.less_motion, base::tr("window.option.less_motion"));
    auto* dock_left = command.add_flag("--dock-left", plan->settings.dock_left, base::tr("window.option.dock_left"));
    auto* probe = command.add_option_function<std::string>(
        "--probe", [plan](const std::string& socket) { plan->probe = socket; }, base::tr("window.option.probe"));
    takes_a(probe, "file");
    for (auto* option : {inches, text_size, dark, contrast, less_motion, dock_left}) {
        option->on_given([plan] { plan->settings_given = true; });
    }
    return plan;
}

void run_until_signal(Stage& stage, const Stage::Scenes& scenes) {
    std::thread listener([&stage] {
        wait_for_signal();
        stage.close();
    });
    stage.run(scenes);
    // It may be closed by hand: then the listener hears a signal of our own.
    pthread_kill(listener.native_handle(), SIGTERM);  // NOLINT(bugprone-bad-signal-to-kill-thread): it waits for one
    listener.join();
}

void refused(const Stage::Trouble& trouble) {
    if (trouble.probe) return refused(*trouble.probe);
    std::fprintf(stderr, "iderum: %s\n", explain(*trouble.window).c_str());
    set_exit_code(1);
}

void add_gallery_command(Command& root) {
    // For those who build screens: not in the help.
    auto* command = root.add_subcommand("gallery", base::tr("window.gallery"));
    command->hide();
    const auto plan = add_window_options(*command);
    const auto second = std::make_shared<bool>(false);
    command->add_flag("--second", *second, base::tr("window.option.second"));
    command->callback([plan, second] { run_gallery(*plan, *second); });
}

}  // namespace app
