#include "curricula/folder.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/language.hpp"
#include "base/text.hpp"

namespace curricula {
namespace {

namespace fs = std::filesystem;
using base::Code;
using base::refuse;
using base::tr;

/// Names in a folder that are looked at; more means that it is no course folder.
constexpr std::size_t most_folder_entries = 10'000;

bool is_within(const fs::path& file, const fs::path& folder) {
    const auto difference = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return difference.first == folder.end();
}

base::Result<fs::path> find_folder(const base::Path& path) {
    std::error_code failed;
    auto folder = fs::canonical(path, failed);
    if (failed) {
        IR_DO(base::check_readable(path));
        return refuse(Code::not_found, failed.message(), path.string());
    }
    if (fs::is_regular_file(folder, failed) && folder.extension() == ".md") folder = folder.parent_path();
    if (!fs::is_directory(folder, failed)) return refuse(Code::bad_input, tr("course.no_folder"), path.string());
    return folder;
}

base::Result<std::vector<fs::path>> find_markdown(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> found;
    std::size_t entries = 0;
    for (fs::directory_iterator each(folder, failed), none; !failed && each != none; each.increment(failed)) {
        if (++entries > most_folder_entries) return refuse(Code::too_many, tr("course.too_many"), folder.string());
        if (each->path().extension() == ".md") found.push_back(each->path());
        if (found.size() > most_files) return refuse(Code::too_many, tr("course.too_many"), folder.string());
    }
    if (failed) return refuse(Code::denied, tr("file.no_read_folder"), folder.string());
    std::sort(found.begin(), found.end());
    return found;
}

/// A file of the folder that could not be taken.
struct Trouble {
    std::string name;
    base::Error error;
};

base::Result<std::string> read_markdown(const fs::path& file, const fs::path& folder) {
    std::error_code failed;
    const auto real = fs::canonical(file, failed);
    if (!failed && !is_within(real, folder)) return refuse(Code::denied, tr("course.link_out"), file.string());
    auto content = base::read_file(failed ? file : real, most_file_bytes);
    if (!content) content.error().where = file.string();
    return content;
}

struct Folder {
    model::CourseSource source;
    std::vector<Trouble> troubles;
};

base::Result<Folder> read_folder(const base::Path& path) {
    IR_TRY(const auto folder, find_folder(path));
    IR_TRY(const auto found, find_markdown(folder));
    Folder read;
    read.source.slug = base::slug(base::is_utf8(folder.filename().string()) ? folder.filename().string() : "");
    if (read.source.slug.empty()) read.source.slug = "kurs";
    for (const auto& file : found) {
        const auto name = file.filename().string();
        if (!base::is_utf8(name)) return refuse(Code::bad_text, tr("course.bad_name"), folder.string());
        auto content = read_markdown(file, folder);
        if (content) {
            read.source.files[name] = std::move(*content);
        } else {
            read.troubles.push_back({name, std::move(content).error()});
        }
    }
    return read;
}

base::Problem to_problem(const Trouble& trouble) {
    const auto& error = trouble.error;
    base::Problem problem{base::Problem::Severity::error, trouble.name, 0, std::string(base::code_name(error.code)),
                          error.what};
    if (error.code == Code::too_large) {
        problem.code = "file_too_large";
        problem.message = tr("course.problem.file_too_large", {{"limit", std::to_string(most_file_bytes >> 20U)}});
    } else if (!error.what.ends_with('.')) {
        problem.message = base::explain({error.code, error.what, {}});
    }
    return problem;
}

/// True for what was meant to be kurs.sv.md: Kurs.SV.md, kurs.sv.md.txt, kurs.se.md.
bool is_like_swedish(const std::string& name) {
    auto rest = base::lower(name);
    const auto stem = rest.starts_with("kurs.") ? 5U : rest.starts_with("course.") ? 7U : 0U;
    const bool is_text = rest.find(".md") != std::string::npos || rest.ends_with(".txt");
    if (stem == 0 || !is_text) return false;
    rest = rest.substr(stem, rest.find('.', stem) - stem);
    constexpr std::string_view meant[] = {"sv", "se", "sve", "swe", "svenska", "swedish", "md", "txt"};
    return std::find(std::begin(meant), std::end(meant), rest) != std::end(meant);
}

bool is_course_file(const std::string& name) {
    const bool named = name.ends_with(".md") && (name.starts_with("kurs.") || name.starts_with("course."));
    return named || is_like_swedish(name);
}

/// Which file is to be called kurs.sv.md, where none is; empty when nothing is like it.
std::string rename_advice(const fs::path& folder) {
    std::set<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator each(folder, failed), none; !failed && each != none; each.increment(failed)) {
        const auto name = each->path().filename().string();
        if (base::is_utf8(name) && is_like_swedish(name)) names.insert(name);
    }
    if (names.empty()) return {};
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return " " + tr("course.rename", {{"files", list}});
}

/// Walks through folders once, down to a sensible depth and no further than a sensible count.
class Search {
  public:
    base::Done look_in(const fs::path& folder, int depth) {
        constexpr int most_depth = 16;
        bool is_course = false;
        std::vector<fs::path> below;
        std::error_code failed;
        for (fs::directory_iterator each(folder, failed), none; !failed && each != none; each.increment(failed)) {
            if (++entries_ > most_folder_entries) return refuse(Code::too_many, tr("course.too_many"), folder.string());
            const auto name = each->path().filename().string();
            std::error_code unknown;
            const bool is_folder = each->symlink_status(unknown).type() == fs::file_type::directory;
            if (is_folder && !name.starts_with('.')) below.push_back(each->path());
            if (!is_folder && is_course_file(name)) is_course = true;
        }
        if (failed) return refuse(Code::denied, tr("file.no_read_folder"), folder.string());
        if (is_course) found.push_back(folder);
        std::sort(below.begin(), below.end());
        for (const auto& next : below) {
            if (depth < most_depth) IR_DO(look_in(next, depth + 1));
        }
        return {};
    }
    std::vector<base::Path> found;

