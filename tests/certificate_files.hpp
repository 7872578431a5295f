#pragma once
#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "folder.hpp"

/// A certificate that answers for itself, for 127.0.0.1 and iderum.example, valid for two years from now, and its key;
/// made by OpenSSL's own program.
struct CertificateFiles {
    Folder folder;
    base::Path certificate = folder / "cert.pem", key = folder / "key.pem";

    CertificateFiles() {
        run("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 730 -subj /CN=iderum "
            "-addext subjectAltName=DNS:iderum.example,DNS:*.lindasa.example,IP:127.0.0.1 -keyout " +
            key.string() + " -out " + certificate.string());
    }
    /// A command of a shell that must succeed.
    static void run(const std::string& command) { REQUIRE(std::system((command + " 2>/dev/null").c_str()) == 0); }
};
