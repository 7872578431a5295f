#include <doctest/doctest.h>

#include "house/tree.hpp"

namespace {

constexpr std::size_t most_lines = 400;

bool is_counted(const house::File& file) {
    const bool place = file.under("src") || file.under("tests") || file.under("assets/tablet") || file.under("cmake");
    for (const char* end : {".cpp", ".hpp", ".js", ".css", ".mjs", ".html", ".sh", ".cmake"}) {
        if (place && file.ends(end)) return true;
    }
    return false;
}

/// Text that people wrote; fuzz corpora and golden files are bytes.
bool is_text(const house::File& file) {
    for (const char* end :
         {".cpp", ".hpp", ".js", ".css", ".mjs", ".html", ".sh", ".cmake", ".txt", ".md", ".po", ".json"}) {
        if (file.ends(end)) return true;
    }
    return file.path == "run" || file.path == "test" || file.path == ".ci/run";
}

}  // namespace

TEST_CASE("a file is shorter than 400 lines") {
    for (const auto& file : house::files()) {
        if (!is_counted(file)) continue;
        CAPTURE(file.path);
        CHECK(file.lines.size() < most_lines);
    }
}

TEST_CASE("no header opens a whole namespace to those who include it") {
    const std::string words = std::string("using ") + "namespace";
    for (const auto& file : house::files()) {
        if (!file.is_header()) continue;
        CAPTURE(file.path);
        CHECK(file.content.find(words) == std::string::npos);
    }
}

TEST_CASE("every header is included once however often it is named") {
    for (const auto& file : house::files()) {
        if (!file.is_header()) continue;
        CAPTURE(file.path);
        CHECK(file.content.find("#pragma once") != std::string::npos);
    }
}

TEST_CASE("no file names a folder of somebody's machine") {
    const std::vector<std::string> machines = {std::string("/") + "work/", std::string("/") + "home/",
                                               std::string("/") + "root/"};
    for (const auto& file : house::files()) {
        if (!is_text(file)) continue;
        CAPTURE(file.path);
        for (const auto& machine : machines) CHECK(file.content.find(machine) == std::string::npos);
    }
}

TEST_CASE("nothing is half done: no mark for later in what we keep") {
    const std::vector<std::string> marks{std::string("TO") + "DO", std::string("FIX") + "ME", std::string("XX") + "X"};
    for (const auto& file : house::files()) {
        if (!is_text(file) || file.ends(".md")) continue;
        CAPTURE(file.path);
        for (const auto& mark : marks) {
            if (file.content.find(mark) == std::string::npos) continue;
            CHECK_FALSE(std::regex_search(file.content, std::regex("\\b" + mark + "\\b")));
        }
    }
}

TEST_CASE("text files are UTF-8 with line feeds") {
    for (const auto& file : house::files()) {
        if (!is_text(file)) continue;
        CAPTURE(file.path);
        CHECK(file.content.find('\r') == std::string::npos);
        CHECK_FALSE(file.content.starts_with("\xef\xbb\xbf"));
    }
}

TEST_CASE("no test waits by sleeping a fixed time") {
    // Polling with a deadline sleeps a few milliseconds in one place: a function whose name says so.
    const std::regex seconds(R"(sleep(_for)?\(\s*(std::chrono::seconds|\d+s\b|[1-9]\d*\)))");
    for (const auto& file : house::files()) {
        if (!file.under("tests") || !file.is_code()) continue;
        CAPTURE(file.path);
        CHECK_FALSE(std::regex_search(file.content, seconds));
    }
}
