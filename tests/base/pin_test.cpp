#include "base/pin.hpp"

#include <doctest/doctest.h>

TEST_CASE("what is kept of a PIN tells it from others, and is another each time") {
    const auto kept = base::hash_pin("4711");
    CHECK(base::is_pin("4711", kept));
    CHECK_FALSE(base::is_pin("4712", kept));
    CHECK_FALSE(base::is_pin("", kept));
    CHECK(kept.find("4711") == std::string::npos);
    CHECK(base::hash_pin("4711") != kept);
    for (const auto* other : {"", "4711", "scrypt:", "scrypt:00:00"}) CHECK_FALSE(base::is_pin("4711", other));
}
