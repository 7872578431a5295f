#pragma once
#include <cstdint>
#include <vector>

namespace methods {

/// Tables of a room, numbered from 1 (domain 10.1: three to five people at each). Pure, any thread.
inline constexpr int least_at_table = 3, most_at_table = 5;

/// How many tables `people` need for about `size` at each (3–5). Dealt evenly, nobody then sits with fewer than three
/// or more than five, which two people or none cannot help; among such numbers the nearest to people / size. At
/// least 1.
int tables_for(int people, int size);

/// A table, 1 to `tables` (at least 1), for each of `people` in turn. How many sit at each differs by at most one;
/// `lot` decides who sits where, the same lot always the same way.
std::vector<int> deal_tables(int people, int tables, std::uint64_t lot);

/// Where one who comes later sits: the table with the fewest, the first of equals. `seated` is how many sit at each,
/// not empty.
int smallest_table(const std::vector<int>& seated);

}  // namespace methods
