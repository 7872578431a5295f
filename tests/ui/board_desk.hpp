#pragma once
#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ui/wall_desk.hpp"

/// The wall with a free board open, and a registrar that says what a test wants it to say.
struct BoardDesk : WallDesk {
    static inline const base::Id board = scenes::id(7000);

    static views::BoardHead head(int number = 7000, std::string title = "Vad gör vi i vår?") {
        views::BoardHead head;
        head.id = scenes::id(number);
        head.session = scenes::id(900);
        head.title = std::move(title);
        head.items = 3;
        return head;
    }
    static views::WallView with_boards() {
        auto view = scenes::lobby();
        view.boards = {head(), head(7001, "Fikarasten")};
        view.boards[1].session = scenes::id(901);
        view.boards[1].session_title = "Vårens träff";
        return view;
    }
    static model::Item note(int number, base::Rect place, std::string text = "Byt tid på fikat") {
        model::Item item;
        item.id = scenes::id(number);
        item.place = place;
        item.level = "V000";
        item.colour = "himmel";
        item.text = std::move(text);
        return item;
    }
    static std::string zone(int number) { return "item/" + scenes::id(number).text(); }

    /// The board is open, and lies so that a px of the board is a px of the window.
    explicit BoardDesk(std::vector<model::Item> items, base::Size size = {1920, 1080}) : WallDesk(with_boards(), size) {
        ui::open_board(wall, board);
        tell(std::move(items), {}, true);
        wall.board.camera = {{0, 0}, 1};
        desk.wait(0.5);
    }
    void tell(std::vector<model::Item> put, std::vector<base::Id> gone = {}, bool whole = false) {
        auto news = std::make_shared<views::BoardNews>();
        news->board = board;
        news->whole = whole;
        news->put = std::move(put);
        news->gone = std::move(gone);
        news->can_undo = !whole;
        wall.board_news.push_back(std::move(news));
        desk.settle();
    }
    /// The registrar has done what was asked for.
    void obey(const intents::PutItems& deed) { tell(deed.items, deed.gone); }
    std::size_t zones_of_items() const {
        std::size_t count = 0;
        for (const auto& [name, rect] : desk.state.probed().zones) count += name.starts_with("item/") ? 1 : 0;
        return count;
    }
};

/// Counts what is drawn.
class CountingPainter final : public paint::Painter {
  public:
    using Painter::text;
    void fill(const base::Rect& area, double, base::Colour) override { add(area); }
    void stroke(const base::Rect& area, double, base::Colour, double) override { add(area); }
    void line(std::span<const base::Point> points, base::Colour, double) override {
        most = std::max(most, points.size());
        ++calls;
    }
    void polygon(std::span<const base::Point>, base::Colour) override { ++calls; }
    void circle(base::Point, double, base::Colour) override { ++calls; }
    void ring(base::Point, double, base::Colour, double) override { ++calls; }
    void shadow(const base::Rect&, double, double, double) override { ++shadows; }
    void text(const paint::TextLayout&, base::Point, base::Colour, double) override { ++texts; }
    void strip(std::span<const base::Point>, base::Colour) override { ++calls; }
    void photo(const paint::Photo&, const base::Rect&, const base::Rect&, double) override { ++calls; }
    void push_clip(const base::Rect&) override {}
    void pop_clip() override {}

    std::size_t calls = 0, texts = 0, shadows = 0, most = 0;

  private:
    void add(const base::Rect& area) {
        CHECK(std::isfinite(area.x + area.y + area.w + area.h));
        ++calls;
    }
};
