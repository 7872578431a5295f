#include "register/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <array>
#include <map>

#include "register/decode.hpp"

namespace ideas {
namespace {

constexpr std::array<char, 4> separators = {';', '\t', ',', '|'};
constexpr std::size_t rows_looked_at = 20;

using TakeRow = std::function<bool(CsvRow&)>;

/// What libcsv tells as it reads. Fed byte by byte, so that line and column are known.
struct Reading {
    const TakeRow& take;
    CsvRow row = {};
    int line = 1;
    int column = 0;       // of the byte that is being read
    int cell_column = 1;  // where the cell begins
    bool row_begun = false;
    bool goes_on = true;
};

void take_cell(void* data, std::size_t length, void* to) {
    auto& reading = *static_cast<Reading*>(to);
    reading.row.cells.emplace_back(static_cast<const char*>(data), length);
    reading.row.columns.push_back(reading.cell_column);
    reading.cell_column = reading.column + 1;
}

void take_row(int, void* to) {
    auto& reading = *static_cast<Reading*>(to);
    const auto& cells = reading.row.cells;
    const bool empty = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
    if (!empty && reading.goes_on) reading.goes_on = reading.take(reading.row);
    reading.row = {};
    reading.row_begun = false;
}

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// Follows the quotes of a cell: a text after the closing one (`"Green" lunch`) would make libcsv read on, and swallow
/// rows until it finds another.
class Quotes {
  public:
    explicit Quotes(char separator) : separator_(separator) {}
    /// False for a character that cannot stand where it does.
    bool take(char c) {
        const bool ends_cell = c == separator_ || c == '\n' || c == '\r';
        switch (state_) {
            case State::begins:
                if (c == '"') state_ = State::quoted;
                if (c != '"' && c != ' ' && !ends_cell) state_ = State::plain;
                return true;
            case State::plain:
                if (ends_cell) state_ = State::begins;
                return true;
            case State::quoted:
                if (c == '"') state_ = State::closed;
                return true;
            case State::closed:
                if (c == '"') state_ = State::quoted;  // doubled: one that is meant
                if (ends_cell) state_ = State::begins;
                return c == '"' || c == ' ' || ends_cell;
        }
        return true;
    }

