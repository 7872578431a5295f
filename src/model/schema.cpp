#include "model/schema.hpp"

#include <string>
#include <unordered_map>

namespace model {
namespace {

using T = FieldType;

constexpr FieldDef code(std::string_view name, FieldType type = T::text) {
    return {name, type, false, false, true};
}

// A workshop from start to end. Codes, seats and draws are session data and lie elsewhere.
constexpr FieldDef session_fields[] = {
    {"session.title", T::text, true},
    code("session.course"),
    code("session.course_blob"),
    code("session.language"),
    {"session.started_at", T::when},
    {"session.ended_at", T::when},
    code("session.block"),
    {"session.blank", T::flag},
    {"session.locked", T::flag},
    {"session.message", T::text, false, true},
    {"session.message_at", T::when},
    {"session.place", T::text},
    {"session.deleted", T::flag},
    code("session.moderation"),
    {"session.planned_start", T::when},
};
// How one block of the course went in one session. Id = derived from session and block id.
constexpr FieldDef block_fields[] = {
    {"block.session", T::id},
    code("block.course_block"),
    code("block.order"),
    {"block.title", T::text, true},
    {"block.planned_min", T::integer},
    {"block.started_at", T::when},
    {"block.ended_at", T::when},
    code("block.phase"),
    code("block.clock", T::json),
    {"block.skipped", T::flag},
    {"block.deleted", T::flag},
    code("block.column"),
};
// Something written on the wall. `type`: step, touchpoint, need, hmw, idea, rule, known, guess, theme, next_step, word,
// note.
constexpr FieldDef note_fields[] = {
    {"note.session", T::id},
    code("note.block"),
    {"note.board", T::id},
    code("note.type"),
    {"note.text", T::text, true, true},
    code("note.group"),
    code("note.place", T::json),
    code("note.order"),
    code("note.colour"),
    {"note.author_name", T::text, false, true},
    code("note.language"),
    code("note.source"),
    {"note.parent", T::id},
    {"note.merged_into", T::id},
    {"note.cluster", T::id},
    {"note.original_text", T::text, false, true},
    {"note.hidden", T::flag},
    {"note.written_at", T::when},
    {"note.deleted", T::flag},
    {"note.hmw", T::id},
    {"note.chosen", T::flag},
    {"note.photo_blob", T::text, false, true, true},
    {"note.photo_shows", T::text, true, true},
};
// A named group of notes.
constexpr FieldDef cluster_fields[] = {
    {"cluster.session", T::id}, code("cluster.block"),          {"cluster.name", T::text, true},
    code("cluster.colour"),     code("cluster.place", T::json), {"cluster.deleted", T::flag},
    code("cluster.order"),
};
// One round of a vote. Options are frozen when it opens; a second round is a new entity that names the first.
constexpr FieldDef poll_fields[] = {
    {"poll.session", T::id},
    code("poll.block"),
    {"poll.question", T::text, true},
    code("poll.method"),
    {"poll.params", T::json},
    {"poll.options", T::json},
    {"poll.round", T::integer},
    {"poll.previous", T::id},
    code("poll.state"),
    {"poll.opened_at", T::when},
    {"poll.closed_at", T::when},
    {"poll.revealed_at", T::when},
    {"poll.eligible", T::integer},
    code("poll.result", T::json),
    code("poll.seed"),
    {"poll.extra_draws", T::integer},
    {"poll.paper", T::integer},
    {"poll.deleted", T::flag},
    {"poll.index", T::integer},
    {"poll.at_opening", T::integer},
    {"poll.joined_after", T::integer},
};
// One host's closed multiset of ballots of one round (invariant 25). Id = H(poll, round, node).
constexpr FieldDef tally_fields[] = {
    {"tally.poll", T::id},
    {"tally.round", T::integer},
    {"tally.node", T::id},
    code("tally.ballots", T::json),
    {"tally.count", T::integer},
    code("tally.ballots_blob"),
    {"tally.words", T::json, false, true},
};
// The register's idea. On the wall it is also a note, under the same id.
constexpr FieldDef idea_fields[] = {
    {"idea.title", T::text, true, true},
    {"idea.description", T::text, true, true},
    code("idea.state"),
    code("idea.number"),
    {"idea.received_at", T::when},
    code("idea.giver_category"),
    {"idea.origin", T::json},
    code("idea.outcome"),
    {"idea.feedback", T::text, true, true},
    {"idea.area", T::text, true},
    {"idea.unit", T::text, true},
    {"idea.owner_role", T::text},
    {"idea.for_whom", T::text, true},
    {"idea.need", T::text, true},
    {"idea.how_it_works", T::text, true},
    {"idea.user_benefit", T::text, true},
    {"idea.organisation_benefit", T::text, true},
    {"idea.affected", T::text, true},
    {"idea.difference", T::text, true},
    {"idea.requires", T::text, true},
    {"idea.equality", T::text, true},
    {"idea.uncertainty", T::text, true},
    {"idea.smallest_test", T::text, true},
    {"idea.next_step", T::text, true},
    {"idea.next_step_who", T::text, false, true},
    {"idea.next_step_when", T::text},
    {"idea.picture", T::json},
    {"idea.test", T::json},
    {"idea.coach_role", T::text},
    code("idea.path"),
    {"idea.decision", T::json},
    {"idea.review_date", T::text},
    {"idea.learning", T::text, true},
    {"idea.follow_up", T::json},
    {"idea.external_id", T::text},
    {"idea.merged_into", T::id},
    {"idea.links", T::json},
    {"idea.deleted", T::flag},
    {"idea.state_reason", T::text, true},
    {"idea.state_at", T::when},
    {"idea.next_meeting", T::text},
};
// A fictive user.
constexpr FieldDef persona_fields[] = {
    {"persona.session", T::id},          {"persona.name", T::text, true},  {"persona.description", T::text, true},
    {"persona.quote", T::text, true},    {"persona.deleted", T::flag},     code("persona.order"),
    {"persona.everyday", T::text, true}, {"persona.needs", T::text, true}, {"persona.obstacles", T::text, true},
    {"persona.help", T::text, true},
};
// The register itself: one entity, with a fixed id.
constexpr FieldDef settings_fields[] = {
    {"settings.municipality", T::text},
    code("settings.site_letter"),
};
// An authorised erasure: which cells, by which rule and decision (invariants 18–20).
constexpr FieldDef erasure_fields[] = {
    code("erasure.cells", T::json), {"erasure.rule", T::text},      {"erasure.decision", T::text},
    {"erasure.at", T::when},        code("erasure.blobs", T::json),
};

// Somebody who is to be told how it goes for an idea. An entity of its own, apart from the idea and from whoever wrote
// it; its contact is erased when it is taken back or has served (docs/register-format.md).
constexpr FieldDef follower_fields[] = {
    {"follower.idea", T::id},      {"follower.contact", T::text, false, true},
    code("follower.language"),     {"follower.at", T::when},
    {"follower.deleted", T::flag},
};

// A free board, and what lies on it. What must change together is one field: place, look, ends.
constexpr FieldDef board_fields[] = {
    {"board.session", T::id},     {"board.title", T::text, true},
    code("board.block"),          code("board.form"),
    code("board.order"),          {"board.table", T::integer},
    {"board.made_at", T::when},   {"board.deleted", T::flag},
    {"board.parted_at", T::when},  // when items last went from here to another board: its facts name those Changes
};
constexpr FieldDef item_fields[] = {
    {"item.board", T::id},
    code("item.type"),
    code("item.place", T::json),
    code("item.level"),
    {"item.text", T::text, true, true},
    code("item.colour"),
    {"item.author_name", T::text, false, true},
    code("item.language"),
    {"item.size", T::real},
    code("item.means"),
    code("item.ends", T::json),
    {"item.ink", T::json, false, true},
    {"item.photo_blob", T::text, false, true, true},
    {"item.photo_shows", T::text, true, true},
    {"item.group", T::id},
    {"item.group_name", T::text, false, true},
    code("item.slot"),
    {"item.locked", T::flag},
    {"item.deleted", T::flag},
};

constexpr KindDef kinds[] = {
    {"session", session_fields}, {"block", block_fields},       {"note", note_fields},
    {"cluster", cluster_fields}, {"poll", poll_fields},         {"tally", tally_fields},
    {"idea", idea_fields},       {"persona", persona_fields},   {"settings", settings_fields},
    {"erasure", erasure_fields}, {"follower", follower_fields}, {"board", board_fields},
    {"item", item_fields},
};

}  // namespace

std::span<const KindDef> schema() {
    return kinds;
}

const KindDef* find_kind(std::string_view name) {
    for (const auto& kind : kinds) {
        if (kind.name == name) return &kind;
    }
    return nullptr;
}

const FieldDef* find_field(std::string_view name) {
    static const auto index = [] {
        std::unordered_map<std::string_view, const FieldDef*> fields;
        for (const auto& kind : kinds) {
            for (const auto& field : kind.fields) fields.emplace(field.name, &field);
        }
        return fields;
    }();
    const auto found = index.find(name);
    return found == index.end() ? nullptr : found->second;
}

base::Id tally_id(const base::Id& poll, std::int64_t round, const base::Id& node) {
    const auto number = std::to_string(round);
    return base::derived_id("tally", {poll.span(), base::as_bytes(number), node.span()});
}

}  // namespace model
