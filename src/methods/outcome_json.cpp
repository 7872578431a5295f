#include "base/json_text.hpp"
#include "methods/poll.hpp"

namespace methods {
namespace {

using base::json_quoted;

/// Members of an object, key → JSON text: a map keeps the keys sorted.
using Members = std::map<std::string, std::string>;

std::string object_of(const Members& members) {
    std::string out;
    for (const auto& [key, value] : members) out += (out.empty() ? "" : ",") + json_quoted(key) + ":" + value;
    return "{" + out + "}";
}

template <class List, class Text>
std::string list_of(const List& list, const Text& text_of) {
    std::string out;
    for (const auto& item : list) out += (out.empty() ? "" : ",") + text_of(item);
    return "[" + out + "]";
}

std::string list_of(const std::vector<std::string>& ids) {
    return list_of(ids, [](const std::string& id) { return json_quoted(id); });
}

std::string lists_of(const std::vector<std::vector<std::string>>& groups) {
    return list_of(groups, [](const std::vector<std::string>& group) { return list_of(group); });
}

std::string truth(bool is) {
    return is ? "true" : "false";
}

std::string number_text(std::int64_t number) {
    return std::to_string(number);
}

/// As it is when whole, else a fraction as text.
std::string number_text(const Exact& number) {
    return number.text.find('/') == std::string::npos ? number.text : json_quoted(number.text);
}

template <class Numbers>
std::string numbers_of(const Numbers& numbers) {
    Members members;
    for (const auto& [key, number] : numbers) members[key] = number_text(number);
    return object_of(members);
}

std::string fraction(const Ratio& ratio) {
    return json_quoted(exact(ratio).text);
}

std::string row_of(const OutcomeRow& row, Method method) {
    const auto parts = row_parts(method);
    Members members{{"id", json_quoted(row.option)}};
    if (parts.rank) members["rank"] = number_text(row.rank);
    if (parts.votes) members["votes"] = number_text(row.votes);
    if (parts.supporters) members["supporters"] = number_text(row.supporters);
    if (parts.n) members["n"] = number_text(row.n);
    if (parts.by) members["by"] = numbers_of(row.by);
    if (row.agreement) members["agreement"] = json_quoted(agreement_name(*row.agreement));
    if (parts.mean && row.mean) members["mean"] = fraction(*row.mean);
    if (parts.spread && row.spread) {
        members["low"] = fraction(row.spread->low);
        members["median"] = fraction(row.spread->median);
        members["high"] = fraction(row.spread->high);
    }
    for (const auto& [key, number] : row.numbers) members[key] = number_text(number);
    for (const auto& [key, is] : row.flags) members[key] = truth(is);
    if (!row.quadrant.empty()) members["quadrant"] = json_quoted(row.quadrant);
    return object_of(members);
}

std::string round_of(const OutcomeRound& round) {
    return object_of({{"dropped", list_of(round.dropped)},
                      {"exhausted", number_text(round.exhausted)},
                      {"votes", numbers_of(round.votes)}});
}

}  // namespace

std::string to_json(const Outcome& outcome) {
    Members members{
        {"abstained", number_text(outcome.abstained)},
        {"broken", lists_of(outcome.broken)},
        {"eligible", number_text(outcome.eligible)},
        {"few", truth(outcome.few)},
        {"method", json_quoted(method_name(outcome.method))},
        {"rows", list_of(outcome.rows, [&outcome](const OutcomeRow& row) { return row_of(row, outcome.method); })},
        {"tie_policy", json_quoted(tie_policy_name(outcome.tie))},
        {"ties", lists_of(outcome.ties)},
        {"voted", number_text(outcome.voted)},
        {"wildcards", list_of(outcome.wildcards)},
        {"winners", list_of(outcome.winners)}};
    for (const auto& [key, number] : outcome.numbers) members[key] = number_text(number);
    for (const auto& [key, is] : outcome.flags) members[key] = truth(is);
    if (!outcome.rounds.empty()) members["rounds"] = list_of(outcome.rounds, round_of);
    if (!outcome.condorcet.empty()) members["condorcet"] = json_quoted(outcome.condorcet);
    if (!outcome.pairs.empty()) {
        Members pairs;
        for (const auto& [option, others] : outcome.pairs) pairs[option] = numbers_of(others);
        members["pairs"] = object_of(pairs);
    }
    return object_of(members);
}

}  // namespace methods
