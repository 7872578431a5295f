#include "store/adopt.hpp"

#include <algorithm>
#include <map>

#include "store/binding.hpp"
#include "store/fact_row.hpp"
#include "store/file_schema.hpp"
#include "store/lock.hpp"

namespace store {
namespace {

using Cell = std::pair<Id, std::string>;

/// What is too far ahead and not adopted yet, by cell, in order of stamps.
base::Result<std::map<Cell, std::vector<model::Fact>>> read_ahead(Db& db, std::int64_t limit_ms) {
    IR_TRY(
        auto query,
        db.prepare("SELECT entity, field, value, salt, digest, stamp, prior_at, stands_for FROM fact f WHERE stamp > ? "
                   "AND NOT EXISTS (SELECT 1 FROM adopted a WHERE a.entity = f.entity AND a.field = f.field AND "
                   "a.stamp = f.stamp) ORDER BY stamp, digest"));
    model::Stamp limit{limit_ms, UINT32_MAX, {}};
    limit.node.bytes.fill(0xff);
    const auto bytes = model::to_bytes(limit);
    query.bind_blob(1, bytes);
    std::map<Cell, std::vector<model::Fact>> ahead;
    for (;;) {
        IR_TRY(const bool row, query.step());
        if (!row) return ahead;
        IR_TRY(auto fact, fact_from(query, 0));
        ahead[{fact.entity, fact.field}].push_back(std::move(fact));
    }
}

model::Fact restamped(const model::Fact& fact, const model::Stamp& prior, model::HybridClock& clock) {
    model::Fact now;
    now.entity = fact.entity;
    now.field = fact.field;
    now.value = fact.erased ? model::Value{} : fact.value;
    now.stamp = clock.next();
    now.prior_at = prior;
    now.stands_for = fact.stamp;
    base::random_bytes(now.salt);
    now.digest = model::digest_of(now.salt, now.value);
    return now;
}

base::Done append(Journal& journal, std::vector<model::Fact> facts, model::HybridClock& clock) {
    model::Change change;
    change.place.node = clock.node();
    change.at_ms = clock.now_ms();
    change.id = base::new_id(change.at_ms);
    change.author = "host";
    change.label = "change.adopt";
    change.schema_version = model::schema_version;
    change.facts = std::move(facts);
    IR_DO(journal.append(change));
    return {};
}

}  // namespace

base::Result<Adoption> adopt_ahead(const OpenOptions& options) {
    IR_TRY(const auto lock, FileLock::take(options.file));
    IR_TRY(auto file, open_to_write(options.file, false, options.synchronous, options.vfs));
    IR_DO(file.db.secure());
    IR_TRY(auto journal, Journal::open(file.db, options.now));
    const auto limit_ms = options.now() + model::far_ahead_ms;
    IR_TRY(auto ahead, read_ahead(file.db, limit_ms));
    if (ahead.empty()) return Adoption{};
    IR_TRY(auto binding, Binding::mint(options.state_folder, journal, options.now));
    Adoption done{binding.node(), 0};

    IR_TRY(auto transaction, Transaction::begin(file.db));
    IR_DO(journal.hold_ahead(limit_ms));
    model::HybridClock clock(done.node, options.now);
    clock.see(journal.greatest());
    std::map<Cell, model::Stamp> prior;
    for (const auto& [cell, facts] : ahead) {
        IR_TRY(const auto fields, journal.reader().read_entity(cell.first));
        if (const auto standing = fields.find(cell.second); standing != fields.end()) {
            prior[cell] = standing->second.stamp;
        }
    }
    // A Change holds a field once: the first fact of every cell, then the second of those that have one, and so on.
    for (std::size_t nth = 0, left = 1; left > 0; ++nth) {
        left = 0;
        std::vector<model::Fact> facts;
        for (const auto& [cell, all] : ahead) {
            if (nth >= all.size()) continue;
            ++left;
            facts.push_back(restamped(all[nth], prior[cell], clock));
            prior[cell] = facts.back().stamp;
            if (facts.size() == model::most_facts_in_change) {
                IR_DO(append(journal, std::move(facts), clock));
                facts.clear();
            }
        }
        done.facts += static_cast<std::int64_t>(left);
        if (!facts.empty()) IR_DO(append(journal, std::move(facts), clock));
    }
    IR_DO(journal.commit(transaction));
    IR_TRY(const auto head, journal.head(done.node));
    binding.note(head);
    return done;
}

}  // namespace store
