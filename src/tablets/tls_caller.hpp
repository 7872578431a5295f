#pragma once
#include <cstddef>
#include <memory>

#include "tablets/certificate.hpp"

namespace tablets {

/// What the connections of a client share that speaks TLS only to measure a host: it believes every certificate.
class TlsCaller {
  public:
    TlsCaller();
    ~TlsCaller();
    TlsCaller(const TlsCaller&) = delete;
    TlsCaller& operator=(const TlsCaller&) = delete;

  private:
    friend class TlsLine;
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

/// The client's end of one TLS connection on a connected socket that never waits; the socket stays the owner's.
class TlsLine {
  public:
    TlsLine(const TlsCaller& caller, int socket);
    TlsLine(TlsLine&&) noexcept;
    TlsLine& operator=(TlsLine&&) noexcept;
    ~TlsLine();

    /// `wait`: again when the socket can be read, or written when something is left to write.
    enum class Outcome { done, wait, ended };
    Outcome shake();
    /// At least one byte when done; `count` says how many.
    Outcome read(char* into, std::size_t room, std::size_t& count);
    Outcome write(const char* from, std::size_t size, std::size_t& count);

  private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

/// A certificate that answers for itself, for 127.0.0.1 and one day: ECDSA P-256.
Certificate make_own_certificate();

}  // namespace tablets
