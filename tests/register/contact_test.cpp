#include "register/contact.hpp"

#include <doctest/doctest.h>

TEST_CASE("an e-mail address or a telephone number is a contact, as people type them") {
    for (const char* typed : {"tove@lindasa.example", "070-123 45 67", "0701234567", "+46 70 123 45 67",
                              "+358 40 1234567", "013-12 34 56", "(013) 12 34 56", " elif.k@skola.example "}) {
        CAPTURE(typed);
        CHECK(ideas::parse_contact(typed));
    }
    CHECK(ideas::parse_contact(" tove@lindasa.example\n") == "tove@lindasa.example");
    CHECK(ideas::parse_contact("٠٧٠١٢٣٤٥٦٧") == "0701234567");
}

TEST_CASE("a contact is the same however it is written") {
    CHECK(ideas::is_same_contact("Tove@Lindasa.example", "tove@lindasa.example"));
    CHECK(ideas::is_same_contact("(070) 123 45-67", "0701234567"));
    CHECK_FALSE(ideas::is_same_contact("to-ve@lindasa.example", "tove@lindasa.example"));
    CHECK_FALSE(ideas::is_same_contact("0701234567", "0701234568"));
}

TEST_CASE("what is neither, or more than that, is no contact") {
    for (const char* typed :
         {"", "Tove", "Tove, 070-123 45 67", "070", "121212-1212", "20121212-1212", "tove@", "@lindasa",
          "tove@lindasa.example och elif@lindasa.example", "https://lindasa.example", "00000000000000000000"}) {
        CAPTURE(typed);
        CHECK_FALSE(ideas::parse_contact(typed));
    }
}
