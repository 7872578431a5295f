#pragma once
#include <string>
#include <vector>

namespace base {

/// One fault in something a person wrote (a course, a list): where it is and what to do about it.
/// `line` is 1-based, 0 = the whole file. `severity`: errors stop, hints do not.
struct Problem {
    enum class Severity { error, hint };
    Severity severity = Severity::error;
    std::string file;
    int line = 0;
    std::string code;     // stable name such as "time_missing"
    std::string message;  // what is wrong and what to do, in the program's language
    int column = 0;       // 1-based, in characters; 0 = the whole line
};
using Problems = std::vector<Problem>;

}  // namespace base
