#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tablets {

/// How often something may happen: `burst` at once, and `per_s` each second after that.
struct Rate {
    double per_s = 1;
    double burst = 1;
};

/// What one visitor or address has used of a Rate. Small: each connection holds several. Times are milliseconds of a
/// clock that never steps back.
class Bucket {
  public:
    /// Takes one if there is one and returns 0; else takes nothing and returns the milliseconds until there is one.
    int take(std::int64_t now_ms, Rate rate) {
        leak(now_ms, rate);
        const int wait = wait_ms(now_ms, rate);
        if (wait == 0) ++used_;
        return wait;
    }
    /// Milliseconds until one could be taken; 0 = now.
    int wait_ms(std::int64_t now_ms, Rate rate) const {
        const double over = used_at(now_ms, rate) + 1 - rate.burst;
        if (over <= 1e-9) return 0;
        return rate.per_s <= 0 ? most_wait_ms
                               : static_cast<int>(std::min<double>(std::ceil(over / rate.per_s * 1000), most_wait_ms));
    }
    /// Counts one although it may be over the rate (it already happened), at most `burst` below nothing, so that
    /// whoever shares the bucket does not wait for ever.
    void spend(std::int64_t now_ms, Rate rate) {
        leak(now_ms, rate);
        used_ = std::min(used_ + 1, rate.burst * 2);
    }
    bool is_unused(std::int64_t now_ms, Rate rate) const { return used_at(now_ms, rate) <= 0; }

  private:
    static constexpr int most_wait_ms = 600'000;

    double used_at(std::int64_t now_ms, Rate rate) const {
        if (now_ms <= at_ms_) return used_;
        return std::max(0.0, used_ - static_cast<double>(now_ms - at_ms_) * rate.per_s / 1000);
    }
    void leak(std::int64_t now_ms, Rate rate) {
        used_ = used_at(now_ms, rate);
        at_ms_ = std::max(at_ms_, now_ms);
    }
    double used_ = 0;
    std::int64_t at_ms_ = 0;
};

}  // namespace tablets
