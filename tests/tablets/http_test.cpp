#include <doctest/doctest.h>

#include "tablets/raw_client.hpp"
#include "tablets/scripted_room.hpp"

namespace {

std::string status_of(const std::string& answer) {
    return answer.substr(0, 12);
}

std::string answer_to(const std::string& bytes, const tablets::Limits& limits = {}) {
    ScriptedRoom room(limits);
    RawClient client(room.port());
    client.send(bytes);
    return client.all();
}

}  // namespace

TEST_CASE("the pages are served, and their scripts by an address that names the content") {
    ScriptedRoom room;
    RawClient client(room.port());
    const auto index = client.get("/?k=K7QP2M");
    CHECK(status_of(index) == "HTTP/1.1 200");
    const auto at = index.find("src=\"");
    REQUIRE(at != std::string::npos);
    const auto script = index.substr(at + 5, index.find('"', at + 5) - at - 5);
    CHECK(script != "/assets/app.js");
    const auto answer = client.get(script);
    CHECK(status_of(answer) == "HTTP/1.1 200");
    CHECK(answer.find("immutable") != std::string::npos);
    CHECK(status_of(client.get("/remote")) == "HTTP/1.1 200");
    CHECK(status_of(client.get("/audience?k=K7QP2M")) == "HTTP/1.1 200");
}

TEST_CASE("every answer carries the security headers and names no program") {
    ScriptedRoom room;
    RawClient client(room.port());
    for (const auto* path : {"/", "/assets/app.js"}) {
        const auto answer = client.get(path);
        CHECK(answer.find("Content-Security-Policy: default-src 'self'") != std::string::npos);
        CHECK(answer.find("frame-ancestors 'none'") != std::string::npos);
        CHECK(answer.find("X-Content-Type-Options: nosniff") != std::string::npos);
        CHECK(answer.find("Referrer-Policy: no-referrer") != std::string::npos);
        CHECK(answer.find("Server:") == std::string::npos);
    }
}

TEST_CASE("HEAD gives the head alone and the connection goes on") {
    ScriptedRoom room;
    RawClient client(room.port());
    client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(client.http(true).find("Content-Length: 1") != std::string::npos);
    CHECK(status_of(client.get("/remote")) == "HTTP/1.1 200");
}

TEST_CASE("a page that is unchanged is not sent again") {
    ScriptedRoom room;
    RawClient client(room.port());
    const auto first = client.get("/");
    const auto at = first.find("ETag: ") + 6;
    const auto etag = first.substr(at, first.find('\r', at) - at);
    const auto again = client.get("/", "If-None-Match: " + etag + "\r\n");
    CHECK(status_of(again) == "HTTP/1.1 304");
    CHECK(again.ends_with("\r\n\r\n"));
}

TEST_CASE("a client that takes gzip gets it") {
    ScriptedRoom room;
    RawClient client(room.port());
    CHECK(client.get("/assets/app.js", "Accept-Encoding: br, gzip\r\n").find("Content-Encoding: gzip") !=
          std::string::npos);
    CHECK(client.get("/assets/app.js").find("Content-Encoding") == std::string::npos);
}

TEST_CASE("two requests at once are answered in order") {
    ScriptedRoom room;
    RawClient client(room.port());
    client.send("GET /remote HTTP/1.1\r\nHost: localhost\r\n\r\nGET /audience HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(client.http().ends_with("remote"));
    CHECK(client.http().ends_with("audience"));
}

TEST_CASE("a connection that sends nothing is closed") {
    ScriptedRoom room(quick_limits());
    RawClient client(room.port());
    const auto ms = client.ms_until_closed();
    CHECK(ms >= 350);
    CHECK(ms < 5000);
}

TEST_CASE("a request that comes a byte now and then is ended with 408, however it goes on") {
    ScriptedRoom room(quick_limits());
    RawClient client(room.port());
    const auto ms = client.ms_until_closed("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(1000, 'a'), 50);
    CHECK(ms < 8000);
    CHECK(client.all().starts_with("HTTP/1.1 408"));
}

TEST_CASE("headers of 9 kB are answered with 431") {
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(9000, 'a') + "\r\n\r\n")) ==
          "HTTP/1.1 431");
}

