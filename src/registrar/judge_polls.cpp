#include <algorithm>

#include "base/language.hpp"
#include "base/text.hpp"
#include "model/schema.hpp"
#include "registrar/tallies.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
/// Whoever answers a vote to the end shall never be told that the answer is too large.
base::Done Workshop::check_answerable(const methods::PollRule& rule) const {
    const auto room = static_cast<std::int64_t>(rule.options.size()) * rule.cap;
    if (rule.method == methods::Method::points && rule.cap > 0 && room < rule.dots) {
        const auto where = base::tr_page(setup_.language, "refused.cap",
                                         {{"cap", std::to_string(rule.cap)},
                                          {"total", std::to_string(rule.dots)},
                                          {"count", std::to_string(rule.options.size())}});
        return base::refuse(base::Code::not_now, "cap", where);
    }
    const auto size = methods::largest_ballot(rule);
    if (size <= intents::most_ballot_bytes) return {};
    const auto count = rule.options.size();
    const auto most = std::to_string(count * intents::most_ballot_bytes / size);
    const auto where =
        base::tr_page(setup_.language, "refused.too_many_options", {{"count", std::to_string(count)}, {"most", most}});
    return base::refuse(base::Code::not_now, "too_many_options", where);
}

Round* Workshop::find_round(const Id& poll) {
    const auto found = rounds_.find(poll);
    return found == rounds_.end() ? nullptr : &found->second;
}

/// Rules and words as they stand now; they are frozen by being written when the round opens.
base::Result<views::PollForm> Workshop::plan_form(const model::Block& block, const model::PollPlan& plan,
                                                  const std::vector<Id>& notes) const {
    views::PollForm form;
    const auto method = methods::parse_method(plan.method);
    if (!method) return base::refuse(base::Code::unknown_message, plan.method);
    const auto& text = block.texts.contains(setup_.language) ? block.texts.at(setup_.language) : block.texts.at("sv");
    const auto label = [&text](const std::string& id) {
        const auto found = text.labels.find(id);
        return found == text.labels.end() ? id : found->second;
    };
    form.rule.method = *method;
    form.rule.dots = plan.dots;
    form.rule.stacking = plan.stacking;
    form.rule.lowest = plan.lowest;
    form.rule.highest = plan.highest;
    form.rule.cap = plan.cap;
    form.rule.tie = methods::parse_tie_policy(plan.ties).value_or(methods::TiePolicy::report);
    form.trust = model::parse_trust(plan.trust).value_or(model::Trust::open);
    static const std::vector<std::string> colours{"himmel", "mint", "aprikos", "lila"};
    for (std::size_t i = 0; i < plan.criteria.size(); ++i) {
        form.criteria.push_back({plan.criteria[i], label(plan.criteria[i]), colours[i % colours.size()]});
        form.rule.criteria.push_back(plan.criteria[i]);
    }
    for (auto& axis : form.criteria) {
        const bool named = *method != methods::Method::matrix || text.labels.contains(axis.id);
        if (!named) axis.label = base::tr_page(setup_.language, "poll.axis." + axis.id);
    }
    // Another vote of the block may have words for numbers.
    if (*method == methods::Method::consent) return form;
    if (!methods::has_options(*method)) {
        // Its options are those of its numbers that have words.
        for (int number = plan.lowest; number <= plan.highest; ++number) {
            const auto word = text.labels.find(std::to_string(number));
            if (word != text.labels.end()) form.options.push_back({word->first, word->second, {}});
        }
        return form;
    }
    for (const auto& option : plan.options) form.options.push_back({option, label(option), {}});
    if (plan.options.empty()) {
        for (const auto& note : notes) {
            form.options.push_back({note.text(), cells().text(note, "note.text"), cells().text(note, "note.group")});
        }
    }
    if (form.options.empty()) return base::refuse(base::Code::not_now, "options");
    for (const auto& option : form.options) form.rule.options.push_back(option.id);
    if (methods::has_budget(*method)) {
        form.rule.budget = plan.budget;
        form.unit = plan.unit;
        for (const auto& id : form.rule.options) {
            const auto own = plan.cost.find(id);
            form.rule.cost[id] = own == plan.cost.end() ? plan.each_costs : own->second;
        }
    }
    return form;
}

