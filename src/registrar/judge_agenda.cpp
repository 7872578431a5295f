#include <cstdlib>

#include "base/language.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

/// The room has gone on since the asker looked, and the step has been taken already.
bool has_moved(const std::optional<std::string>& seen, std::string_view block) {
    return seen && *seen != block;
}

}  // namespace

const model::Block* Workshop::find_block(std::string_view id) const {
    for (const auto& block : course_.blocks) {
        if (block.id == id) return &block;
    }
    return nullptr;
}

std::optional<std::size_t> Workshop::current_index() const {
    const auto id = cells().text(session_, "session.block");
    for (std::size_t i = 0; i < course_.blocks.size(); ++i) {
        if (course_.blocks[i].id == id) return i;
    }
    return std::nullopt;
}

bool Workshop::is_skipped(std::size_t index) const {
    return cells().number(run_of(course_.blocks[index].id), "block.skipped") == 1;
}

std::optional<std::size_t> Workshop::next_index() const {
    const auto index = current_index();
    auto next = index ? *index + 1 : 0;
    while (next < course_.blocks.size() && is_skipped(next)) ++next;
    return next < course_.blocks.size() ? std::optional(next) : std::nullopt;
}

std::optional<std::size_t> Workshop::previous_index() const {
    const auto index = current_index();
    if (!index || *index == 0) return std::nullopt;
    auto earlier = *index - 1;
    while (earlier > 0 && is_skipped(earlier)) --earlier;
    return earlier;
}

const model::Block* Workshop::current_block() const {
    const auto index = current_index();
    return index ? &course_.blocks[*index] : nullptr;
}

/// The entity that says how a block of the course went in this session.
Id Workshop::run_of(std::string_view block) const {
    return base::derived_id("block", {session_.span(), base::as_bytes(block)});
}

methods::Timer Workshop::clock_of(const model::Block& block) const {
    const auto run = run_of(block.id);
    const auto kept = methods::parse_timer(cells().text(run, "block.clock"));
    if (kept) return *kept;
    methods::Timer timer;
    timer.planned_ms = cells().number(run, "block.planned_min", block.minutes) * 60000;
    return timer;
}

methods::Agenda Workshop::agenda() const {
    methods::AgendaInput input;
    input.current = current_index();
    input.now = book_.now_ms();
    input.planned_start = cells().number(session_, "session.planned_start");
    const bool is_planned = input.planned_start != 0;
    if (!is_planned)
        input.planned_start = methods::planned_start(base::local_time_of_day(input.now, course_.start), input.now);
    for (const auto& block : course_.blocks) {
        const auto run = run_of(block.id);
        methods::BlockRun item;
        item.id = block.id;
        item.minutes = block.minutes;
        item.planned_minutes = static_cast<int>(cells().number(run, "block.planned_min", block.minutes));
        item.least_minutes = block.least_minutes;
        item.may_skip = block.may_skip;
        item.started_at = cells().number(run, "block.started_at");
        item.ended_at = cells().number(run, "block.ended_at");
        item.skipped = cells().number(run, "block.skipped") == 1;
        item.clock = clock_of(block);
        if (!is_planned && item.started_at > 0) input.planned_start = std::min(input.planned_start, item.started_at);
        input.blocks.push_back(std::move(item));
    }
    return methods::plan_agenda(input);
}

Judged Workshop::enter_block(std::size_t index, const Asker& asker, const std::string& skipping) {
    const auto now = book_.now_ms();
    const auto& block = course_.blocks[index];
    // A vote that the room has left could be answered by nobody, and nobody would see that it goes on.
    for (const auto& [poll, round] : rounds_) {
        if (!round.closing && cells().text(poll, "poll.block") != block.id) return refuse_for(poll);
    }
    const auto run = run_of(block.id);
    auto change = draft(asker, "change.enter_block");
    if (const auto* left = current_block(); left != nullptr && left->id != block.id) {
        const auto left_run = run_of(left->id);
        change.set(left_run, "block.ended_at", now);
        change.set(left_run, "block.clock", methods::to_json(methods::paused(clock_of(*left), now)));
        if (skipping == left->id) change.set(left_run, "block.skipped", 1);
    }
    auto timer = clock_of(block);
    // Come back to what had no time left: it has its time anew, as the agenda says.
    if (current_index() != index && timer.started() && methods::remaining_ms(timer, now) <= 0) {
        timer = {};
        timer.planned_ms = cells().number(run, "block.planned_min", block.minutes) * base::minute_ms;
    }
    timer = timer.started() ? methods::resumed(timer, now) : methods::started(timer, now);
    change.set(session_, "session.block", block.id);
    if (!current_index()) {
        const auto start = methods::planned_start(base::local_time_of_day(now, course_.start), now);
        change.set(session_, "session.planned_start", start);
    }
    change.set(run, "block.session", session_);
    change.set(run, "block.course_block", block.id);
    change.set(run, "block.title", block.texts.at("sv").title);
    if (cells().number(run, "block.started_at") == 0) {
        const auto phases = methods::phases_of(block);
        change.set(run, "block.planned_min", cells().number(run, "block.planned_min", block.minutes));
        change.set(run, "block.started_at", now);
        change.set(run, "block.phase", methods::phase_name(phases.size() > 1 ? phases[1] : phases.front()));
    }
    change.unset(run, "block.ended_at");
    change.set(run, "block.skipped", 0);
    change.set(run, "block.clock", methods::to_json(timer));
    if (block.activity == model::Activity::rotate) turns_.try_emplace(block.id, 1);
    changed_everybodys();
    return write(asker, std::move(change), {}, {{"block", block.id}});
}

