#pragma once
#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace app {

/// Tablets that vote, for measuring a host from outside by real sockets. One poll must be open when they join.
struct LoadPlan {
    std::string host = "127.0.0.1";  // IPv4
    std::uint16_t port = 0;
    std::string join_code;
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
    std::int64_t errors = 0;        // refusals, and connections lost
    double joined_s = 0;            // until every client had its ballot
};

/// Joins, votes, and says what it saw. Blocks; one thread of its own would do, so that the host has the others. Raises
/// the process's soft file limit. Code::not_now when not everybody had a ballot in time, Code::wrong_code and others
/// as the host refuses.
base::Result<LoadReport> run_load(const LoadPlan& plan);

}  // namespace app
