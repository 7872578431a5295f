// Free boards: thousands of items at once, and their histories.
#include <array>
#include <optional>
#include <unordered_map>

#include "model/schema.hpp"
#include "model/upgrade.hpp"
#include "store/fact_row.hpp"
#include "store/reader_private.hpp"

namespace store {
namespace {

constexpr std::size_t item_type_count = 7;
constexpr std::int64_t most_changes_looked_at = 5000;

/// Which column of a row holds each field, in order of the schema; none: a file of an older program, which is only
/// read, has no such column.
std::vector<std::optional<int>> item_columns_of(const Statement& rows) {
    std::unordered_map<std::string, int> found;
    for (int column = 0; column < rows.columns(); ++column) found.emplace(rows.column_name(column), column);
    std::vector<std::optional<int>> columns;
    for (const auto& field : model::find_kind("item")->fields) {
        const auto at = found.find(std::string(field.column()));
        columns.push_back(at == found.end() ? std::nullopt : std::optional(at->second));
    }
    return columns;
}

base::Done take_items(Statement& rows, std::vector<model::Item>& items) {
    const auto columns = item_columns_of(rows);
    std::vector<model::Value> values(columns.size());
    std::vector<const model::Value*> here(columns.size());
    for (;;) {
        IR_TRY(const bool there, rows.step());
        if (!there) return {};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto at = columns[i];
            here[i] = !at || rows.is_null(*at) ? nullptr : &(values[i] = rows.value(*at));
        }
        if (auto item = model::read_item(base::id_from(rows.blob(0)), here)) items.push_back(std::move(*item));
    }
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
    IR_TRY(auto rows, inner_->db.prepare("SELECT * FROM item WHERE board = ? AND deleted IS NOT 1"));
    rows.bind_blob(1, board.bytes);
    IR_DO(take_items(rows, items));
    return items;
}

base::Result<std::vector<model::Item>> Reader::read_board_words(const Id& board, std::size_t most) {
    std::vector<model::Item> items;
    IR_TRY(const bool exists, inner_->has_table("item"));
    if (!exists) return items;
    // Frames first: what is read stands below them. Lines last: they tell of it.
    for (const auto* types : {"'frame'", "'note', 'text', 'image'", "'line'"}) {
        IR_TRY(auto rows, inner_->db.prepare("SELECT * FROM item WHERE board = ? AND deleted IS NOT 1 AND type IN (" +
                                             std::string(types) + ") LIMIT ?"));
        rows.bind_blob(1, board.bytes).bind(2, static_cast<std::int64_t>(most));
        IR_DO(take_items(rows, items));
    }
    return items;
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
