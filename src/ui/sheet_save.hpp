#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "ui/frame.hpp"

namespace ui {

/// A board, the whole session, or cards to join it with, that was asked for as a file.
struct SaveWish {
    base::Id board = {};                  // a free one; empty: the session's
    base::Id session = {};                // with `block`, or by itself: all of it, as a PDF
    std::string block = {};               // of that session
    std::string kind = "pdf";             // "pdf", "poster" (a PDF of many pages), "svg", "png", "csv" or "json"
    std::string paper = {};               // "A4" … "A0"; empty: as it fits
    int scale = 0;                        // of a PNG; 0: as large as it may be
    std::vector<base::Id> items{};        // of the free board these alone; empty: all
    int cards = 0;                        // so many cards, and nothing of the above
    std::string join_code{}, base_url{};  // that stand on cards
};

/// "Spara eller skriv ut": what a board is saved as. What is chosen here stays chosen, but for `what`.
struct SaveSheet {
    enum class What { board, chosen, session, cards };
    What what = What::board;
    std::string kind = "pdf";
    std::string paper;
    int scale = 0;
    int cards = 20;

    // The wall says in each frame what there is.
    bool has_free = false;     // a free board
    bool has_block = false;    // or the session's
    bool has_session = false;  // that the board is of, or that is shown
    bool has_cards = false;    // people can join the session
    std::size_t chosen = 0;    // on the free board

    bool wants = false;  // taken by the wall
};
/// Ids: "what/board", "what/chosen", "what/session", "what/cards", "kind/pdf" …, "paper/fits", "paper/A3",
/// "scale/fits", "scale/2", "cards/20", "go".
void draw_save_sheet(SaveSheet& mine, Frame& frame, base::Rect area);

}  // namespace ui
