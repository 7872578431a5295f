#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/cli.hpp"
#include "base/language.hpp"
#include "curricula/course.hpp"
#include "curricula/folder.hpp"

namespace app {
namespace {

using base::Problem;
using base::tr;

struct Wish {
    std::vector<std::string> paths;
    bool json = false;
};

/// The problems of one course with their files as paths, so that an editor can jump to them. A folder that cannot be
/// loaded is one problem, without a line.
base::Problems check(const std::string& path) {
    const auto source = curricula::load_course_folder(path);
    if (!source) {
        const auto& error = source.error();
        const base::Error rest{error.code, error.what, ""};
        return {
            {Problem::Severity::error, error.where, 0, std::string(base::code_name(error.code)), base::explain(rest)}};
    }
    auto problems = curricula::check_course(*source).problems;
    std::error_code failed;
    const base::Path given(path);
    const auto folder = std::filesystem::is_directory(given, failed) ? given : given.parent_path();
    for (auto& problem : problems) {
        // A problem of the course as a whole carries its slug, which is no file.
        const bool is_file = source->files.count(problem.file) > 0;
        problem.file = is_file ? (folder / problem.file).string() : folder.string();
    }
    return problems;
}

std::string_view severity_name(Problem::Severity severity) {
    return severity == Problem::Severity::error ? "error" : "hint";
}

void print_json(const base::Problems& problems) {
    boost::json::array list;
    for (const auto& problem : problems) {
        list.push_back(boost::json::object{{"file", problem.file},
                                           {"line", problem.line},
                                           {"severity", severity_name(problem.severity)},
                                           {"code", problem.code},
                                           {"message", problem.message}});
    }
    std::printf("%s\n", boost::json::serialize(list).c_str());
}

void print_lines(const base::Problems& problems, std::FILE* out) {
    for (const auto& problem : problems) {
        std::string place = problem.file;
        if (problem.line > 0) place += ":" + std::to_string(problem.line);
        const bool error = problem.severity == Problem::Severity::error;
        std::fprintf(out, "%s: %s: %s\n", place.c_str(), tr(error ? "course.error" : "course.hint").c_str(),
                     problem.message.c_str());
    }
}

void check_all(const Wish& wish) {
    base::Problems problems;
    for (const auto& path : wish.paths) {
        auto found = check(path);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    std::size_t errors = 0;
    for (const auto& problem : problems) errors += problem.severity == Problem::Severity::error;
    if (wish.json) {
        print_json(problems);
    } else {
        print_lines(problems, stdout);
        std::printf("%s\n", tr("course.summary", {{"courses", std::to_string(wish.paths.size())},
                                                  {"errors", std::to_string(errors)},
                                                  {"hints", std::to_string(problems.size() - errors)}})
                                .c_str());
    }
    if (errors > 0) set_exit_code(1);
}

}  // namespace

bool print_course_faults(const base::Path& folder) {
    auto problems = check(folder.string());
    std::erase_if(problems, [](const Problem& problem) { return problem.severity != Problem::Severity::error; });
    print_lines(problems, stderr);
    return !problems.empty();
}

void add_course_commands(CLI::App& root) {
    auto* course = root.add_subcommand("course", tr("course.about"));
    course->require_subcommand(1);
    auto* check_command = course->add_subcommand("check", tr("course.check.about"));
    const auto wish = std::make_shared<Wish>();
    check_command->add_option("PATH", wish->paths, tr("course.check.path"))->required();
    check_command->add_flag("--json", wish->json, tr("course.check.json"));
    check_command->callback([wish] { check_all(*wish); });
}

}  // namespace app
