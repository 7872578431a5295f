#include <doctest/doctest.h>

#include <string>

#include "intents/intent.hpp"

using base::Code;
using intents::parse_ballot_value;
using intents::parse_message;

namespace {

std::string vote(const std::string& value) {
    return R"({"t":"vote","id":"c1","poll":"0190c1d2-0000-7000-8000-000000000001","token":")"
           R"(0123456789abcdef0123456789abcdef","k":3,"value":)" +
           value + "}";
}

std::string kept(const std::string& value) {
    const auto message = parse_message(vote(value));
    REQUIRE_MESSAGE(message, message.error().what);
    return std::get<intents::Ballot>(message->said).value;
}

}  // namespace

TEST_CASE("a ballot is read without anything about who sent it") {
    const auto message = parse_message(vote(R"({"scale":4})"));
    REQUIRE(message);
    CHECK(message->client_id == "c1");
    const auto& ballot = std::get<intents::Ballot>(message->said);
    CHECK(ballot.poll.text() == "0190c1d2-0000-7000-8000-000000000001");
    CHECK(ballot.token == "0123456789abcdef0123456789abcdef");
    CHECK(ballot.k == 3);
}

TEST_CASE("equal ballots become equal texts, whatever their order and spaces") {
    CHECK(kept(R"({"dots":{"b":1, "a":2}})") == R"({"dots":{"a":2,"b":1}})");
    CHECK(kept(R"({"dots":{"a":2,"b":1}})") == R"({"dots":{"a":2,"b":1}})");
    CHECK(kept(R"({"dots":{"ny":{"b":1,"a":0},"men":{"c":3}}})") == R"({"dots":{"men":{"c":3},"ny":{"b":1}}})");
    CHECK(kept(R"({"feelings":{"s2":-2,"s1":0}})") == R"({"feelings":{"s1":0,"s2":-2}})");
    CHECK(kept(R"({ "choice" : "a" })") == R"({"choice":"a"})");
    CHECK(kept(R"({"scale":-4})") == R"({"scale":-4})");
    CHECK(kept(R"({"choice":"\u0061\"\\"})") == R"({"choice":"a\"\\"})");
}

TEST_CASE("marks, orders and pairs have one text as well, and keep the order that means something") {
    CHECK(kept(R"({"marks":{"b":1, "a":0}})") == R"({"marks":{"a":0,"b":1}})");
    CHECK(kept(R"({"marks":{"y":{"a":90},"x":{"a":20}}})") == R"({"marks":{"x":{"a":20},"y":{"a":90}}})");
    CHECK(kept(R"({"order":[["c"],["b","a"]]})") == R"({"order":[["c"],["a","b"]]})");
    CHECK(kept(R"({"pairs":[["c","b","left"],["a","b","skip"]]})") ==
          R"({"pairs":[["a","b","skip"],["b","c","right"]]})");
    for (const auto* value : {R"({"marks":{}})", R"({"marks":{"x":{}}})", R"({"order":[]})", R"({"pairs":[]})"}) {
        CHECK(kept(value) == "{}");
    }
}

TEST_CASE("a blank ballot is empty, also when it says so in a longer way") {
    CHECK(kept("{}") == "{}");
    CHECK(kept(R"({"dots":{}})") == "{}");
}

TEST_CASE("a dot that was taken back leaves no trace in what is kept") {
    CHECK(kept(R"({"dots":{"a":0,"b":1}})") == R"({"dots":{"b":1}})");
    CHECK(kept(R"({"dots":{"ny":{"a":0},"men":{"c":3}}})") == R"({"dots":{"men":{"c":3}}})");
    CHECK(kept(R"({"dots":{"a":0}})") == "{}");
}

TEST_CASE("an objection is tidied as other texts that people write, and to consent is an answer too") {
    CHECK(kept(R"({"objection":""})") == R"({"objection":""})");
    CHECK(kept(R"({"objection":"  F\u00f6r\n\u202edyrt \u0007"})") == R"({"objection":"För dyrt"})");
    CHECK(kept(R"({"objection":"\"Nej\""})") == R"({"objection":"\"Nej\""})");
    const auto read = parse_ballot_value(R"({"objection":"För dyrt"})");
    REQUIRE(read);
    CHECK(read->objection == "För dyrt");
}

TEST_CASE("an objection says something, and not too much; nothing of it becomes consent") {
    const auto fault = [](const std::string& reason) {
        const auto message = parse_message(vote(R"({"objection":")" + reason + R"("})"));
        return message ? std::string("none") : message.error().what;
    };
    CHECK(fault(std::string(500, 'a')) == "none");
    CHECK(fault(std::string(501, 'a')) == intents::too_long_reason);
    for (const auto* nothing : {" ", "\\n\\t", "\\u200b", "\\u2060 \\u00ad"}) {
        CAPTURE(nothing);
        CHECK(fault(nothing) == intents::no_reason);
    }
}