  private:
    enum class State { begins, plain, quoted, closed } state_ = State::begins;
    char separator_;
};

/// The parser of libcsv, freed when it goes.
class Parser {
  public:
    explicit Parser(char separator) : quotes_(separator), ready_(csv_init(&parser_, 0) == 0) {
        if (ready_) csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }
    ~Parser() {
        if (ready_) csv_free(&parser_);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    base::Done read(std::string_view text, const TakeRow& take) {
        if (!ready_) return base::refuse(base::Code::too_large, "csv");
        Reading reading{take};
        char before = '\n';
        for (const char c : text) {
            if (!reading.row_begun && c != '\n' && c != '\r') {
                reading.row.line = reading.line;
                reading.row_begun = true;
            }
            if (begins_character(c)) ++reading.column;
            if (!quotes_.take(c)) {
                return base::refuse(base::Code::bad_input, "after_quote", std::to_string(reading.line));
            }
            if (csv_parse(&parser_, &c, 1, take_cell, take_row, &reading) != 1) {
                return base::refuse(base::Code::bad_input, csv_strerror(csv_error(&parser_)),
                                    std::to_string(reading.line));
            }
            if (c == '\r' || (c == '\n' && before != '\r')) ++reading.line;
            if (c == '\r' || c == '\n') {
                reading.column = 0;
                if (!reading.row_begun) reading.cell_column = 1;
            }
            before = c;
            if (!reading.goes_on) return {};
        }
        // Lenient as it reads, but a quote that is never closed would swallow the rest of the list.
        csv_set_opts(&parser_, CSV_STRICT | CSV_STRICT_FINI);
        if (csv_fini(&parser_, take_cell, take_row, &reading) != 0) {
            return base::refuse(base::Code::bad_input, "quote", std::to_string(reading.row.line));
        }
        return {};
    }

  private:
    csv_parser parser_{};
    Quotes quotes_;
    bool ready_ = false;
};

/// How many of the first rows have the commonest count of cells, when that is more than one; then that count.
std::pair<std::size_t, std::size_t> evenness(std::string_view text, char separator) {
    std::map<std::size_t, std::size_t> by_count;
    std::size_t rows = 0;
    // A quote that is never closed is told by who reads all; the rows before it say enough.
    (void)Parser(separator).read(text, [&](const CsvRow& row) {
        if (row.cells.size() > 1) ++by_count[row.cells.size()];
        return ++rows < rows_looked_at;
    });
    std::pair<std::size_t, std::size_t> best = {0, 0};
    for (const auto& [cells, count] : by_count) best = std::max(best, {count, cells});
    return best;
}

char find_separator(std::string_view text) {
    char found = separators.front();
    std::pair<std::size_t, std::size_t> best = {0, 0};
    for (const char separator : separators) {
        const auto even = evenness(text, separator);
        if (even > best) {
            best = even;
            found = separator;
        }
    }
    return found;
}

/// Takes a first line `sep=;` off the text; 0 when there is none.
char take_separator_line(std::string_view& text) {
    if (!text.starts_with("sep=") || text.size() < 5) return 0;
    const char separator = text[4];
    const auto end = text.find_first_of("\r\n");
    if (end == std::string_view::npos ? text.size() != 5 : end != 5) return 0;
    if (separator == '"') return 0;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
    return separator;
}

bool may_be_formula(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

std::string in_quotes(std::string_view text) {
    const bool edges = !text.empty() && (text.front() == ' ' || text.back() == ' ');
    if (!edges && text.find_first_of(";\",|\t\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace

namespace {

/// Decodes, chooses the separator and gives the rows; what it chose stands in `table`.
base::Done read_table(std::string_view bytes, CsvTable& table, const TakeRow& take) {
    const auto decoded = decode(bytes);
    std::string_view text = decoded.text;
    table.encoding = decoded.encoding;
    if (table.separator == 0) table.separator = take_separator_line(text);
    if (table.separator == 0) table.separator = find_separator(text);
    // The line of `sep=` is kept as an empty one, so that the lines after it keep their numbers.
    return Parser(table.separator).read(text, take);
}

}  // namespace

base::Result<CsvTable> parse_csv(std::string_view bytes) {
    if (bytes.size() > most_csv_bytes) return base::refuse(base::Code::too_large, "csv");
    CsvTable table;
    table.separator = 0;
    IR_DO(read_table(bytes, table, [&table](CsvRow& row) {
        table.rows.push_back(std::move(row));
        return true;
    }));
    return table;
}

base::Done read_csv_rows(std::string_view bytes, char separator, std::size_t most_bytes,
                         const std::function<bool(CsvRow&)>& take) {
    if (bytes.size() > most_bytes) return base::refuse(base::Code::too_large, "csv");
    CsvTable table;
    table.separator = separator;
    return read_table(bytes, table, take);
}

std::string to_csv(const std::vector<std::vector<CsvCell>>& rows) {
    std::string out = "\xef\xbb\xbf";
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ';';
            out += row[i].is_number ? row[i].text : in_quotes(guarded(row[i].text));
        }
        out += "\r\n";
    }
    return out;
}

std::string guarded(std::string_view text) {
    // A text that already begins with the guard gets another, so that taking one away gives it back.
    const bool guard = !text.empty() && (may_be_formula(text[0]) || without_guard(text).size() != text.size());
    return (guard ? "'" : "") + std::string(text);
}

std::string without_guard(std::string_view text) {
    const auto inside = text.find_first_not_of('\'');
    const bool guard = inside != std::string_view::npos && inside > 0 && may_be_formula(text[inside]);
    return std::string(guard ? text.substr(1) : text);
}

std::string decimal_comma(std::string_view number) {
    std::string text(number);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace ideas
