#include "store/derived.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/check.hpp"
#include "model/schema.hpp"

namespace store {
namespace {

/// Where a field's value goes: which kind, which of its columns.
struct Column {
    std::size_t kind = 0;
    std::size_t column = 0;
};

const std::unordered_map<std::string_view, Column>& columns_by_field() {
    static const auto index = [] {
        std::unordered_map<std::string_view, Column> made;
        const auto kinds = model::schema();
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            const auto fields = kinds[kind].fields;
            base::check(fields.size() <= 64, "a kind has at most 64 fields");
            for (std::size_t column = 0; column < fields.size(); ++column) {
                made.emplace(fields[column].name, Column{kind, column});
            }
        }
        return made;
    }();
    return index;
}

/// INSERT … ON CONFLICT DO UPDATE over the columns whose bits are set.
std::string upsert_sql(const model::KindDef& kind, std::uint64_t mask) {
    std::string names = "entity";
    std::string marks = "?";
    std::string sets;
    for (std::size_t column = 0; column < kind.fields.size(); ++column) {
        if ((mask >> column & 1U) == 0) continue;
        const std::string name = '"' + std::string(kind.fields[column].column()) + '"';
        names += ", " + name;
        marks += ", ?";
        sets += (sets.empty() ? "" : ", ") + name + " = excluded." + name;
    }
    return "INSERT INTO \"" + std::string(kind.name) + "\"(" + names + ") VALUES(" + marks +
           ") ON CONFLICT(entity) DO UPDATE SET " + sets;
}

struct Shape {
    std::size_t kind = 0;
    std::uint64_t mask = 0;
    bool operator==(const Shape&) const = default;
};
struct ShapeHash {
    std::size_t operator()(const Shape& shape) const noexcept {
        return std::hash<std::uint64_t>{}(shape.mask * 31 + shape.kind);
    }
};

struct PlacedFact {
    const model::Fact* fact = nullptr;
    Column at;
};

bool before(const PlacedFact& a, const PlacedFact& b) {
    if (a.fact->entity != b.fact->entity) return a.fact->entity < b.fact->entity;
    return a.at.kind != b.at.kind ? a.at.kind < b.at.kind : a.at.column < b.at.column;
}

}  // namespace

struct Derived::Inner {
    Db* db;
    std::unordered_map<Shape, Statement, ShapeHash> upserts;
    std::vector<Statement> deletes;
    std::vector<PlacedFact> placed;  // kept for its room

    base::Result<Statement*> upsert(const Shape& shape) {
        if (const auto known = upserts.find(shape); known != upserts.end()) return &known->second;
        // Forms of Changes are few; a flood of strange ones must not fill the memory.
        if (upserts.size() > 300) upserts.clear();
        IR_TRY(auto statement, db->prepare(upsert_sql(model::schema()[shape.kind], shape.mask)));
        return &upserts.emplace(shape, std::move(statement)).first->second;
    }
};

Derived::Derived(Db& db) : inner_(std::make_unique<Inner>()) {
    inner_->db = &db;
}
Derived::Derived(Derived&&) noexcept = default;
Derived::~Derived() = default;

void Derived::clear() {
    inner_->upserts.clear();
    inner_->deletes.clear();
}

base::Done Derived::apply(std::span<const model::Fact> facts) {
    auto& placed = inner_->placed;
    placed.clear();
    const auto& known = columns_by_field();
    for (const auto& fact : facts) {
        if (const auto found = known.find(fact.field); found != known.end()) {
            placed.push_back({&fact, found->second});
        }
    }
    if (!std::is_sorted(placed.begin(), placed.end(), before)) std::sort(placed.begin(), placed.end(), before);
    for (std::size_t from = 0; from < placed.size();) {
        Shape shape{placed[from].at.kind, 0};
        std::size_t to = from;
        while (to < placed.size() && placed[to].at.kind == shape.kind &&
               placed[to].fact->entity == placed[from].fact->entity) {
            shape.mask |= std::uint64_t{1} << placed[to].at.column;
            ++to;
        }
        IR_TRY(auto* statement, inner_->upsert(shape));
        statement->bind_blob(1, placed[from].fact->entity.bytes);
        for (std::size_t i = from; i < to; ++i) {
            const auto& fact = *placed[i].fact;
            const int index = static_cast<int>(2 + i - from);
            // By reference: the value must be the fact's own, not a copy.
            fact.erased ? statement->bind_null(index) : statement->bind_value(index, fact.value);
        }
        IR_DO(statement->run());
        from = to;
    }
    return {};
}

base::Done Derived::write_rows(const base::Id& entity, const model::Fields& fields, bool fresh) {
    const auto kinds = model::schema();
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        const std::string prefix = std::string(kinds[kind].name) + ".";
        const auto first = fields.lower_bound(prefix);
        if (first == fields.end() || !first->first.starts_with(prefix)) {
            if (fresh) continue;
            while (inner_->deletes.size() <= kind) {
                const auto name = std::string(kinds[inner_->deletes.size()].name);
                IR_TRY(auto statement, inner_->db->prepare("DELETE FROM \"" + name + "\" WHERE entity = ?"));
                inner_->deletes.push_back(std::move(statement));
            }
            IR_DO(inner_->deletes[kind].bind_blob(1, entity.bytes).run());
            continue;
        }
        const auto columns = kinds[kind].fields;
        const auto all = columns.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << columns.size()) - 1;
        IR_TRY(auto* statement, inner_->upsert({kind, all}));
        statement->bind_blob(1, entity.bytes);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const auto cell = fields.find(columns[column].name);
            const int index = static_cast<int>(column) + 2;
            if (cell == fields.end() || cell->second.erased) {
                statement->bind_null(index);
            } else {
                statement->bind_value(index, cell->second.value);
            }
        }
        IR_DO(statement->run());
    }
    return {};
}

}  // namespace store
