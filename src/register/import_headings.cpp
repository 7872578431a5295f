#include "register/import_headings.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "base/text.hpp"
#include "register/idea_columns.hpp"

namespace ideas {
namespace {

/// A list's name, its date and its owner may stand above its headings.
constexpr std::size_t most_rows_above = 10;

std::string in_a_row(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

bool same_heading(const std::string& a, const std::string& b) {
    return base::lower(base::tidy(a)) == base::lower(base::tidy(b));
}

class Headings {
  public:
    Headings(const CsvRow& row, const ImportWish& wish, base::Problems& problems)
        : row_(row), wish_(wish), problems_(problems) {
        for (const auto& cell : row_.cells) columns_.push_back({base::tidy(cell), {}, {}, false});
    }

    base::Result<std::vector<ReadColumn>> read() {
        IR_DO(apply_map());
        find_title();
        // The clear ones first: what "Idé" means depends on whether another column holds the text.
        for (auto& column : columns_) {
            if (is_open(column) && title_word(column.heading) == TitleWord::none) guess(column);
        }
        for (auto& column : columns_) {
            if (is_open(column)) guess_spare_title(column);
        }
        if (!taken_.contains(title_column) && !taken_.contains(description_column)) {
            return base::refuse(base::Code::bad_input, base::tr("import.no_title", {{"headings", headings()}}),
                                wish_.file);
        }
        if (!taken_.contains(received_column)) hint("no_date");
        return std::move(columns_);
    }

  private:
    base::Done apply_map() {
        for (const auto& [name, heading] : wish_.map) {
            const auto* meaning = find_meaning(name);
            if (meaning == nullptr) {
                std::vector<std::string> names;
                for (const auto& known : column_meanings()) names.emplace_back(known.name);
                names.emplace_back(ignored_column);
                return base::refuse(base::Code::bad_input,
                                    base::tr("import.map_meaning", {{"name", name}, {"names", in_a_row(names)}}));
            }
            const auto found = std::find_if(columns_.begin(), columns_.end(), [&heading = heading](const auto& column) {
                return same_heading(column.heading, heading);
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

    void find_title() {
        if (taken_.contains(title_column)) return;
        const bool people = std::any_of(columns_.begin(), columns_.end(),
                                        [](const ReadColumn& column) { return stands_by_name(column.heading); });
        for (const auto word : {TitleWord::title, TitleWord::idea, TitleWord::name}) {
            const auto found = std::find_if(columns_.begin(), columns_.end(), [word](const ReadColumn& column) {
                return is_open(column) && title_word(column.heading) == word;
            });
            if (found == columns_.end()) continue;
            if (word != TitleWord::name || !people) take(*found, *find_meaning(title_column));
            return;
        }
    }

    void guess(ReadColumn& column) {
        if (const auto* meaning = guess_meaning(column.heading)) return take(column, *meaning);
        hint(tells_person(column.heading) ? "column_personal" : "column_unknown", {{"heading", column.heading}});
    }

    /// A heading of a title that is not the title.
    void guess_spare_title(ReadColumn& column) {
        const auto word = title_word(column.heading);
        if (word == TitleWord::title) take(column, *find_meaning(title_column));
        if (word == TitleWord::idea) take(column, *find_meaning(description_column));
        if (word == TitleWord::name) hint("column_personal", {{"heading", column.heading}});
    }

    /// What another column already means is kept in the description, below its heading: nothing a person wrote is lost.
    void take(ReadColumn& column, const ColumnMeaning& meaning) {
        const auto [there, fresh] = taken_.emplace(meaning.name, column.heading);
        const bool kept = !fresh && meaning.name != ignored_column;
        if (kept) hint("column_twice", {{"heading", column.heading}, {"other", there->second}});
        const auto& holds = kept ? *find_meaning(description_column) : meaning;
        column.meaning = holds.name;
        column.field = holds.field;
        column.below_heading = kept;
    }

    static bool is_open(const ReadColumn& column) { return column.meaning.empty() && !column.heading.empty(); }

    void hint(const std::string& code, std::initializer_list<base::Fill> fills = {}) {
        problems_.push_back(
            {base::Problem::Severity::hint, wish_.file, row_.line, code, base::tr("import." + code, fills)});
    }

    std::string headings() const {
        std::vector<std::string> list;
        for (const auto& column : columns_) {
            if (!column.heading.empty()) list.push_back(column.heading);
        }
        return in_a_row(list);
    }

    const CsvRow& row_;
    const ImportWish& wish_;
    base::Problems& problems_;
    std::vector<ReadColumn> columns_;
    std::map<std::string_view, std::string> taken_;  // meaning → heading
};

bool says_something(const std::string& heading, const ImportWish& wish) {
    if (guess_meaning(heading) != nullptr || tells_person(heading)) return true;
    return std::any_of(wish.map.begin(), wish.map.end(),
                       [&heading](const auto& pair) { return same_heading(pair.second, heading); });
}

}  // namespace

std::size_t find_heading_row(const std::vector<CsvRow>& rows, const ImportWish& wish) {
    for (std::size_t at = 0; at < rows.size() && at <= most_rows_above; ++at) {
        std::size_t filled = 0;
        std::size_t known = 0;
        for (const auto& cell : rows[at].cells) {
            const auto heading = base::tidy(cell);
            filled += heading.empty() ? 0U : 1U;
            known += !heading.empty() && says_something(heading, wish) ? 1U : 0U;
        }
        // One word among many is more likely that of an idea.
        if (at == 0 ? known > 0 : known > 0 && known * 2 >= filled) return at;
    }
    return 0;
}

base::Result<std::vector<ReadColumn>> read_headings(const CsvRow& row, const ImportWish& wish,
                                                    base::Problems& problems) {
    return Headings(row, wish, problems).read();
}

}  // namespace ideas
