#include "model/cells.hpp"

#include <tuple>

namespace model {

const Fields* Cells::find(const Id& entity) const {
    const auto found = entities_.find(entity);
    return found == entities_.end() ? nullptr : &found->second;
}

const Cell* Cells::find(const Id& entity, std::string_view field) const {
    const auto* fields = find(entity);
    if (fields == nullptr) return nullptr;
    const auto found = fields->find(field);
    return found == fields->end() ? nullptr : &found->second;
}

Value Cells::value(const Id& entity, std::string_view field) const {
    const auto* cell = find(entity, field);
    return cell == nullptr ? Value{} : cell->value;
}

bool Cells::exists(const Id& entity, std::string_view kind) const {
    const auto* fields = find(entity);
    if (fields == nullptr) return false;
    const std::string prefix = std::string(kind) + ".";
    const auto deleted = fields->find(prefix + "deleted");
    if (deleted != fields->end() && int_of(deleted->second.value) == 1) return false;
    for (auto it = fields->lower_bound(prefix); it != fields->end() && it->first.starts_with(prefix); ++it) {
        if (is_set(it->second.value)) return true;
    }
    return false;
}

void Cells::put(const Id& entity, std::string_view field, Cell cell) {
    entities_[entity].insert_or_assign(std::string(field), std::move(cell));
}

bool wins(const Fact& fact, const Cell& standing) {
    return std::tie(standing.stamp, standing.digest) < std::tie(fact.stamp, fact.digest);
}

bool merge(Fields& fields, const Fact& fact) {
    const auto [at, fresh] = fields.try_emplace(fact.field);
    if (!fresh && !wins(fact, at->second)) {
        // The same fact again, now erased: the value goes, the place in the order stays.
        const bool same = at->second.stamp == fact.stamp && at->second.digest == fact.digest;
        if (!same || !fact.erased || at->second.erased) return false;
    }
    at->second = Cell{fact.erased ? Value{} : fact.value, fact.stamp, fact.digest, fact.stands_for.value_or(fact.stamp),
                      fact.erased};
    return true;
}

bool merge(Cells& cells, const Fact& fact) {
    return merge(cells.all()[fact.entity], fact);
}

}  // namespace model
