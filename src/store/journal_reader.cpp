#include "store/journal_reader.hpp"

#include <algorithm>
#include <unordered_map>

#include "model/schema.hpp"
#include "model/upgrade.hpp"
#include "store/fact_row.hpp"
#include "store/prepared.hpp"

namespace store {
namespace {

using base::Code;

std::optional<Id> read_id(std::span<const std::uint8_t> bytes) {
    if (bytes.size() != 16) return std::nullopt;
    Id id;
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return id;
}

base::Result<model::Digest> digest_from(std::span<const std::uint8_t> bytes) {
    model::Digest digest{};
    if (bytes.size() != digest.size()) return base::refuse(Code::corrupt, "a digest of wrong length");
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

}  // namespace

base::Result<model::Fact> fact_from(const Statement& row, int first) {
    model::Fact fact;
    const auto entity = read_id(row.blob(first));
    const auto stamp = model::parse_stamp(row.blob(first + 5));
    if (!entity || !stamp) return base::refuse(Code::corrupt, "a fact with a broken entity or stamp");
    fact.entity = *entity;
    fact.field = row.text(first + 1);
    fact.value = row.value(first + 2);
    fact.erased = row.is_null(first + 3);
    if (!fact.erased) {
        const auto salt = row.blob(first + 3);
        if (salt.size() != fact.salt.size()) return base::refuse(Code::corrupt, "a salt of wrong length");
        std::copy(salt.begin(), salt.end(), fact.salt.begin());
    }
    IR_TRY(fact.digest, digest_from(row.blob(first + 4)));
    fact.stamp = *stamp;
    if (!row.is_null(first + 6)) {
        const auto prior = model::parse_stamp(row.blob(first + 6));
        if (!prior) return base::refuse(Code::corrupt, "a fact with a broken prior_at");
        fact.prior_at = *prior;
    }
    if (!row.is_null(first + 7)) {
        const auto stands_for = model::parse_stamp(row.blob(first + 7));
        if (!stands_for) return base::refuse(Code::corrupt, "a fact with a broken stands_for");
        fact.stands_for = *stands_for;
    }
    return fact;
}

struct JournalReader::Inner {
    Db* db;
    Prepared prepared;
    std::unordered_map<Id, std::int64_t, base::IdHash> numbers;
    std::unordered_map<std::int64_t, Id> ids;
    explicit Inner(Db& given) : db(&given), prepared(given) {}
};

JournalReader::JournalReader(Db& db) : inner_(std::make_unique<Inner>(db)) {}
JournalReader::JournalReader(JournalReader&&) noexcept = default;
JournalReader::~JournalReader() = default;

Db& JournalReader::db() {
    return *inner_->db;
}
void JournalReader::forget() {
    inner_->numbers.clear();
    inner_->ids.clear();
}

base::Result<std::int64_t> JournalReader::node_number(const Id& node) {
    if (const auto known = inner_->numbers.find(node); known != inner_->numbers.end()) return known->second;
    IR_TRY(auto query, inner_->prepared.use("SELECT no FROM node WHERE id = ?"));
    IR_TRY(const bool there, query->bind_blob(1, node.bytes).step());
    if (!there) return 0;
    const auto number = query->integer(0);
    inner_->numbers.emplace(node, number);
    return number;
}

base::Result<Id> JournalReader::node_of(std::int64_t number) {
    if (const auto known = inner_->ids.find(number); known != inner_->ids.end()) return known->second;
    IR_TRY(auto query, inner_->prepared.use("SELECT id FROM node WHERE no = ?"));
    IR_TRY(const bool there, query->bind(1, number).step());
    const auto id = there ? read_id(query->blob(0)) : std::nullopt;
    if (!id) return base::refuse(Code::corrupt, "no node of number " + std::to_string(number));
    inner_->ids.emplace(number, *id);
    return *id;
}

base::Result<std::vector<Id>> JournalReader::read_nodes() {
    IR_TRY(auto query, inner_->prepared.use("SELECT id FROM node ORDER BY no"));
    std::vector<Id> nodes;
    for (;;) {
        IR_TRY(const bool row, query->step());
        if (!row) return nodes;
        if (const auto id = read_id(query->blob(0))) nodes.push_back(*id);
    }
}

base::Result<std::uint64_t> JournalReader::read_head(const Id& node) {
    IR_TRY(const auto number, node_number(node));
    if (number == 0) return 0;
    IR_TRY(auto query, inner_->prepared.use("SELECT coalesce(max(seq), 0) FROM change WHERE node = ?"));
    IR_TRY(const bool there, query->bind(1, number).step());
    return there ? static_cast<std::uint64_t>(query->integer(0)) : 0;
}

base::Result<std::map<Id, std::uint64_t>> JournalReader::read_heads() {
    // One look at the end of each node's rows, instead of a walk over them all.
    IR_TRY(auto query, inner_->prepared.use("SELECT no, (SELECT max(seq) FROM change WHERE node = no) FROM node"));
    std::map<Id, std::uint64_t> heads;
    for (;;) {
        IR_TRY(const bool row, query->step());
        if (!row) return heads;
        if (query->is_null(1)) continue;
        IR_TRY(const auto node, node_of(query->integer(0)));
        heads.emplace(node, static_cast<std::uint64_t>(query->integer(1)));
    }
}

base::Result<model::Digest> JournalReader::read_chain(const model::Place& place) {
    if (place.seq == 0) return model::Digest{};
    IR_TRY(const auto number, node_number(place.node));
    IR_TRY(auto query, inner_->prepared.use("SELECT chain FROM change WHERE node = ? AND seq = ?"));
    IR_TRY(const bool there, query->bind(1, number).bind(2, static_cast<std::int64_t>(place.seq)).step());
    if (!there) return base::refuse(Code::not_found, "no Change " + std::to_string(place.seq));
    return digest_from(query->blob(0));
}

base::Result<std::optional<model::Change>> JournalReader::read_change(const model::Place& place) {
    IR_TRY(const auto number, node_number(place.node));
    const auto seq = static_cast<std::int64_t>(place.seq);
    IR_TRY(auto query, inner_->prepared.use("SELECT id, at, author, label, schema_version, chain, reverses_node, "
                                            "reverses_seq FROM change WHERE node = ? AND seq = ?"));
    IR_TRY(const bool there, query->bind(1, number).bind(2, seq).step());
    if (!there) return std::optional<model::Change>{};
    model::Change change;
    change.place = place;
    const auto id = read_id(query->blob(0));
    if (!id) return base::refuse(Code::corrupt, "a Change with a broken id");
    change.id = *id;
    change.at_ms = query->integer(1);
    change.author = query->text(2);
    change.label = query->text(3);
    change.schema_version = static_cast<int>(query->integer(4));
    IR_TRY(change.chain, digest_from(query->blob(5)));
    if (!query->is_null(6)) {
        IR_TRY(const auto reversed, node_of(query->integer(6)));
        change.reverses = model::Place{reversed, static_cast<std::uint64_t>(query->integer(7))};
    }
    IR_TRY(auto facts, inner_->prepared.use("SELECT entity, field, value, salt, digest, stamp, prior_at, stands_for "
                                            "FROM fact WHERE node = ? AND seq = ? ORDER BY n"));
    facts->bind(1, number).bind(2, seq);
    for (;;) {
        IR_TRY(const bool row, facts->step());
        if (!row) return change;
        IR_TRY(auto fact, fact_from(*facts, 0));
        change.facts.push_back(std::move(fact));
    }
}

base::Result<std::vector<model::Fact>> JournalReader::read_facts(const Id& entity) {
    IR_TRY(auto query, inner_->prepared.use("SELECT entity, field, value, salt, digest, stamp, prior_at, stands_for "
                                            "FROM fact WHERE entity = ?"));
    query->bind_blob(1, entity.bytes);
    std::vector<model::Fact> facts;
    for (;;) {
        IR_TRY(const bool row, query->step());
        if (!row) return facts;
        IR_TRY(auto fact, fact_from(*query, 0));
        facts.push_back(std::move(fact));
    }
}

base::Result<model::Fields> JournalReader::read_entity(const Id& entity) {
    IR_TRY(auto query, inner_->prepared.use(
                           "SELECT f.entity, f.field, f.value, f.salt, f.digest, f.stamp, f.prior_at, f.stands_for, "
                           "c.schema_version FROM fact f JOIN change c ON c.node = f.node AND c.seq = f.seq "
                           "WHERE f.entity = ? AND c.schema_version <= ? AND NOT EXISTS (SELECT 1 FROM "
                           "quarantine q WHERE q.node = f.node AND q.seq = f.seq AND q.n = f.n)"));
    query->bind_blob(1, entity.bytes).bind(2, static_cast<std::int64_t>(model::schema_version));
    model::Fields fields;
    for (;;) {
        IR_TRY(const bool row, query->step());
        if (!row) return fields;
        IR_TRY(auto fact, fact_from(*query, 0));
        fact = model::upgrade(std::move(fact), static_cast<int>(query->integer(8)));
        if (model::find_field(fact.field) != nullptr) model::merge(fields, fact);
    }
}

base::Result<std::optional<model::Fact>> JournalReader::read_fact(const Id& entity, std::string_view field,
                                                                  const model::Stamp& at) {
    IR_TRY(auto query, inner_->prepared.use("SELECT entity, field, value, salt, digest, stamp, prior_at, stands_for "
                                            "FROM fact WHERE entity = ? AND field = ? AND stamp = ? "
                                            "ORDER BY digest DESC LIMIT 1"));
    const auto stamp = model::to_bytes(at);
    IR_TRY(const bool there, query->bind_blob(1, entity.bytes).bind_text(2, field).bind_blob(3, stamp).step());
    if (!there) return std::optional<model::Fact>{};
    IR_TRY(auto fact, fact_from(*query, 0));
    return fact;
}

base::Result<std::vector<model::Place>> JournalReader::read_places(const Id& entity) {
    IR_TRY(auto query,
           inner_->prepared.use("SELECT DISTINCT f.node, f.seq FROM fact f JOIN change c ON c.node = f.node AND "
                                "c.seq = f.seq WHERE f.entity = ? ORDER BY c.at, f.node, f.seq"));
    query->bind_blob(1, entity.bytes);
    std::vector<model::Place> places;
    for (;;) {
        IR_TRY(const bool row, query->step());
        if (!row) return places;
        IR_TRY(const auto node, node_of(query->integer(0)));
        places.push_back({node, static_cast<std::uint64_t>(query->integer(1))});
    }
}

base::Result<bool> JournalReader::is_quarantined(const model::Place& place, std::int64_t n) {
    IR_TRY(const auto number, node_number(place.node));
    IR_TRY(auto query, inner_->prepared.use("SELECT 1 FROM quarantine WHERE node = ? AND seq = ? AND n = ?"));
    return query->bind(1, number).bind(2, static_cast<std::int64_t>(place.seq)).bind(3, n).step();
}

}  // namespace store
