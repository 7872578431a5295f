#pragma once
#include <optional>
#include <string_view>

namespace model {

/// How far a vote makes sure that each person has one ballot. Participants are told which it is.
enum class Trust {
    open,   // each device draws one
    heads,  // the same, and everybody is told when more ballots are cast than there are people
    codes   // a ballot is given for a one-time code on a card, and for nothing else
};

/// "open", "heads", "codes": in course files, the protocol and `poll.params`.
std::string_view trust_name(Trust trust);
std::optional<Trust> parse_trust(std::string_view name);

}  // namespace model
