#include "model/draft.hpp"

#include <algorithm>

namespace model {
namespace {

constexpr std::size_t few_facts = 64;

/// Salts in bulk: one system call for many facts.
Salt new_salt() {
    thread_local std::array<std::uint8_t, 4096> pool;
    thread_local std::size_t used = pool.size();
    if (used == pool.size()) {
        base::random_bytes(pool);
        used = 0;
    }
    Salt salt{};
    std::copy_n(pool.begin() + static_cast<std::ptrdiff_t>(used), salt.size(), salt.begin());
    used += salt.size();
    return salt;
}

void seal(Change& change, HybridClock& clock) {
    change.at_ms = clock.now_ms();
    change.id = base::new_id(change.at_ms);
    change.place.node = clock.node();
    change.schema_version = schema_version;
    for (auto& fact : change.facts) {
        fact.stamp = clock.next();
        fact.salt = new_salt();
        fact.digest = digest_of(fact.salt, fact.value);
    }
}

}  // namespace

void Draft::set(const Id& entity, std::string_view field, Value value) {
    auto& facts = change_.facts;
    if (facts.size() < few_facts) {
        for (auto& fact : facts) {
            if (fact.entity == entity && fact.field == field) return void(fact.value = std::move(value));
        }
    } else {
        if (places_.empty()) {
            for (std::size_t i = 0; i < facts.size(); ++i) places_[facts[i].entity].push_back(i);
        }
        auto& own = places_[entity];
        for (const auto i : own) {
            if (facts[i].field == field) return void(facts[i].value = std::move(value));
        }
        own.push_back(facts.size());
    }
    Fact fact;
    fact.entity = entity;
    fact.field = field;
    fact.value = std::move(value);
    facts.push_back(std::move(fact));
}

void Draft::drop_standing(const Cells& cells) {
    places_.clear();
    std::erase_if(change_.facts, [&cells](Fact& fact) {
        const auto* standing = cells.find(fact.entity, fact.field);
        if (standing == nullptr) return !is_set(fact.value);
        fact.prior_at = standing->stamp;
        return standing->value == fact.value && !standing->erased;
    });
}

Change Draft::finish(const Cells& cells, HybridClock& clock) && {
    drop_standing(cells);
    seal(change_, clock);
    return std::move(change_);
}

Undo plan_undo(const Change& done, const Cells& cells, const PriorReader& prior, HybridClock& clock,
               std::string author) {
    Undo undo;
    undo.change.author = std::move(author);
    undo.change.label = "change.undo";
    undo.change.reverses = done.place;
    for (const auto& deed : done.facts) {
        const auto* standing = cells.find(deed.entity, deed.field);
        if (standing == nullptr || standing->stands_for != deed.stands_for.value_or(deed.stamp)) {
            ++undo.kept_for_others;
            continue;
        }
        Fact fact;
        fact.entity = deed.entity;
        fact.field = deed.field;
        fact.prior_at = standing->stamp;
        fact.stands_for = Stamp{};
        if (!deed.prior_at.empty()) {
            const auto before = prior(deed.entity, deed.field, deed.prior_at);
            if (!before || before->erased) {
                ++undo.kept_for_others;
                continue;
            }
            fact.value = before->value;
            fact.stands_for = before->stands_for.value_or(before->stamp);
        }
        undo.change.facts.push_back(std::move(fact));
    }
    seal(undo.change, clock);
    return undo;
}

}  // namespace model
