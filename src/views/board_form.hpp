#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/board.hpp"
#include "model/board_form.hpp"
#include "model/board_gallery.hpp"

/// A board made from a template, and the same board read as fields. The board is the only thing that is stored: an
/// item's field is that of the smallest frame it lies in, so that moving a note is filling in a form. Pure, any thread.
namespace views {

/// What lies on the board from the beginning, in this language: title and help, locked frames whose `slot` is the id of
/// the field they collect, lines, and what colours and axes mean. What collects nothing has a slot that begins "form.".
std::vector<model::Item> begin_board(const model::BoardForm& form, std::string_view language,
                                     const model::MakeId& make_id);
/// The same with notes in its fields; those of fields that there are not are left out.
std::vector<model::Item> fill_board(const model::BoardForm& form, const model::FormContent& content,
                                    std::string_view language, const model::MakeId& make_id);
/// One copy of the template with what all these boards of it say, each field's together, table by table. Everything
/// bears which table it came from; on axes it keeps its place. Notes, texts and pictures in no field lie below. What
/// only made sense where it was (lines, ink, stamps) stays behind.
std::vector<model::Item> merge_boards(const model::BoardForm& form, const std::vector<model::TableBoard>& boards,
                                      std::string_view language, const model::MakeId& make_id);
/// True for what belongs to the template and is nobody's writing.
bool is_furniture(const model::Item& item);

/// One note, text or picture in a field.
struct FieldEntry {
    base::Id item;
    std::string text;  // as it is written
    /// What it says as a value, when it fits the field: an option's id, "1.5", "2026-03-01". Else empty.
    std::string value;
    std::string author, colour, language, photo, photo_shows;
    std::optional<base::Point> at;  // on the template's axes, 0 to 1, y from below
    bool operator==(const FieldEntry&) const = default;
};
/// What the item says, whatever it lies in: no value, and no place on axes.
FieldEntry entry_of(const model::Item& item);
struct FilledField {
    const model::BoardField* field = nullptr;  // of the form that was read by
    std::vector<FieldEntry> entries;           // in reading order: rows from above, each from the left
};
/// Every field of the form, in its order, with what lies in its frames. Of a form with rows give what with_rows() makes
/// of it (board_rows.hpp), to have what is said of each row too. A note in no frame counts to the field that its
/// own slot names only if that field's frame is gone. The form must outlive what is returned.
std::vector<FilledField> read_fields(const model::BoardForm& form, const std::vector<model::Item>& items);
/// What lies in no field.
std::vector<model::Item> beside_fields(const model::BoardForm& form, const std::vector<model::Item>& items);

/// What is written in it must be one of its options, a number or a date.
bool has_value(const model::BoardField& field);
/// What a text says as a value of such a field: an option's id, "1.5", "2026-03-01". Empty when it does not fit, and of
/// other fields. An option whose id is a number is that however it is written: "−2", "+1".
std::string field_value(const model::BoardField& field, const std::string& text);
/// What an item that fills this field has as its slot: below a step it is the frame that it lies in.
std::string entry_slot(const model::BoardField& field);
/// A note that fills in this field on the board as it stands, above all else: in a free place of the field's frame, or
/// below everything when that is gone.
model::Item new_entry(const model::BoardForm& form, const model::BoardField& field,
                      const std::vector<model::Item>& items, const base::Id& id, std::string text);

/// Where a new note goes in a region: a place of at most 200 × 200 within `region` that lies on no other item, as near
/// the beginning as there is one; smaller where it is narrow or full, and on top of others, a little aside, when there
/// is none at all. `expected`: so many will lie there in the end, and are to have room. Frames and what belongs to the
/// template do not count as items that are lain on. For a `text` of a sentence it is up to twice as wide, where that is
/// free.
base::Rect free_place(const base::Rect& region, const std::vector<model::Item>& items, std::size_t expected = 1,
                      std::string_view text = {});
/// The part of a field's region that notes go to: below its title and help.
base::Rect writing_area(const model::BoardForm& form, const model::BoardField& field);
/// The same on a board whose frame of that field may have been moved; nothing when it is gone.
std::optional<base::Rect> writing_area(const model::BoardForm& form, const model::BoardField& field,
                                       const std::vector<model::Item>& items);

}  // namespace views
