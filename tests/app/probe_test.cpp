#include "app/probe_server.hpp"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

namespace {

/// A socket of the probe in a folder of its own.
struct Probe {
    Probe() {
        std::string name = (std::filesystem::temp_directory_path() / "iderum-probe-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
        path = folder / "probe";
    }
    ~Probe() { std::filesystem::remove_all(folder); }
    base::Path folder, path;
};

struct Line {
    explicit Line(const base::Path& path) : socket(::socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        REQUIRE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Line() { ::close(socket); }
    void say(std::string_view words) const { CHECK(::send(socket, words.data(), words.size(), 0) > 0); }
    std::string hear() const {
        std::string line;
        char c = 0;
        while (::recv(socket, &c, 1, 0) == 1 && c != '\n') line += c;
        return line;
    }
    int socket;
};

ui::Probed shown(std::int64_t frame) {
    ui::Probed probed;
    probed.frame = frame;
    probed.screen = "start";
    probed.size_px = {1920, 1080};
    probed.zones = {{"continue", {48, 540.25, 260, 72}}};
    probed.texts = {{"title", "Säg \"hej\""}};
    return probed;
}

}  // namespace

TEST_CASE("the probe tells the last frame, and a later one when it is there") {
    const Probe place;
    const auto server = app::ProbeServer::start(place.path);
    REQUIRE(server.has_value());
    (*server)->publish(shown(7));
    const Line line(place.path);
    line.say("get\n");
    const auto first = line.hear();
    CHECK(first == app::to_json(shown(7)));
    CHECK(first.find(R"("continue":[4.8E1,5.403E2,2.6E2,7.2E1])") != std::string::npos);
    CHECK(first.find(R"("title":"Säg \"hej\"")") != std::string::npos);
    line.say("next 7\n");
    (*server)->publish(shown(8));
    CHECK(line.hear().find(R"("frame":8)") != std::string::npos);
    line.say("nonsense\n");
    CHECK(line.hear().find("error") != std::string::npos);
}

TEST_CASE("who waits for a frame that never comes is answered after a while with the last one") {
    const Probe place;
    const auto server = app::ProbeServer::start(place.path);
    REQUIRE(server.has_value());
    (*server)->publish(shown(3));
    const Line line(place.path);
    line.say("next 3\n");
    CHECK(line.hear().find(R"("frame":3)") != std::string::npos);
}

TEST_CASE("the probe's socket is the user's alone, takes the place of an old one, and never of a file") {
    const Probe place;
    {
        const auto server = app::ProbeServer::start(place.path);
        REQUIRE(server.has_value());
        struct stat there {};
        REQUIRE(::lstat(place.path.c_str(), &there) == 0);
        CHECK((there.st_mode & 0077) == 0);
        CHECK(app::ProbeServer::start(place.path).has_value());
    }
    CHECK_FALSE(std::filesystem::exists(place.path));
    std::ofstream(place.path) << "mine";
    const auto refused = app::ProbeServer::start(place.path);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == base::Code::denied);
    CHECK(std::filesystem::file_size(place.path) == 4);
}
