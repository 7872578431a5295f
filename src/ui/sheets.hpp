#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ui/asked_first.hpp"
#include "ui/frame.hpp"
#include "ui/intents.hpp"
#include "ui/note_hands.hpp"
#include "ui/photo_views.hpp"
#include "ui/rail.hpp"
#include "ui/sheet_boards.hpp"
#include "ui/sheet_save.hpp"
#include "ui/widgets.hpp"
#include "views/wall.hpp"

namespace ui {

/// What slides in from the side while the rest goes on.
enum class SheetKind {
    none,
    inbox,
    agenda,
    votes,
    new_vote,
    seats,
    support,
    more,
    screens,
    remote,
    tell,
    tables,
    net,
    boards,
    save
};

/// A second display beside the wall's.
enum class SecondScreen { none, trainer, audience };

/// What the trainer has set for the displays. The window applies it, and keeps it.
struct Screens {
    DisplaySettings display;                        // of the wall's
    std::optional<DisplaySettings> second_display;  // of the other while there is one
    bool of_second = false;                         // the sheet shows those of the other
    SecondScreen second = SecondScreen::none;
    bool full = true;      // the wall fills its display; the window says it, and follows it
    bool swapped = false;  // wall and second display have changed places
    int displays = 1;      // as the window sees them
    bool wants_test = false;
    bool wants_beside = false;  // the second view as a window on the only display, where the room sees it
};

/// The ways to the host, and whether anybody has come by them.
struct Network {
    // The window says it, about once a second while the sheet is open.
    std::vector<std::string> urls;  // "http://192.168.1.7:8437", best first
    std::int64_t seen_at_ms = 0;    // when another device last reached the host; 0: none has
    // The trainer writes it, and the window keeps it.
    std::string wifi_name, wifi_secret;

    std::vector<JoinCode> codes;
    JoinCode wifi_code;
};

/// A vote that the trainer is about to start: one of their own, one of the course's whose notes are alike, or another
/// round of a proposal.
struct NewVote {
    std::string method;  // empty: none chosen yet
    int dots = 3;
    model::Trust trust = model::Trust::open;
    std::optional<int> planned;  // the course's: its index
    int planned_people = 0;
    std::string compared;                              // what the notes said when they were compared
    std::vector<std::pair<base::Id, base::Id>> alike;  // notes that say nearly the same
    std::string proposal;                              // consent: what is proposed
    base::Id again;                                    // consent: the round that is done over; empty: none
};

struct Sheets {
    SheetKind open = SheetKind::none;
    SheetKind shown = SheetKind::none;  // while it slides out
    std::string open_block;             // agenda: whose deeds are shown
    std::string followed_block;         // the last that was brought into view
    bool follows_block = false;         // it is to be brought into view
    std::set<base::Id> shown_codes;     // seats whose way back is shown
    std::string support = "say";
    bool on_dock = true;  // what they stand on; the start screen has none
    bool show_hidden = false;
    bool choosing = false;                   // inbox: several are chosen, to be shown or hidden together
    std::map<base::Id, std::string> chosen;  // note → the version of its words when it was ticked
    bool show_pair_code = false;             // until the sheet closes
    JoinCode remote_code;
    std::optional<std::string> asked_jump;
    std::optional<AskedVote> asked_vote;         // "Ingen har svarat än", "Avbryta röstningen?"
    bool asked_close = false;                    // "Är ni klara med momentet?"
    bool asked_end = false, end_hidden = false;  // "Avsluta passet?", and again with what is hidden
    int table_size = 0;                          // tables: how many at each; 0: as many tables as there are
    std::optional<base::Id> table_seat;          // the seat that is to be moved
    NewVote new_vote;
    bool closes_by_itself = false;  // a vote: when all who are here have voted, or the time is over
    int people = 0;                 // in the room, as the trainer has said; 0: not yet
    Network network;
    LargePhoto photo;  // of the inbox
    BoardsSheet boards;
    SaveSheet save;
    bool wants_lock = false, wants_help = false;
    std::vector<Tool> dock_rest;  // what the dock has no room for, in this frame
    std::string wants_tool;       // of those, what was tapped: whoever draws the dock empties it
};

/// Design px; 0: none.
double sheet_width(SheetKind kind);
void draw_sheets(Sheets& mine, Screens& screens, Writing& writing, const views::WallView& view, Frame& frame,
                 Intents& out);
/// Only to end the session, and to jump to a block. True while one is shown.
bool draw_dialogs(Sheets& mine, const views::WallView& view, Frame& frame, Intents& out);

/// The inbox in a place of its own (mockup 04), without a sheet. Ids: "inbox/approve/<note>".
void draw_inbox(Sheets& mine, Writing& writing, const views::WallView& view, Frame& frame, const base::Rect& area,
                Intents& out);
void draw_agenda_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out);
void draw_votes_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out);
/// Which way to vote, what it is for, how it is counted; before it opens, notes that say nearly the same side by side,
/// or the proposal. Ids: "new_vote/proposal", "new_vote/write", "new_vote/open".
void draw_new_vote_sheet(Sheets& mine, Writing& writing, const views::WallView& view, Frame& frame, base::Rect area,
                         Intents& out);
void draw_seats_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out);
void draw_support_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area);
/// All that there is no room for in the dock, in two groups beside each other, so that none is below the fold. Ids:
/// "more/votes", "more/lock".
inline constexpr double more_sheet_wide = 760;
void draw_more_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out);
void draw_remote_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out);
/// A remote has the code and asks to be let in: "pairing/let_in", "pairing/turn_away". Nothing while none does.
/// It stands beside a sheet that is so wide.
void draw_pairing(const views::WallView& view, Frame& frame, Intents& out, double sheet_px);
/// A message to all tablets, "look up", how it feels; the wall's sheet and the trainer's view. Ids: "tell/ready/break",
/// "tell/own", "tell/lock", "tell/freeze", "tell/feeling", "tell/take".
void draw_tell_sheet(Writing& writing, const views::WallView& view, Frame& frame, const base::Rect& area, Intents& out);
/// Tables for the room. Ids: "tables/choose", "tables/deal", "tables/seat/<id>" and then "tables/here/<number>".
void draw_tables_sheet(Sheets& mine, const views::WallView& view, Frame& frame, base::Rect area, Intents& out);
/// How it feels just now: a vote for any moment.
intents::StartPoll ask_feeling();
void draw_screens_sheet(Screens& mine, Frame& frame, base::Rect area);
/// "Testa nätet". Ids: "net/reached", "net/address/0", "net/advice", "net/name", "net/secret", "net/forget".
void draw_net_sheet(Network& mine, Writing& writing, Frame& frame, base::Rect area);

}  // namespace ui
