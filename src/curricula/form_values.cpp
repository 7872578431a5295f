#include "curricula/form_values.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.hpp"
#include "curricula/board_form.hpp"
#include "curricula/form_toml_private.hpp"
#include "curricula/words.hpp"
#include "model/note_colours.hpp"

namespace curricula {
namespace {

/// Two of them with a dot between are an item's slot, which is a word of at most 60 bytes.
constexpr std::size_t most_form_id = 29, most_options = 20, most_option_text = 60, most_field_text = 80,
                      most_field_help = 300;

std::string number_text(double number) {
    auto text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

int line_of_bad_utf8(std::string_view content) {
    int line = 1;
    for (std::size_t begin = 0; begin < content.size(); ++line) {
        const auto end = std::min(content.find('\n', begin), content.size());
        if (!base::is_utf8(content.substr(begin, end - begin))) return line;
        begin = end + 1;
    }
    return 0;
}

bool holds(const base::Rect& outer, const base::Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

/// A box around fields holds them; a ring holds smaller rings. All else must lie beside.
bool may_hold(const model::BoardRegion& outer, const model::BoardRegion& inner) {
    if (!holds(outer.place, inner.place)) return false;
    const bool rings = outer.shape == model::RegionShape::ring && inner.shape == model::RegionShape::ring;
    return (outer.field.empty() || rings) && outer.place != inner.place;
}

}  // namespace

bool is_form_id(std::string_view text) {
    return !text.empty() && text.size() <= most_form_id && text != "form" &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || base::is_digit(c) || c == '-' || c == '_'; });
}

Place FormTable::place_of(std::string_view key) const {
    const auto* node = table_.get(key);
    if (node == nullptr) return place();
    const auto line = static_cast<int>(node->source().begin.line);
    return {file_, line > 0 ? line : place().line};
}

const toml::node* FormTable::find(std::string_view key, bool needed) {
    asked_.emplace(key);
    const auto* node = table_.get(key);
    if (node == nullptr && needed) report_.error(place(), "key_missing", {{"word", key}});
    return node;
}

std::string FormTable::text(std::string_view key, std::size_t most, bool needed) {
    const auto* node = find(key, needed);
    if (node == nullptr) return {};
    const auto* written = node->as_string();
    if (written == nullptr) {
        report_.error(place_of(key), "value_bad", {{"word", key}});
        return {};
    }
    auto tidied = base::tidy(written->get(), true);
    if (tidied.empty() && needed) report_.error(place_of(key), "text_missing", {{"word", key}});
    if (base::code_points(tidied) > most) {
        report_.error(place_of(key), "text_too_long", {{"word", key}, {"limit", std::to_string(most)}});
    }
    return tidied;
}

std::string FormTable::id(std::string_view key) {
    auto written = text(key, most_field_text, true);
    if (!written.empty() && !is_form_id(written)) {
        report_.error(place_of(key), "id_bad", {{"word", written}});
        return {};
    }
    return written;
}

model::Texts FormTable::texts(std::string_view key, std::size_t most, bool needed) {
    const auto* node = find(key, needed);
    if (node == nullptr) return {};
    const auto* table = node->as_table();
    if (table == nullptr) {
        report_.error(place_of(key), "texts_bad", {{"word", key}});
        return {};
    }
    FormTable inner(*table, file_, report_);
    model::Texts texts;
    for (const auto& [name, value] : *table) {
        const std::string language(name.str());
        const bool is_language = language.size() == 2 && is_form_id(language) && !base::is_digit(language[0]);
        if (!is_language) {
            report_.error(inner.place_of(language), "language_bad", {{"word", language}});
            continue;
        }
        auto one = inner.text(language, most, true);
        if (!one.empty()) texts[language] = std::move(one);
    }
    if (!table->contains("sv")) report_.error(place_of(key), "swedish_missing", {{"word", key}});
    if (!table->contains("en")) report_.hint(place_of(key), "english_missing", {{"word", key}});
    return texts;
}

std::optional<std::size_t> FormTable::word(std::string_view key, const std::vector<std::string>& words, bool needed) {
    const auto written = text(key, most_field_text, needed);
    if (written.empty()) return {};
    const auto found = std::find(words.begin(), words.end(), written);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    report_.error(place_of(key), "word_unknown", {{"key", key}, {"word", written}, {"choices", joined(words)}},
                  find_nearest(written, words));
    return {};
}

std::optional<double> FormTable::number(std::string_view key, double low, double high, bool needed) {
    const auto* node = find(key, needed);
    if (node == nullptr) return {};
    const auto written = node->is_number() ? node->value<double>() : std::nullopt;
    if (written && std::isfinite(*written) && *written >= low && *written <= high) return written;
    report_.error(place_of(key), "number_bad", {{"word", key}, {"low", number_text(low)}, {"high", number_text(high)}});
    return {};
}

bool FormTable::flag(std::string_view key) {
    const auto* node = find(key, false);
    if (node == nullptr) return false;
    if (const auto* written = node->as_boolean()) return written->get();
    report_.error(place_of(key), "flag_bad", {{"word", key}});
    return false;
}

std::optional<std::vector<double>> FormTable::numbers(std::string_view key, std::size_t count, bool needed) {
    const auto* node = find(key, needed);
    if (node == nullptr) return {};
    const auto* list = node->as_array();
    std::vector<double> read;
    if (list != nullptr && list->size() == count) {
        for (const auto& one : *list) {
            const auto value = one.is_number() ? one.value<double>() : std::nullopt;
            if (value && std::isfinite(*value) && std::abs(*value) <= largest_form) read.push_back(*value);
        }
    }
    if (read.size() == count) return read;
    report_.error(place_of(key), "numbers_bad",
                  {{"word", key}, {"count", std::to_string(count)}, {"limit", number_text(largest_form)}});
    return {};
}

std::optional<base::Rect> FormTable::rect(std::string_view key, bool needed) {
    const auto read = numbers(key, 4, needed);
    if (!read) return {};
    const base::Rect place{(*read)[0], (*read)[1], (*read)[2], (*read)[3]};
    if (place.w >= least_region && place.h >= least_region) return place;
    report_.error(place_of(key), "place_small", {{"limit", number_text(least_region)}});
    return {};
}

std::vector<std::string> FormTable::names(std::string_view key, std::string_view code) {
    const auto* node = find(key, false);
    if (node == nullptr) return {};
    std::vector<std::string> read;
    const auto* list = node->as_array();
    if (list != nullptr) {
        for (const auto& one : *list) {
            if (const auto* word = one.as_string()) read.push_back(word->get());
        }
    }
    if (list != nullptr && !list->empty() && read.size() == list->size()) return read;
    report_.error(place_of(key), code, {{"word", key}});
    return {};
}

const toml::table* FormTable::table(std::string_view key) {
    const auto* node = find(key, false);
    if (node == nullptr || node->is_table()) return node == nullptr ? nullptr : node->as_table();
    report_.error(place_of(key), "table_bad", {{"word", key}});
    return nullptr;
}

std::vector<const toml::table*> FormTable::tables(std::string_view key, std::size_t most) {
    const auto* node = find(key, false);
    if (node == nullptr) return {};
    std::vector<const toml::table*> read;
    const auto* list = node->as_array();
    if (list != nullptr) {
        for (const auto& one : *list) {
            if (const auto* table = one.as_table()) read.push_back(table);
        }
    }
    if (list == nullptr || read.size() != list->size()) report_.error(place_of(key), "tables_bad", {{"word", key}});
    if (read.size() > most) {
        report_.error(place_of(key), "too_many", {{"word", key}, {"limit", std::to_string(most)}});
        read.resize(most);
    }
    return read;
}

void FormTable::finish() {
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    for (const auto& [name, node] : table_) {
        if (asked_.count(name.str()) > 0) continue;
        const auto line = static_cast<int>(name.source().begin.line);
        report_.error({file_, line > 0 ? line : place().line}, "key_unknown", {{"word", name.str()}},
                      find_nearest(name.str(), known));
    }
}

std::optional<toml::table> parse_form_file(const std::string& file, std::string_view content, Report& report) {
    if (content.size() > most_form_bytes) {
        report.error({file, 0}, "file_too_large", {{"limit", std::to_string(most_form_bytes >> 10U)}});
        return {};
    }
    if (!base::is_utf8(content)) {
        report.error({file, line_of_bad_utf8(content)}, "not_utf8");
        return {};
    }
    try {
        return toml::parse(content);
    } catch (const toml::parse_error& error) {
        report.error({file, static_cast<int>(error.source().begin.line)}, "bad_toml",
                     {{"reason", error.description()}});
        return {};
    }
}

std::string read_form_colour(FormTable& table, std::string_view key) {
    const std::vector<std::string> colours(model::note_colours.begin(), model::note_colours.end());
    const auto found = table.word(key, colours);
    return found ? colours[*found] : std::string();
}

model::BoardField read_form_field(FormTable& table) {
    model::BoardField field;
    const std::vector<std::string> kinds{"short", "long", "choice", "number", "date", "list"};
    if (const auto kind = table.word("kind", kinds, true)) field.kind = static_cast<model::FieldKind>(*kind);
    field.help = table.texts("help", most_field_help);
    const bool is_list = field.kind == model::FieldKind::list;
    field.most = static_cast<std::size_t>(table.number("most", 1, 500).value_or(is_list ? 0 : 1));
    field.lowest = table.number("lowest", -1e9, 1e9);
    field.highest = table.number("highest", -1e9, 1e9);
    const bool bounded = field.lowest || field.highest;
    if (bounded && field.kind != model::FieldKind::number) {
        table.report().error(table.place_of(field.lowest ? "lowest" : "highest"), "bounds_unused");
    }
    if (field.lowest && field.highest && *field.lowest >= *field.highest) {
        table.report().error(table.place_of("highest"), "bounds_bad");
    }
    std::set<std::string> ids;
    for (const auto* one : table.tables("options", most_options)) {
        FormTable option(*one, table.file(), table.report());
        model::BoardOption made{option.id("id"), option.texts("title", most_option_text, true)};
        option.finish();
        const bool fresh = made.id.empty() || ids.insert(made.id).second;
        if (!fresh) table.report().error(option.place(), "id_twice", {{"word", made.id}});
        field.options.push_back(std::move(made));
    }
    const bool is_choice = field.kind == model::FieldKind::choice;
    if (is_choice && field.options.size() < 2) table.report().error(table.place(), "options_missing");
    if (!is_choice && !field.options.empty()) table.report().error(table.place_of("options"), "options_unused");
    return field;
}

void check_regions(FormParts& parts, base::Size board, const std::string& file, Report& report) {
    std::stable_sort(parts.regions.begin(), parts.regions.end(), [](const auto& a, const auto& b) {
        return a.region.place.w * a.region.place.h > b.region.place.w * b.region.place.h;
    });
    const base::Rect inside{0, model::form_head, board.w, board.h - model::form_head};
    std::map<std::string, int> seen;
    for (const auto& [region, line] : parts.regions) {
        if (!seen.emplace(region.id, line).second) report.error({file, line}, "id_twice", {{"word", region.id}});
        if (!holds(inside, region.place)) {
            report.error({file, line}, "place_outside",
                         {{"word", region.id}, {"limit", number_text(model::form_head)}});
        }
    }
    for (std::size_t i = 0; i < parts.regions.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.regions.size(); ++j) {
            const auto& larger = parts.regions[i];
            const auto& smaller = parts.regions[j];
            if (!larger.region.place.overlaps(smaller.region.place)) continue;
            if (may_hold(larger.region, smaller.region)) continue;
            const auto& [later, other] =
                larger.line > smaller.line ? std::tie(larger, smaller) : std::tie(smaller, larger);
            report.error({file, later.line}, "overlap", {{"word", later.region.id}, {"other", other.region.id}});
        }
    }
}

}  // namespace curricula
