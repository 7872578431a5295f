// What the wall is told of the free board that it looks at: all of it first, then what is new.
#include <algorithm>

#include "registrar/boards.hpp"

namespace registrar {

void Boards::look(const std::optional<Id>& board, const std::optional<std::uint64_t>& moment) {
    if (looked_at_ != board) {
        looked_at_ = board;
        whole_due_ = board.has_value();
        touched_.clear();
        timeline_.reset();
        moment_due_ = true;
    }
    if (moment_ != moment) moment_due_ = true;
    moment_ = moment;
    if (!moment_) timeline_.reset();
}

base::Result<std::vector<model::Item>> Boards::read_items(const Id& board) {
    IR_TRY(auto items, book_.reader().read_board_items(board));
    return with_newer(board, std::move(items));
}

std::vector<model::Item> Boards::with_newer(const Id& board, std::vector<model::Item> items) const {
    std::erase_if(items, [this](const model::Item& item) { return warm_.contains(item.id); });
    for (const auto& [id, ticket] : warm_) {
        if (lies_on(id) != board) continue;
        if (auto item = model::read_item(id, *book_.cells().find(id))) items.push_back(std::move(*item));
    }
    return items;
}

base::Result<views::BoardNews> Boards::plan_news() {
    views::BoardNews news;
    news.board = *looked_at_;
    news.whole = whole_due_;
    IR_DO(remember_done(news.board));
    if (const auto found = boards_.find(news.board); found != boards_.end()) {
        news.can_undo = !found->second.done.empty();
        news.can_redo = !found->second.undone.empty();
    }
    if (whole_due_) {
        IR_TRY(news.put, read_items(news.board));
        return news;
    }
    std::sort(touched_.begin(), touched_.end());
    touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
    for (const auto& id : touched_) {
        const bool here = warm(id) && lies_on(id) == news.board;
        auto item = here ? model::read_item(id, *book_.cells().find(id)) : std::nullopt;
        if (item) {
            news.put.push_back(std::move(*item));
        } else {
            news.gone.push_back(id);
        }
    }
    return news;
}

std::vector<ToWall> Boards::take_news(std::int64_t now_ms) {
    std::vector<ToWall> told;
    if (looked_at_ && (whole_due_ || news_due_ || !touched_.empty())) {
        // When the disk refuses it is tried again at the next turn.
        if (auto news = plan_news()) {
            told.emplace_back(std::make_shared<const views::BoardNews>(std::move(*news)));
            whole_due_ = news_due_ = false;
            touched_.clear();
        }
    }
    add_history(now_ms, told);
    let_go_of_saved();
    return told;
}

std::optional<int> Boards::next_news_ms() const {
    if (!looked_at_) return std::nullopt;
    if (timeline_ && !timeline_->is_complete()) return 1;
    if (whole_due_ || (moment_ && !timeline_) || !touched_.empty() || history_due_) return 50;
    return std::nullopt;
}

}  // namespace registrar
