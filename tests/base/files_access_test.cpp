#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <future>

#include "base/files.hpp"
#include "folder.hpp"

namespace {

namespace fs = std::filesystem;

struct AccessFolder : Folder {
    fs::path pipe() const {
        REQUIRE(::mkfifo((path / "pipe").c_str(), 0600) == 0);
        return path / "pipe";
    }
    fs::path ring() const {
        fs::create_symlink("b", path / "a");
        fs::create_symlink("a", path / "b");
        return path / "a";
    }
    std::ptrdiff_t count() const { return std::distance(fs::directory_iterator(path), fs::directory_iterator()); }
};

std::string read_to_end(const fs::path& file) {
    const int handle = ::open(file.c_str(), O_RDONLY);
    REQUIRE(handle >= 0);
    std::string content;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(handle, buffer, sizeof buffer)) > 0;) {
        content.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(handle);
    return content;
}

/// As a person may say it: what is wrong and what to do, a whole sentence.
void check_refusal(const base::Done& done, base::Code code) {
    REQUIRE_FALSE(done.has_value());
    CAPTURE(done.error().what);
    CHECK(done.error().code == code);
    CHECK(done.error().what.ends_with('.'));
}

}  // namespace

TEST_CASE("a device is written through and stays a device") {
    REQUIRE(base::write_file("/dev/null", "borta"));
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a pipe is written through to its reader and stays a pipe") {
    const AccessFolder folder;
    const auto pipe = folder.pipe();
    const std::string content(200'000, 'x');
    auto reader = std::async(std::launch::async, [&] { return read_to_end(pipe); });
    REQUIRE(base::write_file(pipe, content));
    CHECK(reader.get() == content);
    CHECK(fs::is_fifo(pipe));
    CHECK(folder.count() == 1);
}

TEST_CASE("a descriptor of ours is written where it stands, also when it leads to a file") {
    const AccessFolder folder;
    const int handle = ::open((folder.path / "x").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    REQUIRE(handle >= 0);
    REQUIRE(::write(handle, "ett ", 4) == 4);
    REQUIRE(base::write_file("/dev/fd/" + std::to_string(handle), "två "));
    fs::create_symlink("/proc/self/fd/" + std::to_string(handle), folder.path / "link");
    REQUIRE(base::write_file(folder.path / "link", "tre"));
    ::close(handle);
    CHECK(read_to_end(folder.path / "x") == "ett två tre");
}

TEST_CASE("a link stays, and the file it names is written, there or not") {
    const AccessFolder folder;
    fs::create_directories(folder.path / "in");
    fs::create_symlink("in/x", folder.path / "one");
    fs::create_symlink(folder.path / "one", folder.path / "two");
    for (const char* content : {"nytt", "nyare"}) {
        REQUIRE(base::write_file(folder.path / "two", content));
        CHECK(read_to_end(folder.path / "in" / "x") == content);
        CHECK(fs::is_symlink(folder.path / "two"));
        CHECK(fs::is_symlink(folder.path / "one"));
    }
    CHECK(std::distance(fs::directory_iterator(folder.path / "in"), fs::directory_iterator()) == 1);
}

TEST_CASE("a file that was there keeps its mode") {
    const AccessFolder folder;
    REQUIRE(base::write_file(folder.path / "x", "1"));
    fs::permissions(folder.path / "x", fs::perms(0640));
    REQUIRE(base::write_file(folder.path / "x", "2"));
    CHECK(fs::status(folder.path / "x").permissions() == fs::perms(0640));
}

TEST_CASE("a name as long as the disk allows is written") {
    const AccessFolder folder;
    const auto name = folder.path / std::string(255, 'n');
    REQUIRE(base::write_file(name, "1"));
    CHECK(base::read_file(name).value() == "1");
}

TEST_CASE("reading a pipe, a device or a folder is refused at once") {
    const AccessFolder folder;
    for (const auto& file : {folder.pipe(), fs::path("/dev/zero"), folder.path}) {
        CAPTURE(file);
        check_refusal(base::read_file(file).map([](const std::string&) {}), base::Code::bad_input);
        check_refusal(base::check_readable(file), base::Code::bad_input);
        check_refusal(base::check_writable(file), base::Code::bad_input);
        check_refusal(base::check_new(file), base::Code::already);
    }
}

TEST_CASE("links in a ring are refused, whatever is wished") {
    const AccessFolder folder;
    const auto ring = folder.ring();
    check_refusal(base::read_file(ring).map([](const std::string&) {}), base::Code::bad_input);
    check_refusal(base::write_file(ring, "1"), base::Code::bad_input);
    check_refusal(base::check_readable(ring), base::Code::bad_input);
    check_refusal(base::check_writable(ring), base::Code::bad_input);
    check_refusal(base::check_output(ring), base::Code::bad_input);
    check_refusal(base::check_readable(ring / "x"), base::Code::bad_input);
    CHECK(folder.count() == 2);
}

TEST_CASE("a folder that is not there is named") {
    const AccessFolder folder;
    const auto file = folder.path / "no" / "x";
    for (const auto& done : {base::write_file(file, "1"), base::check_readable(file), base::check_writable(file),
                             base::check_new(file), base::check_output(file)}) {
        check_refusal(done, base::Code::not_found);
        CHECK(done.error().what.find((folder.path / "no").string()) != std::string::npos);
        CHECK(done.error().where == file.string());
    }
    CHECK(folder.count() == 0);
}

TEST_CASE("what is there, and where a file may be made, passes") {
    const AccessFolder folder;
    const auto file = folder.path / "x";
    CHECK(base::check_readable(file).error().code == base::Code::not_found);
    CHECK(base::check_writable(file));
    CHECK(base::check_new(file));
    CHECK(base::check_output(file));
    REQUIRE(base::write_file(file, "1"));
    CHECK(base::check_readable(file));
    CHECK(base::check_writable(file));
    CHECK(base::check_output(file));
    CHECK(base::check_output("/dev/stdout"));
    check_refusal(base::check_new(file), base::Code::already);
    check_refusal(base::write_file(folder.path, "1"), base::Code::bad_input);
}
