#pragma once
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include "tablets/hall_private.hpp"

namespace tablets {

/// A wire inside TLS. Its lowest layer is the Wire, which also keeps the ByteWatch.
using TlsWire = boost::beast::ssl_stream<Wire>;

/// What every TLS connection starts from: certificate, key and what is allowed.
struct Tls {
    net::ssl::context context{net::ssl::context::tls_server};
};

/// As for a plain connection; the handshake is done.
void open_http(Hall& hall, TlsWire wire, Admission admission, bool full);
void open_visitor(Hall& hall, TlsWire wire, HttpReader& request, Admission admission);

}  // namespace tablets
