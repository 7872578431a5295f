#include <algorithm>
#include <set>

#include "model/schema.hpp"
#include "model/upgrade.hpp"
#include "store/fact_row.hpp"
#include "store/file_schema.hpp"
#include "store/journal_private.hpp"

namespace store {

using base::Code;

/// Facts whose stamps are all later than anything applied win for sure: their columns are set. Otherwise the entities
/// are folded anew: slower, and right in any order.
base::Done Journal::Inner::apply(const model::Change& change) {
    model::Stamp last = greatest;
    bool all_later = true;
    for (const auto& fact : change.facts) {
        all_later = all_later && fact.stamp > greatest;
        last = std::max(last, fact.stamp);
    }
    greatest = last;
    if (change.schema_version > model::schema_version) return {};
    // What an older program wrote is upgraded on the way through the fold.
    if (all_later && change.schema_version == model::schema_version) return derived.apply(change.facts);
    std::set<Id> entities;
    for (const auto& fact : change.facts) entities.insert(fact.entity);
    for (const auto& entity : entities) IR_DO(fold(entity));
    return {};
}

base::Done Journal::Inner::fold(const Id& entity) {
    IR_TRY(const auto fields, reader.read_entity(entity));
    return derived.write_rows(entity, fields);
}

base::Done Journal::refold(const Id& entity) {
    IR_DO(inner_->fold(entity));
    IR_TRY(auto due, inner_->prepared.use("INSERT OR IGNORE INTO search_due(entity) VALUES(?)"));
    return due->bind_blob(1, entity.bytes).run();
}

base::Done Journal::rebuild(const std::function<bool(std::int64_t, std::int64_t)>& progress) {
    inner_->derived.clear();
    inner_->prepared.clear();
    IR_DO(recreate_derived(*inner_->db));
    // First who was adopted: the fold below must know it whatever order the facts come in.
    IR_DO(
        inner_->db->execute("INSERT OR IGNORE INTO adopted SELECT entity, field, stands_for FROM fact WHERE stands_for "
                            "> stamp; INSERT OR IGNORE INTO quarantine SELECT f.node, f.seq, f.n FROM adopted a JOIN "
                            "fact f ON f.entity = a.entity AND f.field = a.field AND f.stamp = a.stamp;"));
    inner_->greatest = {};
    IR_TRY(const auto total, inner_->db->read_one("SELECT count(*) FROM fact"));
    IR_TRY(auto all,
           inner_->db->prepare(
               "SELECT f.entity, f.field, f.value, f.salt, f.digest, f.stamp, f.prior_at, f.stands_for, "
               "f.node, f.seq, c.schema_version, EXISTS (SELECT 1 FROM quarantine q WHERE q.node = f.node AND "
               "q.seq = f.seq AND q.n = f.n) FROM fact f JOIN change c ON c.node = f.node AND c.seq = f.seq "
               "ORDER BY f.entity"));
    Id entity;
    model::Fields fields;
    std::int64_t done = 0;
    for (;;) {
        IR_TRY(const bool row, all.step());
        if (row && ++done % 10000 == 0 && progress && !progress(done, model::int_of(total))) {
            return base::refuse(Code::closed, "stopped");
        }
        if (!row) break;
        IR_TRY(auto fact, fact_from(all, 0));
        if (fact.entity != entity) {
            IR_DO(inner_->derived.write_rows(entity, fields, true));
            fields.clear();
            entity = fact.entity;
        }
        if (fact.field == erasure_field && !fact.erased) {
            const auto cells = parse_erased_cells(*inner_->db, model::text_of(fact.value));
            IR_TRY(const auto node, inner_->reader.node_of(all.integer(8)));
            if (cells) IR_DO(note_erased(*cells, {node, static_cast<std::uint64_t>(all.integer(9))}));
        }
        if (all.integer(11) != 0) continue;
        inner_->greatest = std::max(inner_->greatest, fact.stamp);
        if (all.integer(10) > model::schema_version) continue;
        fact = model::upgrade(std::move(fact), static_cast<int>(all.integer(10)));
        if (model::find_field(fact.field) != nullptr) model::merge(fields, fact);
    }
    return inner_->derived.write_rows(entity, fields, true);
}

}  // namespace store
