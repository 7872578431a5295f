#include "base/digest.hpp"

#include <doctest/doctest.h>

#include <map>
#include <thread>

using base::as_bytes;
using base::to_hex;

TEST_CASE("SHA-256 gives the vectors of FIPS 180-4") {
    CHECK(to_hex(base::sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(base::sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_hex(base::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("parts are digested one after another, without separators") {
    CHECK(base::sha256({as_bytes("a"), as_bytes(""), as_bytes("bc")}) == base::sha256("abc"));
}

TEST_CASE("HMAC-SHA-256 gives the vector of RFC 4231") {
    CHECK(to_hex(base::hmac_sha256(as_bytes("Jefe"), "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("threads digest at the same time and agree") {
    const auto expected = base::sha256("samma");
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (auto& mine : wrong) {
        threads.emplace_back([&mine, &expected] {
            for (int i = 0; i < 1000; ++i) mine += base::sha256("samma") != expected;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("random numbers stay below their bound and reach every value") {
    std::map<std::uint32_t, int> seen;
    for (int i = 0; i < 6000; ++i) ++seen[base::random_below(6)];
    CHECK(seen.size() == 6);
    CHECK(seen.rbegin()->first == 5);
    CHECK(base::random_below(1) == 0);
}

TEST_CASE("secrets are equal only when they are") {
    CHECK(base::same_secret("K7MP2Q", "K7MP2Q"));
    CHECK_FALSE(base::same_secret("K7MP2Q", "K7MP2R"));
    CHECK_FALSE(base::same_secret("K7MP2Q", "K7MP2"));
    CHECK(base::same_secret("", ""));
}

TEST_CASE("hex reads back, and what is not hex is empty") {
    const base::Bytes bytes{0x00, 0x7f, 0x80, 0xff};
    CHECK(to_hex(bytes) == "007f80ff");
    CHECK(base::from_hex("007F80ff") == bytes);
    CHECK(base::from_hex("0").empty());
    CHECK(base::from_hex("0g").empty());
}
