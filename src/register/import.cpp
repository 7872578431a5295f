#include "register/import.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "register/idea_columns.hpp"
#include "register/idea_number.hpp"
#include "register/personal.hpp"

namespace ideas {
namespace {

using Severity = base::Problem::Severity;

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

/// Finds out what each column means.
class Headings {
  public:
    Headings(const CsvRow& row, const ImportWish& wish) : row_(row), wish_(wish) {}

    base::Result<std::vector<ReadColumn>> read(base::Problems& problems) {
        for (const auto& cell : row_.cells) columns_.push_back({base::tidy(cell), {}, {}});
        IR_DO(apply_map());
        for (auto& column : columns_) {
            if (!column.field.empty() || column.heading.empty()) continue;
            const auto* meaning = guess_meaning(column.heading);
            if (meaning == nullptr) {
                add(problems, "column_unknown", column.heading);
            } else if (taken_.contains(meaning->name)) {
                add(problems, "column_twice", column.heading);
            } else {
                take(column, *meaning);
            }
        }
        if (!taken_.contains(title_column) && !taken_.contains("beskrivning")) {
            return base::refuse(base::Code::bad_input, base::tr("import.no_title", {{"headings", headings()}}),
                                wish_.file);
        }
        if (!taken_.contains(received_column)) add(problems, "no_date", {});
        return std::move(columns_);
    }

  private:
    base::Done apply_map() {
        for (const auto& [name, heading] : wish_.map) {
            const auto* meaning = find_meaning(name);
            if (meaning == nullptr) {
                std::vector<std::string> names;
                for (const auto& known : column_meanings()) names.emplace_back(known.name);
                return base::refuse(base::Code::bad_input,
                                    base::tr("import.map_meaning", {{"name", name}, {"names", joined(names)}}));
            }
            const auto wanted = base::lower(base::tidy(heading));
            const auto found = std::find_if(columns_.begin(), columns_.end(), [&wanted](const ReadColumn& column) {
                return base::lower(column.heading) == wanted;
            });
            if (found == columns_.end()) {
                return base::refuse(base::Code::bad_input,
                                    base::tr("import.map_heading", {{"heading", heading}, {"headings", headings()}}),
                                    wish_.file);
            }
            take(*found, *meaning);
        }
        return {};
    }
    void take(ReadColumn& column, const ColumnMeaning& meaning) {
        column.meaning = meaning.name;
        column.field = meaning.field;
        taken_.insert(meaning.name);
    }
    void add(base::Problems& problems, const std::string& code, const std::string& heading) const {
        problems.push_back(
            {Severity::hint, wish_.file, row_.line, code, base::tr("import." + code, {{"heading", heading}})});
    }
    std::string headings() const {
        std::vector<std::string> list;
        for (const auto& column : columns_) {
            if (!column.heading.empty()) list.push_back(column.heading);
        }
        return joined(list);
    }

    const CsvRow& row_;
    const ImportWish& wish_;
    std::vector<ReadColumn> columns_;
    std::set<std::string_view> taken_;
};

/// Turns rows into ideas, one after another, remembering what has come in.
class Rows {
  public:
    Rows(ImportPlan& plan, const ImportWish& wish, KnownIdeas known)
        : plan_(plan), wish_(wish), known_(std::move(known)) {}

    void take(const CsvRow& row) {
        ++plan_.rows;
        line_ = row.line;
        hints_.clear();
        ImportedIdea idea;
        idea.line = row.line;
        if (!read_cells(row, idea) || !give_title(idea) || !is_new(idea)) return;
        for (auto& hint : hints_) plan_.problems.push_back(std::move(hint));
        find_personal_in(idea);
        plan_.ideas.push_back(std::move(idea));
    }

  private:
    bool refuse(const std::string& code, std::initializer_list<base::Fill> fills = {}) {
        plan_.problems.push_back({Severity::error, wish_.file, line_, code, base::tr("import." + code, fills)});
        return false;
    }
    void hint(const std::string& code, std::initializer_list<base::Fill> fills = {}) {
        hints_.push_back({Severity::hint, wish_.file, line_, code, base::tr("import." + code, fills)});
    }

    bool read_cells(const CsvRow& row, ImportedIdea& idea) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            if (i >= plan_.columns.size()) {
                // Trailing empty columns are Excel's habit; text there means that a cell was split.
                if (!base::tidy(cell).empty()) return refuse("too_many_cells");
                continue;
            }
            if (cell.size() > most_cell_bytes) return refuse("too_long");
            if (!plan_.columns[i].field.empty() && !read_cell(plan_.columns[i], cell, idea)) return false;
        }
        return true;
    }

