#include "registrar/answers.hpp"

#include "views/page.hpp"

namespace registrar {

using intents::AnswerBallot;

void Answers::when_saved(std::uint64_t ticket, std::function<void()> say, intents::Visitor visitor,
                         std::string client_id) {
    waiting_.push_back({ticket, std::move(say), visitor, std::move(client_id), false});
}

void Answers::ballot_when_saved(std::uint64_t ticket, std::uint64_t ballot_ticket) {
    ballots_.push_back({ticket, ballot_ticket, false});
}

void Answers::saved(std::uint64_t upto, std::vector<intents::ToTablets>& out) {
    for (; !ballots_.empty() && ballots_.front().ticket <= upto; ballots_.pop_front()) {
        AnswerBallot answer;
        answer.ticket = ballots_.front().ballot_ticket;
        out.emplace_back(std::move(answer));
    }
    while (!waiting_.empty() && waiting_.front().ticket <= upto) {
        // Out of the queue first: what is said may queue further answers.
        const auto say = std::move(waiting_.front().say);
        waiting_.pop_front();
        say();
    }
}

void Answers::pending(const base::Error& error, int retry_after_ms, std::vector<intents::ToTablets>& out) {
    for (auto& ballot : ballots_) {
        if (std::exchange(ballot.told, true)) continue;
        AnswerBallot answer;
        answer.ticket = ballot.ballot_ticket;
        answer.kind = AnswerBallot::Kind::pending;
        answer.code = error.code;
        answer.retry_after_ms = retry_after_ms;
        out.emplace_back(std::move(answer));
    }
    for (auto& waiting : waiting_) {
        if (waiting.client_id.empty() || std::exchange(waiting.told, true)) continue;
        const auto text = views::to_pending(waiting.client_id, error, retry_after_ms);
        out.emplace_back(intents::Send{waiting.visitor, std::make_shared<const std::string>(text), {}});
    }
}

}  // namespace registrar
