#include "app/bench_load.hpp"

#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>

namespace app {
namespace {

using State = LoadClient::State;

constexpr auto warm_up = std::chrono::seconds(1);
constexpr std::size_t most_unanswered = 30;  // below what the host lets wait

double seconds_between(LoadClock::time_point from, LoadClock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

LoadClock::duration as_duration(double seconds) {
    return std::chrono::duration_cast<LoadClock::duration>(std::chrono::duration<double>(seconds));
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

}  // namespace

Load::Load(LoadPlan plan) : plan_(std::move(plan)), poll_(epoll_create1(EPOLL_CLOEXEC)) {
    raise_file_limit();
    clients_.reserve(static_cast<std::size_t>(plan_.clients));
    for (int i = 0; i < plan_.clients; ++i) clients_.emplace_back(plan_.way);
    clients_.front().wants_options = true;
}

Load::~Load() {
    ::close(poll_);
}

base::Done Load::join() {
    const auto since = LoadClock::now();
    IR_DO(come(since));
    report_.joined_s = seconds_between(since, LoadClock::now());
    std::vector<float> fetched;
    for (const auto& client : clients_) {
        if (client.fetched_at() == Moment()) continue;
        fetched.push_back(static_cast<float>(seconds_between(since, client.fetched_at()) * 1000));
    }
    report_.page_p99_ms = quantile(fetched, 0.99);
    return {};
}

base::Done Load::come_back() {
    for (auto& client : clients_) client.drop();
    joined_ = 0;
    const auto since = LoadClock::now();
    IR_DO(come(since));
    report_.back_s = seconds_between(since, LoadClock::now());
    return {};
}

base::Done Load::come(Moment since) {
    for (std::size_t i = 0; i < clients_.size(); ++i) {
        auto& client = clients_[i];
        const auto sources = static_cast<std::size_t>(std::max(1, plan_.sources));
        const auto from = sources > 1 ? 0x7f000001U + static_cast<std::uint32_t>(i % sources) : 0U;
        if (!client.come(from)) return base::refuse(base::Code::too_many, "connections: " + std::to_string(i));
        meet(client);
    }
    while (joined_ < clients_.size() || clients_.front().options().empty()) {
        turn(0.02);
        if (lost_ != nullptr) return base::refuse(base::Code::not_now, lost_->reason());
        if (seconds_between(since, LoadClock::now()) > plan_.join_within_s) {
            return base::refuse(base::Code::not_now, std::to_string(joined_) + " joined; is a poll open?");
        }
    }
    return {};
}

void Load::rest(double seconds) {
    const auto until = LoadClock::now() + as_duration(seconds);
    for (auto now = LoadClock::now(); now < until; now = LoadClock::now()) turn(seconds_between(now, until));
}

void Load::vote() {
    voting_ = true;
    began_ = LoadClock::now();
    measured_from_ = began_ + warm_up;
    ends_ = measured_from_ + as_duration(plan_.seconds);
    latencies_.reserve(1U << 20U);
    if (plan_.rate <= 0) {
        for (auto& client : clients_) send(client, began_);
    }
    for (auto now = LoadClock::now(); now < ends_; now = LoadClock::now()) {
        turn(plan_.rate > 0 ? send_due(now) : 0.02);
    }
    voting_ = false;
}

/// Sends all votes that are due and returns the seconds to the next. Clients are spread evenly over a period.
double Load::send_due(Moment now) {
    const double every_s = 1.0 / (plan_.rate * plan_.clients);
    while (true) {
        const auto due = began_ + as_duration(every_s * static_cast<double>(sent_));
        if (due > now) return seconds_between(now, due);
        auto& client = clients_[sent_++ % clients_.size()];
        if (client.unanswered() < most_unanswered) {
            send(client, due);
        } else {
            ++report_.errors;
        }
    }
}

void Load::send(LoadClient& client, Moment due) {
    if (client.state() != State::joined) return;
    const auto& options = clients_.front().options();
    client.vote(options[++turn_ % options.size()], due);
}

/// A socket that is new to us. Told when something has come and when there is room again, each time once: a client
/// reads and writes all it can.
void Load::meet(LoadClient& client) {
    epoll_event event{EPOLLIN | EPOLLOUT | EPOLLET, {}};
    event.data.u64 = static_cast<std::uint64_t>(&client - clients_.data());
    epoll_ctl(poll_, EPOLL_CTL_ADD, client.handle(), &event);
}

void Load::turn(double wait_s) {
    std::array<epoll_event, 512> events{};
    // Milliseconds would be too coarse: votes would be sent late, and several at once.
    const auto whole_s = static_cast<std::time_t>(wait_s);
    const timespec wait{whole_s, static_cast<long>((wait_s - static_cast<double>(whole_s)) * 1e9)};
    const int count = epoll_pwait2(poll_, events.data(), static_cast<int>(events.size()), &wait, nullptr);
    for (int i = 0; i < count; ++i) {
        const auto& event = events[static_cast<std::size_t>(i)];
        auto& client = clients_[event.data.u64];
        const auto before = client.state();
        const auto visit = client.visit();
        acked_.clear();
        client.ready((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0, acked_);
        joined_ += client.state() == State::joined && before != State::joined;
        if (client.state() == State::lost && lost_ == nullptr) lost_ = &client;
        const auto now = LoadClock::now();
        report_.ballots += static_cast<std::int64_t>(acked_.size());
        for (const auto due : acked_) count_ack(due, now);
        if (voting_ && plan_.rate <= 0 && client.unanswered() == 0) send(client, now);
        if (client.visit() != visit && client.handle() >= 0) meet(client);
    }
}

void Load::count_ack(Moment due, Moment now) {
    if (due < measured_from_ || now > ends_) return;
    ++report_.acks;
    latencies_.push_back(static_cast<float>(seconds_between(due, now) * 1000));
}

LoadReport Load::report() {
    for (const auto& client : clients_) report_.errors += client.refusals() + (client.state() == State::lost);
    report_.acks_per_s = static_cast<double>(report_.acks) / plan_.seconds;
    report_.p50_ms = quantile(latencies_, 0.5);
    report_.p99_ms = quantile(latencies_, 0.99);
    return report_;
}

}  // namespace app
