#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "model/schema.hpp"
#include "store/file_schema.hpp"
#include "store/journal.hpp"
#include "store/verify_private.hpp"

namespace store {
namespace {

using ErasedRow = std::tuple<Id, std::string, model::StampBytes, Id, std::uint64_t>;

/// A walk over one kind's table in order of entity.
struct TableWalk {
    const model::KindDef* kind = nullptr;
    Statement rows;
    bool there = false;
    Id entity;

    base::Done next() {
        IR_TRY(there, rows.step());
        if (there) entity = base::id_from(rows.blob(0));
        return {};
    }
};

base::Result<TableWalk> walk(Db& db, const model::KindDef& kind) {
    std::string sql = "SELECT entity";
    for (const auto& field : kind.fields) sql += ", \"" + std::string(field.column()) + '"';
    IR_TRY(auto rows, db.prepare(sql + " FROM \"" + std::string(kind.name) + "\" ORDER BY entity"));
    TableWalk made{&kind, std::move(rows), false, {}};
    IR_DO(made.next());
    return made;
}

bool has_kind(const model::Fields& fields, std::string_view kind) {
    const std::string prefix = std::string(kind) + ".";
    const auto first = fields.lower_bound(prefix);
    return first != fields.end() && first->first.starts_with(prefix);
}

std::string sentence(const std::string& key, const model::KindDef& kind, const Id& entity,
                     std::string_view column = {}) {
    return base::tr(key, {{"kind", kind.name}, {"entity", entity.text()}, {"column", column}});
}

/// The faults of one entity's row; empty when it is as the journal says.
base::Result<std::vector<std::string>> compare(TableWalk& table, const Id& entity, const model::Fields& fields) {
    std::vector<std::string> faults;
    while (table.there && table.entity < entity) {
        faults.push_back(sentence("verify.table_extra", *table.kind, table.entity));
        IR_DO(table.next());
    }
    const bool stands = table.there && table.entity == entity;
    const bool wanted = has_kind(fields, table.kind->name);
    if (wanted && !stands) faults.push_back(sentence("verify.table_missing", *table.kind, entity));
    if (stands && !wanted) faults.push_back(sentence("verify.table_extra", *table.kind, entity));
    if (stands && wanted) {
        for (std::size_t i = 0; i < table.kind->fields.size(); ++i) {
            const auto& field = table.kind->fields[i];
            const auto cell = fields.find(field.name);
            const auto right = cell == fields.end() || cell->second.erased ? model::Value{} : cell->second.value;
            if (model::canonical(table.rows.value(static_cast<int>(i) + 1)) != model::canonical(right)) {
                faults.push_back(sentence("verify.table", *table.kind, entity, field.column()));
            }
        }
    }
    if (stands) IR_DO(table.next());
    return faults;
}

}  // namespace

base::Done Verifier::look_at_tables() {
    IR_TRY(const bool fits, fits_schema(reader_.db()));
    if (!fits) return {};  // another program's tables: made anew when this one first writes
    std::vector<TableWalk> tables;
    for (const auto& kind : model::schema()) {
        IR_TRY(auto table, walk(reader_.db(), kind));
        tables.push_back(std::move(table));
    }
    IR_TRY(auto entities, reader_.db().prepare("SELECT DISTINCT entity FROM fact ORDER BY entity"));
    std::int64_t told = 0;
    for (;;) {
        IR_TRY(const bool row, entities.step());
        if (!row) break;
        const auto entity = base::id_from(entities.blob(0));
        IR_TRY(const auto fields, reader_.read_entity(entity));
        for (auto& table : tables) {
            IR_TRY(auto faults, compare(table, entity, fields));
            for (auto& found : faults) fault(std::move(found));
        }
        if (++told <= report_.changes) IR_DO(tell(1));
    }
    for (auto& table : tables) {
        while (table.there) {
            fault(sentence("verify.table_extra", *table.kind, table.entity));
            IR_DO(table.next());
        }
    }
    return {};
}

base::Done Verifier::look_at_erasures() {
    std::set<ErasedRow> said;
    IR_TRY(auto facts, reader_.db().prepare("SELECT node, seq, value FROM fact WHERE field = 'erasure.cells' AND "
                                            "salt IS NOT NULL"));
    for (;;) {
        IR_TRY(const bool row, facts.step());
        if (!row) break;
        IR_TRY(const auto node, reader_.node_of(facts.integer(0)));
        const auto seq = static_cast<std::uint64_t>(facts.integer(1));
        // What a newer program means by its erasures is not known here.
        const auto cells = parse_erased_cells(reader_.db(), facts.text_view(2));
        if (!cells) continue;
        for (const auto& cell : *cells) said.emplace(cell.entity, cell.field, model::to_bytes(cell.upto), node, seq);
    }
    IR_TRY(auto rows, reader_.db().prepare("SELECT node, seq, entity, field, upto FROM erased"));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) break;
        IR_TRY(const auto node, reader_.node_of(rows.integer(0)));
        const auto upto = model::parse_stamp(rows.blob(4));
        const auto seq = static_cast<std::uint64_t>(rows.integer(1));
        const bool right =
            upto && said.erase({base::id_from(rows.blob(2)), rows.text(3), model::to_bytes(*upto), node, seq});
        if (!right) {
            fault(base::tr(
                "verify.table",
                {{"kind", "erased"}, {"entity", base::id_from(rows.blob(2)).text()}, {"column", rows.text_view(3)}}));
        }
    }
    for (const auto& missing : said) {
        fault(base::tr("verify.table_missing", {{"kind", "erased"}, {"entity", std::get<0>(missing).text()}}));
    }
    const auto covered = std::string(
        "EXISTS (SELECT 1 FROM erased e WHERE e.entity = f.entity AND e.field = f.field AND e.upto >= f.stamp)");
    const auto of_field = [](const std::string& key) {
        return [key](const Statement& row, const std::string& node, const std::string& seq) {
            return base::tr(key, {{"node", node}, {"seq", seq}, {"field", row.text_view(2)}});
        };
    };
    IR_DO(each("SELECT node, seq, field FROM fact f WHERE salt IS NULL AND NOT " + covered, of_field("verify.erased")));
    IR_DO(each("SELECT f.node, f.seq, f.field FROM fact f WHERE f.salt IS NOT NULL AND " + covered +
                   " AND EXISTS (SELECT 1 FROM erased)",
               of_field("verify.not_erased")));
    return each(
        "SELECT node, seq, n FROM quarantine q WHERE NOT EXISTS "
        "(SELECT 1 FROM fact f WHERE f.node = q.node AND f.seq = q.seq AND f.n = q.n)",
        [](const Statement& row, const std::string& node, const std::string& seq) {
            return base::tr("verify.quarantine", {{"node", node}, {"seq", seq}, {"n", row.text_view(2)}});
        });
}

}  // namespace store
