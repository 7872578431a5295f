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
};

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
    auto* serve = command("serve");
    takes_whole(serve->add_option("--port", wish->port, base::tr("cli.host.port")), 0, 65535);
    takes_whole(serve->add_option("--options", wish->options, base::tr("cli.bench.options")), 2, 200);
    serve->callback([wish] { report(bench_serve(wish->folder, wish->port, wish->options)); });
}

}  // namespace app
