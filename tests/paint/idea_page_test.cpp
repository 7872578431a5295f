#include "paint/idea_page.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "paint/pdf_parts.hpp"

namespace {

views::IdeaView full_idea() {
    views::IdeaView idea;
    auto& card = idea.card;
    card.id.bytes[0] = 1;
    card.number = "L26-058";
    card.title = "Smakråd i varje skola";
    card.state = ideas::State::testing;
    card.state_at_ms = 1764232020000;
    card.texts["description"] = "Eleverna smakar och väljer i god tid.";
    card.texts["need"] = "Många slänger maten.";
    card.texts["next_step"] = "Boka ett samtal med köket";
    card.texts["origin"] =
        R"({"block_title":"Tre prickar","links":[{"id":"","kind":"persona","text":"Saga, elev i årskurs 8"}],"session_title":"Halvdag"})";
    card.texts["picture"] =
        R"({"economy":{"note":"Samma budget","value":3},"user_benefit":{"question":"Vem gynnas?","value":null}})";
    card.texts["test"] =
        R"({"hypothesis":"mindre svinn","met":"met","threshold":"högst 36 g","weeks":[{"value":39.5,"week":"v 47"}]})";
    idea.parts = views::read_parts(card);
    for (int i = 0; i < 20; ++i) {
        idea.history.push_back({1764232020000 + i * 86400000LL, "trainer", "change.fill_idea", "", "", {"need"}});
    }
    idea.followers.push_back({{}, "maja@lindasa.example", "sv", 1764232020000});
    return idea;
}

std::string words_on(const paint::IdeaPage& page) {
    std::string all = page.above + "\n" + page.title + "\n";
    for (const auto& part : page.parts) {
        all += part.heading + "\n";
        for (const auto& line : part.lines) all += line.name + ": " + line.text + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("an idea's page has what is written, where it came from and what has been done, and nobody's contact") {
    const auto page = paint::make_idea_page(full_idea(), 1764232020000);
    const auto words = words_on(page);
    for (const auto* word :
         {"L26-058", "Smakråd i varje skola", "Eleverna smakar", "Många slänger", "3/4. Samma budget", "Vem gynnas?",
          "mindre svinn", "v 47: 39,5", "Boka ett samtal", "Halvdag", "Tre prickar", "Saga, elev"}) {
        CAPTURE(word);
        CHECK(words.find(word) != std::string::npos);
    }
    CHECK(words.find("lindasa.example") == std::string::npos);
    // The newest of the history, and how many there are before.
    CHECK(page.parts.back().lines.size() == 13);
    CHECK(page.parts.back().lines.back().text.find('8') != std::string::npos);
}

TEST_CASE("an empty idea is a page too, and parts without words have no heading") {
    views::IdeaView idea;
    idea.card.title = "Fika i entrén";
    const auto page = paint::make_idea_page(idea, 1764232020000);
    CHECK(page.parts.empty());
    paint::Typesetter type;
    const auto pdf = paint::idea_page_to_pdf(type, page);
    REQUIRE(pdf);
    CHECK(parts_of(*pdf).pages == 1);
}

TEST_CASE("an idea is printed on one page, smaller when there is much, and on more only when it must") {
    paint::Typesetter type;
    auto idea = full_idea();
    const auto pages = [&] {
        const auto pdf = paint::idea_page_to_pdf(type, paint::make_idea_page(idea, 1764232020000));
        REQUIRE(pdf);
        CHECK(pdf->starts_with("%PDF-"));
        return parts_of(*pdf).pages;
    };
    CHECK(pages() == 1);
    std::string text;
    for (int i = 0; i < 90; ++i) text += "Orden blir många när alla vill vara med. ";
    idea.card.texts["how_it_works"] = text;
    CHECK(pages() == 1);
    for (const auto* column : {"difference", "requires", "uncertainty", "user_benefit", "equality"}) {
        idea.card.texts[column] = text;
    }
    CHECK(pages() > 1);
    // Longer than any column: cut there, and the rest of the page stands.
    for (int i = 0; i < 3; ++i) text += text;
    idea.card.texts["how_it_works"] = text;
    CHECK(pages() >= 2);
}
