#pragma once
#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

/// Counts wakes, and waits for them.
struct Bell {
    std::mutex guard;
    std::condition_variable rung;
    int count = 0;

    std::function<void()> rope() {
        return [this] {
            const std::lock_guard hold(guard);
            ++count;
            rung.notify_all();
        };
    }
    void wait_for(int times) {
        std::unique_lock hold(guard);
        REQUIRE(rung.wait_for(hold, std::chrono::seconds(20), [&] { return count >= times; }));
    }
};
