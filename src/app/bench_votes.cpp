#include <cstdio>
#include <thread>

#include "app/bench.hpp"
#include "app/bench_load.hpp"
#include "app/bench_vote.hpp"

namespace app {
namespace {

/// A course of one block with one dot vote on literal options: what is measured is the vote.
model::CourseSource one_poll(int options) {
    std::string names;
    for (int i = 1; i <= options; ++i) {
        names += (i > 1 ? ", " : "") + std::string("Val ") + std::to_string(i);
    }
    model::CourseSource source;
    source.slug = "bench";
    source.files["kurs.sv.md"] =
        "---\ntitel = \"Mätning\"\n---\n\n## Rösta\ntid: 60 min\ntyp: röstning\nfråga: Vilken är bäst?\nrösta: prickar "
        "3\nalternativ: " +
        names + "\n";
    return source;
}

/// The limits that guard a room are lifted: here everybody may vote as fast as they can, all from one address.
tablets::Limits without_rates() {
    tablets::Limits limits;
    limits.per_address = limits.connections;
    limits.ballots_per_s = limits.notes_per_s = limits.others_per_s = 1e9;
    limits.ballots_burst = limits.notes_burst = limits.others_burst = 1e9;
    return limits;
}

}  // namespace

base::Result<std::unique_ptr<Host>> open_vote(const base::Path& folder, int port, int options, HostPlan plan) {
    plan.register_file = folder / "bench.iderum";
    plan.bind = "127.0.0.1";
    plan.port = port;
    plan.join_code = bench_code;
    plan.source = one_poll(options);
    plan.limits = without_rates();
    plan.new_session = true;
    IR_TRY(auto host, Host::start(plan));
    host->registrar().ask(intents::GoNext{});
    host->registrar().ask(intents::OpenPoll{"rosta", 0});
    return host;
}

base::Done bench_votes(const BenchFolder& folder, int clients, double rate, double seconds) {
    IR_TRY(const auto host, open_vote(folder.path(), 0, 8));
    LoadPlan plan;
    plan.port = host->port();
    plan.join_code = bench_code;
    plan.clients = clients;
    plan.rate = rate;
    plan.seconds = seconds;
    const auto before = host->registrar().counts();
    IR_TRY(const auto report, run_load(plan));
    const auto after = host->registrar().counts();
    const auto commits = after.commits + after.urn_commits - before.commits - before.urn_commits;
    const std::string scenario = rate > 0 ? "votes_rate" : "votes";
    const auto figure = [&](const std::string& metric, double value, const std::string& unit) {
        print({scenario, "clients", clients, metric, value, unit, folder.fs()});
    };
    figure("acks_per_s", report.acks_per_s, "1/s");
    figure("ack_p50_ms", report.p50_ms, "ms");
    figure("ack_p99_ms", report.p99_ms, "ms");
    figure("fsyncs", static_cast<double>(commits), "count");
    figure("joined_s", report.joined_s, "s");
    figure("errors", static_cast<double>(report.errors), "count");
    return {};
}

base::Done bench_serve(const base::Path& folder, int port, int options) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    const auto fs = base::file_system(folder);
    if (fs == "tmpfs") return base::refuse(base::Code::bad_input, "tmpfs", folder.string());
    hold_signals();
    IR_TRY(const auto host, open_vote(folder, port, options));
    std::printf("%s\n", to_json(host->addresses()).c_str());
    std::fflush(stdout);
    wait_for_signal();
    return {};
}

}  // namespace app
