#include <cstdio>
#include <memory>

#include "app/bench.hpp"
#include "app/cli.hpp"
#include "app/command.hpp"
#include "base/language.hpp"

namespace app {
namespace {

struct BenchWish {
    std::string folder;
    std::int64_t facts = 1000000;
    int clients = 1000;
    double rate = 0;
    double seconds = 5;
    bool tls = false;
    int port = 0;
    int options = 8;
    int wide = 1920, high = 1080;
    int ranked = 200, projects = 1000;
    std::int64_t ballots = 100000;
    CanvasWish canvas;
};

/// "1920x1080". CLI11 shows what is returned as the fault.
std::string take_canvas_size(const std::string& text, CanvasWish& wish) {
    int wide = 0, high = 0;
    char end = 0;
    const bool right = std::sscanf(text.c_str(), "%dx%d%c", &wide, &high, &end) == 2;
    if (!right || wide < 1 || high < 1 || wide > 16384 || high > 16384) return base::tr("window.bad_size");
    wish.wide = wide;
    wish.high = high;
    return {};
}

void report(const base::Done& done) {
    if (!done) refused(done.error());
}

template <class Run>
void in_folder(const BenchWish& wish, const Run& run) {
    const auto folder = BenchFolder::make(wish.folder);
    if (!folder) return refused(folder.error());
    report(run(*folder));
}

}  // namespace

void add_bench_commands(Command& root) {
    auto* group = root.add_subcommand("bench", base::tr("cli.bench"));
    group->require_subcommand();
    auto wish = std::make_shared<BenchWish>();
    const auto command = [group, wish](const std::string& name) {
        auto* added = group->add_subcommand(name, base::tr("cli.bench." + name));
        takes_a(added->add_option(name == "serve" ? "--data" : "--dir", wish->folder, base::tr("cli.bench.dir")),
                "folder");
        return added;
    };
    auto* journal = command("journal");
    takes_whole(journal->add_option("--facts", wish->facts, base::tr("cli.bench.facts")), 0, 100000000);
    takes_number(journal->add_option("--seconds", wish->seconds, base::tr("cli.bench.seconds")), 0.1, 600.0);
    journal->callback([wish] {
        in_folder(*wish, [&](const BenchFolder& folder) { return bench_journal(folder, wish->facts, wish->seconds); });
    });
    auto* votes = command("votes");
    takes_whole(votes->add_option("--clients", wish->clients, base::tr("cli.bench.clients")), 1, 12000);
    takes_number(votes->add_option("--rate", wish->rate, base::tr("cli.bench.rate")), 0.0, 1000.0);
    takes_number(votes->add_option("--seconds", wish->seconds, base::tr("cli.bench.seconds")), 0.1, 600.0);
    votes->add_flag("--tls", wish->tls, base::tr("cli.bench.tls"));
    votes->callback([wish] {
        in_folder(*wish, [&](const BenchFolder& folder) {
            return bench_votes(folder, {wish->clients, wish->rate, wish->seconds, wish->tls});
        });
    });
    auto* start = command("start");
    takes_whole(start->add_option("--facts", wish->facts, base::tr("cli.bench.facts")), 0, 100000000);
    start->callback(
        [wish] { in_folder(*wish, [&](const BenchFolder& folder) { return bench_start(folder, wish->facts); }); });
    auto* memory = command("memory");
    takes_whole(memory->add_option("--facts", wish->facts, base::tr("cli.bench.facts")), 0, 100000000);
    memory->callback(
        [wish] { in_folder(*wish, [&](const BenchFolder& folder) { return bench_memory(folder, wish->facts); }); });
    auto* count = group->add_subcommand("count", base::tr("cli.bench.count"));
    takes_whole(count->add_option("--options", wish->ranked, base::tr("cli.bench.options")), 2, 2000);
    takes_whole(count->add_option("--projects", wish->projects, base::tr("cli.bench.projects")), 10, 10000);
    takes_whole(count->add_option("--ballots", wish->ballots, base::tr("cli.bench.ballots")), 1, 2000000);
    count->callback([wish] { bench_count(wish->ranked, wish->projects, wish->ballots); });
    auto* window = group->add_subcommand("window", base::tr("cli.bench.window"));
    takes_whole(window->add_option("--width", wish->wide, base::tr("cli.bench.width")), 1, 16384);
    takes_whole(window->add_option("--height", wish->high, base::tr("cli.bench.height")), 1, 16384);
    takes_number(window->add_option("--seconds", wish->seconds, base::tr("cli.bench.seconds")), 0.1, 600.0);
    window->callback([wish] { bench_window(wish->wide, wish->high, wish->seconds); });
    auto* wall = command("wall");
    takes_whole(wall->add_option("--clients", wish->clients, base::tr("cli.bench.clients")), 1, 12000);
    takes_whole(wall->add_option("--width", wish->wide, base::tr("cli.bench.width")), 1, 16384);
    takes_whole(wall->add_option("--height", wish->high, base::tr("cli.bench.height")), 1, 16384);
    takes_number(wall->add_option("--seconds", wish->seconds, base::tr("cli.bench.seconds")), 0.1, 600.0);
    wall->callback([wish] {
        in_folder(*wish, [&](const BenchFolder& folder) {
            return bench_wall(folder, wish->clients, wish->wide, wish->high, wish->seconds);
        });
    });
    auto* canvas = command("canvas");
    takes_whole(canvas->add_option("--notes", wish->canvas.notes, base::tr("cli.bench.notes")), 0, 50000);
    takes_one_of(canvas->add_option("--scenario", wish->canvas.scenario, base::tr("cli.bench.scenario")),
                 {"all", "open_near", "open_fit", "pan_near", "pan_mid", "pan_fit", "zoom_sweep", "drag_note",
                  "add_1000", "export_pdf", "export_svg", "export_png", "memory_near", "memory_after"});
    auto* size = canvas->add_option_function<std::string>(
        "--size", [](const std::string&) {}, base::tr("cli.bench.size"));
    takes_a(size, "size");
    size->check([wish](const std::string& text) { return take_canvas_size(text, wish->canvas); });
    takes_number(canvas->add_option("--seconds", wish->canvas.seconds, base::tr("cli.bench.seconds")), 0.1, 600.0);
    canvas->callback(
        [wish] { in_folder(*wish, [&](const BenchFolder& folder) { return bench_canvas(folder, wish->canvas); }); });
    auto* serve = command("serve");
    takes_whole(serve->add_option("--port", wish->port, base::tr("cli.host.port")), 0, 65535);
    takes_whole(serve->add_option("--options", wish->options, base::tr("cli.bench.options")), 2, 200);
    serve->callback([wish] { report(bench_serve(wish->folder, wish->port, wish->options)); });
}

}  // namespace app
