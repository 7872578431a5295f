#include "app/people_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <sstream>

#include "base/language.hpp"

namespace app {
namespace {

std::optional<base::Path> folder_of(const char* variable) {
    const char* set = std::getenv(variable);
    if (set == nullptr || *set != '/') return std::nullopt;
    return base::Path(set);
}

/// As `xdg-user-dir DOCUMENTS` tells it: named in user-dirs.dirs, else the home folder.
std::optional<base::Path> documents_folder() {
    const auto home = folder_of("HOME");
    if (!home) return std::nullopt;
    const auto named = base::read_file(folder_of("XDG_CONFIG_HOME").value_or(*home / ".config") / "user-dirs.dirs");
    constexpr std::string_view key = "XDG_DOCUMENTS_DIR=\"", of_home = "$HOME";
    std::istringstream lines(named.value_or(std::string()));
    for (std::string line; std::getline(lines, line);) {
        const auto end = line.rfind('"');
        if (!line.starts_with(key) || end < key.size()) continue;
        const auto value = line.substr(key.size(), end - key.size());
        auto folder =
            value.starts_with(of_home) ? base::Path(home->string() + value.substr(of_home.size())) : base::Path(value);
        if (folder.is_absolute()) return folder.lexically_normal();
    }
    return *home;
}

/// The folder's path from there on, when it lies there.
std::optional<base::Path> rest_below(const base::Path& folder, const std::optional<base::Path>& root) {
    if (!root) return std::nullopt;
    auto rest = folder.lexically_relative(*root);
    if (rest.empty() || *rest.begin() == "..") return std::nullopt;
    return rest;
}

std::string path_words(std::string words, const base::Path& rest) {
    for (const auto& part : rest) {
        if (part != "." && !part.empty()) words += " › " + part.string();
    }
    return words;
}

}  // namespace

base::Path people_folder(const base::Path& register_file) {
    const auto beside = std::filesystem::absolute(register_file).lexically_normal().parent_path();
    std::error_code failed;
    if (!std::filesystem::equivalent(beside, base::data_folder(), failed)) return beside;
    const auto documents = documents_folder();
    if (!documents) return beside;
    auto folder = *documents / "Idérum";
    std::filesystem::create_directories(folder, failed);
    return failed ? beside : folder;
}

base::Path free_people_file(const base::Path& register_file, const std::string& what, const std::string& ending,
                            std::int64_t now_ms) {
    auto time = base::to_local_time(now_ms);
    std::erase(time, '.');
    const auto folder = people_folder(register_file);
    const auto name = register_file.stem().string() + "-" + what + "-" + base::to_local_date(now_ms) + "-" + time;
    auto file = folder / (name + ending);
    std::error_code failed;
    // Nothing is ever written over.
    for (int i = 2; std::filesystem::exists(file, failed); ++i) {
        file = folder / (name + "-" + std::to_string(i) + ending);
    }
    return file;
}

std::string place_words(const base::Path& file) {
    const auto folder = file.parent_path();
    const auto documents = documents_folder(), home = folder_of("HOME");
    if (documents != home) {
        if (const auto rest = rest_below(folder, documents)) return path_words(documents->filename().string(), *rest);
    }
    if (const auto rest = rest_below(folder, home)) return path_words(base::tr("wall.files.home"), *rest);
    return folder.string();
}

}  // namespace app
