#include "register/import.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "register/idea_columns.hpp"
#include "register/idea_number.hpp"
#include "register/idea_words.hpp"
#include "register/import_headings.hpp"
#include "register/personal.hpp"

namespace ideas {
namespace {

using Severity = base::Problem::Severity;

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : ", ") + part;
    return out;
}

/// Turns rows into ideas, one after another, remembering what has come in.
class Rows {
  public:
    Rows(ImportPlan& plan, const ImportWish& wish, KnownIdeas known)
        : plan_(plan), wish_(wish), known_(std::move(known)) {}

    void take(const CsvRow& row) {
        ++plan_.rows;
        line_ = row.line;
        hints_.clear();
        kept_.clear();
        ImportedIdea idea;
        idea.line = row.line;
        if (!read_cells(row, idea) || !give_title(idea)) return;
        auto* known = find_known(idea);
        if (known != nullptr ? !fill(*known, idea) : !is_new(idea)) return;
        for (auto& hint : hints_) plan_.problems.push_back(std::move(hint));
        find_personal_in(idea.fields);
        if (known == nullptr) plan_.ideas.push_back(std::move(idea));
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
        if (column.below_heading) {
            kept_ += (kept_.empty() ? "" : "\n\n") + column.heading + ": " + text;
            return true;
        }
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
        const bool made = title.empty();
        const std::string whole = !made ? title : description.empty() ? kept_ : description;
        if (whole.empty()) return refuse("title_missing");
        title = base::tidy(whole);
        if (title.size() > longest_title && base::graphemes(title) > longest_title) {
            title = base::first_graphemes(title, longest_title - 1) + "…";
            if (!made) description = description.empty() ? whole : whole + "\n\n" + description;
            if (!made) hint("title_long");
        }
        if (made) hint("title_made");
        if (!kept_.empty()) description += (description.empty() ? "" : "\n\n") + kept_;
        if (description.empty()) idea.fields.erase("idea.description");
        return true;
    }

    static const std::string& number_of(const ImportedIdea& idea) {
        return idea.number.empty() ? idea.external_id : idea.number;
    }
    static std::string description_of(const ImportedIdea& idea) {
        const auto found = idea.fields.find("idea.description");
        return found == idea.fields.end() ? std::string() : found->second;
    }

    static bool is_same(const KnownIdea& known, const ImportedIdea& idea) {
        const auto same = [](const std::string& a, const std::string& b) {
            return base::lower(base::tidy(a)) == base::lower(base::tidy(b));
        };
        const auto description = description_of(idea);
        return same(known.title, idea.fields.at("idea.title")) ||
               (!description.empty() && same(known.description, description));
    }

    /// The idea that the row is about already: by our number, or by the list's number and its text.
    KnownIdea* find_known(const ImportedIdea& idea) {
        const auto& number = number_of(idea);
        if (number.empty()) return nullptr;
        if (const auto ours = known_.ours.find(number); ours != known_.ours.end()) return &ours->second;
        const auto [from, to] = known_.others.equal_range(number);
        for (auto at = from; at != to; ++at) {
            if (is_same(at->second, idea)) return &at->second;
        }
        if (from != to) hint("number_elsewhere", {{"number", number}, {"title", from->second.title}});
        return nullptr;
    }

    /// Gives the idea what it lacks; what it has stays as it is.
    bool fill(KnownIdea& known, ImportedIdea& idea) {
        const auto& number = number_of(idea);
        if (!is_same(known, idea)) return refuse("number_taken", {{"number", number}, {"title", known.title}});
        std::erase_if(idea.fields, [&known](const auto& field) {
            const bool is_judged = field.first == "idea.title" || field.first == "idea.state_reason";
            return is_judged || known.fields.contains(field.first);
        });
        if (known.id.empty() || idea.fields.empty()) return refuse("already_there", {{"number", number}});
        for (const auto& [field, text] : idea.fields) known.fields.insert(field);
        hints_.clear();  // of a title and a state that are not taken
        plan_.filled.push_back({line_, known.id, number, idea.fields});
        return true;
    }

    bool is_new(const ImportedIdea& idea) {
        const auto& title = idea.fields.at("idea.title");
        const auto& number = number_of(idea);
        if (number.empty()) {
            return known_.contents.insert(content_key(title, description_of(idea))).second || refuse("same_text");
        }
        const KnownIdea known{{}, title, description_of(idea), {}};
        if (idea.number.empty()) {
            known_.others.emplace(number, known);
        } else {
            known_.ours.emplace(number, known);
        }
        return true;
    }

    void find_personal_in(const std::map<std::string, std::string>& fields) {
        std::set<std::string> kinds;
        for (const auto& [field, text] : fields) {
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
    std::string kept_;  // cells that go last in the description, each below its heading
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
    const auto heading = find_heading_row(table->rows, wish);
    const auto& headings = table->rows[heading];
    if (heading > 0) {
        const auto line = std::to_string(headings.line);
        plan.problems.push_back({Severity::hint, wish.file, headings.line, "heading_row",
                                 base::tr("import.heading_row", {{"line", line}})});
    }
    IR_TRY(plan.columns, read_headings(headings, wish, plan.problems));
    Rows rows(plan, wish, known);
    for (std::size_t i = heading + 1; i < table->rows.size(); ++i) rows.take(table->rows[i]);
    // Nobody was received today when nothing was.
    if (plan.ideas.empty()) std::erase_if(plan.problems, [](const auto& problem) { return problem.code == "no_date"; });
    return plan;
}

}  // namespace ideas
