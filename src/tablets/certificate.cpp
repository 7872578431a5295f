#include "tablets/certificate.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <ctime>
#include <string_view>

#include "tablets/openssl_private.hpp"

namespace tablets {
namespace {

constexpr std::size_t most_pem_bytes = 1U << 20U;

using OtherNames = std::unique_ptr<GENERAL_NAMES, GivesBack<GENERAL_NAMES_free>>;

BioHandle memory_of(const std::string& text) {
    return BioHandle(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

/// OpenSSL would ask on the terminal: a host that waits there for nobody has not started.
int has_no_password(char*, int, int, void* was_asked) {
    *static_cast<bool*>(was_asked) = true;
    return -1;
}

X509Handle first_of(const std::string& chain) {
    bool locked = false;
    return X509Handle(PEM_read_bio_X509(memory_of(chain).get(), nullptr, has_no_password, &locked));
}

std::int64_t ms_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) return 0;
    return static_cast<std::int64_t>(timegm(&parts)) * 1000;
}

std::vector<std::string> names_of(X509* certificate) {
    std::vector<std::string> names;
    const OtherNames all(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; all && i < sk_GENERAL_NAME_num(all.get()); ++i) {
        const auto* one = sk_GENERAL_NAME_value(all.get(), i);
        if (one->type != GEN_DNS) continue;
        const auto* bytes = reinterpret_cast<const char*>(ASN1_STRING_get0_data(one->d.dNSName));
        const std::string_view name(bytes, static_cast<std::size_t>(ASN1_STRING_length(one->d.dNSName)));
        if (!name.starts_with('*')) names.emplace_back(name);
    }
    return names;
}

}  // namespace

base::Result<Certificate> read_certificate(const base::Path& certificate, const base::Path& key) {
    Certificate read;
    IR_TRY(read.chain, base::read_file(certificate, most_pem_bytes));
    IR_TRY(read.key, base::read_file(key, most_pem_bytes));
    const auto parsed = first_of(read.chain);
    bool locked = false;
    const KeyHandle private_key(PEM_read_bio_PrivateKey(memory_of(read.key).get(), nullptr, has_no_password, &locked));
    const bool is_pair = parsed && private_key && X509_check_private_key(parsed.get(), private_key.get()) == 1;
    ERR_clear_error();  // what went wrong is told here; nobody shall find it later and take it for their own
    if (!parsed) return base::refuse(base::Code::bad_input, "no_certificate", certificate.string());
    if (!private_key) return base::refuse(base::Code::bad_input, locked ? "locked_key" : "no_key", key.string());
    if (!is_pair) return base::refuse(base::Code::bad_input, "not_a_pair", certificate.string());
    read.names = names_of(parsed.get());
    read.begins_at_ms = ms_of(X509_get0_notBefore(parsed.get()));
    read.ends_at_ms = ms_of(X509_get0_notAfter(parsed.get()));
    return read;
}

bool is_for(const Certificate& certificate, const std::string& host) {
    const auto parsed = first_of(certificate.chain);
    if (!parsed) return false;
    // Browsers have not looked at the subject's common name for years.
    constexpr unsigned as_browsers = X509_CHECK_FLAG_NEVER_CHECK_SUBJECT;
    return X509_check_host(parsed.get(), host.data(), host.size(), as_browsers, nullptr) == 1 ||
           X509_check_ip_asc(parsed.get(), host.c_str(), 0) == 1;
}

}  // namespace tablets
