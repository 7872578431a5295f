#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>
#include <vector>

#include "app/bench.hpp"
#include "app/bench_load.hpp"
#include "app/bench_vote.hpp"
#include "app/board_content.hpp"
#include "app/cli_window.hpp"
#include "app/wall_feed.hpp"
#include "base/files.hpp"
#include "ui/wall.hpp"

namespace app {
namespace {

using FrameClock = std::chrono::steady_clock;

/// The half and the highest hundredth of what was measured.
struct Spread {
    double p50 = 0, p99 = 0;
};

Spread spread_of(std::vector<double> values) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    return {values[values.size() / 2], values[values.size() * 99 / 100]};
}

/// A board as a large workshop leaves it: groups of ideas, some with a name.
paint::Sheet large_board() {
    constexpr int groups = 12, notes = 240;
    paint::Sheet sheet;
    sheet.title = "Idéer i tysthet";
    sheet.subtitle = "Lindåsa";
    for (int i = 0; i < groups; ++i) {
        sheet.clusters.push_back({base::new_id(i), "Grupp " + std::to_string(i + 1), {}});
    }
    for (int i = 0; i < notes; ++i) {
        views::NoteView note;
        note.id = base::new_id(i);
        note.type = "idea";
        note.text = "Den som har nyckeln lämnar över den till nästa förening, på sätt nummer " + std::to_string(i + 1);
        note.colour = i % 2 == 0 ? "sol" : "himmel";
        if (i % 3 == 0) note.author = "Tove";
        note.cluster = sheet.clusters[static_cast<std::size_t>(i % groups)].id;
        sheet.notes.push_back(std::move(note));
    }
    return sheet;
}

/// Exports a large board as PDF, again and again beside the frames, as `iderum board export` does: the register is
/// read, the pages are drawn, and the file is written.
class Exports {
  public:
    explicit Exports(base::Path folder) : folder_(std::move(folder)), thread_([this] { run(); }) {}
    ~Exports() { stop(); }
    Exports(const Exports&) = delete;
    Exports& operator=(const Exports&) = delete;
    void stop() {
        over_ = true;
        if (thread_.joinable()) thread_.join();
    }
    /// After stop().
    const base::Done& done() const { return done_; }
    const std::vector<double>& took_ms() const { return took_ms_; }

  private:
    void run() {
        while (!over_ && done_) {
            const auto from = FrameClock::now();
            done_ = export_once();
            if (done_) took_ms_.push_back(seconds_since(from) * 1000);
        }
    }
    base::Done export_once() {
        IR_TRY(auto reader, store::Reader::open(folder_ / "bench.iderum"));
        IR_TRY(const auto boards, read_boards(reader));
        (void)boards;
        paint::Typesetter type;
        IR_TRY(const auto pdf, paint::sheet_to_pdf(type, large_board()));
        return base::write_file(folder_ / "board.pdf", pdf);
    }

    base::Path folder_;
    std::atomic<bool> over_ = false;
    base::Done done_;
    std::vector<double> took_ms_;
    std::thread thread_;
};

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
    Spread time_frames(const std::string& name, bool whole, const std::function<bool()>& over) {
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
        const auto took = spread_of(std::move(frames));
        tell(name + "_frame_p50_ms", took.p50, "ms");
        tell(name + "_frame_p99_ms", took.p99, "ms");
        tell(name + "_frame_cpu_ms", (cpu_s() - used) * 1000 / count, "ms");
        tell(name + "_frame_drawn_px", static_cast<double>(after.px - work.px) / count, "px");
        tell(name + "_frames", count, "count");
        return took;
    }
    /// How many times as long something takes as something else.
    void tell_ratio(const std::string& metric, double value, double than) const {
        tell(metric, than > 0 ? value / than : 0, "ratio");
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

struct Beside {
    LoadReport acks;
    Spread frames;
};

/// Tablets come, all at once, and then vote; meanwhile frames are drawn, and those of the two are told apart.
base::Result<Beside> votes_beside(MeasuredWall& wall, const LoadPlan& plan, const std::string& name) {
    std::atomic<bool> in = false, over = false;
    base::Result<LoadReport> report = LoadReport{};
    std::thread tablets([&] {
        Load load(plan);
        const auto joined = load.join();
        in = true;
        if (joined) load.vote();
        report = joined ? base::Result<LoadReport>(load.report()) : tl::unexpected(joined.error());
        over = true;
    });
    wall.time_frames(name + "_join", false, [&in] { return in.load(); });
    const auto frames = wall.time_frames(name, false, [&over] { return over.load(); });
    tablets.join();
    if (!report) return tl::unexpected(report.error());
    return Beside{*report, frames};
}

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
    plan.wall = [&wall](registrar::Registrar&, const auto&) { return wall.feed(); };
    IR_TRY(const auto host, open_vote(folder.path(), 0, 8, plan));
    if (!wall.sees_poll()) return base::refuse(base::Code::not_now, "no poll");

    const auto for_a_while = [seconds] {
        return [from = FrameClock::now(), seconds] { return seconds_since(from) > seconds; };
    };
    wall.time_frames("whole", true, for_a_while());
    const auto quiet = wall.time_frames("quiet", false, for_a_while());
    LoadPlan load;
    load.way.host = "127.0.0.1";
    load.way.port = host->port();
    load.way.join_code = bench_code;
    load.clients = clients;
    load.rate = 1;
    load.seconds = seconds;
    IR_TRY(const auto votes, votes_beside(wall, load, "votes"));
    wall.tell("ack_p50_ms", votes.acks.p50_ms, "ms");
    wall.tell("ack_p99_ms", votes.acks.p99_ms, "ms");
    wall.tell("errors", static_cast<double>(votes.acks.errors), "count");
    wall.tell_ratio("votes_frame_ratio", votes.frames.p99, quiet.p50);

    Exports exports(folder.path());
    IR_TRY(const auto beside, votes_beside(wall, load, "export"));
    exports.stop();
    IR_DO(exports.done());
    const auto took = spread_of(exports.took_ms());
    wall.tell("exports", static_cast<double>(exports.took_ms().size()), "count");
    wall.tell("export_p50_ms", took.p50, "ms");
    wall.tell("export_ack_p50_ms", beside.acks.p50_ms, "ms");
    wall.tell("export_ack_p99_ms", beside.acks.p99_ms, "ms");
    wall.tell("export_errors", static_cast<double>(beside.acks.errors), "count");
    wall.tell_ratio("export_ack_ratio", beside.acks.p99_ms, votes.acks.p99_ms);
    wall.tell_ratio("export_frame_ratio", beside.frames.p99, quiet.p50);
    wall.tell("pss_mib", pss_mib(), "MiB");
    return {};
}

}  // namespace app
