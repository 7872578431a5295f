#include <doctest/doctest.h>

#include <fstream>

#include "curricula/course.hpp"
#include "curricula/folder.hpp"
#include "folder.hpp"

namespace fs = std::filesystem;

namespace {

/// A folder of its own that is gone afterwards.
struct CourseFolder : Folder {
    CourseFolder() { fs::create_directories(course()); }

    fs::path course() const { return path / "Min Kurs"; }
    void write(const std::string& name, const std::string& content) const { std::ofstream(path / name) << content; }
};

}  // namespace

TEST_CASE("a folder's Markdown files are loaded, and nothing else in it") {
    const CourseFolder folder;
    folder.write("Min Kurs/kurs.sv.md", "hej");
    folder.write("Min Kurs/bild.png", "x");
    fs::create_directories(folder.course() / "mer");
    folder.write("Min Kurs/mer/kurs.en.md", "x");
    const auto source = curricula::load_course_folder(folder.course());
    REQUIRE(source);
    CHECK(source->slug == "min-kurs");
    CHECK(source->files == std::map<std::string, std::string>{{"kurs.sv.md", "hej"}});
}

TEST_CASE("a path to a file means its folder") {
    const CourseFolder folder;
    folder.write("Min Kurs/kurs.sv.md", "hej");
    CHECK(curricula::load_course_folder(folder.course() / "kurs.sv.md")->slug == "min-kurs");
}

TEST_CASE("a link that leads out of the folder is denied") {
    const CourseFolder folder;
    folder.write("secret.md", "secret");
    fs::create_symlink("../secret.md", folder.course() / "kurs.sv.md");
    CHECK(curricula::load_course_folder(folder.course()).error().code == base::Code::denied);
}

TEST_CASE("a link to another file in the folder is followed") {
    const CourseFolder folder;
    folder.write("Min Kurs/text.md", "hej");
    fs::create_symlink("text.md", folder.course() / "kurs.sv.md");
    CHECK(curricula::load_course_folder(folder.course())->files.at("kurs.sv.md") == "hej");
}

TEST_CASE("a file over a mebibyte is too large") {
    const CourseFolder folder;
    folder.write("Min Kurs/kurs.sv.md", std::string(curricula::most_file_bytes + 1, 'a'));
    CHECK(curricula::load_course_folder(folder.course()).error().code == base::Code::too_large);
}

TEST_CASE("an empty folder is a course that lacks its Swedish file") {
    const CourseFolder folder;
    const auto problems = curricula::check_course(*curricula::load_course_folder(folder.course())).problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == "no_swedish_file");
}

TEST_CASE("a file that was meant to be the Swedish one is named") {
    for (const std::string name : {"Kurs.SV.md", "kurs.sv.md.txt", "kurs.se.md", "kurs.md"}) {
        CAPTURE(name);
        const CourseFolder folder;
        folder.write("Min Kurs/" + name, "+++\ntitel = \"x\"\n+++\n");
        folder.write("Min Kurs/kurs.so.md", "+++\ntitle = \"x\"\n+++\n");
        const auto courses = curricula::find_courses(folder.path);
        REQUIRE(courses);
        REQUIRE(courses->size() == 1);
        const auto reading = curricula::check_course_folder(courses->front());
        REQUIRE(reading);
        std::string told;
        for (const auto& problem : reading->problems) told += problem.code == "no_swedish_file" ? problem.message : "";
        CHECK(told.find(name) != std::string::npos);
        CHECK(told.find("kurs.so.md") == std::string::npos);
    }
}

TEST_CASE("a file that cannot be read hides no fault in the others") {
    const CourseFolder folder;
    folder.write("Min Kurs/kurs.sv.md", "+++\ntitel = \"x\"\n+++\n## A\ntid: fem\ntyp: info\n");
    folder.write("Min Kurs/kurs.en.md", std::string(curricula::most_file_bytes + 1, 'a'));
    fs::create_symlink("../../secret.md", folder.course() / "kurs.fi.md");
    folder.write("secret.md", "secret");
    fs::create_symlink("../secret.md", folder.course() / "kurs.de.md");
    const auto reading = curricula::check_course_folder(folder.course());
    REQUIRE(reading);
    std::string told;
    for (const auto& problem : reading->problems) {
        told += problem.file + ":" + std::to_string(problem.line) + " " + problem.code + "; ";
        CHECK(problem.message.ends_with('.'));
    }
    CHECK(told == "kurs.de.md:0 denied; kurs.en.md:0 file_too_large; kurs.fi.md:0 not_found; kurs.sv.md:5 time_bad; ");
}

TEST_CASE("a Swedish file that cannot be read is not called missing") {
    const CourseFolder folder;
    fs::create_symlink("kurs.sv.md", folder.course() / "kurs.sv.md");
    const auto reading = curricula::check_course_folder(folder.course());
    REQUIRE(reading);
    REQUIRE(reading->problems.size() == 1);
    CHECK(reading->problems[0].file == "kurs.sv.md");
    CHECK_FALSE(reading->usable());
}

TEST_CASE("courses are found in the folder itself and at any depth below, hidden folders and links left alone") {
    const CourseFolder folder;
    for (const char* name : {"a/b/c", ".dold", "Min Kurs/mer", "tom"}) fs::create_directories(folder.path / name);
    for (const char* name : {"a/b/c/kurs.sv.md", "a/course.en.md", ".dold/kurs.sv.md", "Min Kurs/kurs.sv.md",
                             "Min Kurs/mer/README.md", "tom/kursplan.md"}) {
        folder.write(name, "");
    }
    fs::create_directory_symlink("a", folder.path / "link");
    const auto found = curricula::find_courses(folder.path);
    REQUIRE(found);
    CHECK(*found == std::vector<fs::path>{folder.course(), folder.path / "a", folder.path / "a/b/c"});
    CHECK(curricula::find_courses(folder.path / "a/b/c/kurs.sv.md").value() ==
          std::vector<fs::path>{folder.path / "a/b/c"});
    CHECK(curricula::find_courses(folder.path / "link/b").value().size() == 1);
    CHECK(curricula::find_courses(folder.path / "tom").value().empty());
    CHECK(curricula::find_courses(folder.path / "ingen").error().code == base::Code::not_found);
}

TEST_CASE("more than forty files are too many") {
    const CourseFolder folder;
    for (std::size_t i = 0; i <= curricula::most_files; ++i) folder.write("Min Kurs/" + std::to_string(i) + ".md", "");
    CHECK(curricula::load_course_folder(folder.course()).error().code == base::Code::too_many);
}

TEST_CASE("a folder that is not there, or is no folder, is refused with its name") {
    const CourseFolder folder;
    folder.write("text.txt", "");
    CHECK(curricula::load_course_folder(folder.path / "nowhere").error().code == base::Code::not_found);
    const auto error = curricula::load_course_folder(folder.path / "text.txt").error();
    CHECK(error.code == base::Code::bad_input);
    CHECK(error.where.find("text.txt") != std::string::npos);
}
