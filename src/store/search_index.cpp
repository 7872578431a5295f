#include "store/search_index.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "model/schema.hpp"
#include "store/prepared.hpp"

namespace store {
namespace {

using base::Id;

/// SELECT of a kind's searchable columns, or empty when it has none.
std::string text_sql(const model::KindDef& kind) {
    std::string columns;
    bool deletable = false;
    for (const auto& field : kind.fields) {
        deletable = deletable || field.column() == "deleted";
        if (!field.searchable) continue;
        columns += (columns.empty() ? "\"" : ", \"") + std::string(field.column()) + '"';
    }
    if (columns.empty()) return {};
    return "SELECT " + columns + " FROM \"" + std::string(kind.name) + "\" WHERE entity = ?" +
           (deletable ? " AND deleted IS NOT 1" : "");
}

/// What was typed as an FTS5 query: every word in quotes, as the beginning of a word.
std::string match_of(std::string_view words) {
    std::string match;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) match += (match.empty() ? "\"" : " \"") + word + "\"*";
        word.clear();
    };
    for (const char c : words) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                            static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            word += c;
        } else {
            end_word();
        }
    }
    end_word();
    return match;
}

struct Behind {
    std::set<Id> entities;
    std::map<std::int64_t, std::int64_t> upto;  // node number → seq
    bool all = true;
};

}  // namespace

struct SearchIndex::Inner {
    Db* db;
    Prepared prepared;
    std::vector<Statement> texts;
    explicit Inner(Db& given) : db(&given), prepared(given) {}

    base::Result<std::string> document(const Id& entity);
    base::Result<Behind> read_behind(std::size_t most);
    base::Done write(const Id& entity);
};

SearchIndex::SearchIndex(Db& db) : inner_(std::make_unique<Inner>(db)) {}
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex::~SearchIndex() = default;

base::Result<std::string> SearchIndex::Inner::document(const Id& entity) {
    if (texts.empty()) {
        for (const auto& kind : model::schema()) {
            const auto sql = text_sql(kind);
            if (sql.empty()) continue;
            IR_TRY(auto statement, db->prepare(sql));
            texts.push_back(std::move(statement));
        }
    }
    std::string document;
    for (auto& statement : texts) {
        const Borrowed row(statement);
        IR_TRY(const bool there, row->bind_blob(1, entity.bytes).step());
        if (!there) continue;
        for (int column = 0; column < row->columns(); ++column) {
            const auto text = row->text_view(column);
            if (text.empty()) continue;
            if (!document.empty()) document += '\n';
            document += text;
        }
    }
    return document;
}

base::Result<Behind> SearchIndex::Inner::read_behind(std::size_t most) {
    Behind behind;
    IR_TRY(auto due, prepared.use("SELECT entity FROM search_due LIMIT ?"));
    due->bind(1, static_cast<std::int64_t>(most));
    for (;;) {
        IR_TRY(const bool row, due->step());
        if (!row) break;
        behind.entities.insert(base::id_from(due->blob(0)));
    }
    IR_TRY(auto nodes, prepared.use("SELECT no, coalesce((SELECT seq FROM search_progress WHERE node = no), 0), "
                                    "coalesce((SELECT max(seq) FROM change WHERE node = no), 0) FROM node"));
    IR_TRY(auto facts, prepared.use("SELECT seq, entity FROM fact WHERE node = ? AND seq > ? ORDER BY seq"));
    for (;;) {
        IR_TRY(const bool row, nodes->step());
        if (!row) break;
        if (nodes->integer(1) >= nodes->integer(2)) continue;
        facts->reset();
        facts->bind(1, nodes->integer(0)).bind(2, nodes->integer(1));
        std::int64_t seq = nodes->integer(1);
        for (;;) {
            IR_TRY(const bool fact, facts->step());
            if (!fact) break;
            if (facts->integer(0) != seq && behind.entities.size() >= most) {
                behind.all = false;
                break;
            }
            seq = facts->integer(0);
            behind.entities.insert(base::id_from(facts->blob(1)));
        }
        behind.upto[nodes->integer(0)] = seq;
        if (!behind.all) break;
    }
    behind.all = behind.all && behind.entities.size() < most;
    return behind;
}

