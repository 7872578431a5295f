#include "registrar/book.hpp"

namespace registrar {

Book::Book(store::Reader reader, model::HybridClock clock, std::uint64_t head,
           std::function<void(std::vector<store::Work>)> hand_over)
    : reader_(std::move(reader)),
      clock_(std::move(clock)),
      head_(head),
      room_head_(head),
      hand_over_(std::move(hand_over)) {}

base::Done Book::load(const Id& entity) {
    if (cells_.find(entity) != nullptr) return {};
    IR_TRY(auto fields, reader_.read_entity(entity));
    if (!fields.empty()) cells_.put(entity, std::move(fields));
    return {};
}

Book::Written Book::write(model::Draft draft, std::vector<store::SessionWrite> rows) {
    return put(std::move(draft).finish(cells_, clock_), std::move(rows));
}

Book::Written Book::put(model::Change change, std::vector<store::SessionWrite> rows) {
    if (change.facts.empty()) return {write_rows(std::move(rows)), {}};
    change.place.seq = ++head_;
    const auto& kind = change.facts.front().field;
    if (!kind.starts_with("item.") && !kind.starts_with("board.")) room_head_ = head_;
    for (const auto& fact : change.facts) model::merge(cells_, fact);
    const auto place = change.place;
    unsaved_facts_ += change.facts.size();
    unsaved_.push_back({last_ticket_ + 1, change});
    return {submit(store::Append{std::move(change), std::move(rows)}), place};
}

std::uint64_t Book::write_rows(std::vector<store::SessionWrite> rows) {
    if (rows.empty()) return last_ticket_;
    return submit(store::WriteRows{std::move(rows)});
}

std::uint64_t Book::submit(store::Deed deed) {
    queued_.push_back({++last_ticket_, std::move(deed)});
    return last_ticket_;
}

base::Result<Book::Undone> Book::undo(const model::Place& place, std::string author,
                                      std::vector<store::SessionWrite> rows) {
    IR_TRY(const auto done, read_change(place));
    return undo(done, std::move(author), std::move(rows));
}

base::Result<Book::Undone> Book::undo(const model::Change& done, std::string author,
                                      std::vector<store::SessionWrite> rows) {
    for (const auto& fact : done.facts) IR_DO(load(fact.entity));
    const auto prior = [this](const Id& entity, std::string_view field, const model::Stamp& at) {
        return find_fact(entity, field, at);
    };
    auto undo = model::plan_undo(done, cells_, prior, clock_, std::move(author));
    if (undo.change.facts.empty()) return base::refuse(base::Code::not_now, "nothing of it stands");
    return Undone{put(std::move(undo.change), std::move(rows)), undo.kept_for_others};
}

base::Result<model::Change> Book::read_change(const model::Place& place) {
    // Their numbers have no gaps.
    const auto first = unsaved_.empty() ? 0 : unsaved_.front().change.place.seq;
    if (place.node == clock_.node() && first != 0 && place.seq >= first && place.seq - first < unsaved_.size()) {
        return unsaved_[place.seq - first].change;
    }
    IR_TRY(auto found, reader_.read_change(place));
    if (!found) return base::refuse(base::Code::not_found, "change");
    return std::move(*found);
}

std::optional<model::Fact> Book::find_fact(const Id& entity, std::string_view field, const model::Stamp& at) {
    for (const auto& waiting : unsaved_) {
        for (const auto& fact : waiting.change.facts) {
            if (fact.entity == entity && fact.field == field && fact.stamp == at) return fact;
        }
    }
    auto found = reader_.read_fact(entity, field, at);
    return found ? *found : std::nullopt;
}

void Book::hand_over() {
    if (queued_.empty()) return;
    hand_over_(std::exchange(queued_, {}));
}

void Book::saved(std::uint64_t upto) {
    saved_upto_ = std::max(saved_upto_, upto);
    while (!unsaved_.empty() && unsaved_.front().ticket <= saved_upto_) {
        unsaved_facts_ -= unsaved_.front().change.facts.size();
        unsaved_.pop_front();
    }
}

}  // namespace registrar
