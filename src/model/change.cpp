// The chain's format, for ever. All numbers big-endian, all texts as 4-byte length and bytes.
// link = SHA-256( "iderum.chain.1" ‖ previous link (32)
//   ‖ node (16) ‖ seq (8) ‖ id (16) ‖ at (8) ‖ author ‖ label ‖ schema version (4)
//   ‖ 0, or 1 ‖ reversed node (16) ‖ reversed seq (8)
//   ‖ number of facts (4) ‖ for each fact: entity (16) ‖ field ‖ digest (32) ‖ stamp (28) ‖ prior_at (28)
//       ‖ 0, or 1 ‖ stands_for (28) )
#include "model/change.hpp"

#include <cmath>
#include <set>

#include "base/text.hpp"

namespace model {
namespace {

struct Writer {
    Bytes out;
    void put(std::span<const std::uint8_t> bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }
    void put_number(std::uint64_t number, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            out.push_back(static_cast<std::uint8_t>(number >> shift));
    }
    void put_text(std::string_view text) {
        put_number(text.size(), 4);
        put(base::as_bytes(text));
    }
};

bool is_field_name(std::string_view name) {
    if (name.size() > 64) return false;
    const auto dot = name.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size()) return false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool fine = (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9') || i == dot;
        if (!fine) return false;
    }
    return true;
}

base::Done check_value(const Fact& fact) {
    if (const auto* text = std::get_if<std::string>(&fact.value)) {
        if (text->size() > most_value_bytes) return base::refuse(base::Code::too_large, fact.field);
        if (!base::is_utf8(*text) || text->find('\0') != std::string::npos) {
            return base::refuse(base::Code::bad_text, fact.field);
        }
    }
    // SQLite keeps no NaN: it would be read back as unset.
    if (const auto* real = std::get_if<double>(&fact.value); real != nullptr && std::isnan(*real)) {
        return base::refuse(base::Code::bad_input, "not a number: " + fact.field);
    }
    if (const auto* bytes = std::get_if<Bytes>(&fact.value); bytes != nullptr && bytes->size() > most_value_bytes) {
        return base::refuse(base::Code::too_large, fact.field);
    }
    return {};
}

}  // namespace

Digest digest_of(const Salt& salt, const Value& value) {
    return base::sha256({salt, canonical(value)});
}

Digest chain_of(const Digest& previous, const Change& change) {
    Writer writer;
    writer.out.reserve(256 + change.facts.size() * 160);
    writer.put(base::as_bytes("iderum.chain.1"));
    writer.put(previous);
    writer.put(change.place.node.bytes);
    writer.put_number(change.place.seq, 8);
    writer.put(change.id.bytes);
    writer.put_number(static_cast<std::uint64_t>(change.at_ms), 8);
    writer.put_text(change.author);
    writer.put_text(change.label);
    writer.put_number(static_cast<std::uint64_t>(change.schema_version), 4);
    writer.put_number(change.reverses ? 1 : 0, 1);
    if (change.reverses) {
        writer.put(change.reverses->node.bytes);
        writer.put_number(change.reverses->seq, 8);
    }
    writer.put_number(change.facts.size(), 4);
    for (const auto& fact : change.facts) {
        writer.put(fact.entity.bytes);
        writer.put_text(fact.field);
        writer.put(fact.digest);
        writer.put(to_bytes(fact.stamp));
        writer.put(to_bytes(fact.prior_at));
        writer.put_number(fact.stands_for ? 1 : 0, 1);
        if (fact.stands_for) writer.put(to_bytes(*fact.stands_for));
    }
    return base::sha256({writer.out});
}

base::Done check_change(const Change& change) {
    const auto wrong = [](std::string what) { return base::refuse(base::Code::bad_input, std::move(what)); };
    if (change.id.empty() || change.place.node.empty() || change.place.seq == 0)
        return wrong("change without id or place");
    if (change.facts.empty() || change.facts.size() > most_facts_in_change) return wrong("number of facts");
    for (const auto& text : {change.author, change.label}) {
        if (!base::is_utf8(text) || text.size() > 256 || text.find('\0') != std::string::npos)
            return wrong("author or label");
    }
    std::set<std::pair<Id, std::string_view>> seen;
    for (const auto& fact : change.facts) {
        if (fact.entity.empty()) return wrong("fact without entity");
        if (!is_field_name(fact.field)) return wrong("field name " + fact.field.substr(0, 64));
        if (fact.stamp.empty() || fact.stamp.ms < 0) return wrong("stamp of " + fact.field);
        if (!seen.emplace(fact.entity, fact.field).second) return wrong("twice: " + fact.field);
        if (fact.erased) continue;
        IR_DO(check_value(fact));
        if (digest_of(fact.salt, fact.value) != fact.digest) return wrong("digest of " + fact.field);
    }
    return {};
}

}  // namespace model
