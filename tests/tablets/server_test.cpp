#include <doctest/doctest.h>

#include <sys/resource.h>

#include <fstream>

#include "tablets/raw_client.hpp"
#include "tablets/scripted_room.hpp"

namespace {

base::Result<std::unique_ptr<tablets::Server>> start(const AssetFolder& folder, const std::string& bind,
                                                     std::uint16_t port) {
    tablets::Options options;
    options.assets = folder.path();
    options.bind = bind;
    options.port = port;
    return tablets::Server::start(options, [](auto) {});
}

std::size_t open_files() {
    const auto folder = std::filesystem::directory_iterator("/proc/self/fd");
    return static_cast<std::size_t>(std::distance(begin(folder), end(folder)));
}

}  // namespace

TEST_CASE("a port that is taken is told apart from other trouble") {
    const AssetFolder folder;
    ScriptedRoom room;
    CHECK(start(folder, "127.0.0.1", room.port()).error().code == base::Code::port_taken);
    CHECK(start(folder, "203.0.113.9", 0).error().code == base::Code::bad_input);
    CHECK(start(folder, "nowhere", 0).error().code == base::Code::bad_input);
}

TEST_CASE("missing pages are told before anything listens") {
    tablets::Options options;
    options.assets = "/nonexistent";
    CHECK(tablets::Server::start(options, [](auto) {}).error().code == base::Code::not_found);
}

TEST_CASE("a server on all IPv6 addresses also takes IPv4") {
    const AssetFolder folder;
    const auto server = start(folder, "::", 0);
    if (!server) return;  // a machine without IPv6
    CHECK(RawClient((*server)->port()).get("/").starts_with("HTTP/1.1 200"));
}

TEST_CASE("stopping closes every connection within a second") {
    const AssetFolder folder;
    auto server = start(folder, "127.0.0.1", 0);
    REQUIRE(server);
    RawClient silent((*server)->port());
    RawClient visitor((*server)->port());
    visitor.upgrade();
    const auto before = std::chrono::steady_clock::now();
    server->reset();
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(1));
    CHECK(silent.all().empty());
    CHECK_FALSE(visitor.read_frame());
}

TEST_CASE("2,000 visitors come and go and nothing of them is left") {
    ScriptedRoom room;
    const auto before = open_files();
    for (std::size_t round = 1; round <= 20; ++round) {
        std::vector<RawClient> clients;
        for (int i = 0; i < 100; ++i) clients.push_back(room.visitor());
        room.publish("state", R"({"t":"state"})");
        clients.clear();
        room.wait_for<tablets::Gone>(round * 100);
    }
    CHECK(open_files() == before);
    CHECK(room.server().counts().connections == 2000);
    CHECK(room.visitor().say(R"({"t":"ping"})"));
}

TEST_CASE("it is known when another machine has reached us, and our own visits do not count") {
    ScriptedRoom room;
    RawClient own(room.port());
    CHECK(own.get("/").starts_with("HTTP/1.1 200"));
    CHECK(room.server().counts().seen_at_ms == 0);

    // Loopback has many addresses: who comes from another than the one that was asked for stands for another machine.
    const int other = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    REQUIRE(::inet_pton(AF_INET, "127.0.0.2", &from.sin_addr) == 1);
    REQUIRE(::bind(other, reinterpret_cast<const sockaddr*>(&from), sizeof from) == 0);
    sockaddr_in to = from;
    to.sin_port = htons(room.port());
    REQUIRE(::inet_pton(AF_INET, "127.0.0.1", &to.sin_addr) == 1);
    REQUIRE(::connect(other, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    // The server takes connections in order: when a later one is answered, this one was seen.
    CHECK(RawClient(room.port()).get("/").starts_with("HTTP/1.1 200"));
    CHECK(room.server().counts().seen_at_ms > 0);
    ::close(other);
}
