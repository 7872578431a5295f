#include "curricula/block.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace curricula {
namespace {

using model::Activity;

bool is_among(Activity activity, std::initializer_list<Activity> some) {
    return std::find(some.begin(), some.end(), activity) != some.end();
}

bool is_one_of_methods(std::string_view method, std::initializer_list<std::string_view> some) {
    return std::find(some.begin(), some.end(), method) != some.end();
}

/// Whether what `lika:` says may put anybody before another where a vote of this kind ends level (docs/counting.md).
/// That the tied share a place may always be said.
bool can_settle(const model::PollPlan& poll) {
    if (poll.ties == "seeded_lot") {
        return !is_one_of_methods(poll.method, {"feelings", "scale", "fist", "matrix", "consent"});
    }
    if (poll.ties == "secondary_criterion") return is_one_of_methods(poll.method, {"tre-prickar", "points", "borda"});
    if (poll.ties != "distinct_supporters") return true;
    // Where nobody gives more than one there are as many people as votes.
    if (poll.method == "dots") return poll.stacking;
    return is_one_of_methods(poll.method, {"tre-prickar", "points", "quadratic", "greedy", "score", "show14"});
}

/// A method's numbers where the course says nothing of them.
struct Usual {
    int dots = 1, lowest = 0, highest = 0;
};
Usual usual_of(std::string_view method) {
    if (method == "dots" || method == "tre-prickar") return {3};
    if (method == "points") return {100};
    if (method == "quadratic") return {25};
    if (method == "feelings") return {1, -2, 2};
    if (method == "scale") return {1, 1, 5};
    if (method == "show14") return {1, 1, 4};
    if (method == "score" || method == "fist") return {1, 0, 5};
    return {};
}

class BlockMaker {
  public:
    BlockMaker(BlockParts parts, Report& report) : report_(report) { made_.parts = std::move(parts); }

    MadeBlock make() {
        auto& block = made_.block;
        auto& parts = made_.parts;
        text_ = parts.text;
        block.id = parts.id.empty() ? base::slug(parts.text.title) : parts.id;
        if (parts.id.empty() && !parts.text.title.empty() && !is_id(block.id)) {
            report_.error({parts.file, parts.line}, "id_bad", {{"word", parts.text.title}});
        }
        make_times();
        if (parts.activity) block.activity = *parts.activity;
        if (!parts.has(Key::type))
            report_.error({parts.file, parts.line}, "type_missing", {{"choices", type_choices()}});
        block.may_skip = parts.skip.value_or(false);
        block.collects = parts.collects.value_or("");
        block.most_notes = parts.count.value_or(0);
        block.sources = parts.from;
        block.boards = parts.boards;
        block.groups = name_all(parts.groups, parts.place_of(Key::groups));
        make_form();
        for (const auto& vote : parts.votes) make_poll(vote);
        check_needs();
        block.texts["sv"] = std::move(text_);
        return std::move(made_);
    }

  private:
    static std::string type_choices() { return joined(spellings(activity_words(), "sv")); }

    void make_times() {
        auto& parts = made_.parts;
        if (!parts.has(Key::time))
            report_.error({parts.file, parts.line}, "time_missing", {{"word", parts.text.title}});
        made_.block.minutes = parts.minutes.value_or(0);
        made_.block.least_minutes = parts.least_minutes.value_or(0);
        if (parts.minutes && parts.least_minutes && *parts.least_minutes > *parts.minutes) {
            report_.error(parts.place_of(Key::least), "least_bad",
                          {{"word", std::to_string(*parts.least_minutes)}, {"limit", std::to_string(*parts.minutes)}});
        }
    }

    /// Gives the label to the id, unless the id already names something else in this block.
    void label(const std::string& id, const std::string& text, const Place& place) {
        const auto [there, fresh] = text_.labels.emplace(id, text);
        if (!fresh && there->second != text) report_.error(place, "label_twice", {{"word", id}});
    }

    std::vector<std::string> name_all(const std::vector<Entry>& entries, const Place& list) {
        std::vector<std::string> ids;
        for (const auto& entry : entries) {
            if (entry.label.empty()) continue;  // reported when it was read
            const Place place{list.file, entry.line};
            const auto id = entry_id(entry);
            if (entry.id.empty() && id.size() > longest_id) {
                report_.error(place, "list_entry_long", {{"word", entry.label}, {"limit", std::to_string(longest_id)}});
            } else if (!is_id(id)) {
                report_.error(place, "list_entry_bad", {{"word", entry.id.empty() ? entry.label : entry.id}});
            } else if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
                report_.error(place, "list_entry_twice", {{"word", id}});
            } else {
                ids.push_back(id);
                label(id, entry.label, place);
            }
        }
        return ids;
    }

