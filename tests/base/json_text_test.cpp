#include <doctest/doctest.h>

#include "base/json_text.hpp"

TEST_CASE("a JSON text escapes quotes, backslashes and control characters, and nothing else") {
    CHECK(base::json_quoted("å \"b\" \\ / \n\t\r\x01") == "\"å \\\"b\\\" \\\\ / \\n\\t\\r\\u0001\"");
}
