#include <doctest/doctest.h>

#include <string>

#include "register/personal.hpp"

using namespace ideas;

namespace {

std::string seen(std::string_view text) {
    std::string out;
    for (const auto& found : find_personal(text)) {
        out += std::string(personal_name(found.kind)) + ":" + std::string(text.substr(found.start, found.length)) + "|";
    }
    return out;
}

}  // namespace

TEST_CASE("a personal number is known by its date and check digit") {
    CHECK(seen("Mitt nr 121212-1212 gäller") == "personnummer:121212-1212|");
    CHECK(seen("19121212-1212, 191212121212 och 121212+1212") ==
          "personnummer:19121212-1212|personnummer:191212121212|personnummer:121212+1212|");
    CHECK(seen("121212-1213") == "");
    CHECK(seen("129912-1212") == "");
}

TEST_CASE("a coordination number has 60 added to the day") {
    CHECK(seen("701063-2391") == "personnummer:701063-2391|");
}

TEST_CASE("phone numbers are known in their usual forms") {
    CHECK(seen("Ring 070-123 45 67.") == "telefon:070-123 45 67|");
    CHECK(seen("+46 70 123 45 67") == "telefon:+46 70 123 45 67|");
    CHECK(seen("(0302) 52 10 00") == "telefon:0302) 52 10 00|");
}

TEST_CASE("times, dates, amounts and diary numbers are no phone numbers") {
    for (const char* text : {"08.30–12.15", "2026-05-01", "0,5 timmar", "300 000 kr", "KS 2026/0123", "24/30 = 80 %"}) {
        INFO(text);
        CHECK(seen(text) == "");
    }
}

TEST_CASE("addresses of mail and web are known") {
    CHECK(seen("Skriv till samira@forening.example!") == "e-post:samira@forening.example|");
    CHECK(seen("Se https://exempel.example/sida?x=1 och www.exempel.example") ==
          "webb:https://exempel.example/sida?x=1|webb:www.exempel.example|");
    CHECK(seen("50 @ 2 kr, a@b, @torget") == "");
}

TEST_CASE("finds do not overlap") {
    CHECK(seen("0701234567@forening.example") == "e-post:0701234567@forening.example|");
}

TEST_CASE("what people type on a telephone is seen as what it is") {
    const auto kind_of = [](std::string_view text) {
        const auto found = ideas::find_personal(ideas::in_plain_signs(text));
        return found.empty() ? std::string() : std::string(personal_name(found.front().kind));
    };
    for (const auto* typed_number :
         {"📞0701234567", "”070-1234567”", "Tel:\u00a0070-123 45 67", "070–123 45 67", "070 - 123 45 67", "٠٧٠١٢٣٤٥٦٧",
          "۰۷۰-۱۲۳ ۴۵ ۶۷", "０７０１２３４５６７", "070\u200b1234567"}) {
        CAPTURE(typed_number);
        CHECK(kind_of(typed_number) == "telefon");
    }
    CHECK(kind_of("📎811218-9876") == "personnummer");
    CHECK(kind_of("811218–9876") == "personnummer");
    for (const auto* typed_address : {"Www.exempel.se", "HTTPS://exempel.se", "👉https://exempel.se"}) {
        CAPTURE(typed_address);
        CHECK(kind_of(typed_address) == "webb");
    }
    for (const auto* harmless : {"Rum å070123", "Vi ses 9–12", "Öppet 2026 – 2027", ""}) {
        CAPTURE(harmless);
        CHECK(kind_of(harmless).empty());
    }
}
