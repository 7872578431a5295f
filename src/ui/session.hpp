#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "intents/intent.hpp"
#include "views/wall.hpp"

namespace ui {

/// What the session is at, read from the view. Pure, but for the program's language.

/// The picture that fits what goes on.
enum class Scene { lobby, info, rest, persona, journey, ideas, vote, reveal, ended };
Scene scene_of(const views::WallView& view);
/// In its block the room writes what it knows of the course's person, and of persons that it makes itself.
bool is_about_person(const views::WallView& view);
/// For the probe: "journey".
std::string_view scene_name(Scene scene);

/// The vote that matters now: the latest that is open or closed, else the latest that is shown; null: none.
const views::PollView* current_poll(const views::RoomView& room);
/// How many can vote in it: those who are there where heads are counted, the codes there were to use, else the ballots
/// that devices have drawn.
std::int64_t may_vote(const views::PollView& poll);
/// While that vote is open, no other can be.
bool is_voting(const views::RoomView& room);
const views::PollView* find_poll(const views::RoomView& room, const base::Id& poll);
/// The first planned vote of the block that is not shown yet; null: none.
const views::RemoteView::PlannedPoll* next_planned(const views::WallView& view);

/// The one step that the day takes next, as the dock's main action says it.
struct Step {
    enum class Kind { begin, next, open, close, reveal, end, none };
    Kind kind = Kind::none;
    std::string text;
    std::string_view icon;
    /// What it asks for; nothing for `end` (asks first), `none`, and an `open` that the sheet of votes asks more of.
    std::optional<intents::Intent> intent;
};
Step next_step(const views::WallView& view);

/// What the block's clock has left now, by the host's clock, ms; below zero: over time.
std::int64_t left_ms(const views::RoomView& room, std::int64_t host_now_ms);

/// The outcome in one sentence: "”Svar samma kväll” fick flest prickar".
std::string finding(const views::PollView& poll);
/// What else the outcome says: who went apart, who is the wildcard; empty: nothing.
std::string second_finding(const views::PollView& poll);
/// Those that a new vote may settle: the tie for the first place, else the first tie where nobody has won.
std::vector<std::string> tied_first(const methods::Outcome& outcome);
/// Did the options get places? A matrix gives none, and one number on a question has nothing to be placed among.
bool has_places(const views::PollView& poll);
std::string option_label(const views::PollView& poll, std::string_view option);

/// The view with how many have voted by now, which comes more often than a whole view.
std::shared_ptr<const views::WallView> with_count(const views::WallView& view, const views::WallCount& count);

/// "A", "B" … "Z", "27".
std::string option_letter(std::size_t index);
/// The name of a phase: "Själva".
std::string phase_text(std::string_view phase);
/// Why a note waits: "Stoppad: telefonnummer".
std::string held_text(std::string_view held);

}  // namespace ui
