#include "curricula/folder.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "curricula/course.hpp"

namespace curricula {
namespace {

namespace fs = std::filesystem;
using base::Code;
using base::refuse;

/// Names in a folder that are looked at; more means that it is no course folder.
constexpr std::size_t most_entries = 10'000;

bool is_within(const fs::path& file, const fs::path& folder) {
    const auto difference = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return difference.first == folder.end();
}

base::Result<fs::path> find_folder(const base::Path& path) {
    std::error_code failed;
    auto folder = fs::canonical(path, failed);
    if (failed) return refuse(Code::not_found, failed.message(), path.string());
    if (fs::is_regular_file(folder, failed) && folder.extension() == ".md") folder = folder.parent_path();
    if (!fs::is_directory(folder, failed)) return refuse(Code::bad_input, "not a folder", path.string());
    return folder;
}

base::Result<std::vector<fs::path>> find_markdown(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> found;
    std::size_t entries = 0;
    for (fs::directory_iterator each(folder, failed), none; !failed && each != none; each.increment(failed)) {
        if (++entries > most_entries) return refuse(Code::too_many, std::to_string(most_entries), folder.string());
        if (each->path().extension() == ".md") found.push_back(each->path());
        if (found.size() > most_files) return refuse(Code::too_many, std::to_string(most_files), folder.string());
    }
    if (failed) return refuse(Code::disk_failed, failed.message(), folder.string());
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

base::Result<model::CourseSource> load_course_folder(const base::Path& path) {
    IR_TRY(const auto folder, find_folder(path));
    IR_TRY(const auto found, find_markdown(folder));
    model::CourseSource source;
    source.slug = base::slug(base::is_utf8(folder.filename().string()) ? folder.filename().string() : "");
    if (source.slug.empty()) source.slug = "kurs";
    for (const auto& file : found) {
        const auto name = file.filename().string();
        if (!base::is_utf8(name)) return refuse(Code::bad_text, "file name", folder.string());
        std::error_code failed;
        const auto real = fs::canonical(file, failed);
        if (failed) return refuse(Code::not_found, failed.message(), file.string());
        if (!is_within(real, folder)) return refuse(Code::denied, "the link leads out of the folder", file.string());
        if (!fs::is_regular_file(real, failed)) return refuse(Code::bad_input, "not a file", file.string());
        if (fs::file_size(real, failed) > most_file_bytes) {
            return refuse(Code::too_large, std::to_string(most_file_bytes) + " bytes", file.string());
        }
        IR_TRY(source.files[name], base::read_file(real, most_file_bytes));
    }
    return source;
}

}  // namespace curricula
