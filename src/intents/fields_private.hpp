#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"

namespace intents {

/// Reads the fields of one message by name. The first fault is kept, named by its field; what is read after it is
/// empty, so that a message is read in a row and judged once by `fault()`.
class Fields {
  public:
    explicit Fields(const boost::json::object& object) : object_(object) {}

    const std::optional<base::Error>& fault() const { return fault_; }
    bool has(std::string_view name) const;

    /// What people write, tidied, at most `most` graphemes (too_large); `empty_too` when nothing is an answer as well.
    std::string text(std::string_view name, std::size_t most, bool empty_too = false, bool keep_lines = false);
    /// A name that programs gave: 1–120 bytes without control characters, as it stands. Blocks, groups, phases.
    std::string key(std::string_view name);
    std::string key_or_empty(std::string_view name);
    /// One of model::note_colours, or nothing.
    std::string colour_or_empty(std::string_view name);
    /// Exactly 32 hex digits, lower case.
    std::string secret(std::string_view name);
    /// What a person typed as a code (normalized), 1–64 bytes; a longer random secret stays as it is.
    std::string code(std::string_view name);
    /// A language tag such as "sv" or "zh-Hans"; `otherwise` when it is missing.
    std::string language(std::string_view name, std::string_view otherwise);
    /// Bytes in base64 (RFC 4648, section 4, padded): 1 to `most` of them.
    std::string base64(std::string_view name, std::size_t most);
    base::Id id(std::string_view name);
    /// An id, or nothing when it is missing or null.
    std::optional<base::Id> id_or_none(std::string_view name);
    std::vector<base::Id> ids(std::string_view name, std::size_t most);
    std::vector<std::string> keys_or_none(std::string_view name, std::size_t most);
    bool truth(std::string_view name);
    bool truth_or(std::string_view name, bool otherwise);
    std::int64_t whole(std::string_view name, std::int64_t least, std::int64_t most);
    std::int64_t whole_or(std::string_view name, std::int64_t otherwise, std::int64_t least, std::int64_t most);

    const boost::json::value* find(std::string_view name) const;
    void refuse(base::Code code, std::string_view name);

  private:
    const boost::json::string* find_string(std::string_view name);

    const boost::json::object& object_;
    std::optional<base::Error> fault_;
};

/// 1–120 bytes without control characters.
bool is_key(std::string_view text);

/// `raw` tidied; too_large above `most` graphemes, or when marks are heaped on so few of them that no person wrote it.
base::Result<std::string> tidied(std::string_view raw, std::size_t most, bool keep_lines);

}  // namespace intents