TEST_CASE("an address of 9 kB is answered with 414") {
    CHECK(status_of(answer_to("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n")) ==
          "HTTP/1.1 414");
    CHECK(status_of(answer_to("GET /" + std::string(3000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n")) ==
          "HTTP/1.1 414");
}

TEST_CASE("a body of 10 MB is answered with 413 before it has come") {
    CHECK(status_of(answer_to("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10485760\r\n\r\n" +
                              std::string(300000, 'x'))) == "HTTP/1.1 413");
}

TEST_CASE("other methods are answered with 405") {
    const auto answer = answer_to("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
    CHECK(status_of(answer) == "HTTP/1.1 405");
    CHECK(answer.find("Allow: GET, HEAD") != std::string::npos);
}

TEST_CASE("what is not HTTP is answered with 400") {
    CHECK(status_of(answer_to(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + std::string(200, 'z') +
                              "\r\n")) == "HTTP/1.1 400");
    CHECK(status_of(answer_to("GET / HTTP/1.1\nHost: localhost\n\n")) == "HTTP/1.1 400");
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                              "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")) == "HTTP/1.1 400");
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n")) ==
          "HTTP/1.1 400");
    CHECK(status_of(answer_to("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n")) == "HTTP/1.1 400");
}

TEST_CASE("a request without Host, or with two, is answered with 400") {
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\n\r\n")) == "HTTP/1.1 400");
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n")) == "HTTP/1.1 400");
}

TEST_CASE("a foreign Host or Origin is answered with 403, on pages and on the WebSocket") {
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")) == "HTTP/1.1 403");
    CHECK(status_of(answer_to("GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n")) ==
          "HTTP/1.1 403");
    ScriptedRoom room;
    CHECK(status_of(RawClient(room.port()).upgrade("Origin: http://evil.example\r\n")) == "HTTP/1.1 403");
    CHECK(status_of(RawClient(room.port()).upgrade("Origin: null\r\n")) == "HTTP/1.1 403");
    CHECK(status_of(RawClient(room.port()).upgrade("", "evil.example")) == "HTTP/1.1 403");
    CHECK(status_of(RawClient(room.port()).upgrade("Origin: http://localhost\r\n")) == "HTTP/1.1 101");
}

TEST_CASE("a path cannot leave the table of pages") {
    ScriptedRoom room;
    RawClient client(room.port());
    for (const auto* path :
         {"/assets/../index.html", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f.secret", "/assets/.secret",
          "/assets//etc/passwd", "/assets/", "/index.html", "/assets/index.html", "/%00", "/assets/app.js%00.html"}) {
        CAPTURE(path);
        CHECK(status_of(RawClient(room.port()).get(path)) == "HTTP/1.1 404");
    }
    CHECK(status_of(client.get("/%zz")) == "HTTP/1.1 400");
}

TEST_CASE("who has gone astray is told in Swedish and in English") {
    ScriptedRoom room;
    const auto answer = RawClient(room.port()).get("/borta");
    CHECK(answer.find("Sidan finns inte.") != std::string::npos);
    CHECK(answer.find("There is no such page.") != std::string::npos);
}

TEST_CASE("/ws without a WebSocket is answered with 400") {
    ScriptedRoom room;
    CHECK(status_of(RawClient(room.port()).get("/ws")) == "HTTP/1.1 400");
}

TEST_CASE("above the limit of connections one is told so with 503, and a free place is taken again") {
    auto limits = quick_limits();
    limits.connections = 3;
    limits.request_within_ms = 10000;
    ScriptedRoom room(limits);
    auto first = std::make_unique<RawClient>(room.port());
    RawClient second(room.port());
    RawClient third(room.port());
    CHECK(status_of(first->get("/")) == "HTTP/1.1 200");
    CHECK(status_of(second.get("/")) == "HTTP/1.1 200");
    CHECK(status_of(third.get("/")) == "HTTP/1.1 200");
    RawClient fourth(room.port());
    CHECK(status_of(fourth.all()) == "HTTP/1.1 503");
    first.reset();
    std::string status;
    for (int i = 0; i < 200 && status != "HTTP/1.1 200"; ++i) status = status_of(RawClient(room.port()).get("/"));
    CHECK(status == "HTTP/1.1 200");
}
