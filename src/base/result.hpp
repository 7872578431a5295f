#pragma once
#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace base {

/// Why the world refused. Each has a name (`code_name`) that goes over the wire, and the texts
/// `error.<name>` (what happened) and `error.<name>.do` (what to do) in the language files.
enum class Code {
    bad_input,        // unreadable or malformed; `what` says how
    bad_shape,        // a pure function got arguments outside its domain
    bad_text,         // not UTF-8, or control characters
    too_large,        // over a documented limit
    too_many,         // too many of something (seats, connections, unsaved facts)
    too_fast,         // rate limit
    wrong_code,       // join, return or pairing code is not right
    not_found,        // no such file, entity or block
    not_yours,        // belongs to somebody else
    not_now,          // not allowed in this phase or state
    closed,           // the poll or the session has ended
    already,          // was done before
    unknown_message,  // a message type or field this version does not know
    newer_version,    // file or protocol from a newer program
    corrupt,          // a file breaks its own invariants
    busy,             // another process writes the file
    disk_full,        // no space
    disk_failed,      // the disk refused: read-only, gone, failed sync
    port_taken,       // network port is in use
    not_saved,        // taken, but not on disk yet; try again
    denied,           // rights
};

/// "wrong_code" for Code::wrong_code. Stable: part of the protocol.
std::string_view code_name(Code code);

/// A refusal. `what` is the detail (which field, which limit), `where` a file, line or place; both may be empty.
struct Error {
    Code code = Code::bad_input;
    std::string what;
    std::string where;
};

template <class T>
using Result = tl::expected<T, Error>;
using Done = Result<void>;

inline tl::unexpected<Error> refuse(Code code, std::string what = {}, std::string where = {}) {
    return tl::unexpected<Error>(Error{code, std::move(what), std::move(where)});
}

}  // namespace base

/// IR_TRY(auto x, read_x()); gives x, or returns the error of the Result that read_x() gave.
#define IR_JOIN2(a, b) a##b
#define IR_JOIN(a, b) IR_JOIN2(a, b)
#define IR_TRY_AS(name, target, ...)                                        \
    auto name = (__VA_ARGS__);                                              \
    if (!name) return tl::unexpected<base::Error>(std::move(name).error()); \
    target = std::move(*name)
#define IR_TRY(target, ...) IR_TRY_AS(IR_JOIN(ir_try_, __LINE__), target, __VA_ARGS__)
/// IR_DO(write_x()); returns the error if there was one.
#define IR_DO(...)                                                                    \
    do {                                                                              \
        auto ir_done = (__VA_ARGS__);                                                 \
        if (!ir_done) return tl::unexpected<base::Error>(std::move(ir_done).error()); \
    } while (false)
