#include <algorithm>
#include <set>

#include "store/journal_private.hpp"

namespace store {

base::Done Journal::Inner::hold(std::int64_t number, std::int64_t seq, std::int64_t n) {
    IR_TRY(auto put, prepared.use("INSERT OR IGNORE INTO quarantine(node, seq, n) VALUES(?, ?, ?)"));
    return put->bind(1, number).bind(2, seq).bind(3, n).run();
}

base::Result<bool> Journal::Inner::is_adopted(const model::Fact& fact) {
    IR_TRY(auto query, prepared.use("SELECT 1 FROM adopted WHERE entity = ? AND field = ? AND stamp = ?"));
    const auto stamp = model::to_bytes(fact.stamp);
    return query->bind_blob(1, fact.entity.bytes).bind_text(2, fact.field).bind_blob(3, stamp).step();
}

base::Done Journal::Inner::read_greatest() {
    IR_TRY(const auto found, db->read_one("SELECT max(stamp) FROM fact f WHERE NOT EXISTS (SELECT 1 FROM quarantine q "
                                          "WHERE q.node = f.node AND q.seq = f.seq AND q.n = f.n)"));
    greatest = {};
    if (const auto* bytes = std::get_if<model::Bytes>(&found)) greatest = model::parse_stamp(*bytes).value_or(greatest);
    return {};
}

base::Done Journal::note_adopted(const model::Fact& fact) {
    auto& inner = *inner_;
    const auto stamp = model::to_bytes(*fact.stands_for);
    IR_TRY(auto note, inner.prepared.use("INSERT OR IGNORE INTO adopted(entity, field, stamp) VALUES(?, ?, ?)"));
    IR_DO(note->bind_blob(1, fact.entity.bytes).bind_text(2, fact.field).bind_blob(3, stamp).run());
    inner.any_adopted = true;
    IR_TRY(auto put,
           inner.prepared.use("INSERT OR IGNORE INTO quarantine SELECT node, seq, n FROM fact WHERE entity = ? "
                              "AND field = ? AND stamp = ?"));
    IR_DO(put->bind_blob(1, fact.entity.bytes).bind_text(2, fact.field).bind_blob(3, stamp).run());
    // What was applied no longer is: then another stamp may be the greatest.
    if (*fact.stands_for == inner.greatest) IR_DO(inner.read_greatest());
    return refold(fact.entity);
}

base::Done Journal::hold_ahead(std::int64_t later_than_ms) {
    auto& inner = *inner_;
    model::Stamp limit{later_than_ms, UINT32_MAX, {}};
    limit.node.bytes.fill(0xff);
    const auto bytes = model::to_bytes(limit);
    std::set<Id> entities;
    IR_TRY(auto ahead, inner.prepared.use("SELECT node, seq, n, entity FROM fact WHERE stamp > ?"));
    ahead->bind_blob(1, bytes);
    for (;;) {
        IR_TRY(const bool row, ahead->step());
        if (!row) break;
        Id entity;
        const auto at = ahead->blob(3);
        if (at.size() == entity.bytes.size()) std::copy(at.begin(), at.end(), entity.bytes.begin());
        entities.insert(entity);
        IR_DO(inner.hold(ahead->integer(0), ahead->integer(1), ahead->integer(2)));
    }
    IR_DO(inner.read_greatest());
    for (const auto& entity : entities) IR_DO(refold(entity));
    return {};
}

base::Result<std::int64_t> Journal::adopt_due() {
    IR_TRY(auto due, inner_->prepared.use(
                         "SELECT q.node, q.seq, q.n, f.entity, f.stamp FROM quarantine q JOIN fact f ON "
                         "f.node = q.node AND f.seq = q.seq AND f.n = q.n WHERE f.stamp <= ? AND NOT EXISTS (SELECT 1 "
                         "FROM adopted a WHERE a.entity = f.entity AND a.field = f.field AND a.stamp = f.stamp)"));
    model::Stamp latest{inner_->now(), UINT32_MAX, {}};
    latest.node.bytes.fill(0xff);
    const auto bytes = model::to_bytes(latest);
    due->bind_blob(1, bytes);
    struct Held {
        std::int64_t node, seq, n;
    };
    std::vector<Held> held;
    std::set<Id> entities;
    for (;;) {
        IR_TRY(const bool row, due->step());
        if (!row) break;
        held.push_back({due->integer(0), due->integer(1), due->integer(2)});
        Id entity;
        const auto entity_bytes = due->blob(3);
        if (entity_bytes.size() == 16) std::copy(entity_bytes.begin(), entity_bytes.end(), entity.bytes.begin());
        entities.insert(entity);
        inner_->greatest = std::max(inner_->greatest, model::parse_stamp(due->blob(4)).value_or(model::Stamp{}));
    }
    for (const auto& fact : held) {
        IR_TRY(auto release, inner_->prepared.use("DELETE FROM quarantine WHERE node = ? AND seq = ? AND n = ?"));
        IR_DO(release->bind(1, fact.node).bind(2, fact.seq).bind(3, fact.n).run());
    }
    for (const auto& entity : entities) IR_DO(refold(entity));
    return static_cast<std::int64_t>(held.size());
}

}  // namespace store
