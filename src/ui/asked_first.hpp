#pragma once
#include <optional>
#include <utility>
#include <vector>

#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "views/wall.hpp"

namespace ui {

struct Sheets;

/// A vote that the trainer is asked about before it is closed, or called off.
struct AskedVote {
    base::Id poll;
    bool cancel = false;
};

/// True when this is asked about first: closing a vote that nobody has answered, calling off one that somebody has, and
/// opening one of the course's while notes that it is about say nearly the same. These are then shown in the sheet of
/// new votes; the same wish once more opens the vote. So is a proposal that is to be put anew, to be worded otherwise.
bool asks_first(Sheets& mine, const views::WallView& view, const intents::Intent& intent);

/// Asks, while there is something to ask about. True while the question is shown. Ids: "close-vote/go",
/// "close-vote/stay", "cancel-vote/go", "cancel-vote/stay".
bool ask_about_vote(std::optional<AskedVote>& asked, const views::RoomView& room, Frame& frame, Intents& out);

/// The notes that a vote of the course is about: those that the block builds on, else all that stand there. Pure.
std::vector<views::NoteView> planned_candidates(const views::RoomView& room);

/// Those that say nearly the same. Pure.
std::vector<std::pair<base::Id, base::Id>> alike_pairs(const std::vector<views::NoteView>& notes);

}  // namespace ui
