#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "registrar/book.hpp"
#include "views/board.hpp"

namespace registrar {

/// The number that names the moment after a fact of this stamp.
std::uint64_t moment_of(const model::Stamp& stamp);

/// How a free board came to be: the facts of all that lies or lay on it, read from the journal a piece at a time and
/// then folded to any moment. Moments are numbers made of stamps: in order of time, whichever node wrote the Change,
/// and the same at every reading. Registrar's thread.
class Timeline {
  public:
    /// Of the board; or of one item of it alone.
    static base::Result<Timeline> begin(Book& book, const Id& board, std::optional<Id> only = std::nullopt);

    /// Reads on for about so long. True when all is read: only then can anything be asked.
    base::Result<bool> read_some(Book& book, int most_ms);
    base::Done read_all(Book& book);
    bool is_complete() const { return todo_.empty(); }
    /// What was just written.
    void add(const model::Change& change);
    /// Something has come to the board whose earlier facts are not here: begin anew.
    bool is_stale() const { return stale_; }

    std::vector<views::BoardMoment> moments();
    /// The items as they were then; 0: as they are.
    std::vector<model::Item> items_at(std::uint64_t moment);
    bool knows(const Id& item) const { return item_numbers_.contains(item); }

  private:
    struct Event {
        model::Stamp stamp;
        std::uint32_t change = 0, item = 0;
        std::uint32_t column = 0;  // among the fields of the kind "item"
        model::Value value;
    };
    struct Header {
        std::int64_t at_ms = 0;
        std::string author, label;
    };
    explicit Timeline(const Id& board) : board_(board) {}
    std::uint32_t change_number(const model::Place& place, std::int64_t at_ms, std::string_view author,
                                std::string_view label);
    std::uint32_t item_number(const Id& item);
    void take(const model::Fact& fact, std::uint32_t change);
    void note_arrivals(const model::Change& change);
    void settle();

    Id board_;
    bool alone_ = false, stale_ = false, settled_ = false;
    std::vector<Id> todo_;  // read from the journal yet to come
    std::vector<Id> items_;
    std::unordered_map<Id, std::uint32_t, base::IdHash> item_numbers_;
    std::vector<Header> changes_;
    std::map<model::Place, std::uint32_t> change_numbers_;
    std::vector<Event> events_;
};

}  // namespace registrar
