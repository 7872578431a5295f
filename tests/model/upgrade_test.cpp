#include <doctest/doctest.h>

#include "model/upgrade.hpp"

namespace {

model::Fact rename_colour(model::Fact fact) {
    if (fact.field == "note.color") fact.field = "note.colour";
    return fact;
}
model::Fact minutes_to_seconds(model::Fact fact) {
    if (fact.field == "block.planned_min") fact.value = model::int_of(fact.value) * 60;
    return fact;
}
constexpr model::UpgradeStep steps[] = {{1, &rename_colour}, {2, &minutes_to_seconds}};

model::Fact fact_of(std::string field, model::Value value) {
    model::Fact fact;
    fact.field = std::move(field);
    fact.value = std::move(value);
    fact.digest = model::digest_of(fact.salt, fact.value);
    return fact;
}

}  // namespace

TEST_CASE("invariant 7: an old fact goes through every step since the version that wrote it") {
    CHECK(model::upgrade(fact_of("note.color", model::of_text("gul")), 1, steps).field == "note.colour");
    CHECK(model::int_of(model::upgrade(fact_of("block.planned_min", std::int64_t{5}), 1, steps).value) == 300);
}

TEST_CASE("invariant 7: a fact of today's or tomorrow's version is left as it is") {
    CHECK(model::int_of(model::upgrade(fact_of("block.planned_min", std::int64_t{5}), 3, steps).value) == 5);
    CHECK(model::int_of(model::upgrade(fact_of("block.planned_min", std::int64_t{5}), 9, steps).value) == 5);
}

TEST_CASE("invariant 7: reading anew never changes the digest that the journal keeps") {
    const auto before = fact_of("block.planned_min", std::int64_t{5});
    CHECK(model::upgrade(before, 1, steps).digest == before.digest);
}

TEST_CASE("invariant 7: there is one upgrade step for each schema version since the first") {
    CHECK(model::upgrade_steps().size() == static_cast<std::size_t>(model::schema_version - 1));
}