Judged Workshop::judge(const intents::OpenPoll& wish, const Asker& asker) {
    const auto* block = find_block(wish.block);
    if (block == nullptr || wish.index < 0 || static_cast<std::size_t>(wish.index) >= block->polls.size()) {
        return base::refuse(base::Code::not_found, "poll");
    }
    const auto& plan = block->polls[static_cast<std::size_t>(wish.index)];
    IR_TRY(auto form, plan_form(*block, plan, notes_of(plan.sources)));
    IR_DO(settle_trust(form, wish.people));
    const auto& text =
        block->texts.contains(setup_.language) ? block->texts.at(setup_.language) : block->texts.at("sv");
    const auto& question = model::question_of(text, static_cast<std::size_t>(wish.index));
    return open_poll(asker, block->id, wish.index, question, form);
}

/// What the vote's level of trust has to know is said before it opens, and frozen with it.
base::Done Workshop::settle_trust(views::PollForm& form, int people) const {
    form.people = form.trust == model::Trust::heads ? people : 0;
    if (form.trust == model::Trust::heads && people < 1) return base::refuse(base::Code::not_now, "people");
    form.codes = form.trust == model::Trust::codes ? static_cast<int>(codes_.unused()) : 0;
    if (form.trust == model::Trust::codes && form.codes == 0) return base::refuse(base::Code::not_now, "no_codes");
    return {};
}

/// The first or next round of a question.
Judged Workshop::open_poll(const Asker& asker, const std::string& block, int index, const std::string& question,
                           const views::PollForm& form) {
    IR_DO(check_open_beside(block, index));
    int rounds = 0;
    Id previous;
    for (const auto& poll : polls_of(block)) {
        if (cells().number(poll, "poll.index") != index) continue;
        ++rounds;
        previous = poll;
    }
    IR_DO(check_answerable(form.rule));
    const auto poll = book_.new_id();
    auto change = draft(asker, "change.open_poll");
    change.set(poll, "poll.session", session_);
    change.set(poll, "poll.block", block);
    change.set(poll, "poll.index", index);
    change.set(poll, "poll.question", question);
    change.set(poll, "poll.method", methods::method_name(form.rule.method));
    change.set(poll, "poll.params", views::params_json(form));
    change.set(poll, "poll.options", views::options_json(form));
    if (!previous.empty()) change.set(poll, "poll.previous", previous);
    return open_round(asker, std::move(change), poll, rounds + 1, form);
}

Judged Workshop::judge(const intents::ClosePoll& wish, const Asker& asker) {
    auto* round = find_round(wish.poll);
    if (round == nullptr || round->closing) return base::refuse(base::Code::closed, "poll");
    round->closing = true;
    const auto multiset = round->multiset();
    const auto& node = book_.clock().node();
    const auto tally = model::tally_id(wish.poll, round->number(), node);
    auto change = draft(asker, "change.close_poll");
    change.set(wish.poll, "poll.state", "closed");
    change.set(wish.poll, "poll.closed_at", book_.now_ms());
    change.set(wish.poll, "poll.eligible", static_cast<std::int64_t>(round->drawn()));
    // Only how many: who came when is nowhere in the journal.
    const auto* const opened = cells().find(wish.poll);
    if (opened != nullptr && opened->contains("poll.at_opening")) {
        const auto joined =
            static_cast<std::int64_t>(round->drawn()) - round->extra() - cells().number(wish.poll, "poll.at_opening");
        change.set(wish.poll, "poll.joined_after", std::max<std::int64_t>(joined, 0));
    }
    if (const auto paper = round->paper(); paper > 0) change.set(wish.poll, "poll.paper", paper);
    change.set(tally, "tally.poll", wish.poll);
    change.set(tally, "tally.round", round->number());
    change.set(tally, "tally.node", node);
    if (auto blob = keep_ballots(change, tally, round->rule().method, to_json(multiset))) {
        book_.submit(std::move(*blob));
    }
    change.set(tally, "tally.count", static_cast<std::int64_t>(round->ballots()));
    const auto written = write(asker, std::move(change));
    close_tickets_[wish.poll] = written.ticket;
    counted_[wish.poll] = static_cast<std::int64_t>(round->ballots());
    answers_.when_saved(written.ticket, [this, poll = wish.poll] {
        book_.submit(store::DropUrn{poll});
        rounds_.erase(poll);
        close_tickets_.erase(poll);
        changed();
    });
    return written;
}

