#pragma once
#include <utility>

#include "store/journal_reader.hpp"
#include "store/prepared.hpp"
#include "store/reader.hpp"
#include "store/search_index.hpp"

namespace store {

/// A read transaction over several queries, so that they see one state; ends when it goes out of scope.
class Snapshot {
  public:
    explicit Snapshot(Db& db) : db_(&db), open_(db.execute("BEGIN").has_value()) {}
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot() {
        if (open_) (void)db_->execute("COMMIT");
    }

  private:
    Db* db_;
    bool open_;
};

struct Reader::Inner {
    Db db;
    JournalReader journal;
    Prepared prepared;
    SearchIndex index;
    /// A file that is older than a kind gets its table when it is opened for writing.
    base::Result<bool> has_table(std::string_view name) {
        IR_TRY(auto known, prepared.use("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"));
        return known->bind_text(1, name).step();
    }
    explicit Inner(Db given) : db(std::move(given)), journal(db), prepared(db), index(db) {}
};

}  // namespace store
