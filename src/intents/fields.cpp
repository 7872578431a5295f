#include <algorithm>
#include <boost/json.hpp>

#include "base/text.hpp"
#include "intents/fields_private.hpp"
#include "intents/intent.hpp"
#include "model/note_colours.hpp"

namespace intents {
namespace json = boost::json;
using base::Code;
using base::Id;
namespace {

std::string_view view(const json::string& text) {
    return {text.data(), text.size()};
}

std::optional<Id> id_in(const json::value& value) {
    const auto* text = value.if_string();
    return text == nullptr ? std::nullopt : base::parse_id(view(*text));
}

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int sextet(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// Empty when it is not base64 of whole bytes, in its one form.
std::string from_base64(std::string_view text) {
    if (text.empty() || text.size() % 4 != 0) return {};
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    text.remove_suffix(padding);
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 2);
    unsigned bits = 0;
    int held = 0;
    for (const char c : text) {
        const int value = sextet(c);
        if (value < 0) return {};
        bits = bits << 6U | static_cast<unsigned>(value);
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> static_cast<unsigned>(held) & 0xffU);
        bits &= (1U << static_cast<unsigned>(held)) - 1;
    }
    return bits == 0 ? bytes : std::string();
}

// Codes are read aloud and typed; what is longer than this is a secret that a picture carried.
constexpr std::size_t longest_typed_code = 16;

}  // namespace

bool is_key(std::string_view text) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    return !text.empty() && text.size() <= 120 && std::none_of(text.begin(), text.end(), is_control);
}

base::Result<std::string> tidied(std::string_view raw, std::size_t most, bool keep_lines) {
    // The longest emoji in use joins ten code points.
    if (base::code_points(raw) > most * 12) return base::refuse(Code::too_large);
    auto text = base::tidy(raw, keep_lines);
    if (base::code_points(text) > most && base::graphemes(text) > most) return base::refuse(Code::too_large);
    if (!base::has_visible(text)) text.clear();  // nobody can read it, so nothing was written
    return text;
}

const json::value* Fields::find(std::string_view name) const {
    return object_.if_contains({name.data(), name.size()});
}

bool Fields::has(std::string_view name) const {
    const auto* value = find(name);
    return value != nullptr && !value->is_null();
}

void Fields::refuse(Code code, std::string_view name) {
    if (!fault_) fault_ = base::Error{code, std::string(name), {}};
}

const json::string* Fields::find_string(std::string_view name) {
    const auto* value = find(name);
    const auto* text = value == nullptr ? nullptr : value->if_string();
    if (text == nullptr) refuse(Code::bad_input, name);
    return text;
}

std::string Fields::text(std::string_view name, std::size_t most, bool empty_too, bool keep_lines) {
    const auto* raw = find_string(name);
    if (raw == nullptr) return {};
    auto text = tidied(view(*raw), most, keep_lines);
    if (!text) {
        refuse(text.error().code, name);
        return {};
    }
    if (text->empty() && !empty_too) refuse(Code::bad_input, name);
    return std::move(*text);
}

std::string Fields::key(std::string_view name) {
    const auto* text = find_string(name);
    if (text == nullptr) return {};
    if (!is_key(view(*text))) {
        refuse(text->size() > 120 ? Code::too_large : Code::bad_input, name);
        return {};
    }
    return std::string(view(*text));
}

std::string Fields::key_or_empty(std::string_view name) {
    if (!has(name)) return {};
    const auto* text = find(name)->if_string();
    return text != nullptr && text->empty() ? std::string() : key(name);
}

std::string Fields::colour_or_empty(std::string_view name) {
    auto colour = key_or_empty(name);
    const auto& ours = model::note_colours;
    const bool is_ours = std::find(ours.begin(), ours.end(), colour) != ours.end();
    if (!colour.empty() && !is_ours) refuse(Code::bad_input, name);
    return colour;
}

