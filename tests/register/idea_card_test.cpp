#include <doctest/doctest.h>

#include "base/clock.hpp"
#include "register/idea_card.hpp"
#include "register/import.hpp"

using namespace ideas;

namespace {

base::Id id_of(std::uint8_t last) {
    base::Id id;
    id.bytes[15] = last;
    return id;
}

IdeaCard card(std::uint8_t last, const std::string& number, std::int64_t received_at_ms = 0) {
    return *to_card(id_of(last), {{"state", model::of_text("received")},
                                  {"number", model::of_text(number)},
                                  {"title", model::of_text("Idé " + std::to_string(last))},
                                  {"received_at", model::Value{received_at_ms}}});
}

}  // namespace

TEST_CASE("a row without a known state, deleted, or merged into another is no idea of the register") {
    CHECK_FALSE(to_card(id_of(1), {{"title", model::of_text("x")}}));
    CHECK_FALSE(to_card(id_of(1), {{"state", model::of_text("future_state")}}));
    CHECK_FALSE(to_card(id_of(1), {{"state", model::of_text("draft")}, {"deleted", model::of_bool(true)}}));
    CHECK_FALSE(to_card(id_of(1), {{"state", model::of_text("draft")}, {"merged_into", model::of_id(id_of(2))}}));
    CHECK(to_card(id_of(1), {{"state", model::of_text("draft")}}));
}

TEST_CASE("ideas stand with the newest number first, and drafts last") {
    std::vector<IdeaCard> cards = {card(1, ""), card(2, "L25-100"), card(3, "L26-002"), card(4, "L26-010"),
                                   card(5, "", 9)};
    put_in_order(cards);
    std::string order;
    for (const auto& one : cards) order += one.title + "|";
    CHECK(order == "Idé 4|Idé 3|Idé 2|Idé 5|Idé 1|");
}

TEST_CASE("the later of two equal numbers is shown with ·2") {
    std::vector<IdeaCard> cards = {card(1, "L26-002", 7), card(2, "L26-002", 3)};
    put_in_order(cards);
    for (const auto& one : cards) CHECK(one.number == (one.id == id_of(1) ? "L26-002·2" : "L26-002"));
}

TEST_CASE("gates see fields and members of JSON fields") {
    auto one = card(1, "L26-001");
    one.texts["unit"] = "Kultur";
    one.texts["picture"] = R"({"economy":{"note":"","value":null},"user_benefit":{"value":4}})";
    one.texts["test"] = R"({"hypothesis":"","threshold":"70 %","result":null})";
    CHECK(is_filled(one, "idea.unit"));
    CHECK(is_filled(one, "idea.number"));
    CHECK_FALSE(is_filled(one, "idea.need"));
    CHECK(is_filled(one, "idea.picture/user_benefit"));
    CHECK_FALSE(is_filled(one, "idea.picture/equity"));
    CHECK(is_filled(one, "idea.test/threshold"));
    CHECK_FALSE(is_filled(one, "idea.test/hypothesis"));
    CHECK_FALSE(is_filled(one, "idea.test/result"));
}

TEST_CASE("what is exported can be imported again") {
    auto one = card(1, "L26-001", base::from_iso_utc("2026-03-02T10:00Z"));
    one.state = State::testing;
    one.texts = {{"description", "Rad ett\nRad två; med \"citat\""},
                 {"unit", "=Kultur"},
                 {"area", "Fritid"},
                 {"giver_category", "pupil"},
                 {"outcome", "tested_did_not_work"},
                 {"external_id", "007"}};
    const auto plan = plan_import(to_csv(to_table({one})), {}, {});
    REQUIRE(plan);
    CHECK(plan->problems.empty());
    REQUIRE(plan->ideas.size() == 1);
    const auto& idea = plan->ideas[0];
    CHECK(idea.number == "L26-001");
    CHECK(idea.external_id == "007");
    CHECK(idea.state == State::testing);
    CHECK(base::to_local_date(*idea.received_at_ms) == "2026-03-02");
    CHECK(idea.fields.at("idea.title") == "Idé 1");
    CHECK(idea.fields.at("idea.description") == "Rad ett\nRad två; med \"citat\"");
    CHECK(idea.fields.at("idea.unit") == "=Kultur");
    CHECK(idea.fields.at("idea.giver_category") == "pupil");
    CHECK(idea.fields.at("idea.outcome") == "tested_did_not_work");
}
