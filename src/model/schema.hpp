#pragma once
#include <span>
#include <string_view>

#include "base/id.hpp"

namespace model {

/// How a field's value is read: `json` is text holding JSON, `id` 16 bytes, `flag` 0 or 1, `when` ms since 1970 UTC.
enum class FieldType { text, integer, real, flag, when, id, json, bytes };

/// One field of a kind. `name` is "<kind>.<column>": the derived table has a column of that name (invariant 11).
struct FieldDef {
    std::string_view name;
    FieldType type;
    bool searchable = false;  // goes into the full-text index
    bool personal = false;    // may hold personal data: listed first by `journal erase`
    bool code = false;        // words of the program or the course, ids, counts: nobody has written in it
    std::string_view column() const { return name.substr(name.find('.') + 1); }
};

/// A kind of entity and its derived table. An entity may have fields of several kinds (an idea on the wall is both a
/// note and an idea): it then has a row in each table, under the same id.
struct KindDef {
    std::string_view name;  // "note"; also the table's name
    std::span<const FieldDef> fields;
};

/// Every kind this version knows. Names are never reused for another meaning.
std::span<const KindDef> schema();
/// Null for what this version does not know: journaled and passed on, not applied (invariant 7).
const KindDef* find_kind(std::string_view name);
const FieldDef* find_field(std::string_view name);

/// The id of one host's count of one round (invariant 25): hosts that count the same poll never write the same entity,
/// so that their counts add up when their files meet.
base::Id tally_id(const base::Id& poll, std::int64_t round, const base::Id& node);

}  // namespace model
