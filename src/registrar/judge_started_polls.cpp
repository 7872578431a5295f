#include <set>

#include "base/language.hpp"
#include "base/text.hpp"
#include "curricula/block.hpp"
#include "registrar/workshop.hpp"

// Votes that no course has planned: the room finds out that it wants to choose.
namespace registrar {
namespace {

/// Behind the votes of the course, and those that were started before.
int index_behind(const model::Block& block, const std::vector<Id>& polls, const model::Cells& cells) {
    auto index = static_cast<std::int64_t>(block.polls.size());
    for (const auto& poll : polls) index = std::max(index, cells.number(poll, "poll.index") + 1);
    return static_cast<int>(index);
}

}  // namespace

/// What stands on the wall of the block: its own notes and those it builds on.
std::vector<Id> Workshop::candidates_of(const model::Block& block) const {
    auto blocks = block.sources;
    if (!block.collects.empty()) blocks.insert(blocks.begin(), block.id);
    for (const auto& poll : block.polls) blocks.insert(blocks.end(), poll.sources.begin(), poll.sources.end());
    return notes_of(blocks);
}

/// Of one question one round is open at a time. Votes that the course has planned may be open side by side, as when a
/// day ends with two questions; beside one that was started on the spot there is none.
base::Done Workshop::check_open_beside(const std::string& block, std::int64_t index) const {
    const auto* planned = find_block(block);
    const auto is_started = [planned](std::int64_t at) {
        return planned == nullptr || at >= static_cast<std::int64_t>(planned->polls.size());
    };
    for (const auto& poll : polls_of(block)) {
        if (cells().text(poll, "poll.state") != "open") continue;
        const auto other = cells().number(poll, "poll.index");
        if (other == index) return base::refuse(base::Code::already, "open");
        if (is_started(index) || is_started(other)) return base::refuse(base::Code::already, "another_open");
    }
    return {};
}

Judged Workshop::judge(const intents::StartPoll& wish, const Asker& asker) {
    const auto* block = current_block();
    if (block == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    const auto method = methods::parse_method(wish.method);
    // Budgets need costs, and feelings a journey: those a course writes.
    if (wish.feeling && wish.method != "scale") return base::refuse(base::Code::bad_input, "feeling");
    if (!method || methods::has_budget(*method) || *method == methods::Method::feelings) {
        return base::refuse(base::Code::bad_input, "method");
    }
    const auto proposed = base::tidy(wish.question);
    // Consent is to a proposal, and there is none that is usual.
    if (*method == methods::Method::consent && proposed.empty()) return base::refuse(base::Code::bad_input, "question");
    const auto index = index_behind(*block, polls_of(block->id), cells());
    IR_DO(check_open_beside(block->id, index));
    auto plan = curricula::usual_poll(wish.method);
    if (wish.dots > 0) plan.dots = wish.dots;
    plan.stacking = plan.stacking || wish.stacking;
    const bool by_criteria = *method == methods::Method::three_dots;
    if (by_criteria) plan.criteria = {"nytta", "nytankande"};
    auto notes = wish.notes.empty() ? candidates_of(*block) : wish.notes;
    std::set<Id> seen;
    std::erase_if(notes, [this, &seen](const Id& note) { return !is_visible(note) || !seen.insert(note).second; });
    constexpr std::size_t least = 2;
    if (methods::has_options(*method) && notes.size() < least) return base::refuse(base::Code::not_now, "options");
    IR_TRY(auto form, plan_form(*block, plan, notes));
    form.trust = wish.trust;
    IR_DO(settle_trust(form, wish.people));
    if (by_criteria) {
        for (auto& criterion : form.criteria) {
            criterion.label = base::tr_page(setup_.language, "poll.criterion." + criterion.id);
        }
    }
    if (wish.feeling) {
        form.options.clear();
        for (const auto number : {form.rule.lowest, form.rule.highest}) {
            const auto id = std::to_string(number);
            form.options.push_back({id, base::tr_page(setup_.language, "poll.feeling." + id), {}});
        }
    }
    const auto* usual = wish.feeling                    ? "poll.question.feeling"
                        : methods::has_options(*method) ? "poll.question.options"
                                                        : "poll.question.number";
    const auto question = proposed.empty() ? base::tr_page(setup_.language, usual) : proposed;
    return open_poll(asker, block->id, index, question, form);
}

}  // namespace registrar
