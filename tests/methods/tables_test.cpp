// Tables of three to five.
#include "methods/tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "property/trials.hpp"

namespace {

std::vector<int> sizes_of(const std::vector<int>& dealt, int tables) {
    std::vector<int> seated(static_cast<std::size_t>(tables));
    for (const int table : dealt) ++seated.at(static_cast<std::size_t>(table - 1));
    return seated;
}

}  // namespace

TEST_CASE("as many tables are made as fit what is wished, with three to five at each") {
    CHECK(methods::tables_for(20, 4) == 5);
    CHECK(methods::tables_for(18, 4) == 5);  // 4 4 4 3 3
    CHECK(methods::tables_for(8, 3) == 2);   // three tables would leave two people at one
    CHECK(methods::tables_for(6, 5) == 2);   // six at one would be too many
    CHECK(methods::tables_for(2, 3) == 1);
    CHECK(methods::tables_for(0, 4) == 1);
}

TEST_CASE("one who comes late sits where fewest are") {
    CHECK(methods::smallest_table({4, 3, 3}) == 2);
    CHECK(methods::smallest_table({0}) == 1);
}

TEST_CASE("the same lot deals the same way, another most often not") {
    CHECK(methods::deal_tables(20, 5, 7) == methods::deal_tables(20, 5, 7));
    CHECK(methods::deal_tables(20, 5, 7) != methods::deal_tables(20, 5, 8));
}

TEST_SUITE("property") {
    TEST_CASE("dealing is even: sizes differ by at most one, and are three to five where that is possible") {
        trials::run("tables_even", 300, 20000, [](trials::Random& random) {
            const int people = static_cast<int>(trials::pick(random, 400));
            const int size = 3 + static_cast<int>(trials::pick(random, 3));
            const bool wished = trials::chance(random, 50);
            const int tables =
                wished ? methods::tables_for(people, size) : 1 + static_cast<int>(trials::pick(random, 60));
            const auto dealt = methods::deal_tables(people, tables, random());
            REQUIRE(dealt.size() == static_cast<std::size_t>(people));
            auto seated = sizes_of(dealt, tables);
            const auto [least, most] = std::minmax_element(seated.begin(), seated.end());
            CHECK(*most - *least <= 1);
            if (wished && people >= methods::least_at_table) {
                CHECK(*least >= methods::least_at_table);
                CHECK(*most <= methods::most_at_table);
            }
            // Those who come later keep it so.
            for (int late = 0; late < 7; ++late) {
                ++seated[static_cast<std::size_t>(methods::smallest_table(seated) - 1)];
                const auto [fewest, greatest] = std::minmax_element(seated.begin(), seated.end());
                CHECK(*greatest - *fewest <= 1);
            }
        });
    }

    TEST_CASE("each is as likely to sit at one table as at another") {
        trials::run("tables_fair", 1, 10, [](trials::Random& random) {
            std::vector<int> first(4);
            constexpr int deals = 4000;
            for (int i = 0; i < deals; ++i)
                ++first[static_cast<std::size_t>(methods::deal_tables(16, 4, random())[0] - 1)];
            // Five standard deviations of a fair draw.
            for (const int count : first) CHECK(std::abs(count - deals / 4) < 140);
        });
    }
}
