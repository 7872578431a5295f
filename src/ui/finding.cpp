// What a result says, before its figures.
#include <algorithm>

#include "base/language.hpp"
#include "paint/result_rows.hpp"
#include "ui/session.hpp"

namespace ui {
namespace {

using methods::Method;
using methods::OutcomeRow;

std::string labels_of(const views::PollView& poll, const std::vector<std::string>& options) {
    std::string all;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i > 0) all += i + 1 == options.size() ? " " + base::tr("wall.and") + " " : ", ";
        all += base::tr("wall.quoted", {{"text", option_label(poll, options[i])}});
    }
    return all;
}

/// The pages say it in the same words.
std::string verdict(std::string_view key, std::string_view label = {}) {
    return base::tr_page(base::language(), "verdict." + std::string(key), {{"label", label}});
}

std::string verdict_of(const views::PollView& poll, std::string_view key, const std::vector<std::string>& options) {
    if (options.empty()) return verdict(std::string(key) + "_none");
    if (options.size() == 1) return verdict(key, option_label(poll, options.front()));
    return base::tr_page(base::language(), "verdict." + std::string(key) + "_many_other",
                         {{"count", std::to_string(options.size())}});
}

bool is_flagged(const std::map<std::string, bool>& flags, const std::string& name) {
    const auto found = flags.find(name);
    return found != flags.end() && found->second;
}

/// In the program's two languages one and many are all the forms there are.
std::string counted_page(std::string_view key, std::int64_t count) {
    return base::tr_page(base::language(), std::string(key) + (count == 1 ? "_one" : "_other"),
                         {{"count", std::to_string(count)}});
}

std::int64_t objections_in(const methods::Outcome& outcome) {
    std::int64_t all = 0;
    for (const auto& one : outcome.objections) all += one.n;
    return all;
}

std::string finding_of_consent(const methods::Outcome& outcome) {
    if (is_flagged(outcome.flags, "passed")) return verdict("consent_passed");
    return counted_page("verdict.consent_not", objections_in(outcome));
}

std::string finding_of_scale(const views::PollView& poll) {
    const auto& rows = poll.outcome->rows;
    const auto row = std::find_if(rows.begin(), rows.end(), [](const OutcomeRow& one) { return one.n > 0; });
    if (row == rows.end() || !row->mean) return base::tr("wall.result.nobody");
    return base::tr("wall.result.scale", {{"mean", paint::number_text(*row->mean)}});
}

std::string finding_of_feelings(const views::PollView& poll) {
    const OutcomeRow* lowest = nullptr;
    for (const auto& row : poll.outcome->rows) {
        if (!row.spread) continue;
        if (lowest == nullptr || methods::less(row.spread->median, lowest->spread->median)) lowest = &row;
    }
    if (lowest == nullptr) return base::tr("wall.result.nobody");
    return base::tr("wall.result.feelings", {{"text", option_label(poll, lowest->option)}});
}

/// What is done first: much for little effort.
std::vector<std::string> quick_wins(const methods::Outcome& outcome) {
    std::vector<std::string> ids;
    for (const auto& row : outcome.rows) {
        const bool sure = !is_flagged(row.flags, "split") && !is_flagged(row.flags, "few");
        if (row.n > 0 && row.quadrant == "quick_win" && sure) ids.push_back(row.option);
    }
    return ids;
}

/// How the one that won has won; empty where that is by dots.
std::string_view way_to_win(Method method) {
    switch (method) {
        case Method::approval:
            return "approval";
        case Method::score:
        case Method::show14:
            return "score";
        case Method::borda:
            return "borda";
        case Method::irv:
            return "irv";
        case Method::schulze:
        case Method::copeland:
            return "order";
        case Method::bradley_terry:
            return "pairs";
        case Method::points:
            return "points";
        case Method::quadratic:
            return "quadratic";
        default:
            return {};
    }
}

std::string finding_of_winners(const views::PollView& poll) {
    const auto& winners = poll.outcome->winners;
    const auto method = poll.form.rule.method;
    if (winners.empty()) return method == Method::score ? verdict("quorum") : std::string();
    if (winners.size() == 1) {
        const auto text = option_label(poll, winners.front());
        if (method == Method::choice) return base::tr("wall.result.choice", {{"text", text}});
        if (poll.outcome->condorcet == winners.front()) return verdict("condorcet", text);
        const auto way = way_to_win(method);
        return way.empty() ? base::tr("wall.result.dots", {{"text", text}}) : verdict(way, text);
    }
    if (winners.size() < 4) return base::tr("wall.result.tie", {{"texts", labels_of(poll, winners)}});
    return base::tr("wall.result.many", {{"count", std::to_string(winners.size())}});
}

}  // namespace

