#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>
#include <vector>

#include "app/bench.hpp"
#include "app/bench_load.hpp"
#include "app/bench_vote.hpp"
#include "app/cli_window.hpp"
#include "app/wall_feed.hpp"
#include "ui/wall.hpp"

namespace app {
namespace {

using FrameClock = std::chrono::steady_clock;

/// The wall on its host, and on it something that moves in every frame.
class MeasuredWall {
  public:
    MeasuredWall(Stage& stage, const BenchFolder& folder, int clients)
        : stage_(stage), folder_(folder), clients_(clients) {
        wall_.place = ui::Wall::Place::session;
        scenes_.take_feed = [this] {
            begun_ = FrameClock::now();  // what was slept before is no part of a frame
            feed_.take();
        };
        scenes_.wall = [this](ui::Frame& frame) {
            if (!feed_.view()) return;
            ui::draw_wall(wall_, *feed_.view(), frame, commands_, out_);
            const double at = std::fmod(frame.now_s() * 200, 400);
            frame.painter.circle({frame.px(400 + at), frame.px(500)}, frame.px(12), frame.theme.accent);
        };
    }
    std::function<void(std::vector<registrar::ToWall>)> feed() { return feed_.end(); }

    /// Draws until a poll is open; false when none is within 10 s.
    bool sees_poll() {
        for (const auto from = FrameClock::now(); seconds_since(from) < 10;) {
            stage_.turn(scenes_, 0.05);
            if (feed_.view() && !feed_.view()->remote.room.polls.empty()) return true;
        }
        return false;
    }

    /// Frames at a thirtieth of a second, and whenever something has come in, until it is `over`.
    void time_frames(const std::string& name, bool whole, const std::function<bool()>& over) {
        std::vector<double> frames;
        const double used = cpu_s();
        const auto work = stage_.window().work();
        while (!over() || frames.size() < 30) {
            const auto before = stage_.window().work().frames;
            const auto slept_from = FrameClock::now();
            while (seconds_since(slept_from) < 1.0 / 30 && stage_.window().work().frames == before) {
                stage_.turn(scenes_, std::max(0.001, 1.0 / 30 - seconds_since(slept_from)));
            }
            if (stage_.window().work().frames == before) {
                if (whole) stage_.window().forget();
                stage_.wake();
                stage_.turn(scenes_, 0);
            }
            stage_.window().finish();
            frames.push_back(seconds_since(begun_) * 1000);
        }
        const auto& after = stage_.window().work();
        const auto count = static_cast<double>(frames.size());
        std::sort(frames.begin(), frames.end());
        tell(name + "_frame_p50_ms", frames[frames.size() / 2], "ms");
        tell(name + "_frame_p99_ms", frames[frames.size() * 99 / 100], "ms");
        tell(name + "_frame_cpu_ms", (cpu_s() - used) * 1000 / count, "ms");
        tell(name + "_frame_drawn_px", static_cast<double>(after.px - work.px) / count, "px");
        tell(name + "_frames", count, "count");
    }
    void tell(const std::string& metric, double value, const std::string& unit) const {
        print({"wall", "clients", clients_, metric, value, unit, folder_.fs()});
    }

  private:
    Stage& stage_;
    const BenchFolder& folder_;
    int clients_;
    WallFeed feed_{[this] { stage_.wake(); }};
    ui::Wall wall_;
    ui::Commands commands_;
    ui::Intents out_;
    Stage::Scenes scenes_;
    FrameClock::time_point begun_;
};

}  // namespace

base::Done bench_wall(const BenchFolder& folder, int clients, double wide, double high, double seconds) {
    Stage::Plan window;
    window.window.full_screen = false;
    window.window.size = {wide, high};
    auto stage = Stage::open(window);
    if (!stage) {
        refused(stage.error());
        return {};
    }
    MeasuredWall wall(**stage, folder, clients);
    HostPlan plan;
    plan.wall = [&wall](registrar::Registrar&) { return wall.feed(); };
    IR_TRY(const auto host, open_vote(folder.path(), 0, 8, plan));
    if (!wall.sees_poll()) return base::refuse(base::Code::not_now, "no poll");

    const auto for_a_while = [seconds] {
        return [from = FrameClock::now(), seconds] { return seconds_since(from) > seconds; };
    };
    wall.time_frames("whole", true, for_a_while());
    wall.time_frames("quiet", false, for_a_while());
    LoadPlan load;
    load.port = host->port();
    load.join_code = bench_code;
    load.clients = clients;
    load.rate = 1;
    load.seconds = seconds;
    std::atomic<bool> over = false;
    base::Result<LoadReport> report = LoadReport{};
    std::thread tablets([&] {
        report = run_load(load);
        over = true;
    });
    wall.time_frames("votes", false, [&over] { return over.load(); });
    tablets.join();
    if (!report) return tl::unexpected(report.error());
    wall.tell("ack_p50_ms", report->p50_ms, "ms");
    wall.tell("ack_p99_ms", report->p99_ms, "ms");
    wall.tell("errors", static_cast<double>(report->errors), "count");
    wall.tell("pss_mib", pss_mib(), "MiB");
    return {};
}

}  // namespace app
