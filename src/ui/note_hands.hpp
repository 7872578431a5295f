#pragma once
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "paint/idea_wall.hpp"
#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "ui/keyboard.hpp"
#include "ui/text_field.hpp"
#include "views/wall.hpp"

namespace ui {

/// What is being written at the wall: a card over its keyboard; others go on working, and a second may write too.
struct Writing {
    enum class What {
        nothing,
        note,
        fix,
        fix_shows,
        cluster,
        rename,
        withdraw,
        message,
        wifi_name,
        wifi_secret,
        board,
        proposal
    };
    What what = What::nothing;
    base::Id id;                // note or cluster
    std::string group, colour;  // of a new note
    TextField field;
    Keyboard keyboard;
    bool wants_keyboard = false;
    std::string before;              // what the field held at first
    base::Point begun_at;            // where the hand was that asked for it, px
    std::vector<std::string> words;  // of the session, for suggestions
    std::vector<base::Id> notes;     // that a new cluster shall hold
    /// Notes that wait for the cluster of that name to be there.
    std::string awaited;
    std::vector<base::Id> awaited_notes;
    /// What was saved of wifi_name, wifi_secret or proposal, until the sheet that asked takes it.
    std::string written;
    What written_for = What::nothing;
    /// What was asked for since the last draw_writing; and the second one's card. At most one of each.
    std::vector<Writing> asked, second;
    bool crowded = false;  // a third asked: say so
    base::Rect board;  // what cards and keyboards keep to, so that the rail beside it can be seen; empty: the screen

    bool is_open() const { return what != What::nothing; }
    /// Somebody writes, on this card or beside it.
    bool is_busy() const;
    /// Nothing would be lost.
    bool is_unchanged() const { return !is_open() || field.text == before; }
    void close();
};
/// The next draw_writing opens a card for it; until then more can be said in what is returned.
Writing& begin_writing(Writing& mine, Writing::What what, const base::Id& id = {}, std::string_view text = {},
                       std::string_view group = {}, std::string_view colour = {});
/// Ids: "writing/text", "writing/save", "writing/cancel", "writing/hand" (a note's words go on on a tablet); of the
/// second "writing2/text" … Asked for near an open card it is the same person's: an unchanged card gives way, what has
/// been written stays and the new one stands beside it.
void draw_writing(Writing& mine, const views::WallView& view, Frame& frame, Intents& out);

/// Where a carried note may be put down.
struct DropPlace {
    base::Rect area;
    std::string text;                 // "Släpp för att lägga i Laga själva"
    std::optional<base::Id> cluster;  // set, with an empty id for "no cluster"
    std::string group;
};

/// A note whose menu is open.
struct ChosenNote {
    enum class Aim { none, move, merge };
    base::Id note;
    base::Point at;        // its middle, px: who touches near it means this menu
    int slot = 0;          // names its menu, whichever others come and go
    Aim aim = Aim::none;   // the next tap says where to (move) or with which (merge)
    bool colours = false;  // swatches instead of the menu
    double touched_s = 0;
};

/// How the notes of a board are touched: chosen, carried, menus of their own. People who stand an arm's length apart
/// have a menu each; who touches another note near an open menu has done with that one.
struct NoteHands {
    using Aim = ChosenNote::Aim;
    std::vector<ChosenNote> chosen;
    std::optional<base::Id> large;  // "Visa stort"
    std::vector<base::Id> carried;  // in this frame
    /// Where each hand would put what it carries: as it was when the hand last moved, though others move the board.
    struct Aimed {
        base::Point at;
        std::optional<DropPlace> place;
        base::Id beside;  // the note of its column that was hit; empty: none was
        bool behind = false;
    };
    std::map<int, Aimed> aimed;
    std::map<base::Id, double> came_s;  // notes that came while the board was shown
    std::set<base::Id> known;
    std::string block;            // that `known` belongs to
    bool gathering = false;       // "Gruppera": taps choose notes for a new group
    std::set<base::Id> gathered;  // those that are chosen
    std::optional<Drag> framing;  // the hand that draws a frame on empty board, in this frame

    const ChosenNote* find(const base::Id& note) const;
    bool aims(Aim aim) const;
    /// The note that a tap here is for, when somebody aims; null: nobody does.
    const ChosenNote* aiming_at(base::Point at, const Frame& frame) const;
    void choose(const base::Id& note, base::Point at, const Frame& frame);
    void let_go() { chosen.clear(); }
    void let_go(const base::Id& note);
    /// Closes the menus of whoever touches here.
    void let_go_near(base::Point at, const Frame& frame);
    void stop_gathering();
};

/// Marks what came since the last frame as new for 8 s, and forgets what is gone.
void watch_notes(NoteHands& mine, const views::RoomView& room, Frame& frame);
/// How a note stands at this moment: chosen, carried, new; and its photo.
paint::NoteState state_of(const NoteHands& mine, const views::RoomView& room, const base::Id& note, const Frame& frame);
/// The same for those who only look on.
paint::NoteState audience_state_of(const NoteHands& mine, const views::RoomView& room, const base::Id& note,
                                   const Frame& frame);

/// Hands on notes that have been laid out and drawn: choose, carry to a place, merge. Draws what is carried and where
/// it may go. Ids: "note/<id>". True when a hand did something to a note.
bool touch_notes(NoteHands& mine, const views::RoomView& room, std::span<const paint::PlacedNote> notes, double scale,
                 std::span<const DropPlace> places, Frame& frame, Intents& out);
/// The menus of the chosen notes, each near its own: change, change what its photo shows, colour, show large, copy,
/// move, merge, hide, take back from the register. Ids: "menu/fix", "menu/colour/<name>" …; of a second one "menu2/fix"
/// … A note whose words are written on a tablet has none, and says so: "note_handed/aim", "note_handed/stop".
void note_menu(NoteHands& mine, Writing& writing, const views::WallView& view, std::span<const paint::PlacedNote> notes,
               const base::Rect& board, Frame& frame, Intents& out);
/// Where what is carried would land: the words beside the hand but within `area`, and a ring around it.
void draw_drop(Frame& frame, const base::Rect& area, std::string_view text, base::Point beside, bool ring = true);
/// Where those words stand.
base::Rect drop_pill(Frame& frame, const base::Rect& area, std::string_view text, base::Point beside);
/// One note at 64 px, over the board, until it is tapped.
void large_note(NoteHands& mine, const views::RoomView& room, Frame& frame);

/// Eight colours with their marks; returns the name that was tapped. Ids: "<id>/<name>".
std::string swatches(Frame& frame, std::string_view id, base::Rect row, std::string_view chosen);

}  // namespace ui
