#pragma once
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "tablets/http_reader.hpp"

namespace tablets {

struct HttpReader::Inner {
    boost::beast::http::request_parser<boost::beast::http::empty_body> parser;
    std::size_t used = 0;  // bytes of the head that the parser has taken
};

}  // namespace tablets
