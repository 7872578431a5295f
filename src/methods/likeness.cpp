#include "methods/likeness.hpp"

#include <algorithm>
#include <cctype>

#include "base/text.hpp"

namespace methods {
namespace {

/// The text's characters as they are compared: lower case, punctuation as space, a space at both ends.
std::vector<std::string> characters_of(std::string_view text) {
    std::string plain = base::lower(base::tidy(text));
    for (auto& c : plain) {
        if (static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0) c = ' ';
    }
    plain = base::tidy(plain);
    std::vector<std::string> characters;
    if (plain.empty()) return characters;
    characters.emplace_back(" ");
    for (const char c : plain) {
        if ((static_cast<unsigned char>(c) & 0xc0U) == 0x80) {
            characters.back() += c;
        } else {
            characters.emplace_back(1, c);
        }
    }
    characters.emplace_back(" ");
    return characters;
}

std::vector<std::string> trigrams_of(std::string_view text) {
    const auto characters = characters_of(text);
    std::vector<std::string> trigrams;
    for (std::size_t i = 0; i + 2 < characters.size(); ++i) {
        trigrams.push_back(characters[i] + characters[i + 1] + characters[i + 2]);
    }
    std::sort(trigrams.begin(), trigrams.end());
    return trigrams;
}

double dice(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return 0;
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(a.size() + b.size());
}

}  // namespace

double likeness(std::string_view a, std::string_view b) {
    return dice(trigrams_of(a), trigrams_of(b));
}

int find_near_duplicate(std::string_view text, const std::vector<std::string>& others) {
    const auto mine = trigrams_of(text);
    int found = -1;
    double best = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        const double alike = dice(mine, trigrams_of(others[i]));
        if (alike >= near_duplicate && alike > best) {
            best = alike;
            found = static_cast<int>(i);
        }
    }
    return found;
}

}  // namespace methods
