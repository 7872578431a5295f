#include "methods/tables.hpp"

#include <algorithm>
#include <random>

namespace methods {

int tables_for(int people, int size) {
    const int least = (people + most_at_table - 1) / most_at_table, most = people / least_at_table;
    if (most < 1) return 1;
    return std::clamp((2 * people + size) / (2 * size), least, most);
}

std::vector<int> deal_tables(int people, int tables, std::uint64_t lot) {
    std::vector<int> dealt;
    for (int i = 0; i < people; ++i) dealt.push_back(1 + i % tables);
    // Fisher and Yates, by a generator that every library has the same.
    std::mt19937_64 random(lot);
    for (auto left = dealt.size(); left > 1; --left) std::swap(dealt[left - 1], dealt[random() % left]);
    return dealt;
}

int smallest_table(const std::vector<int>& seated) {
    return 1 + static_cast<int>(std::min_element(seated.begin(), seated.end()) - seated.begin());
}

}  // namespace methods
