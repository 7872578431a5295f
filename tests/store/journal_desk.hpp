#pragma once
#include "desk.hpp"
#include "store/file_schema.hpp"
#include "store/journal.hpp"

/// A register file opened for writing without thread and lock: for tests of the journal itself.
struct JournalDesk {
    Folder own;
    base::Path file = own / "register.iderum";
    std::int64_t now_ms = 1777626000000;
    std::unique_ptr<store::Db> db;
    std::unique_ptr<store::Journal> journal;
    base::Id node = base::new_id(now_ms);
    std::unique_ptr<model::HybridClock> clock;
    model::Cells none;

    JournalDesk() {
        open();
        clock = std::make_unique<model::HybridClock>(node, [this] { return now_ms; });
    }
    void open() {
        journal.reset();
        db.reset();
        auto opened = must(store::open_to_write(file, true, "FULL", ""));
        db = std::make_unique<store::Db>(std::move(opened.db));
        journal = std::make_unique<store::Journal>(must(store::Journal::open(*db, [this] { return now_ms; })));
    }
    /// A Change of any fields; `place.seq` left open.
    static model::Change change(model::HybridClock& by, const base::Id& entity,
                                const std::vector<std::pair<std::string, model::Value>>& fields) {
        model::Draft draft("seat", "change.test");
        for (const auto& [field, value] : fields) draft.set(entity, field, value);
        const model::Cells none;
        return std::move(draft).finish(none, by);
    }
    model::Change change(const base::Id& entity, const std::vector<std::pair<std::string, model::Value>>& fields) {
        return change(*clock, entity, fields);
    }
    bool append(model::Change& made) {
        auto transaction = must(store::Transaction::begin(*db));
        const bool fresh = must(journal->append(made));
        must(journal->commit(transaction));
        return fresh;
    }
    base::Result<bool> try_foreign(const model::Change& made) {
        auto transaction = must(store::Transaction::begin(*db));
        auto fresh = journal->append_foreign(made);
        if (fresh) {
            must(journal->commit(transaction));
        }
        return fresh;
    }
    model::Value column(const base::Id& entity, const std::string& kind, const std::string& column) {
        auto query = must(db->prepare("SELECT \"" + column + "\" FROM \"" + kind + "\" WHERE entity = ?"));
        return must(query.bind_blob(1, entity.bytes).step()) ? query.value(0) : model::Value{};
    }
};

/// Another host: makes Changes with place and chain, as they arrive in an exchange.
struct Elsewhere {
    model::HybridClock clock;
    model::Place last;
    model::Digest chain{};
    explicit Elsewhere(base::WallClock now, const base::Id& node = base::new_id(1)) : clock(node, std::move(now)) {
        last.node = node;
    }
    model::Change change(const base::Id& entity, const std::vector<std::pair<std::string, model::Value>>& fields) {
        return seal(JournalDesk::change(clock, entity, fields));
    }
    model::Change seal(model::Change made) {
        made.place = {last.node, ++last.seq};
        made.chain = chain = model::chain_of(chain, made);
        return made;
    }
};
