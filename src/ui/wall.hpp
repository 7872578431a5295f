#pragma once
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/audience.hpp"
#include "ui/canvas_images.hpp"
#include "ui/commands.hpp"
#include "ui/file_work.hpp"
#include "ui/intents.hpp"
#include "ui/lock.hpp"
#include "ui/papers.hpp"
#include "ui/screen_block.hpp"
#include "ui/screen_board.hpp"
#include "ui/screen_history.hpp"
#include "ui/screen_idea.hpp"
#include "ui/screen_ideas.hpp"
#include "ui/screen_journey.hpp"
#include "ui/screen_past.hpp"
#include "ui/screen_persona.hpp"
#include "ui/screen_register.hpp"
#include "ui/screen_reveal.hpp"
#include "ui/screen_start.hpp"
#include "ui/screen_test.hpp"
#include "ui/screen_vote.hpp"
#include "ui/session.hpp"
#include "ui/sheets.hpp"
#include "ui/step_rest.hpp"
#include "ui/trouble_bar.hpp"
#include "ui/vote_closing.hpp"
#include "ui/wall_form.hpp"
#include "views/wall.hpp"

namespace ui {

/// Everything that the wall remembers beside the view: which screen is up and what hands have begun there. One for the
/// window; main thread. It stays where it is: its commands point to it.
struct Wall {
    enum class Place { start, session, ideas, idea, board };
    Wall() = default;
    Wall(const Wall&) = delete;
    Wall& operator=(const Wall&) = delete;

    Place place = Place::start;
    /// What the window asks the registrar to show beside the room.
    views::WallScope look;
    /// What the window applies and keeps when it changes.
    Screens screens;
    Lock lock;
    /// Refusals that came: handed in by the window, told by the next frame.
    std::deque<views::WallRefusal> refusals;
    /// News of the free board that `look` names, in order: handed in by the window, taken by the next frame.
    std::deque<std::shared_ptr<const views::BoardNews>> board_news;
    /// Its history while `look` names a moment: the newest one that came, replaced by the window.
    std::shared_ptr<const views::BoardHistory> board_history;
    /// The same of the session's own boards, while no free board is named.
    std::shared_ptr<const views::SessionHistory> session_history;
    /// What the window has done on the side: told by the next frame.
    std::deque<std::string> told;
    /// Ideas that were asked for as a spreadsheet, in this order: the window writes them and empties this.
    std::vector<ideas::IdeaCard> exported;
    /// What was asked for on paper: the window writes each as a PDF and empties this.
    std::vector<Paper> papers;
    /// Dropped and pasted: the window brings them, and makes ready what is wanted of them.
    CanvasImages images;
    /// A board, or the session, that was asked for as a file: the window writes it and empties this.
    std::optional<SaveWish> board_export;
    FileWork file_work;

    /// Templates of boards, in the order of the list; filled by the window.
    std::vector<BoardChoice> forms;
    Canvas canvas;
    BoardScreen board;
    HistoryScreen history;            // of that board, over it
    PastScreen past;                  // of the session's own boards, instead of them
    Place board_from = Place::start;  // where its screen was opened from
    bool board_listed = false;        // the registrar knows of it
    int followed_call = 0;            // number of the call from a remote that was followed last
    WallForm form;                    // at the board's side

    StartScreen start;
    JourneyScreen journey;
    IdeasScreen ideas;
    BlockScreen block;
    VoteScreen vote;
    VoteClosing closing;
    RevealScreen reveal;
    PersonaScreen persona;
    RegisterScreen idea_register;
    IdeaScreen idea;
    Audience audience;  // behind the lock
    ScreenTest test;

    Rail rail;
    Sheets sheets;
    Writing writing;
    NoteHands hands;
    Toasts toasts;
    TroubleBar trouble;
    DockState dock;
    StepRest rest;
    Palette palette;
    bool help_open = false;
    bool note_tool = false;   // "Lapp" is on: a tap on the board begins one
    std::string note_colour;  // of the next note; empty: as the board gives it
    enum class Show { fitting, board, poll } show = Show::fitting;
    Scene shown_scene = Scene::lobby;  // of the session, in the frame before
    std::string shown_for;             // block and poll that `show` was chosen at

