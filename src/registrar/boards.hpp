#pragma once
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "intents/intent.hpp"
#include "model/board_form.hpp"
#include "registrar/asked.hpp"
#include "registrar/book.hpp"
#include "registrar/setup.hpp"
#include "registrar/timeline.hpp"
#include "views/board.hpp"
#include "views/list.hpp"

namespace registrar {

/// The free boards of a register, judged and told apart from the room: a deed here costs as much as what it changes,
/// however large the board. Items are in memory while they wait for the disk and a while after; the wall that looks at
/// a board keeps the rest. Registrar's thread.
/// Split over several files: boards (what boards there are), boards_put, boards_undo, boards_history, boards_news,
/// boards_tables (what tablets fill in).
class Boards {
  public:
    static constexpr std::size_t most_warm = 4000;  // items that are kept in memory when they are saved

    /// `forms`: the templates that are here; they outlive this.
    Boards(Book& book, const std::vector<model::BoardForm>& forms) : book_(book), forms_(forms) {}
    /// Which boards there are, and how much lies on them.
    base::Done open();

    // Deeds at the wall; `session` is the one that is open, or empty. Locked items can only be changed by "lock_items",
    // undone and restored.
    Judged judge(const intents::MakeBoard& wish, const Id& session);
    // `rows` are on disk with it or not at all.
    Judged judge(const intents::MakeBoards& wish, const Id& session, Rows rows = {});
    Judged judge(const intents::GatherBoards& wish, const Id& session, Rows rows = {});
    Judged judge(const intents::NameBoard& wish, const Id& session);
    Judged judge(const intents::RemoveBoard& wish, const Id& session);
    Judged judge(const intents::PutItems& wish, const Id& session);
    Judged judge(const intents::MoveItems& wish, const Id& session);
    Judged judge(const intents::UndoItem& wish, const Id& session);
    Judged judge(const intents::UndoBoard& wish, const Id& session);
    Judged judge(const intents::RestoreBoard& wish, const Id& session);
    Judged judge(const intents::PutImage& wish, const Id& session);

    // For tablets, who may do so is the workshop's to judge.
    static constexpr std::size_t most_form_items = 2000;  // a board with more is no form: each look reads all of it
    /// Null: it is not here.
    const model::BoardForm* find_form(std::string_view name) const;
    /// Null: there is none, or it was removed.
    const views::BoardHead* find_head(const Id& board) const;
    /// As it stands on this board. Code::not_found.
    base::Result<model::Item> read_item(const Id& board, const Id& item);
    /// What lies there, to be read as a form. Code::not_found, Code::too_many.
    base::Result<std::vector<model::Item>> read_form_items(const Id& board);
    /// One thing in a field of the board, written by a seat or on its behalf; `rows` are on disk with it or not at all.
    struct Entry {
        Id board, item;  // item: empty for a new one
        std::string field, text, language;
        std::string table;  // that wrote it, when it is not the board's own; a new one bears it
    };
    base::Result<std::uint64_t> fill(const Entry& entry, const model::BoardForm& form, std::string author, Rows rows);
    /// From now on changes of these boards are told by take_watched().
    void watch(std::set<Id> boards) { watched_ = std::move(boards); }
    std::set<Id> take_watched() { return std::exchange(watched_changed_, {}); }

    /// Book::undo, for Changes that may be of boards: what they touch is followed.
    base::Result<Book::Undone> undo(const model::Change& done);
    /// The last that was.
    const views::Undone& undone() const { return undone_; }
    /// Changes of which boards there are, since the last call: the wall's own undo takes them.
    std::vector<model::Place> take_undoable() { return std::exchange(undoable_, {}); }

    /// Boards of this session in their order, then those of others, newest first.
    std::vector<views::BoardHead> heads(const Id& session) const;
    /// Heads have changed; not only how many items lie there. Told once.
    bool take_heads_changed() { return std::exchange(heads_changed_, false); }
    bool take_counts_changed() { return std::exchange(counts_changed_, false); }
    bool has_counts_changed() const { return counts_changed_; }

    /// The session's boards as lists, by the templates that they began as; at most ListView::most_board_notes notes.
    base::Result<std::vector<views::ListView::Board>> list(const Id& session, std::string_view language);

    void look(const std::optional<Id>& board, const std::optional<std::uint64_t>& moment);
    /// What the wall that looks at a board has not been told of it; gathered since the last call.
    std::vector<ToWall> take_news(std::int64_t now_ms);
    /// When take_news has more to do, ms from now; empty: when something happens.
    std::optional<int> next_news_ms() const;

