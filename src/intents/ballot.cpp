#include <boost/json.hpp>

#include "intents/ballot_private.hpp"
#include "intents/fields_private.hpp"
#include "intents/json_private.hpp"

namespace intents {
namespace json = boost::json;
using base::Code;
using base::refuse;
namespace {

constexpr std::size_t ballot_depth = 4;

base::Result<std::int64_t> whole_number(const json::value& value) {
    const auto* number = value.if_int64();
    if (number == nullptr || *number < -1000 || *number > 1000) return refuse(Code::bad_input, "value: number");
    return *number;
}

base::Result<std::map<std::string, std::int64_t>> numbers_by_key(const json::object& object) {
    std::map<std::string, std::int64_t> numbers;
    for (const auto& member : object) {
        const std::string_view key{member.key().data(), member.key().size()};
        if (!is_key(key)) return refuse(Code::bad_input, "value: key");
        IR_TRY(numbers[std::string(key)], whole_number(member.value()));
    }
    return numbers;
}

/// No dot on an option says nothing, and would tell who has changed their mind: it is not kept.
void drop_nothing(std::map<std::string, std::map<std::string, std::int64_t>>& dots) {
    for (auto& [criterion, numbers] : dots) {
        std::erase_if(numbers, [](const auto& one) { return one.second == 0; });
    }
    std::erase_if(dots, [](const auto& one) { return one.second.empty(); });
}

base::Done read_dots(const json::object& object, BallotValue& into) {
    bool plain = false;
    for (const auto& member : object) {
        const std::string_view key{member.key().data(), member.key().size()};
        if (!is_key(key)) return refuse(Code::bad_input, "value: key");
        if (const auto* inner = member.value().if_object()) {
            IR_TRY(into.dots[std::string(key)], numbers_by_key(*inner));
        } else {
            plain = true;
            IR_TRY(into.dots[""][std::string(key)], whole_number(member.value()));
        }
    }
    if (plain && into.dots.size() > 1) return refuse(Code::bad_input, "value: dots with and without criteria");
    drop_nothing(into.dots);
    return {};
}

void write_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    out += '"';
}

void write_numbers(std::string& out, const std::map<std::string, std::int64_t>& numbers) {
    out += '{';
    bool first = true;
    for (const auto& [key, number] : numbers) {
        if (!first) out += ',';
        first = false;
        write_text(out, key);
        out += ':';
        out += std::to_string(number);
    }
    out += '}';
}

}  // namespace

base::Result<BallotValue> ballot_value_in(const json::object& object) {
    BallotValue value;
    if (object.empty()) return value;
    if (object.size() > 1) return refuse(Code::bad_input, "value: more than one answer");
    const auto& member = *object.begin();
    if (member.key() == "choice") {
        const auto* text = member.value().if_string();
        if (text == nullptr || !is_key({text->data(), text->size()})) return refuse(Code::bad_input, "value: choice");
        value.choice = std::string(text->data(), text->size());
    } else if (member.key() == "scale") {
        IR_TRY(value.scale, whole_number(member.value()));
    } else if (member.key() == "dots" && member.value().is_object()) {
        IR_DO(read_dots(member.value().get_object(), value));
    } else if (member.key() == "feelings" && member.value().is_object()) {
        IR_TRY(value.feelings, numbers_by_key(member.value().get_object()));
    } else {
        return refuse(Code::bad_input, "value");
    }
    return value;
}

std::string to_json(const BallotValue& value) {
    std::string out = "{";
    if (value.choice) {
        out += "\"choice\":";
        write_text(out, *value.choice);
    } else if (value.scale) {
        out += "\"scale\":" + std::to_string(*value.scale);
    } else if (!value.feelings.empty()) {
        out += "\"feelings\":";
        write_numbers(out, value.feelings);
    } else if (const auto plain = value.dots.find(""); plain != value.dots.end()) {
        out += "\"dots\":";
        write_numbers(out, plain->second);
    } else if (!value.dots.empty()) {
        out += "\"dots\":{";
        bool first = true;
        for (const auto& [criterion, numbers] : value.dots) {
            if (!first) out += ',';
            first = false;
            write_text(out, criterion);
            out += ':';
            write_numbers(out, numbers);
        }
        out += '}';
    }
    return out + "}";
}

base::Result<BallotValue> parse_ballot_value(std::string_view text) {
    if (text.size() > most_ballot_bytes) return refuse(Code::too_large, "value");
    StrictJson reader;
    IR_TRY(const auto* object, reader.read(text, ballot_depth));
    return ballot_value_in(*object);
}

}  // namespace intents
