#include "model/schema.hpp"

#include <unordered_map>

namespace model {
namespace {

using T = FieldType;

// A workshop from start to end. Codes, seats and draws are session data and lie elsewhere.
constexpr FieldDef session_fields[] = {
    {"session.title", T::text, true}, {"session.course", T::text},     {"session.course_blob", T::text},
    {"session.language", T::text},    {"session.started_at", T::when}, {"session.ended_at", T::when},
    {"session.block", T::text},       {"session.blank", T::flag},      {"session.place", T::text},
    {"session.deleted", T::flag},     {"session.moderation", T::text}, {"session.planned_start", T::when},
};
// How one block of the course went in one session. Id = derived from session and block id.
constexpr FieldDef block_fields[] = {
    {"block.session", T::id},       {"block.course_block", T::text},   {"block.order", T::text},
    {"block.title", T::text, true}, {"block.planned_min", T::integer}, {"block.started_at", T::when},
    {"block.ended_at", T::when},    {"block.phase", T::text},          {"block.clock", T::json},
    {"block.skipped", T::flag},     {"block.deleted", T::flag},
};
// Something written on the wall. `type`: step, need, hmw, idea, rule, known, guess, theme, next_step, word, note.
constexpr FieldDef note_fields[] = {
    {"note.session", T::id},
    {"note.block", T::text},
    {"note.board", T::id},
    {"note.type", T::text},
    {"note.text", T::text, true, true},
    {"note.group", T::text},
    {"note.place", T::json},
    {"note.order", T::text},
    {"note.colour", T::text},
    {"note.author_name", T::text, false, true},
    {"note.language", T::text},
    {"note.source", T::text},
    {"note.parent", T::id},
    {"note.merged_into", T::id},
    {"note.cluster", T::id},
    {"note.original_text", T::text, false, true},
    {"note.hidden", T::flag},
    {"note.written_at", T::when},
    {"note.deleted", T::flag},
    {"note.hmw", T::id},
    {"note.chosen", T::flag},
};
// A named group of notes.
constexpr FieldDef cluster_fields[] = {
    {"cluster.session", T::id},  {"cluster.block", T::text}, {"cluster.name", T::text, true},
    {"cluster.colour", T::text}, {"cluster.place", T::json}, {"cluster.deleted", T::flag},
};
// One round of a vote. Options are frozen when it opens; a second round is a new entity that names the first.
constexpr FieldDef poll_fields[] = {
    {"poll.session", T::id},          {"poll.block", T::text},     {"poll.question", T::text, true},
    {"poll.method", T::text},         {"poll.params", T::json},    {"poll.options", T::json},
    {"poll.round", T::integer},       {"poll.previous", T::id},    {"poll.state", T::text},
    {"poll.opened_at", T::when},      {"poll.closed_at", T::when}, {"poll.revealed_at", T::when},
    {"poll.eligible", T::integer},    {"poll.result", T::json},    {"poll.seed", T::text},
    {"poll.extra_draws", T::integer}, {"poll.deleted", T::flag},   {"poll.index", T::integer},
};
// One host's closed multiset of ballots of one round (invariant 25). Id = H(poll, round, node).
constexpr FieldDef tally_fields[] = {
    {"tally.poll", T::id},      {"tally.round", T::integer}, {"tally.node", T::id},
    {"tally.ballots", T::json}, {"tally.count", T::integer},
};
// The register's idea. On the wall it is also a note, under the same id.
constexpr FieldDef idea_fields[] = {
    {"idea.title", T::text, true, true},
    {"idea.description", T::text, true, true},
    {"idea.state", T::text},
    {"idea.number", T::text},
    {"idea.received_at", T::when},
    {"idea.giver_category", T::text},
    {"idea.origin", T::json},
    {"idea.outcome", T::text},
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
    {"idea.path", T::text},
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
    {"persona.session", T::id},       {"persona.name", T::text, true}, {"persona.description", T::text, true},
    {"persona.quote", T::text, true}, {"persona.deleted", T::flag},
};
// The register itself: one entity, with a fixed id.
constexpr FieldDef settings_fields[] = {
    {"settings.municipality", T::text},
    {"settings.site_letter", T::text},
};
// An authorised erasure: which cells, by which rule and decision (invariants 18–20).
constexpr FieldDef erasure_fields[] = {
    {"erasure.cells", T::json}, {"erasure.rule", T::text},  {"erasure.decision", T::text},
    {"erasure.at", T::when},    {"erasure.blobs", T::json},
};

constexpr KindDef kinds[] = {
    {"session", session_fields},   {"block", block_fields},     {"note", note_fields}, {"cluster", cluster_fields},
    {"poll", poll_fields},         {"tally", tally_fields},     {"idea", idea_fields}, {"persona", persona_fields},
    {"settings", settings_fields}, {"erasure", erasure_fields},
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

}  // namespace model
