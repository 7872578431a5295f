#include "app/cli_problems.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "base/language.hpp"

namespace app {

using base::Problem;

base::Problem problem_at(const base::Path& path, std::string code, std::string message) {
    return {Problem::Severity::error, path.string(), 0, std::move(code), std::move(message)};
}

base::Problem problem_of(const base::Error& error) {
    const bool told = error.what.ends_with('.');
    return problem_at(error.where, std::string(base::code_name(error.code)),
                      told ? error.what : base::explain({error.code, error.what, {}}));
}

void print_problems_json(const base::Problems& problems) {
    boost::json::array list;
    for (const auto& problem : problems) {
        const bool error = problem.severity == Problem::Severity::error;
        list.push_back(boost::json::object{{"file", problem.file},
                                           {"line", problem.line},
                                           {"severity", error ? "error" : "hint"},
                                           {"code", problem.code},
                                           {"message", problem.message}});
    }
    std::printf("%s\n", boost::json::serialize(list).c_str());
}

void print_problem_lines(const base::Problems& problems, std::FILE* out) {
    for (const auto& problem : problems) {
        std::string place = problem.file;
        if (problem.line > 0) place += ":" + std::to_string(problem.line);
        const bool error = problem.severity == Problem::Severity::error;
        std::fprintf(out, "%s: %s: %s\n", place.c_str(), base::tr(error ? "course.error" : "course.hint").c_str(),
                     problem.message.c_str());
    }
}

std::size_t count_errors(const base::Problems& problems) {
    return static_cast<std::size_t>(std::count_if(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.severity == Problem::Severity::error;
    }));
}

}  // namespace app
