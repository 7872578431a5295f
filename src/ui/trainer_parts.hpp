#pragma once
#include "ui/screen_trainer.hpp"
#include "ui/widgets.hpp"

/// The parts of the trainer's view; each draws into the place it is given.
namespace ui {

/// The day with its drift and the cut that is proposed.
void draw_trainer_agenda(TrainerScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place,
                         Intents& out);
/// Pixels that let all of what is said and done be seen at once, in a card this wide; 0 before the day has begun.
double trainer_words_height(const TrainerScreen& mine, const views::WallView& view, Frame& frame, double width);
/// What to say and do, the steps of the block, a tip.
void draw_trainer_words(TrainerScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place,
                        Intents& out);
void draw_trainer_clock(const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out);
/// Pixels that let the first three that wait be seen whole.
double trainer_inbox_height(const views::WallView& view, const Frame& frame);
void draw_trainer_inbox(const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out);
/// Who is there and how much has been written. Only the trainer sees it.
void draw_trainer_people(const views::WallView& view, Frame& frame, const base::Rect& place);

}  // namespace ui
