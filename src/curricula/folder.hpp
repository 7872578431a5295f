#pragma once
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "curricula/course.hpp"
#include "model/course.hpp"

namespace curricula {

/// Loads the Markdown files of a course folder: only *.md in the folder itself, at most `most_files` of at most
/// `most_file_bytes` each. The slug is that of the folder's name. A path to a Markdown file means the folder it lies
/// in. Whether the right files are there is the concern of check_course. Errors: Code::not_found (no such folder),
/// Code::bad_input (not a folder), Code::too_large, Code::too_many, Code::denied (a link that leads out of the folder),
/// Code::bad_text (a name that is not UTF-8), Code::disk_failed; `where` says which file.
base::Result<model::CourseSource> load_course_folder(const base::Path& path);

/// The folder checked, where a missing kurs.sv.md is told with the files that may be it (kurs.sv.md.txt): a file that
/// cannot be taken is a problem among the others (its code is that of the error, or file_too_large). Errors: as above,
/// when there is no such folder at all. `templates` as for check_course.
base::Result<CourseReading> check_course_folder(const base::Path& path, const std::vector<std::string>& templates = {});

/// The folders that hold a file `kurs.….md` or `course.….md`, or one that was meant to be it (Kurs.SV.md): the given
/// one and those below it, in order of their names. Hidden folders and links to folders are not looked into. A path to
/// a Markdown file means its folder. Empty when there is no course. Errors: Code::not_found, Code::bad_input (neither
/// folder nor Markdown), Code::denied, Code::too_many.
base::Result<std::vector<base::Path>> find_courses(const base::Path& path);

}  // namespace curricula
