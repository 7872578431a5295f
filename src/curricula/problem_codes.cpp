#include <array>

#include "curricula/course.hpp"

namespace curricula {
namespace {

constexpr std::array<std::string_view, 72> known_codes{
    "bad_utf8",
    "budget_missing",
    "budget_unused",
    "collect_missing",
    "control_character",
    "cost_missing",
    "cost_unknown",
    "costs_count",
    "count_bad",
    "criteria_bad",
    "fence_unclosed",
    "field_unknown",
    "file_name_unknown",
    "file_too_large",
    "form_and_groups",
    "form_missing",
    "front_bad_toml",
    "front_key_unknown",
    "front_missing",
    "front_unclosed",
    "front_value_bad",
    "heading_empty",
    "heading_level",
    "heading_space",
    "id_bad",
    "id_twice",
    "image_left_out",
    "key_late",
    "key_twice",
    "key_unknown",
    "label_twice",
    "language_twice",
    "least_bad",
    "list_entry_bad",
    "list_entry_twice",
    "list_too_long",
    "money_bad",
    "no_blocks",
    "no_swedish_file",
    "not_utf8",
    "note_type_unknown",
    "options_missing",
    "question_missing",
    "sentence_long",
    "skip_bad",
    "source_empty",
    "source_later",
    "source_missing",
    "source_unknown",
    "start_bad",
    "text_too_long",
    "ties_unknown",
    "ties_unused",
    "time_bad",
    "time_missing",
    "title_missing",
    "too_many_blocks",
    "translation_count",
    "translation_differs",
    "translation_entry_unknown",
    "translation_incomplete",
    "translation_missing",
    "translation_unknown",
    "trust_unknown",
    "type_missing",
    "type_unknown",
    "utf16",
    "value_missing",
    "vote_bad",
    "vote_line_first",
    "vote_missing",
    "vote_unknown",
};

}  // namespace

std::span<const std::string_view> problem_codes() {
    return known_codes;
}

}  // namespace curricula
