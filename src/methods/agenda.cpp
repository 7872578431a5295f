#include "methods/agenda.hpp"

#include <algorithm>
#include <cstdlib>

namespace methods {
namespace {

/// A block that the room comes back to goes on where its clock stood, or has its time anew when that was used up.
std::int64_t span_to_come(const BlockRun& block, std::int64_t now) {
    if (block.clock.started()) {
        const auto left = remaining_ms(block.clock, now);
        return left > 0 ? left : block.planned_minutes * base::minute_ms;
    }
    return std::max<std::int64_t>(0, block.planned_minutes * base::minute_ms + block.clock.extra_ms);
}

int minutes_rounded_up(std::int64_t span_ms) {
    return static_cast<int>((span_ms + base::minute_ms - 1) / base::minute_ms);
}

/// Fills in what each line shows and moves `at` to where it ends.
class Planner {
  public:
    explicit Planner(const AgendaInput& input) : input_(input) {
        if (input.current && *input.current < input.blocks.size()) current_ = input.current;
    }

    Agenda plan() {
        agenda_.lines.reserve(input_.blocks.size());
        std::int64_t planned = input_.planned_start;
        for (const auto& block : input_.blocks) {
            AgendaLine line;
            line.id = block.id;
            line.planned_start = planned;
            planned += block.minutes * base::minute_ms;
            line.planned_end = planned;
            agenda_.lines.push_back(std::move(line));
        }
        agenda_.planned_end = planned;
        place_past();
        place_current();
        place_rest();
        sum_up();
        return std::move(agenda_);
    }

  private:
    /// What lies ahead of the room is run when the room comes there, also when it has been run before.
    bool is_over(std::size_t index) const {
        const auto& block = input_.blocks[index];
        const bool goes_on = current_ && input_.blocks[*current_].ended_at == 0;
        return block.skipped || (block.ended_at != 0 && !(goes_on && index > *current_));
    }
    std::int64_t span_of(const BlockRun& block) const { return span_to_come(block, input_.now); }

    /// Where the time to come begins.
    std::int64_t now_or_start() const { return current_ ? input_.now : std::max(input_.now, input_.planned_start); }

    void place_past() {
        for (std::size_t i = 0; i < input_.blocks.size(); ++i) {
            const auto& block = input_.blocks[i];
            auto& line = agenda_.lines[i];
            line.starts_at = block.started_at != 0 ? block.started_at : line.planned_start;
            line.ends_at = line.starts_at;
            if (block.skipped || (current_ && i < *current_ && block.started_at == 0)) {
                line.state = BlockState::skipped;
            } else if (is_over(i) || (current_ && i < *current_)) {
                line.state = BlockState::done;
                line.ends_at = block.ended_at != 0 ? block.ended_at : line.starts_at;
                line.minutes = minutes_rounded_up(std::max<std::int64_t>(0, line.ends_at - line.starts_at));
            }
        }
    }

    void place_current() {
        at_ = now_or_start();
        if (!current_ || is_over(*current_)) return;
        const auto& block = input_.blocks[*current_];
        auto& line = agenda_.lines[*current_];
        line.state = BlockState::now;
        line.starts_at = block.started_at != 0 ? block.started_at : input_.now;
        if (block.clock.started()) {
            agenda_.elapsed_ms = elapsed_ms(block.clock, input_.now);
            agenda_.remaining_ms = remaining_ms(block.clock, input_.now);
            line.minutes = minutes_rounded_up(block.clock.total_ms());
        } else {
            agenda_.remaining_ms = span_of(block);
            line.minutes = minutes_rounded_up(agenda_.remaining_ms);
        }
        agenda_.paused = block.clock.paused();
        agenda_.over_time = agenda_.remaining_ms < 0;
        at_ += std::max<std::int64_t>(0, agenda_.remaining_ms);
        line.ends_at = at_;
        line.late = agenda_.over_time;
    }

    void place_rest() {
        bool is_next = true;
        for (std::size_t i = current_ ? *current_ : 0; i < input_.blocks.size(); ++i) {
            const auto& block = input_.blocks[i];
            auto& line = agenda_.lines[i];
            if (line.state == BlockState::now || is_over(i)) continue;
            line.state = is_next ? BlockState::next : BlockState::later;
            is_next = false;
            line.starts_at = at_;
            at_ += span_of(block);
            line.ends_at = at_;
            line.minutes = minutes_rounded_up(span_of(block));
            to_come_.push_back(i);
        }
    }

    void sum_up() {
        agenda_.ends_at = at_;
        const bool all_over = to_come_.empty() && (!current_ || is_over(*current_));
        if (all_over && !agenda_.lines.empty()) {
            agenda_.ends_at = 0;
            for (const auto& line : agenda_.lines) agenda_.ends_at = std::max(agenda_.ends_at, line.ends_at);
        }
        agenda_.drift_ms = agenda_.ends_at - agenda_.planned_end;
        agenda_.drift_min = static_cast<int>(agenda_.drift_ms / base::minute_ms);
        for (auto& line : agenda_.lines) {
            const bool behind = line.ends_at - line.planned_end >= least_drift_min * base::minute_ms;
            line.late = line.late || (behind && line.state != BlockState::done && line.state != BlockState::skipped);
        }
        if (agenda_.drift_min >= least_drift_min) agenda_.cut = find_cut();
    }

    std::optional<Cut> find_cut() const {
        const int need = minutes_rounded_up(agenda_.drift_ms);
        std::optional<Cut> whole;     // one block shortened, and all is well
        std::optional<Cut> passed;    // one block skipped, and all is well
        std::optional<Cut> greatest;  // not enough, but something
        for (const auto i : to_come_) {
            const auto& block = input_.blocks[i];
            const int length = agenda_.lines[i].minutes;
            // The time of a block that has begun is changed by its clock, when the room is back there.
            const bool may_shorten = block.least_minutes > 0 && block.started_at == 0;
            const int slack = may_shorten ? std::max(0, length - block.least_minutes) : 0;
            if (slack >= need) {
                // Of 30 minutes 4 are felt less than of 10: the longest block gives.
                const bool better = !whole || length > whole->minutes + need;
                if (better) whole = Cut{block.id, false, length - need, need, true};
            } else if (slack > 0 && (!greatest || slack > greatest->saves)) {
                greatest = Cut{block.id, false, length - slack, slack, false};
            }
            if (!block.may_skip || length == 0) continue;
            if (length >= need && (!passed || length < passed->saves)) passed = Cut{block.id, true, 0, length, true};
            if (length < need && (!greatest || length > greatest->saves)) {
                greatest = Cut{block.id, true, 0, length, false};
            }
        }
        return whole ? whole : passed ? passed : greatest;
    }

    const AgendaInput& input_;
    std::optional<std::size_t> current_;
    Agenda agenda_;
    std::int64_t at_ = 0;
    std::vector<std::size_t> to_come_;
};

}  // namespace

std::string_view block_state_name(BlockState state) {
    constexpr std::string_view names[] = {"done", "now", "next", "later", "skipped"};
    return names[static_cast<std::size_t>(state)];
}

Agenda plan_agenda(const AgendaInput& input) {
    return Planner(input).plan();
}

std::int64_t planned_start(std::int64_t written, std::int64_t now) {
    constexpr std::int64_t an_hour = 60 * base::minute_ms;
    return written != 0 && std::abs(now - written) <= an_hour ? written : now;
}

int fitting_minutes(int minutes) {
    return std::clamp(minutes, 1, 24 * 60);
}

}  // namespace methods
