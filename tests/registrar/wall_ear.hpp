#pragma once
#include <memory>
#include <vector>

#include "registrar/room.hpp"

/// What a wall has been told.
struct WallEar {
    std::shared_ptr<const views::WallView> view;  // the newest
    std::shared_ptr<const views::BoardHistory> history;
    std::shared_ptr<const views::SessionHistory> past;  // of the session's own boards
    std::vector<views::WallRefusal> refusals;
    std::vector<views::WallCount> counts;
    std::vector<std::shared_ptr<const views::BoardNews>> news;

    /// Time enough for everything to be told.
    void hear(Room& room) {
        for (int i = 0; i < 3; ++i) {
            room.settle();
            room.pass(600);
        }
        room.settle();
        take(room);
    }
    /// What is told without any time.
    void take(Room& room) {
        for (auto& told : room.workshop().take_wall()) {
            if (auto* whole = std::get_if<std::shared_ptr<const views::WallView>>(&told)) view = *whole;
            if (auto* told_of = std::get_if<std::shared_ptr<const views::BoardHistory>>(&told)) history = *told_of;
            if (auto* told_of = std::get_if<std::shared_ptr<const views::SessionHistory>>(&told)) past = *told_of;
            if (auto* refusal = std::get_if<views::WallRefusal>(&told)) refusals.push_back(*refusal);
            if (auto* count = std::get_if<views::WallCount>(&told)) counts.push_back(*count);
            if (auto* fresh = std::get_if<std::shared_ptr<const views::BoardNews>>(&told)) news.push_back(*fresh);
        }
    }
};

inline std::shared_ptr<const views::WallView> newest_view(Room& room) {
    WallEar ear;
    ear.hear(room);
    REQUIRE(ear.view);
    return ear.view;
}
