#pragma once
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "folder.hpp"
#include "model/draft.hpp"
#include "must.hpp"
#include "store/binding.hpp"
#include "store/care.hpp"
#include "store/file_schema.hpp"
#include "store/journal.hpp"
#include "store/lock.hpp"
#include "store/search_index.hpp"

/// Registers on disk for the tests of their care.
namespace care {

using base::Id;

/// An empty folder, in memory where there is such a place: these tests are about content, not about disks.
struct CareFolder : Folder {
    CareFolder() : Folder(::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path()) {}
};

inline constexpr std::int64_t morning_ms = 1'777'600'000'000;  // 2026-05-01

/// One municipality's machine: a clock and a state folder.
struct Machine {
    CareFolder* folder;
    std::string name;
    std::int64_t* now_ms;
    store::OpenOptions options(const std::string& file) const {
        store::OpenOptions options;
        options.file = *folder / file;
        options.state_folder = *folder / (name + "-state");
        std::filesystem::create_directories(options.state_folder);
        options.now = [now = now_ms] { return ++*now; };
        return options;
    }
};

/// A register opened for writing, as a host would, but in the test's own thread.
class Pen {
  public:
    /// `node`: writes under this id whatever the binding says, as a cloned machine would.
    explicit Pen(const store::OpenOptions& options, std::optional<Id> node = {})
        : lock_(must(store::FileLock::take(options.file))),
          db_(std::make_unique<store::Db>(must(store::open_to_write(options.file, true, "NORMAL", "")).db)),
          journal_(std::make_unique<store::Journal>(must(store::Journal::open(*db_, options.now)))),
          now_(options.now) {
        if (!node) binding_.emplace(must(store::Binding::bind(options.state_folder, *journal_, options.now)));
        clock_.emplace(node ? *node : binding_->node(), options.now);
        clock_->see(journal_->greatest());
    }
    ~Pen() {
        store::SearchIndex index(*db_);
        must(index.catch_up(100000));
    }

    const Id& node() const { return clock_->node(); }
    store::Db& db() { return *db_; }
    store::Journal& journal() { return *journal_; }
    model::HybridClock& clock() { return *clock_; }

    model::Change write(model::Change change) {
        auto transaction = must(store::Transaction::begin(*db_));
        change.place.seq = 0;
        must(journal_->append(change));
        must(journal_->commit(transaction));
        if (binding_) binding_->note(must(journal_->head(node())));
        return change;
    }
    model::Change set(const Id& entity, const std::vector<std::pair<std::string, model::Value>>& values,
                      const std::string& label = "change.edit_note") {
        model::Draft draft("seat", label);
        model::Cells cells;
        cells.put(entity, must(journal_->reader().read_entity(entity)));
        for (const auto& [field, value] : values) draft.set(entity, field, value);
        return write(std::move(draft).finish(cells, *clock_));
    }
    Id add_note(const std::string& text) {
        const auto note = base::new_id(now_());
        set(note, {{"note.text", text}, {"note.type", std::string("idea")}, {"note.block", std::string("ideer")}},
            "change.add_note");
        return note;
    }
    std::string text_of(const Id& entity, const std::string& field = "note.text") {
        const auto fields = must(journal_->reader().read_entity(entity));
        const auto cell = fields.find(field);
        return cell == fields.end() ? "" : model::text_of(cell->second.value);
    }
    void foreign(const model::Change& change) {
        auto transaction = must(store::Transaction::begin(*db_));
        must(journal_->append_foreign(change));
        must(journal_->commit(transaction));
    }

  private:
    store::FileLock lock_;
    std::unique_ptr<store::Db> db_;
    std::unique_ptr<store::Journal> journal_;
    base::WallClock now_;
    std::optional<store::Binding> binding_;
    std::optional<model::HybridClock> clock_;
};

/// Everything that the journal says, in an order that does not depend on the file: what "equal files" means.
inline std::string journal_text(const base::Path& file) {
    std::map<std::pair<std::string, std::uint64_t>, std::string> changes;
    must(store::read_log(file, [&changes](const model::Change& change) {
        std::string line = base::to_hex(change.chain) + change.id.text() + std::to_string(change.at_ms) +
                           change.author + change.label + std::to_string(change.schema_version);
        if (change.reverses) line += change.reverses->node.text() + std::to_string(change.reverses->seq);
        for (const auto& fact : change.facts) {
            line += "\n  " + fact.entity.text() + fact.field + base::to_hex(model::canonical(fact.value)) +
                    base::to_hex(fact.salt) + base::to_hex(fact.digest) + base::to_hex(model::to_bytes(fact.stamp)) +
                    base::to_hex(model::to_bytes(fact.prior_at)) + (fact.erased ? " erased" : "");
            if (fact.stands_for) line += base::to_hex(model::to_bytes(*fact.stands_for));
        }
        changes[{change.place.node.text(), change.place.seq}] = line;
        return true;
    }));
    auto db = must(store::open_to_read(file));
    std::string all;
    for (const auto& [place, line] : changes) all += place.first + " " + std::to_string(place.second) + line + "\n";
    auto blobs = must(db.prepare("SELECT sha256, media_type FROM blob ORDER BY sha256"));
    while (must(blobs.step())) all += blobs.text(0) + blobs.text(1) + "\n";
    return all;
}

/// The faults that verify finds, as one text; empty when the file is sound.
inline std::string faults_of(const base::Path& file) {
    std::string all;
    for (const auto& fault : must(store::verify(file)).faults) all += fault + "\n";
    return all;
}

/// Files in a folder and below whose raw bytes hold the text.
inline std::vector<std::string> files_with(const base::Path& folder, const std::string& text) {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        if (must(base::read_file(entry.path())).find(text) != std::string::npos) {
            found.push_back(entry.path().filename().string());
        }
    }
    return found;
}

}  // namespace care
