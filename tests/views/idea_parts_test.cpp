#include "views/idea_parts.hpp"

#include <doctest/doctest.h>

TEST_CASE("The whole picture keeps unknown apart from nought, and all its parts in order") {
    ideas::IdeaCard card;
    card.texts["picture"] =
        R"({"economy":{"note":"dyrt","value":0},"user_benefit":{"question":"För vem?","value":null}})";
    const auto parts = views::read_parts(card);
    REQUIRE(parts.picture.size() == ideas::picture_dimensions.size());
    CHECK(parts.picture[0].dimension == "user_benefit");
    CHECK_FALSE(parts.picture[0].level.has_value());
    CHECK(parts.picture[0].question == "För vem?");
    CHECK(parts.picture[2].level == 0);
    CHECK(parts.picture[2].note == "dyrt");
}

TEST_CASE("Fields that cannot be read are left out") {
    ideas::IdeaCard card;
    card.texts["picture"] = "[1";
    card.texts["test"] = "[]";
    card.texts["origin"] = "7";
    card.texts["links"] = R"([{"kind":"insight","text":"Svaret kommer på kontorstid"},3])";
    card.texts["follow_up"] = R"([{"after":"3 månader","text":"Samtal −41 %"}])";
    const auto parts = views::read_parts(card);
    CHECK(parts.test.empty());
    CHECK_FALSE(parts.origin.has_value());
    REQUIRE(parts.links.size() == 1);
    CHECK(parts.links[0].kind == "insight");
    REQUIRE(parts.follow_up.size() == 1);
    CHECK(parts.follow_up[0].second == "Samtal −41 %");
}

TEST_CASE("An origin tells session, block, vote and what it leads back to") {
    ideas::IdeaCard card;
    card.texts["origin"] =
        R"({"block":"b","block_title":"Tre prickar","links":[{"id":"","kind":"persona","text":"Samira"}],)"
        R"("poll":{"by":{"nytta":9,"nytt":2},"eligible":18,"method":"tre-prickar","question":"Vilka?","rank":1,)"
        R"("supporters":8,"voters":17,"votes":11},"session":"s","session_title":"Halvdag"})";
    const auto origin = views::read_parts(card).origin;
    REQUIRE(origin.has_value());
    CHECK(origin->session_title == "Halvdag");
    CHECK(origin->votes == 11);
    CHECK(origin->by.size() == 2);
    CHECK(origin->links.at(0).text == "Samira");
}

TEST_CASE("A threshold says its goal, and whether less is better") {
    CHECK(views::goal_of("minst 80 %")->is_met(80));
    CHECK_FALSE(views::goal_of("minst 80 %")->is_met(79));
    CHECK(views::goal_of("högst 36 g")->less_is_better);
    CHECK(views::goal_of("Högst 4,5 minuter")->value == doctest::Approx(4.5));
    CHECK_FALSE(views::goal_of("alla är nöjda").has_value());
}

TEST_CASE("Writing a member keeps the others, and sorts the keys") {
    CHECK(views::with_members(R"({"threshold":"minst 70 %","n":30})", {{"result", "24 av 30"}, {"n", ""}}) ==
          R"({"result":"24 av 30","threshold":"minst 70 %"})");
    CHECK(views::with_members("nonsense", {{"a", "b"}}) == R"({"a":"b"})");
}

TEST_CASE("Writing a part, a week or a follow-up reads back as it was") {
    views::PicturePart part{"economy", 0, "dyrt", "ekonom", "Vem betalar?"};
    ideas::IdeaCard card;
    card.texts["picture"] = views::with_part(R"({"user_benefit":{"value":4}})", part);
    CHECK(ideas::is_filled(card, "idea.picture/economy"));
    CHECK(ideas::is_filled(card, "idea.picture/user_benefit"));
    CHECK(views::read_parts(card).picture[2].question == "Vem betalar?");
    card.texts["picture"] = views::with_part(card.texts["picture"], {"economy", {}, "", "", ""});
    CHECK_FALSE(ideas::is_filled(card, "idea.picture/economy"));

    auto test = views::with_week(R"({"threshold":"högst 36 g"})", {"v 46", 48});
    test = views::with_week(test, {"v 47", 39.5});
    test = views::with_week(test, {"v 46", 47});
    card.texts["test"] = test;
    const auto weeks = views::read_parts(card).weeks;
    REQUIRE(weeks.size() == 2);
    CHECK(weeks[1].value == 47);
    CHECK(weeks[0].value == doctest::Approx(39.5));
    CHECK(views::read_parts(card).test.at("threshold") == "högst 36 g");
}