    bool read_cell(const ReadColumn& column, const std::string& cell, ImportedIdea& idea) {
        const auto text = base::tidy(without_guard(cell), true);
        if (text.empty()) return true;
        if (column.meaning == number_column) {
            const auto number = parse_number(text);
            (number ? idea.number : idea.external_id) = number ? to_text(*number) : text;
            return true;
        }
        if (column.meaning == received_column) return read_received(text, idea);
        if (column.meaning == state_column) {
            const auto state = guess_state(text);
            if (!state) hint("state_unknown", {{"word", text}});
            idea.state = state.value_or(State::received);
            // The list's own word is kept, for what ours does not say.
            if (!state) idea.fields["idea.state_reason"] = text;
            return true;
        }
        if (column.meaning == giver_column) {
            const auto giver = guess_giver(text);
            idea.fields[column.field] = giver.empty() ? text : std::string(giver);
            return true;
        }
        if (column.meaning == outcome_column) {
            const auto outcome = guess_outcome(text);
            idea.fields[column.field] = outcome.empty() ? text : std::string(outcome);
            return true;
        }
        if (column.field == "idea.external_id") {
            if (idea.external_id.empty()) idea.external_id = text;
            return true;
        }
        idea.fields[column.field] = text;
        return true;
    }

    bool read_received(const std::string& text, ImportedIdea& idea) {
        const auto date = parse_date(text, wish_.date_order);
        if (date.fault == DateFault::needs_order) return refuse("date_order", {{"date", text}});
        if (date.fault == DateFault::year_out) return refuse("date_year", {{"date", text}});
        if (date.fault) return refuse("date_unreadable", {{"date", text}});
        // A date without a time is noon, and clocks are set wrong: tomorrow may be.
        constexpr std::int64_t tomorrow_ms = 36 * 3600 * 1000;
        if (wish_.now_ms > 0 && date.at_ms > wish_.now_ms + tomorrow_ms) return refuse("date_future", {{"date", text}});
        idea.received_at_ms = date.at_ms;
        return true;
    }

    bool give_title(ImportedIdea& idea) {
        auto& title = idea.fields["idea.title"];
        auto& description = idea.fields["idea.description"];
        if (title.empty() && description.empty()) return refuse("title_missing");
        const bool made = title.empty();
        const std::string whole = made ? description : title;
        title = base::tidy(whole);
        if (title.size() > longest_title && base::graphemes(title) > longest_title) {
            title = base::first_graphemes(title, longest_title - 1) + "…";
            if (!made) description = description.empty() ? whole : whole + "\n\n" + description;
            if (!made) hint("title_long");
        }
        if (made) hint("title_made");
        if (description.empty()) idea.fields.erase("idea.description");
        return true;
    }

    bool is_new(const ImportedIdea& idea) {
        const auto& number = idea.number.empty() ? idea.external_id : idea.number;
        if (!number.empty()) {
            if (!known_.numbers.insert(number).second) return refuse("already_there", {{"number", number}});
            return true;
        }
        const auto description = idea.fields.find("idea.description");
        const auto key = content_key(idea.fields.at("idea.title"),
                                     description == idea.fields.end() ? std::string() : description->second);
        if (!known_.contents.insert(key).second) return refuse("same_text");
        return true;
    }

    void find_personal_in(const ImportedIdea& idea) {
        std::set<std::string> kinds;
        for (const auto& [field, text] : idea.fields) {
            for (const auto& found : find_personal(text)) kinds.insert(std::string(personal_name(found.kind)));
        }
        if (kinds.empty()) return;
        const auto list = joined({kinds.begin(), kinds.end()});
        plan_.problems.push_back(
            {Severity::hint, wish_.file, line_, "personal", base::tr("import.personal", {{"kinds", list}})});
    }

    ImportPlan& plan_;
    const ImportWish& wish_;
    KnownIdeas known_;
    base::Problems hints_;
    int line_ = 0;
};

/// A workbook or another program's file, given by mistake.
bool is_no_text(std::string_view bytes) {
    using namespace std::string_view_literals;
    for (const auto start : {"PK\x03\x04"sv, "\xd0\xcf\x11\xe0"sv, "SQLite format 3"sv, "%PDF"sv}) {
        if (bytes.starts_with(start)) return true;
    }
    return false;
}

}  // namespace

std::string content_key(std::string_view title, std::string_view description) {
    const auto digest = base::sha256(base::lower(base::tidy(title)) + "\n" + base::lower(base::tidy(description)));
    return base::to_hex(digest);
}

base::Result<ImportPlan> plan_import(std::string_view bytes, const ImportWish& wish, const KnownIdeas& known) {
    if (is_no_text(bytes)) return base::refuse(base::Code::bad_input, base::tr("import.not_text"), wish.file);
    auto table = parse_csv(bytes);
    if (!table) {
        auto error = std::move(table).error();
        const auto line = error.where;
        error.where = line.empty() ? wish.file : wish.file + ":" + line;
        if (error.what == "quote" || error.what == "after_quote") error.what = base::tr("import." + error.what);
        return tl::unexpected<base::Error>(std::move(error));
    }
    if (table->rows.empty()) return base::refuse(base::Code::bad_input, base::tr("import.empty"), wish.file);
    ImportPlan plan;
    plan.separator = table->separator;
    plan.encoding = table->encoding;
    IR_TRY(plan.columns, Headings(table->rows.front(), wish).read(plan.problems));
    Rows rows(plan, wish, known);
    for (std::size_t i = 1; i < table->rows.size(); ++i) rows.take(table->rows[i]);
    return plan;
}

}  // namespace ideas
