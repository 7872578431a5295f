// rooms: curricula views
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "curricula/board_form.hpp"
#include "views/board_form.hpp"
#include "views/board_rows.hpp"

/// The input is a template's file, or also what fills it, after a line of five equals signs. Whatever is found usable
/// becomes a board within its limits, and what fills it is read back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    constexpr std::string_view between = "\n=====\n";
    const auto cut = input.find(between);
    const auto reading = curricula::read_board_form("prov.toml", input.substr(0, cut));
    for (const auto& problem : reading.problems) {
        if (problem.message.empty() || !base::is_utf8(problem.message)) std::abort();
    }
    const auto filling = cut == std::string_view::npos ? std::string_view() : input.substr(cut + between.size());
    const auto content = curricula::read_form_content("prov.toml", filling, reading.form).content;
    if (!reading.usable()) return 0;
    const auto items = views::fill_board(reading.form, content, "sv", [] { return base::new_id(1); });
    for (const auto& item : items) {
        const auto& place = item.place;
        const bool within = std::isfinite(place.x) && std::isfinite(place.y) && place.w > 0 && place.h > 0 &&
                            place.right() < model::farthest_item && place.bottom() < model::farthest_item;
        if (!within || item.text.size() > model::most_item_text) std::abort();
    }
    // What is said of a step lies on the board too.
    auto written = content.entries.size();
    const bool has_steps = reading.form.rows && reading.form.rows->steps;
    for (const auto& entry : content.entries) written += has_steps ? entry.row.size() : 0;
    std::size_t read = 0;
    for (const auto& filled : views::read_fields(reading.form, items)) {
        if (filled.field == nullptr || model::text_in(filled.field->label, "sv").empty()) std::abort();
        read += filled.entries.size();
    }
    read += views::beside_fields(reading.form, items).size();
    if (read != written) std::abort();
    const auto shown = views::with_rows(reading.form, items);
    read = views::beside_fields(reading.form, items).size();
    for (const auto& filled : views::read_fields(shown, items)) read += filled.entries.size();
    if (has_steps && read != written) std::abort();
    for (const auto& item : views::rows_drawn(reading.form, items, "sv")) {
        const bool within = std::isfinite(item.place.x) && std::isfinite(item.place.y) && !item.place.empty() &&
                            item.ink.size() <= model::most_ink_points;
        if (!within) std::abort();
    }
    return 0;
}
