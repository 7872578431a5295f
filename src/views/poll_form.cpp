#include "views/poll_form.hpp"

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

namespace views {
namespace json = boost::json;
namespace {

std::string text_in(const json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found != nullptr && found->is_string() ? json::value_to<std::string>(*found) : std::string();
}

std::int64_t integer_in(const json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found != nullptr && found->is_int64() ? found->get_int64() : 0;
}

std::map<std::string, std::int64_t> numbers_of(const json::value& value) {
    std::map<std::string, std::int64_t> out;
    for (const auto& [key, number] : value.as_object()) out[std::string(key)] = number.as_int64();
    return out;
}

/// Numbers by option, or by criterion and option.
methods::Numbers numbers_by_criterion(const json::value& value) {
    methods::Numbers out;
    for (const auto& [key, inner] : value.as_object()) {
        if (inner.is_object()) {
            out[std::string(key)] = numbers_of(inner);
        } else {
            out[""][std::string(key)] = inner.as_int64();
        }
    }
    return out;
}

methods::Ballot ballot_of(const json::object& value) {
    methods::Ballot ballot;
    if (const auto* choice = value.if_contains("choice")) ballot.choice = json::value_to<std::string>(*choice);
    if (const auto* scale = value.if_contains("scale")) ballot.scale = scale->as_int64();
    if (const auto* feelings = value.if_contains("feelings")) ballot.feelings = numbers_of(*feelings);
    if (const auto* dots = value.if_contains("dots")) ballot.dots = numbers_by_criterion(*dots);
    if (const auto* marks = value.if_contains("marks")) ballot.marks = numbers_by_criterion(*marks);
    if (const auto* order = value.if_contains("order")) {
        ballot.order = json::value_to<std::vector<std::vector<std::string>>>(*order);
    }
    if (const auto* pairs = value.if_contains("pairs")) {
        for (const auto& item : pairs->as_array()) {
            const auto parts = json::value_to<std::vector<std::string>>(item);
            const auto chosen = methods::parse_chosen(parts.at(2));
            if (!chosen) throw std::invalid_argument(parts.at(2));
            ballot.pairs.push_back({parts.at(0), parts.at(1), *chosen});
        }
    }
    if (const auto* reason = value.if_contains("objection")) ballot.objection = json::value_to<std::string>(*reason);
    return ballot;
}

void take_params(const std::string& text, PollForm& form) {
    const auto params = json::parse(text).as_object();
    form.rule.dots = static_cast<int>(integer_in(params, "dots"));
    form.rule.lowest = static_cast<int>(integer_in(params, "lowest"));
    form.rule.highest = static_cast<int>(integer_in(params, "highest"));
    form.rule.cap = static_cast<int>(integer_in(params, "cap"));
    form.rule.budget = integer_in(params, "budget");
    form.unit = text_in(params, "unit");
    form.trust = model::parse_trust(text_in(params, "trust")).value_or(model::Trust::open);
    form.people = static_cast<int>(integer_in(params, "people"));
    form.codes = static_cast<int>(integer_in(params, "codes"));
    form.rule.stacking = params.contains("stacking") && params.at("stacking").as_bool();
    form.rule.tie = methods::parse_tie_policy(text_in(params, "tie_policy")).value_or(methods::TiePolicy::report);
    for (const auto& item : params.at("criteria").as_array()) {
        const auto& object = item.as_object();
        form.criteria.push_back({text_in(object, "id"), text_in(object, "label"), text_in(object, "colour")});
        form.rule.criteria.push_back(form.criteria.back().id);
    }
}

void take_options(const std::string& text, PollForm& form) {
    const auto options = json::parse(text);
    for (const auto& item : options.as_array()) {
        const auto& object = item.as_object();
        form.options.push_back({text_in(object, "id"), text_in(object, "label"), text_in(object, "group")});
        form.rule.options.push_back(form.options.back().id);
        if (object.contains("cost")) form.rule.cost[form.options.back().id] = integer_in(object, "cost");
    }
}

/// What a round's result and ballots still say of what was asked.
struct Seen {
    std::vector<std::string> options, criteria;
    std::int64_t lowest = 0, highest = 0;
    std::map<std::string, std::int64_t> cost;
    std::int64_t budget = 0, points = 0;

