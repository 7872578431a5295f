#include "model/value.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "model/change.hpp"
#include "model/parts.hpp"

using model::canonical;
using model::Value;

namespace {
std::string hex(const Value& value) {
    return base::to_hex(canonical(value));
}
std::string digest(const Value& value) {
    return base::to_hex(model::digest_of(parts::counting_salt(), value));
}
}  // namespace

TEST_CASE("the bytes that are digested are these, for ever") {
    CHECK(hex({}) == "00");
    CHECK(hex(std::int64_t{0}) == "010000000000000000");
    CHECK(hex(std::int64_t{-1}) == "01ffffffffffffffff");
    CHECK(hex(std::numeric_limits<std::int64_t>::max()) == "017fffffffffffffff");
    CHECK(hex(1.5) == "023ff8000000000000");
    CHECK(hex(std::string("Åsa 😀")) == "03c385736120f09f9880");
    CHECK(hex(std::string()) == "03");
    CHECK(hex(base::Bytes{0x00, 0xff}) == "0400ff");
    CHECK(hex(base::Bytes{}) == "04");
}

TEST_CASE("reals that are equal or nobody's number have one form") {
    CHECK(hex(-0.0) == "020000000000000000");
    CHECK(hex(std::numeric_limits<double>::quiet_NaN()) == "027ff8000000000000");
    CHECK(hex(-std::numeric_limits<double>::quiet_NaN()) == "027ff8000000000000");
    CHECK(hex(std::nan("7")) == "027ff8000000000000");
}

TEST_CASE("digests of salt and value are these, for ever") {
    CHECK(digest({}) == "23bb842412745468d897d75ec47aae60b0ea419e7d8d6793669b79397ef11ae9");
    CHECK(digest(std::int64_t{0}) == "bf00c1b84b6a807cf0057aa7fc6f4ca0b3e50459e63c8ac682c15f0107651108");
    CHECK(digest(1.5) == "c4c5841c5b86042b289dedc388aec79a2b98f64cde45d6e87401ebd64ae12aea");
    CHECK(digest(std::string("Åsa 😀")) == "74ba8e532ca4586215cb42a9848eedeec8cd4ad9f6a126a9bd2ac36a116459e4");
    CHECK(digest(base::Bytes{0x00, 0xff}) == "321071f61443bab2256d9a4782d0c4b324bb241d4355324c0609384c9026f48c");
}

TEST_CASE("values of different types never look alike") {
    CHECK(canonical(std::string("a")) != canonical(base::Bytes{'a'}));
    CHECK(canonical(std::int64_t{0}) != canonical(0.0));
    CHECK(canonical(Value{}) != canonical(std::string()));
}

TEST_CASE("reading a value of another type gives what was asked for instead") {
    CHECK(model::text_of(std::int64_t{1}).empty());
    CHECK(model::int_of(std::string("1"), 7) == 7);
    CHECK(model::int_of(Value{}, 7) == 7);
    CHECK(model::real_of(std::int64_t{2}) == doctest::Approx(2));
    CHECK(model::real_of(std::string("2"), 0.5) == doctest::Approx(0.5));
    CHECK(model::id_of(base::Bytes{1, 2, 3}).empty());
}

TEST_CASE("an id, a flag and a text read back") {
    CHECK(model::id_of(model::of_id(parts::id(9))) == parts::id(9));
    CHECK(model::int_of(model::of_bool(true)) == 1);
    CHECK(model::text_of(model::of_text("kölapp")) == "kölapp");
    CHECK(model::is_set(model::of_text("")));
    CHECK_FALSE(model::is_set(Value{}));
}
