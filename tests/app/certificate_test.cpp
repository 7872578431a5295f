#include "app/host_certificate.hpp"

#include <doctest/doctest.h>

#include "base/clock.hpp"
#include "certificate_files.hpp"

namespace {

constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

}  // namespace

TEST_CASE("without a certificate there is none, and that is no fault") {
    const auto found = app::find_certificate({}, {}, 0);
    REQUIRE(found);
    CHECK_FALSE(found->has_value());
}

TEST_CASE("a certificate outside its time is refused in words, one that ends soon is told of") {
    const CertificateFiles files;
    const auto now = base::system_now_ms();
    const auto at = [&](std::int64_t days) {
        return app::find_certificate(files.certificate, files.key, now + days * day_ms);
    };
    CHECK(at(-2).error().what.starts_with("Certifikatet gäller först från 20"));
    CHECK(at(731).error().what.starts_with("Certifikatet gick ut 20"));
    for (const int days : {-2, 731}) {
        CHECK(at(days).error().what.ends_with('.'));  // stands alone on the terminal
        CHECK(at(days).error().where == files.certificate.string());
    }
    const auto fine = at(0);
    REQUIRE(fine);
    CHECK(app::told_of(**fine, "127.0.0.1", now).empty());
    const auto soon = app::told_of(**fine, "127.0.0.1", now + 720 * day_ms);
    REQUIRE(soon.size() == 1);
    CHECK(soon.front().starts_with("Certifikatet går ut 20"));
    const auto other = app::told_of(**fine, "192.168.1.7", now);
    REQUIRE(other.size() == 1);
    CHECK(other.front().starts_with("Certifikatet gäller inte 192.168.1.7"));
}

TEST_CASE("people are sent to where the certificate holds: an address, a name that was given, its own name") {
    const CertificateFiles files;
    const auto certificate = app::find_certificate(files.certificate, files.key, base::system_now_ms());
    REQUIRE(certificate);
    const auto& it = **certificate;
    CHECK(app::place_for(it, {"192.168.1.7", "127.0.0.1"}) == "127.0.0.1");
    CHECK(app::place_for(it, {"192.168.1.7", "verkstad.lindasa.example"}) == "verkstad.lindasa.example");
    CHECK(app::place_for(it, {"192.168.1.7"}) == "iderum.example");
}

TEST_CASE("what is wrong with the files is told in a sentence") {
    const CertificateFiles files;
    const auto refused = app::find_certificate(files.key, files.key, base::system_now_ms());
    CHECK(refused.error().what.starts_with("Det finns inget certifikat"));
    CHECK(refused.error().what.ends_with('.'));
    const base::Error other{base::Code::bad_input, "something", "else"};
    CHECK(app::explained_certificate(other, "cert.pem").what == "something");
}
