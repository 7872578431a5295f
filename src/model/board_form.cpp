#include "model/board_form.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace model {
namespace {

constexpr std::array<std::string_view, 6> region_shapes{"box", "lane", "column", "quadrant", "cell", "ring"};
constexpr std::array<std::string_view, 6> field_kinds{"short", "long", "choice", "number", "date", "list"};

}  // namespace

const std::string& text_in(const Texts& texts, std::string_view language) {
    static const std::string nothing;
    auto found = texts.find(std::string(language));
    if (found == texts.end() || found->second.empty()) found = texts.find("sv");
    if (found == texts.end()) found = texts.begin();
    return found == texts.end() ? nothing : found->second;
}

std::string_view region_shape_name(RegionShape shape) {
    return region_shapes.at(static_cast<std::size_t>(shape));
}

std::string_view field_kind_name(FieldKind kind) {
    return field_kinds.at(static_cast<std::size_t>(kind));
}

std::optional<FieldKind> parse_field_kind(std::string_view name) {
    const auto found = std::find(field_kinds.begin(), field_kinds.end(), name);
    if (found == field_kinds.end()) return {};
    return static_cast<FieldKind>(found - field_kinds.begin());
}

std::optional<double> option_number(const BoardOption& option) {
    double number = 0;
    const auto* end = option.id.data() + option.id.size();
    const auto [at, wrong] = std::from_chars(option.id.data(), end, number, std::chars_format::fixed);
    if (wrong != std::errc() || at != end || !std::isfinite(number)) return {};
    return number;
}

const BoardRegion* BoardForm::find_region(std::string_view id) const {
    const auto found = std::find_if(regions.begin(), regions.end(), [id](const auto& one) { return one.id == id; });
    return found == regions.end() ? nullptr : &*found;
}

const BoardField* BoardForm::find_field(std::string_view id) const {
    const auto found = std::find_if(fields.begin(), fields.end(), [id](const auto& one) { return one.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

const FormRows::Column* FormRows::find_column(std::string_view id) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [id](const auto& one) { return one.field.id == id; });
    return found == columns.end() ? nullptr : &*found;
}

std::string row_field(std::string_view column, const base::Id& row) {
    return std::string(column) + "." + row.text();
}

std::optional<RowField> parse_row_field(std::string_view field) {
    constexpr std::size_t id_letters = 36;
    const auto dot = field.find('.');
    if (dot == std::string_view::npos || dot == 0 || field.size() - dot - 1 != id_letters) return {};
    const auto row = base::parse_id(field.substr(dot + 1));
    if (!row) return {};
    return RowField{std::string(field.substr(0, dot)), *row};
}

std::string entry_colour(const BoardForm& form, const BoardField& field) {
    const auto* region = form.find_region(field.region);
    const auto colour = region == nullptr ? std::string() : region->colour;
    const bool tells = form.legend.empty() || std::any_of(form.legend.begin(), form.legend.end(),
                                                          [&colour](const auto& one) { return one.colour == colour; });
    if (!tells) return form.legend.front().colour;
    return colour.empty() ? "sol" : colour;
}

std::vector<std::string> fields_of_round(const BoardForm& form, int round) {
    const auto number = std::to_string(round);
    std::vector<std::string> found;
    for (const auto& field : form.fields) {
        if (field.id.ends_with("-" + number) || field.id.ends_with("_" + number)) found.push_back(field.id);
    }
    return found;
}

int sheet_before(int person, int round, int people) {
    if (people <= 0) return 0;
    // The sheet of person i lies at i + round: before p lies that of p − round.
    const int sheet = (person - round) % people;
    return sheet < 0 ? sheet + people : sheet;
}

}  // namespace model
