#include "app/wall_feed.hpp"

#include <utility>

#include "ui/session.hpp"

namespace app {

void WallFeed::take() {
    for (auto& told : inbox_.take_all()) {
        for (auto& one : told) {
            if (auto* view = std::get_if<std::shared_ptr<const views::WallView>>(&one)) view_ = std::move(*view);
            if (auto* count = std::get_if<views::WallCount>(&one); count != nullptr && view_) {
                view_ = ui::with_count(*view_, *count);
            }
            if (auto* refusal = std::get_if<views::WallRefusal>(&one)) refusals_.push_back(std::move(*refusal));
            if (auto* news = std::get_if<std::shared_ptr<const views::BoardNews>>(&one)) {
                board_news_.push_back(std::move(*news));
            }
            if (auto* history = std::get_if<std::shared_ptr<const views::BoardHistory>>(&one)) {
                board_history_ = std::move(*history);
            }
            if (auto* past = std::get_if<std::shared_ptr<const views::SessionHistory>>(&one)) {
                session_history_ = std::move(*past);
            }
        }
    }
}

}  // namespace app
