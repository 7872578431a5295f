#include <doctest/doctest.h>

#include <vector>

#include "tablets/address_table.hpp"
#include "tablets/bucket.hpp"

using tablets::Address;
using tablets::AddressTable;
using tablets::Bucket;
using tablets::Rate;

namespace {

Address address(std::initializer_list<std::uint8_t> bytes) {
    const std::vector<std::uint8_t> all(bytes);
    return tablets::address_of(all);
}

}  // namespace

TEST_CASE("a bucket gives its burst at once and then one each time one has leaked") {
    Bucket bucket;
    const Rate rate{2, 3};
    for (int i = 0; i < 3; ++i) CHECK(bucket.take(1000, rate) == 0);
    CHECK(bucket.take(1000, rate) == 500);
    CHECK(bucket.take(1499, rate) == 1);
    CHECK(bucket.take(1500, rate) == 0);
    CHECK(bucket.take(1500, rate) == 500);
    for (int i = 0; i < 3; ++i) CHECK(bucket.take(9000, rate) == 0);
}

TEST_CASE("a refused take costs nothing") {
    Bucket bucket;
    const Rate rate{1, 1};
    CHECK(bucket.take(0, rate) == 0);
    for (int i = 0; i < 100; ++i) CHECK(bucket.take(500, rate) == 500);
    CHECK(bucket.take(1000, rate) == 0);
}

TEST_CASE("what is spent over the rate is owed, but never more than a burst") {
    Bucket bucket;
    const Rate rate{0.1, 5};
    for (int i = 0; i < 1000; ++i) bucket.spend(0, rate);
    CHECK(bucket.wait_ms(0, rate) == 60000);
    CHECK(bucket.wait_ms(60000, rate) == 0);
}

TEST_CASE("a clock that steps back gives nothing away") {
    Bucket bucket;
    const Rate rate{1, 1};
    CHECK(bucket.take(5000, rate) == 0);
    CHECK(bucket.take(1000, rate) == 1000);
    CHECK(bucket.take(6000, rate) == 0);
}

TEST_CASE("an address has its fill of connections, loopback never") {
    AddressTable table(2, {1, 5});
    const auto here = address({192, 168, 1, 7});
    CHECK(table.enter(here));
    CHECK(table.enter(here));
    CHECK_FALSE(table.enter(here));
    table.leave(here, 0);
    CHECK(table.enter(here));
    for (int i = 0; i < 10; ++i) CHECK(table.enter(address({127, 0, 0, 1})));
    for (int i = 0; i < 10; ++i) CHECK(table.enter(address({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1})));
}

TEST_CASE("IPv4 inside IPv6 is the same address, and a /64 network is one") {
    CHECK(address({192, 168, 1, 7}) == address({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 192, 168, 1, 7}));
    CHECK(address({0x20, 1, 1, 2, 3, 4, 5, 6, 1, 1, 1, 1, 1, 1, 1, 1}) ==
          address({0x20, 1, 1, 2, 3, 4, 5, 6, 9, 9, 9, 9, 9, 9, 9, 9}));
    CHECK(address({0x20, 1, 1, 2, 3, 4, 5, 7, 1, 1, 1, 1, 1, 1, 1, 1}) !=
          address({0x20, 1, 1, 2, 3, 4, 5, 6, 1, 1, 1, 1, 1, 1, 1, 1}));
    CHECK(address({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 127, 0, 0, 1}).loopback);
}

TEST_CASE("wrong codes are counted per address, also when it has gone and come back") {
    AddressTable table(10, {0.1, 5});
    const auto here = address({10, 0, 0, 1});
    table.enter(here);
    for (int i = 0; i < 5; ++i) {
        CHECK(table.code_wait_ms(here, 0) == 0);
        table.count_wrong_code(here, 0);
    }
    table.leave(here, 0);
    CHECK(table.code_wait_ms(here, 0) == 10000);
    CHECK(table.code_wait_ms(address({10, 0, 0, 2}), 0) == 0);
    CHECK(table.code_wait_ms(here, 10000) == 0);
}

TEST_CASE("an address that has gone and owes nothing is forgotten") {
    AddressTable table(10, {0.1, 5});
    const auto here = address({10, 0, 0, 1});
    table.enter(here);
    table.count_wrong_code(here, 0);
    table.leave(here, 0);
    CHECK(table.size() == 1);
    table.forget_idle(9999);
    CHECK(table.size() == 1);
    table.forget_idle(10000);
    CHECK(table.size() == 0);
}

TEST_CASE("visitors from one IPv4 address are told apart from others, and by nothing that outlives the table") {
    const AddressTable table(10, {1, 5}), another(10, {1, 5});
    const auto one = table.origin_of(address({192, 168, 1, 7}));
    CHECK(one != 0);
    CHECK(one == table.origin_of(address({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 168, 1, 7})));
    CHECK(one != table.origin_of(address({192, 168, 1, 8})));
    CHECK(one != another.origin_of(address({192, 168, 1, 7})));
    CHECK(table.origin_of(address({127, 0, 0, 1})) == 0);
    // A whole room may be one network of IPv6.
    CHECK(table.origin_of(address({0xfe, 0x80, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8})) == 0);
}
