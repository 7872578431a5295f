#include "app/bench_hand.hpp"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include "app/bench.hpp"
#include "app/bench_processors.hpp"

namespace app {
namespace {

using HandClock = std::chrono::steady_clock;

constexpr std::chrono::duration<double> pointer_beat(1.0 / 60);
constexpr std::size_t least_frames = 30;

/// As the peers' harness has it.
double part_of(const std::vector<double>& ascending, double part) {
    const auto at = static_cast<std::size_t>(part * static_cast<double>(ascending.size()));
    return ascending[std::min(at, ascending.size() - 1)];
}

/// As fast as frames come. Returns how many there were.
std::size_t time_each_frame(Stage& stage, const HandWork& work, const TellFigure& tell) {
    std::vector<double> frames;
    std::size_t drawn = 0;
    const ProcessorWatch processors;
    const auto begun = HandClock::now();
    while (seconds_since(begun) < work.seconds || frames.size() < least_frames) {
        work.push(frames.size());
        const auto px = stage.window().work().px;
        const auto one = HandClock::now();
        work.turn();
        frames.push_back(seconds_since(one) * 1000);
        drawn += stage.window().work().px > px ? 1 : 0;
    }
    const double took = seconds_since(begun);
    const auto used = processors.used();
    const auto count = static_cast<double>(frames.size());
    std::sort(frames.begin(), frames.end());
    tell("fps", count / took, "1/s");
    tell("drawn_fps", static_cast<double>(drawn) / took, "1/s");
    tell("frame_ms_median", part_of(frames, 0.5), "ms");
    tell("frame_ms_p99", part_of(frames, 0.99), "ms");
    tell("frame_ms_max", frames.back(), "ms");
    tell("main_thread_ms_per_frame", used.thread_s * 1000 / count, "ms");
    tell("cpu_ms_per_frame", used.program_s * 1000 / count, "ms");
    tell("other_cpu_pct", used.other_percent, "%");
    return frames.size();
}

/// Reports come when they come: what comes while a frame is drawn waits for the next, and the longest wait counts.
void time_each_report(const HandWork& work, std::size_t pushed, const Stage& stage, const TellFigure& tell) {
    std::vector<double> waits;
    const auto begun = HandClock::now();
    const auto due_at = [begun](std::size_t report) {
        return begun + std::chrono::duration_cast<HandClock::duration>(pointer_beat * static_cast<double>(report));
    };
    for (std::size_t report = 0; seconds_since(begun) < work.seconds || waits.size() < least_frames;) {
        const auto due = due_at(report);
        std::this_thread::sleep_until(due);
        for (; due_at(report) <= HandClock::now(); ++report) work.push(pushed + report);
        do {
            work.turn();
        } while (stage.has_more_input());
        waits.push_back(seconds_since(due) * 1000);
    }
    std::sort(waits.begin(), waits.end());
    tell("input_ms_median", part_of(waits, 0.5), "ms");
    tell("input_ms_p99", part_of(waits, 0.99), "ms");
}

}  // namespace

void time_hand(Stage& stage, const HandWork& work, const TellFigure& tell) {
    const auto pushed = time_each_frame(stage, work, tell);
    time_each_report(work, pushed, stage, tell);
}

}  // namespace app
