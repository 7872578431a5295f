#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "methods/rounds.hpp"
#include "model/board.hpp"
#include "views/wall.hpp"

namespace registrar {

/// A method that goes by the clock.
struct RunningRounds {
    std::vector<base::Id> boards;  // by table
    methods::Timer timer;
    methods::RoundNow told;  // the part of it that was told last
};

/// What the wall has handed over, and to whom.
struct Handed {
    views::HandedField field;
    std::string block;            // in which it was
    base::Id seat;                // that has taken it; a remote that has stands in `field`
    std::int64_t here_at_ms = 0;  // when its taker was here last, or when it was handed over
};

/// The boards that tablets fill in now, and the seats that have not been told of what is new on theirs.
struct TableBoards {
    std::vector<base::Id> open;  // one for each table, in no order; or the room's alone
    std::set<base::Id> due;      // seats
    std::int64_t told_at_ms = 0;
    std::map<base::Id, std::vector<model::Item>> read;  // while all at a table are told of the same board
    std::optional<RunningRounds> run;
    views::WallCall call;  // the newest
    std::optional<Handed> handed;
};

/// "Bord 3", in the program's language.
std::string table_label(int table);
/// The kept row: ids with spaces between.
std::string to_kept(const std::vector<base::Id>& boards);
/// What is no id is left out.
std::vector<base::Id> parse_boards(std::string_view kept);
/// Another kept row: the boards, then the timer. Empty for none.
std::string to_kept(const std::optional<RunningRounds>& run);
std::optional<RunningRounds> parse_rounds(std::string_view kept);

}  // namespace registrar
