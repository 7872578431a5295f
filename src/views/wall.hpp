#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "register/idea_card.hpp"
#include "views/board.hpp"
#include "views/idea_parts.hpp"
#include "views/page.hpp"

namespace views {

/// What the wall looks at beside the room: the register as a whole, or one idea of it. Empty: neither.
struct WallScope {
    bool ideas = false;
    std::string search;  // full text; empty = all
    std::optional<Id> idea;
    std::optional<Id> board = std::nullopt;  // a free board: its news come by themselves, the first of them whole
    /// Of that board's history, which then comes with it, or without a board that of the session's own; 0: the newest.
    std::optional<std::uint64_t> moment = std::nullopt;
    bool operator==(const WallScope&) const = default;
};

/// The register's ideas in the order of lists; with a search only those that match.
struct IdeasView {
    std::string search;
    std::vector<ideas::IdeaCard> cards;
    std::size_t all = 0;
};

/// One event of an idea's history, oldest first.
struct IdeaEvent {
    std::int64_t at_ms = 0;
    std::string author;               // role: "seat", "trainer", "host", "import" …
    std::string label;                // key of what was done: "change.advance_idea"
    std::string from, to;             // states, when it moved
    std::vector<std::string> fields;  // columns that were touched
};

/// Somebody who is to be told how it goes for an idea. For the idea team's eyes.
struct FollowerView {
    Id id;
    std::string contact, language;
    std::int64_t at_ms = 0;
};

/// One idea with where it may go and what each step still lacks.
struct IdeaView {
    struct Move {
        ideas::State to = ideas::State::draft;
        ideas::Step step = ideas::Step::none;
        std::vector<std::string> missing;  // text keys: "gate.user_benefit"
    };
    ideas::IdeaCard card;
    IdeaParts parts;  // its structured fields
    std::vector<IdeaEvent> history;
    std::vector<Move> moves;
    std::optional<PhotoView> photo;  // that it came with
    std::vector<FollowerView> followers = {};
};

/// Somebody writes in a column of the block at this moment.
struct PenView {
    std::string group, name;
};

/// A person card of this session, made at the wall: what she is called, who she is, and five things that are known of
/// her.
struct PersonaView {
    Id id;
    std::string name, description, quote;
    std::string everyday = {}, needs = {}, obstacles = {}, help = {};
};

/// Numbers for the start screen, and what is booked about ideas today.
struct StartView {
    struct Meeting {
        Id idea;
        std::string title, text;  // the idea's, and the booking's own words beside when it is
        std::int64_t at_ms = 0;
        bool has_time = false;
    };
    /// All that the register shows, what stands in its first column, tests that go on, and those that are over.
    std::int64_t ideas = 0, fresh = 0, testing = 0, test_done = 0;
    std::vector<Meeting> meetings = {};  // in order of time
};

/// A phone that was let in to lead the day.
struct RemoteHead {
    int number = 0;
    std::int64_t since_ms = 0;  // 0: not known
    bool here = false;
};

/// A remote wants the wall to show this board, or the session when it is empty. Each has a number of its own, from 1.
struct WallCall {
    int number = 0;
    Id board;
};

/// Everything that the wall shows, immutable. `remote` holds the room and the trainer's own things.
struct WallView {
    RemoteView remote;
    std::string base_url;   // where pages are: "http://192.168.1.7:8437"
    std::string pair_code;  // of the remote and the list; whoever has it leads the day
    std::string language = "sv";
    std::vector<std::uint64_t> asking_remotes;  // have the code and wait to be let in
    std::vector<RemoteHead> remotes = {};       // that were let in, here or away, by number
    StartView start;
    bool can_undo = false, can_redo = false;
    Undone undone;
    int writers = 0;                         // seats that have written in the current block
    std::vector<std::string> quiet;          // who is here and has not: for the trainer alone
    int of_one_origin = 0;                   // seats with a ballot in an open vote that come from one address; 0: none
    int writing = 0;                         // seats that write in a column at this moment
    std::vector<PenView> pens;               // who shows a name and writes in one of its columns now
    std::string persona;                     // the course's: name, then what it says; empty = none
    std::vector<PersonaView> personas = {};  // beside the course's, in their order
    std::shared_ptr<const IdeasView> ideas;  // the same one until something of it changed
    std::optional<IdeaView> idea;
    std::optional<RoundsView> rounds;        // as they were at `remote.room.now_ms`
    WallCall call = {};                      // the newest
    bool can_hand = false;                   // somebody is here to whom a field could be handed over
    std::vector<BoardHead> boards;           // of this session, in their order; then those of others, newest first
    std::shared_ptr<const WallView> frozen;  // what the audience sees instead; null = this
};

/// How the session's own boards came to be, and what they showed at one moment of it. Only what may be seen today: what
/// has been hidden, withdrawn or erased since stands in none of it, and no vote does.
struct SessionHistory {
    std::vector<BoardMoment> moments;  // oldest first
    std::uint64_t shown = 0;           // seq of the moment that the rest is of
    std::optional<BlockView> block;    // that the room was in; its clock is not told
    std::vector<NoteView> wall;
    std::vector<ClusterView> clusters;
    std::vector<PersonaView> personas;
};

/// How many have voted; comes more often than a whole view.
struct WallCount {
    Id poll;
    std::int64_t in = 0, of = 0, paper = 0;
};

/// A deed at the wall was refused: what to tell the one who did it.
struct WallRefusal {
    base::Error error;
    std::string text;  // sentence in the wall's language: what, and what to do
};

}  // namespace views