std::string Fields::secret(std::string_view name) {
    const auto* text = find_string(name);
    if (text == nullptr) return {};
    if (text->size() != 32 || !std::all_of(text->begin(), text->end(), is_hex)) {
        refuse(Code::bad_input, name);
        return {};
    }
    return std::string(view(*text));
}

std::string Fields::code(std::string_view name) {
    const auto* text = find_string(name);
    if (text == nullptr) return {};
    auto code = text->size() > 64 ? std::string() : base::normalized_code(view(*text));
    if (code.empty()) refuse(Code::bad_input, name);
    return code.size() > longest_typed_code ? std::string(view(*text)) : code;
}

std::string Fields::language(std::string_view name, std::string_view otherwise) {
    if (!has(name)) return std::string(otherwise);
    const auto* text = find_string(name);
    const auto fits = [](char c) { return is_letter_or_digit(c) || c == '-'; };
    if (text == nullptr || text->size() < 2 || text->size() > 16 || !std::all_of(text->begin(), text->end(), fits)) {
        refuse(Code::bad_input, name);
        return std::string(otherwise);
    }
    return std::string(view(*text));
}

std::string Fields::base64(std::string_view name, std::size_t most) {
    const auto* text = find_string(name);
    if (text == nullptr) return {};
    auto bytes = text->size() / 4 * 3 > most + 2 ? std::string() : from_base64(view(*text));
    if (bytes.empty() || bytes.size() > most) {
        refuse(text->size() / 4 * 3 > most ? Code::too_large : Code::bad_input, name);
        return {};
    }
    return bytes;
}

Id Fields::id(std::string_view name) {
    const auto* value = find(name);
    const auto id = value == nullptr ? std::nullopt : id_in(*value);
    if (!id) refuse(Code::bad_input, name);
    return id.value_or(Id{});
}

std::optional<Id> Fields::id_or_none(std::string_view name) {
    if (!has(name)) return std::nullopt;
    return id(name);
}

std::vector<Id> Fields::ids(std::string_view name, std::size_t most) {
    std::vector<Id> found;
    const auto* value = find(name);
    const auto* list = value == nullptr ? nullptr : value->if_array();
    if (list == nullptr) {
        refuse(Code::bad_input, name);
        return found;
    }
    if (list->size() > most) refuse(Code::too_large, name);
    for (const auto& item : *list) {
        const auto id = id_in(item);
        if (!id) refuse(Code::bad_input, name);
        found.push_back(id.value_or(Id{}));
    }
    return found;
}

std::vector<std::string> Fields::keys_or_none(std::string_view name, std::size_t most) {
    std::vector<std::string> found;
    if (!has(name)) return found;
    const auto* list = find(name)->if_array();
    if (list == nullptr) {
        refuse(Code::bad_input, name);
        return found;
    }
    if (list->size() > most) refuse(Code::too_large, name);
    for (const auto& item : *list) {
        const auto* text = item.if_string();
        if (text == nullptr || !is_key(view(*text))) {
            refuse(Code::bad_input, name);
            return found;
        }
        found.emplace_back(view(*text));
    }
    return found;
}

bool Fields::truth(std::string_view name) {
    const auto* value = find(name);
    const auto* truth = value == nullptr ? nullptr : value->if_bool();
    if (truth == nullptr) refuse(Code::bad_input, name);
    return truth != nullptr && *truth;
}

bool Fields::truth_or(std::string_view name, bool otherwise) {
    return has(name) ? truth(name) : otherwise;
}

std::int64_t Fields::whole(std::string_view name, std::int64_t least, std::int64_t most) {
    const auto* value = find(name);
    const auto* number = value == nullptr ? nullptr : value->if_int64();
    if (number == nullptr || *number < least || *number > most) {
        refuse(Code::bad_input, name);
        return least;
    }
    return *number;
}

std::int64_t Fields::whole_or(std::string_view name, std::int64_t otherwise, std::int64_t least, std::int64_t most) {
    return has(name) ? whole(name, least, most) : otherwise;
}

}  // namespace intents
