#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "methods/agenda.hpp"
#include "views/board.hpp"
#include "views/poll_form.hpp"

namespace views {

/// What clients see, as plain values; their JSON form is docs/protocol.md. Times are ms since 1970 UTC by the host's
/// clock.

struct ClockView {
    std::string state = "waiting";  // "running", "paused", "waiting"
    std::int64_t remaining_ms = 0;  // below zero when over time
    std::int64_t planned_ms = 0;
};

struct Labelled {
    std::string id;
    std::string label;
};

/// A note's photo.
struct PhotoView {
    std::string address;  // pages fetch it at /photo/<address>
    std::string hash;     // SHA-256 in hex: its name in the register
    std::string shows;    // what is seen in it, in the writer's words; may be empty
};

struct NoteView {
    Id id;
    std::string block;  // where it was written
    std::string type, text, group, colour;
    std::string author;         // only when the writer chose to show it
    Id parent, cluster;         // empty id = none
    std::string number;         // the register's, when it has one
    std::string state;          // the idea's state, when it is one
    std::string language = {};  // that it was written in; empty = not known
    bool hidden = false;
    std::optional<PhotoView> photo = std::nullopt;
};

/// A named group of notes; an empty colour is one by its place among the groups.
struct ClusterView {
    Id id;
    std::string name;
    std::string colour = {};
};

struct FieldView {
    std::string id, label, kind;  // kind, on cards: "long", "short", "date"; elsewhere "note": answers are notes
};

struct BlockView {
    std::string id, kind, title, question, instruction, phase;
    ClockView clock;
    std::string writes;             // note type; empty = nothing is written here
    std::vector<Labelled> groups;   // to write into
    std::vector<Labelled> lanes;    // the wall's columns: these, or those of the block that is built upon
    std::vector<Labelled> sources;  // of a block that collects: those it builds upon
    int most_notes = 0;
    std::vector<FieldView> form;
    std::string column = {};  // of the lanes: the one that is worked on now; empty = none
};

struct PollView {
    Id id;
    std::int64_t round = 1;
    std::string question, state;
    std::string language = {};  // of the question, when it is the program's own and told in another than the room's
    PollForm form;
    std::int64_t in = 0, of = 0, paper = 0;                          // paper: how many of `in` were cast on paper
    std::optional<methods::Outcome> outcome;                         // only when revealed
    bool saved = false;                                              // ideas were put in the register from it
    std::map<std::string, std::string, std::less<>> languages = {};  // option → that its note was written in
    // For the trainer:
    std::int64_t drawn = 0, extra = 0;
    std::vector<Labelled> lost;              // seats whose device has lost its ballot
    std::vector<Id> can_save, saved_notes;   // `saved_notes`: put in the register from this vote, not from another
    std::vector<std::string> saved_numbers;  // of its ideas, whichever vote they were saved from
    std::vector<methods::Outcome> others;    // with the outcome: by other methods, on the same ballots
};

/// The room's tables: how one comes to sit at one ("choose", "deal", "place"), and how many sit at each.
struct TablesView {
    std::string how;
    bool sign = false;  // notes bear the table's name
    std::vector<int> seated;
};

/// What every tablet and the audience see, in one language.
struct RoomView {
    std::uint64_t rev = 0;
    std::int64_t now_ms = 0;
    std::string title, municipality;
    std::string language = "sv";  // of title, block and polls: the one asked for, if the course has it
    bool ended = false, blank = false;
    bool locked = false;              // tablets: time to look up
    std::string message, message_id;  // the trainer's, to all tablets; empty = none
    int people = 0;
    std::optional<BlockView> block;
    std::string next_title;  // empty = none
    std::vector<NoteView> wall;
    std::vector<ClusterView> clusters;  // as the wall shows them
    std::vector<PollView> polls;
    std::optional<TablesView> tables;
    std::optional<HandedField> field;  // of the wall, handed over
    // Audience and remote only:
    std::string join_code, join_url, qr_svg;
};

/// One seat's own things.
struct MineView {
    /// New words for a note that is shown with its old ones.
    struct Edit {
        std::string text, state, held;     // state: "waiting" or "hidden"; held: as the note's
        std::optional<std::string> shows;  // of its photo; nothing = as before
    };
    struct Own {
        Id note;
        std::string client_id, block, type, group, text, colour, state, number;
        std::string held;           // why it is held, while it waits: "personnummer", "phone", "email", "url", "word"
        std::string language = {};  // that it was written in
        std::optional<PhotoView> photo = std::nullopt;
        std::optional<Edit> edit = std::nullopt;
    };
    std::uint64_t rev = 0;
    std::vector<Own> notes;
    std::vector<std::pair<Id, std::string>> given;
    bool hand = false, muted = false;
    std::string use = "one";        // who votes on the device: "one", "several", "paper"
    int table = 0;                  // where one sits; 0 = at none
    std::vector<std::string> with;  // the others there who show their names
    std::vector<Id> follows;        // ideas that it is to be told of
};

/// An idea's card as one seat sees it, while it has it open.
struct CardView {
    struct Field {
        std::string id, text;              // text: what everybody sees
        std::string own, own_state, held;  // this seat's, when it is not shown: "waiting" or "hidden"
        bool others_wait = false;          // somebody else's text waits for the trainer
        std::vector<std::string> writers;  // others who write here now; an empty name = does not show it
    };
    Id idea;
    std::vector<Field> fields;
};

/// The trainer's remote.
struct RemoteView {
    struct AgendaItem {
        std::string id, title, state;
        std::int64_t minutes = 0, starts_at_ms = 0;
        bool late = false;
    };
    /// What a text in the inbox would change of a note that is shown; its words as they stand.
    struct Edited {
        Id note;
        std::string text;
        std::optional<std::string> shows;  // new words of its photo; nothing = as before
        std::string was;                   // the photo's words as they stand
    };
    struct InboxItem {
        Id note;
        std::string type, text, held;
        std::string about, field;  // of a card's text: the idea, and the question that it answers
        Id like;
        std::string like_text;
        std::string author;         // the name that will be shown with it; empty for none
        std::string language = {};  // that it was written in
        std::optional<PhotoView> photo = std::nullopt;
        std::string version = {};  // of its words: another when they are changed
        std::optional<Edited> edits = std::nullopt;
    };
    struct SeatItem {
        Id seat;
        std::string label, return_code;
        bool here = false, hand = false, muted = false;
        std::string use = "one";
        int table = 0;
    };
    struct PlannedPoll {
        int index = 0;
        std::string method, question;
        Id poll;  // latest round; empty id = not opened
        model::Trust trust = model::Trust::open;
        bool of_notes = false;  // it is among the notes of the wall: the course names no alternatives
    };
    RoomView room;
    Id session;
    bool started = false, moderation = true, saved = true;
    bool frozen = false;  // the audience sees an earlier picture
    int hands = 0;
    std::optional<base::Error> trouble;
    std::string low_space;  // what to tell while there is little room on the disk; empty = enough
    std::vector<std::string> phases, say, act, tips, reserve;
    std::string html;
    std::int64_t ends_at_ms = 0;  // of the current block
    std::vector<PlannedPoll> planned;
    std::optional<Labelled> previous, next;
    std::vector<AgendaItem> agenda;
    std::int64_t drift_min = 0, day_ends_at_ms = 0;
    std::optional<methods::Cut> cut;
    std::string cut_text;
    std::vector<InboxItem> inbox;
    /// What the trainer has hidden and can show; `held`, `author` and `version` as in the inbox.
    struct Hidden {
        Id note;
        std::string text, held, author;
        std::string language = {};
        std::optional<PhotoView> photo = std::nullopt;
        std::string version = {};
    };
    std::vector<Hidden> hidden;
    std::string undo_id, undo_text;
    std::int64_t undo_until_ms = 0;
    std::vector<SeatItem> seats;
    TableWork boards;
    std::size_t codes = 0;   // one-time codes that have not been used
    std::string codes_file;  // where the newest cards lie; empty: none were made since the host started
};

/// Frames as in docs/protocol.md.
std::string to_state(const RoomView& room);
std::string to_audience(const RoomView& room);
std::string to_remote(const RemoteView& remote);
std::string to_mine(const MineView& mine);
std::string to_card(const CardView& card);
std::string to_count(const Id& poll, std::int64_t in, std::int64_t of, std::int64_t paper);
std::string to_ballot(const Id& poll, std::int64_t round, std::string_view token, int person, bool paper);
/// {"t":type,…texts…,"now":now}: welcome, taken, ended, no_ballot. Values are texts; numbers and flags go in `raw` as
/// JSON.
std::string to_frame(std::string_view type, const std::map<std::string, std::string>& texts,
                     const std::map<std::string, std::string>& raw = {});
/// {"t":"ack","id":id,…texts…}; the members after the id, `,"note":"…"` or nothing, are what `members_of` gives.
std::string to_ack(std::string_view client_id, std::string_view members);
std::string members_of(const std::map<std::string, std::string>& texts);
std::string to_nak(std::string_view client_id, const base::Error& error, std::string_view text, int retry_after_ms,
                   const std::map<std::string, std::string>& raw = {});
std::string to_pending(std::string_view client_id, const base::Error& error, int retry_after_ms);

}  // namespace views
