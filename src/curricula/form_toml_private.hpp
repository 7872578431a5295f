#pragma once
#include <toml++/toml.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "curricula/form_values.hpp"

namespace curricula {

/// One table of a template's file, read key by key. What is never asked for is an unknown key.
class FormTable {
  public:
    FormTable(const toml::table& table, std::string file, Report& report)
        : table_(table), file_(std::move(file)), report_(report) {}

    Place place() const { return {file_, static_cast<int>(table_.source().begin.line)}; }
    Place place_of(std::string_view key) const;
    bool has(std::string_view key) const { return table_.contains(key); }

    /// Empty when the key is not there (told when `needed`) or is no text of at most `most` characters (told).
    std::string text(std::string_view key, std::size_t most, bool needed = false);
    /// The same for a text that must be an id.
    std::string id(std::string_view key);
    /// A text in each language; the Swedish one must be there when any is, and a missing English one is hinted at.
    model::Texts texts(std::string_view key, std::size_t most, bool needed = false);
    /// One of the words; told when it is none of them.
    std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& words, bool needed = false);
    /// Between the two, and finite.
    std::optional<double> number(std::string_view key, double low, double high, bool needed = false);
    bool flag(std::string_view key);
    /// As many numbers as `count`, each within ±largest_form.
    std::optional<std::vector<double>> numbers(std::string_view key, std::size_t count, bool needed = false);
    /// x, y, width, height; no side under least_region.
    std::optional<base::Rect> rect(std::string_view key, bool needed = false);

    /// A list of words; nothing when it is something else (told as `code`).
    std::vector<std::string> names(std::string_view key, std::string_view code);

    const toml::table* table(std::string_view key);
    /// The tables of `[[key]]`, at most so many; what is something else is told.
    std::vector<const toml::table*> tables(std::string_view key, std::size_t most);

    /// Tells every key that nobody has asked for. Call it last.
    void finish();
    const toml::table& raw() const { return table_; }
    Report& report() { return report_; }
    const std::string& file() const { return file_; }

  private:
    const toml::node* find(std::string_view key, bool needed);

    const toml::table& table_;
    std::string file_;
    Report& report_;
    std::set<std::string, std::less<>> asked_;
};

/// The file as a table; nothing when it is too large, no UTF-8 or no TOML (told).
std::optional<toml::table> parse_form_file(const std::string& file, std::string_view content, Report& report);

/// What a field asks for, but not where it is; `table` may be that of a lane or a column.
model::BoardField read_form_field(FormTable& table);
/// A colour of notes; empty when there is none.
std::string read_form_colour(FormTable& table, std::string_view key = "colour");

/// `[grid]`: columns and lanes become regions, and every place where they cross a field; one with `rows_of` becomes
/// rows of the fields that there are already.
void read_form_grid(const toml::table& grid, const std::string& file, FormParts& parts,
                    const std::vector<model::FormColour>& legend, Report& report);
/// With a full stop and a note's id it is an item's slot, which is a word of at most 60 bytes.
inline constexpr std::size_t most_column_id = 23;
/// The same of one with `rows_of`.
void read_form_rows(FormTable& grid, FormParts& parts, const std::vector<model::FormColour>& legend);
/// px between the parts of a grid.
inline constexpr double grid_gap = 8;

}  // namespace curricula
