#pragma once
#include <cstdint>
#include <string>
#include <utility>

#include "model/draft.hpp"

/// Fixed nodes, entities, clocks and facts for the model's tests.
namespace parts {

using model::Id;
using model::Stamp;

inline Id id(std::uint8_t byte) {
    Id made;
    made.bytes.fill(byte);
    return made;
}

inline constexpr std::int64_t morning_ms = 1'777'626'000'000;  // 2026-05-01 09:00 UTC

inline model::Salt counting_salt() {
    model::Salt salt{};
    for (std::size_t i = 0; i < salt.size(); ++i) salt[i] = static_cast<std::uint8_t>(i);
    return salt;
}

inline model::Fact fact(const Id& entity, std::string field, model::Value value, const Stamp& stamp) {
    model::Fact made;
    made.entity = entity;
    made.field = std::move(field);
    made.value = std::move(value);
    made.salt = counting_salt();
    made.digest = model::digest_of(made.salt, made.value);
    made.stamp = stamp;
    return made;
}

inline Stamp stamp(std::int64_t ms, std::uint32_t counter = 0, std::uint8_t node = 0x11) {
    return {ms, counter, id(node)};
}

}  // namespace parts
