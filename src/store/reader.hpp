#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "model/board.hpp"
#include "model/cells.hpp"
#include "store/session_rows.hpp"

namespace store {

/// A row of a derived table: column → value.
struct TableRow {
    Id entity;
    std::map<std::string, model::Value, std::less<>> columns;
    std::string text(std::string_view column) const;
    std::int64_t number(std::string_view column, std::int64_t otherwise = 0) const;
    Id id(std::string_view column) const;
};

/// A fact with what is told of its Change. The texts are gone when the next one comes.
struct SeenFact {
    model::Place place;
    std::int64_t at_ms = 0;
    std::string_view author, label;
    bool is_undo = false;  // of another Change
    model::Fact fact;
};

/// One condition of a query on a derived table: column = value (monostate: IS NULL).
struct Where {
    std::string column;
    model::Value value;
};

/// A ballot as it lies in an open urn.
struct UrnBallot {
    model::Digest token_hash{};
    std::uint64_t k = 0;
    std::string value;
    std::string source;
};
struct UrnContent {
    std::vector<model::Digest> hashes;  // tokens that may vote
    std::vector<model::Digest> paper;   // those of them that are for ballots from paper
    std::vector<UrnBallot> ballots;
};

/// Reads a register, beside a running host or without one. Its own read-only connection; sees what is saved, never
/// more. One thread at a time. Read transactions are short (a long one would keep the WAL from being reset).
class Reader {
  public:
    static base::Result<Reader> open(const base::Path& file);
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// The cells of one entity, folded from its facts without those in quarantine or unknown to the schema. Empty when
    /// there are none.
    base::Result<model::Fields> read_entity(const Id& entity);
    /// The fact of (entity, field) with this stamp, also erased or quarantined.
    base::Result<std::optional<model::Fact>> read_fact(const Id& entity, std::string_view field,
                                                       const model::Stamp& at);
    base::Result<std::optional<model::Change>> read_change(const model::Place& place);
    /// Changes that touch the entity, oldest first.
    base::Result<std::vector<model::Change>> read_history(const Id& entity);
    /// Rows of a kind's table, deleted ones left out, ordered by entity id (= by birth). `most` 0 = all.
    base::Result<std::vector<TableRow>> read_rows(std::string_view kind, const std::vector<Where>& where = {},
                                                  std::size_t most = 0);
    /// Rows of the free boards that there are: one whose making was undone leaves its row behind.
    base::Result<std::vector<TableRow>> read_boards();
    /// Seqs of the trainer's last Changes to what lies on the board, by this node, newest first; neither its making nor
    /// undoing. Looks among the node's last some thousands.
    base::Result<std::vector<std::uint64_t>> read_board_changes(const Id& node, const Id& board, std::size_t most);
    /// The items that lie on a free board, in no special order: 10,000 in some tens of ms.
    base::Result<std::vector<model::Item>> read_board_items(const Id& board);
    /// What a list is made of: at most so many of its frames, then of its notes, texts and pictures, then of its lines.
    base::Result<std::vector<model::Item>> read_board_words(const Id& board, std::size_t most);
    /// board → how many items lie on it; boards without any are left out.
    base::Result<std::map<Id, std::size_t>> count_board_items();
    /// All that lies or lay last on the board, removed items too.
    base::Result<std::vector<Id>> read_board_ids(const Id& board);
    /// The facts of one entity that apply (invariants 6, 7), in no special order; erased ones too. `take` must not ask
    /// this reader.
    base::Done read_facts(const Id& entity, const std::function<void(const SeenFact&)>& take);
    /// Full-text search over searchable fields, newest first; unindexed changes included (invariant 11).
    base::Result<std::vector<Id>> search(std::string_view words, std::size_t most = 100);
    /// The highest running number among idea numbers that begin with `prefix` ("L26-"); 0 when there are none.
    base::Result<std::int64_t> highest_number(std::string_view prefix);
    base::Result<std::optional<std::string>> read_blob(std::string_view sha256_hex);
    /// A photo, shown or waiting; empty when there is none of this name.
    base::Result<std::optional<std::string>> read_photo(std::string_view sha256_hex);

    base::Result<SessionRows> read_session(const Id& session);
    /// node → last seq: the version vector (invariant 15).
    base::Result<std::map<Id, std::uint64_t>> read_heads();
    /// Totals for people and tests.
    base::Result<std::int64_t> count_facts();

  private:
    struct Inner;
    explicit Reader(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// The urn of a round that is still open, for a host that starts again; empty optional when there is none. The polls
/// that have urn files beside this register: find_urns.
base::Result<std::optional<UrnContent>> read_urn(const base::Path& register_file, const Id& poll);
std::vector<Id> find_urns(const base::Path& register_file);
/// Where the urn of this round lies while it is open.
base::Path urn_file(const base::Path& register_file, const Id& poll);

}  // namespace store
