#include "base/collation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

TEST_CASE("Swedish order: å, ä and ö come after z, and case does not matter") {
    std::vector<std::string> words{"Öppet kök", "zebra", "Ängar", "allé", "Åkrar", "Zoo", "Bibliotek"};
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
        return base::collation_key(a) < base::collation_key(b);
    });
    CHECK(words == std::vector<std::string>{"allé", "Bibliotek", "zebra", "Zoo", "Åkrar", "Ängar", "Öppet kök"});
    CHECK(base::collation_key("Skola") == base::collation_key("skola"));
}