    // Of the frame that is drawn.
    const views::WallView* now = nullptr;
    Intents* asked = nullptr;
    Frame* frame = nullptr;
    bool has_commands = false;
    std::string told_undo;          // the deed whose toast was shown
    std::uint64_t told_undone = 0;  // so many that were undone have been told
};

/// Draws the whole window and asks by `out` for what hands did. The first call fills `commands`.
void draw_wall(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out);

/// The dock below the session's boards: tools of the scene, and the day's next step.
void draw_session_dock(Wall& mine, const views::WallView& view, Scene scene, Frame& frame, Commands& commands,
                       Intents& out);

/// The session's own boards as they were, while that is looked at: false when it is not, and the scene is to be drawn.
/// wall_past.cpp
bool draw_session_past(Wall& mine, const views::WallView& view, Scene scene, Frame& frame, Commands& commands,
                       Intents& out);
/// "timeline": of a free board and of the session's own. wall_past.cpp
void add_timeline_command(Wall& mine, Commands& commands);

/// An idea that was moved to its test (among what was asked for since `before`) is shown with its test card, once it is
/// there. wall_tested.cpp
void open_test(Wall& mine, const views::WallView& view, Frame& frame, const Intents& out, std::size_t before);

/// The form of the board that is looked at, while it is open. wall_form.cpp
void draw_wall_form(Wall& mine, const views::WallView& view, Frame& frame, Intents& out);
/// Closes it: what was being written is asked for.
void close_wall_form(Wall& mine, Frame& frame, Intents& out);
/// The template that the board that is shown began as; null when it is not here, or there was none.
const model::BoardForm* form_of_board(const Wall& mine);
void add_form_command(Wall& mine, Commands& commands);

/// "Spara eller skriv ut": what it can offer now, and what it has asked for. wall_saving.cpp
void offer_saving(Wall& mine, const views::WallView& view);
void take_saving(Wall& mine, const views::WallView& view);
/// "export_board".
void add_saving_command(Wall& mine, Commands& commands);

/// The free board that is looked at, with its dock. wall_board.cpp, as all below to do with boards.
void draw_board_place(Wall& mine, const views::WallView& view, Frame& frame, Commands& commands, Intents& out);
/// Goes to it.
void open_board(Wall& mine, const base::Id& board);
/// Asks for a new one and goes there; null: an empty one.
void make_board(Wall& mine, const views::WallView& view, const BoardChoice* choice, Frame& frame, Intents& out);
/// What the list of boards and the board's title have asked for.
void take_boards(Wall& mine, const views::WallView& view, Frame& frame, Intents& out);
void take_board_news(Wall& mine);
/// Shows what a remote has called for since the last time.
void follow_call(Wall& mine, const views::WallView& view, Frame& frame);
/// When no board is looked at any more: nobody holds anything of it.
void leave_board(Wall& mine, Intents& out);
/// What the room may see of it; none is open: nothing.
BoardSight sight_of(const Wall& mine);
/// Something else was done on the open board: its toast would take back that instead.
void forget_board_toast(Wall& mine);
/// "boards", "new_board", "board_map", "tidy", "timeline".
void add_board_commands(Wall& mine, Commands& commands);

/// The table of the wall's commands: "home", "register", "start", "next", "back", "blank", "pause", "plus", "minus",
/// "inbox", "agenda", "votes", "new_vote", "cover", "seats", "tables", "remote", "support", "tell", "more", "end",
/// "note", "group", "undo", "redo", "show_all", "zoom_in", "zoom_out", "swap_sides", "theme", "screens", "test_screen",
/// "net", "lock", "search", "export", "export_board", "print", "full_screen", "next_part", "previous_part", "palette",
/// "help"; and those of boards.
void add_wall_commands(Wall& mine, Commands& commands);

}  // namespace ui
