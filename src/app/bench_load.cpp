#include "app/bench_load.hpp"

#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/bench_client.hpp"

namespace app {
namespace {

using State = LoadClient::State;
using Moment = LoadClock::time_point;

constexpr auto warm_up = std::chrono::seconds(1);
constexpr std::size_t most_unanswered = 30;  // below what the host lets wait

double seconds_between(Moment from, Moment to) {
    return std::chrono::duration<double>(to - from).count();
}

void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// The smallest value that `share` of the values do not exceed; values are reordered.
double quantile(std::vector<float>& values, double share) {
    if (values.empty()) return 0;
    const auto place = static_cast<std::ptrdiff_t>(std::ceil(share * static_cast<double>(values.size()))) - 1;
    const auto nth = values.begin() + std::max<std::ptrdiff_t>(0, place);
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
}

class Load {
  public:
    explicit Load(const LoadPlan& plan) : plan_(plan), poll_(epoll_create1(EPOLL_CLOEXEC)) {}
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;
    ~Load() { ::close(poll_); }

    base::Result<LoadReport> run() {
        IR_DO(join());
        vote();
        return report();
    }

  private:
    base::Done join() {
        const auto start = LoadClock::now();
        const auto hello = R"({"t":"hello","v":1,"role":"tablet","join":")" + plan_.join_code + R"(","lang":"sv"})";
        clients_.reserve(static_cast<std::size_t>(plan_.clients));
        watched_.resize(static_cast<std::size_t>(plan_.clients));
        for (int i = 0; i < plan_.clients; ++i) {
            auto& client = clients_.emplace_back(plan_.host, plan_.port, hello);
            client.wants_options = i == 0;
            const auto from = plan_.sources > 1 ? 0x7f000001U + static_cast<std::uint32_t>(i % plan_.sources) : 0U;
            if (!client.connect(from)) return base::refuse(base::Code::too_many, "connections: " + std::to_string(i));
            epoll_event event{EPOLLIN | EPOLLOUT, {}};
            event.data.u64 = static_cast<std::uint64_t>(i);
            epoll_ctl(poll_, EPOLL_CTL_ADD, client.handle(), &event);
            watched_[static_cast<std::size_t>(i)] = true;
        }
        while (true) {
            turn(20);
            std::size_t joined = 0;
            for (const auto& client : clients_) {
                if (client.state() == State::lost) return base::refuse(base::Code::not_now, client.reason());
                joined += client.state() == State::joined;
            }
            if (joined == clients_.size() && !clients_.front().options().empty()) break;
            if (seconds_between(start, LoadClock::now()) > plan_.join_within_s) {
                return base::refuse(base::Code::not_now, std::to_string(joined) + " joined; is a poll open?");
            }
        }
        report_.joined_s = seconds_between(start, LoadClock::now());
        return {};
    }

    void vote() {
        began_ = LoadClock::now();
        measured_from_ = began_ + warm_up;
        ends_ = measured_from_ +
                std::chrono::duration_cast<LoadClock::duration>(std::chrono::duration<double>(plan_.seconds));
        latencies_.reserve(1U << 20U);
        if (plan_.rate <= 0) {
            for (auto& client : clients_) send(client, began_);
        }
        while (true) {
            const auto now = LoadClock::now();
            if (now >= ends_) break;
            turn(plan_.rate > 0 ? send_due(now) : 20);
        }
    }

    /// Sends all votes that are due and returns the milliseconds to the next. Clients are spread evenly over a period.
    int send_due(Moment now) {
        const double every_s = 1.0 / (plan_.rate * plan_.clients);
        while (true) {
            const auto due = began_ + std::chrono::duration_cast<LoadClock::duration>(
                                          std::chrono::duration<double>(every_s * static_cast<double>(sent_)));
            if (due > now) return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(due - now).count());
            auto& client = clients_[sent_++ % clients_.size()];
            if (client.unanswered() < most_unanswered) {
                send(client, due);
            } else {
                ++report_.errors;
            }
        }
    }

    void send(LoadClient& client, Moment due) {
        if (client.state() != State::joined) return;
        const auto& options = clients_.front().options();
        client.vote(options[++turn_ % options.size()], due);
        watch(client);
    }

    /// Asks to be told of room to write only while something waits for it.
    void watch(LoadClient& client) {
        const auto index = static_cast<std::size_t>(&client - clients_.data());
        if (client.handle() < 0 || watched_[index] == client.wants_to_write()) return;
        watched_[index] = client.wants_to_write();
        epoll_event event{watched_[index] ? EPOLLIN | EPOLLOUT : EPOLLIN, {}};
        event.data.u64 = index;
        epoll_ctl(poll_, EPOLL_CTL_MOD, client.handle(), &event);
    }

    void turn(int wait_ms) {
        std::array<epoll_event, 512> events{};
        const int count = epoll_wait(poll_, events.data(), static_cast<int>(events.size()), wait_ms);
        for (int i = 0; i < count; ++i) {
            const auto& event = events[static_cast<std::size_t>(i)];
            auto& client = clients_[event.data.u64];
            acked_.clear();
            client.ready((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0, (event.events & EPOLLOUT) != 0, acked_);
            const auto now = LoadClock::now();
            for (const auto due : acked_) count_ack(due, now);
            if (plan_.rate <= 0 && began_ != Moment() && client.unanswered() == 0) send(client, now);
            watch(client);
        }
    }

    void count_ack(Moment due, Moment now) {
        if (due < measured_from_ || now > ends_) return;
        ++report_.acks;
        latencies_.push_back(static_cast<float>(seconds_between(due, now) * 1000));
    }

    LoadReport report() {
        for (const auto& client : clients_) report_.errors += client.refusals() + (client.state() == State::lost);
        report_.acks_per_s = static_cast<double>(report_.acks) / plan_.seconds;
        report_.p50_ms = quantile(latencies_, 0.5);
        report_.p99_ms = quantile(latencies_, 0.99);
        return report_;
    }

    const LoadPlan plan_;
    int poll_;
    std::vector<LoadClient> clients_;
    std::vector<bool> watched_;
    std::vector<Moment> acked_;
    std::vector<float> latencies_;
    std::uint64_t sent_ = 0;
    std::uint64_t turn_ = 0;
    Moment began_, measured_from_, ends_;
    LoadReport report_;
};

}  // namespace

base::Result<LoadReport> run_load(const LoadPlan& plan) {
    raise_file_limit();
    return Load(plan).run();
}

}  // namespace app
