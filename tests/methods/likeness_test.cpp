#include <doctest/doctest.h>

#include "methods/likeness.hpp"

using namespace methods;

TEST_CASE("the same words are alike whatever their case and punctuation") {
    CHECK(likeness("Låna nyckeln i en låda!", "låna nyckeln i en låda") == doctest::Approx(1));
}

TEST_CASE("likeness is symmetric and between nothing and one") {
    const char* a = "Boka hallen i mobilen";
    const char* b = "Boka hallen med mobilen";
    CHECK(likeness(a, b) == likeness(b, a));
    CHECK(likeness(a, b) > near_duplicate);
    CHECK(likeness(a, b) < 1);
}

TEST_CASE("different ideas are not alike") {
    CHECK(likeness("Nyckelskåp vid entrén", "Sms dagen före") < 0.2);
    CHECK(likeness("", "") == 0);
    CHECK(likeness("!!!", "Sms") == 0);
}

TEST_CASE("the most alike of the others is found, and none when none is near") {
    const std::vector<std::string> others = {"Sms dagen före", "Digital nyckel i mobilen",
                                             "En digital nyckel i mobilen"};
    CHECK(find_near_duplicate("Digital nyckel i mobilen!", others) == 1);
    CHECK(find_near_duplicate("Fler cykelställ", others) == -1);
}
