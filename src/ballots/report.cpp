#include "ballots/report.hpp"

#include <algorithm>

#include "ballots/reader_private.hpp"
#include "methods/irv.hpp"
#include "methods/points.hpp"
#include "methods/schulze.hpp"

namespace ballots {
namespace {

using methods::exact;

constexpr std::size_t most_in_pairs = 2000;  // every pair is counted
constexpr std::size_t most_in_table = 250;   // and shown

std::vector<Exact> whole(const std::vector<std::int64_t>& numbers, std::int64_t unit = 1) {
    std::vector<Exact> column;
    for (const auto number : numbers) column.push_back(exact(methods::ratio(number, unit)));
    return column;
}

void take(Report& report, methods::Count&& count) {
    report.ranking = std::move(count.ranking);
    report.tally = std::move(count.tally);
    report.winners = std::move(count.winners);
    report.ballots = count.ballots;
}

base::Done count_sums(Report& report, const BallotFile& file, const CountPlan& plan) {
    std::uint32_t criterion = 0;
    if (!plan.criterion.empty()) {
        const auto found = std::find(file.criteria.begin(), file.criteria.end(), plan.criterion);
        if (found == file.criteria.end()) {
            return base::refuse(base::Code::bad_input,
                                base::tr("count.no_such_criterion", {{"word", quoted_part(plan.criterion)}}));
        }
        criterion = static_cast<std::uint32_t>(found - file.criteria.begin());
    }
    auto count = methods::count_dots(*file.marks, plan.tie, criterion);
    report.columns.emplace_back("supporters", whole(count.supporters));
    if (plan.method == "tre-prickar") {
        for (std::size_t i = 0; i < file.criteria.size(); ++i) {
            report.by.emplace_back(file.criteria[i], whole(count.by[i], file.marks->unit));
        }
        report.lists.emplace_back("wildcards", count.wildcards);
    }
    take(report, std::move(count));
    return {};
}

void add_answers(Report& report, const methods::ScoreCount& count, std::int64_t unit) {
    std::vector<Exact> n;
    std::vector<Exact> sums;
    std::vector<Exact> means;
    std::vector<Exact> medians;
    for (const auto& answers : count.answers) {
        n.push_back(exact(answers.n));
        sums.push_back(exact(methods::ratio(answers.sum, unit)));
        means.push_back(exact(answers.mean));
        medians.push_back(exact(answers.lower_median));
    }
    report.columns.emplace_back("n", std::move(n));
    report.columns.emplace_back("sums", std::move(sums));
    report.columns.emplace_back("means", std::move(means));
    report.columns.emplace_back("medians", std::move(medians));
    report.answers = count.answers;
    report.unit = unit;
}

void count_answers(Report& report, const BallotFile& file, const CountPlan& plan) {
    if (plan.method == "fist") {
        auto count = methods::count_fist(*file.marks, plan.tie);
        add_answers(report, count, file.marks->unit);
        report.columns.emplace_back("below", whole(count.below));
        report.columns.emplace_back("blocks", whole(count.blocks));
        report.lists.emplace_back("passed", count.passed);
        return take(report, std::move(count));
    }
    auto count = methods::count_scores(*file.marks, plan.score, plan.tie);
    add_answers(report, count, file.marks->unit);
    if (plan.method == "score") report.lists.emplace_back("below_quorum", count.below_quorum);
    take(report, std::move(count));
}

base::Done count_shares(Report& report, const BallotFile& file, const CountPlan& plan) {
    auto counted = methods::count_points(*file.marks, plan.total, plan.tie);
    if (!counted) {
        return base::refuse(counted.error().code,
                            base::tr("count.many_sums", {{"most", std::to_string(methods::most_point_sums)}}));
    }
    report.columns.emplace_back("medians", std::move(counted->medians));
    report.columns.emplace_back("supporters", whole(counted->supporters));
    report.numbers.emplace_back("normalised", exact(counted->normalised));
    report.flags.emplace_back("polarised", counted->polarised);
    take(report, std::move(*counted));
    return {};
}

base::Done count_rounds(Report& report, const BallotFile& file, const CountPlan& plan) {
    auto counted = methods::count_irv(*file.orders, plan.tie);
    if (!counted) {
        return base::refuse(counted.error().code,
                            base::tr("count.many_branches", {{"most", std::to_string(methods::most_irv_branches)}}));
    }
    for (auto& round : counted->rounds) {
        report.rounds.push_back({std::move(round.standing),
                                 std::move(round.votes),
                                 std::move(round.exhausted),
                                 std::move(round.dropped),
                                 {},
                                 {}});
    }
    report.numbers.emplace_back("branches", exact(counted->branches));
    take(report, std::move(*counted));
    return {};
}

tl::unexpected<base::Error> too_many_in_pairs() {
    return base::refuse(base::Code::too_many,
                        base::tr("count.many_in_pairs", {{"most", std::to_string(most_in_pairs)}}));
}

std::vector<std::int64_t> table_of(const methods::PairTable& pairs) {
    std::vector<std::int64_t> table;
    for (Option a = 0; a < pairs.options(); ++a) {
        for (Option b = 0; b < pairs.options(); ++b) table.push_back(pairs(a, b));
    }
    return table;
}

base::Done count_pairs(Report& report, const BallotFile& file, const CountPlan& plan) {
    const auto options = file.ids.size();
    if (options > most_in_pairs) return too_many_in_pairs();
    const methods::PairTable pairs(*file.orders);
    std::vector<Option> condorcet;
    if (const auto winner = methods::condorcet_winner(pairs)) condorcet.push_back(*winner);
    report.lists.emplace_back("condorcet_winner", std::move(condorcet));
    if (options <= most_in_table) report.tables.emplace_back("pairwise", table_of(pairs));
    if (plan.method == "copeland") {
        take(report, methods::count_copeland(*file.orders, pairs, plan.tie));
        return {};
    }
    auto count = methods::count_schulze(*file.orders, pairs, plan.tie);
    if (options <= most_in_table) report.tables.emplace_back("paths", std::move(count.paths));
    take(report, std::move(count));
    return {};
}

base::Done count_comparisons(Report& report, const BallotFile& file, const CountPlan& plan) {
    if (file.ids.size() > most_in_pairs) return too_many_in_pairs();
    auto counted = methods::count_bradley_terry(*file.comparisons, plan.prior, plan.tie);
    if (!counted) return base::refuse(counted.error().code, base::tr("count.unconnected"));
    std::vector<Exact> percents;
    for (const auto percent : counted->win_percent) percents.push_back(methods::rounded(percent, 6));
    report.columns.emplace_back("simple", std::move(counted->simple));
    report.columns.emplace_back("win_percent", std::move(percents));
    report.columns.emplace_back("wins", whole(counted->wins));
    report.columns.emplace_back("losses", whole(counted->losses));
    report.lists.emplace_back("few", counted->few);
    report.close = std::move(counted->close);
    report.numbers.emplace_back("undecided", exact(counted->undecided));
    report.numbers.emplace_back("comparisons", exact(counted->ballots));
    take(report, std::move(*counted));
    report.ballots = file.choosers;  // people, who have made several comparisons each
    return {};
}

base::Done count_money(Report& report, const BallotFile& file, const CountPlan& plan,
                       const methods::BudgetProgress& progress) {
    const auto& poll = *file.budget;
    const auto money = [&poll](std::int64_t amount) { return exact(methods::ratio(amount, poll.unit)); };
    methods::BudgetCount count;
    if (plan.method == "greedy") {
        count = methods::count_greedy(poll, plan.tie);
    } else {
        IR_TRY(count, methods::count_equal_shares(poll, plan.shares, plan.tie, progress));
    }
    report.lists.emplace_back("funded", count.funded);
    report.numbers.emplace_back("cost", money(count.cost));
    report.numbers.emplace_back("budget", money(poll.budget));
    if (plan.shares.completion == methods::Completion::add1) {
        report.numbers.emplace_back("raised", exact(count.raised));
        report.numbers.emplace_back("counts", exact(count.counts));
    }
    report.columns.emplace_back("supporters", whole(count.supporters));
    report.columns.emplace_back("costs", whole(poll.costs, poll.unit));
    for (auto& round : count.rounds) {
        ReportRound told;
        told.funded = round.project;
        if (plan.method == "mes") told.price = std::move(round.price);
        report.rounds.push_back(std::move(told));
    }
    take(report, std::move(count));
    return {};
}

base::Done count_by_method(Report& report, const BallotFile& file, const CountPlan& plan,
                           const methods::BudgetProgress& progress) {
    const auto is = [&plan](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), plan.method) != names.end();
    };
    const auto wrong_kind = [&](const char* needs) {
        return base::refuse(base::Code::bad_input,
                            base::tr("count.wrong_kind", {{"method", plan.method}, {"needs", base::tr(needs)}}));
    };
    if (is({"greedy", "mes"})) {
        if (!file.budget) return wrong_kind("count.needs.budget");
        return count_money(report, file, plan, progress);
    }
    if (is({"borda", "irv", "schulze", "copeland"})) {
        if (!file.orders) return wrong_kind("count.needs.orders");
        if (is({"irv"})) return count_rounds(report, file, plan);
        if (!is({"borda"})) return count_pairs(report, file, plan);
        take(report, methods::count_borda(*file.orders, plan.tie));
        return {};
    }
    if (is({"bradley-terry"})) {
        if (!file.comparisons) return wrong_kind("count.needs.comparisons");
        return count_comparisons(report, file, plan);
    }
    const bool published = file.budget.has_value();
    if (!file.marks || (published && plan.marks.criteria != MarkRule::Criteria::none)) {
        return wrong_kind("count.needs.marks");
    }
    if (is({"points"})) return count_shares(report, file, plan);
    if (is({"matrix"})) {
        auto count = methods::count_matrix(*file.marks);
        report.ballots = count.ballots;
        report.points = std::move(count.points);
        return {};
    }
    if (!is({"score", "show14", "fist"})) return count_sums(report, file, plan);
    count_answers(report, file, plan);
    return {};
}

}  // namespace

base::Result<Report> count_ballots(const BallotFile& file, const CountPlan& plan,
                                   const methods::BudgetProgress& progress) {
    auto ready = plan;
    ready.tie.ids = file.ids;
    Report report;
    report.method = plan.method;
    report.tie_policy = methods::tie_policy_name(plan.tie.policy);
    report.seed = plan.tie.policy == methods::TiePolicy::seeded_lot ? plan.tie.seed : std::string();
    report.ids = file.ids;
    report.names = file.names;
    report.voters = file.voters;
    IR_DO(count_by_method(report, file, ready, progress));
    return report;
}

}  // namespace ballots
