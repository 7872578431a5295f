// Taking back what was done on free boards. What somebody has changed since stays.
#include <algorithm>
#include <map>
#include <set>

#include "model/board_form.hpp"
#include "registrar/boards.hpp"

namespace registrar {
namespace {

constexpr std::size_t most_remembered = 100;   // Changes of a board, from before the start
constexpr std::size_t most_asked_facts = 200;  // of one of them

model::Stamp last_stamp(const model::Change& change) {
    model::Stamp last;
    for (const auto& fact : change.facts) last = std::max(last, fact.stamp);
    return last;
}

}  // namespace

base::Result<Book::Undone> Boards::undo(const model::Change& done) {
    std::set<Id> items, boards;
    for (const auto& fact : done.facts) {
        if (fact.field.starts_with("item.")) items.insert(fact.entity);
        if (fact.field.starts_with("board.")) boards.insert(fact.entity);
    }
    for (const auto& item : items) IR_DO(warm(item));
    const std::vector<Id> touched(items.begin(), items.end());
    const auto before = lie_on(touched);
    IR_TRY(auto undone, book_.undo(done, "trainer"));
    // What an undo reverses was done before, or is an undo itself.
    undone_ = {undone_.count + 1, done.label, done.reverses.has_value()};
    for (auto place = done.reverses; place;) {
        const auto first = book_.read_change(*place);
        if (!first) break;
        undone_.label = first->label;
        if ((place = first->reverses)) undone_.again = !undone_.again;
    }
    for (const auto& board : boards) IR_DO(read_head(board));
    follow(touched, before, undone.written);
    news_due_ = news_due_ || !items.empty() || !boards.empty();
    return undone;
}

Judged Boards::judge(const intents::UndoBoard& wish, const Id& /*session*/) {
    const auto found = boards_.find(wish.board);
    if (found == boards_.end()) return base::refuse(base::Code::not_found, "board");
    auto& board = found->second;
    news_due_ = true;
    if (board.removed) {
        // Then the removal is what is taken back.
        if (wish.redo || !board.removal) return base::refuse(base::Code::not_now, wish.redo ? "no_redo" : "no_undo");
        IR_TRY(const auto removal, book_.read_change(*board.removal));
        const auto undone = undo(removal);
        if (!undone) return base::refuse(base::Code::not_now, "no_undo");
        board.removal.reset();
        return Answer{undone->written.ticket, {}};
    }
    if (!wish.redo) IR_DO(remember_done(wish.board));
    auto& from = wish.redo ? board.undone : board.done;
    auto& to = wish.redo ? board.done : board.undone;
    // What does not stand any more is passed over.
    while (!from.empty()) {
        const auto place = from.back();
        from.pop_back();
        const auto done = book_.read_change(place);
        if (!done) continue;
        const auto undone = undo(*done);
        if (!undone) continue;
        to.push_back(undone->written.place);
        return Answer{undone->written.ticket, {}};
    }
    return base::refuse(base::Code::not_now, wish.redo ? "no_redo" : "no_undo");
}

base::Result<bool> Boards::still_stands(const model::Change& change) {
    std::map<Id, model::Fields> read;
    std::size_t asked = 0;
    for (const auto& fact : change.facts) {
        // A large one is not read through: undo passes over what does not stand.
        if (++asked > most_asked_facts) return true;
        const auto* fields = book_.cells().find(fact.entity);
        if (fields == nullptr) {
            const auto [at, fresh] = read.try_emplace(fact.entity);
            if (fresh) {
                IR_TRY(at->second, book_.reader().read_entity(fact.entity));
            }
            fields = &at->second;
        }
        const auto cell = fields->find(fact.field);
        if (cell != fields->end() && cell->second.stands_for == fact.stands_for.value_or(fact.stamp)) return true;
    }
    return false;
}

base::Done Boards::remember_done(const Id& id) {
    const auto found = boards_.find(id);
    if (found == boards_.end()) return {};
    auto& board = found->second;
    if (board.is_history_read || !board.done.empty()) return {};
    const auto& node = book_.clock().node();
    IR_TRY(const auto numbers, book_.reader().read_board_changes(node, id, most_remembered));
    std::vector<model::Place> done;
    for (const auto seq : numbers) {
        const model::Place place{node, seq};
        // Only of the last one it must be sure: whether there is anything to undo.
        if (done.empty()) {
            IR_TRY(const auto change, book_.read_change(place));
            IR_TRY(const bool stands, still_stands(change));
            if (!stands) continue;
        }
        done.push_back(place);
    }
    std::reverse(done.begin(), done.end());
    board.done = std::move(done);
    board.is_history_read = true;
    return {};
}

base::Result<std::vector<model::Change>> Boards::read_own_changes(const Id& item) {
    std::map<model::Place, model::Change> found;
    const auto& node = book_.clock().node();
    const auto add = [&found, &item](const model::Place& place, const model::Fact& fact) {
        if (fact.entity != item || !fact.field.starts_with("item.")) return;
        auto& change = found[place];
        change.place = place;
        // A Change may be read from the disk while it is not known to be saved.
        const auto same = [&fact](const model::Fact& other) { return other.field == fact.field; };
        if (std::none_of(change.facts.begin(), change.facts.end(), same)) change.facts.push_back(fact);
    };
    IR_DO(book_.reader().read_facts(item, [&add, &node](const store::SeenFact& seen) {
        if (!seen.is_undo && seen.place.node == node) add(seen.place, seen.fact);
    }));
    book_.each_unsaved([&add](const model::Change& change) {
        if (change.reverses) return;
        for (const auto& fact : change.facts) add(change.place, fact);
    });
    std::vector<model::Change> changes;
    for (auto& one : found) changes.push_back(std::move(one.second));
    std::sort(changes.begin(), changes.end(),
              [](const model::Change& a, const model::Change& b) { return last_stamp(b) < last_stamp(a); });
    return changes;
}

base::Done Boards::add_said(const Id& item, model::Change& change) {
    IR_TRY(const auto whole, book_.read_change(change.place));
    for (const auto& fact : whole.facts) {
        if (fact.entity == item || !fact.field.starts_with("item.")) continue;
        IR_DO(warm(fact.entity));
        const auto about = model::parse_row_field(book_.cells().text(fact.entity, "item.slot"));
        if (about && about->row == item) change.facts.push_back(fact);
    }
    return {};
}

Judged Boards::judge(const intents::UndoItem& wish, const Id& /*session*/) {
    IR_DO(find(wish.board));
    IR_DO(warm(wish.item));
    if (book_.cells().id(wish.item, "item.board") != wish.board) return base::refuse(base::Code::not_found, "item");
    IR_TRY(auto changes, read_own_changes(wish.item));
    // What was undone already, or changed again, does not stand any more.
    for (auto& change : changes) {
        IR_DO(add_said(wish.item, change));
        const auto undone = undo(change);
        if (!undone) continue;
        can_be_undone(wish.board, undone->written.place);
        return Answer{undone->written.ticket, {}};
    }
    return base::refuse(base::Code::not_now, "no_undo");
}

}  // namespace registrar
