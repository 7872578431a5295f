#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/problem.hpp"
#include "base/result.hpp"
#include "register/csv.hpp"
#include "register/date.hpp"
#include "register/life_cycle.hpp"

namespace ideas {

/// How a list is to be read.
struct ImportWish {
    std::string file;  // its name in the report
    /// Meaning ("titel") and heading ("Rubrik"), in the order given; goes before guesses. `ignored_column` as meaning:
    /// the column is not read.
    std::vector<std::pair<std::string, std::string>> map;
    DateOrder date_order = DateOrder::unknown;
    std::int64_t now_ms = 0;  // no idea was received later than the day after this; 0: not looked at
};

/// An idea that the register holds.
struct KnownIdea {
    base::Id id;  // empty: nothing can be filled in on it (merged into another, or a row of this list)
    std::string title;
    std::string description;
    std::set<std::string> fields;  // have a value, or had one: what people emptied or erased stays empty
};
/// What the register already holds, so that no row comes in twice.
struct KnownIdeas {
    std::map<std::string, KnownIdea> ours;         // by our own number, as it stands and as lists show it
    std::multimap<std::string, KnownIdea> others;  // by external id: each list may have counted for itself
    std::set<std::string> contents;                // content_key of every idea
};
/// What two rows without numbers must share to be the same idea.
std::string content_key(std::string_view title, std::string_view description);

/// A row that can be taken. Texts are tidied; formula guards are gone.
struct ImportedIdea {
    int line = 0;
    State state = State::received;
    std::string number;       // when the list's number is one of ours
    std::string external_id;  // otherwise the list's number, zeros kept; may be empty
    std::optional<std::int64_t> received_at_ms;
    std::map<std::string, std::string> fields;  // schema field → text: "idea.title", "idea.description" …
};

/// A row about an idea that the register holds, with texts that it lacks.
struct FilledIdea {
    int line = 0;
    base::Id id;
    std::string number;                         // the list's
    std::map<std::string, std::string> fields;  // schema field → text; not empty
};

/// What a heading was taken for; `field` empty: not read.
struct ReadColumn {
    std::string heading;
    std::string meaning;
    std::string field;
    bool below_heading = false;  // in the description, with the heading in front, since another column means the same
};

/// What would come in, and every row that would not, with line and reason.
struct ImportPlan {
    std::vector<ReadColumn> columns;
    std::vector<ImportedIdea> ideas;
    std::vector<FilledIdea> filled;
    /// Errors: rows not taken (title_missing, too_many_cells, date_unreadable, date_order, date_year, date_future,
    /// already_there, number_taken, same_text, too_long). Hints: rows taken that somebody should look at (personal,
    /// state_unknown, title_long, title_made, number_elsewhere); columns not read (column_unknown, column_personal) or
    /// kept in the description (column_twice); no_date when no column says when ideas were received, and heading_row
    /// when the headings do not stand first.
    base::Problems problems;
    int rows = 0;  // below the headings; each is an idea, filled in or an error
    char separator = ';';
    std::string encoding;
};

inline constexpr std::size_t longest_title = 140;  // graphemes; what is longer goes on in the description
inline constexpr std::size_t most_cell_bytes = 65536;

/// Reads a list of ideas as people keep it in a spreadsheet. Code::bad_input when it is no table, has no column for a
/// title, or `map` names a heading or meaning that is not there (`what` says which and lists the headings);
/// Code::too_large. Pure, any thread; texts of problems are in the program's language.
base::Result<ImportPlan> plan_import(std::string_view bytes, const ImportWish& wish, const KnownIdeas& known);

}  // namespace ideas
