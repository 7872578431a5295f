#pragma once
#include <limits>

namespace app {

/// When the memory that frames have taken goes back to the system: once frames no longer follow on one another, but not
/// again and again; and where they always do, once a minute. Times in seconds of one clock.
class MemoryRest {
  public:
    void drew(double now_s) {
        if (drawn_s_ == never) given_s_ = busy_s_ = now_s;
        if (now_s - drawn_s_ < in_a_row_s) busy_s_ = now_s;
        drawn_s_ = now_s;
        owes_ = true;
    }
    /// Below 0: there is nothing to give back.
    double due_s() const;
    void gave(double now_s) {
        given_s_ = now_s;
        owes_ = false;
    }

  private:
    static constexpr double in_a_row_s = 0.5;  // a clock's ticks do not follow on one another
    static constexpr double never = -std::numeric_limits<double>::infinity();
    double drawn_s_ = never, busy_s_ = never, given_s_ = never;
    bool owes_ = false;
};

}  // namespace app
