#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/board.hpp"
#include "model/board_form.hpp"
#include "views/board_form.hpp"
#include "views/list.hpp"

/// A free board as a list: what is read aloud, and what goes out as data. Pure, any thread.
namespace views {

/// One thing that somebody has put on the board, and what it stands for there.
struct BoardRow : FieldEntry {
    std::string field;  // id; empty: in none
    std::string label;  // the field's, or the title of the frame it lies in
    std::string means;  // what the colour says on this board
    std::string group;  // heading of the named group that it belongs to: "Nycklar · 3"
    std::string row;    // what else its row of the table says: "Vi ska: Informera. Ansvarig: Marta"
    std::string lane;   // it lies below the step before it: what that lane is called
    bool operator==(const BoardRow&) const = default;
};

/// Notes, texts and pictures in reading order: field by field, then what lies beside. Without a form (an empty board,
/// or a template that is not here) the frames are the headings; what belongs to a template is left out either way. What
/// belongs to one named group stands together, after what belongs to none. Steps are told one by one, each under a
/// label of its own ("Före – Steg 2") and with what lies below it, lane by lane.
std::vector<BoardRow> board_rows(const model::BoardForm* form, std::string_view language,
                                 const std::vector<model::Item>& items);

/// The board as `/list` shows it: fields and named groups are headings, and what they hold stands below; last what its
/// lines say, in the program's language. Fields without anything are left out. Photos get no address: who sends the
/// list puts it in.
ListView::Board to_list_board(const model::BoardForm* form, std::string_view title, std::string_view language,
                              const std::vector<model::Item>& items);

/// Every field in order, the empty ones too, so that a reader sees what was asked, as a JSON array:
/// [{"id","label","kind","entries":[{"item","text","value","author",…}]}]. A note that is a row has what else is said
/// of it as "row": {"<column>":{"text","value"}}; what lies below a step has that note's id as "step".
std::string fields_to_json(const model::BoardForm& form, std::string_view language,
                           const std::vector<model::Item>& items);

}  // namespace views
