#include <doctest/doctest.h>

#include "tablets/raw_client.hpp"
#include "tablets/scripted_room.hpp"

namespace {

/// What the server closes with after these bytes from an admitted visitor.
int closed_after(const std::string& bytes) {
    ScriptedRoom room;
    auto client = room.visitor();
    client.send(bytes);
    return client.heard_close();
}

std::string frame(std::string_view payload, int first = 0x81) {
    return RawClient::frame(payload, first);
}

}  // namespace

TEST_CASE("a WebSocket that says nothing is cut") {
    ScriptedRoom room(quick_limits());
    RawClient client(room.port());
    client.upgrade();
    const auto ms = client.ms_until_closed();
    CHECK(ms >= 350);
    CHECK(ms < 5000);
    CHECK(room.server().counts().cut == 1);
}

TEST_CASE("text that is not UTF-8 closes with 1007") {
    CHECK(closed_after(frame("{\"t\":\"\xc3\x28\"}")) == 1007);
}

TEST_CASE("a frame of 1 GB is refused from its header alone with 1009") {
    CHECK(closed_after(std::string("\x81\xff\x00\x00\x00\x00\x40\x00\x00\x00\x11\x22\x33\x44", 14)) == 1009);
}

TEST_CASE("a message above 16 KiB is refused with 1009, in one frame and in pieces") {
    CHECK(closed_after(frame(std::string(16385, 'a'))) == 1009);
    CHECK(closed_after(frame(std::string(9000, 'a'), 0x01) + frame(std::string(9000, 'a'), 0x80)) == 1009);
}

TEST_CASE("a message of exactly 16 KiB is read") {
    ScriptedRoom room;
    auto client = room.visitor();
    std::string ping = R"({"t":"ping","x":")";
    ping += std::string(16384 - ping.size() - 2, 'a') + "\"}";
    client.say(ping);
    CHECK(client.hear().starts_with(R"({"t":"pong")"));
}

TEST_CASE("a message in pieces with a ping between them is read") {
    ScriptedRoom room;
    auto client = room.visitor();
    client.send(frame(R"({"t":)", 0x01) + frame("hej", 0x89) + frame("", 0x00) + frame(R"("ping"})", 0x80));
    CHECK(client.hear().starts_with(R"({"t":"pong")"));
}

TEST_CASE("what breaks the protocol closes with 1002") {
    CHECK(closed_after(std::string("\x81\x02hi", 4)) == 1002);             // not masked
    CHECK(closed_after(frame("{}", 0xc1)) == 1002);                        // a reserved bit
    CHECK(closed_after(frame("{}", 0x83)) == 1002);                        // a reserved kind
    CHECK(closed_after(frame("{}", 0x80)) == 1002);                        // continues nothing
    CHECK(closed_after(frame("{", 0x01) + frame("}", 0x81)) == 1002);      // begins anew in the middle
    CHECK(closed_after(frame(std::string(126, 'a'), 0x89)) == 1002);       // a ping that is too long
    CHECK(closed_after(frame("", 0x09)) == 1002);                          // a ping in pieces
    CHECK(closed_after(frame(std::string("\x03\xed", 2), 0x88)) == 1002);  // closes with 1005
}

TEST_CASE("binary frames are refused with 1003") {
    CHECK(closed_after(frame("{\"t\":\"ping\"}", 0x82)) == 1003);
}

TEST_CASE("20,000 pings are not answered: the visitor is cut") {
    ScriptedRoom room;
    auto client = room.visitor();
    std::string pings;
    for (int i = 0; i < 20000; ++i) pings += frame("x", 0x89);
    client.send(pings);
    const auto answers = client.all();
    CHECK(answers.size() < std::size_t{3} * 1000);
    CHECK_FALSE(client.is_open());
    CHECK(room.server().counts().cut == 1);
}

TEST_CASE("a message that comes a byte now and then is cut, although something always comes") {
    auto limits = quick_limits();
    limits.silent_ms = 60000;
    SUBCASE("in one frame") {
        ScriptedRoom room(limits);
        auto client = room.visitor();
        CHECK(client.ms_until_closed(frame(std::string(1000, ' ')), 50) < 8000);
    }
    SUBCASE("in the header of a frame") {
        ScriptedRoom room(limits);
        auto client = room.visitor();
        CHECK(client.ms_until_closed(std::string("\x81\xff\x00\x00\x00\x00\x00", 7), 150) < 8000);
    }
    SUBCASE("in ever more pieces") {
        ScriptedRoom room(limits);
        auto client = room.visitor();
        std::string pieces = frame(" ", 0x01);
        for (int i = 0; i < 1000; ++i) pieces += frame("", 0x00) + frame(" ", 0x00);
        CHECK(client.ms_until_closed(pieces, 5) < 8000);
    }
}

TEST_CASE("a visitor that answers our pings stays, one that does not is cut") {
    auto limits = quick_limits();
    limits.silent_ms = 600;
    ScriptedRoom room(limits);
    auto dead = room.visitor();
    auto alive = room.visitor();
    const auto ping = alive.read_frame();
    REQUIRE(ping);
    CHECK(ping->opcode == 9);
    alive.send(frame(ping->payload, 0x8a));
    room.wait_for<tablets::Gone>();
    alive.send(frame("", 0x8a));
    alive.say(R"({"t":"ping"})");
    CHECK(alive.hear().starts_with(R"({"t":"pong")"));
    CHECK(dead.ms_until_closed() < 5000);
}

TEST_CASE("a visitor that never reads is cut while the others go on") {
    auto limits = quick_limits();
    limits.silent_ms = 1500;
    limits.others_burst = 1e6;
    ScriptedRoom room(limits);
    auto deaf = room.visitor(R"({"t":"hello","v":1,"role":"tablet","join":"K7QP2M"})", 4096);
    auto other = room.visitor();
    const std::string big(200000, 'x');
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (room.count<tablets::Gone>() == 0 && std::chrono::steady_clock::now() < end) {
        room.publish("state", R"({"t":"state","x":")" + big + "\"}");
        other.say(R"({"t":"hand","id":"h1","up":true})");
        // The other reads everything, and its answer comes among the news.
        while (true) {
            const auto frame = other.read_frame();
            REQUIRE(frame);
            if (frame->opcode == 9) other.send(RawClient::frame(frame->payload, 0x8a));
            if (frame->opcode == 1 && frame->payload.find("\"id\":\"h1\"") != std::string::npos) break;
        }
    }
    CHECK(room.count<tablets::Gone>() == 1);
    CHECK(room.server().counts().cut == 1);
}

TEST_CASE("no compression is agreed on") {
    ScriptedRoom room;
    RawClient client(room.port());
    CHECK(client.upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n").find("Extensions") == std::string::npos);
}

TEST_CASE("bytes that follow the request before its answer are refused") {
    ScriptedRoom room;
    RawClient client(room.port());
    CHECK(client.upgrade("").starts_with("HTTP/1.1 101"));
    RawClient hasty(room.port());
    hasty.send(
        "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" +
        frame("{}"));
    CHECK(hasty.all().starts_with("HTTP/1.1 400"));
}
