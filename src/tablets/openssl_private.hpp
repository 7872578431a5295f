#pragma once
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

/// What OpenSSL lends, given back by itself.
namespace tablets {

template <auto give_back>
struct GivesBack {
    template <class Thing>
    void operator()(Thing* thing) const {
        give_back(thing);
    }
};
using BioHandle = std::unique_ptr<BIO, GivesBack<BIO_free>>;
using X509Handle = std::unique_ptr<X509, GivesBack<X509_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, GivesBack<EVP_PKEY_free>>;

}  // namespace tablets
