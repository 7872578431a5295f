// What stands on a session's board, as a spreadsheet and as JSON.
#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "app/board_content.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "paint/result_matrix.hpp"
#include "paint/result_rows.hpp"
#include "register/csv.hpp"
#include "views/poll_json.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

/// The phase or the group that a note stands in, as the board calls it.
std::string place_words_of(const paint::Sheet& sheet, const views::NoteView& note) {
    for (const auto& cluster : sheet.clusters) {
        if (cluster.id == note.cluster) return cluster.name;
    }
    for (const auto& phase : sheet.phases) {
        if (phase.id == note.group) return phase.label;
    }
    return {};
}

std::string note_colour_words(const std::string& colour) {
    if (colour.empty()) return {};
    const auto key = "wall.colour." + colour;
    const auto known = tr(key);
    return known == key ? colour : known;
}

/// Notes as the board is read: phase after phase, group after group; those in none last.
std::vector<const views::NoteView*> notes_in_order(const paint::Sheet& sheet) {
    std::vector<const views::NoteView*> notes;
    for (const auto& note : sheet.notes) notes.push_back(&note);
    const auto rank = [&sheet](const views::NoteView* note) {
        const auto find = [](const auto& all, const auto& id) {
            return std::find_if(all.begin(), all.end(), [&id](const auto& one) { return one.id == id; }) - all.begin();
        };
        return sheet.clusters.empty() ? find(sheet.phases, note->group) : find(sheet.clusters, note->cluster);
    };
    std::stable_sort(notes.begin(), notes.end(), [&rank](const auto* a, const auto* b) { return rank(a) < rank(b); });
    return notes;
}

/// A number as it is drawn is one for the spreadsheet too.
ideas::CsvCell number_cell(std::string number) {
    constexpr std::string_view minus = "−";
    if (number.starts_with(minus)) number.replace(0, minus.size(), "-");
    const bool plain = number.find_first_not_of("-0123456789.,") == std::string::npos && !number.empty();
    return {plain ? ideas::decimal_comma(number) : number, plain};
}

/// "90 / 12": of benefit and effort. Nothing where nobody has placed it.
std::string matrix_words(const methods::OutcomeRow& row) {
    const auto x = row.numbers.find("x"), y = row.numbers.find("y");
    if (row.n == 0 || x == row.numbers.end() || y == row.numbers.end()) return {};
    const auto whole = [](const methods::Exact& number) { return std::to_string(std::llround(number.value)); };
    return whole(y->second) + " / " + whole(x->second);
}

using BlockTable = std::vector<std::vector<ideas::CsvCell>>;

void add_note_rows(const paint::Sheet& sheet, BlockTable& table) {
    for (const auto* note : notes_in_order(sheet)) {
        const auto parent = std::find_if(sheet.notes.begin(), sheet.notes.end(), [note](const auto& one) {
            return !note->parent.empty() && one.id == note->parent;
        });
        table.push_back({{tr("board.type.note")},
                         {note->text},
                         {place_words_of(sheet, *note)},
                         {parent == sheet.notes.end() ? std::string() : parent->text},
                         {note_colour_words(note->colour)},
                         {note->author},
                         {note->number},
                         {},
                         {},
                         {note->photo ? note->photo->shows : std::string()},
                         {note->id.text()}});
    }
}

void add_person_rows(const paint::Sheet& sheet, BlockTable& table) {
    const auto add = [&table](const std::string& text, const std::string& name, const std::string& heading) {
        table.push_back({{tr("board.type.person")}, {text}, {name}, {heading}, {}, {}, {}, {}, {}, {}, {}});
    };
    for (const auto& person : sheet.persons) {
        add(person.who, person.name, {});
        for (const auto& part : person.parts) add(part.text, person.name, part.heading);
    }
}

void add_result_rows(const paint::Sheet& sheet, BlockTable& table) {
    for (const auto& poll : sheet.polls) {
        const auto rows = paint::result_rows(poll);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto& row = rows[i];
            const auto result =
                paint::is_matrix(poll) ? ideas::CsvCell{matrix_words(poll.outcome->rows[i])} : number_cell(row.number);
            table.push_back({{tr("board.type.result")},
                             {row.title},
                             {poll.question},
                             {},
                             {},
                             {},
                             {},
                             row.rank > 0 ? ideas::CsvCell{std::to_string(row.rank), true} : ideas::CsvCell{},
                             result,
                             {},
                             {row.option}});
        }
    }
}

json::array notes_json(const paint::Sheet& sheet) {
    json::array notes;
    for (const auto* note : notes_in_order(sheet)) {
        json::object entry{{"id", note->id.text()}, {"type", note->type}};
        const auto add = [&entry](const char* name, const std::string& text) {
            if (!text.empty()) entry[name] = text;
        };
        add("text", note->text);
        add("group", note->group);
        add("colour", note->colour);
        add("author", note->author);
        add("language", note->language);
        add("number", note->number);
        if (!note->parent.empty()) entry["parent"] = note->parent.text();
        if (!note->cluster.empty()) entry["cluster"] = note->cluster.text();
        if (note->photo) {
            add("photo", note->photo->hash);
            add("photo_shows", note->photo->shows);
        }
        notes.push_back(std::move(entry));
    }
    return notes;
}

json::array persons_json(const paint::Sheet& sheet) {
    json::array persons;
    for (const auto& person : sheet.persons) {
        json::array parts;
        for (const auto& part : person.parts) parts.push_back({{"heading", part.heading}, {"text", part.text}});
        persons.push_back({{"name", person.name}, {"who", person.who}, {"parts", std::move(parts)}});
    }
    return persons;
}

json::array results_json(const paint::Sheet& sheet) {
    json::array polls;
    for (const auto& poll : sheet.polls) polls.push_back(json::parse(views::to_poll(poll)));
    return polls;
}

}  // namespace

std::string block_to_csv(const paint::Sheet& sheet) {
    BlockTable table(1);
    for (const auto* column :
         {"type", "text", "in", "about", "colour", "author", "number", "rank", "result", "shows", "id"}) {
        table[0].push_back({tr("board.csv." + std::string(column))});
    }
    add_person_rows(sheet, table);
    add_note_rows(sheet, table);
    add_result_rows(sheet, table);
    return ideas::to_csv(table);
}

std::string block_to_json(const BoardName& board, const paint::Sheet& sheet) {
    json::object out{{"board", board.name},
                     {"title", board.title},
                     {"block", board.block},
                     {"session", board.session.text()},
                     {"session_title", board.session_title}};
    if (board.started_at_ms != 0) out["started_at"] = base::to_iso_utc(board.started_at_ms);
    json::array phases, clusters;
    for (const auto& phase : sheet.phases) phases.push_back({{"id", phase.id}, {"label", phase.label}});
    for (const auto& cluster : sheet.clusters) {
        clusters.push_back({{"id", cluster.id.text()}, {"name", cluster.name}, {"colour", cluster.colour}});
    }
    out["phases"] = std::move(phases);
    out["clusters"] = std::move(clusters);
    out["persons"] = persons_json(sheet);
    out["notes"] = notes_json(sheet);
    out["polls"] = results_json(sheet);
    return json::serialize(out) + "\n";
}

}  // namespace app
