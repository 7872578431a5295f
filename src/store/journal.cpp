#include "store/file_schema.hpp"
#include "store/journal_private.hpp"

namespace store {

using base::Code;

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
    IR_TRY(const bool fits, fits_schema(db));
    IR_TRY(auto transaction, Transaction::begin(db));
    if (!fits) IR_DO(journal.rebuild());
    IR_DO(journal.forget());
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
    IR_TRY(const auto restamped, db->read_one("SELECT EXISTS (SELECT 1 FROM adopted)"));
    any_adopted = model::int_of(restamped) != 0;
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
        bool held = foreign && fact.stamp.ms > limit;
        if (inner_->any_adopted && !held) {
            IR_TRY(held, inner_->is_adopted(fact));
        }
        if (held) IR_DO(inner_->hold(number, seq, n));
        if ((held || erased != fact.erased) && whole) {
            whole = false;
            applied.schema_version = change.schema_version;
            applied.facts.assign(change.facts.begin(), change.facts.begin() + n);
        }
        if (!whole && !held) {
            applied.facts.push_back(fact);
            applied.facts.back().erased = erased;
        }
        ++n;
    }
    IR_DO(inner_->insert(change, number));
    inner_->heads[change.place.node] = Head{change.place.seq, change.chain};
    IR_DO(inner_->apply(whole ? change : applied));
    for (const auto& fact : change.facts) {
        if (is_adoption(fact)) IR_DO(note_adopted(fact));
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

}  // namespace store
