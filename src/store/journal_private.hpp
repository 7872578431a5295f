#pragma once
#include <unordered_map>

#include "store/derived.hpp"
#include "store/journal.hpp"
#include "store/prepared.hpp"

namespace store {

inline constexpr std::string_view erasure_field = "erasure.cells";

/// A fact that stands for a later one than itself: somebody gave a fact that was too far ahead a stamp of today.
inline bool is_adoption(const model::Fact& fact) {
    return fact.stands_for && *fact.stands_for > fact.stamp;
}

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
    bool any_adopted = false;

    Inner(Db& given, base::WallClock clock)
        : db(&given), now(std::move(clock)), reader(given), prepared(given), derived(given) {}

    base::Result<Head*> head_of(const Id& node);
    base::Result<bool> is_there(const model::Change& change, const Head& head);
    base::Done insert(const model::Change& change, std::int64_t number);
    base::Done insert_fact(const model::Fact& fact, std::int64_t number, std::int64_t seq, std::int64_t n, bool erased);
    base::Done hold(std::int64_t number, std::int64_t seq, std::int64_t n);
    base::Result<bool> is_adopted(const model::Fact& fact);
    base::Done apply(const model::Change& change);
    base::Done fold(const Id& entity);
    base::Done read_memory();
    base::Done read_greatest();
};

}  // namespace store
