#pragma once
#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "base/result.hpp"

/// The value, or a failed test that says why there is none.
template <class T>
T must(base::Result<T> result) {
    const std::string why = result ? "" : result.error().what + " at " + result.error().where;
    REQUIRE_MESSAGE(result.has_value(), why);
    return std::move(*result);
}
inline void must(const base::Done& result) {
    const std::string why = result ? "" : result.error().what + " at " + result.error().where;
    REQUIRE_MESSAGE(result.has_value(), why);
}
