#pragma once
#include <string>
#include <variant>
#include <vector>

#include "ui/desk.hpp"
#include "ui/scenes.hpp"
#include "ui/screen_board.hpp"

/// A free board on a desk, and a registrar that says yes to everything that is put on it. At zoom 1 with the board's
/// origin at the window's corner: places of the board are px of the window.
struct ToolsDesk {
    ToolsDesk() : desk([this](ui::Frame& frame) { draw(frame); }) {
        desk.look.host_now_ms = scenes::now_ms;
        take({}, true);
        screen.board = screen.placed = scenes::id(900);
        screen.camera = {{0, 0}, 1};
        screen.map_shown = false;
        desk.settle();
    }

    void draw(ui::Frame& frame) {
        ui::Intents out;
        ui::draw_board_screen(screen, view, canvas, frame, {0, 0, 1920, 968}, out);
        ui::draw_board_over(screen, view, canvas, frame, {0, 0, 1920, 968}, out);
        for (auto& one : out) {
            if (const auto* put = std::get_if<intents::PutItems>(&one); put != nullptr && answers) {
                take(put->items, false, put->gone);
            }
            all.push_back(std::move(one));
        }
    }
    void take(std::vector<model::Item> items, bool whole = false, std::vector<base::Id> gone = {}) {
        views::BoardNews news;
        news.board = scenes::id(900);
        news.whole = whole;
        news.put = std::move(items);
        news.gone = std::move(gone);
        canvas.take(news);
    }
    model::Item put(int number, base::Rect place, std::string text = {}, model::ItemType type = model::ItemType::note) {
        model::Item item;
        item.id = scenes::id(number);
        item.type = type;
        item.place = place;
        item.text = std::move(text);
        item.colour = type == model::ItemType::note ? "sol" : "";
        item.level = canvas.top_level();
        take({item});
        desk.settle();
        return item;
    }
    /// The deeds of that name since the last call.
    std::vector<intents::PutItems> taken(std::string_view deed) {
        std::vector<intents::PutItems> found;
        for (const auto& one : all) {
            const auto* put = std::get_if<intents::PutItems>(&one);
            if (put != nullptr && put->deed == deed) found.push_back(*put);
        }
        all.clear();
        return found;
    }
    intents::PutItems only(std::string_view deed) {
        auto found = taken(deed);
        REQUIRE_MESSAGE(found.size() == 1, deed, " was asked for ", found.size(), " times");
        return found.front();
    }
    model::Item only_item(std::string_view deed) {
        const auto put = only(deed);
        REQUIRE(put.items.size() == 1);
        return put.items.front();
    }
    /// The only deed of another kind.
    template <class Intent>
    Intent only() {
        std::vector<Intent> found;
        for (const auto& one : all) {
            if (const auto* intent = std::get_if<Intent>(&one)) found.push_back(*intent);
        }
        all.clear();
        REQUIRE(found.size() == 1);
        return found.front();
    }
    /// Chooses a tool, and puts its choices away.
    void choose(const std::string& tool) {
        desk.tap("tool/" + tool);
        screen.hands.work.flyout = false;
        desk.settle();
    }
    void menu(const std::string& item) { desk.tap("canvas/menu/" + item); }

    views::WallView view;
    ui::Canvas canvas;
    ui::BoardScreen screen;
    ui::Intents all;
    bool answers = true;
    Desk desk;
};
