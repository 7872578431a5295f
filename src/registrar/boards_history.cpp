// How free boards were: told to the wall, and brought back.
#include <algorithm>
#include <unordered_map>

#include "base/language.hpp"
#include "registrar/boards.hpp"

namespace registrar {
namespace {

constexpr int read_at_once_ms = 15;             // of a history, while tablets wait
constexpr std::int64_t history_every_ms = 300;  // when something is done on the board meanwhile

}  // namespace

base::Result<std::vector<model::Item>> Boards::items_then(const intents::RestoreBoard& wish) {
    const bool is_open = looked_at_ == wish.board && timeline_ && timeline_->is_complete() && !timeline_->is_stale();
    if (!wish.item && is_open) return timeline_->items_at(wish.moment);
    IR_TRY(auto timeline, Timeline::begin(book_, wish.board, wish.item));
    IR_DO(timeline.read_all(book_));
    return timeline.items_at(wish.moment);
}

Judged Boards::judge(const intents::RestoreBoard& wish, const Id& /*session*/) {
    IR_TRY(const auto* board, find(wish.board));
    std::unordered_map<Id, model::Item, base::IdHash> now;
    if (wish.item) {
        IR_DO(warm(*wish.item));
        const auto* fields = book_.cells().find(*wish.item);
        if (fields == nullptr) return base::refuse(base::Code::not_found, "item");
        const bool here = lies_on(*wish.item) == wish.board;
        if (!here && !lies_on(*wish.item).empty()) return base::refuse(base::Code::not_found, "item");
        if (auto item = here ? model::read_item(*wish.item, *fields) : std::nullopt) now.emplace(item->id, *item);
    } else {
        IR_TRY(auto items, read_items(wish.board));
        for (auto& item : items) now.emplace(item.id, std::move(item));
    }
    IR_TRY(const auto then, items_then(wish));
    model::Draft draft("trainer", "change.restore_board");
    std::vector<Id> touched;
    std::size_t come = 0;
    for (const auto& item : then) {
        const auto stands = now.find(item.id);
        const bool same = stands != now.end() && stands->second == item;
        if (stands == now.end()) ++come;
        if (stands != now.end()) now.erase(stands);
        if (same) continue;
        IR_DO(warm(item.id));
        // What has gone to another board since stays there.
        if (const auto lies = lies_on(item.id); !lies.empty() && lies != wish.board) continue;
        model::put_item(draft, wish.board, item);
        touched.push_back(item.id);
    }
    for (const auto& [id, item] : now) {
        IR_DO(warm(id));
        model::remove_item(draft, id);
        touched.push_back(id);
    }
    if (board->head.items + come > model::most_items + now.size()) {
        return base::refuse(base::Code::too_many, "board", base::tr("boards.full"));
    }
    IR_TRY(const auto written, write(std::move(draft), touched));
    can_be_undone(wish.board, written.place);
    return Answer{written.ticket, {}};
}

void Boards::add_history(std::int64_t now_ms, std::vector<ToWall>& news) {
    if (!moment_ || !looked_at_) return;
    if (timeline_ && timeline_->is_stale()) timeline_.reset();
    if (!timeline_) {
        auto begun = Timeline::begin(book_, *looked_at_);
        if (!begun) return;  // tried again at the next turn
        timeline_.emplace(std::move(*begun));
        moment_due_ = true;
    }
    if (!timeline_->is_complete()) {
        const auto read = timeline_->read_some(book_, read_at_once_ms);
        if (!read || !*read) return;
    }
    const bool just_now = now_ms - history_at_ms_ < history_every_ms && now_ms >= history_at_ms_;
    if (!moment_due_ && (!history_due_ || just_now)) return;
    moment_due_ = history_due_ = false;
    history_at_ms_ = now_ms;
    auto history = std::make_shared<views::BoardHistory>();
    history->board = *looked_at_;
    history->moments = timeline_->moments();
    history->items = timeline_->items_at(*moment_);
    const bool is_newest = *moment_ == 0 && !history->moments.empty();
    history->shown = is_newest ? history->moments.back().seq : *moment_;
    news.emplace_back(std::shared_ptr<const views::BoardHistory>(std::move(history)));
}

}  // namespace registrar
