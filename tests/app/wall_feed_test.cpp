#include "app/wall_feed.hpp"

#include <doctest/doctest.h>

TEST_CASE("news of a free board reach the wall each once and in order, of its history the newest") {
    app::WallFeed feed([] {});
    const auto end = feed.end();
    const auto news = [](bool whole) {
        auto made = std::make_shared<views::BoardNews>();
        made->whole = whole;
        return std::shared_ptr<const views::BoardNews>(std::move(made));
    };
    const auto history = [](std::uint64_t shown) {
        auto made = std::make_shared<views::BoardHistory>();
        made->shown = shown;
        return std::shared_ptr<const views::BoardHistory>(std::move(made));
    };
    const auto first = news(true), second = news(false), third = news(false);
    end({first, history(1)});
    end({second, history(2), third});
    feed.take();
    CHECK(feed.take_board_news() == std::deque{first, second, third});
    CHECK(feed.take_board_news().empty());
    CHECK(feed.take_board_history()->shown == 2);
    CHECK(feed.take_board_history() == nullptr);
}

TEST_CASE("of the session's history too the newest reaches the wall, once") {
    app::WallFeed feed([] {});
    const auto end = feed.end();
    const auto past = [](std::uint64_t shown) {
        auto made = std::make_shared<views::SessionHistory>();
        made->shown = shown;
        return std::shared_ptr<const views::SessionHistory>(std::move(made));
    };
    end({past(1)});
    end({past(2)});
    feed.take();
    CHECK(feed.take_session_history()->shown == 2);
    CHECK(feed.take_session_history() == nullptr);
}
