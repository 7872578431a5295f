#pragma once
#include <string>
#include <utility>

#include "base/language.hpp"
#include "store/care.hpp"
#include "store/journal_reader.hpp"

namespace store {

/// The parts of `verify`, each over one snapshot of the file.
class Verifier {
  public:
    Verifier(Db& db, const Progress& progress) : reader_(db), progress_(progress) {}

    /// Rows of the journal: lengths and types, facts without their Change, numbering, guards.
    base::Done look_at_rows();
    /// Every node: contiguous, each link and each digest computed again.
    base::Done look_at_chains();
    /// What erasures say against what is and is not empty, and the quarantine.
    base::Done look_at_erasures();
    /// Derived tables against a fold of the journal (invariant 11).
    base::Done look_at_tables();
    /// Blobs against their names, those that the journal speaks of, and whether an erasure waits to be finished.
    base::Done look_at_blobs();
    /// SQLite's own check of pages and indexes.
    base::Done look_at_pages();
    /// Counts for the report and for the progress.
    base::Done count();

    VerifyReport& report() { return report_; }
    void fault(std::string sentence);

  private:
    base::Done look_at_chain(std::int64_t number, const Id& node);
    void look_at_change(const model::Change& change, const model::Digest& previous);
    base::Done tell(std::int64_t more);
    base::Result<std::int64_t> number(std::string_view sql);
    /// Runs a query whose first columns are node number and seq; `say(row, node, seq)` gives the sentence.
    template <class Say>
    base::Done each(std::string_view sql, const Say& say) {
        IR_TRY(auto rows, reader_.db().prepare(sql));
        for (;;) {
            IR_TRY(const bool row, rows.step());
            if (!row) return {};
            auto node = reader_.node_of(rows.integer(0));
            fault(say(rows, node ? node->text() : std::to_string(rows.integer(0)), std::to_string(rows.integer(1))));
        }
    }

    JournalReader reader_;
    const Progress& progress_;
    VerifyReport report_;
    std::int64_t done_ = 0;
    std::int64_t of_ = 0;
};

}  // namespace store
