#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

#include "base/text.hpp"
#include "intents/json_private.hpp"

namespace intents {
namespace json = boost::json;
namespace {

/// Builds the value and counts the keys that stood in the text; an object keeps only one of two equal ones.
class Builder {
  public:
    static constexpr std::size_t max_object_size = 4096;
    static constexpr std::size_t max_array_size = 4096;
    static constexpr std::size_t max_key_size = 65536;
    static constexpr std::size_t max_string_size = 65536;

    Builder(json::storage_ptr memory, unsigned char* buffer, std::size_t size)
        : stack({}, buffer, size), memory_(std::move(memory)) {}

    bool on_document_begin(json::error_code&) {
        stack.reset(memory_);
        return true;
    }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return true; }
    bool on_object_end(std::size_t count, json::error_code&) {
        keys += count;
        stack.push_object(count);
        return true;
    }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t count, json::error_code&) {
        stack.push_array(count);
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
        stack.push_chars(part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        stack.push_key(part);
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
        stack.push_chars(part);
        return true;
    }
    bool on_string(json::string_view part, std::size_t, json::error_code&) {
        stack.push_string(part);
        return true;
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
        stack.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) {
        stack.push_uint64(number);
        return true;
    }
    bool on_double(double number, json::string_view, json::error_code&) {
        stack.push_double(number);
        return true;
    }
    bool on_bool(bool truth, json::error_code&) {
        stack.push_bool(truth);
        return true;
    }
    bool on_null(json::error_code&) {
        stack.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

    json::value_stack stack;
    std::size_t keys = 0;

  private:
    json::storage_ptr memory_;
};

std::size_t kept_keys(const json::value& value) {
    std::size_t count = 0;
    if (const auto* object = value.if_object()) {
        count = object->size();
        for (const auto& member : *object) count += kept_keys(member.value());
    } else if (const auto* array = value.if_array()) {
        for (const auto& item : *array) count += kept_keys(item);
    }
    return count;
}

}  // namespace

base::Result<const json::object*> StrictJson::read(std::string_view text, std::size_t depth) {
    if (!base::is_utf8(text)) return base::refuse(base::Code::bad_text, "not UTF-8");
    json::parse_options options;
    options.max_depth = depth;
    unsigned char buffer[2048];
    json::basic_parser<Builder> parser(options, json::storage_ptr(&memory_), buffer, sizeof buffer);
    json::error_code failed;
    try {
        const auto used = parser.write_some(false, text.data(), text.size(), failed);
        if (!failed && used < text.size()) failed = json::error::extra_data;
        if (failed) return base::refuse(base::Code::bad_input, "JSON: " + failed.message());
        value_ = parser.handler().stack.release();
        if (!value_.is_object()) return base::refuse(base::Code::bad_input, "not a JSON object");
        if (kept_keys(value_) != parser.handler().keys)
            return base::refuse(base::Code::bad_input, "a key stands twice");
    } catch (const std::exception&) {
        return base::refuse(base::Code::bad_input, "JSON");
    }
    return &value_.get_object();
}

}  // namespace intents
