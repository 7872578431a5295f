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

TEST_CASE("the ways in which people write a telephone number are known, and what only looks like one is not") {
    const auto typed = [](std::string_view text) { return seen(in_plain_signs(text)); };
    for (const auto* number : {"0046701234567", "0046 70 123 45 67", "00 46 70-123 45 67", "+46(0)70 123 45 67",
                               "070.123.45.67", "070 / 123 45 67", "070/1234567", "070/ 123 45 67", "08.123.45.67",
                               "08/123 456 78", "0302.52.10.00", "+46.70.123.45.67"}) {
        CAPTURE(number);
        CHECK(typed(number) == "telefon:" + std::string(number) + "|");
        CHECK(typed("Ring " + std::string(number) + ".") == "telefon:" + std::string(number) + "|");
    }
    for (const auto* harmless : {"kl. 10.30", "kl. 08.30-12.15", "08.30 och 12.15", "01.05.2026", "01/02 2026 kl. 10",
                                 "01.05.2026 10.30", "0123/2026", "01 05/2026 10", "KS 0123/2026", "12.000 kr", "3.5",
                                 "0.125", "00 46 personer", "0.5 / 0.75 / 1.25", "2026.05.01"}) {
        CAPTURE(harmless);
        CHECK(typed(harmless) == "");
    }
}

TEST_CASE("an address without www is known by how it ends, and ordinary words with dots are none") {
    const auto typed = [](std::string_view text) { return seen(in_plain_signs(text)); };
    for (const auto* address : {"bit.ly/abc", "exempel.nu/a", "lindasa.se", "exempel.com", "x.com", "a-b.org", "en.net",
                                "exempel.eu", "github.io", "exempel.dk", "exempel.no", "exempel.fi", "exempel.de",
                                "exempel.co.uk/sida?x=1", "kartor.lindasa.se", "exempel.se?x=1"}) {
        CAPTURE(address);
        CHECK(typed(address) == "webb:" + std::string(address) + "|");
        CHECK(typed("Se " + std::string(address) + " nu") == "webb:" + std::string(address) + "|");
    }
    CHECK(typed("Titta på Lindasa.SE.") == "webb:lindasa.se|");
    CHECK(typed("samira@lindasa.se") == "e-post:samira@lindasa.se|");
    for (const auto* harmless :
         {"t.ex.", "m.m.", "bl.a.", "s.k.", "o.s.v. nu", "f.d. se", "kl. 10.30", "12.000 kr", "3.5",
          "Vi ses. Se till att boka", "nu...se", "com", ".se", "Ja.", "ver. 2.0", "fr.o.m. nu"}) {
        CAPTURE(harmless);
        CHECK(typed(harmless) == "");
    }
}
