#include <algorithm>

#include "app/cli_count.hpp"
#include "app/kept_poll.hpp"
#include "app/register_file.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "methods/otherwise.hpp"
#include "registrar/tallies.hpp"

namespace app {
namespace {

using base::tr;
using store::TableRow;

/// By id or its beginning; else the newest in the block of that name.
const TableRow* find_poll(const std::vector<TableRow>& polls, const std::string& wanted) {
    constexpr std::size_t shortest = 8;
    for (const auto& poll : polls) {
        if (wanted.size() >= shortest && poll.entity.text().starts_with(wanted)) return &poll;
    }
    const TableRow* newest = nullptr;
    for (const auto& poll : polls) {
        if (poll.text("block") != wanted) continue;
        if (newest == nullptr || poll.number("opened_at") >= newest->number("opened_at")) newest = &poll;
    }
    return newest;
}

base::Error not_there(const std::vector<TableRow>& polls, const std::string& wanted) {
    if (polls.empty()) return {base::Code::not_found, tr("count.poll.none"), {}};
    std::string known;
    for (const auto& poll : polls) {
        known += "\n  " + poll.entity.text() + "  " + poll.text("block") + "  " + base::tidy(poll.text("question"));
    }
    return {base::Code::not_found, tr("count.poll.unknown", {{"wanted", wanted}, {"polls", known}}), {}};
}

methods::Tie tie_of(const std::vector<std::string>& ids, const std::vector<std::string>& all, methods::Tie::By by) {
    methods::Tie tie{{}, by, 0};
    for (const auto& id : ids) {
        const auto at = std::find(all.begin(), all.end(), id) - all.begin();
        tie.options.push_back(static_cast<methods::Option>(at));
    }
    return tie;
}

methods::Tie::By by_policy(methods::TiePolicy policy) {
    if (policy == methods::TiePolicy::seeded_lot) return methods::Tie::By::seeded_lot;
    if (policy == methods::TiePolicy::distinct_supporters) return methods::Tie::By::distinct_supporters;
    return methods::Tie::By::secondary_criterion;
}

std::string label_of(const views::PollView& poll, const std::string& option) {
    for (const auto& one : poll.form.options) {
        if (one.id == option) return one.label;
    }
    return {};
}

/// The outcome of a method that only sessions have, in the words of `iderum count`; options in the order in which they
/// come out.
ballots::Report to_report(const views::PollView& poll, const methods::Outcome& outcome) {
    ballots::Report report;
    report.method = methods::method_name(outcome.method);
    report.tie_policy = methods::tie_policy_name(outcome.tie);
    if (outcome.tie == methods::TiePolicy::seeded_lot) report.seed = poll.form.rule.seed;
    report.voters = outcome.voted + outcome.abstained;
    report.ballots = outcome.voted;
    std::vector<methods::Exact> supporters;
    int rank = 0;
    for (const auto& row : outcome.rows) {
        const auto option = static_cast<methods::Option>(report.ids.size());
        report.ids.push_back(row.option);
        report.names.push_back(label_of(poll, row.option));
        report.tally.push_back(row.mean ? methods::exact(*row.mean) : methods::exact(row.votes));
        supporters.push_back(methods::exact(row.supporters));
        if (row.rank == 0) continue;  // feelings and scales have no order
        if (row.rank != rank) report.ranking.places.emplace_back();
        rank = row.rank;
        report.ranking.places.back().push_back(option);
    }
    if (rank > 0) report.columns.emplace_back("supporters", std::move(supporters));
    if (outcome.method == methods::Method::consent) {
        std::int64_t objections = 0;
        for (const auto& one : outcome.objections) objections += one.n;
        report.numbers.emplace_back("consents", methods::exact(outcome.voted - objections));
        report.numbers.emplace_back("objections", methods::exact(objections));
        report.flags.emplace_back("passed", outcome.flags.at("passed"));
    }
    for (const auto& ids : outcome.broken) {
        report.ranking.ties.push_back(tie_of(ids, report.ids, by_policy(outcome.tie)));
    }
    for (const auto& ids : outcome.ties) {
        report.ranking.ties.push_back(tie_of(ids, report.ids, methods::Tie::By::shared));
    }
    report.winners = tie_of(outcome.winners, report.ids, {}).options;
    return report;
}

/// How far the vote can be trusted, and whether there were more ballots than people.
void tell_trust(const views::PollView& poll, Recount& recount) {
    const auto& form = poll.form;
    if (form.trust == model::Trust::open) return;
    const bool by_codes = form.trust == model::Trust::codes;
    recount.trust = told_trust(form, poll.in, poll.of) + "\n";
    recount.trust_members = R"(,"trust":")" + std::string(model::trust_name(form.trust)) + R"(","drawn":)" +
                            std::to_string(poll.of) + (by_codes ? R"(,"codes":)" : R"(,"people":)") +
                            std::to_string(by_codes ? form.codes : form.people);
}

/// How many could vote when it opened, and how many came after; rounds of older programs do not know.
void tell_who_came(const TableRow& row, Recount& recount) {
    const auto at_opening = row.number("at_opening", -1), after = row.number("joined_after");
    if (at_opening < 0) return;
    const auto opening = std::to_string(at_opening), joined = std::to_string(after);
    recount.trust += tr("count.poll.came", {{"opening", opening}, {"joined", joined}}) + "\n";
    recount.trust_members += R"(,"at_opening":)" + opening + R"(,"joined_after":)" + joined;
}

/// Counted as from a file, where that can be done.
base::Result<ballots::Report> report_of(store::Reader& reader, const views::PollView& poll) {
    const auto known = ballots::method_names();
    const auto method = methods::method_name(poll.outcome->method);
    if (std::find(known.begin(), known.end(), method) == known.end()) return to_report(poll, *poll.outcome);
    IR_TRY(const auto kept, registrar::read_ballots(reader, poll.id));
    auto rule = poll.form.rule;
    rule.tie = poll.outcome->tie;
    const auto added = poll.outcome->flags.find("add1");
    const bool completed = added != poll.outcome->flags.end() && added->second;
    const auto completion = completed ? methods::Completion::add1 : methods::Completion::none;
    IR_TRY(auto report, ballots::count_ballots(rule, kept, completion));
    for (std::size_t i = 0; i < report.ids.size(); ++i) report.names[i] = label_of(poll, report.ids[i]);
    return report;
}

}  // namespace

base::Result<Recount> recount_poll(const base::Path& register_file, const std::string& wanted, bool compare) {
    IR_TRY(auto reader, open_register(register_file));
    IR_TRY(const auto polls, reader.read_rows("poll"));
    const auto* const row = find_poll(polls, wanted);
    if (row == nullptr) return tl::unexpected<base::Error>(not_there(polls, wanted));
    if (row->text("state") == "open") return base::refuse(base::Code::not_now, tr("count.poll.open"));
    if (row->text("state") == "cancelled") return base::refuse(base::Code::not_now, tr("count.poll.cancelled"));
    IR_TRY(const auto poll, read_poll(reader, *row));
    if (!poll.outcome) return base::refuse(base::Code::corrupt, {}, register_file.string());
    Recount recount;
    IR_TRY(recount.report, report_of(reader, poll));
    recount.poll = row->entity.text();
    recount.question = base::tidy(poll.question);
    recount.result = methods::to_json(*poll.outcome);
    const auto kept = row->text("result");
    tell_trust(poll, recount);
    tell_who_came(*row, recount);
    recount.kept = !kept.empty();
    recount.agrees = kept == recount.result;
    if (compare) {
        IR_TRY(const auto ballots, registrar::read_ballots(reader, row->entity));
        recount.others = methods::count_otherwise(poll.form.rule, ballots, poll.outcome->eligible);
    }
    return recount;
}

}  // namespace app