  private:
    std::size_t entries_ = 0;
};

}  // namespace

base::Result<model::CourseSource> load_course_folder(const base::Path& path) {
    IR_TRY(auto read, read_folder(path));
    if (!read.troubles.empty()) return tl::unexpected<base::Error>(read.troubles.front().error);
    return std::move(read.source);
}

base::Result<CourseReading> check_course_folder(const base::Path& path, const std::vector<std::string>& templates) {
    IR_TRY(const auto read, read_folder(path));
    auto reading = check_course(read.source, templates);
    auto& problems = reading.problems;
    for (auto& problem : problems) {
        if (problem.code != "no_swedish_file") continue;
        IR_TRY(const auto folder, find_folder(path));
        problem.message += rename_advice(folder);
    }
    for (const auto& trouble : read.troubles) {
        problems.push_back(to_problem(trouble));
        if (!trouble.name.ends_with(".sv.md")) continue;
        std::erase_if(problems, [](const base::Problem& problem) { return problem.code == "no_swedish_file"; });
    }
    std::stable_sort(problems.begin(), problems.end(), [](const base::Problem& a, const base::Problem& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    });
    return reading;
}

base::Result<std::vector<base::Path>> find_courses(const base::Path& path) {
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (!fs::exists(status)) {
        IR_DO(base::check_readable(path));
    }
    if (!fs::is_directory(status)) {
        const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
        if (fs::is_regular_file(status) && path.extension() == ".md") return std::vector<base::Path>{folder};
        return refuse(Code::bad_input, tr("course.no_folder"), path.string());
    }
    Search search;
    IR_DO(search.look_in(path, 0));
    return std::move(search.found);
}

}  // namespace curricula
