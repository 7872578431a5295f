#pragma once
#include "ui/screen_trainer.hpp"
#include "ui/widgets.hpp"

/// The parts of the trainer's view; each draws into the place it is given.
namespace ui {

/// The day with its drift and the cut that is proposed.
void draw_trainer_agenda(TrainerScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& place,
                         Intents& out);
/// How the words stand: as large as the trainer chose, else as fits; tight: in a card that keeps little for itself.
struct TrainerWordsLook {
    double text_size = 1;
    bool tight = false;
    double height = 0;  // px that let all of it be seen at once; 0 before the day has begun
};
/// The largest words that let all of it be seen in a card this wide and no higher than `roomy_high`; else in a tight
/// one no higher than `tight_high`, or at least all of what is said.
TrainerWordsLook trainer_words_look(const TrainerScreen& mine, const views::WallView& view, Frame& frame, double width,
                                    double roomy_high, double tight_high);
/// What to say and do, the steps of the block, a tip.
void draw_trainer_words(TrainerScreen& mine, const views::WallView& view, const TrainerWordsLook& look, Frame& frame,
                        const base::Rect& place, Intents& out);
/// Design px: as high as it stands in two rows at least; lower it is one row, down to the lowest.
inline constexpr double trainer_clock_high = 184, trainer_clock_low = 112;
void draw_trainer_clock(const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out);
/// Pixels that let the first three that wait be seen whole.
double trainer_inbox_height(const views::WallView& view, const Frame& frame);
void draw_trainer_inbox(const views::WallView& view, Frame& frame, const base::Rect& place, Intents& out);
/// Who is there and how much has been written. Only the trainer sees it.
void draw_trainer_people(const views::WallView& view, Frame& frame, const base::Rect& place);

}  // namespace ui