std::string finding(const views::PollView& poll) {
    if (poll.outcome && poll.outcome->voted == 0 && poll.outcome->abstained > 0) {
        return base::tr("wall.result.all_blank");
    }
    if (!poll.outcome || poll.outcome->voted == 0) return base::tr("wall.result.nobody");
    switch (poll.form.rule.method) {
        case Method::scale:
            return finding_of_scale(poll);
        case Method::feelings:
            return finding_of_feelings(poll);
        case Method::fist:
            return verdict(is_flagged(poll.outcome->flags, "passed") ? "fist_passed" : "fist_not");
        case Method::consent:
            return finding_of_consent(*poll.outcome);
        case Method::matrix:
            return verdict_of(poll, "matrix", quick_wins(*poll.outcome));
        case Method::greedy:
        case Method::mes:
            return verdict_of(poll, "budget", poll.outcome->winners);
        default:
            return finding_of_winners(poll);
    }
}

std::vector<std::string> tied_first(const methods::Outcome& outcome) {
    const auto& winners = outcome.winners;
    for (const auto& tie : outcome.ties) {
        if (std::find(winners.begin(), winners.end(), tie.front()) != winners.end()) return tie;
    }
    return winners.empty() && !outcome.ties.empty() ? outcome.ties.front() : std::vector<std::string>();
}

bool has_places(const views::PollView& poll) {
    const auto placed = [](const auto& row) { return row.rank > 0; };
    return poll.outcome && std::any_of(poll.outcome->rows.begin(), poll.outcome->rows.end(), placed);
}

std::string second_finding(const views::PollView& poll) {
    // Where nobody has said anything nobody can be guessed, and nothing is to be talked about.
    if (!poll.outcome || poll.outcome->voted == 0) return {};
    const auto& outcome = *poll.outcome;
    std::string text;
    const auto add = [&text](const std::string& more) { text += text.empty() ? more : " " + more; };
    if (outcome.method == Method::consent) {
        add(counted_page("result.consents", outcome.voted - objections_in(outcome)));
    }
    std::vector<std::string> divided;
    for (const auto& row : outcome.rows) {
        if (row.agreement == methods::Agreement::divided) divided.push_back(row.option);
    }
    if (!outcome.wildcards.empty()) {
        add(base::tr("wall.result.wildcard", {{"texts", labels_of(poll, outcome.wildcards)}}));
    }
    if (!methods::has_options(poll.form.rule.method) && !divided.empty()) add(base::tr("wall.result.divided"));
    if (methods::has_options(poll.form.rule.method) && !divided.empty() && divided.size() < 4) {
        add(base::tr("wall.result.divided_about", {{"texts", labels_of(poll, divided)}}));
    }
    if (const auto shared = outcome.flags.find("add1"); shared != outcome.flags.end()) {
        add(shared->second ? base::tr_page(base::language(), "result.add1")
                           : base::tr_page(base::language(), "result.no_add1"));
    }
    if (!outcome.branched.empty()) {
        add(base::tr_page(base::language(), "result.branches", {{"labels", labels_of(poll, outcome.branched)}}));
    }
    if (!outcome.broken.empty()) {
        const bool by_rule = outcome.tie == methods::TiePolicy::secondary_criterion ||
                             outcome.tie == methods::TiePolicy::report ||
                             outcome.tie == methods::TiePolicy::discuss_revote;
        const auto how = by_rule ? std::string("rule") : std::string(methods::tie_policy_name(outcome.tie));
        add(base::tr_page(base::language(), "result.broken",
                          {{"how", base::tr_page(base::language(), "result.broken_" + how)}}));
    }
    if (poll.form.rule.method != Method::feelings && !outcome.ties.empty()) add(base::tr("wall.result.talk"));
    if (is_flagged(outcome.flags, "polarised")) {
        add(base::tr("wall.result.polarised"));
    }
    if (outcome.few) add(base::tr("wall.result.few"));
    return text;
}

}  // namespace ui
