#include "app/cli.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace app {
namespace {

int& exit_code() {
    static int code = 0;
    return code;
}

/// The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as POSIX says.
std::string_view system_language() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* set = std::getenv(variable);
        if (set == nullptr || *set == '\0') continue;
        return std::string_view(set).starts_with("en") ? "en" : "sv";
    }
    return "sv";
}

/// The help texts are made before the words are parsed, so --lang is looked for first.
std::string_view wished_language(int count, const char* const* words) {
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        std::string_view value;
        if (word == "--lang" && i + 1 < count) value = words[i + 1];
        if (word.starts_with("--lang=")) value = word.substr(7);
        if (value == "sv" || value == "en") return value;
    }
    return system_language();
}

void speak(CLI::App& root) {
    const auto label = [&root](const char* english, const char* key) {
        root.get_formatter()->label(english, base::tr(key));
    };
    label("Usage", "cli.usage");
    label("OPTIONS", "cli.options_mark");
    label("SUBCOMMAND", "cli.subcommand_mark");
    label("SUBCOMMANDS", "cli.subcommand_mark");
    label("REQUIRED", "cli.required");
    label("Positionals", "cli.positionals");
    label("TEXT", "cli.text");
    label("INT", "cli.number");
    label("UINT", "cli.number");
    label("FLOAT", "cli.number");
    root.option_defaults()->group(base::tr("cli.options"));
    root.set_help_flag("-h,--help", base::tr("cli.help"));
}

/// CLI11 gives subcommands English group names of its own.
void group(CLI::App& command) {
    if (command.get_help_ptr() != nullptr) command.get_help_ptr()->group(base::tr("cli.options"));
    for (auto* below : command.get_subcommands({})) {
        below->group(base::tr("cli.commands"));
        group(*below);
    }
}

/// CLI11 explains what is wrong; we add what to do.
int usage_error(const CLI::App& root, const CLI::ParseError& error) {
    const CLI::App* deepest = &root;
    for (auto parsed = deepest->get_subcommands(); !parsed.empty(); parsed = deepest->get_subcommands()) {
        deepest = parsed.front();
    }
    std::string command = "iderum";
    if (deepest != &root) {
        std::string path = deepest->get_name();
        for (const auto* above = deepest->get_parent(); above != nullptr && above != &root;
             above = above->get_parent()) {
            path.insert(0, above->get_name() + " ");
        }
        command += " " + path;
    }
    std::fprintf(stderr, "iderum: %s\n%s\n", error.what(),
                 base::tr("cli.see_help", {{"command", command + " --help"}}).c_str());
    return 2;
}

}  // namespace

void set_exit_code(int code) {
    if (exit_code() == 0) exit_code() = code;
}

void refused(const base::Error& error) {
    std::fprintf(stderr, "iderum: %s\n", base::explain(error).c_str());
    set_exit_code(1);
}

int run_command_line(int count, const char* const* words) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error code, not the end
    exit_code() = 0;
    base::set_language(wished_language(count, words));

    CLI::App root(base::tr("cli.about"), "iderum");
    speak(root);
    root.set_version_flag("--version", "iderum " IDERUM_VERSION, base::tr("cli.version"));
    std::string language;
    root.add_option("--lang", language, base::tr("cli.lang"))->check(CLI::IsMember({"sv", "en"}));
    root.require_subcommand(0, 1);

    add_host_command(root);
    add_register_commands(root);
    add_journal_commands(root);
    add_restore_command(root);
    add_course_commands(root);
    add_demo_command(root);
    add_bench_commands(root);
    group(root);

    try {
        root.parse(count, words);
        if (root.get_subcommands().empty()) set_exit_code(run_default());
    } catch (const CLI::Success& asked) {  // --help and --version
        return root.exit(asked);
    } catch (const CLI::RuntimeError& stop) {
        return stop.get_exit_code();
    } catch (const CLI::ParseError& error) {
        return usage_error(root, error);
    }
    // What did not reach a full disk or a broken pipe was not told: that is no success.
    if ((std::fflush(stdout) != 0 || std::ferror(stdout) != 0) && exit_code() == 0) {
        refused({base::Code::disk_full, {}, "stdout"});
    }
    return exit_code();
}

}  // namespace app
