#include <algorithm>
#include <cstdio>

#include "app/bench.hpp"
#include "app/bench_host.hpp"
#include "app/bench_load.hpp"
#include "app/bench_page.hpp"
#include "app/bench_vote.hpp"
#include "base/short_turns.hpp"

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

/// How long a crowd that has come is still told about itself (Workshop::tick).
double until_quiet_s(int clients) {
    return std::clamp(clients, 200, 3000) / 1000.0 + 0.5;
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

base::Done bench_votes(const BenchFolder& folder, const VotesWish& wish) {
    HostPlan host_plan;
    if (wish.tls) {
        const auto own = tablets::make_own_certificate();
        host_plan.certificate = folder.path() / "certificate.pem";
        host_plan.key = folder.path() / "key.pem";
        IR_DO(base::write_file(host_plan.certificate, own.chain));
        IR_DO(base::write_file(host_plan.key, own.key));
    }
    // Before there is anything here that a host would not have.
    IR_TRY(const auto host, BenchHost::start(folder.path(), 8, host_plan));
    const tablets::TlsCaller tls;
    LoadPlan plan;
    plan.way.host = "127.0.0.1";
    plan.way.port = host.port();
    plan.way.tls = wish.tls ? &tls : nullptr;
    plan.way.join_code = bench_code;
    IR_TRY(plan.way.requests, first_requests(base::share_folder(), "127.0.0.1:" + std::to_string(host.port())));
    plan.clients = wish.clients;
    plan.rate = wish.rate;
    plan.seconds = wish.seconds;
    plan.sources = 1 + wish.clients / 4000;

    base::take_short_turns();  // it tells the time for tablets that have processors of their own
    const auto empty = host.use();
    Load load(plan);
    const double load_cpu_s = cpu_s();
    IR_DO(load.join());
    const double load_used_s = cpu_s() - load_cpu_s, host_used_s = host.use().cpu_s - empty.cpu_s;
    load.rest(until_quiet_s(wish.clients));
    const auto full = host.use();
    IR_DO(load.come_back());
    load.rest(until_quiet_s(wish.clients));
    const auto before = host.use();
    load.vote();
    const auto after = host.use();
    const auto report = load.report();

    const auto scenario = std::string(wish.rate > 0 ? "votes_rate" : "votes") + (wish.tls ? "_tls" : "");
    const auto figure = [&](const std::string& metric, double value, const std::string& unit) {
        print({scenario, "clients", wish.clients, metric, value, unit, folder.fs()});
    };
    const auto ballots = static_cast<double>(std::max<std::int64_t>(1, report.ballots));
    const auto fsyncs = static_cast<double>(after.fsyncs - before.fsyncs);
    figure("acks_per_s", report.acks_per_s, "1/s");
    figure("ack_p50_ms", report.p50_ms, "ms");
    figure("ack_p99_ms", report.p99_ms, "ms");
    figure("fsyncs", fsyncs, "count");
    figure("fsyncs_per_ballot", fsyncs / ballots, "count");
    figure("bytes_per_ballot", static_cast<double>(after.bytes - before.bytes) / ballots, "B");
    figure("cpu_us_per_ballot", (after.cpu_s - before.cpu_s) * 1e6 / ballots, "us");
    figure("pages", static_cast<double>(plan.way.requests.size()), "count");
    figure("page_p99_ms", report.page_p99_ms, "ms");
    figure("joined_s", report.joined_s, "s");
    figure("host_us_per_join", host_used_s * 1e6 / wish.clients, "us");
    figure("load_us_per_join", load_used_s * 1e6 / wish.clients, "us");
    figure("back_s", report.back_s, "s");
    figure("kb_per_connection", (full.pss_kb - empty.pss_kb) / wish.clients, "kB");
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
