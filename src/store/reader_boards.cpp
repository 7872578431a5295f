// Free boards: thousands of items at once, and their histories.
#include <array>

#include "model/schema.hpp"
#include "model/upgrade.hpp"
#include "store/fact_row.hpp"
#include "store/reader_private.hpp"

namespace store {
namespace {

constexpr std::size_t item_type_count = 7;
constexpr std::int64_t most_changes_looked_at = 5000;

std::string item_columns_sql() {
    std::string columns = "entity";
    for (const auto& field : model::find_kind("item")->fields) columns += ", \"" + std::string(field.column()) + "\"";
    return columns;
}

std::string known_types_sql() {
    std::string types;
    for (std::size_t type = 0; type < item_type_count; ++type) {
        types += (types.empty() ? "'" : ", '") + std::string(item_type_name(static_cast<model::ItemType>(type))) + "'";
    }
    return types;
}

}  // namespace

base::Result<std::vector<TableRow>> Reader::read_boards() {
    IR_TRY(auto rows, read_rows("board"));
    std::erase_if(rows, [](const TableRow& row) {
        return row.columns.find("made_at") == row.columns.end() && row.columns.find("title") == row.columns.end();
    });
    return rows;
}

base::Result<std::vector<std::uint64_t>> Reader::read_board_changes(const Id& node, const Id& board, std::size_t most) {
    std::vector<std::uint64_t> numbers;
    IR_TRY(const bool exists, inner_->has_table("item"));
    if (!exists) return numbers;
    // A Change is of one board: its first fact tells which, however large it is.
    IR_TRY(auto rows,
           inner_->prepared.use(
               "SELECT c.seq FROM change c WHERE c.node = (SELECT no FROM node WHERE id = ?1) AND c.seq > (SELECT "
               "max(seq) FROM change WHERE node = (SELECT no FROM node WHERE id = ?1)) - ?4 AND c.author = 'trainer' "
               "AND c.reverses_seq IS NULL AND c.label <> 'change.make_board' AND (SELECT board FROM item WHERE entity "
               "= (SELECT entity FROM fact WHERE node = c.node AND seq = c.seq ORDER BY n LIMIT 1)) = ?2 "
               "ORDER BY c.seq DESC LIMIT ?3"));
    rows->bind_blob(1, node.bytes).bind_blob(2, board.bytes).bind(3, static_cast<std::int64_t>(most));
    rows->bind(4, most_changes_looked_at);
    for (;;) {
        IR_TRY(const bool there, rows->step());
        if (!there) return numbers;
        numbers.push_back(static_cast<std::uint64_t>(rows->integer(0)));
    }
}

base::Result<std::vector<model::Item>> Reader::read_board_items(const Id& board) {
    std::vector<model::Item> items;
    IR_TRY(const bool exists, inner_->has_table("item"));
    if (!exists) return items;
    IR_TRY(auto rows,
           inner_->db.prepare("SELECT " + item_columns_sql() + " FROM item WHERE board = ? AND deleted IS NOT 1"));
    rows.bind_blob(1, board.bytes);
    const auto count = model::find_kind("item")->fields.size();
    std::vector<model::Value> values(count);
    std::vector<const model::Value*> here(count);
    for (;;) {
        IR_TRY(const bool there, rows.step());
        if (!there) return items;
        for (std::size_t column = 0; column < count; ++column) {
            const int at = static_cast<int>(column) + 1;
            here[column] = rows.is_null(at) ? nullptr : &(values[column] = rows.value(at));
        }
        if (auto item = model::read_item(base::id_from(rows.blob(0)), here)) items.push_back(std::move(*item));
    }
}

base::Result<std::map<Id, std::size_t>> Reader::count_board_items() {
    std::map<Id, std::size_t> counts;
    IR_TRY(const bool exists, inner_->has_table("item"));
    if (!exists) return counts;
    IR_TRY(auto rows, inner_->db.prepare("SELECT board, count(*) FROM item WHERE board IS NOT NULL AND deleted IS NOT "
                                         "1 AND type IN (" +
                                         known_types_sql() + ") GROUP BY board"));
    for (;;) {
        IR_TRY(const bool there, rows.step());
        if (!there) return counts;
        counts.emplace(base::id_from(rows.blob(0)), static_cast<std::size_t>(rows.integer(1)));
    }
}

base::Result<std::vector<Id>> Reader::read_board_ids(const Id& board) {
    std::vector<Id> ids;
    IR_TRY(const bool exists, inner_->has_table("item"));
    if (!exists) return ids;
    IR_TRY(auto rows, inner_->prepared.use("SELECT entity FROM item WHERE board = ?"));
    rows->bind_blob(1, board.bytes);
    for (;;) {
        IR_TRY(const bool there, rows->step());
        if (!there) return ids;
        ids.push_back(base::id_from(rows->blob(0)));
    }
}

base::Done Reader::read_facts(const Id& entity, const std::function<void(const SeenFact&)>& take) {
    IR_TRY(auto rows, inner_->prepared.use(
                          "SELECT f.entity, f.field, f.value, f.salt, f.digest, f.stamp, f.prior_at, f.stands_for, "
                          "f.node, f.seq, c.at, c.author, c.label, c.schema_version, c.reverses_seq IS NOT NULL "
                          "FROM fact f JOIN change c ON c.node = f.node AND c.seq = f.seq "
                          "WHERE f.entity = ? AND c.schema_version <= ? AND NOT EXISTS (SELECT 1 FROM "
                          "quarantine q WHERE q.node = f.node AND q.seq = f.seq AND q.n = f.n)"));
    rows->bind_blob(1, entity.bytes).bind(2, static_cast<std::int64_t>(model::schema_version));
    for (;;) {
        IR_TRY(const bool there, rows->step());
        if (!there) return {};
        SeenFact seen;
        IR_TRY(auto fact, fact_from(*rows, 0));
        seen.fact = model::upgrade(std::move(fact), static_cast<int>(rows->integer(13)));
        if (model::find_field(seen.fact.field) == nullptr) continue;
        IR_TRY(seen.place.node, inner_->journal.node_of(rows->integer(8)));
        seen.place.seq = static_cast<std::uint64_t>(rows->integer(9));
        seen.at_ms = rows->integer(10);
        seen.author = rows->text_view(11);
        seen.label = rows->text_view(12);
        seen.is_undo = rows->integer(14) != 0;
        take(seen);
    }
}

}  // namespace store