    static void add(std::vector<std::string>& to, const std::string& id) {
        if (!id.empty() && std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
    }
    void add_number(std::int64_t number) {
        lowest = std::min(lowest, number);
        highest = std::max(highest, number);
    }
};

Seen look_for_ids(methods::Method method, const std::string& result,
                  const std::vector<methods::CountedBallot>& ballots) {
    Seen seen;
    if (!result.empty()) {
        const auto parsed = json::parse(result);
        seen.budget = integer_in(parsed.as_object(), "budget");
        for (const auto& item : parsed.at("rows").as_array()) {
            const auto& row = item.as_object();
            Seen::add(seen.options, text_in(row, "id"));
            if (row.contains("cost")) seen.cost[text_in(row, "id")] = integer_in(row, "cost");
            if (method == methods::Method::score) {
                for (const auto& answers : row.at("by").as_object()) seen.add_number(std::stoi(answers.key()));
            }
        }
    }
    for (const auto& [ballot, count] : ballots) {
        if (ballot.choice) Seen::add(seen.options, *ballot.choice);
        if (ballot.scale) seen.add_number(*ballot.scale);
        for (const auto& [option, number] : ballot.feelings) {
            Seen::add(seen.options, option);
            seen.add_number(number);
        }
        for (const auto& [criterion, dots] : ballot.dots) {
            Seen::add(seen.criteria, criterion);
            for (const auto& [option, number] : dots) Seen::add(seen.options, option);
        }
        for (const auto& [criterion, marks] : ballot.marks) {
            Seen::add(seen.criteria, criterion);
            std::int64_t points = 0;
            for (const auto& [option, number] : marks) {
                Seen::add(seen.options, option);
                points += number;
                if (method == methods::Method::score) seen.add_number(number);
            }
            seen.points = points;
        }
        for (const auto& place : ballot.order) {
            for (const auto& option : place) Seen::add(seen.options, option);
        }
        for (const auto& pair : ballot.pairs) {
            for (const auto& option : {pair.left, pair.right}) Seen::add(seen.options, option);
        }
    }
    return seen;
}

}  // namespace

std::string params_json(const PollForm& form) {
    json::array criteria;
    for (const auto& criterion : form.criteria) {
        criteria.push_back({{"colour", criterion.colour}, {"id", criterion.id}, {"label", criterion.label}});
    }
    const auto& rule = form.rule;
    json::object params;
    if (rule.budget > 0) params["budget"] = rule.budget;
    if (rule.cap > 0) params["cap"] = rule.cap;
    if (form.codes > 0) params["codes"] = form.codes;
    params["criteria"] = std::move(criteria);
    params["dots"] = rule.dots;
    params["highest"] = rule.highest;
    params["lowest"] = rule.lowest;
    if (form.people > 0) params["people"] = form.people;
    params["stacking"] = rule.stacking;
    params["tie_policy"] = methods::tie_policy_name(rule.tie);
    if (form.trust != model::Trust::open) params["trust"] = model::trust_name(form.trust);
    if (!form.unit.empty()) params["unit"] = form.unit;
    return json::serialize(params);
}

std::string options_json(const PollForm& form) {
    json::array options;
    for (const auto& option : form.options) {
        json::object item;
        if (const auto cost = form.rule.cost.find(option.id); cost != form.rule.cost.end()) item["cost"] = cost->second;
        item["group"] = option.group;
        item["id"] = option.id;
        item["label"] = option.label;
        options.push_back(std::move(item));
    }
    return json::serialize(options);
}

base::Result<PollForm> read_poll_form(const model::Cells& cells, const Id& poll) {
    PollForm form;
    const auto method = methods::parse_method(cells.text(poll, "poll.method"));
    if (!method) return base::refuse(base::Code::corrupt, "poll.method");
    form.rule.method = *method;
    form.rule.seed = cells.text(poll, "poll.seed");
    try {
        take_params(cells.text(poll, "poll.params"), form);
        take_options(cells.text(poll, "poll.options"), form);
    } catch (const std::exception& wrong) {
        return base::refuse(base::Code::corrupt, wrong.what());
    }
    return form;
}

base::Result<PollForm> read_poll_remains(const model::Cells& cells, const Id& poll,
                                         const std::vector<methods::CountedBallot>& ballots, const std::string& gone) {
    PollForm form;
    const auto method = methods::parse_method(cells.text(poll, "poll.method"));
    if (!method) return base::refuse(base::Code::corrupt, "poll.method");
    form.rule.method = *method;
    form.rule.seed = cells.text(poll, "poll.seed");
    const auto params = cells.text(poll, "poll.params");
    const auto options = cells.text(poll, "poll.options");
    try {
        if (!params.empty()) take_params(params, form);
        if (!options.empty()) take_options(options, form);
        const auto seen = look_for_ids(*method, cells.text(poll, "poll.result"), ballots);
        if (params.empty()) {
            for (const auto& id : seen.criteria) form.criteria.push_back({id, gone, {}});
            form.rule.criteria = seen.criteria;
            form.rule.lowest = static_cast<int>(seen.lowest);
            form.rule.highest = static_cast<int>(seen.highest);
            if (*method == methods::Method::show14) form.rule.lowest = 1, form.rule.highest = 4;
            if (*method == methods::Method::fist) form.rule.highest = 5;
            if (*method == methods::Method::points) form.rule.dots = static_cast<int>(seen.points);
            form.rule.budget = seen.budget;
        }
        if (options.empty() && methods::has_options(*method)) {
            for (const auto& id : seen.options) form.options.push_back({id, gone, {}});
            form.rule.options = seen.options;
            form.rule.cost = seen.cost;
        }
    } catch (const std::exception& wrong) {
        return base::refuse(base::Code::corrupt, wrong.what());
    }
    const auto& rule = form.rule;
    const bool unpriced = methods::has_budget(*method) && (rule.budget == 0 || rule.cost.size() < rule.options.size());
    if (unpriced || (rule.options.empty() && methods::has_options(*method))) {
        return base::refuse(base::Code::corrupt, "poll.options");
    }
    return form;
}

base::Result<std::vector<methods::CountedBallot>> parse_ballots(std::string_view text) {
    std::vector<methods::CountedBallot> ballots;
    try {
        const auto parsed = json::parse(text);
        for (const auto& item : parsed.as_array()) {
            ballots.push_back({ballot_of(item.at("value").as_object()), item.at("n").as_int64()});
        }
    } catch (const std::exception& wrong) {
        return base::refuse(base::Code::corrupt, wrong.what(), "tally.ballots");
    }
    return ballots;
}

std::string to_json(const Origin& origin) {
    json::object by;
    for (const auto& [criterion, dots] : origin.by) by[criterion] = dots;
    json::array links;
    for (const auto& link : origin.links) {
        links.push_back({{"id", link.id}, {"kind", link.kind}, {"text", link.text}});
    }
    json::object out{{"block", origin.block}, {"block_title", origin.block_title}, {"links", std::move(links)}};
    if (!origin.poll.empty()) {
        out["poll"] = json::object{{"by", std::move(by)},
                                   {"eligible", origin.eligible},
                                   {"id", origin.poll},
                                   {"method", origin.method},
                                   {"question", origin.question},
                                   {"rank", origin.rank},
                                   {"supporters", origin.supporters},
                                   {"voters", origin.voters},
                                   {"votes", origin.votes}};
        // Left out when nobody did, as in registers from before it was kept.
        if (origin.abstained > 0) out["poll"].as_object()["abstained"] = origin.abstained;
    }
    out["session"] = origin.session;
    out["session_title"] = origin.session_title;
    return json::serialize(out);
}

Id read_origin_poll(std::string_view text) {
    boost::system::error_code wrong;
    const auto origin = json::parse(text, wrong);
    if (wrong || !origin.is_object()) return {};
    const auto* vote = origin.get_object().if_contains("poll");
    if (vote == nullptr || !vote->is_object()) return {};
    return base::parse_id(text_in(vote->get_object(), "id")).value_or(Id());
}

std::string to_json(const std::map<std::string, std::string>& texts) {
    json::object out;
    for (const auto& [key, text] : texts) out[key] = text;
    return json::serialize(out);
}

base::Result<std::map<std::string, std::string>> parse_texts(std::string_view text) {
    std::map<std::string, std::string> texts;
    try {
        const auto parsed = json::parse(text);
        for (const auto& [key, value] : parsed.as_object()) {
            texts[std::string(key)] = json::value_to<std::string>(value);
        }
    } catch (const std::exception& wrong) {
        return base::refuse(base::Code::corrupt, wrong.what());
    }
    return texts;
}

}  // namespace views
