#pragma once
#include "ballots/report.hpp"
#include "base/files.hpp"

namespace app {

/// The report as people read it: the ranking with numbers, what was tied, and what else the method has to say.
void print_report(const ballots::Report& report);

/// A vote in a register counted again from the ballots that are kept there, and whether that gives what was kept as its
/// result. `wanted`: the vote's id or the beginning of it, or a block's name, which means the newest vote there.
/// `compare`: also by other methods, told beside it. Code::not_found lists the votes there are; Code::not_now while it
/// is still open.
struct Recount {
    ballots::Report report;
    std::string poll, question;
    bool agrees = false;
    bool kept = false;          // a result is kept: it has been shown
    std::string result;         // as it is now counted, in the words of `poll.result`
    std::string trust;          // how far the vote can be trusted, and how many came when: lines for people
    std::string trust_members;  // the same as members of a JSON object, each behind a comma
    std::vector<methods::Outcome> others;
};
base::Result<Recount> recount_poll(const base::Path& register_file, const std::string& wanted, bool compare);

/// What other methods make of the same ballots, a line each, and that the vote's own method decides.
void print_others(const Recount& recount);
/// [{"method","ranking","winners"}]
std::string others_json(const Recount& recount);

}  // namespace app
