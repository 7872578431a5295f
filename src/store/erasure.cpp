#include "store/erasure.hpp"

#include <map>
#include <sstream>

#include "base/private_files.hpp"
#include "base/text.hpp"

namespace store {
namespace {

base::Path list_file(const base::Path& state_folder) {
    return state_folder / "erasures.tsv";
}

base::Result<std::set<std::string>> read_names(Statement& rows) {
    std::set<std::string> names;
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return names;
        names.insert(rows.text(0));
    }
}

/// Rule and decision as one line's words.
std::string as_word(const std::string& text) {
    return base::is_utf8(text) ? base::tidy(text) : std::string("?");
}

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> words;
    std::istringstream in(line);
    for (std::string word; std::getline(in, word, '\t');) words.push_back(word);
    return words;
}

}  // namespace

base::Result<std::optional<Erasure>> parse_erasure(Db& db, const model::Change& change) {
    Erasure erasure;
    erasure.at_ms = change.at_ms;
    for (const auto& fact : change.facts) {
        if (fact.erased) continue;
        const auto text = model::text_of(fact.value);
        if (fact.field == "erasure.rule") erasure.rule = text;
        if (fact.field == "erasure.decision") erasure.decision = text;
        if (fact.field == "erasure.cells") {
            auto cells = parse_erased_cells(db, text);
            if (cells) erasure.cells = std::move(*cells);
        }
        if (fact.field == "erasure.blobs") {
            IR_TRY(auto rows,
                   db.prepare("SELECT value FROM json_each(CASE WHEN json_valid(?1) THEN ?1 ELSE '[]' END)"));
            rows.bind_text(1, text);
            IR_TRY(erasure.blobs, read_names(rows));
        }
    }
    if (erasure.cells.empty() && erasure.blobs.empty()) return std::optional<Erasure>{};
    return erasure;
}

base::Result<std::vector<Erasure>> read_ordered(Db& db) {
    JournalReader reader(db);
    std::vector<Erasure> ordered;
    IR_TRY(auto rows,
           db.prepare("SELECT DISTINCT node, seq FROM fact WHERE field IN ('erasure.cells', 'erasure.blobs')"));
    for (;;) {
        IR_TRY(const bool row, rows.step());
        if (!row) return ordered;
        IR_TRY(const auto node, reader.node_of(rows.integer(0)));
        IR_TRY(const auto change, reader.read_change({node, static_cast<std::uint64_t>(rows.integer(1))}));
        if (!change) continue;
        IR_TRY(auto erasure, parse_erasure(db, *change));
        if (erasure) ordered.push_back(std::move(*erasure));
    }
}

std::string to_json(const std::set<std::string>& blobs) {
    std::string json = "[";
    for (const auto& name : blobs) json += (json.size() > 1 ? ",\"" : "\"") + name + '"';
    return json + "]";
}

base::Result<std::set<std::string>> read_erased_blobs(Db& db) {
    IR_TRY(auto rows, db.prepare("SELECT DISTINCT j.value FROM fact f, json_each(CASE WHEN json_valid(f.value) THEN "
                                 "f.value ELSE '[]' END) j WHERE f.field = 'erasure.blobs' AND f.salt IS NOT NULL"));
    return read_names(rows);
}

base::Done note_sweep_due(Db& db) {
    return db.execute("INSERT OR REPLACE INTO summary(name, value) VALUES('sweep_due', 1)");
}

base::Result<bool> is_sweep_due(Db& db) {
    IR_TRY(const auto due, db.read_one("SELECT count(*) FROM summary WHERE name = 'sweep_due'"));
    return model::int_of(due) != 0;
}

base::Result<std::int64_t> drop_blobs(Db& db, const std::set<std::string>& names) {
    IR_TRY(auto drop, db.prepare("DELETE FROM blob WHERE sha256 = ?"));
    std::int64_t dropped = 0;
    for (const auto& name : names) {
        IR_DO(drop.bind_text(1, name).run());
        dropped += db.changes();
    }
    if (dropped > 0) IR_DO(note_sweep_due(db));
    return dropped;
}

base::Done note_erasure(const base::Path& state_folder, const Erasure& erasure) {
    std::error_code failed;
    base::make_private_folders(state_folder, failed);
    const auto file = list_file(state_folder);
    std::string list;
    if (std::filesystem::exists(file, failed)) {
        IR_TRY(list, base::read_file(file));
    }
    const auto front = as_word(erasure.rule) + '\t' + as_word(erasure.decision) + '\t';
    std::string more;
    for (const auto& cell : erasure.cells) {
        const auto line = front + "cell\t" + cell.entity.text() + '\t' + cell.field + '\t' +
                          base::to_hex(model::to_bytes(cell.upto)) + '\n';
        if (list.find(line) == std::string::npos) more += line;
    }
    for (const auto& name : erasure.blobs) {
        const auto line = front + "blob\t" + name + '\n';
        if (list.find(line) == std::string::npos) more += line;
    }
    if (more.empty()) return {};
    return base::write_file(file, list + more);
}

base::Result<std::vector<Erasure>> read_erasures(const base::Path& state_folder) {
    std::vector<Erasure> erasures;
    std::error_code failed;
    if (!std::filesystem::exists(list_file(state_folder), failed)) return erasures;
    IR_TRY(const auto list, base::read_file(list_file(state_folder)));
    std::map<std::pair<std::string, std::string>, Erasure> by_decision;
    std::istringstream lines(list);
    for (std::string line; std::getline(lines, line);) {
        const auto words = split(line);
        if (words.size() < 4) continue;
        auto& erasure = by_decision[{words[0], words[1]}];
        erasure.rule = words[0];
        erasure.decision = words[1];
        if (words[2] == "blob") erasure.blobs.insert(words[3]);
        if (words[2] != "cell" || words.size() != 6) continue;
        const auto entity = base::parse_id(words[3]);
        const auto upto = model::parse_stamp(base::from_hex(words[5]));
        if (entity && upto) erasure.cells.push_back({*entity, words[4], *upto});
    }
    for (auto& [decision, erasure] : by_decision) erasures.push_back(std::move(erasure));
    return erasures;
}

}  // namespace store
