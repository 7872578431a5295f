#include "methods/timer.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace methods {
namespace {

/// Reads the one form we write: an object of integers by simple names.
class IntegerObject {
  public:
    explicit IntegerObject(std::string_view text) : rest_(text) {}

    base::Result<std::map<std::string, std::int64_t, std::less<>>> read() {
        std::map<std::string, std::int64_t, std::less<>> numbers;
        if (!take('{')) return wrong();
        if (take('}')) return end(std::move(numbers));
        do {
            std::string name;
            std::int64_t number = 0;
            if (!read_name(name) || !take(':') || !read_number(number)) return wrong();
            if (!numbers.emplace(std::move(name), number).second) return wrong();
        } while (take(','));
        if (!take('}')) return wrong();
        return end(std::move(numbers));
    }

  private:
    static tl::unexpected<base::Error> wrong() { return base::refuse(base::Code::bad_input, "block.clock"); }
    base::Result<std::map<std::string, std::int64_t, std::less<>>> end(
        std::map<std::string, std::int64_t, std::less<>> numbers) {
        skip_space();
        if (!rest_.empty()) return wrong();
        return numbers;
    }
    void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }
    bool take(char c) {
        skip_space();
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool read_name(std::string& name) {
        if (!take('"')) return false;
        const auto end = rest_.find('"');
        if (end == std::string_view::npos || rest_.substr(0, end).find('\\') != std::string_view::npos) return false;
        name = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return true;
    }
    bool read_number(std::int64_t& number) {
        skip_space();
        const auto [stop, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (error != std::errc{}) return false;
        rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
        return true;
    }
    std::string_view rest_;
};

}  // namespace

Timer started(Timer timer, std::int64_t now) {
    if (!timer.started()) timer.started_at = now;
    return timer;
}

Timer paused(Timer timer, std::int64_t now) {
    if (timer.running()) timer.paused_at = now;
    return timer;
}

Timer resumed(Timer timer, std::int64_t now) {
    if (!timer.paused()) return timer;
    timer.paused_total_ms += std::max<std::int64_t>(0, now - timer.paused_at);
    timer.paused_at = 0;
    return timer;
}

Timer lengthened(Timer timer, std::int64_t by_ms) {
    timer.extra_ms = std::max(timer.extra_ms + by_ms, -timer.planned_ms);
    return timer;
}

std::int64_t elapsed_ms(const Timer& timer, std::int64_t now) {
    if (!timer.started()) return 0;
    const std::int64_t until = timer.paused() ? timer.paused_at : now;
    return std::max<std::int64_t>(0, until - timer.started_at - timer.paused_total_ms);
}

std::int64_t remaining_ms(const Timer& timer, std::int64_t now) {
    return timer.total_ms() - elapsed_ms(timer, now);
}

std::string_view signal_name(Signal signal) {
    constexpr std::string_view names[] = {"half", "two_minutes", "thirty_seconds", "over"};
    return names[static_cast<std::size_t>(signal)];
}

std::vector<Signal> signals_between(const Timer& timer, std::int64_t from, std::int64_t to) {
    const std::int64_t total = timer.total_ms();
    const std::int64_t before = timer.started() && from >= timer.started_at ? elapsed_ms(timer, from) : -1;
    const std::int64_t after = timer.started() && to >= timer.started_at ? elapsed_ms(timer, to) : -1;
    std::vector<std::pair<std::int64_t, Signal>> marks = {{total / 2, Signal::half}, {total, Signal::over}};
    if (total > 2 * base::minute_ms) marks.push_back({total - 2 * base::minute_ms, Signal::two_minutes});
    if (total > base::minute_ms / 2) marks.push_back({total - base::minute_ms / 2, Signal::thirty_seconds});
    std::sort(marks.begin(), marks.end());
    std::vector<Signal> signals;
    if (total <= 0) return signals;
    for (const auto& [at, signal] : marks) {
        if (before < at && at <= after) signals.push_back(signal);
    }
    return signals;
}

std::string to_json(const Timer& timer) {
    return "{\"extra_ms\":" + std::to_string(timer.extra_ms) + ",\"paused_at\":" + std::to_string(timer.paused_at) +
           ",\"paused_total_ms\":" + std::to_string(timer.paused_total_ms) +
           ",\"planned_ms\":" + std::to_string(timer.planned_ms) +
           ",\"started_at\":" + std::to_string(timer.started_at) + "}";
}

base::Result<Timer> parse_timer(std::string_view json) {
    IR_TRY(const auto numbers, IntegerObject(json).read());
    const auto number = [&numbers](std::string_view name) {
        const auto found = numbers.find(name);
        return found == numbers.end() ? std::int64_t{0} : found->second;
    };
    Timer timer;
    timer.planned_ms = number("planned_ms");
    timer.extra_ms = number("extra_ms");
    timer.started_at = number("started_at");
    timer.paused_at = number("paused_at");
    timer.paused_total_ms = number("paused_total_ms");
    // Beyond a year a sum could overflow, and no workshop is that long.
    constexpr std::int64_t most_ms = 366LL * 24 * 60 * base::minute_ms;
    constexpr std::int64_t last_moment = 1LL << 53;
    const bool sound = timer.planned_ms >= 0 && timer.planned_ms <= most_ms && timer.extra_ms >= -timer.planned_ms &&
                       timer.extra_ms <= most_ms && timer.started_at >= 0 && timer.started_at <= last_moment &&
                       timer.paused_at >= 0 && timer.paused_at <= last_moment && timer.paused_total_ms >= 0 &&
                       timer.paused_total_ms <= last_moment;
    if (!sound) return base::refuse(base::Code::bad_input, "block.clock");
    return timer;
}

}  // namespace methods
