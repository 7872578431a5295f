#include <doctest/doctest.h>

#include <random>

#include "methods/order_key.hpp"

using namespace methods;

TEST_CASE("the first key has room on both sides") {
    const auto key = key_between("", "").value();
    CHECK(key_between(key, "").value() > key);
    CHECK(key_between("", key).value() < key);
}

TEST_CASE("adding at the end and at the start keeps keys four long") {
    std::string last(first_order_key);
    std::string first = last;
    for (int i = 0; i < 5000; ++i) {
        const auto above = key_between(last, "").value();
        REQUIRE(above > last);
        last = above;
        const auto below = key_between("", first).value();
        REQUIRE(below < first);
        first = below;
    }
    CHECK(last.size() == 4);
    CHECK(first.size() == 4);
}

TEST_CASE("the ends of the scale have room for more") {
    std::string low = "0001";
    std::string high = "zzzz";
    for (int i = 0; i < 100; ++i) {
        const auto below = key_between("", low).value();
        REQUIRE(below < low);
        REQUIRE(is_order_key(below));
        low = below;
        const auto above = key_between(high, "").value();
        REQUIRE(above > high);
        high = above;
    }
}

TEST_CASE("what is no key, or the wrong way round, is refused") {
    for (const char* bad : {"V", "V00", "V0000", "0000", "V00å", "V00-"}) {
        INFO(bad);
        CHECK(key_between(bad, "").error().code == base::Code::bad_input);
        CHECK(key_between("", bad).error().code == base::Code::bad_input);
    }
    CHECK(key_between("W000", "V000").error().code == base::Code::bad_shape);
    CHECK(key_between("V000", "V000").error().code == base::Code::bad_shape);
}

TEST_SUITE("property") {
    TEST_CASE("between any two keys there is always another, and a list put together at random stays in order") {
        const unsigned seed = 20260501;
        INFO("seed ", seed);
        std::mt19937 random(seed);
        for (int trial = 0; trial < 50; ++trial) {
            std::vector<std::string> keys;
            for (int i = 0; i < 300; ++i) {
                // A few narrow gaps are used over and over, as when people drop notes at one place.
                const std::size_t at =
                    trial % 2 == 0 ? random() % (keys.size() + 1) : std::min<std::size_t>(1, keys.size());
                const auto key = key_between(at == 0 ? "" : keys[at - 1], at == keys.size() ? "" : keys[at]);
                REQUIRE(key);
                REQUIRE(is_order_key(*key));
                if (at > 0) REQUIRE(keys[at - 1] < *key);
                if (at < keys.size()) REQUIRE(*key < keys[at]);
                keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(at), *key);
            }
        }
    }
}
