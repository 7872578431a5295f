#include "model/board_groups.hpp"

#include <doctest/doctest.h>

namespace {

base::Id group_id_of(std::uint8_t number) {
    base::Id id;
    id.bytes[15] = number;
    return id;
}

model::Item member(std::uint8_t number, std::uint8_t group, std::string name, base::Rect place = {0, 0, 10, 10}) {
    model::Item item;
    item.id = group_id_of(number);
    item.place = place;
    if (group != 0) item.group = group_id_of(group);
    item.group_name = std::move(name);
    return item;
}

}  // namespace

TEST_CASE("groups that have a name are told with how many belong to them and what they span") {
    const std::vector<model::Item> items{member(1, 100, "Nycklar", {0, 0, 10, 10}),
                                         member(2, 100, "Nycklar", {50, 20, 10, 10}), member(3, 101, ""),
                                         member(4, 0, ""), member(5, 99, "Besked")};
    const auto groups = model::named_groups(items);
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].name == "Besked");
    CHECK(groups[1].name == "Nycklar");
    CHECK(groups[1].count == 2);
    CHECK(groups[1].place == base::Rect{0, 0, 60, 30});
    CHECK(model::group_heading(groups[1].name, groups[1].count) == "Nycklar · 2");
}

TEST_CASE("members that disagree have the name of the lowest id, in whatever order they come") {
    const auto a = member(1, 100, ""), b = member(2, 100, "Först"), c = member(3, 100, "Sedan");
    CHECK(model::named_groups({a, b, c}).at(0).name == "Först");
    CHECK(model::named_groups({c, b, a}).at(0).name == "Först");
}

TEST_CASE("what belongs to no group has no name of one") {
    auto alone = member(1, 0, "Nycklar");
    CHECK(model::within_limits(alone).group_name.empty());
    alone.group = group_id_of(100);
    CHECK(model::within_limits(alone).group_name == "Nycklar");
    alone.group_name = std::string(500, 'x');
    CHECK(model::within_limits(alone).group_name.size() == 200);
}
