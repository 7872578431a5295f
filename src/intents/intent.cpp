#include "intents/intent.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "intents/ballot_private.hpp"
#include "intents/deeds_private.hpp"
#include "intents/fields_private.hpp"
#include "intents/json_private.hpp"

namespace intents {
namespace json = boost::json;
using base::Code;
namespace {

constexpr std::size_t message_depth = 8;

/// A client's own id of a message: 1–40 of [A-Za-z0-9_-].
bool is_client_id(std::string_view id) {
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    };
    return !id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), fits);
}

std::string_view string_in(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains({name.data(), name.size()});
    const auto* text = value == nullptr ? nullptr : value->if_string();
    return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

Hello read_hello(Fields& fields) {
    Hello hello;
    hello.version = static_cast<int>(fields.whole("v", 0, 1'000'000));
    if (!fields.fault() && hello.version != protocol_version) fields.refuse(Code::unknown_message, "v");
    const auto role = fields.key("role");
    if (role == "remote") {
        hello.role = Role::remote;
    } else if (role == "audience") {
        hello.role = Role::audience;
    } else if (role != "tablet") {
        fields.refuse(Code::bad_input, "role");
    }
    int secrets = 0;
    const auto given = [&](std::string_view name, Role by) {
        if (!fields.has(name)) return false;
        if (hello.role != by) fields.refuse(Code::bad_input, name);
        ++secrets;
        return true;
    };
    if (given("join", hello.role == Role::audience ? Role::audience : Role::tablet)) hello.join = fields.code("join");
    if (given("seat", Role::tablet)) hello.seat = fields.secret("seat");
    // A device that comes back may have both: the code that stands there, and the seat it had here before.
    if (!hello.join.empty() && !hello.seat.empty()) --secrets;
    if (given("return", Role::tablet)) hello.return_code = fields.code("return");
    if (given("pair", Role::remote)) hello.pair = fields.code("pair");
    if (given("secret", Role::remote)) hello.secret = fields.secret("secret");
    if (secrets != 1)
        fields.refuse(Code::bad_input, "join, seat, return, pair or secret: exactly one, or join and seat");
    if (fields.has("name")) hello.name = fields.text("name", most_name_graphemes, true);
    hello.show_name = fields.truth_or("show_name", false);
    hello.language = fields.language("lang", "sv");
    return hello;
}

Ballot read_ballot(Fields& fields) {
    Ballot ballot;
    ballot.poll = fields.id("poll");
    ballot.token = fields.secret("token");
    ballot.k = static_cast<std::uint64_t>(fields.whole("k", 0, std::int64_t{1} << 53U));
    const auto* value = fields.find("value");
    if (value == nullptr || !value->is_object()) {
        fields.refuse(Code::bad_input, "value");
        return ballot;
    }
    const auto read = ballot_value_in(value->get_object());
    if (!read) {
        fields.refuse(read.error().code, read.error().what);
        return ballot;
    }
    ballot.value = methods::to_json(*read);
    if (ballot.value.size() > most_ballot_bytes) fields.refuse(Code::too_large, too_large_ballot);
    return ballot;
}

}  // namespace

Intent::Intent(const Intent& other) = default;
Intent::Intent(Intent&& other) noexcept = default;
Intent& Intent::operator=(const Intent& other) = default;
Intent& Intent::operator=(Intent&& other) noexcept = default;
Intent::~Intent() = default;

base::Result<Message> parse_message(std::string_view frame) {
    if (frame.size() > most_message_bytes) return base::refuse(Code::too_large, "message");
    StrictJson reader;
    IR_TRY(const auto* object, reader.read(frame, message_depth));
    Message message;
    if (const auto id = string_in(*object, "id"); is_client_id(id)) message.client_id = id;

    const auto type = string_in(*object, "t");
    if (type.empty()) return base::refuse(Code::bad_input, "t", message.client_id);
    Fields fields(*object);
    const bool needs_id = type != "hello" && type != "ping";
    if (type == "vote") {
        message.said = read_ballot(fields);
    } else if (type == "hello") {
        message.said = read_hello(fields);
    } else if (type == "ping") {
        message.said = Ping{};
    } else if (auto deed = type == "do" ? read_trainers_deed(fields) : read_tablets_deed(type, fields)) {
        message.said = std::move(*deed);
    } else if (!fields.fault()) {
        return base::refuse(Code::unknown_message, std::string(type.substr(0, 40)), message.client_id);
    }
    if (needs_id && message.client_id.empty()) return base::refuse(Code::bad_input, "id");
    if (fields.fault()) {
        auto error = *fields.fault();
        error.where = message.client_id;
        return tl::unexpected<base::Error>(std::move(error));
    }
    return message;
}

}  // namespace intents
