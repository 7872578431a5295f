#include <cstdio>

#include "app/cli.hpp"
#include "app/cli_window.hpp"
#include "app/command.hpp"
#include "app/host.hpp"
#include "app/wall_window.hpp"
#include "base/language.hpp"

namespace app {
namespace {

/// Hosts until it is told to stop. `json`: nothing but the one line; otherwise the same for people on stderr.
int host(HostPlan plan, bool line, bool words) {
    hold_signals();
    plan.named = [](const std::string& url) {
        std::fprintf(stderr, "  %s\n", base::tr("host.named", {{"value", url}}).c_str());
    };
    auto host = Host::start(plan);
    if (!host) {
        const bool may_be_course = host.error().code == base::Code::bad_input && !plan.course.empty();
        if (!may_be_course || !print_course_faults(plan.course)) refused(host.error());
        return 1;
    }
    const auto& welcome = (*host)->registrar().welcome();
    for (const auto& sentence : (*host)->told()) std::fprintf(stderr, "%s\n", sentence.c_str());
    if (welcome.went_on) {
        std::fprintf(stderr, "%s\n", base::tr("host.goes_on", {{"title", welcome.title}}).c_str());
        if ((*host)->ignores_course() || !plan.moderation) {
            std::fprintf(stderr, "%s\n", base::tr("host.goes_on.unused").c_str());
        }
    }
    if (words) {
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

/// What is asked for on the command line, for a session with or without a window.
struct HostWish {
    HostPlan plan;
    std::string file, course, certificate, key;
    bool json = false;
    bool open = false;

    HostPlan to_plan() const {
        auto made = plan;
        made.register_file = file.empty() ? default_register() : base::Path(file);
        made.course = course;
        made.certificate = certificate;
        made.key = key;
        made.moderation = !open;
        return made;
    }
};

void add_session_options(Command& command, HostWish& wish) {
    wish.plan.language = base::language();
    takes_a(command.add_option("--register", wish.file, base::tr("cli.host.register")), "file");
    takes_a(command.add_option("--course", wish.course, base::tr("cli.host.course")), "folder");
    takes_a(command.add_option("--bind", wish.plan.bind, base::tr("cli.host.bind")), "address");
    takes_whole(command.add_option("--port", wish.plan.port, base::tr("cli.host.port")), 0, 65535);
    takes_whole(command.add_option("--per-address", wish.plan.limits.per_address, base::tr("cli.host.per_address")), 1,
                12000);
    takes_a_host_name(command.add_option("--name", wish.plan.names, base::tr("cli.host.name")));
    auto* certificate = command.add_option("--cert", wish.certificate, base::tr("cli.host.cert"));
    auto* key = command.add_option("--key", wish.key, base::tr("cli.host.key"));
    for (auto* option : {certificate, key}) takes_a(option, "file");
    certificate->needs(key);
    key->needs(certificate);
    takes_a(command.add_option("--municipality", wish.plan.municipality, base::tr("cli.host.municipality")), "name");
    command.add_flag("--new", wish.plan.new_session, base::tr("cli.host.new"));
    command.add_flag("--no-moderation", wish.open, base::tr("cli.host.no_moderation"));
}

}  // namespace

void add_host_command(Command& root) {
    auto* command = root.add_subcommand("host", base::tr("cli.host"));
    const auto wish = std::make_shared<HostWish>();
    add_session_options(*command, *wish);
    command->add_flag("--json", wish->json, base::tr("cli.host.json"));
    command->callback([wish] { set_exit_code(host(wish->to_plan(), true, !wish->json)); });
}

void add_wall_command(Command& root) {
    auto* command = root.add_subcommand("wall", base::tr("cli.wall"));
    const auto wish = std::make_shared<HostWish>();
    add_session_options(*command, *wish);
    const auto window = add_window_options(*command);
    command->callback([wish, window] {
        const auto trouble = run_wall(*window, wish->to_plan());
        if (trouble) refused(Stage::Trouble{trouble, {}});
    });
}

int run_default() {
    HostPlan plan;
    plan.register_file = default_register();
    plan.language = base::language();
    const auto trouble = run_wall({}, plan);
    if (!trouble) return 0;  // what went wrong has set the exit code
    // Without a window the host is useful all the same: the trainer's phone leads the day.
    std::printf("%s\n%s\n", explain(*trouble).c_str(), base::tr("host.no_window").c_str());
    return host(plan, false, true);
}

}  // namespace app
