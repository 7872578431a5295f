#pragma once
#include <string>
#include <variant>
#include <vector>

#include "ui/desk.hpp"
#include "ui/scenes.hpp"
#include "ui/wall.hpp"

/// The whole wall on a desk, with a view that a test may change between frames, and what hands asked for.
struct WallDesk {
    explicit WallDesk(views::WallView view_, base::Size size = {1920, 1080})
        : view(std::move(view_)), desk([this](ui::Frame& frame) { draw(frame); }, size) {
        desk.look.host_now_ms = scenes::now_ms;
    }

    void draw(ui::Frame& frame) {
        asked.clear();
        ui::draw_wall(wall, view, frame, commands, asked);
        all.insert(all.end(), asked.begin(), asked.end());
    }
    void enter() {
        wall.place = ui::Wall::Place::session;
        desk.settle();
    }
    /// The only deed of this kind that was asked for since the last call.
    template <class Intent>
    Intent take() {
        std::vector<Intent> found;
        for (const auto& one : all) {
            if (const auto* intent = std::get_if<Intent>(&one)) found.push_back(*intent);
        }
        all.clear();
        REQUIRE_MESSAGE(found.size() == 1, "asked ", found.size(), " times");
        return found.front();
    }

    views::WallView view;
    ui::Wall wall;
    ui::Commands commands;
    ui::Intents asked, all;
    Desk desk;
};