Judged Workshop::judge(const intents::GoNext& wish, const Asker& asker) {
    if (has_moved(wish.from, cells().text(session_, "session.block"))) {
        return base::refuse(base::Code::already, "moved");
    }
    const auto index = next_index();
    if (!index) return base::refuse(base::Code::not_now, "last");
    return enter_block(*index, asker);
}

Judged Workshop::judge(const intents::GoBack& wish, const Asker& asker) {
    if (has_moved(wish.from, cells().text(session_, "session.block"))) {
        return base::refuse(base::Code::already, "moved");
    }
    const auto index = previous_index();
    if (!index) return base::refuse(base::Code::not_now, "first");
    return enter_block(*index, asker);
}

Judged Workshop::judge(const intents::JumpTo& wish, const Asker& asker) {
    const auto* block = find_block(wish.block);
    if (block == nullptr) return base::refuse(base::Code::not_found, "block");
    return enter_block(static_cast<std::size_t>(block - course_.blocks.data()), asker);
}

Judged Workshop::judge(const intents::SkipBlock& wish, const Asker& asker) {
    const auto* block = find_block(wish.block);
    if (block == nullptr) return base::refuse(base::Code::not_found, "block");
    const auto index = static_cast<std::size_t>(block - course_.blocks.data());
    if (current_index() == index) {
        const auto next = next_index();
        if (!next) return base::refuse(base::Code::not_now, "last");
        return enter_block(*next, asker, block->id);
    }
    auto change = draft(asker, "change.enter_block");
    change.set(run_of(block->id), "block.session", session_);
    change.set(run_of(block->id), "block.course_block", block->id);
    change.set(run_of(block->id), "block.skipped", 1);
    return write(asker, std::move(change));
}

Judged Workshop::set_clock(const Asker& asker, const methods::Timer& timer) {
    const auto* block = current_block();
    if (block == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    auto change = draft(asker, "change.block_clock");
    change.set(run_of(block->id), "block.clock", methods::to_json(timer));
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::StartClock&, const Asker& asker) {
    const auto* block = current_block();
    if (block == nullptr) return judge(intents::GoNext{}, asker);
    return set_clock(asker, methods::resumed(methods::started(clock_of(*block), book_.now_ms()), book_.now_ms()));
}

Judged Workshop::judge(const intents::PauseClock&, const Asker& asker) {
    const auto* block = current_block();
    if (block == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    return set_clock(asker, methods::paused(clock_of(*block), book_.now_ms()));
}

Judged Workshop::judge(const intents::ResumeClock&, const Asker& asker) {
    return judge(intents::StartClock{}, asker);
}

Judged Workshop::judge(const intents::AddMinutes& wish, const Asker& asker) {
    if (std::abs(wish.minutes) > intents::most_minutes_at_once) {
        const auto most = std::to_string(intents::most_minutes_at_once);
        const auto where = base::tr_page(setup_.language, "refused.minutes", {{"most", most}});
        return base::refuse(base::Code::bad_input, "minutes", where);
    }
    const auto* block = current_block();
    if (block == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    return set_clock(asker, methods::lengthened(clock_of(*block), std::int64_t{wish.minutes} * 60000));
}

Judged Workshop::judge(const intents::TakeCut& wish, const Asker& asker) {
    const auto* block = find_block(wish.block);
    if (block == nullptr) return base::refuse(base::Code::not_found, "block");
    const auto run = run_of(block->id);
    if (cells().number(run, "block.started_at") != 0) return base::refuse(base::Code::not_now, "begun");
    const auto suggested = agenda().cut;
    if (!suggested || suggested->block != block->id) return base::refuse(base::Code::not_now, "no_cut");
    if (wish.skip) return judge(intents::SkipBlock{wish.block}, asker);
    auto change = draft(asker, "change.block_clock");
    change.set(run, "block.session", session_);
    change.set(run, "block.course_block", block->id);
    change.set(run, "block.planned_min", methods::fitting_minutes(wish.minutes));
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::SetPhase& wish, const Asker& asker) {
    const auto* block = current_block();
    if (block == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    const auto to = methods::parse_phase(wish.phase);
    const auto from = methods::parse_phase(cells().text(run_of(block->id), "block.phase"));
    if (!to || !from) return base::refuse(base::Code::bad_input, "phase");
    if (*to != *from && !methods::may_change(methods::phases_of(*block), *from, *to)) {
        return base::refuse(base::Code::not_now, "phase");
    }
    if (*to == methods::Phase::closed) {
        for (const auto& [poll, round] : rounds_) {
            if (!round.closing) return refuse_for(poll);
        }
    }
    auto change = draft(asker, "change.set_phase");
    change.set(run_of(block->id), "block.phase", methods::phase_name(*to));
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::WorkOn& wish, const Asker& asker) {
    const auto* block = current_block();
    if (block == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    const auto lanes = lanes_of(*block, setup_.language);
    const bool known =
        std::any_of(lanes.begin(), lanes.end(), [&](const auto& lane) { return lane.id == wish.column; });
    if (!wish.column.empty() && !known) return base::refuse(base::Code::bad_input, "column");
    auto change = draft(asker, "change.work_on");
    change.set(run_of(block->id), "block.column", wish.column);
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::NextTurn&, const Asker& asker) {
    const auto* block = current_block();
    if (block == nullptr || block->activity != model::Activity::rotate) {
        return base::refuse(base::Code::not_now, "no_turns");
    }
    const int turn = ++turns_[block->id];
    Rows rows;
    keep("turn:" + block->id, std::to_string(turn), rows);
    changed_everybodys();
    return write_rows(asker, std::move(rows), {{"turn", std::to_string(turn)}});
}

}  // namespace registrar
