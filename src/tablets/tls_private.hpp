#pragma once
#include <boost/asio/ssl/context.hpp>

#include "tablets/tls_stream_private.hpp"

namespace tablets {

using TlsWire = TlsStream;

/// What every TLS connection starts from: certificate, key and what is allowed.
struct Tls {
    net::ssl::context context{net::ssl::context::tls_server};
};

/// As for a plain connection; the handshake is done.
void open_http(Hall& hall, TlsWire wire, Admission admission, bool full);
void open_visitor(Hall& hall, TlsWire wire, HttpReader& request, Admission admission);

}  // namespace tablets
