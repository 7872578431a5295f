#pragma once
#include <filesystem>
#include <string>

#include "base/files.hpp"
#include "base/id.hpp"

/// An empty folder that goes away with the test.
struct Folder {
    base::Path path;

    explicit Folder(const base::Path& below = std::filesystem::temp_directory_path())
        : path(below / ("iderum-test-" + base::new_token())) {
        std::filesystem::create_directories(path);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    base::Path operator/(const std::string& name) const { return path / name; }
};
