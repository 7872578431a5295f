#include "app/cli.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli_help.hpp"
#include "app/command.hpp"
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

/// Started with a closed stdout, the first file that is opened would take its number, and what is printed its place.
void hold_standard_streams() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) != -1) continue;
        if (::open("/dev/null", O_RDWR) != stream) std::abort();
    }
}

/// True when stdout is a pipe that nobody reads any more.
bool has_reader_left() {
    pollfd pipe{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&pipe, 1, 0) == 1 && (pipe.revents & POLLERR) != 0;
}

/// `--lang` may stand anywhere, and the help texts are made before the words are read: it is moved to the front.
/// Returns the words as CLI11 takes them, last first.
std::vector<std::string> arranged(int count, const char* const* words) {
    std::vector<std::string> language;
    std::vector<std::string> others;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--") {
            others.insert(others.end(), words + i, words + count);
            break;
        }
        const bool is_language = word == "--lang" || word.starts_with("--lang=");
        auto& into = is_language ? language : others;
        into.emplace_back(word);
        if (word == "--lang" && i + 1 < count) into.emplace_back(words[++i]);
    }
    auto all = std::move(language);
    all.insert(all.end(), others.begin(), others.end());
    std::reverse(all.begin(), all.end());
    return all;
}

/// The language that is wished by the first of the arranged words, else the system's.
std::string_view wished_language(const std::vector<std::string>& arranged_words) {
    std::string_view value;
    if (!arranged_words.empty()) value = arranged_words.back();
    if (value == "--lang" && arranged_words.size() > 1) value = arranged_words[arranged_words.size() - 2];
    if (value.starts_with("--lang=")) value.remove_prefix(7);
    return value == "sv" ? "sv" : value == "en" ? "en" : system_language();
}

void speak(CLI::App& root) {
    const auto formatter = std::make_shared<HelpFormatter>();
    for (const auto& [english, key] : {std::pair{"Usage", "cli.usage"},
                                       {"OPTIONS", "cli.options_mark"},
                                       {"SUBCOMMAND", "cli.subcommand_mark"},
                                       {"SUBCOMMANDS", "cli.subcommand_mark"},
                                       {"Positionals", "cli.positionals"}}) {
        formatter->label(english, base::tr(key));
    }
    root.formatter(formatter);
    root.option_defaults()->group(base::tr("cli.options"));
    root.set_help_flag("-h,--help", base::tr("cli.help"));
}

/// CLI11 gives subcommands English group names of its own.
void group(CLI::App& command) {
    if (command.get_help_ptr() != nullptr) command.get_help_ptr()->group(base::tr("cli.options"));
    for (auto* below : command.get_subcommands({})) {
        if (!below->get_group().empty()) below->group(base::tr("cli.commands"));
        group(*below);
    }
}

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
    std::fprintf(stderr, "iderum: %s\n%s\n", explain_usage(root, *deepest, error).c_str(),
                 base::tr("cli.see_help", {{"command", command + " --help"}}).c_str());
    return 2;
}

}  // namespace

void set_exit_code(int code) {
    if (exit_code() == 0) exit_code() = code;
}

void refused(const base::Error& error) {
    auto words = base::explain(error);
    // A sentence of its own says what to do; it needs none of the general ones.
    if (error.what.ends_with('.')) words = (error.where.empty() ? "" : error.where + ": ") + error.what;
    std::fprintf(stderr, "iderum: %s\n", words.c_str());
    set_exit_code(1);
}

int run_command_line(int count, const char* const* words) {
    std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error code, not the end
    hold_standard_streams();
    exit_code() = 0;
    auto line = arranged(count, words);
    base::set_language(wished_language(line));

    CLI::App root(base::tr("cli.about"), "iderum");
    speak(root);
    root.set_version_flag("--version", "iderum " IDERUM_VERSION, base::tr("cli.version"));
    std::string language;
    Command commands(root);
    takes_one_of(commands.add_option("--lang", language, base::tr("cli.lang")), {"sv", "en"});
    root.require_subcommand(0, 1);

    add_host_command(commands);
    add_wall_command(commands);
    add_register_commands(commands);
    add_board_commands(commands);
    add_count_command(commands);
    add_codes_command(commands);
    add_cards_command(commands);
    add_journal_commands(commands);
    add_restore_command(commands);
    add_course_commands(commands);
    add_template_commands(commands);
    add_demo_command(commands);
    add_bench_commands(commands);
    add_gallery_command(commands);
    group(root);

    try {
        root.parse(std::move(line));
        if (root.get_subcommands().empty()) set_exit_code(run_default());
    } catch (const CLI::Success& asked) {  // --help and --version
        return root.exit(asked);
    } catch (const CLI::RuntimeError& stop) {
        return stop.get_exit_code();
    } catch (const CLI::ParseError& error) {
        return usage_error(root, error);
    }
    // What did not reach a full disk was not told: that is no success. A reader that had enough (`| head`) is.
    if ((std::fflush(stdout) != 0 || std::ferror(stdout) != 0) && exit_code() == 0 && !has_reader_left()) {
        refused({base::Code::disk_full, {}, "stdout"});
    }
    return exit_code();
}

}  // namespace app
