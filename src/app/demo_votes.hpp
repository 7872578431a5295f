#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/demo_story.hpp"
#include "views/poll_form.hpp"

namespace app {

/// A note of the demo's workshop that can be voted on.
struct DemoOption {
    base::Id id;
    std::string text;
    std::string group;
    std::int64_t mood = 0;  // of a step, −2…2: what most people feel
};

/// What is asked, from the content; options are those of the content, else the notes given.
views::PollForm to_form(const boost::json::object& poll, const std::vector<DemoOption>& notes);

/// Ballots as people might cast them: as the content says ("ballots", "orders", "yes", or counts of options), else by
/// its weights.
std::vector<methods::CountedBallot> cast_ballots(DemoStory& story, const boost::json::object& poll,
                                                 const views::PollForm& form, const std::vector<DemoOption>& notes,
                                                 int people);

/// The multiset as `tally.ballots` holds it: [{"n":3,"source":"tablet","value":{…}}], equal ballots joined, sorted.
std::string tally_json(const std::vector<methods::CountedBallot>& ballots);

}  // namespace app
