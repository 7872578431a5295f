#include <doctest/doctest.h>

#include <set>

#include "house/tree.hpp"

namespace {

using Rooms = std::set<std::string>;

/// Which rooms may include headers that begin like this; a room's tests may too.
struct Library {
    std::string_view begins;
    Rooms rooms;
};
const std::vector<Library> libraries = {
    {"boost/beast", {"tablets"}},
    {"boost/asio", {"tablets"}},
    {"boost/json", {"intents", "views", "tablets", "app"}},
    {"boost/locale", {"base"}},
    {"boost/multiprecision", {"methods"}},
    {"openssl/", {"base", "tablets"}},
    {"qrencode", {"base"}},
    {"toml++/", {"curricula"}},
    {"md4c", {"curricula"}},
    {"sqlite3", {"store"}},
    {"libpq", {"sharing"}},
    {"pango/", {"paint"}},
    {"cairo", {"paint"}},
    {"fontconfig/", {"paint"}},
    {"qpdf/", {"paint"}},
    {"stb/", {"paint"}},
    {"imgui", {"ui", "app"}},
    {"backends/imgui", {"app"}},
    {"GLFW/", {"app"}},
    {"GL/", {"app"}},
    {"X11/", {"app"}},
    {"CLI/", {"app"}},
    {"hunspell/", {"app"}},
};

bool is_private(const house::File& file) {
    return file.ends("_private.hpp");
}

std::vector<std::string> includers_in_src(std::string_view header) {
    std::vector<std::string> found;
    for (const auto& file : house::files()) {
        if (file.room().empty() || !file.is_code()) continue;
        for (const auto& included : house::includes(file)) {
            if (included == header) found.push_back(file.path);
        }
    }
    return found;
}

}  // namespace

TEST_CASE(
    "screens read and write no files, decode nothing and wait for nobody: what they show is there, or is not yet") {
    const std::set<std::string> slow{"fstream",
                                     "iostream",
                                     "cstdio",
                                     "filesystem",
                                     "future",
                                     "thread",
                                     "mutex",
                                     "condition_variable",
                                     "unistd.h",
                                     "fcntl.h",
                                     "base/files.hpp",
                                     "base/private_files.hpp",
                                     "base/jpeg.hpp",
                                     "base/inbox.hpp",
                                     "paint/image_intake.hpp",
                                     "paint/paper.hpp",
                                     "paint/pages.hpp",
                                     "paint/image_bounds.hpp"};
    for (const auto& file : house::files()) {
        if (file.room() != "ui" || !file.is_code()) continue;
        for (const auto& included : house::includes(file)) CHECK_MESSAGE(!slow.contains(included), file.path, included);
    }
}

TEST_CASE("one file includes sqlite3.h") {
    CHECK(includers_in_src("sqlite3.h") == std::vector<std::string>{"src/store/sqlite.cpp"});
}

TEST_CASE("at most one file includes libpq-fe.h") {
    CHECK(includers_in_src("libpq-fe.h").size() <= 1);
}

TEST_CASE("CLI11 is known to what reads the command line, not to those who describe commands") {
    CHECK(includers_in_src("CLI/CLI.hpp") == std::vector<std::string>{"src/app/cli_help.hpp", "src/app/command.cpp"});
}

TEST_CASE("Dear ImGui, GLFW and OpenGL are known to the screen's painter and the window alone") {
    for (const auto& file : house::files()) {
        if (file.room().empty() || !file.is_code()) continue;
        for (const auto& header : house::includes(file)) {
            const bool window =
                header.find("imgui") != std::string::npos || header.starts_with("GLFW/") || header.starts_with("GL/");
            if (!window) continue;
            CAPTURE(file.path);
            CAPTURE(header);
            const bool allowed =
                file.path.starts_with("src/app/window") ||
                (file.path.starts_with("src/ui/screen_painter") && header.find("backends") == std::string::npos);
            CHECK(allowed);
        }
    }
}

TEST_CASE(
    "X is known to what listens to fingers and reads images from the clipboard: its macros are no names for others") {
    for (const auto& file : house::files()) {
        if (file.room().empty() || !file.is_code()) continue;
        for (const auto& header : house::includes(file)) {
            if (!std::string_view(header).starts_with("X11/")) continue;
            const bool allowed = file.path == "src/app/window_touch.cpp" || file.path == "src/app/window_clipboard.cpp";
            CHECK(allowed);
        }
    }
}

TEST_CASE("a library is included only in the rooms that own it") {
    for (const auto& file : house::files()) {
        if (file.room().empty() || !file.is_code()) continue;
        for (const auto& header : house::includes(file)) {
            for (const auto& library : libraries) {
                if (!std::string_view(header).starts_with(library.begins)) continue;
                CAPTURE(file.path);
                CAPTURE(header);
                CHECK(library.rooms.count(file.room()) == 1);
            }
        }
    }
}

TEST_CASE("a library's headers do not leak out of its room") {
    for (const auto& file : house::files()) {
        // Nobody stands above app, so its headers leak to nobody.
        if (file.room().empty() || file.room() == "app" || !file.is_header() || is_private(file)) continue;
        for (const auto& header : house::includes(file)) {
            CAPTURE(file.path);
            CAPTURE(header);
            const bool boost = std::string_view(header).starts_with("boost/");
            const bool listed = std::any_of(libraries.begin(), libraries.end(), [&header](const Library& library) {
                return std::string_view(header).starts_with(library.begins);
            });
            CHECK_FALSE((boost || listed));
        }
    }
}

TEST_CASE("a private header is included in its own room only") {
    for (const auto& file : house::files()) {
        if (!file.is_code() || !file.under("src")) continue;
        for (const auto& header : house::includes(file)) {
            if (!std::string_view(header).ends_with("_private.hpp")) continue;
            CAPTURE(file.path);
            CAPTURE(header);
            CHECK((header.find('/') == std::string::npos || header.starts_with(file.room() + "/")));
        }
    }
}

TEST_CASE("the compiler runs without extensions of its own") {
    for (const auto& file : house::files()) {
        if (file.path != "CMakeLists.txt") continue;
        CHECK(file.content.find("set(CMAKE_CXX_EXTENSIONS OFF)") != std::string::npos);
    }
}
