#pragma once
#include "ui/screen_register.hpp"
#include "ui/widgets.hpp"

/// The two faces of the register screen, and what they share.
namespace ui {

/// Columns with cards. A card is dragged sideways to another column, or held and a column tapped.
void draw_flow(RegisterScreen& mine, Frame& frame, const base::Rect& place, Intents& out);
/// A table whose headings sort.
void draw_list(RegisterScreen& mine, Frame& frame, const base::Rect& place);
/// What is found while it is searched for: a row each with the title first, low enough for what a keyboard leaves.
void draw_found(RegisterScreen& mine, Frame& frame, const base::Rect& place);

std::string_view icon_of(ideas::Column column);
std::string column_words(ideas::Column column);
/// Which of the four parts are answered, as 2 × 2 squares or as a row.
void draw_parts(Frame& frame, const base::Rect& rect, int answered, bool in_a_row);
/// The age with its icon and colour, at the right end of the rectangle when `at_end`.
void draw_age(Frame& frame, base::Rect rect, const RegisterRow& row, const std::string& words, bool at_end);
/// "L26-058", or a word for an idea that has no number yet.
std::string number_words(const ideas::IdeaCard& card);

}  // namespace ui
