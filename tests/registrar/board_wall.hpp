#pragma once
#include <map>
#include <string>
#include <vector>

#include "registrar/wall_ear.hpp"

/// A wall that looks at one free board, and keeps its items as a wall does: by what it is told.
struct BoardWall : WallEar {
    Room room;
    base::Id board = base::new_id(1777618800000);
    std::map<base::Id, model::Item> items;

    BoardWall() {
        ask(intents::MakeBoard{board, "Nuläge", ""});
        look_at(board);
    }
    void look_at(const base::Id& which, std::optional<std::uint64_t> moment = std::nullopt) {
        views::WallScope scope;
        scope.board = which;
        scope.moment = moment;
        room.workshop().look(scope);
        hear();
    }
    void ask(const intents::Intent& intent) {
        room.workshop().deed(intent);
        hear();
    }
    /// The host goes down and comes up; the wall looks at the board again.
    void restart() {
        room.restart();
        items.clear();
        look_at(board);
    }
    void hear() {
        const auto before = news.size();
        WallEar::hear(room);
        follow(before);
    }
    /// What is told before the disk has it.
    void take() {
        const auto before = news.size();
        WallEar::take(room);
        follow(before);
    }

    model::Item note(const std::string& text, double x = 0) {
        model::Item note;
        note.id = base::new_id(room.now());
        note.place = {x, 0, 200, 200};
        note.text = text;
        return note;
    }
    /// A note that lies there now.
    model::Item put_note(const std::string& text, double x = 0) {
        auto made = note(text, x);
        put(made);
        return made;
    }
    void put(const model::Item& item, const std::string& deed = "put_items") {
        ask(intents::PutItems{board, deed, {item}});
    }
    void move(const base::Id& item, double x) {
        auto moved = items.at(item);
        moved.place.x = x;
        put(moved, "move_items");
    }
    double x_of(const base::Id& item) const { return items.at(item).place.x; }
    const views::BoardHead* find_head(const base::Id& id) const {
        for (const auto& head : view->boards) {
            if (head.id == id) return &head;
        }
        return nullptr;
    }
    std::string last_refusal() const { return refusals.empty() ? "" : refusals.back().error.what; }

  private:
    void follow(std::size_t from) {
        for (; from < news.size(); ++from) {
            if (news[from]->whole) items.clear();
            for (const auto& item : news[from]->put) items[item.id] = item;
            for (const auto& id : news[from]->gone) items.erase(id);
        }
    }
};
