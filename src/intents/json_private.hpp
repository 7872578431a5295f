#pragma once
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <string_view>

#include "base/result.hpp"

namespace intents {

/// Reads one JSON object strictly (RFC 8259): no comments, no trailing commas, nothing after it, at most `depth`
/// levels, and no key twice in an object. Small objects need no memory beyond this value itself, which lives on the
/// stack.
class StrictJson {
  public:
    StrictJson() : value_(boost::json::storage_ptr(&memory_)) {}
    StrictJson(const StrictJson&) = delete;
    StrictJson& operator=(const StrictJson&) = delete;

    /// The object lives as long as this reader; read once. bad_text (not UTF-8) or bad_input.
    base::Result<const boost::json::object*> read(std::string_view text, std::size_t depth);

  private:
    unsigned char room_[6144];
    boost::json::monotonic_resource memory_{room_, sizeof room_};
    boost::json::value value_;
};

}  // namespace intents