    /// Elsewhere than on a card each person answers for themselves: every field is a column, every answer a note in it.
    bool asks_each() const {
        const auto activity = made_.parts.activity;
        return activity && is_among(*activity, {Activity::collect, Activity::checkin, Activity::evaluate}) &&
               !made_.parts.form.empty();
    }

    void make_questions() {
        auto& block = made_.block;
        const auto place = made_.parts.place_of(Key::form);
        if (!made_.parts.groups.empty()) return report_.error(place, "form_and_groups");
        block.form = name_all(made_.parts.form, place);
        block.groups = block.form;
        block.most_notes = static_cast<int>(block.form.size());
        if (block.collects.empty()) block.collects = "note";
    }

    void make_form() {
        if (asks_each()) return make_questions();
        auto& parts = made_.parts;
        const auto fields = field_words();
        for (const auto& field : parts.form) {
            const Place place{parts.file, field.line};
            const auto id = field.id.empty() ? base::slug(field.label) : field.id;
            const bool known =
                std::any_of(fields.begin(), fields.end(), [&](const auto& word) { return word.meaning == id; });
            if (!known) {
                const auto choices = spellings(fields, "sv");
                const auto& written = field.id.empty() ? field.label : field.id;
                report_.error(place, "field_unknown", {{"word", written}, {"choices", joined(choices)}},
                              find_nearest(written, choices));
            } else if (std::find(made_.block.form.begin(), made_.block.form.end(), id) != made_.block.form.end()) {
                report_.error(place, "list_entry_twice", {{"word", id}});
            } else {
                made_.block.form.push_back(id);
                label(id, field.label, place);
            }
        }
    }

    void make_poll(const VoteParts& written) {
        const Place place{made_.parts.file, written.line};
        text_.poll_questions.push_back(written.question);
        model::PollPlan poll;
        if (written.vote) poll.method = written.vote->method;
        const Vote vote = written.vote.value_or(Vote{});
        const auto usual = usual_of(poll.method);
        poll.dots = vote.dots != 0 ? vote.dots : usual.dots;
        poll.cap = vote.cap;
        poll.stacking = vote.stacking || poll.method == "tre-prickar";
        poll.lowest = vote.highest != 0 ? vote.lowest : usual.lowest;
        poll.highest = vote.highest != 0 ? vote.highest : usual.highest;
        poll.ties = written.ties;
        poll.trust = written.trust;
        if (answers_the_question(poll.method)) {
            make_scale(poll, written);
        } else {
            poll.options = name_all(written.options, {made_.parts.file, written.options_line});
        }
        if (poll.method == "matrix") {
            make_axes(poll, written);
        } else {
            poll.criteria = name_all(written.criteria, {made_.parts.file, written.criteria_line});
        }
        make_prices(poll, written, place);
        check_poll(poll, written, place);
        made_.block.polls.push_back(std::move(poll));
    }

    /// The axes of a matrix are x and y; `kriterier:` may say what they are called.
    void make_axes(model::PollPlan& poll, const VoteParts& written) {
        poll.criteria = {"x", "y"};
        if (written.criteria.size() != 2) return;  // check_poll says so
        for (std::size_t i = 0; i < 2; ++i) {
            label(poll.criteria[i], written.criteria[i].label, {made_.parts.file, written.criteria_line});
        }
    }

    /// One price for all, one for each option in their order, or prices by option.
    void make_prices(model::PollPlan& poll, const VoteParts& written, const Place& place) {
        const bool shares_money = poll.method == "mes" || poll.method == "greedy";
        const Place costs_place{place.file, written.costs_line};
        if (!shares_money) {
            if (poll.method.empty()) return;
            if (written.budget_line != 0) report_.error({place.file, written.budget_line}, "budget_unused");
            if (written.costs_line != 0) report_.error(costs_place, "budget_unused");
            return;
        }
        if (written.budget) {
            poll.budget = written.budget->amount;
            poll.unit = written.budget->unit.empty() ? "kr" : written.budget->unit;
        } else if (written.budget_line == 0) {
            report_.error(place, "budget_missing");
        }
        const auto& costs = written.costs;
        const bool in_order = std::all_of(costs.begin(), costs.end(), [](const auto& one) { return one.id.empty(); });
        if (in_order && costs.size() > 1 && costs.size() != poll.options.size()) {
            report_.error(costs_place, "costs_count", {{"count", std::to_string(poll.options.size())}});
            return;
        }
        bool right = true;
        for (std::size_t i = 0; i < costs.size(); ++i) {
            const auto money = to_money(costs[i].label);
            const bool other_unit = money && !money->unit.empty() && money->unit != poll.unit && !poll.unit.empty();
            if (!money || money->amount < 1 || other_unit) {
                report_.error(costs_place, "money_bad", {{"word", costs[i].label}});
                right = false;
            } else if (in_order && costs.size() == 1) {
                poll.each_costs = money->amount;
            } else {
                const auto option = in_order ? poll.options[i] : base::slug(costs[i].id);
                right = set_cost(poll, option, money->amount, costs_place) && right;
            }
        }
        const bool priced = poll.each_costs > 0 || (!poll.options.empty() && poll.cost.size() == poll.options.size());
        if (right && !priced) report_.error(costs.empty() ? place : costs_place, "cost_missing");
    }

