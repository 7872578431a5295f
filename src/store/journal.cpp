#include "store/journal.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "model/schema.hpp"
#include "model/upgrade.hpp"
#include "store/derived.hpp"
#include "store/fact_row.hpp"
#include "store/file_schema.hpp"
#include "store/prepared.hpp"

namespace store {

using base::Code;

namespace {

constexpr std::string_view erasure_field = "erasure.cells";

}  // namespace

struct Journal::Inner {
    Db* db;
    base::WallClock now;
    JournalReader reader;
    Prepared prepared;
    Derived derived;
    std::unordered_map<Id, Head, base::IdHash> heads;
    model::Stamp greatest;
    model::Stamp greatest_written;
    bool any_erased = false;

    Inner(Db& given, base::WallClock clock)
        : db(&given), now(std::move(clock)), reader(given), prepared(given), derived(given) {}

    base::Result<Head*> head_of(const Id& node);
    base::Result<bool> is_there(const model::Change& change, const Head& head);
    base::Done insert(const model::Change& change, std::int64_t number);
    base::Done insert_fact(const model::Fact& fact, std::int64_t number, std::int64_t seq, std::int64_t n, bool erased);
    base::Done apply(const model::Change& change);
    base::Done fold(const Id& entity);
    base::Done read_memory();
};

Journal::Journal(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Journal::Journal(Journal&&) noexcept = default;
Journal::~Journal() = default;

JournalReader& Journal::reader() {
    return inner_->reader;
}
const model::Stamp& Journal::greatest() const {
    return inner_->greatest;
}

base::Result<Journal> Journal::open(Db& db, base::WallClock now) {
    Journal journal(std::make_unique<Inner>(db, std::move(now)));
    IR_DO(journal.forget());
    IR_TRY(const bool fits, fits_schema(db));
    IR_TRY(auto transaction, Transaction::begin(db));
    if (!fits) IR_DO(journal.rebuild());
    IR_DO(journal.adopt_due());
    IR_DO(journal.settle());
    IR_DO(transaction.commit());
    return journal;
}

base::Done Journal::Inner::read_memory() {
    heads.clear();
    reader.forget();
    IR_TRY(const auto kept, db->read_one("SELECT value FROM summary WHERE name = 'greatest_stamp'"));
    greatest = {};
    if (const auto* bytes = std::get_if<model::Bytes>(&kept)) greatest = model::parse_stamp(*bytes).value_or(greatest);
    greatest_written = greatest;
    IR_TRY(const auto some, db->read_one("SELECT EXISTS (SELECT 1 FROM erased)"));
    any_erased = model::int_of(some) != 0;
    return {};
}

base::Done Journal::forget() {
    return inner_->read_memory();
}

base::Done Journal::settle() {
    if (inner_->greatest == inner_->greatest_written) return {};
    IR_TRY(auto put, inner_->prepared.use("INSERT INTO summary(name, value) VALUES('greatest_stamp', ?) "
                                          "ON CONFLICT(name) DO UPDATE SET value = excluded.value"));
    const auto bytes = model::to_bytes(inner_->greatest);
    IR_DO(put->bind_blob(1, bytes).run());
    inner_->greatest_written = inner_->greatest;
    return {};
}

base::Done Journal::commit(Transaction& transaction) {
    IR_DO(settle());
    return transaction.commit();
}

base::Result<std::int64_t> Journal::number_for(const Id& node) {
    IR_TRY(const auto known, inner_->reader.node_number(node));
    if (known != 0) return known;
    IR_TRY(auto put, inner_->prepared.use("INSERT INTO node(id) VALUES(?)"));
    IR_DO(put->bind_blob(1, node.bytes).run());
    return inner_->reader.node_number(node);
}

base::Result<Head*> Journal::Inner::head_of(const Id& node) {
    if (const auto known = heads.find(node); known != heads.end()) return &known->second;
    Head head;
    IR_TRY(head.seq, reader.read_head(node));
    IR_TRY(head.chain, reader.read_chain({node, head.seq}));
    return &heads.emplace(node, head).first->second;
}

base::Result<Head> Journal::head(const Id& node) {
    IR_TRY(const auto* head, inner_->head_of(node));
    return *head;
}

/// True when this very Change stands at its place; false when its place is the next. Anything else is a fault.
base::Result<bool> Journal::Inner::is_there(const model::Change& change, const Head& head) {
    const auto where = "node " + change.place.node.text() + " seq " + std::to_string(change.place.seq);
    if (change.place.seq == head.seq + 1) return false;
    if (change.place.seq > head.seq + 1) return base::refuse(Code::corrupt, "a gap before this Change", where);
    IR_TRY(const auto standing, reader.read_chain(change.place));
    IR_TRY(const auto previous, reader.read_chain({change.place.node, change.place.seq - 1}));
    if (model::chain_of(previous, change) == standing) return true;
    return base::refuse(Code::corrupt, "another Change stands at this place", where);
}

base::Done Journal::Inner::insert_fact(const model::Fact& fact, std::int64_t number, std::int64_t seq, std::int64_t n,
                                       bool erased) {
    IR_TRY(auto put, prepared.use("INSERT INTO fact(node, seq, n, entity, field, value, salt, digest, stamp, prior_at, "
                                  "stands_for) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const auto stamp = model::to_bytes(fact.stamp);
    const auto prior = model::to_bytes(fact.prior_at);
    const auto stands_for = model::to_bytes(fact.stands_for.value_or(model::Stamp{}));
    put->bind(1, number).bind(2, seq).bind(3, n).bind_blob(4, fact.entity.bytes).bind_text(5, fact.field);
    if (erased || fact.erased) {
        put->bind_null(6).bind_null(7);
    } else {
        put->bind_value(6, fact.value).bind_blob(7, fact.salt);
    }
    put->bind_blob(8, fact.digest).bind_blob(9, stamp);
    fact.prior_at.empty() ? put->bind_null(10) : put->bind_blob(10, prior);
    fact.stands_for ? put->bind_blob(11, stands_for) : put->bind_null(11);
    return put->run();
}

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

base::Done Journal::Inner::insert(const model::Change& change, std::int64_t number) {
    IR_TRY(auto put, prepared.use("INSERT INTO change(node, seq, id, at, author, label, schema_version, chain, "
                                  "reverses_node, reverses_seq) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    put->bind(1, number).bind(2, static_cast<std::int64_t>(change.place.seq)).bind_blob(3, change.id.bytes);
    put->bind(4, change.at_ms).bind_text(5, change.author).bind_text(6, change.label);
    put->bind(7, static_cast<std::int64_t>(change.schema_version)).bind_blob(8, change.chain);
    if (!change.reverses) return put->bind_null(9).bind_null(10).run();
    IR_TRY(const auto reversed, reader.node_number(change.reverses->node));
    return put->bind(9, reversed).bind(10, static_cast<std::int64_t>(change.reverses->seq)).run();
}

base::Result<bool> Journal::append(model::Change& change) {
    IR_TRY(auto* head, inner_->head_of(change.place.node));
    if (change.place.seq == 0) change.place.seq = head->seq + 1;
    IR_TRY(const bool there, inner_->is_there(change, *head));
    if (there) return false;
    change.chain = model::chain_of(head->chain, change);
    IR_DO(write(change, false));
    return true;
}

base::Result<bool> Journal::append_foreign(const model::Change& change) {
    IR_DO(model::check_change(change));
    IR_TRY(auto* head, inner_->head_of(change.place.node));
    IR_TRY(const bool there, inner_->is_there(change, *head));
    if (there) return false;
    if (model::chain_of(head->chain, change) != change.chain) {
        return base::refuse(Code::corrupt, "the chain does not hold",
                            "node " + change.place.node.text() + " seq " + std::to_string(change.place.seq));
    }
    IR_DO(write(change, true));
    return true;
}

base::Done Journal::write(const model::Change& change, bool foreign) {
    IR_TRY(const auto number, number_for(change.place.node));
    if (change.reverses) IR_DO(number_for(change.reverses->node));
    const auto seq = static_cast<std::int64_t>(change.place.seq);
    const auto limit = inner_->now() + model::far_ahead_ms;
    model::Change applied;  // what reaches the tables, when that is less than the whole Change
    bool whole = true;
    std::int64_t n = 0;
    for (const auto& fact : change.facts) {
        bool erased = fact.erased;
        if (inner_->any_erased && !erased) {
            IR_TRY(erased, is_erased(fact.entity, fact.field, fact.stamp));
        }
        IR_DO(inner_->insert_fact(fact, number, seq, n, erased));
        const bool far_ahead = foreign && fact.stamp.ms > limit;
        if (far_ahead) {
            IR_TRY(auto hold, inner_->prepared.use("INSERT INTO quarantine(node, seq, n) VALUES(?, ?, ?)"));
            IR_DO(hold->bind(1, number).bind(2, seq).bind(3, n).run());
        }
        if ((far_ahead || erased != fact.erased) && whole) {
            whole = false;
            applied.schema_version = change.schema_version;
            applied.facts.assign(change.facts.begin(), change.facts.begin() + n);
        }
        if (!whole && !far_ahead) {
            applied.facts.push_back(fact);
            applied.facts.back().erased = erased;
        }
        ++n;
    }
    IR_DO(inner_->insert(change, number));
    inner_->heads[change.place.node] = Head{change.place.seq, change.chain};
    IR_DO(inner_->apply(whole ? change : applied));
    for (const auto& fact : change.facts) {
        if (fact.field != erasure_field || fact.erased) continue;
        const auto cells = parse_erased_cells(*inner_->db, model::text_of(fact.value));
        // What a newer program means by its erasures is not known here; ours are always readable.
        if (cells) IR_DO(carry_out(*cells, change.place));
    }
    return {};
}

base::Done Journal::put_blob(std::string_view sha256_hex, std::string_view content, std::string_view media_type) {
    IR_TRY(auto put, inner_->prepared.use("INSERT OR IGNORE INTO blob(sha256, media_type, content) VALUES(?, ?, ?)"));
    return put->bind_text(1, sha256_hex).bind_text(2, media_type).bind_blob(3, base::as_bytes(content)).run();
}

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
    return emptied;
}

base::Done Journal::refold(const Id& entity) {
    IR_DO(inner_->fold(entity));
    IR_TRY(auto due, inner_->prepared.use("INSERT OR IGNORE INTO search_due(entity) VALUES(?)"));
    return due->bind_blob(1, entity.bytes).run();
}

base::Result<std::int64_t> Journal::adopt_due() {
    IR_TRY(auto due,
           inner_->prepared.use("SELECT q.node, q.seq, q.n, f.entity, f.stamp FROM quarantine q JOIN fact f ON "
                                "f.node = q.node AND f.seq = q.seq AND f.n = q.n WHERE f.stamp <= ?"));
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

base::Done Journal::rebuild(const std::function<bool(std::int64_t, std::int64_t)>& progress) {
    inner_->derived.clear();
    inner_->prepared.clear();
    IR_DO(recreate_derived(*inner_->db));
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
