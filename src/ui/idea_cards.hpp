#pragma once
#include <string>

#include "ui/screen_idea.hpp"
#include "ui/widgets.hpp"
#include "views/idea_history.hpp"

/// The cards and side sheets of the idea screen. Each draws into the place it is given and opens what was tapped.
namespace ui {

void draw_picture_card(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place);
void draw_test_card(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, const base::Rect& place);
/// People, next meeting and step, decisions and history, from the top.
void draw_idea_column(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, base::Rect place);
/// The sheet that is open: moves, history, origin or followers.
void draw_idea_sides(IdeaScreen& mine, const views::IdeaView& idea, Frame& frame, Intents& out);

/// Open the sheet for the test's plan, for this week's value and the result, for a decision.
void edit_test(IdeaScreen& mine, const views::IdeaView& idea);
void edit_result(IdeaScreen& mine, const views::IdeaView& idea, std::int64_t now_ms);
void edit_decision(IdeaScreen& mine, const views::IdeaView& idea);

/// "12 maj", and with the year when it is another one than now.
std::string day_words(std::int64_t at_ms, std::int64_t now_ms);
using views::author_words;
using views::event_words;
/// Four small bars of a level; a dash and "okänt" when nobody knows.
void draw_level(Frame& frame, const base::Rect& rect, const std::optional<int>& level);

}  // namespace ui
