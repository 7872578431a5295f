#include <algorithm>
#include <chrono>
#include <vector>

#include "app/bench.hpp"
#include "app/cli_window.hpp"
#include "ui/gallery.hpp"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point from) {
    return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

void tell(double high, const std::string& metric, double value, const std::string& unit) {
    print({"window", "lines", static_cast<std::int64_t>(high), metric, value, unit, ""});
}

/// Draws a frame again and again: as long as it likes, what it took on the clock and of the processors, and how much of
/// it was drawn.
void time_frames(Stage& stage, const Stage::Scenes& scenes, double seconds, double high, const std::string& name,
                 const std::function<void()>& before) {
    stage.wake();
    stage.turn(scenes, 0);  // what was there before has nothing to do with it
    std::vector<double> frames;
    const auto begun = Clock::now();
    const auto work = stage.window().work();
    const double used = cpu_s();
    while (ms_since(begun) < seconds * 1000 || frames.size() < 30) {
        const auto one = Clock::now();
        before();
        stage.wake();
        stage.turn(scenes, 0);
        stage.window().finish();
        frames.push_back(ms_since(one));
    }
    const auto& after = stage.window().work();
    const auto count = static_cast<double>(frames.size());
    std::sort(frames.begin(), frames.end());
    tell(high, name + "_p50_ms", frames[frames.size() / 2], "ms");
    tell(high, name + "_p99_ms", frames[frames.size() * 99 / 100], "ms");
    tell(high, name + "_cpu_ms", (cpu_s() - used) * 1000 / count, "ms");
    tell(high, name + "_drawn_px", static_cast<double>(after.px - work.px) / count, "px");
    tell(high, name + "_triangles", static_cast<double>(after.triangles - work.triangles) / count, "count");
}

/// Percent of one processor while the stage sleeps and wakes as it likes.
double cpu_percent(Stage& stage, const Stage::Scenes& scenes, double seconds) {
    const auto from = Clock::now();
    const double used = cpu_s();
    while (ms_since(from) < seconds * 1000) stage.turn(scenes, seconds - ms_since(from) / 1000);
    return (cpu_s() - used) / (ms_since(from) / 1000) * 100;
}

}  // namespace

void bench_window(double wide, double high, double seconds) {
    const auto from = Clock::now();
    Stage::Plan plan;
    plan.window.full_screen = false;
    plan.window.size = {wide, high};
    plan.window.may_wait = false;
    auto opened = Stage::open(plan);
    if (!opened) return refused(opened.error());
    auto& stage = **opened;
    ui::Gallery gallery;
    bool nothing = false;
    Stage::Scenes scenes;
    scenes.wall = [&](ui::Frame& frame) {
        if (nothing) return frame.painter.fill(frame.screen(), 0, frame.theme.paper);
        ui::draw_gallery(gallery, frame);
    };
    stage.wake();
    stage.turn(scenes, 0);
    stage.window().finish();
    tell(high, "first_frame_ms", ms_since(from), "ms");

    std::int64_t beat = 0;
    for (const auto page : {ui::Gallery::Page::sheet, ui::Gallery::Page::live}) {
        gallery.page = page;
        const std::string name = page == ui::Gallery::Page::sheet ? "sheet" : "live";
        time_frames(stage, scenes, seconds, high, name + "_whole", [&stage] { stage.window().forget(); });
        scenes.host_now_ms = [] { return std::int64_t{0}; };
        time_frames(stage, scenes, seconds, high, name + "_same", [] {});
        // As the clock ticks: a second in each frame.
        scenes.host_now_ms = [&beat] { return beat += 1000; };
        time_frames(stage, scenes, seconds, high, name + "_tick", [] {});
        scenes.host_now_ms = {};
    }
    tell(high, "cpu_timer_percent", cpu_percent(stage, scenes, seconds), "percent");
    nothing = true;
    stage.wake();
    tell(high, "cpu_idle_percent", cpu_percent(stage, scenes, seconds), "percent");
}

}  // namespace app
