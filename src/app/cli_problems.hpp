#pragma once
#include <cstdio>

#include "base/files.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"

/// What is wrong in files that people have written (courses, templates), on the command line.
namespace app {

base::Problem problem_at(const base::Path& path, std::string code, std::string message);
/// A file or folder that could not be read.
base::Problem problem_of(const base::Error& error);
/// [{"file","line","severity","code","message"}] on stdout.
void print_problems_json(const base::Problems& problems);
/// "file:line: fel: what", one a line, as editors jump to them.
void print_problem_lines(const base::Problems& problems, std::FILE* out);
std::size_t count_errors(const base::Problems& problems);

}  // namespace app
