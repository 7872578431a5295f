#include "store/find_text.hpp"

#include "base/text.hpp"
#include "model/schema.hpp"
#include "store/file_schema.hpp"

namespace store {
namespace {

bool looks_inside(const Needle& needle) {
    return needle.asked || base::graphemes(needle.text) >= least_graphemes_inside;
}

std::string excerpt_of(const model::Value& value) {
    if (const auto* bytes = std::get_if<model::Bytes>(&value)) return std::to_string(bytes->size()) + " B";
    return base::first_graphemes(base::tidy(model::text_of(value)), 60);
}

std::string json_spelling(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else {
            out += c;
        }
    }
    return out;
}

struct SessionColumn {
    const char* table;
    const char* column;
    const char* entity;
    const char* clean;  // without its WHERE
};
constexpr SessionColumn session_columns[] = {
    {"hidden_note", "content", "note", "DELETE FROM hidden_note"},
    {"seat", "name", "seat", "UPDATE seat SET name = ''"},
    {"intent_seen", "answer", "seat", "UPDATE intent_seen SET answer = '{}'"},
    {"kept", "value", "session", "DELETE FROM kept"},
};

std::string holds(const std::string& column) {
    return "(folded(" + column + ") = folded(?1) OR (?2 AND (instr(folded(" + column + "), folded(?1)) > 0 OR " +
           "instr(CAST(" + column + " AS BLOB), CAST(?1 AS BLOB)) > 0)))";
}

}  // namespace

std::vector<Needle> spellings(const Needle& needle) {
    std::vector<Needle> all{needle};
    const auto in_json = json_spelling(needle.text);
    if (in_json != needle.text) all.push_back({in_json, needle.asked});
    return all;
}

base::Result<std::vector<ErasureFound>> find_in_facts(Db& db, const Needle& needle) {
    IR_TRY(auto rows,
           db.prepare("SELECT DISTINCT entity, field, value FROM fact WHERE salt IS NOT NULL AND typeof(value) IN "
                      "('text', 'blob') AND (" +
                      holds("value") +
                      " OR (?2 AND typeof(value) = 'text' AND length(value) >= max(?3, length(?1) / 2) AND "
                      "instr(folded(?1), folded(value)) > 0))"));
    // Names of members are the program's words, not people's.
    IR_TRY(auto words, db.prepare("SELECT 1 FROM json_tree(?3) WHERE atom IS NOT NULL AND " + holds("atom")));
    const bool inside = looks_inside(needle);
    for (auto* query : {&rows, &words}) query->bind_text(1, needle.text).bind(2, static_cast<std::int64_t>(inside));
    rows.bind(3, static_cast<std::int64_t>(least_graphemes_inside));
    std::vector<ErasureFound> found;
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return found;
        const auto* known = model::find_field(rows.text_view(1));
        if (known != nullptr && known->code) continue;
        if (known != nullptr && known->type == model::FieldType::json) {
            const auto json = rows.text(2);
            words.bind_text(3, json);
            const auto in_words = words.step();
            words.reset();
            if (in_words && !*in_words) continue;  // what cannot be read as JSON may hold anything
        }
        found.push_back({base::id_from(rows.blob(0)), rows.text(1), "fact", excerpt_of(rows.value(2)), false});
    }
}

base::Result<std::vector<ErasureFound>> find_in_blobs(Db& db, const Needle& needle) {
    std::vector<ErasureFound> found;
    IR_TRY(auto rows, db.prepare("SELECT sha256, media_type, length(content) FROM blob WHERE " + holds("content")));
    rows.bind_text(1, needle.text).bind(2, static_cast<std::int64_t>(looks_inside(needle)));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return found;
        const auto excerpt = rows.text(1) + ", " + std::to_string(rows.integer(2)) + " B";
        found.push_back({Id{}, rows.text(0), "blob", excerpt, false});
    }
}

base::Result<std::vector<ErasureFound>> find_in_session(Db& db, const Needle& needle) {
    std::vector<ErasureFound> found;
    for (const auto& place : session_columns) {
        IR_TRY(auto rows, db.prepare("SELECT " + std::string(place.entity) + ", " + place.column + " FROM " +
                                     place.table + " WHERE " + holds(place.column)));
        rows.bind_text(1, needle.text).bind(2, static_cast<std::int64_t>(looks_inside(needle)));
        for (;;) {
            IR_TRY(const bool row, rows.step());
            if (!row) break;
            found.push_back({base::id_from(rows.blob(0)), place.table, "session", excerpt_of(rows.value(1)), false});
        }
    }
    return found;
}

base::Done drop_from_session(Db& db, const Needle& needle) {
    for (const auto& place : session_columns) {
        IR_TRY(auto clean, db.prepare(std::string(place.clean) + " WHERE " + holds(place.column)));
        IR_DO(clean.bind_text(1, needle.text).bind(2, static_cast<std::int64_t>(looks_inside(needle))).run());
    }
    return drop_loose_photos(db);  // of the notes that went
}

}  // namespace store