  private:
    struct Board {
        views::BoardHead head;
        std::string order;
        bool removed = false;
        // To what lies on it, by this wall, last first to go. What is done to the board itself is not here.
        std::vector<model::Place> done, undone;
        bool is_history_read = false;         // `done` goes as far back as it can
        std::optional<model::Place> removal;  // of the board
    };

    // boards.cpp
    base::Result<Board*> find(const Id& board);
    base::Done read_head(const Id& board);
    Judged write_head(const Id& board, model::Draft draft, const std::vector<Id>& items);
    /// What makes a board of the wish, behind the board of this order; its items are added to `items`.
    base::Done plan_board(model::Draft& draft, const intents::MakeBoard& wish, const Id& session, std::string& order,
                          std::vector<Id>& items);
    std::string last_order(const Id& session) const;

    // boards_put.cpp
    Judged put(const Id& board, std::string label, const std::vector<model::Item>& items, std::vector<Id> gone,
               bool unlocks, const store::PutBlob* picture = nullptr);
    base::Done check(const model::Item& item);
    /// What goes with these wherever they go: what is said of them in the table of the board's template.
    base::Result<std::vector<Id>> said_of(const Id& board, const std::vector<Id>& rows);
    base::Done check_lies_on(const Id& board, const Id& item, bool unlocks);
    /// Brings an item into memory. Code::bad_input: the id is something else's.
    base::Done warm(const Id& item);
    void let_go_of_saved();
    /// The board that the item lies on, as it stands in memory; empty: it is none, or removed.
    Id lies_on(const Id& item) const;
    std::vector<Id> lie_on(const std::vector<Id>& items) const;
    base::Result<Book::Written> write(model::Draft draft, const std::vector<Id>& items, Rows rows = {});
    /// Something was written of these items, which lay on `before`: counts and news.
    void follow(const std::vector<Id>& items, const std::vector<Id>& before, const Book::Written& written);
    void can_be_undone(const Id& board, const model::Place& place);
    /// The wall shows these as they stand, whatever it shows now.
    void tell_again(const Id& board, const std::vector<Id>& items);

    // boards_undo.cpp
    /// What this node has done to the item, undoing apart; the item's facts alone, last first.
    base::Result<std::vector<model::Change>> read_own_changes(const Id& item);
    /// And what the same Change did to what is said of it in a table: that goes and comes with it.
    base::Done add_said(const Id& item, model::Change& change);
    /// When nothing is left of what was done since the start: what was done before it.
    base::Done remember_done(const Id& id);
    base::Result<bool> still_stands(const model::Change& change);

    // boards_history.cpp
    base::Result<std::vector<model::Item>> items_then(const intents::RestoreBoard& wish);
    void add_history(std::int64_t now_ms, std::vector<ToWall>& news);

    // boards_news.cpp
    /// All that lies on the board, saved or not.
    base::Result<std::vector<model::Item>> read_items(const Id& board);
    /// With what is in memory, which is as new as on the disk, or newer.
    std::vector<model::Item> with_newer(const Id& board, std::vector<model::Item> items) const;
    base::Result<views::BoardNews> plan_news();

    Book& book_;
    const std::vector<model::BoardForm>& forms_;
    std::map<Id, Board> boards_;
    std::map<Id, std::string> session_titles_;
    std::vector<model::Place> undoable_;
    views::Undone undone_;
    bool heads_changed_ = false, counts_changed_ = false;
    std::set<std::string> pictures_;  // put since the host started: the file may not have them yet

    std::unordered_map<Id, std::uint64_t, base::IdHash> warm_;  // item → ticket of its last Change; 0: only read
    std::deque<Id> warm_order_;

    std::set<Id> watched_, watched_changed_;
    std::optional<Id> looked_at_;
    bool whole_due_ = false, news_due_ = false;
    std::vector<Id> touched_;
    std::optional<std::uint64_t> moment_;
    std::optional<Timeline> timeline_;  // of the board that is looked at
    bool moment_due_ = false, history_due_ = false;
    std::int64_t history_at_ms_ = 0;
};

/// A deed on free boards.
template <class Wish>
concept OnBoards = requires(Boards& boards, const Wish& wish, const Id& session) {
    boards.judge(wish, session);
};

}  // namespace registrar
