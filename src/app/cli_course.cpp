#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/cli.hpp"
#include "app/cli_problems.hpp"
#include "app/command.hpp"
#include "base/language.hpp"
#include "curricula/board_form.hpp"
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

/// The problems of one course with their files as paths, so that an editor can jump to them. A folder that cannot be
/// read is one problem, without a line.
base::Problems check(const base::Path& folder, const std::vector<std::string>& templates = {}) {
    auto reading = curricula::check_course_folder(folder, templates);
    if (!reading) return {problem_of(reading.error())};
    for (auto& problem : reading->problems) {
        // A problem of the course as a whole carries its slug, which is no file.
        problem.file = (problem.file.ends_with(".md") ? folder / problem.file : folder).string();
    }
    return std::move(reading->problems);
}

void check_all(const CheckWish& wish) {
    base::Problems problems;
    std::set<base::Path> courses;
    for (const auto& path : wish.paths) {
        const auto found = curricula::find_courses(path);
        if (!found) problems.push_back(problem_of(found.error()));
        if (found && found->empty()) problems.push_back(problem_at(path, "no_course", tr("course.none")));
        if (found) courses.insert(found->begin(), found->end());
    }
    std::vector<std::string> templates;
    for (const auto& form : curricula::load_board_forms(base::share_folder() / "templates", {}).forms) {
        templates.push_back(form.name);
    }
    for (const auto& course : courses) {
        auto found = check(course, templates);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    const auto errors = count_errors(problems);
    if (wish.json) {
        print_problems_json(problems);
    } else {
        print_problem_lines(problems, stdout);
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
    print_problem_lines(problems, stderr);
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
