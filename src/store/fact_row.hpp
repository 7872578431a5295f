#pragma once
#include "model/change.hpp"
#include "store/sqlite.hpp"

namespace store {

/// A fact from a row whose columns, from `first` on, are: entity, field, value, salt, digest, stamp, prior_at,
/// stands_for. Code::corrupt when a length is wrong.
base::Result<model::Fact> fact_from(const Statement& row, int first);

}  // namespace store
