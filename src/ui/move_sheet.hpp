#pragma once
#include <string>
#include <vector>

#include "ui/idea_form.hpp"
#include "ui/intents.hpp"
#include "views/wall.hpp"

namespace ui {

/// Takes an idea to another state: asks for what the steps on the way lack, and says it in one go.
struct MoveSheet {
    bool open = false;
    base::Id idea;
    ideas::State from = ideas::State::draft, to = ideas::State::draft;
    std::vector<ideas::State> steps;  // `to` is the last
    std::vector<FormField> fields;
    ideas::IdeaCard card;
    bool tried = false;  // pressed with something missing: what is missing is marked
    Keyboard keyboard;
};

/// What the way there lacks, as text keys ("gate.need"), each once; "gate.number" is never among them when the idea is
/// received on the way, because the register gives it. Pure.
std::vector<std::string> lacks_of(const ideas::IdeaCard& card, ideas::State to);
/// Sends at once when nothing is asked for, else opens the sheet. Does nothing when there is no way.
void begin_move(MoveSheet& mine, const ideas::IdeaCard& card, ideas::State to, Intents& out);
void draw_move_sheet(MoveSheet& mine, Frame& frame, Intents& out);

/// Fills in some of an idea's fields.
struct EditSheet {
    bool open = false;
    std::string title;
    std::vector<FormField> fields;
    ideas::IdeaCard card;
    bool saved = false;
    Keyboard keyboard;
};
/// A sheet with a title in it is saved only when there is one.
void begin_edit(EditSheet& mine, const ideas::IdeaCard& card, std::string_view title_key,
                std::initializer_list<std::string_view> targets);
void draw_edit_sheet(EditSheet& mine, Frame& frame, Intents& out);

}  // namespace ui
