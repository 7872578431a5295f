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

/// Numbers by option, or by criterion and option; not both.
base::Result<methods::Numbers> numbers_in(const json::object& object) {
    methods::Numbers numbers;
    bool plain = false;
    for (const auto& member : object) {
        const std::string_view key{member.key().data(), member.key().size()};
        if (!is_key(key)) return refuse(Code::bad_input, "value: key");
        if (const auto* inner = member.value().if_object()) {
            IR_TRY(numbers[std::string(key)], numbers_by_key(*inner));
        } else {
            plain = true;
            IR_TRY(numbers[""][std::string(key)], whole_number(member.value()));
        }
    }
    if (plain && numbers.size() > 1) return refuse(Code::bad_input, "value: numbers with and without criteria");
    return numbers;
}

base::Result<std::string> key_in(const json::value& value) {
    const auto* text = value.if_string();
    if (text == nullptr || !is_key({text->data(), text->size()})) return refuse(Code::bad_input, "value: key");
    return std::string(text->data(), text->size());
}

base::Result<std::vector<std::vector<std::string>>> order_in(const json::array& places) {
    std::vector<std::vector<std::string>> order;
    for (const auto& place : places) {
        const auto* ids = place.if_array();
        if (ids == nullptr || ids->empty()) return refuse(Code::bad_input, "value: order");
        auto& shared = order.emplace_back();
        for (const auto& id : *ids) {
            IR_TRY(auto key, key_in(id));
            shared.push_back(std::move(key));
        }
    }
    return order;
}

base::Result<std::vector<methods::Pair>> pairs_in(const json::array& items) {
    if (items.size() > methods::most_pairs_ever) return refuse(Code::bad_input, "too_many_pairs");
    std::vector<methods::Pair> pairs;
    for (const auto& item : items) {
        const auto* parts = item.if_array();
        if (parts == nullptr || parts->size() != 3) return refuse(Code::bad_input, "value: pairs");
        methods::Pair pair;
        IR_TRY(pair.left, key_in(parts->at(0)));
        IR_TRY(pair.right, key_in(parts->at(1)));
        IR_TRY(const auto word, key_in(parts->at(2)));
        const auto chosen = methods::parse_chosen(word);
        if (!chosen) return refuse(Code::bad_input, "value: pairs");
        pair.chosen = *chosen;
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

/// A reason in which there is nothing to read is none, and must not be taken for consent.
base::Result<std::string> reason_in(const json::value& value) {
    const auto* raw = value.if_string();
    if (raw == nullptr) return refuse(Code::bad_input, "value: objection");
    auto reason = tidied({raw->data(), raw->size()}, methods::most_objection_graphemes, false);
    if (!reason) return refuse(Code::bad_input, std::string(too_long_reason));
    if (reason->empty() && !raw->empty()) return refuse(Code::bad_input, std::string(no_reason));
    return reason;
}

}  // namespace

base::Result<methods::Ballot> ballot_value_in(const json::object& object) {
    methods::Ballot ballot;
    if (object.empty()) return ballot;
    if (object.size() > 1) return refuse(Code::bad_input, "value: more than one answer");
    const auto& [name, value] = *object.begin();
    if (name == "choice") {
        IR_TRY(ballot.choice, key_in(value));
    } else if (name == "scale") {
        IR_TRY(ballot.scale, whole_number(value));
    } else if (name == "dots" && value.is_object()) {
        IR_TRY(ballot.dots, numbers_in(value.get_object()));
    } else if (name == "feelings" && value.is_object()) {
        IR_TRY(ballot.feelings, numbers_by_key(value.get_object()));
    } else if (name == "marks" && value.is_object()) {
        IR_TRY(ballot.marks, numbers_in(value.get_object()));
    } else if (name == "order" && value.is_array()) {
        IR_TRY(ballot.order, order_in(value.get_array()));
    } else if (name == "pairs" && value.is_array()) {
        IR_TRY(ballot.pairs, pairs_in(value.get_array()));
    } else if (name == "objection") {
        IR_TRY(ballot.objection, reason_in(value));
    } else {
        return refuse(Code::bad_input, "value");
    }
    return methods::canonical(std::move(ballot));
}

base::Result<methods::Ballot> parse_ballot_value(std::string_view text) {
    if (text.size() > most_ballot_bytes) return refuse(Code::too_large, std::string(too_large_ballot));
    StrictJson reader;
    IR_TRY(const auto* object, reader.read(text, ballot_depth));
    return ballot_value_in(*object);
}

}  // namespace intents
