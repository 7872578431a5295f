#include "base/inbox.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

using base::Inbox;
using namespace std::chrono_literals;

TEST_CASE("what is pushed is taken once, in order") {
    Inbox<int> inbox;
    inbox.push(1);
    inbox.push_all({2, 3});
    CHECK(inbox.push(4) == 4);
    CHECK(inbox.take_all() == std::vector<int>{1, 2, 3, 4});
    CHECK(inbox.take_all().empty());
}

TEST_CASE("values that cannot be copied are handed over") {
    Inbox<std::unique_ptr<int>> inbox;
    inbox.push(std::make_unique<int>(7));
    CHECK(*inbox.take_all().front() == 7);
}

TEST_CASE("the receiver is woken once for a burst, and again after it has taken") {
    int woken = 0;
    Inbox<int> inbox([&woken] { ++woken; });
    inbox.push(1);
    inbox.push(2);
    inbox.push_all({3});
    CHECK(woken == 1);
    inbox.take_all();
    inbox.push_all({4});
    inbox.push_all({});
    CHECK(woken == 2);
}

TEST_CASE("waiting on an empty inbox ends after its time, with nothing") {
    Inbox<int> inbox;
    CHECK(inbox.wait_all(1ms).empty());
}

TEST_CASE("a waiting receiver wakes when something comes") {
    Inbox<int> inbox;
    std::thread sender([&inbox] { inbox.push(5); });
    CHECK(inbox.wait_all(20s) == std::vector<int>{5});
    sender.join();
}

TEST_CASE("closing wakes the receiver for good") {
    Inbox<int> inbox;
    std::thread closer([&inbox] { inbox.close(); });
    CHECK(inbox.wait_all(20s).empty());
    closer.join();
    CHECK(inbox.wait_all(20s).empty());
    inbox.push(1);
    CHECK(inbox.wait_all(20s).size() == 1);
}

TEST_CASE("nothing is lost or turned around between many senders and one receiver") {
    constexpr int senders = 4;
    constexpr int each = 5000;
    Inbox<std::pair<int, int>> inbox;
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&inbox, sender] {
            for (int i = 0; i < each; ++i) inbox.push({sender, i});
        });
    }
    std::vector<int> expected(senders, 0);
    int taken = 0;
    bool in_order = true;
    while (taken < senders * each) {
        const auto some = inbox.wait_all(20s);
        if (some.empty()) break;
        for (const auto& item : some)
            in_order = in_order && item.second == expected[static_cast<std::size_t>(item.first)]++;
        taken += static_cast<int>(some.size());
    }
    for (auto& thread : threads) thread.join();
    CHECK(taken == senders * each);
    CHECK(in_order);
}
