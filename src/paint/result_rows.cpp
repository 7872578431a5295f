#include "paint/result_rows.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"

namespace paint {
namespace {

std::string label_of(const views::PollForm& form, const std::string& id) {
    for (const auto& option : form.options) {
        if (option.id == id) return option.label;
    }
    return id;
}

void take_scores(ResultRow& row, const methods::OutcomeRow& outcome, const methods::PollRule& rule) {
    for (std::int64_t score = rule.lowest; score <= rule.highest; ++score) {
        const auto found = outcome.by.find(std::to_string(score));
        row.scores.push_back({score, found == outcome.by.end() ? 0 : found->second});
    }
    row.agreement = outcome.agreement;
    if (!outcome.mean) return;
    row.mean = outcome.mean->value();
    row.number = number_text(*outcome.mean, true);
}

/// What an option has come to: its chance where strengths rank, a mean, points or wins where the method ranks by them,
/// else its votes. Near enough to show.
methods::Ratio number_of(const methods::OutcomeRow& outcome, const methods::RowParts& parts) {
    if (outcome.chance) return methods::ratio(std::llround(*outcome.chance * 10), 10);
    for (const auto* name : {"points", "wins"}) {
        const auto found = outcome.numbers.find(name);
        if (found != outcome.numbers.end()) return methods::ratio(std::llround(found->second.value * 10), 10);
    }
    if (outcome.mean) return *outcome.mean;
    return {parts.votes ? outcome.votes : outcome.n, 1};
}

std::string_view unit_of(methods::Method method) {
    switch (method) {
        case methods::Method::approval:
            return "yes";
        case methods::Method::bradley_terry:
            return "chance";
        case methods::Method::borda:
        case methods::Method::points:
            return "points";
        case methods::Method::schulze:
        case methods::Method::copeland:
            return "wins";
        default:
            return "votes";
    }
}

void take_votes(ResultRow& row, const methods::OutcomeRow& outcome, const views::PollForm& form) {
    const auto number = number_of(outcome, methods::row_parts(form.rule.method));
    row.number = number_text(number);
    if (outcome.chance) row.number += "\u00a0%";
    row.unit = unit_of(form.rule.method);
    for (const auto& criterion : form.criteria) {
        const auto found = outcome.by.find(criterion.id);
        if (found != outcome.by.end()) row.shares.push_back({criterion.label, criterion.colour, found->second});
    }
    // What has more votes against it than for it has no bar.
    if (row.shares.empty()) row.shares.push_back({{}, {}, std::max<std::int64_t>(0, std::llround(number.value()))});
}

}  // namespace

std::string number_text(const methods::Ratio& ratio, bool whole_with_decimal) {
    auto text = methods::to_decimal(ratio, ratio.den == 1 && !whole_with_decimal ? 0 : 1);
    if (text.starts_with('-')) text.replace(0, 1, "−");
    if (base::language() == "sv") std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::vector<ResultRow> result_rows(const views::PollView& poll) {
    std::vector<ResultRow> rows;
    if (!poll.outcome) return rows;
    const auto& outcome = *poll.outcome;
    const auto parts = methods::row_parts(outcome.method);
    const bool numbers = parts.mean && parts.by;
    const auto among = [](const std::vector<std::string>& ids, const std::string& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (const auto& one : outcome.rows) {
        ResultRow row;
        row.option = one.option;
        row.title = !methods::has_options(outcome.method) ? poll.question : label_of(poll.form, one.option);
        row.rank = one.rank;
        row.first = among(outcome.winners, one.option);
        row.wildcard = among(outcome.wildcards, one.option);
        if (numbers) {
            take_scores(row, one, poll.form.rule);
        } else {
            take_votes(row, one, poll.form);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace paint
