#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "model/board_form.hpp"
#include "paint/board_sheet.hpp"
#include "store/reader.hpp"

namespace app {

/// A free board as it can be named on the command line.
struct FreeBoard {
    std::string name;  // its title as one word, "aktorskarta", when no other has it; else its id's beginning
    base::Id id;
    std::string title, form, session_title;
    base::Id session;
    std::string block = {};  // of that session, in which it was made; may be empty
    int table = 0;           // 0: everybody's
    std::size_t items = 0;
    std::int64_t made_at_ms = 0;
    std::shared_ptr<const model::BoardForm> fields = nullptr;  // its template; null: none, or it is not here
};
/// The board with its template, from those that this register's boards may begin as.
FreeBoard with_fields(FreeBoard board, const base::Path& register_file);

/// Newest first. `taken`: names that something else has. Reads only.
base::Result<std::vector<FreeBoard>> read_free_boards(store::Reader& reader,
                                                      const std::vector<std::string>& taken = {});
/// By its name, by its title as one word, or by its id or the beginning of it (at least four characters). Null when
/// there is none; of several with that title the newest.
const FreeBoard* find_free_board(const std::vector<FreeBoard>& boards, std::string_view wanted);
const FreeBoard* find_free_board(const std::vector<FreeBoard>& boards, const base::Id& id);

/// Everything that lies on it, with its pictures; `originals`: their JPEGs too, for SVG.
base::Result<paint::BoardSheet> read_free_board(store::Reader& reader, const FreeBoard& board, bool originals);
/// For pictures: its template, the order that it is read in, and the table whose rows are notes in place of what is
/// said of them.
void draw_rows(const FreeBoard& board, paint::BoardSheet& sheet);

/// Its content by type, text and what belongs together: a row (an object) for each item, in the order of reading: by
/// frame, from the top, from the left, lines last. Strokes are left out of the list, but counted in JSON. Of a board
/// with its template the field is told that each lies in, and JSON has them all, with what they hold. What a table says
/// of notes stands with them: in columns of its own, and in JSON's fields.
std::string board_to_csv(const FreeBoard& board, const std::vector<model::Item>& items);
std::string board_to_json(const FreeBoard& board, const std::vector<model::Item>& items);

}  // namespace app
