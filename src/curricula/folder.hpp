#pragma once
#include "base/files.hpp"
#include "base/result.hpp"
#include "model/course.hpp"

namespace curricula {

/// Loads the Markdown files of a course folder: only *.md in the folder itself, at most `most_files` of at most
/// `most_file_bytes` each. The slug is that of the folder's name. A path to a Markdown file means the folder it lies
/// in. Whether the right files are there is the concern of check_course. Errors: Code::not_found (no such folder),
/// Code::bad_input (not a folder), Code::too_large, Code::too_many, Code::denied (a link that leads out of the folder),
/// Code::bad_text (a name that is not UTF-8), Code::disk_failed; `where` says which file.
base::Result<model::CourseSource> load_course_folder(const base::Path& path);

}  // namespace curricula
