#include "app/demo_votes.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace app {
namespace {

namespace json = boost::json;
using methods::Method;

std::vector<std::int64_t> numbers_at(const json::object& object, std::string_view key) {
    std::vector<std::int64_t> numbers;
    if (const auto* list = object.if_contains(key); list != nullptr && list->is_array()) {
        for (const auto& item : list->as_array()) numbers.push_back(item.as_int64());
    }
    return numbers;
}

methods::Ballot random_ballot(DemoStory& story, const json::object& poll, const views::PollForm& form,
                              const std::vector<DemoOption>& notes) {
    methods::Ballot ballot;
    auto weights = numbers_at(poll, "weights");
    const auto& options = form.rule.options;
    if (form.rule.method == Method::scale) {
        ballot.scale = form.rule.lowest + static_cast<std::int64_t>(story.random_by(weights));
    } else if (form.rule.method == Method::feelings) {
        for (const auto& note : notes) {
            if (story.random_below(10) == 0) continue;  // not everybody feels something about every step
            const auto felt = note.mood + static_cast<std::int64_t>(story.random_below(3)) - 1;
            ballot.feelings[note.id.text()] = std::clamp<std::int64_t>(felt, form.rule.lowest, form.rule.highest);
        }
    } else if (form.rule.method == Method::dots) {
        for (int dot = 0; dot < form.rule.dots; ++dot) {
            const auto chosen = story.random_by(weights);
            ballot.dots[""][options.at(chosen)] = 1;
            weights[chosen] = 0;
        }
    } else if (form.rule.method == Method::three_dots) {
        const auto second = numbers_at(poll, "weights2");
        for (std::size_t i = 0; i < form.rule.criteria.size(); ++i) {
            auto& colour = ballot.dots[form.rule.criteria[i]];
            for (int dot = 0; dot < form.rule.dots; ++dot) {
                ++colour[options.at(story.random_by(i == 0 ? weights : second))];
            }
        }
    }
    return ballot;
}

/// Ballots written out in the content: [count, {"nytta": {"0": 3}}], options by their place.
std::vector<methods::CountedBallot> told_ballots(const json::array& told, const views::PollForm& form) {
    std::vector<methods::CountedBallot> ballots;
    for (const auto& item : told) {
        methods::CountedBallot counted;
        counted.count = item.at(0).as_int64();
        for (const auto& [criterion, dots] : item.at(1).as_object()) {
            for (const auto& [place, count] : dots.as_object()) {
                const auto option = static_cast<std::size_t>(std::stoul(std::string(place)));
                counted.ballot.dots[std::string(criterion)][form.rule.options.at(option)] = count.as_int64();
            }
        }
        ballots.push_back(std::move(counted));
    }
    return ballots;
}

/// Orders ("orders") or yes to some ("yes"), written out in the content: [count, [0, 2]], options by their place.
std::vector<methods::CountedBallot> listed_ballots(const json::array& told, const views::PollForm& form) {
    std::vector<methods::CountedBallot> ballots;
    for (const auto& item : told) {
        methods::CountedBallot counted;
        counted.count = item.at(0).as_int64();
        for (const auto& place : item.at(1).as_array()) {
            const auto& option = form.rule.options.at(static_cast<std::size_t>(place.as_int64()));
            if (methods::answer_of(form.rule.method) == methods::Answer::order) {
                counted.ballot.order.push_back({option});
            } else {
                counted.ballot.marks[""][option] = 1;
            }
        }
        ballots.push_back(std::move(counted));
    }
    return ballots;
}

}  // namespace

views::PollForm to_form(const json::object& poll, const std::vector<DemoOption>& notes) {
    views::PollForm form;
    form.rule.method = methods::parse_method(content_text(poll, "method")).value_or(Method::dots);
    form.rule.dots = static_cast<int>(content_number(poll, "dots", 3));
    form.rule.lowest = static_cast<int>(content_number(poll, "lowest"));
    form.rule.highest = static_cast<int>(content_number(poll, "highest"));
    if (const auto* options = poll.if_contains("options")) {
        for (const auto& item : options->as_array()) {
            form.options.push_back(
                {json::value_to<std::string>(item.at(0)), json::value_to<std::string>(item.at(1)), {}});
        }
    } else if (form.rule.method != Method::scale) {
        for (const auto& note : notes) form.options.push_back({note.id.text(), note.text, note.group});
    }
    if (const auto* criteria = poll.if_contains("criteria")) {
        for (const auto& item : criteria->as_array()) {
            form.criteria.push_back({json::value_to<std::string>(item.at(0)), json::value_to<std::string>(item.at(1)),
                                     json::value_to<std::string>(item.at(2))});
            form.rule.criteria.push_back(form.criteria.back().id);
        }
    }
    for (const auto& option : form.options) form.rule.options.push_back(option.id);
    if (methods::has_budget(form.rule.method)) {
        form.rule.budget = content_number(poll, "budget");
        form.unit = "kr";
        const auto costs = numbers_at(poll, "costs");
        for (std::size_t i = 0; i < costs.size(); ++i) form.rule.cost[form.rule.options.at(i)] = costs[i];
    }
    return form;
}

std::vector<methods::CountedBallot> cast_ballots(DemoStory& story, const json::object& poll,
                                                 const views::PollForm& form, const std::vector<DemoOption>& notes,
                                                 int people) {
    if (const auto* told = poll.if_contains("ballots")) return told_ballots(told->as_array(), form);
    for (const char* key : {"orders", "yes"}) {
        if (const auto* told = poll.if_contains(key)) return listed_ballots(told->as_array(), form);
    }
    std::vector<methods::CountedBallot> ballots;
    if (form.rule.method == Method::choice) {
        for (const auto& item : poll.at("options").as_array()) {
            methods::CountedBallot counted;
            counted.ballot.choice = json::value_to<std::string>(item.at(0));
            counted.count = item.at(2).as_int64();
            ballots.push_back(std::move(counted));
        }
        return ballots;
    }
    for (int person = 0; person < people; ++person) {
        ballots.push_back({random_ballot(story, poll, form, notes), 1});
    }
    return ballots;
}

std::string tally_json(const std::vector<methods::CountedBallot>& ballots) {
    std::map<std::string, std::int64_t> joined;
    for (const auto& counted : ballots) joined[methods::to_json(methods::canonical(counted.ballot))] += counted.count;
    json::array list;
    for (const auto& [value, count] : joined) {
        list.push_back(json::object{{"n", count}, {"source", "tablet"}, {"value", json::parse(value)}});
    }
    return json::serialize(list);
}

}  // namespace app
