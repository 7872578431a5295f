#include <boost/json.hpp>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/cli.hpp"
#include "app/command.hpp"
#include "base/language.hpp"
#include "curricula/course.hpp"
#include "curricula/folder.hpp"

namespace app {
namespace {

using base::Problem;
using base::tr;

struct CheckWish {
    std::vector<std::string> paths;
    bool json = false;
};

base::Problem problem_at(const base::Path& path, std::string code, std::string message) {
    return {Problem::Severity::error, path.string(), 0, std::move(code), std::move(message)};
}

base::Problem to_problem(const base::Error& error) {
    const bool told = error.what.ends_with('.');
    return problem_at(error.where, std::string(base::code_name(error.code)),
                      told ? error.what : base::explain({error.code, error.what, {}}));
}

/// The problems of one course with their files as paths, so that an editor can jump to them. A folder that cannot be
/// read is one problem, without a line.
base::Problems check(const base::Path& folder) {
    auto reading = curricula::check_course_folder(folder);
    if (!reading) return {to_problem(reading.error())};
    for (auto& problem : reading->problems) {
        // A problem of the course as a whole carries its slug, which is no file.
        problem.file = (problem.file.ends_with(".md") ? folder / problem.file : folder).string();
    }
    return std::move(reading->problems);
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

void check_all(const CheckWish& wish) {
    base::Problems problems;
    std::set<base::Path> courses;
    for (const auto& path : wish.paths) {
        const auto found = curricula::find_courses(path);
        if (!found) problems.push_back(to_problem(found.error()));
        if (found && found->empty()) problems.push_back(problem_at(path, "no_course", tr("course.none")));
        if (found) courses.insert(found->begin(), found->end());
    }
    for (const auto& course : courses) {
        auto found = check(course);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    std::size_t errors = 0;
    for (const auto& problem : problems) errors += problem.severity == Problem::Severity::error;
    if (wish.json) {
        print_json(problems);
    } else {
        print_lines(problems, stdout);
        std::printf("%s\n", tr("course.summary", {{"courses", std::to_string(courses.size())},
                                                  {"errors", std::to_string(errors)},
                                                  {"hints", std::to_string(problems.size() - errors)}})
                                .c_str());
    }
    if (errors > 0) set_exit_code(1);
}

}  // namespace

bool print_course_faults(const base::Path& folder) {
    auto problems = check(folder);
    std::erase_if(problems, [](const Problem& problem) { return problem.severity != Problem::Severity::error; });
    const auto courses = curricula::find_courses(folder).value_or(std::vector<base::Path>());
    std::error_code failed;
    const bool is_parent = std::filesystem::is_directory(folder, failed) && !courses.empty() &&
                           courses.front().lexically_normal() != folder.lexically_normal();
    if (is_parent && !problems.empty()) {
        std::string folders;
        for (const auto& course : courses) folders += (folders.empty() ? "" : ", ") + course.string();
        problems = {problem_at(folder, "no_course", tr("course.below", {{"folders", folders}}))};
    }
    print_lines(problems, stderr);
    return !problems.empty();
}

void add_course_commands(Command& root) {
    auto* course = root.add_subcommand("course", tr("course.about"));
    course->require_subcommand();
    auto* check_command = course->add_subcommand("check", tr("course.check.about"));
    const auto wish = std::make_shared<CheckWish>();
    auto* paths = check_command->add_option(tr("cli.type.folder"), wish->paths, tr("course.check.path"))->required();
    takes_a(paths, "folder");
    check_command->add_flag("--json", wish->json, tr("course.check.json"));
    check_command->callback([wish] { check_all(*wish); });
}

}  // namespace app
