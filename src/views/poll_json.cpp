#include <cmath>

#include <boost/json.hpp>

#include "methods/otherwise.hpp"
#include "views/poll_json.hpp"
#include "views/poll_json_private.hpp"

namespace views {
namespace json = boost::json;
namespace {

/// A number for people: two decimals at most, whole numbers as such.
json::value of_number(double number) {
    const auto hundredths = std::llround(number * 100);
    if (hundredths % 100 == 0) return hundredths / 100;
    return static_cast<double>(hundredths) / 100;
}

json::object of_numbers(const std::map<std::string, methods::Exact>& numbers) {
    json::object out;
    for (const auto& [key, number] : numbers) out[key] = of_number(number.value);
    return out;
}

json::object of_counts(const std::map<std::string, std::int64_t>& counts) {
    json::object out;
    for (const auto& [key, count] : counts) out[key] = count;
    return out;
}

json::object of_row(const methods::OutcomeRow& row, methods::Method method) {
    const auto parts = methods::row_parts(method);
    json::object out{{"id", row.option}};
    if (parts.rank) out["rank"] = row.rank;
    if (parts.votes) out["votes"] = row.votes;
    if (parts.supporters) out["supporters"] = row.supporters;
    if (parts.n) out["n"] = row.n;
    if (parts.by) out["by"] = of_counts(row.by);
    if (parts.spread && row.spread) {
        out["median"] = row.spread->median.value();
        out["low"] = row.spread->low.value();
        out["high"] = row.spread->high.value();
    }
    if (parts.mean && row.mean) {
        out["mean"] = parts.spread ? json::value(methods::to_decimal(*row.mean, 1)) : of_number(row.mean->value());
    }
    if (row.agreement) out["agreement"] = methods::agreement_name(*row.agreement);
    for (const auto& [key, number] : row.numbers) out[key] = of_number(number.value);
    for (const auto& [key, is] : row.flags) out[key] = is;
    if (!row.quadrant.empty()) out["quadrant"] = row.quadrant;
    if (row.chance) {
        out["chance"] = of_number(*row.chance);
        out["won"] = row.won;
    }
    return out;
}

/// As many as a room can talk about; a result tells how many there are.
constexpr std::size_t most_told_objections = 200;

json::array of_objections(const std::vector<methods::CountedObjection>& objections) {
    json::array out;
    for (const auto& one : objections) {
        if (out.size() == most_told_objections) break;
        out.push_back({{"n", one.n}, {"text", one.text}});
    }
    return out;
}

json::object of_outcome(const methods::Outcome& outcome) {
    json::array rows;
    for (const auto& row : outcome.rows) rows.push_back(of_row(row, outcome.method));
    json::array ties;
    for (const auto& tie : outcome.ties) ties.push_back(of_texts(tie));
    json::array broken;
    for (const auto& tie : outcome.broken) broken.push_back(of_texts(tie));
    json::object out{{"voters", outcome.voted},
                     {"abstained", outcome.abstained},
                     {"eligible", outcome.eligible},
                     {"few", outcome.few},
                     {"rows", std::move(rows)},
                     {"ties", std::move(ties)},
                     {"broken", std::move(broken)},
                     {"tie_policy", methods::tie_policy_name(outcome.tie)},
                     {"winners", of_texts(outcome.winners)},
                     {"wildcards", of_texts(outcome.wildcards)}};
    for (const auto& [key, number] : outcome.numbers) out[key] = of_number(number.value);
    for (const auto& [key, is] : outcome.flags) out[key] = is;
    if (!outcome.rounds.empty()) {
        json::array rounds;
        for (const auto& round : outcome.rounds) {
            rounds.push_back({{"votes", of_numbers(round.votes)},
                              {"dropped", of_texts(round.dropped)},
                              {"exhausted", of_number(round.exhausted.value)}});
        }
        out["rounds"] = std::move(rounds);
    }
    if (!outcome.branched.empty()) out["branched"] = of_texts(outcome.branched);
    if (!outcome.condorcet.empty()) out["condorcet"] = outcome.condorcet;
    if (outcome.method == methods::Method::consent) out["objections"] = of_objections(outcome.objections);
    if (!outcome.pairs.empty()) {
        json::object pairs;
        for (const auto& [option, others] : outcome.pairs) pairs[option] = of_counts(others);
        out["pairs"] = std::move(pairs);
    }
    return out;
}

}  // namespace

json::array of_texts(const std::vector<std::string>& texts) {
    json::array out;
    for (const auto& text : texts) out.emplace_back(text);
    return out;
}

json::array of_others(const std::vector<methods::Outcome>& others) {
    json::array out;
    for (const auto& other : others) {
        json::array places;
        for (const auto& place : methods::places_of(other)) places.push_back(of_texts(place));
        out.push_back({{"method", methods::method_name(other.method)},
                       {"winners", of_texts(other.winners)},
                       {"places", std::move(places)}});
    }
    return out;
}

json::object of_poll(const PollView& poll) {
    const auto& rule = poll.form.rule;
    json::array options;
    for (const auto& option : poll.form.options) {
        json::object item{{"id", option.id}, {"label", option.label}, {"group", option.group}};
        if (const auto found = poll.languages.find(option.id); found != poll.languages.end()) {
            item["lang"] = found->second;
        }
        if (const auto cost = rule.cost.find(option.id); cost != rule.cost.end()) item["cost"] = cost->second;
        options.push_back(std::move(item));
    }
    json::array criteria;
    for (const auto& criterion : poll.form.criteria) {
        criteria.push_back({{"id", criterion.id}, {"label", criterion.label}, {"colour", criterion.colour}});
    }
    json::object out{{"id", poll.id.text()},
                     {"round", poll.round},
                     {"method", methods::method_name(rule.method)},
                     {"question", poll.question},
                     {"state", poll.state},
                     {"in", poll.in},
                     {"of", poll.of},
                     {"paper", poll.paper},
                     {"dots", rule.dots},
                     {"stacking", rule.stacking},
                     {"lowest", rule.lowest},
                     {"highest", rule.highest},
                     {"criteria", std::move(criteria)},
                     {"options", std::move(options)},
                     {"saved", poll.saved},
                     {"result", poll.outcome ? json::value(of_outcome(*poll.outcome)) : json::value(nullptr)}};
    if (!poll.language.empty()) out["lang"] = poll.language;
    if (rule.method == methods::Method::points) out["cap"] = rule.cap;
    if (rule.method == methods::Method::bradley_terry) out["most_pairs"] = methods::most_pairs(rule);
    if (methods::has_budget(rule.method)) {
        out["budget"] = rule.budget;
        out["unit"] = poll.form.unit;
    }
    if (!rule.seed.empty()) out["seed"] = rule.seed;
    if (poll.form.trust != model::Trust::open) out["trust"] = model::trust_name(poll.form.trust);
    if (poll.form.people > 0) out["people"] = poll.form.people;
    if (poll.form.codes > 0) out["codes"] = poll.form.codes;
    return out;
}

std::string to_poll(const PollView& poll) {
    return json::serialize(of_poll(poll));
}

}  // namespace views
