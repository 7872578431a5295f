#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace base {

/// Values handed from any thread to one receiver, in order. The receiver takes all at once; `wake`, when set,
/// is called after each push on an empty inbox (from the pushing thread) so that a sleeping receiver of another kind
/// (a window, an Asio loop) wakes. Set it before the first push.
template <class T>
class Inbox {
  public:
    explicit Inbox(std::function<void()> wake = {}) : wake_(std::move(wake)) {}
    void set_wake(std::function<void()> wake) { wake_ = std::move(wake); }

    /// Any thread. Returns how many items now wait.
    std::size_t push(T item) {
        std::size_t waiting = 0;
        {
            const std::lock_guard hold(guard_);
            items_.push_back(std::move(item));
            waiting = items_.size();
        }
        if (waiting == 1) tell();
        return waiting;
    }
    /// Many at once, in order; one wake.
    void push_all(std::vector<T> items) {
        if (items.empty()) return;
        bool was_empty = false;
        {
            const std::lock_guard hold(guard_);
            was_empty = items_.empty();
            if (was_empty) {
                items_ = std::move(items);
            } else {
                for (auto& item : items) items_.push_back(std::move(item));
            }
        }
        if (was_empty) tell();
    }
    /// Receiver's thread. Never blocks.
    std::vector<T> take_all() {
        const std::lock_guard hold(guard_);
        return std::exchange(items_, {});
    }
    /// Receiver's thread. Sleeps until there is something, the inbox is closed, or `timeout` has passed.
    template <class Duration>
    std::vector<T> wait_all(Duration timeout) {
        std::unique_lock hold(guard_);
        arrived_.wait_for(hold, timeout, [this] { return !items_.empty() || closed_; });
        return std::exchange(items_, {});
    }
    /// Wakes the receiver for good: wait_all no longer sleeps.
    void close() {
        const std::lock_guard hold(guard_);
        closed_ = true;
        arrived_.notify_all();
    }

  private:
    void tell() {
        arrived_.notify_one();
        if (wake_) wake_();
    }
    std::mutex guard_;
    std::condition_variable arrived_;
    std::vector<T> items_;
    std::function<void()> wake_;
    bool closed_ = false;
};

}  // namespace base
