#include "tablets/tls_caller.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "base/check.hpp"
#include "tablets/openssl_private.hpp"

namespace tablets {
namespace {

using CallerContext = std::unique_ptr<SSL_CTX, GivesBack<SSL_CTX_free>>;
using CallerEnd = std::unique_ptr<SSL, GivesBack<SSL_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, GivesBack<X509_EXTENSION_free>>;

TlsLine::Outcome outcome_of(SSL* end, int result) {
    if (result == 1) return TlsLine::Outcome::done;
    const int why = SSL_get_error(end, result);
    ERR_clear_error();
    const bool waits = why == SSL_ERROR_WANT_READ || why == SSL_ERROR_WANT_WRITE;
    return waits ? TlsLine::Outcome::wait : TlsLine::Outcome::ended;
}

std::string text_in(const BioHandle& sink) {
    char* from = nullptr;
    const auto size = BIO_get_mem_data(sink.get(), &from);
    return {from, static_cast<std::size_t>(size)};
}

}  // namespace

struct TlsCaller::Inner {
    CallerContext context{SSL_CTX_new(TLS_client_method())};
};

TlsCaller::TlsCaller() : inner_(std::make_unique<Inner>()) {
    base::check(inner_->context != nullptr, "TLS has no client");
    SSL_CTX_set_verify(inner_->context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_mode(inner_->context.get(),
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
}
TlsCaller::~TlsCaller() = default;

struct TlsLine::Inner {
    CallerEnd end;
};

TlsLine::TlsLine(const TlsCaller& caller, int socket) : inner_(std::make_unique<Inner>()) {
    inner_->end.reset(SSL_new(caller.inner_->context.get()));
    base::check(inner_->end != nullptr && SSL_set_fd(inner_->end.get(), socket) == 1, "TLS has no line");
    SSL_set_connect_state(inner_->end.get());
}
TlsLine::TlsLine(TlsLine&&) noexcept = default;
TlsLine& TlsLine::operator=(TlsLine&&) noexcept = default;
TlsLine::~TlsLine() = default;

TlsLine::Outcome TlsLine::shake() {
    auto* end = inner_->end.get();
    return outcome_of(end, SSL_do_handshake(end));
}

TlsLine::Outcome TlsLine::read(char* into, std::size_t room, std::size_t& count) {
    auto* end = inner_->end.get();
    return outcome_of(end, SSL_read_ex(end, into, room, &count));
}

TlsLine::Outcome TlsLine::write(const char* from, std::size_t size, std::size_t& count) {
    auto* end = inner_->end.get();
    return outcome_of(end, SSL_write_ex(end, from, size, &count));
}

Certificate make_own_certificate() {
    constexpr long day_s = 24 * 60 * 60;
    const KeyHandle key(EVP_EC_gen("P-256"));
    const X509Handle own(X509_new());
    base::check(key != nullptr && own != nullptr, "no key");
    X509_set_version(own.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(own.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(own.get()), -day_s / 24);
    X509_gmtime_adj(X509_getm_notAfter(own.get()), day_s);
    X509_set_pubkey(own.get(), key.get());
    auto* name = X509_get_subject_name(own.get());
    const auto* common = reinterpret_cast<const unsigned char*>("iderum");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0);
    X509_set_issuer_name(own.get(), name);
    const Extension names(X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1"));
    X509_add_ext(own.get(), names.get(), -1);
    base::check(X509_sign(own.get(), key.get(), EVP_sha256()) > 0, "no certificate");

    const BioHandle chain(BIO_new(BIO_s_mem())), secret(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(chain.get(), own.get());
    PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    Certificate made;
    made.chain = text_in(chain);
    made.key = text_in(secret);
    made.names = {"127.0.0.1"};
    return made;
}

}  // namespace tablets
