#include "ballots/methods_known.hpp"

#include <algorithm>

#include "ballots/reader_private.hpp"

namespace ballots {
namespace {

using base::tr;
using methods::TiePolicy;

/// Takes an option's value into the plan; false when it will not do.
using TakeOption = bool (*)(CountPlan& plan, const std::string& value);

struct KnownOption {
    std::string_view name;
    std::string_view values;  // as people are told
    TakeOption take;
};

struct KnownMethod {
    std::string_view name;
    MarkRule marks;
    std::vector<TiePolicy> policies;  // beside report, discuss_revote and seeded_lot
    std::vector<KnownOption> options;
};

bool take_whole(const std::string& value, std::int64_t low, std::int64_t high, std::int64_t& into) {
    const auto number = parse_count(value);
    if (!number || *number < low || *number > high) return false;
    into = *number;
    return true;
}

bool take_dots(CountPlan& plan, const std::string& value) {
    std::int64_t dots = 0;
    if (!take_whole(value, 1, 1000, dots)) return false;
    plan.marks.most_sum = dots;
    return true;
}
bool take_stacking(CountPlan& plan, const std::string& value) {
    if (value == "no") plan.marks.highest = 1;
    return value == "yes" || value == "no";
}
bool take_criterion(CountPlan& plan, const std::string& value) {
    plan.criterion = value;
    return !value.empty();
}
bool take_by(CountPlan& plan, const std::string& value) {
    plan.score.by = value == "median" ? methods::ScoreRule::By::median : methods::ScoreRule::By::mean;
    return value == "mean" || value == "median";
}
bool take_quorum(CountPlan& plan, const std::string& value) {
    const auto share = parse_millionths(value);
    if (!share || *share < 0 || *share > millionths) return false;
    plan.score.quorum = methods::ratio(*share, millionths);
    return true;
}
bool take_highest(CountPlan& plan, const std::string& value) {
    std::int64_t highest = 0;
    if (!take_whole(value, 1, 1000000, highest)) return false;
    plan.marks.highest = highest;
    return true;
}
bool take_total(CountPlan& plan, const std::string& value) {
    return take_whole(value, 1, 1000000, plan.total);
}
bool take_cap(CountPlan& plan, const std::string& value) {
    return take_highest(plan, value);
}
bool take_credits(CountPlan& plan, const std::string& value) {
    std::int64_t credits = 0;
    if (!take_whole(value, 1, 1000000, credits)) return false;
    plan.marks.credits = credits;
    return true;
}
bool take_prior(CountPlan& plan, const std::string& value) {
    const auto prior = parse_millionths(value);
    if (!prior || *prior < 0) return false;
    plan.prior = static_cast<double>(*prior) / static_cast<double>(millionths);
    return true;
}
bool take_utility(CountPlan& plan, const std::string& value) {
    plan.shares.utility = value == "cost" ? methods::Utility::cost : methods::Utility::cardinality;
    return value == "cost" || value == "cardinality";
}
bool take_completion(CountPlan& plan, const std::string& value) {
    plan.shares.completion = value == "add1" ? methods::Completion::add1 : methods::Completion::none;
    return value == "none" || value == "add1";
}

bool take_yes_no(const std::string& value, bool& into) {
    into = value == "yes";
    return value == "yes" || value == "no";
}
bool take_exhaustive(CountPlan& plan, const std::string& value) {
    return take_yes_no(value, plan.shares.exhaustive);
}
bool take_integral(CountPlan& plan, const std::string& value) {
    return take_yes_no(value, plan.shares.integral);
}

MarkRule numbers(std::optional<std::int64_t> lowest, std::optional<std::int64_t> highest, bool whole = true) {
    MarkRule rule;
    rule.lowest = lowest;
    rule.highest = highest;
    rule.whole = whole;
    return rule;
}

MarkRule with(MarkRule rule, MarkRule::Criteria criteria, std::optional<std::int64_t> most_sum = {}) {
    rule.criteria = criteria;
    rule.most_sum = most_sum;
    return rule;
}

MarkRule places() {
    auto rule = numbers(1, {});
    rule.ranks = true;
    return rule;
}

const std::vector<KnownMethod>& known_methods() {
    constexpr auto supporters = TiePolicy::distinct_supporters;
    constexpr auto second = TiePolicy::secondary_criterion;
    using Criteria = MarkRule::Criteria;
    static const std::vector<KnownMethod> all = {
        {"dots", numbers(0, {}), {supporters}, {{"dots", "1–1000", take_dots}, {"stacking", "yes|no", take_stacking}}},
        {"tre-prickar",
         with(numbers(0, {}), Criteria::any, 3),
         {supporters, second},
         {{"dots", "1–1000", take_dots}, {"criterion", "ID", take_criterion}}},
        {"show14", numbers(1, 4), {supporters}, {}},
        {"approval", numbers(0, 1), {}, {}},
        {"score",
         numbers({}, {}, false),
         {supporters},
         {{"by", "mean|median", take_by}, {"quorum", "0–1", take_quorum}, {"highest", "1–1000000", take_highest}}},
        {"borda", places(), {second}, {}},
        {"irv", places(), {}, {}},
        {"schulze", places(), {}, {}},
        {"copeland", places(), {}, {}},
        {"bradley-terry", {}, {}, {{"prior", "0–1000000", take_prior}}},
        {"points",
         numbers(0, {}, false),
         {supporters, second},
         {{"total", "1–1000000", take_total}, {"cap", "1–1000000", take_cap}}},
        {"quadratic", numbers({}, {}), {supporters}, {{"credits", "1–1000000", take_credits}}},
        {"greedy", numbers(0, {}, false), {supporters}, {}},
        {"mes",
         numbers(0, {}, false),
         {},
         {{"utility", "cardinality|cost", take_utility},
          {"completion", "none|add1", take_completion},
          {"exhaustive", "yes|no", take_exhaustive},
          {"integral", "yes|no", take_integral}}},
        {"fist", numbers(0, 5), {supporters}, {}},
        {"matrix", with(numbers(0, 1, false), Criteria::axes), {}, {}},
    };
    return all;
}

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

base::Result<TiePolicy> policy_of(const KnownMethod& method, const CountWish& wish) {
    std::vector<TiePolicy> allowed = {TiePolicy::report, TiePolicy::discuss_revote};
    if (method.name != "matrix") allowed.push_back(TiePolicy::seeded_lot);
    allowed.insert(allowed.end(), method.policies.begin(), method.policies.end());
    const auto policy = methods::parse_tie_policy(wish.ties);
    if (policy && std::find(allowed.begin(), allowed.end(), *policy) != allowed.end()) {
        if (*policy != TiePolicy::seeded_lot || !wish.seed.empty()) return *policy;
        return base::refuse(base::Code::bad_input, tr("count.no_seed"));
    }
    std::vector<std::string> names;
    for (const auto one : allowed) names.emplace_back(methods::tie_policy_name(one));
    return base::refuse(base::Code::bad_input,
                        tr("count.ties_unknown",
                           {{"word", quoted_part(wish.ties)}, {"method", wish.method}, {"choices", joined(names)}}));
}

base::Done take_options(const KnownMethod& method, const CountWish& wish, CountPlan& plan) {
    for (const auto& text : wish.options) {
        const auto equals = text.find('=');
        const auto name = text.substr(0, equals);
        const auto value = equals == std::string::npos ? std::string() : text.substr(equals + 1);
        const auto known = std::find_if(method.options.begin(), method.options.end(),
                                        [&name](const auto& option) { return option.name == name; });
        if (known == method.options.end()) {
            std::vector<std::string> choices;
            for (const auto& option : method.options) {
                choices.push_back(std::string(option.name) + "=" + std::string(option.values));
            }
            if (choices.empty()) {
                return base::refuse(base::Code::bad_input,
                                    tr("count.option_none", {{"word", quoted_part(text)}, {"method", wish.method}}));
            }
            return base::refuse(base::Code::bad_input, tr("count.option_unknown", {{"word", quoted_part(text)},
                                                                                   {"method", wish.method},
                                                                                   {"choices", joined(choices)}}));
        }
        if (!known->take(plan, value)) {
            return base::refuse(
                base::Code::bad_input,
                tr("count.option_value", {{"word", quoted_part(value)}, {"name", name}, {"choices", known->values}}));
        }
    }
    return {};
}

}  // namespace

std::vector<std::string> method_names() {
    std::vector<std::string> names;
    for (const auto& method : known_methods()) names.emplace_back(method.name);
    return names;
}

base::Result<CountPlan> plan_count(const CountWish& wish) {
    const auto& all = known_methods();
    const auto method =
        std::find_if(all.begin(), all.end(), [&wish](const auto& known) { return known.name == wish.method; });
    if (method == all.end()) {
        return base::refuse(base::Code::bad_input, tr("count.method_unknown", {{"word", quoted_part(wish.method)},
                                                                               {"choices", joined(method_names())}}));
    }
    CountPlan plan;
    plan.method = wish.method;
    plan.marks = method->marks;
    if (plan.method == "show14") plan.score = {methods::ScoreRule::By::mean, {0, 1}, false};
    IR_TRY(plan.tie.policy, policy_of(*method, wish));
    plan.tie.seed = wish.seed;
    IR_DO(take_options(*method, wish, plan));
    return plan;
}

}  // namespace ballots