TEST_CASE("what is kept can be read again") {
    for (const auto* value :
         {R"({"dots":{"a":2}})", R"({"dots":{"ny":{"a":2},"tom":{"b":1}}})", R"({"choice":"å\\\""})",
          R"({"marks":{"a":-2,"b":0}})", R"({"order":[["b","c"],["a\"å"]]})", R"({"pairs":[["a","b","left"]]})",
          R"({"objection":""})", R"({"objection":"För dyrt, sa \"alla\""})"}) {
        const auto text = kept(value);
        const auto read = parse_ballot_value(text);
        REQUIRE(read);
        CHECK(text == value);
    }
}

TEST_CASE("a ballot's value is decoded") {
    const auto plain = parse_ballot_value(R"({"dots":{"a":2,"b":1}})");
    REQUIRE(plain);
    CHECK(plain->dots.at("").at("a") == 2);
    const auto three = parse_ballot_value(R"({"dots":{"nytta":{"a":2}}})");
    REQUIRE(three);
    CHECK(three->dots.at("nytta").at("a") == 2);
    CHECK(parse_ballot_value(R"({"feelings":{"s":-2}})")->feelings.at("s") == -2);
    CHECK(parse_ballot_value(R"({"choice":"x"})")->choice == "x");
    CHECK(parse_ballot_value(R"({"scale":5})")->scale == 5);
}

TEST_CASE("values outside the protocol's forms are refused") {
    for (const auto* value : {"null",
                              "[]",
                              "3",
                              R"({"scale":1.0})",
                              R"({"scale":1001})",
                              R"({"scale":-1001})",
                              R"({"scale":"4"})",
                              R"({"choice":3})",
                              R"({"choice":""})",
                              R"({"dots":3})",
                              R"({"dots":{"a":"1"}})",
                              R"({"dots":{"":1}})",
                              R"({"dots":{"a":1,"b":{"c":1}}})",
                              R"({"dots":{"a":{"b":{"c":1}}}})",
                              R"({"feelings":{"s":{}}})",
                              R"({"scale":1,"choice":"a"})",
                              R"({"mine":1})",
                              R"({"marks":[]})",
                              R"({"marks":{"a":1.5}})",
                              R"({"marks":{"a":1001}})",
                              R"({"marks":{"a":1,"x":{"a":1}}})",
                              R"({"order":{}})",
                              R"({"order":["a"]})",
                              R"({"order":[[]]})",
                              R"({"order":[[1]]})",
                              R"({"order":[[["a"]]]})",
                              R"({"order":[[""]]})",
                              R"({"pairs":[["a","b"]]})",
                              R"({"pairs":[["a","b","both"]]})",
                              R"({"pairs":[["a",2,"left"]]})",
                              R"({"pairs":[{"left":"a"}]})",
                              R"({"objection":null})",
                              R"({"objection":["a"]})",
                              R"({"objection":"a","scale":1})",
                              R"({"scale":18446744073709551615})"}) {
        CAPTURE(value);
        CHECK_FALSE(parse_message(vote(value)));
        CHECK_FALSE(parse_ballot_value(value));
    }
}

TEST_CASE("a key twice in a ballot is refused") {
    CHECK(parse_ballot_value(R"({"dots":{"a":1,"a":3}})").error().code == Code::bad_input);
}

TEST_CASE("a ballot holds 8 KiB") {
    std::string value = "{\"dots\":{";
    for (int i = 0; i < 230; ++i) value += (i > 0 ? ",\"" : "\"") + std::string(30, 'o') + std::to_string(i) + "\":1";
    value += "}}";
    CHECK(parse_message(vote(value)).error().code == Code::too_large);
    CHECK(parse_message(vote(value)).error().what == intents::too_large_ballot);
    CHECK(parse_ballot_value(value).error().code == Code::too_large);
}

TEST_CASE("a ballot without a proper token or count is refused") {
    CHECK_FALSE(parse_message(R"({"t":"vote","id":"c1","poll":"x","token":"y","k":1,"value":{}})"));
    auto frame = vote("{}");
    frame.replace(frame.find("\"k\":3"), 5, "\"k\":-1");
    CHECK_FALSE(parse_message(frame));
}

TEST_CASE("a ballot holds two hundred pairs") {
    const auto with_pairs = [](int count) {
        std::string value = "{\"pairs\":[";
        for (int i = 0; i < count; ++i)
            value += (i > 0 ? ",[\"a\",\"" : "[\"a\",\"") + std::to_string(i) + "\",\"left\"]";
        return value + "]}";
    };
    CHECK(parse_ballot_value(with_pairs(200)).has_value());
    CHECK(parse_ballot_value(with_pairs(201)).error().what == "too_many_pairs");
}
