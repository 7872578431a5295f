#include "base/json_text.hpp"
#include "methods/poll.hpp"

namespace methods {
namespace {

using base::json_quoted;

std::string list_of(const std::vector<std::string>& ids) {
    std::string out = "[";
    for (const auto& id : ids) out += (out.size() > 1 ? "," : "") + json_quoted(id);
    return out + "]";
}

std::string lists_of(const std::vector<std::vector<std::string>>& groups) {
    std::string out = "[";
    for (const auto& group : groups) out += (out.size() > 1 ? "," : "") + list_of(group);
    return out + "]";
}

std::string counts_of(const std::map<std::string, std::int64_t>& by) {
    std::string out = "{";
    for (const auto& [name, count] : by) {
        out += (out.size() > 1 ? "," : "") + json_quoted(name) + ":" + std::to_string(count);
    }
    return out + "}";
}

std::string fraction(const Ratio& ratio) {
    std::string text = std::to_string(ratio.num);
    if (ratio.den != 1) text += "/" + std::to_string(ratio.den);
    return json_quoted(text);
}

std::string numbers_of(const OutcomeRow& row) {
    std::string out = "{";
    if (row.agreement) out += "\"agreement\":" + json_quoted(agreement_name(*row.agreement)) + ",";
    out += "\"by\":" + counts_of(row.by) + ",";
    if (row.spread) out += "\"high\":" + fraction(row.spread->high) + ",";
    out += "\"id\":" + json_quoted(row.option) + ",";
    if (row.spread && row.mean) {
        out += "\"low\":" + fraction(row.spread->low) + ",\"mean\":" + fraction(*row.mean) +
               ",\"median\":" + fraction(row.spread->median) + ",";
    }
    return out + "\"n\":" + std::to_string(row.n) + "}";
}

std::string votes_of(const OutcomeRow& row, Method method) {
    std::string out = "{";
    if (method == Method::three_dots) out += "\"by\":" + counts_of(row.by) + ",";
    return out + "\"id\":" + json_quoted(row.option) + ",\"rank\":" + std::to_string(row.rank) +
           ",\"supporters\":" + std::to_string(row.supporters) + ",\"votes\":" + std::to_string(row.votes) + "}";
}

}  // namespace

std::string to_json(const Outcome& outcome) {
    const bool numbers = outcome.method == Method::feelings || outcome.method == Method::scale;
    std::string rows = "[";
    for (const auto& row : outcome.rows) {
        rows += (rows.size() > 1 ? "," : "") + (numbers ? numbers_of(row) : votes_of(row, outcome.method));
    }
    rows += "]";
    return "{\"abstained\":" + std::to_string(outcome.abstained) + ",\"broken\":" + lists_of(outcome.broken) +
           ",\"eligible\":" + std::to_string(outcome.eligible) + ",\"few\":" + (outcome.few ? "true" : "false") +
           ",\"method\":" + json_quoted(method_name(outcome.method)) + ",\"rows\":" + rows +
           ",\"tie_policy\":" + json_quoted(tie_policy_name(outcome.tie)) + ",\"ties\":" + lists_of(outcome.ties) +
           ",\"voted\":" + std::to_string(outcome.voted) + ",\"wildcards\":" + list_of(outcome.wildcards) +
           ",\"winners\":" + list_of(outcome.winners) + "}";
}

}  // namespace methods
