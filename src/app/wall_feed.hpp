#pragma once
#include <deque>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "base/inbox.hpp"
#include "registrar/registrar.hpp"

namespace app {

/// What the registrar tells a wall, from its thread into that of the window.
class WallFeed {
  public:
    /// `wake`, from any thread: something has come in.
    explicit WallFeed(std::function<void()> wake) : inbox_(std::move(wake)) {}
    /// Where the registrar tells it. Lives no longer than the feed.
    std::function<void(std::vector<registrar::ToWall>)> end() {
        return [this](std::vector<registrar::ToWall> told) { inbox_.push(std::move(told)); };
    }

    /// Takes all that has come in. The window's thread, as all below.
    void take();
    /// None until the first has come.
    const std::shared_ptr<const views::WallView>& view() const { return view_; }
    std::deque<views::WallRefusal> take_refusals() { return std::exchange(refusals_, {}); }
    /// What is new on the free board that the wall looks at: each once and in order, for what is left out is lost.
    std::deque<std::shared_ptr<const views::BoardNews>> take_board_news() { return std::exchange(board_news_, {}); }
    /// The newest that came since the last call; null when none did.
    std::shared_ptr<const views::BoardHistory> take_board_history() { return std::exchange(board_history_, nullptr); }
    std::shared_ptr<const views::SessionHistory> take_session_history() {
        return std::exchange(session_history_, nullptr);
    }

  private:
    base::Inbox<std::vector<registrar::ToWall>> inbox_;
    std::shared_ptr<const views::WallView> view_;
    std::deque<views::WallRefusal> refusals_;
    std::deque<std::shared_ptr<const views::BoardNews>> board_news_;
    std::shared_ptr<const views::BoardHistory> board_history_;
    std::shared_ptr<const views::SessionHistory> session_history_;
};

}  // namespace app
