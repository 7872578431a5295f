#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "app/bench_client.hpp"
#include "base/result.hpp"

namespace app {

/// Tablets that vote, for measuring a host from outside by real sockets. One poll must be open when they join.
struct LoadPlan {
    LoadWay way;
    int clients = 100;
    double rate = 0;     // votes a second of each client; 0 = closed loop: the next when the former is acknowledged
    double seconds = 5;  // measured, after one second that is not
    int sources = 1;     // loopback addresses to come from; 28,000 connections fit in each
    double join_within_s = 60;
};

struct LoadReport {
    std::int64_t acks = 0;  // of votes that were due while measuring
    double acks_per_s = 0;
    double p50_ms = 0, p99_ms = 0;  // from when a vote was due to its acknowledgement
    std::int64_t ballots = 0;       // acknowledged in all
    std::int64_t errors = 0;        // refusals, and connections lost
    double joined_s = 0;            // until every client had its ballot, the pages fetched
    double page_p99_ms = 0;         // until a client had all pages
    double back_s = 0;              // until every client was welcome again after all were gone
};

/// A hall of tablets; one thread, so that the host has the others. Raises the process's soft file limit.
class Load {
  public:
    explicit Load(LoadPlan plan);
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;
    ~Load();

    /// All come at once. Code::not_now when not everybody had a ballot in time, or as the host refuses.
    base::Done join();
    /// All are gone at once, and come back at once.
    base::Done come_back();
    /// Hears what is told.
    void rest(double seconds);
    void vote();
    LoadReport report();

  private:
    using Moment = LoadClock::time_point;
    base::Done come(Moment since);
    double send_due(Moment now);
    void send(LoadClient& client, Moment due);
    void meet(LoadClient& client);
    void turn(double wait_s);
    void count_ack(Moment due, Moment now);

    const LoadPlan plan_;
    int poll_;
    std::vector<LoadClient> clients_;
    std::vector<Moment> acked_;
    std::vector<float> latencies_;
    std::size_t joined_ = 0;
    const LoadClient* lost_ = nullptr;  // the first that was
    std::uint64_t sent_ = 0;
    std::uint64_t turn_ = 0;
    bool voting_ = false;
    Moment began_, measured_from_, ends_;
    LoadReport report_;
};

}  // namespace app