    bool set_cost(model::PollPlan& poll, const std::string& option, std::int64_t amount, const Place& place) {
        if (std::find(poll.options.begin(), poll.options.end(), option) == poll.options.end()) {
            report_.error(place, "cost_unknown", {{"word", option}, {"choices", joined(poll.options)}},
                          find_nearest(option, poll.options));
            return false;
        }
        if (poll.cost.emplace(option, amount).second) return true;
        report_.error(place, "list_entry_twice", {{"word", option}});
        return false;
    }

    /// The `alternativ:` line of a scale says what some of its numbers mean. With consent it has nothing to say.
    void make_scale(model::PollPlan& poll, const VoteParts& written) {
        for (const auto& entry : written.options) {
            const Place place{made_.parts.file, entry.line};
            if (is_on_scale(poll, entry.id)) {
                if (!entry.label.empty()) label(entry.id, entry.label, place);
            } else {
                report_.error(place, "list_entry_bad", {{"word", entry.id.empty() ? entry.label : entry.id}});
            }
        }
    }

    void check_poll(const model::PollPlan& poll, const VoteParts& written, const Place& place) {
        if (poll.method.empty()) return;  // reported when it was read
        const bool several = poll.method == "tre-prickar";
        const auto criteria = poll.method == "matrix" ? written.criteria.size() : poll.criteria.size();
        const bool named = written.criteria_line != 0;
        if (several ? criteria < 2 || criteria > 3 : named && (poll.method != "matrix" || criteria != 2)) {
            report_.error(written.criteria_line != 0 ? Place{place.file, written.criteria_line} : place,
                          "criteria_bad");
        }
        if (!can_settle(poll)) report_.hint({place.file, written.ties_line}, "ties_unused");
        const bool asks_notes = !made_.block.sources.empty() || !made_.block.collects.empty();
        const bool compares = is_one_of_methods(
            poll.method, {"choice", "borda", "irv", "schulze", "copeland", "bradley-terry", "points"});
        const bool too_few = compares && poll.options.size() == 1;
        const bool needs_options = !answers_the_question(poll.method) && poll.options.empty() && !asks_notes;
        if (needs_options || too_few) report_.error(place, "options_missing");
    }

    void check_needs() {
        auto& parts = made_.parts;
        const auto& block = made_.block;
        if (!parts.activity) return;
        const Place here = parts.place_of(Key::type);
        const bool writes = parts.has(Key::collect) || asks_each();
        const bool reads = parts.has(Key::from);
        const auto activity = *parts.activity;
        if (is_among(activity, {Activity::collect, Activity::rotate}) && !writes)
            report_.error(here, "collect_missing");
        if (activity == Activity::journey && !writes && !reads) report_.error(here, "collect_missing");
        if (is_among(activity, {Activity::cluster, Activity::rotate}) && !reads) report_.error(here, "source_missing");
        if (activity == Activity::poll && !parts.has(Key::vote)) report_.error(here, "vote_missing");
        if (activity == Activity::card && !parts.has(Key::form)) report_.error(here, "form_missing");
        const bool asked =
            !text_.question.empty() ||
            (!block.polls.empty() && std::none_of(text_.poll_questions.begin(), text_.poll_questions.end(),
                                                  [](const auto& question) { return question.empty(); }));
        if ((writes || !block.polls.empty()) && !asked) {
            report_.hint({parts.file, parts.line}, "question_missing");
        }
    }

    Report& report_;
    MadeBlock made_;
    model::BlockText text_;
};

}  // namespace

model::PollPlan usual_poll(const std::string& method) {
    const auto usual = usual_of(method);
    model::PollPlan poll;
    poll.method = method;
    poll.dots = usual.dots;
    poll.stacking = method == "tre-prickar";
    poll.lowest = usual.lowest;
    poll.highest = usual.highest;
    if (method == "matrix") poll.criteria = {"x", "y"};
    return poll;
}

bool is_on_scale(const model::PollPlan& poll, std::string_view id) {
    const auto number = to_number(id);
    return is_answered_by_number(poll.method) && number && *number >= poll.lowest && *number <= poll.highest;
}

std::string entry_id(const Entry& entry) {
    return entry.id.empty() ? base::slug(entry.label) : entry.id;
}

MadeBlock make_block(BlockParts parts, Report& report) {
    return BlockMaker(std::move(parts), report).make();
}

}  // namespace curricula