base::Done SearchIndex::Inner::write(const Id& entity) {
    IR_TRY(const auto text, document(entity));
    std::int64_t number = 0;
    {
        IR_TRY(auto query, prepared.use("SELECT e.no, t.body FROM search_entity e JOIN search_text t ON t.rowid = e.no "
                                        "WHERE e.entity = ?"));
        IR_TRY(const bool there, query->bind_blob(1, entity.bytes).step());
        if (there) number = query->integer(0);
        if (there ? query->text_view(1) == text : text.empty()) return {};
    }
    if (text.empty()) {
        IR_TRY(auto drop, prepared.use("DELETE FROM search_text WHERE rowid = ?"));
        IR_DO(drop->bind(1, number).run());
        IR_TRY(auto forget, prepared.use("DELETE FROM search_entity WHERE no = ?"));
        return forget->bind(1, number).run();
    }
    if (number != 0) {
        IR_TRY(auto change, prepared.use("UPDATE search_text SET body = ? WHERE rowid = ?"));
        return change->bind_text(1, text).bind(2, number).run();
    }
    IR_TRY(auto name, prepared.use("INSERT INTO search_entity(entity) VALUES(?)"));
    IR_DO(name->bind_blob(1, entity.bytes).run());
    IR_TRY(auto put, prepared.use("INSERT INTO search_text(rowid, body) "
                                  "SELECT no, ? FROM search_entity WHERE entity = ?"));
    return put->bind_text(1, text).bind_blob(2, entity.bytes).run();
}

base::Done SearchIndex::renew(const std::vector<Id>& entities) {
    for (const auto& entity : entities) IR_DO(inner_->write(entity));
    return {};
}

base::Result<bool> SearchIndex::catch_up(std::size_t most) {
    IR_TRY(const auto behind, inner_->read_behind(most));
    if (behind.entities.empty() && behind.upto.empty()) return true;
    IR_TRY(auto transaction, Transaction::begin(*inner_->db));
    for (const auto& entity : behind.entities) {
        IR_DO(inner_->write(entity));
        IR_TRY(auto done, inner_->prepared.use("DELETE FROM search_due WHERE entity = ?"));
        IR_DO(done->bind_blob(1, entity.bytes).run());
    }
    for (const auto& [node, seq] : behind.upto) {
        IR_TRY(auto note, inner_->prepared.use("INSERT INTO search_progress(node, seq) VALUES(?, ?) "
                                               "ON CONFLICT(node) DO UPDATE SET seq = excluded.seq"));
        IR_DO(note->bind(1, node).bind(2, seq).run());
    }
    IR_DO(transaction.commit());
    return behind.all;
}

base::Result<std::vector<Id>> SearchIndex::search(std::string_view words, std::size_t most) {
    const auto match = match_of(words);
    std::vector<Id> found;
    if (match.empty() || most == 0) return found;
    IR_TRY(const auto behind, inner_->read_behind(SIZE_MAX / 2));
    if (!behind.entities.empty()) {
        // The same words by the same rules: a small index in memory over what the big one has not seen.
        IR_TRY(auto beside, Db::open(":memory:", Mode::create));
        IR_DO(
            beside.execute("CREATE TABLE e(no INTEGER PRIMARY KEY, entity BLOB); CREATE VIRTUAL TABLE t USING "
                           "fts5(body, tokenize = \"unicode61 remove_diacritics 0\"); BEGIN;"));
        IR_TRY(auto put, beside.prepare("INSERT INTO t(rowid, body) VALUES(?, ?)"));
        IR_TRY(auto name, beside.prepare("INSERT INTO e(no, entity) VALUES(?, ?)"));
        std::int64_t number = 0;
        for (const auto& entity : behind.entities) {
            IR_TRY(const auto text, inner_->document(entity));
            if (text.empty()) continue;
            ++number;
            IR_DO(put.bind(1, number).bind_text(2, text).run());
            IR_DO(name.bind(1, number).bind_blob(2, entity.bytes).run());
        }
        IR_TRY(auto query, beside.prepare("SELECT e.entity FROM t JOIN e ON e.no = t.rowid WHERE t MATCH ? "
                                          "ORDER BY t.rowid DESC LIMIT ?"));
        query.bind_text(1, match).bind(2, static_cast<std::int64_t>(most));
        for (;;) {
            IR_TRY(const bool row, query.step());
            if (!row) break;
            found.push_back(base::id_from(query.blob(0)));
        }
    }
    IR_TRY(auto query, inner_->prepared.use("SELECT e.entity FROM search_text t JOIN search_entity e ON e.no = t.rowid "
                                            "WHERE search_text MATCH ? ORDER BY t.rowid DESC"));
    query->bind_text(1, match);
    while (found.size() < most) {
        IR_TRY(const bool row, query->step());
        if (!row) break;
        const auto entity = base::id_from(query->blob(0));
        if (behind.entities.count(entity) == 0) found.push_back(entity);
    }
    return found;
}

}  // namespace store