Judged Workshop::judge(const intents::Revote& wish, const Asker& asker) {
    IR_DO(check_closed(wish.poll));
    const auto block = cells().text(wish.poll, "poll.block");
    const auto index = cells().number(wish.poll, "poll.index");
    IR_DO(check_open_beside(block, index));
    // Rounds of one question in one row, whichever of them the trainer had in view.
    auto newest = wish.poll;
    int number = 0;
    for (const auto& poll : polls_of(block)) {
        if (cells().number(poll, "poll.index") != index) continue;
        const auto its_number = static_cast<int>(cells().number(poll, "poll.round", 1));
        if (its_number < number) continue;
        newest = poll;
        number = its_number;
    }
    IR_TRY(auto form, form_of(wish.poll));
    const auto keep_only = [&form](const auto& wanted) {
        const auto unwanted = [&wanted](const std::string& id) { return !wanted(id); };
        std::erase_if(form.options, [&](const views::PollForm::Option& option) { return unwanted(option.id); });
        std::erase_if(form.rule.options, unwanted);
        std::erase_if(form.rule.cost, [&unwanted](const auto& one) { return unwanted(one.first); });
    };
    if (!wish.options.empty()) {
        keep_only([&wish](const std::string& id) {
            return std::find(wish.options.begin(), wish.options.end(), id) != wish.options.end();
        });
        if (form.options.size() < 2) return base::refuse(base::Code::bad_input, "options");
    }
    // What was joined with another or hidden after the first round is no candidate any more.
    keep_only([this](const std::string& id) {
        const auto note = base::parse_id(id);
        return !note || cells().text(*note, "note.type").empty() || is_visible(*note);
    });
    const std::size_t least = wish.options.empty() ? 1 : 2;
    if (form.options.size() < least && methods::has_options(form.rule.method)) {
        return base::refuse(base::Code::not_now, "options");
    }
    // What one may get at most was meant for all of them; fewer must still be able to take every point.
    if (static_cast<std::int64_t>(form.options.size()) * form.rule.cap < form.rule.dots) form.rule.cap = 0;
    IR_DO(check_answerable(form.rule));
    IR_DO(settle_trust(form, form.people));
    const auto poll = book_.new_id();
    auto change = draft(asker, "change.open_poll");
    for (const auto* field : {"poll.session", "poll.block", "poll.index", "poll.method"}) {
        change.set(poll, field, cells().value(wish.poll, field));
    }
    if (const auto amended = base::tidy(wish.question); amended.empty()) {
        change.set(poll, "poll.question", cells().value(wish.poll, "poll.question"));
    } else {
        change.set(poll, "poll.question", amended);
    }
    change.set(poll, "poll.params", views::params_json(form));
    change.set(poll, "poll.options", views::options_json(form));
    change.set(poll, "poll.previous", newest);
    return open_round(asker, std::move(change), poll, number + 1, form);
}

Judged Workshop::judge(const intents::CancelPoll& wish, const Asker& asker) {
    auto* round = find_round(wish.poll);
    if (round == nullptr || round->closing) return base::refuse(base::Code::closed, "poll");
    round->closing = true;
    auto change = draft(asker, "change.cancel_poll");
    change.set(wish.poll, "poll.state", "cancelled");
    change.set(wish.poll, "poll.closed_at", book_.now_ms());
    const auto written = write(asker, std::move(change));
    answers_.when_saved(written.ticket, [this, poll = wish.poll] {
        book_.submit(store::DropUrn{poll});
        rounds_.erase(poll);
        changed();
    });
    return written;
}

}  // namespace registrar
