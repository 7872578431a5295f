#pragma once
#include <optional>
#include <string>

#include "ui/audience.hpp"
#include "ui/commands.hpp"
#include "ui/intents.hpp"
#include "ui/live_picture.hpp"
#include "ui/note_hands.hpp"
#include "ui/sheets.hpp"
#include "ui/step_rest.hpp"
#include "ui/trouble_bar.hpp"
#include "views/wall.hpp"

namespace ui {

/// The trainer's own view, for a display that the room does not see (mockup 13).
struct TrainerScreen {
    Audience audience;  // what the room sees, drawn small by its own function
    LivePicture picture;
    std::optional<double> text_size;  // of what to say; without one it is as large as fits
    std::string shown_phase;          // the step that was last brought into sight
    std::string put_off_cut;          // the cut that the trainer said "Inte nu" to
    std::optional<std::string> jump;  // the block that was held: asks before it jumps
    bool asked_close = false;         // asks before it closes the block
    std::string looked_at;            // a block whose row was tapped
    DockState dock;
    StepRest rest;
    AgendaFollow agenda;
    Writing writing;
    // What is told to all tablets, votes, the day's end: as at the wall, but here alone.
    Sheets sheets;
    Screens screens;
    Toasts toasts;
    TroubleBar trouble;
};

/// Draws the whole screen with its dock. Keys: →, PageDown next (but no vote is closed); ←, PageUp back; space pause; B
/// blank; + and − a minute (those of `commands` first). Ids: "trainer/next", "trainer/agenda/<block>",
/// "trainer/inbox/approve/<note>".
void draw_trainer(TrainerScreen& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out);

}  // namespace ui
