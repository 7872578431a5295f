#include "store/reader.hpp"

#include <algorithm>

#include "model/schema.hpp"
#include "store/file_schema.hpp"
#include "store/reader_private.hpp"
#include "store/session_tables.hpp"

namespace store {

using base::Code;

std::string TableRow::text(std::string_view column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? std::string() : model::text_of(found->second);
}
std::int64_t TableRow::number(std::string_view column, std::int64_t otherwise) const {
    const auto found = columns.find(column);
    return found == columns.end() ? otherwise : model::int_of(found->second, otherwise);
}
Id TableRow::id(std::string_view column) const {
    const auto found = columns.find(column);
    return found == columns.end() ? Id{} : model::id_of(found->second);
}

Reader::Reader(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

base::Result<Reader> Reader::open(const base::Path& file) {
    IR_TRY(auto db, open_to_read(file));
    return Reader(std::make_unique<Inner>(std::move(db)));
}

base::Result<model::Fields> Reader::read_entity(const Id& entity) {
    return inner_->journal.read_entity(entity);
}

base::Result<std::optional<model::Fact>> Reader::read_fact(const Id& entity, std::string_view field,
                                                           const model::Stamp& at) {
    return inner_->journal.read_fact(entity, field, at);
}

base::Result<std::optional<model::Change>> Reader::read_change(const model::Place& place) {
    const Snapshot snapshot(inner_->db);
    return inner_->journal.read_change(place);
}

base::Result<std::vector<model::Change>> Reader::read_history(const Id& entity) {
    const Snapshot snapshot(inner_->db);
    IR_TRY(const auto places, inner_->journal.read_places(entity));
    std::vector<model::Change> history;
    for (const auto& place : places) {
        IR_TRY(auto change, inner_->journal.read_change(place));
        if (change) history.push_back(std::move(*change));
    }
    return history;
}

base::Result<std::vector<TableRow>> Reader::read_rows(std::string_view kind, const std::vector<Where>& where,
                                                      std::size_t most) {
    const auto* table = model::find_kind(kind);
    if (table == nullptr) return base::refuse(Code::bad_input, "no such kind: " + std::string(kind));
    const auto has = [table](std::string_view column) {
        return std::any_of(table->fields.begin(), table->fields.end(),
                           [column](const model::FieldDef& field) { return field.column() == column; });
    };
    IR_TRY(const bool exists, inner_->has_table(table->name));
    if (!exists) return std::vector<TableRow>();
    std::string sql =
        "SELECT * FROM \"" + std::string(table->name) + "\" WHERE " + (has("deleted") ? "deleted IS NOT 1" : "1");
    for (const auto& condition : where) {
        if (!has(condition.column)) return base::refuse(Code::bad_input, "no such column: " + condition.column);
        sql += " AND \"" + condition.column + "\" IS ?";
    }
    sql += " ORDER BY entity";
    if (most != 0) sql += " LIMIT " + std::to_string(most);
    IR_TRY(auto query, inner_->db.prepare(sql));
    for (std::size_t i = 0; i < where.size(); ++i) query.bind_value(static_cast<int>(i) + 1, where[i].value);
    std::vector<std::string> names;
    for (int column = 0; column < query.columns(); ++column) names.push_back(query.column_name(column));
    std::vector<TableRow> rows;
    for (;;) {
        IR_TRY(const bool there, query.step());
        if (!there) return rows;
        TableRow row;
        for (int column = 0; column < query.columns(); ++column) {
            if (names[static_cast<std::size_t>(column)] == "entity") {
                row.entity = base::id_from(query.blob(column));
            } else if (!query.is_null(column)) {
                row.columns.emplace(names[static_cast<std::size_t>(column)], query.value(column));
            }
        }
        rows.push_back(std::move(row));
    }
}

base::Result<std::vector<Id>> Reader::search(std::string_view words, std::size_t most) {
    const Snapshot snapshot(inner_->db);
    return inner_->index.search(words, most);
}

base::Result<std::int64_t> Reader::highest_number(std::string_view prefix) {
    IR_TRY(auto query, inner_->prepared.use("SELECT coalesce(max(CAST(substr(number, ?3) AS INTEGER)), 0) FROM idea "
                                            "WHERE number IS NOT NULL AND number >= ?1 AND number < ?2"));
    // Idea numbers are ASCII: the character after the last possible digit ends the range.
    const auto end = std::string(prefix) + ":";
    query->bind_text(1, prefix).bind_text(2, end).bind(3, static_cast<std::int64_t>(prefix.size()) + 1);
    IR_TRY(const bool there, query->step());
    return there ? query->integer(0) : 0;
}

base::Result<std::optional<std::string>> Reader::read_blob(std::string_view sha256_hex) {
    IR_TRY(auto query, inner_->prepared.use("SELECT content FROM blob WHERE sha256 = ?"));
    IR_TRY(const bool there, query->bind_text(1, sha256_hex).step());
    if (!there) return std::optional<std::string>{};
    const auto bytes = query->blob(0);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

base::Result<std::optional<std::string>> Reader::read_photo(std::string_view sha256_hex) {
    IR_TRY(auto shown, read_blob(sha256_hex));
    if (shown) return shown;
    // A file that nobody has written to since there are photos has no such table.
    auto query = inner_->prepared.use("SELECT content FROM waiting_photo WHERE sha256 = ?");
    if (!query) return std::optional<std::string>{};
    IR_TRY(const bool there, (*query)->bind_text(1, sha256_hex).step());
    // It may have been shown between the two looks.
    if (!there) return read_blob(sha256_hex);
    const auto bytes = (*query)->blob(0);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

base::Result<SessionRows> Reader::read_session(const Id& session) {
    const Snapshot snapshot(inner_->db);
    return read_session_rows(inner_->prepared, session);
}

base::Result<std::map<Id, std::uint64_t>> Reader::read_heads() {
    return inner_->journal.read_heads();
}

base::Result<std::int64_t> Reader::count_facts() {
    IR_TRY(const auto count, inner_->db.read_one("SELECT count(*) FROM fact"));
    return model::int_of(count);
}

}  // namespace store
