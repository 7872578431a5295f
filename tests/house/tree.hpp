#pragma once
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// The project's own files, as the house's tests see them: read once, never written.
namespace house {

struct File {
    std::string path;  // relative to the project, "src/base/id.hpp"
    std::string content;
    std::vector<std::string> lines;

    bool under(std::string_view folder) const { return path.starts_with(std::string(folder) + "/"); }
    bool ends(std::string_view end) const { return path.ends_with(end); }
    bool is_code() const { return ends(".cpp") || ends(".hpp"); }
    bool is_header() const { return ends(".hpp"); }
    /// "base" for "src/base/id.hpp"; empty outside src.
    std::string room() const {
        if (!under("src")) return {};
        const auto end = path.find('/', 4);
        return end == std::string::npos ? std::string() : path.substr(4, end - 4);
    }
    std::string name() const { return path.substr(path.rfind('/') + 1); }
};

inline File read(const std::filesystem::path& root, const std::filesystem::path& at) {
    File file;
    file.path = std::filesystem::relative(at, root).string();
    std::ifstream in(at, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    file.content = std::move(text).str();
    std::istringstream lines(file.content);
    for (std::string line; std::getline(lines, line);) file.lines.push_back(line);
    return file;
}

/// Folders that hold what was made or fetched, not what we wrote.
inline bool is_ours(const std::filesystem::path& folder) {
    const auto name = folder.filename().string();
    return name != ".git" && !name.starts_with("build") && name != "node_modules";
}

inline const std::vector<File>& files() {
    static const auto all = [] {
        namespace fs = std::filesystem;
        const fs::path root = IDERUM_SOURCE_DIR;
        std::vector<File> found;
        for (auto at = fs::recursive_directory_iterator(root); at != fs::recursive_directory_iterator(); ++at) {
            if (at->is_directory() && (at->is_symlink() || !is_ours(at->path()))) {
                at.disable_recursion_pending();
            } else if (at->is_regular_file() && !at->is_symlink()) {
                found.push_back(read(root, at->path()));
            }
        }
        std::sort(found.begin(), found.end(), [](const File& a, const File& b) { return a.path < b.path; });
        return found;
    }();
    return all;
}

/// The header names that a file includes, without quotes or brackets.
inline std::vector<std::string> includes(const File& file) {
    static const std::regex pattern(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
    std::vector<std::string> found;
    for (const auto& line : file.lines) {
        std::smatch match;
        if (std::regex_search(line, match, pattern)) found.push_back(match[1]);
    }
    return found;
}

/// The first group of every match in a text.
inline std::vector<std::string> all_matches(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern); at != std::sregex_iterator(); ++at) {
        found.push_back((*at)[1]);
    }
    return found;
}

}  // namespace house
