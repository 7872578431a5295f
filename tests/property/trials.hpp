#pragma once
#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

/// Many trials of one property, each from a seed. The seeds that once found a fault stand in tests/property/seeds.txt
/// (one a line: property, seed) and are tried first, for ever.
namespace trials {

using Random = std::mt19937_64;

/// A number in [0, below).
inline std::size_t pick(Random& random, std::size_t below) {
    return static_cast<std::size_t>(random() % below);
}
/// True in `of_hundred` cases of a hundred.
inline bool chance(Random& random, unsigned of_hundred) {
    return random() % 100 < of_hundred;
}

inline std::vector<std::uint64_t> kept_seeds(const std::string& property) {
    std::vector<std::uint64_t> seeds;
    std::ifstream file(IDERUM_SOURCE_DIR "/tests/property/seeds.txt");
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string name;
        std::uint64_t seed = 0;
        if (words >> name >> seed && name == property) seeds.push_back(seed);
    }
    return seeds;
}

/// Calls `trial(random)` for each kept seed, then for `few` more (`many` when IDERUM_LONG is set). A trial that fails
/// names its seed; write it into seeds.txt together with the cure.
template <class Trial>
void run(const std::string& property, int few, int many, Trial&& trial) {
    auto seeds = kept_seeds(property);
    const int count = std::getenv("IDERUM_LONG") != nullptr ? many : few;
    for (int i = 0; i < count; ++i) seeds.push_back(0x1de00000ULL + static_cast<std::uint64_t>(i) * 7919);
    for (const auto seed : seeds) {
        INFO("line for tests/property/seeds.txt: " << property << " " << seed);
        Random random(seed);
        trial(random);
    }
}

}  // namespace trials
