#include "registrar/timeline.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "model/schema.hpp"

namespace registrar {
namespace {

constexpr std::uint32_t of_the_board = 0xffffffff;  // instead of an item
constexpr std::size_t most_touched = 100;

std::uint32_t item_column(std::string_view field) {
    return static_cast<std::uint32_t>(model::find_field(field) - model::find_kind("item")->fields.data());
}

bool is_items(const model::Fact& fact) {
    return fact.field.starts_with("item.") && model::find_field(fact.field) != nullptr;
}

/// Where one item is, in the course of time.
struct Whereabouts {
    bool on_board = false, has_type = false, deleted = false;
    bool is_there() const { return on_board && has_type && !deleted; }
};

}  // namespace

std::uint64_t moment_of(const model::Stamp& stamp) {
    return (static_cast<std::uint64_t>(stamp.ms) << 20U) | std::min<std::uint64_t>(stamp.counter, 0xfffff);
}

base::Result<Timeline> Timeline::begin(Book& book, const Id& board, std::optional<Id> only) {
    Timeline timeline(board);
    auto& reader = book.reader();
    if (only) {
        timeline.alone_ = true;
        timeline.item_number(*only);
    } else {
        std::vector<model::Place> partings;
        IR_DO(reader.read_facts(board, [&timeline, &partings](const store::SeenFact& seen) {
            if (!seen.fact.field.starts_with("board.")) return;
            timeline.take(seen.fact, timeline.change_number(seen.place, seen.at_ms, seen.author, seen.label));
            if (seen.fact.field == "board.parted_at") partings.push_back(seen.place);
        }));
        IR_TRY(const auto here, reader.read_board_ids(board));
        for (const auto& id : here) timeline.item_number(id);
        for (const auto& place : partings) {
            IR_TRY(const auto parting, reader.read_change(place));
            if (!parting) continue;
            for (const auto& fact : parting->facts) {
                if (fact.field == "item.board") timeline.item_number(fact.entity);
            }
        }
        book.each_unsaved([&timeline](const model::Change& change) { timeline.note_arrivals(change); });
    }
    timeline.todo_ = timeline.items_;
    book.each_unsaved([&timeline](const model::Change& change) { timeline.add(change); });
    timeline.stale_ = false;
    return timeline;
}

base::Result<bool> Timeline::read_some(Book& book, int most_ms) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(most_ms);
    settled_ = false;
    for (std::size_t read = 0; !todo_.empty(); ++read) {
        if (read % 16 == 15 && std::chrono::steady_clock::now() > until) return false;
        IR_DO(book.reader().read_facts(todo_.back(), [this](const store::SeenFact& seen) {
            if (!is_items(seen.fact)) return;
            take(seen.fact, change_number(seen.place, seen.at_ms, seen.author, seen.label));
        }));
        todo_.pop_back();
    }
    return true;
}

base::Done Timeline::read_all(Book& book) {
    while (!is_complete()) IR_DO(read_some(book, 1000));
    return {};
}

std::uint32_t Timeline::change_number(const model::Place& place, std::int64_t at_ms, std::string_view author,
                                      std::string_view label) {
    const auto [at, fresh] = change_numbers_.try_emplace(place, static_cast<std::uint32_t>(changes_.size()));
    if (fresh) changes_.push_back({at_ms, std::string(author), std::string(label)});
    return at->second;
}

std::uint32_t Timeline::item_number(const Id& item) {
    const auto [at, fresh] = item_numbers_.try_emplace(item, static_cast<std::uint32_t>(items_.size()));
    if (fresh) items_.push_back(item);
    return at->second;
}

void Timeline::take(const model::Fact& fact, std::uint32_t change) {
    if (!is_items(fact)) {
        events_.push_back({fact.stamp, change, of_the_board, 0, {}});
        return;
    }
    auto value = fact.erased ? model::Value{} : fact.value;
    events_.push_back({fact.stamp, change, item_number(fact.entity), item_column(fact.field), std::move(value)});
}

/// What this Change lays on the board is of its history from now on.
void Timeline::note_arrivals(const model::Change& change) {
    for (const auto& fact : change.facts) {
        if (fact.field == "item.board" && model::id_of(fact.value) == board_) item_number(fact.entity);
    }
}

