#include "paint/code_cards.hpp"

#include <doctest/doctest.h>

namespace {

paint::CodeCards thirteen_cards() {
    paint::CodeCards cards;
    for (char last = 'A'; last < 'A' + 13; ++last) cards.codes.push_back(std::string("ABCDEFG") + last);
    cards.address = "http://192.168.1.7:8437/?k=K7QP2M&c=";
    cards.title = "Din kod för en omröstning";
    cards.text = "Koden gäller en gång. Ingen ser vilken röst den gav.";
    cards.where = "http://192.168.1.7:8437";
    return cards;
}

}  // namespace

TEST_CASE("cards with codes stand ten to a page, with and without an address") {
    paint::Typesetter type;
    auto cards = thirteen_cards();
    const auto pdf = paint::code_cards_to_pdf(type, cards);
    REQUIRE(pdf);
    CHECK(pdf->starts_with("%PDF-"));
    CHECK(pdf->find("/Count 2") != std::string::npos);
    cards.address = cards.where = {};
    cards.codes.resize(10);
    const auto plain = paint::code_cards_to_pdf(type, cards);
    REQUIRE(plain);
    CHECK(plain->find("/Count 1") != std::string::npos);
}

TEST_CASE("an address that no QR holds is told, and no cards are made without one") {
    paint::Typesetter type;
    auto cards = thirteen_cards();
    cards.address = std::string(4000, 'x');
    const auto pdf = paint::code_cards_to_pdf(type, cards);
    REQUIRE_FALSE(pdf);
    CHECK(pdf.error().code == base::Code::too_large);
}
