#pragma once
#include <string>
#include <vector>

#include "app/board_content.hpp"
#include "app/free_board.hpp"

namespace app {

/// What `iderum board …` was asked. Which members are read depends on the subcommand.
struct BoardWish {
    std::string file, board;
    std::string pdf, svg, png, csv, items;  // where to, - = stdout, empty = not asked for
    std::string size;                       // "A4" … "A0"; empty = as it fits
    double scale = 0;                       // of a PNG; 0 = as large as it may be
    bool tiles = false;
    bool json = false;
};

std::vector<std::string> names_of(const std::vector<BoardName>& boards);

/// Explains its own refusal on stderr.
void export_board(const BoardWish& wish);

}  // namespace app
