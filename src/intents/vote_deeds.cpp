// The deeds on votes that a remote may ask for and that say more than which vote.
#include "intents/deeds_private.hpp"

namespace intents {

int read_people(Fields& fields) {
    return static_cast<int>(fields.whole_or("people", 0, 0, most_people));
}

StartPoll read_start_poll(Fields& fields) {
    StartPoll poll;
    poll.method = fields.key("method");
    if (fields.has("question")) poll.question = fields.text("question", most_note_graphemes, true);
    if (fields.has("notes")) poll.notes = fields.ids("notes", most_listed);
    poll.dots = static_cast<int>(fields.whole_or("dots", 0, 0, 1000));
    poll.stacking = fields.truth_or("stacking", false);
    poll.feeling = fields.truth_or("feeling", false);
    if (fields.has("trust")) {
        const auto trust = model::parse_trust(fields.key("trust"));
        if (!trust) fields.refuse(base::Code::bad_input, "trust");
        poll.trust = trust.value_or(model::Trust::open);
    }
    poll.people = read_people(fields);
    return poll;
}

Revote read_revote(Fields& fields) {
    Revote again;
    again.poll = fields.id("poll");
    again.options = fields.keys_or_none("options", most_listed);
    if (fields.has("question")) again.question = fields.text("question", most_note_graphemes, true);
    return again;
}

}  // namespace intents
