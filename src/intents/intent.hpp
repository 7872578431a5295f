#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "intents/boards.hpp"
#include "intents/limits.hpp"
#include "intents/personas.hpp"
#include "intents/remotes.hpp"
#include "intents/votes.hpp"
#include "methods/poll.hpp"

namespace intents {

using base::Id;

/// Everything a client may ask for, as in docs/protocol.md. Parsed values are within the limits below and valid UTF-8,
/// but not yet judged: rights and phases are the registrar's.

inline constexpr int protocol_version = 1;

enum class Role { tablet, remote, audience };

/// The first message of a connection. Exactly one of the secrets is set, fitting the role.
struct Hello {
    int version = 0;
    Role role = Role::tablet;
    std::string join;         // typed code (normalized) or the QR's secret
    std::string seat;         // secret of a seat that is already taken
    std::string return_code;  // normalized
    std::string pair;         // the remote's code (normalized)
    std::string secret;       // the remote's secret
    std::string name;
    bool show_name = false;
    std::string language = "sv";
};

// Tablets.
/// `photo`: the device's own name of a photo that it has sent in pieces before, empty for none; `shows`: what is seen
/// in it, in words.
struct AddNote {
    std::string block, text, group, colour, language, photo, shows;
    std::optional<Id> parent;
};
/// A piece of a photo (JPEG) of `size` bytes, from byte `at` on. Pieces come in order; the first begins anew.
struct SendPhoto {
    std::string photo;
    std::size_t size = 0, at = 0;
    std::string bytes;  // 1 to most_piece_bytes of them, decoded
};
/// `shows`: of the note's photo, when it is to be changed.
struct EditNote {
    Id note;
    std::string text;
    std::optional<std::string> group;
    std::optional<std::string> shows = std::nullopt;
};
struct WithdrawNote {
    Id note;
};
struct FillForm {
    Id idea;
    std::map<std::string, std::string> fields;
};
/// Which idea's card is open on the device, and the field in which the person is writing (empty = none); without a
/// card, the column that a note is being written for.
struct OpenCard {
    std::optional<Id> idea;
    std::string field;
};
struct RaiseHand {
    bool up = false;
};
struct ChangeMe {
    std::string name;
    bool show_name = false;
    std::string language;
};
struct Leave {};
/// The device has stored its ballot token: the host forgets which one it was.
struct GotBallot {
    Id poll;
};
/// The device was told that its seat has drawn, and has no token (any more): the trainer is shown who needs another.
struct LostBallot {
    Id poll;
};
/// On a device that several people use one after the other: a ballot for the next of them.
struct NextPerson {
    Id poll;
};
/// A one-time code from a card, for a vote whose ballots are given for such codes alone. `key`: a random secret of the
/// device's own for this code, 32 hex digits, under which its ballot can be fetched again should the host fall before
/// it has come; empty: it cannot.
struct UseCode {
    Id poll;
    std::string code;  // normalized
    std::string key = {};
};

/// Where one sits, when tables are chosen freely; 0: at none.
struct TakeTable {
    int table = 0;
};

/// Somebody wants to know how it goes for an idea, and can be reached so; an empty contact takes it back, and so does
/// `stop`, for the one of those who share a device that has this contact.
struct FollowIdea {
    Id idea;
    std::string contact;
    bool stop = false;
};

// The trainer, by remote or at the wall.
/// `from`: the block that the asker has before its eyes, empty before the first. When the room has gone on since then,
/// the step has been taken already.
struct GoNext {
    std::optional<std::string> from;
};
struct GoBack {
    std::optional<std::string> from;
};
struct JumpTo {
    std::string block;
};
struct SkipBlock {
    std::string block;
};
struct StartClock {};
struct PauseClock {};
struct ResumeClock {};
struct AddMinutes {
    int minutes = 0;
};
struct TakeCut {
    std::string block;
    int minutes = 0;
    bool skip = false;
};
struct SetPhase {
    std::string phase;
};
/// The column of the room's board that is worked on now: it has a ring wherever the board is seen. Empty: none has.
struct WorkOn {
    std::string column;
};
struct NextTurn {};
struct WithdrawIdea {
    Id note;
    std::string reason;
    bool told = false;  // the giver has been told, in the room
};
/// `held_ok`: the trainer has seen why it is held (a personal number …) and shows it all the same. `version`: of the
/// words that the trainer has read, as the inbox told it; empty: of whatever stands there.
struct ApproveNote {
    Id note;
    bool held_ok = false;
    std::string version = {};
};
/// `undo`: takes a hiding back. What had been shown is shown again, what waited waits again.
struct HideNote {
    Id note;
    bool undo = false;
};
struct ShowNote {
    Id note;
    bool held_ok = false;
    std::string version = {};
};
/// Many of the inbox at once: shown, except what is held; hidden; or waiting again, which takes a hiding back.
enum class Review { show, hide, wait };
struct ReviewNotes {
    std::vector<Id> notes;
    Review how = Review::show;
    std::vector<std::string> versions = {};  // of `notes`, in their order; or none
};
/// `shows`: of the note's photo, when it is to be changed; then an empty text leaves the note's as it is.
struct FixNote {
    Id note;
    std::string text;
    std::optional<std::string> shows = std::nullopt;
};
/// `version`: as for ApproveNote, of a note that waits.
struct MergeNotes {
    Id note;
    Id into;
    std::string version = {};
};
struct NameCluster {
    std::string name;
    std::optional<Id> cluster;
};
struct SortNote {
    Id note;
    std::optional<Id> cluster;
};
/// A whole group, in front of another or behind all.
struct MoveCluster {
    Id cluster;
    std::optional<Id> before;
};
/// All notes of a group go into another, which keeps its name and place; the emptied one is no more.
struct JoinClusters {
    Id cluster;
    Id into;
};
/// A group is no more; its notes stay, in none. `undo`: it is there again, with them.
struct RemoveCluster {
    Id cluster;
    bool undo = false;
};
struct Blank {
    bool on = false;
};
/// What the audience sees stays as it is, while the trainer goes on; black and the end come through.
struct FreezePicture {
    bool on = false;
};
/// Tablets show that it is time to look up. Nothing is refused: what was on its way still comes.
struct LockTablets {
    bool on = false;
};
/// A message on all tablets, until the next; empty takes it away.
struct TellTablets {
    std::string text;
};
struct Moderation {
    bool on = false;
};
struct MuteSeat {
    Id seat;
    bool on = false;
};
/// Who votes on this device: one person, several one after the other, or the ballots that were cast on paper.
enum class SeatUse { one, several, paper };
struct UseSeat {
    Id seat;
    SeatUse use = SeatUse::one;
};
/// Tables for the room: each chooses one, all are dealt by lot, or the trainer sets who sits where; none: away with
/// them.
enum class Seating { none, choose, deal, place };
/// What is not said stays as it is. Those who sit at a table that is still there stay, unless all are dealt anew.
struct MakeTables {
    std::optional<Seating> how;
    int count = 0;             // of tables; 0: by size
    int size = 0;              // about how many at each, 3–5; 0: by count
    std::optional<bool> sign;  // notes bear the table's name instead of their writer's
};
struct SeatAt {
    Id seat;
    int table = 0;  // 0: none
};
struct NewBallot {
    Id poll;
    Id seat;
};
/// New one-time codes on cards to print, behind those there are.
struct MakeCodes {
    int count = 0;
};
struct EndSession {
    bool hidden_ok = false;
};
/// A note that is written at the wall: shown at once, no seat's own. `hand`: then its words are handed over
/// (HandField); by the wall alone.
struct WriteNote {
    std::string block, text, group, colour;
    bool hand = false;
};
struct ColourNote {
    Id note;
    std::string colour;
};
/// Into a column or lane, in front of a note that lies there or behind all.
struct MoveNote {
    Id note;
    std::string group;  // empty in a block without columns
    std::optional<Id> before = std::nullopt;
};
/// The last thing done at the wall that can be undone; `redo` takes the undoing back.
struct UndoLast {
    bool redo = false;
};
/// The board that the session showed at a moment of its history, or one object of it (a note, a group, a person card),
/// as it was then: a change of its own, which can be undone. What has been written since stays, and so do the register,
/// votes, and what was hidden, withdrawn or erased.
struct RestoreSession {
    std::uint64_t moment = 0;
    std::optional<Id> object = std::nullopt;
};
/// A step of an idea of the register, by the life cycle's rules. `fields` are filled in with it (without "idea.").
struct MoveIdea {
    Id idea;
    std::string to;
    std::map<std::string, std::string> fields;
};
/// Takes an idea's last steps at the wall back until it stands where it stood, and nothing else.
struct UndoMove {
    Id idea;
    std::string from;
};
struct FillIdea {
    Id idea;
    std::map<std::string, std::string> fields;
};
/// A new idea of the register, a draft. "title" is among the fields.
struct AddIdea {
    std::map<std::string, std::string> fields;
};
/// All boards and the register as text, answered by a `register` frame: for `/list`. In the program's language when it
/// does not speak the asked one.
struct ReadRegister {
    std::string language = {};
};

using Wish =
    std::variant<AddNote, SendPhoto, EditNote, WithdrawNote, FillForm, OpenCard, RaiseHand, ChangeMe, Leave, GotBallot,
                 LostBallot, NextPerson, UseCode, TakeTable, FollowIdea, FillBoard, UseField, GoNext, GoBack, JumpTo,
                 SkipBlock, StartClock, PauseClock, ResumeClock, AddMinutes, TakeCut, SetPhase, WorkOn, NextTurn,
                 OpenPoll, StartPoll, ClosePoll, RevealPoll, Revote, CancelPoll, SaveIdeas, UndoDeed, WithdrawIdea,
                 ApproveNote, HideNote, ShowNote, ReviewNotes, FixNote, MergeNotes, NameCluster, SortNote, MoveCluster,
                 JoinClusters, RemoveCluster, Blank, FreezePicture, LockTablets, TellTablets, Moderation, MuteSeat,
                 UseSeat, MakeTables, SeatAt, NewBallot, MakeCodes, EndSession, WriteNote, ColourNote, MoveNote,
                 UndoLast, MoveIdea, UndoMove, FillIdea, AddIdea, ReadRegister, MakeBoard, MakeBoards, GatherBoards,
                 NameBoard, RemoveBoard, PutItems, MoveItems, UndoItem, UndoBoard, RestoreBoard, PutImage, PutPersona,
                 RemovePersona, MovePersona, SettleRemotes, OpenBoards, RunRounds, LeadBoards, HandField, LeadField,
                 RestoreSession>;

/// "one", "several", "paper".
std::string_view use_name(SeatUse use);
std::optional<SeatUse> parse_use(std::string_view name);
/// "none", "choose", "deal", "place".
std::string_view seating_name(Seating how);
std::optional<Seating> parse_seating(std::string_view name);

/// One wish. A class of its own, whose special members are made in intent.cpp: for so many alternatives they cost the
/// compiler seconds in every file that hands one over.
class Intent : public Wish {
  public:
    using Wish::Wish;
    Intent(const Intent& other);
    Intent(Intent&& other) noexcept;
    Intent& operator=(const Intent& other);
    Intent& operator=(Intent&& other) noexcept;
    ~Intent();
};

/// True for what only the trainer may ask.
bool is_trainers(const Intent& intent);
/// True for deeds on the register's ideas and on free boards, which need no open session.
bool is_registers(const Intent& intent);

/// A ballot as it came: no seat, no author (invariant 23). `value` is compact JSON with sorted keys, ≤
/// most_ballot_bytes.
struct Ballot {
    Id poll;
    std::string token;  // 32 hex digits
    std::uint64_t k = 0;
    std::string value;
};

struct Ping {};

/// One frame from a client. `client_id` is set for intents and ballots.
struct Message {
    std::string client_id;
    std::variant<Hello, Intent, Ballot, Ping> said;
};

/// Reads a frame. Errors: bad_text (not UTF-8), bad_input (not JSON, missing or wrong field, named in `what`),
/// too_large, unknown_message. When the frame had a readable id, the error's `where` is that id, so that a nak can name
/// it. Pure, any thread.
base::Result<Message> parse_message(std::string_view frame);

/// Reads a Ballot's value: one of the protocol's forms, canonical as far as that is known without the method. Numbers
/// must be whole and within ±1000; no key may stand twice; at most methods::most_pairs_ever pairs.
base::Result<methods::Ballot> parse_ballot_value(std::string_view json);

}  // namespace intents
