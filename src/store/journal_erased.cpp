#include <set>

#include "store/erasure.hpp"
#include "store/journal_private.hpp"

namespace store {

base::Result<bool> Journal::is_erased(const Id& entity, std::string_view field, const model::Stamp& at) {
    IR_TRY(auto query,
           inner_->prepared.use("SELECT 1 FROM erased WHERE entity = ? AND field = ? AND upto >= ? LIMIT 1"));
    const auto stamp = model::to_bytes(at);
    return query->bind_blob(1, entity.bytes).bind_text(2, field).bind_blob(3, stamp).step();
}

base::Done Journal::note_erased(const std::vector<ErasedCell>& cells, const model::Place& place) {
    IR_TRY(const auto number, number_for(place.node));
    for (const auto& cell : cells) {
        const auto upto = model::to_bytes(cell.upto);
        IR_TRY(auto note, inner_->prepared.use("INSERT OR REPLACE INTO erased(entity, field, upto, node, seq) "
                                               "VALUES(?, ?, ?, ?, ?)"));
        note->bind_blob(1, cell.entity.bytes).bind_text(2, cell.field).bind_blob(3, upto).bind(4, number);
        IR_DO(note->bind(5, static_cast<std::int64_t>(place.seq)).run());
    }
    inner_->any_erased = inner_->any_erased || !cells.empty();
    return {};
}

base::Result<std::int64_t> Journal::carry_out(const std::vector<ErasedCell>& cells, const model::Place& place) {
    IR_DO(note_erased(cells, place));
    std::int64_t emptied = 0;
    std::set<Id> entities;
    for (const auto& cell : cells) {
        const auto upto = model::to_bytes(cell.upto);
        IR_TRY(auto empty, inner_->prepared.use("UPDATE fact SET value = NULL, salt = NULL WHERE entity = ? AND "
                                                "field = ? AND stamp <= ? AND salt IS NOT NULL"));
        IR_DO(empty->bind_blob(1, cell.entity.bytes).bind_text(2, cell.field).bind_blob(3, upto).run());
        emptied += inner_->db->changes();
        entities.insert(cell.entity);
    }
    for (const auto& entity : entities) IR_DO(refold(entity));
    if (emptied > 0) IR_DO(note_sweep_due(*inner_->db));
    return emptied;
}

}  // namespace store
