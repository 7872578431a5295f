#include "base/files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>

#include "folder.hpp"

namespace fs = std::filesystem;

TEST_CASE("what is written is read, bytes and all") {
    const Folder folder;
    const std::string content("a\0\xff\r\n", 5);
    REQUIRE(base::write_file(folder.path / "x", content));
    CHECK(base::read_file(folder.path / "x").value() == content);
}

TEST_CASE("an empty file is read as empty") {
    const Folder folder;
    REQUIRE(base::write_file(folder.path / "x", ""));
    CHECK(base::read_file(folder.path / "x").value().empty());
}

TEST_CASE("writing puts the new content in place and leaves nothing beside it") {
    const Folder folder;
    REQUIRE(base::write_file(folder.path / "x", "gammalt"));
    REQUIRE(base::write_file(folder.path / "x", "nytt"));
    CHECK(base::read_file(folder.path / "x").value() == "nytt");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("what is written is for its owner only") {
    const Folder folder;
    REQUIRE(base::write_file(folder.path / "x", "hemligt"));
    struct stat facts {};
    REQUIRE(::stat((folder.path / "x").c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0600U);
}

TEST_CASE("a missing file, a folder and a file too large are told apart") {
    const Folder folder;
    CHECK(base::read_file(folder.path / "x").error().code == base::Code::not_found);
    CHECK(base::read_file(folder.path).error().code == base::Code::bad_input);
    REQUIRE(base::write_file(folder.path / "x", "1234"));
    CHECK(base::read_file(folder.path / "x", 3).error().code == base::Code::too_large);
    CHECK(base::read_file(folder.path / "x", 4).has_value());
}

TEST_CASE("a refusal names the file") {
    const Folder folder;
    CHECK(base::read_file(folder.path / "x").error().where == (folder.path / "x").string());
    CHECK(base::write_file(folder.path / "no" / "x", "1").error().where == (folder.path / "no" / "x").string());
}

TEST_CASE("the user's folders follow the XDG variables") {
    const Folder folder;
    const char* set = std::getenv("XDG_DATA_HOME");
    const std::string before = set != nullptr ? set : "";
    ::setenv("XDG_DATA_HOME", folder.path.c_str(), 1);
    CHECK(base::data_folder() == folder.path / "iderum");
    CHECK(fs::is_directory(folder.path / "iderum"));
    if (before.empty()) {
        ::unsetenv("XDG_DATA_HOME");
    } else {
        ::setenv("XDG_DATA_HOME", before.c_str(), 1);
    }
}

TEST_CASE("the share folder holds the catalogues") {
    CHECK(fs::is_directory(base::share_folder() / "locale" / "sv"));
}

TEST_CASE("free space can be told for a place that is, not for one that is not") {
    CHECK(base::free_bytes("/") > 0);
    CHECK(base::free_bytes("/nowhere/at/all") == -1);
}
