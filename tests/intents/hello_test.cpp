#include <doctest/doctest.h>

#include <string>

#include "intents/intent.hpp"

using base::Code;
using intents::parse_message;

namespace {

const std::string secret = "0123456789abcdef0123456789abcdef";

intents::Hello hello(const std::string& fields) {
    auto message = parse_message(R"({"t":"hello","v":1,)" + fields + "}");
    REQUIRE_MESSAGE(message, message.error().what);
    REQUIRE(std::holds_alternative<intents::Hello>(message->said));
    return std::get<intents::Hello>(std::move(message->said));
}

Code refused(const std::string& fields) {
    const auto message = parse_message(R"({"t":"hello",)" + fields + "}");
    REQUIRE_FALSE(message);
    return message.error().code;
}

}  // namespace

TEST_CASE("a tablet says hello by code, by its seat or by a return code") {
    const auto first = hello(R"("role":"tablet","join":"k7q-p2m","name":" Tove ","show_name":true,"lang":"en")");
    CHECK(first.role == intents::Role::tablet);
    CHECK(first.join == "K7QP2M");
    CHECK(first.name == "Tove");
    CHECK(first.show_name);
    CHECK(first.language == "en");
    CHECK(hello(R"("role":"tablet","seat":")" + secret + "\"").seat == secret);
    CHECK(hello(R"("role":"tablet","return":"h4xw9c")").return_code == "H4XW9C");
}

TEST_CASE("the remote and the audience say hello") {
    CHECK(hello(R"("role":"remote","pair":"m2z k8r")").pair == "M2ZK8R");
    CHECK(hello(R"("role":"remote","secret":")" + secret + "\"").secret == secret);
    const auto audience = hello(R"("role":"audience","join":"K7QP2M")");
    CHECK(audience.role == intents::Role::audience);
    CHECK(audience.language == "sv");
}

TEST_CASE("the secret of a picture is not typed and keeps its letters") {
    CHECK(hello(R"("role":"tablet","join":")" + secret + "\"").join == secret);
}

TEST_CASE("exactly one secret, fitting the role") {
    CHECK(refused(R"("v":1,"role":"tablet")") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"tablet","join":"K7QP2M","return":"H4XW9C")") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"tablet","pair":"M2ZK8R")") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"remote","join":"K7QP2M")") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"audience","seat":")" + secret + "\"") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"king","join":"K7QP2M")") == Code::bad_input);
}

TEST_CASE("a tablet that comes back may have both the code that stands there and the seat it had before") {
    const auto both = hello(R"("role":"tablet","join":"K7QP2M","seat":")" + secret + "\"");
    CHECK(both.join == "K7QP2M");
    CHECK(both.seat == secret);
}

TEST_CASE("a secret is 32 hex digits and a code is short") {
    CHECK(refused(R"("v":1,"role":"tablet","seat":"abc")") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"tablet","seat":"0123456789ABCDEF0123456789ABCDEF")") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"tablet","join":")" + std::string(65, 'A') + "\"") == Code::bad_input);
    CHECK(refused(R"("v":1,"role":"tablet","join":" - ")") == Code::bad_input);
}

TEST_CASE("another version is an unknown message") {
    CHECK(refused(R"("v":2,"role":"tablet","join":"K7QP2M")") == Code::unknown_message);
    CHECK(refused(R"("role":"tablet","join":"K7QP2M")") == Code::bad_input);
}

TEST_CASE("a language is a tag") {
    CHECK(hello(R"("role":"audience","join":"K7QP2M","lang":"zh-Hans")").language == "zh-Hans");
    CHECK(refused(R"("v":1,"role":"audience","join":"K7QP2M","lang":"../sv")") == Code::bad_input);
}
