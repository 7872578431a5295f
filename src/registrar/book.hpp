#pragma once
#include <deque>
#include <optional>
#include <vector>

#include "model/cells.hpp"
#include "model/draft.hpp"
#include "store/reader.hpp"
#include "store/work.hpp"

namespace registrar {

using base::Id;

/// At most this many facts may wait for the disk; above, new input is refused (architecture section 2).
inline constexpr std::size_t most_unsaved_facts = 20000;

/// The journal as the registrar holds it: cells of what is open, the running numbers, and what is not saved yet.
/// Everything that is written goes through `write`. Registrar's thread.
class Book {
  public:
    /// `head` is the last seq in the file, `hand_over` gives work to the store.
    Book(store::Reader reader, model::HybridClock clock, std::uint64_t head,
         std::function<void(std::vector<store::Work>)> hand_over);

    const model::Cells& cells() const { return cells_; }
    store::Reader& reader() { return reader_; }
    model::HybridClock& clock() { return clock_; }
    std::int64_t now_ms() const { return clock_.now_ms(); }
    /// Seq of the last Change that was written; the file may not have it yet.
    std::uint64_t head() const { return head_; }
    /// Seq of the last Change that the file is known to have: what `reader` sees at the least.
    std::uint64_t saved_head() const { return unsaved_.empty() ? head_ : unsaved_.front().change.place.seq - 1; }
    /// Seq of the last Change that was not of free boards alone, saved or not.
    std::uint64_t room_head() const { return room_head_; }
    Id new_id() { return base::new_id(now_ms()); }

    /// Brings an entity into memory if it is not there. What is unsaved is there already.
    base::Done load(const Id& entity);
    /// Lets go of an entity; it is read again when it is asked for, once it is saved.
    void forget(const Id& entity) { cells_.forget(entity); }

    /// Merges the draft into the cells and queues it with its session rows. Gives the ticket under which it will be
    /// saved, and its place; a draft that changes nothing writes only its rows (place.seq 0).
    struct Written {
        std::uint64_t ticket = 0;
        model::Place place;
    };
    Written write(model::Draft draft, std::vector<store::SessionWrite> rows = {});
    std::uint64_t write_rows(std::vector<store::SessionWrite> rows);
    std::uint64_t submit(store::Deed deed);

    /// Undoes a Change of ours. Code::not_found when it is not known, Code::not_now when nothing of it stands any more.
    struct Undone {
        Written written;
        int kept_for_others = 0;
    };
    base::Result<Undone> undo(const model::Place& place, std::string author,
                              std::vector<store::SessionWrite> rows = {});
    /// The same of these facts of a Change alone.
    base::Result<Undone> undo(const model::Change& done, std::string author,
                              std::vector<store::SessionWrite> rows = {});

    /// A Change of ours, saved or not. Code::not_found when it is not known.
    base::Result<model::Change> read_change(const model::Place& place);

    /// Calls `take` with each Change that is not known to be saved, oldest first.
    template <class Take>
    void each_unsaved(const Take& take) const {
        for (const auto& waiting : unsaved_) take(waiting.change);
    }

    /// Hands everything queued since the last call to the store.
    void hand_over();
    /// The store has saved all tickets up to this.
    void saved(std::uint64_t upto);
    std::uint64_t saved_upto() const { return saved_upto_; }
    std::uint64_t last_ticket() const { return last_ticket_; }
    bool is_full() const { return unsaved_facts_ >= most_unsaved_facts; }
    bool is_all_saved() const { return saved_upto_ == last_ticket_; }

  private:
    struct Unsaved {
        std::uint64_t ticket = 0;
        model::Change change;
    };
    Written put(model::Change change, std::vector<store::SessionWrite> rows);
    std::optional<model::Fact> find_fact(const Id& entity, std::string_view field, const model::Stamp& at);

    store::Reader reader_;
    model::HybridClock clock_;
    model::Cells cells_;
    std::uint64_t head_ = 0, room_head_ = 0;
    std::uint64_t last_ticket_ = 0;
    std::uint64_t saved_upto_ = 0;
    std::size_t unsaved_facts_ = 0;
    std::deque<Unsaved> unsaved_;
    std::vector<store::Work> queued_;
    std::function<void(std::vector<store::Work>)> hand_over_;
};

}  // namespace registrar
