#pragma once
#include <string>
#include <vector>

#include "methods/poll.hpp"
#include "model/cells.hpp"
#include "model/trust.hpp"

namespace views {

using base::Id;

/// What a round of a vote asks, frozen when it opened: rules and words. Kept in the journal as `poll.params` and
/// `poll.options` (JSON with sorted keys, made and read here; members that say nothing are left out). The rule's seed
/// is `poll.seed`.
struct PollForm {
    struct Option {
        std::string id;
        std::string label;
        std::string group;
    };
    struct Criterion {
        std::string id;
        std::string label;
        std::string colour;
    };
    methods::PollRule rule;
    std::vector<Option> options;
    std::vector<Criterion> criteria;
    std::string unit;  // shown after money ("kr"); empty where there is none
    model::Trust trust = model::Trust::open;
    int people = 0;  // heads: in the room, as the trainer has said
    int codes = 0;   // codes: how many there were to use when it opened
};

std::string params_json(const PollForm& form);
std::string options_json(const PollForm& form);
/// Code::corrupt when the cells hold no readable poll.
base::Result<PollForm> read_poll_form(const model::Cells& cells, const Id& poll);
/// The same for a closed poll whose words may have been erased: ids that are missing are taken from its result and its
/// ballots, and `gone` stands for every word. Code::corrupt when what is there cannot be read, or too little is.
base::Result<PollForm> read_poll_remains(const model::Cells& cells, const Id& poll,
                                         const std::vector<methods::CountedBallot>& ballots, const std::string& gone);

/// A closed multiset as `tally.ballots` holds it: [{"n":3,"source":"tablet","value":{…}}]. Code::corrupt.
base::Result<std::vector<methods::CountedBallot>> parse_ballots(std::string_view json);

/// Where an idea came from, kept as `idea.origin` when it is received.
struct Origin {
    struct Link {
        std::string kind;  // "persona", "step", "hmw"
        std::string id;    // entity id, empty for a persona of the course
        std::string text;
    };
    std::string session, session_title;
    std::string block, block_title;
    std::string poll, method, question;
    std::int64_t voters = 0, abstained = 0, eligible = 0;  // those who answered, and those who gave a blank ballot
    std::int64_t votes = 0, supporters = 0, rank = 0;
    std::map<std::string, std::int64_t> by;  // criterion → dots
    std::vector<Link> links;
};
std::string to_json(const Origin& origin);
/// The vote that such a JSON names; empty when the idea was saved without one, or came from a list.
Id read_origin_poll(std::string_view json);

/// {"key":text,…} with sorted keys, for small facts and session rows. Texts only; Code::corrupt when it is something
/// else.
std::string to_json(const std::map<std::string, std::string>& texts);
base::Result<std::map<std::string, std::string>> parse_texts(std::string_view json);

}  // namespace views
