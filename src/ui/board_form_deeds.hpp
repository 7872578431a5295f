#pragma once
#include "ui/board_form.hpp"

namespace ui {

/// Brings the panel's entries to what the board says; what is being written stays. Costs something only when the board
/// has changed.
void read_board_form(const CanvasScene& scene, BoardFormPanel& mine, const model::BoardForm& form);
/// Asks for what has been written in one entry, if it differs. True when an entry for a new note was put before it.
bool save_form_entry(CanvasScene& scene, BoardFormPanel& mine, std::size_t index);
/// Asks for an option of a choice, or, when it stands already, takes it away.
void choose_form_option(CanvasScene& scene, const BoardFormPanel& mine, const model::BoardField& field,
                        const model::BoardOption& option);

}  // namespace ui
