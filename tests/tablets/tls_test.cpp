#include <doctest/doctest.h>

#include "base/clock.hpp"
#include "certificate_files.hpp"
#include "tablets/raw_client.hpp"
#include "tablets/scripted_room.hpp"

namespace {

/// A server on 127.0.0.1 that speaks TLS.
struct SecretRoom {
    CertificateFiles files;
    AssetFolder pages;
    std::unique_ptr<tablets::Server> server;

    explicit SecretRoom(const tablets::Limits& limits = {}) {
        tablets::Options options;
        options.bind = "127.0.0.1";
        options.assets = pages.path();
        options.limits = limits;
        options.names = {"iderum.example"};
        auto certificate = tablets::read_certificate(files.certificate, files.key);
        REQUIRE(certificate);
        options.certificate = std::move(*certificate);
        auto started = tablets::Server::start(options, [](auto) {});
        REQUIRE_MESSAGE(started, started.error().what);
        server = std::move(*started);
    }
    RawClient client() const { return RawClient(server->port()); }
};

std::string fault_of_files(const base::Path& certificate, const base::Path& key) {
    const auto read = tablets::read_certificate(certificate, key);
    return read ? "" : read.error().what;
}

}  // namespace

TEST_CASE("a certificate tells whom it is for and how long") {
    const CertificateFiles files;
    const auto read = tablets::read_certificate(files.certificate, files.key);
    REQUIRE(read);
    CHECK(read->names == std::vector<std::string>{"iderum.example"});
    CHECK(is_for(*read, "127.0.0.1"));
    CHECK(is_for(*read, "iderum.example"));
    CHECK(is_for(*read, "verkstad.lindasa.example"));
    CHECK_FALSE(is_for(*read, "192.168.1.7"));
    CHECK_FALSE(is_for(*read, "iderum"));  // only its common name
    const auto now = base::system_now_ms();
    CHECK(read->begins_at_ms <= now);
    CHECK(read->ends_at_ms > now + 729LL * 24 * 3600 * 1000);
    CHECK(read->ends_at_ms < now + 731LL * 24 * 3600 * 1000);
}

TEST_CASE("files that are no certificate and key are told apart, and nobody is asked for a password") {
    const CertificateFiles files, others;
    CHECK(fault_of_files(files.key, files.key) == "no_certificate");
    CHECK(fault_of_files(files.certificate, files.certificate) == "no_key");
    CHECK(fault_of_files(files.certificate, others.key) == "not_a_pair");
    const auto locked = files.folder / "locked.pem";
    CertificateFiles::run("openssl pkey -aes128 -passout pass:hemligt -in " + files.key.string() + " -out " +
                          locked.string());
    CHECK(fault_of_files(files.certificate, locked) == "locked_key");
    const auto missing = tablets::read_certificate(files.certificate, files.folder / "none.pem");
    CHECK(missing.error().code == base::Code::not_found);
}

TEST_CASE("a key too weak for today is refused before anything listens") {
    const CertificateFiles files;
    CertificateFiles::run("openssl req -x509 -newkey rsa:512 -nodes -days 9 -subj /CN=weak -keyout " +
                          files.key.string() + " -out " + files.certificate.string());
    auto certificate = tablets::read_certificate(files.certificate, files.key);
    REQUIRE(certificate);
    const AssetFolder pages;
    tablets::Options options;
    options.bind = "127.0.0.1";
    options.assets = pages.path();
    options.certificate = std::move(*certificate);
    CHECK(tablets::Server::start(options, [](auto) {}).error().what == "unusable");
}

TEST_CASE("whoever comes without TLS is sent to the same address with it") {
    const SecretRoom room;
    auto client = room.client();
    const auto port = std::to_string(room.server->port());
    client.send("GET /net?a=b HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
    const auto answer = client.all();
    CHECK(answer.starts_with("HTTP/1.1 307 "));
    CHECK(answer.find("\r\nLocation: https://127.0.0.1:" + port + "/net?a=b\r\n") != std::string::npos);
    CHECK(answer.find("<!doctype") == std::string::npos);
}

TEST_CASE("who names no port has come to 80 and stays there; a foreign name leads nowhere") {
    const SecretRoom room;
    auto client = room.client();
    client.send("GET / HTTP/1.1\r\nHost: iderum.example\r\n\r\n");
    CHECK(client.all().find("\r\nLocation: https://iderum.example:80/\r\n") != std::string::npos);
    auto other = room.client();
    other.send("GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n");
    CHECK(other.all().find("\r\nLocation: https://[::1]:80/\r\n") != std::string::npos);
    auto foreign = room.client();
    foreign.send("GET / HTTP/1.1\r\nHost: evil.example.org\r\n\r\n");
    const auto answer = foreign.all();
    CHECK(answer.starts_with("HTTP/1.1 403 "));
    CHECK(answer.find("Location") == std::string::npos);
    auto socket = room.client();
    CHECK(socket.upgrade({}, "127.0.0.1").starts_with("HTTP/1.1 307 "));
}

TEST_CASE("a handshake that never ends is cut, and so is who never begins one") {
    tablets::Limits limits;
    limits.request_within_ms = 300;
    const SecretRoom room(limits);
    auto half = room.client();
    half.send(std::string("\x16\x03\x01\x02", 4));
    auto silent = room.client();
    CHECK(half.ms_until_closed() < 5000);
    CHECK(silent.ms_until_closed() < 5000);
    auto nonsense = room.client();
    nonsense.send(std::string("\x16", 1) + std::string(200, 'x'));
    CHECK(nonsense.ms_until_closed() < 5000);
    CHECK(room.server->counts().connections == 3);
}
