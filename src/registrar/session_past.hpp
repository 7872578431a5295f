#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "registrar/book.hpp"
#include "views/board.hpp"

namespace registrar {

/// How the session's own boards came to be: the facts of its notes, groups, person cards and blocks, read from the
/// journal a piece at a time and then folded to any moment. Moments are numbered as a Timeline's. A note that may not
/// be seen today, because it was hidden or withdrawn, is told of no moment. Registrar's thread.
class SessionPast {
  public:
    /// `entities`: the session itself, how its blocks went, and all that is known to be of it. `book` outlives this.
    SessionPast(Book& book, const Id& session, std::vector<Id> entities);

    /// Reads on for about so long, and takes what has been written since. True when all is read: only then can anything
    /// be asked.
    base::Result<bool> read_some(int most_ms);
    base::Done read_all();
    bool is_complete() const { return read_ == entities_.size() && heard_ == book_.head(); }

    /// What a board is called, and the blocks whose notes stand on it.
    struct Board {
        std::string title;
        std::vector<std::string> blocks;
    };
    using BoardOf = std::function<Board(const std::string& block)>;
    std::vector<views::BoardMoment> moments(const BoardOf& board_of);
    /// The cells as they were then; 0: as they are.
    model::Cells cells_at(std::uint64_t moment);
    /// Groups that notes were in and that were not among `entities`: gone since.
    const std::vector<Id>& gone_clusters() const { return gone_clusters_; }

    // What the wall was told last.
    std::optional<std::uint64_t> told_moment;
    std::uint64_t told_head = 0;
    std::int64_t told_at_ms = 0;

  private:
    struct Event {
        model::Fact fact;
        std::uint32_t change = 0;
    };
    struct Header {
        std::int64_t at_ms = 0;
        std::string author, label;
    };
    std::uint32_t change_number(const model::Place& place, std::int64_t at_ms, std::string_view author,
                                std::string_view label);
    void take(const model::Fact& fact, std::uint32_t change);
    void hear(const model::Change& change);
    bool is_told(const model::Fact& fact) const;
    std::string name_behind(const Header& header, const views::BoardMoment& moment, const model::Cells& then) const;
    void settle();

    Book& book_;
    Id session_;
    std::vector<Id> entities_;  // to be read, as far as read_
    std::size_t read_ = 0;
    std::uint64_t heard_ = 0;  // seq up to which Changes have been taken
    std::set<Id> known_;
    std::vector<Id> gone_clusters_;
    std::vector<Header> changes_;
    std::map<model::Place, std::uint32_t> change_numbers_;
    std::vector<Event> events_;
    bool settled_ = false;
};

}  // namespace registrar
