#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/board.hpp"
#include "model/board_form.hpp"
#include "views/board_form.hpp"

/// The table of a template whose rows are the notes of some fields (model::FormRows): the same notes, so that there is
/// nothing to keep alike. Or the steps of a journey, which have what lies below them: a note of another lane belongs to
/// the step of its column whose middle is nearest to its own, from the left. Pure, any thread.
namespace views {

/// The form as it is on this board: after its own fields those of each row, "column.<id of the note>", row by row.
/// Where a note lies and how it is coloured can be chosen there. A board made while the template's table was one of its
/// own keeps that table's fields. The same form when it has no rows. Of steps each field of theirs is followed by what
/// is asked of each, "lane.<id of the step>", step by step; a lane's own field is there only while something lies in it
/// that is below no step.
model::BoardForm with_rows(const model::BoardForm& form, const std::vector<model::Item>& items);
/// The field that a column is of the row whose note lies in that field; its label is the column's.
model::BoardField field_of_row(const model::FormRows& rows, const model::FormRows::Column& column,
                               std::string_view lies_in, const base::Id& row);
/// Puts in what the rows' own notes say, in fields that tell it: read_fields does.
void tell_rows(const model::BoardForm& form, const std::vector<model::Item>& items, std::vector<FilledField>& filled);
/// It tells where a row's note lies, or how it is coloured: writing there changes that note (row_told).
bool tells_of_row(const model::BoardForm& form, std::string_view field);
/// The row's note when such a field says `text` (an option, by its id or its words): carried to that field's frame, or
/// of that colour; as it is when that is no option. Nothing: there is no such row.
std::optional<model::Item> row_told(const model::BoardForm& form, const model::BoardField& field,
                                    const std::string& text, const std::vector<model::Item>& items);
/// What is said of notes that are no more, or are among `gone`: it goes with them. What lies below a step stays: it is
/// seen, and belongs to the step that is nearest then.
std::vector<base::Id> said_of(const std::vector<base::Id>& gone, const std::vector<model::Item>& items);

/// The table as it is drawn on this board: locked things that are kept nowhere, with slots "form.row.<id of the note>"
/// and, of empty rows, "form.row.new". Nothing where the board has no place for it. `add`: stands in the first empty
/// row, of which there is one then; empty: no more rows than there are, or as many as the template shows. Of steps the
/// curve, with the slot "form.curve": strokes, one of which has the curve in words as its text.
std::vector<model::Item> rows_drawn(const model::BoardForm& form, const std::vector<model::Item>& items,
                                    std::string_view language, std::string_view add = {});
/// What is seen of a board on paper: all but what is said of rows, and the table that says it.
std::vector<model::Item> items_drawn(const model::BoardForm& form, std::vector<model::Item> items,
                                     std::string_view language);
/// Where in the table the field of a row is; below a step a free place for this text.
std::optional<base::Rect> place_in_rows(const model::BoardForm& form, std::string_view field,
                                        const std::vector<model::Item>& items, std::string_view text = {});
inline constexpr std::string_view row_slot = "form.row.", curve_slot = "form.curve";
inline constexpr std::string_view new_row_slot = "form.row.new";

/// A row as lists tell it: what its own columns say, by column; of those that say something.
struct RowWords {
    base::Id item;
    std::string field;                                                      // that it lies in
    std::vector<std::pair<const model::BoardField*, std::string>> columns;  // of the form
};
/// In the order they were made; steps as they follow each other.
std::vector<RowWords> read_rows(const model::BoardForm& form, const std::vector<model::Item>& items);

}  // namespace views
