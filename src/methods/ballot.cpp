#include <algorithm>
#include <array>
#include <tuple>

#include "base/json_text.hpp"
#include "methods/poll.hpp"

namespace methods {
namespace {

using base::json_quoted;

constexpr std::array<std::string_view, 3> chosen_names = {"left", "right", "skip"};

void drop_zeros(Numbers& numbers) {
    for (auto& [criterion, given] : numbers) std::erase_if(given, [](const auto& one) { return one.second == 0; });
    std::erase_if(numbers, [](const auto& one) { return one.second.empty(); });
}

std::string members_of(const std::map<std::string, std::int64_t>& numbers) {
    std::string out;
    for (const auto& [key, number] : numbers) {
        out += (out.empty() ? "" : ",") + json_quoted(key) + ":" + std::to_string(number);
    }
    return "{" + out + "}";
}

/// {"a":1} where there is but one criterion, else {"nytta":{"a":1}}.
std::string members_of(const Numbers& numbers) {
    if (const auto plain = numbers.find(""); plain != numbers.end()) return members_of(plain->second);
    std::string out;
    for (const auto& [criterion, given] : numbers) {
        out += (out.empty() ? "" : ",") + json_quoted(criterion) + ":" + members_of(given);
    }
    return "{" + out + "}";
}

std::string items_of(const std::vector<std::vector<std::string>>& order) {
    std::string out;
    for (const auto& place : order) {
        std::string ids;
        for (const auto& id : place) ids += (ids.empty() ? "" : ",") + json_quoted(id);
        out += (out.empty() ? "[" : ",[") + ids + "]";
    }
    return "[" + out + "]";
}

std::string items_of(const std::vector<Pair>& pairs) {
    std::string out;
    for (const auto& pair : pairs) {
        out += (out.empty() ? "[" : ",[") + json_quoted(pair.left) + "," + json_quoted(pair.right) + "," +
               json_quoted(chosen_name(pair.chosen)) + "]";
    }
    return "[" + out + "]";
}

}  // namespace

std::string_view chosen_name(Pair::Chosen chosen) {
    return chosen_names[static_cast<std::size_t>(chosen)];
}

std::optional<Pair::Chosen> parse_chosen(std::string_view name) {
    const auto* const found = std::find(chosen_names.begin(), chosen_names.end(), name);
    if (found == chosen_names.end()) return std::nullopt;
    return static_cast<Pair::Chosen>(found - chosen_names.begin());
}

bool Ballot::blank() const {
    const auto is_zero = [](const auto& entry) { return entry.second == 0; };
    return !choice && !scale && !objection && feelings.empty() && order.empty() && pairs.empty() &&
           std::all_of(dots.begin(), dots.end(),
                       [&is_zero](const auto& colour) {
                           return std::all_of(colour.second.begin(), colour.second.end(), is_zero);
                       }) &&
           std::all_of(marks.begin(), marks.end(), [](const auto& given) { return given.second.empty(); });
}

Ballot canonical(Ballot ballot) {
    drop_zeros(ballot.dots);
    std::erase_if(ballot.marks, [](const auto& one) { return one.second.empty(); });
    for (auto& place : ballot.order) std::sort(place.begin(), place.end());
    for (auto& pair : ballot.pairs) {
        if (pair.left <= pair.right) continue;
        std::swap(pair.left, pair.right);
        if (pair.chosen != Pair::Chosen::skip) {
            pair.chosen = pair.chosen == Pair::Chosen::left ? Pair::Chosen::right : Pair::Chosen::left;
        }
    }
    std::sort(ballot.pairs.begin(), ballot.pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tie(a.left, a.right, a.chosen) < std::tie(b.left, b.right, b.chosen);
    });
    return ballot;
}

Ballot canonical(Ballot ballot, Method method) {
    if (!zero_says_something(method)) drop_zeros(ballot.marks);
    return canonical(std::move(ballot));
}

std::string to_json(const Ballot& ballot) {
    if (ballot.choice) return "{\"choice\":" + json_quoted(*ballot.choice) + "}";
    if (ballot.scale) return "{\"scale\":" + std::to_string(*ballot.scale) + "}";
    if (!ballot.feelings.empty()) return "{\"feelings\":" + members_of(ballot.feelings) + "}";
    if (!ballot.dots.empty()) return "{\"dots\":" + members_of(ballot.dots) + "}";
    if (!ballot.marks.empty()) return "{\"marks\":" + members_of(ballot.marks) + "}";
    if (!ballot.order.empty()) return "{\"order\":" + items_of(ballot.order) + "}";
    if (!ballot.pairs.empty()) return "{\"pairs\":" + items_of(ballot.pairs) + "}";
    if (ballot.objection) return "{\"objection\":" + json_quoted(*ballot.objection) + "}";
    return "{}";
}

}  // namespace methods
