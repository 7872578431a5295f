#include <cstdio>

#include "app/cli.hpp"
#include "app/cli_help.hpp"
#include "app/host.hpp"
#include "base/language.hpp"

namespace app {
namespace {

/// Hosts until it is told to stop. `json`: nothing but the one line; otherwise the same for people on stderr.
int host(const HostPlan& plan, bool line, bool words) {
    hold_signals();
    auto host = Host::start(plan);
    if (!host) {
        const bool may_be_course = host.error().code == base::Code::bad_input && !plan.course.empty();
        if (!may_be_course || !print_course_faults(plan.course)) refused(host.error());
        return 1;
    }
    const auto& opened = (*host)->registrar().welcome().file;
    if (opened.ahead_ms > 0) {
        const auto minutes = std::to_string(opened.ahead_ms / 60000);
        std::fprintf(stderr, "%s\n", base::tr("host.clock_behind", {{"minutes", minutes}}).c_str());
    }
    if (words) {
        const auto& welcome = (*host)->registrar().welcome();
        if (welcome.went_on) std::fprintf(stderr, "%s\n", base::tr("host.goes_on").c_str());
        std::fputs(to_terminal(**host, welcome.title).c_str(), line ? stderr : stdout);
        std::fflush(line ? stderr : stdout);
    }
    if (line) {
        std::printf("%s\n", to_json((*host)->addresses()).c_str());
        std::fflush(stdout);
    }
    wait_for_signal();
    host->reset();
    if (words) {
        const auto file = plan.register_file.string();
        std::fprintf(stderr, "\n%s\n", base::tr("host.stopped", {{"file", file}}).c_str());
    }
    return 0;
}

}  // namespace

void add_host_command(CLI::App& root) {
    auto* command = root.add_subcommand("host", base::tr("cli.host"));
    struct Wish {
        HostPlan plan;
        std::string file, course;
        bool json = false;
        bool open = false;
    };
    auto wish = std::make_shared<Wish>();
    wish->plan.language = base::language();
    takes_a(command->add_option("--register", wish->file, base::tr("cli.host.register")), "file");
    takes_a(command->add_option("--course", wish->course, base::tr("cli.host.course")), "folder");
    takes_a(command->add_option("--bind", wish->plan.bind, base::tr("cli.host.bind")), "address");
    takes_whole(command->add_option("--port", wish->plan.port, base::tr("cli.host.port")), 0, 65535);
    takes_a(command->add_option("--name", wish->plan.names, base::tr("cli.host.name")), "name");
    takes_a(command->add_option("--municipality", wish->plan.municipality, base::tr("cli.host.municipality")), "name");
    command->add_flag("--new", wish->plan.new_session, base::tr("cli.host.new"));
    command->add_flag("--no-moderation", wish->open, base::tr("cli.host.no_moderation"));
    command->add_flag("--json", wish->json, base::tr("cli.host.json"));
    command->callback([wish] {
        wish->plan.register_file = wish->file.empty() ? default_register() : base::Path(wish->file);
        wish->plan.course = wish->course;
        wish->plan.moderation = !wish->open;
        set_exit_code(host(wish->plan, true, !wish->json));
    });
}

int run_default() {
    HostPlan plan;
    plan.register_file = default_register();
    plan.language = base::language();
    std::printf("%s\n", base::tr("host.no_window").c_str());
    return host(plan, false, true);
}

}  // namespace app
