#include "registrar/tallies.hpp"

#include "base/digest.hpp"
#include "views/poll_form.hpp"

namespace registrar {

std::optional<store::PutBlob> keep_ballots(model::Draft& change, const Id& tally, methods::Method method,
                                           std::string multiset) {
    if (multiset.size() <= most_ballots_in_fact) {
        const bool written = methods::answer_of(method) == methods::Answer::objection;
        change.set(tally, written ? "tally.words" : "tally.ballots", multiset);
        return {};
    }
    auto hash = base::to_hex(base::sha256(multiset));
    change.set(tally, "tally.ballots_blob", hash);
    return store::PutBlob{std::move(hash), std::move(multiset), "application/json"};
}

base::Result<std::vector<methods::CountedBallot>> read_ballots(store::Reader& reader, const Id& poll) {
    IR_TRY(const auto tallies, reader.read_rows("tally", {{"poll", model::of_id(poll)}}));
    std::vector<methods::CountedBallot> ballots;
    for (const auto& tally : tallies) {
        auto text = tally.text("ballots");
        if (text.empty()) text = tally.text("words");
        if (const auto hash = tally.text("ballots_blob"); text.empty() && !hash.empty()) {
            IR_TRY(auto blob, reader.read_blob(hash));
            if (!blob) return base::refuse(base::Code::corrupt, "tally.ballots_blob", hash);
            text = std::move(*blob);
        }
        IR_TRY(auto counted, views::parse_ballots(text));
        for (auto& ballot : counted) ballots.push_back(std::move(ballot));
    }
    return ballots;
}

}  // namespace registrar
