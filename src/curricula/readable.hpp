#pragma once
#include <string>
#include <vector>

#include "curricula/report.hpp"

namespace curricula {

/// Makes every line UTF-8 without anything unseen, and reports what was not: by line, or, when there are many that are
/// not UTF-8, the whole file at the first of them. Bytes that are not UTF-8 are read as ISO 8859-1, which is what they
/// most often are; control characters and marks that turn the direction of text are taken out.
void make_readable(std::vector<std::string>& lines, const std::string& file, Report& report);

}  // namespace curricula