void Timeline::add(const model::Change& change) {
    if (!alone_) {
        const auto known = items_.size();
        note_arrivals(change);
        const auto born = std::count_if(change.facts.begin(), change.facts.end(), [this, known](const auto& fact) {
            if (fact.field != "item.type") return false;
            const auto found = item_numbers_.find(fact.entity);
            return found != item_numbers_.end() && found->second >= known;
        });
        if (static_cast<std::size_t>(born) < items_.size() - known) stale_ = true;
    }
    for (const auto& fact : change.facts) {
        const bool ours = is_items(fact) ? knows(fact.entity) : fact.entity == board_ && !alone_;
        if (ours) take(fact, change_number(change.place, change.at_ms, change.author, change.label));
    }
    settled_ = false;
}

/// In order of time; what was read from the disk and heard of as well stands once.
void Timeline::settle() {
    if (settled_) return;
    settled_ = true;
    const auto key = [](const Event& event) { return std::tie(event.stamp, event.item, event.column); };
    const auto before = [&key](const Event& a, const Event& b) { return key(a) < key(b); };
    if (!std::is_sorted(events_.begin(), events_.end(), before)) std::sort(events_.begin(), events_.end(), before);
    const auto same = [&key](const Event& a, const Event& b) { return key(a) == key(b); };
    events_.erase(std::unique(events_.begin(), events_.end(), same), events_.end());
}

std::vector<views::BoardMoment> Timeline::moments() {
    settle();
    static const auto board_column = item_column("item.board"), type_column = item_column("item.type"),
                      deleted_column = item_column("item.deleted");
    std::vector<std::size_t> last_events(changes_.size());
    for (std::size_t i = 0; i < events_.size(); ++i) last_events[events_[i].change] = i;
    std::vector<views::BoardMoment> open(changes_.size());
    std::vector<bool> counts(changes_.size());  // it did something to this board
    std::vector<Whereabouts> items(items_.size());
    std::vector<views::BoardMoment> moments;
    std::size_t there = 0;
    for (std::size_t i = 0; i < events_.size(); ++i) {
        const auto& event = events_[i];
        auto& moment = open[event.change];
        if (event.item == of_the_board) {
            counts[event.change] = true;
        } else {
            auto& item = items[event.item];
            const bool was = item.is_there();
            if (event.column == board_column) item.on_board = model::id_of(event.value) == board_;
            if (event.column == type_column) {
                item.has_type = model::parse_item_type(model::text_of(event.value)).has_value();
            }
            if (event.column == deleted_column) item.deleted = model::int_of(event.value) == 1;
            const bool is = item.is_there();
            there = there + (is ? 1 : 0) - (was ? 1 : 0);
            if (was || is) {
                counts[event.change] = true;
                auto& touched = moment.touched;
                const auto& id = items_[event.item];
                const bool told = std::find(touched.rbegin(), touched.rend(), id) != touched.rend();
                if (!told && touched.size() < most_touched) touched.push_back(id);
            }
        }
        if (last_events[event.change] != i || !counts[event.change]) continue;
        const auto& header = changes_[event.change];
        moment.seq = moment_of(event.stamp);
        moment.at_ms = header.at_ms;
        moment.label = header.label;
        moment.author = header.author;
        moment.items = there;
        moments.push_back(std::move(moment));
    }
    return moments;
}

std::vector<model::Item> Timeline::items_at(std::uint64_t moment) {
    settle();
    static const auto board_column = item_column("item.board");
    const auto columns = model::find_kind("item")->fields.size();
    std::vector<const model::Value*> values(items_.size() * columns);
    for (const auto& event : events_) {
        if (moment != 0 && moment_of(event.stamp) > moment) break;
        if (event.item == of_the_board) continue;
        values[event.item * columns + event.column] = model::is_set(event.value) ? &event.value : nullptr;
    }
    std::vector<model::Item> items;
    for (std::size_t number = 0; number < items_.size(); ++number) {
        const auto own = std::span(values).subspan(number * columns, columns);
        if (own[board_column] == nullptr || model::id_of(*own[board_column]) != board_) continue;
        if (auto item = model::read_item(items_[number], own)) items.push_back(std::move(*item));
    }
    return items;
}

}  // namespace registrar
