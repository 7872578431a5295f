#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "model/board.hpp"
#include "ui/scenes.hpp"

/// Does what is asked of it on a board, tells of it late, and remembers what each item was.
struct LateRegistrar {
    struct Told {
        std::vector<model::Item> put;
        std::vector<base::Id> gone;
    };
    std::map<base::Id, model::Item> items;
    std::map<base::Id, std::vector<std::optional<model::Item>>> before;  // the last at the end; none: it was not there
    std::deque<Told> untold;

    /// Lies there from the beginning.
    model::Item& lay(int number, base::Rect place, model::ItemType type = model::ItemType::note) {
        auto& item = items[scenes::id(number)];
        item.id = scenes::id(number);
        item.type = type;
        item.place = place;
        if (type == model::ItemType::note) item.colour = "sol";
        if (type == model::ItemType::stamp) item.means = "heart";
        if (type != model::ItemType::stamp) item.text = "Lapp " + std::to_string(number);
        item.level = "V0" + std::to_string(10 + number);
        return item;
    }
    void put(const std::vector<model::Item>& changed, const std::vector<base::Id>& gone = {}) {
        for (const auto& item : changed) {
            remember(item.id);
            items[item.id] = item;
        }
        for (const auto& id : gone) {
            if (!items.contains(id)) continue;
            remember(id);
            items.erase(id);
        }
        untold.push_back({changed, gone});
    }
    bool can_undo(const base::Id& id) const { return before.contains(id) && !before.at(id).empty(); }
    void undo(const base::Id& id) {
        const auto was = before.at(id).back();
        before.at(id).pop_back();
        if (was) {
            items[id] = *was;
            untold.push_back({{*was}, {}});
        } else {
            items.erase(id);
            untold.push_back({{}, {id}});
        }
    }

  private:
    void remember(const base::Id& id) {
        const auto found = items.find(id);
        before[id].push_back(found == items.end() ? std::nullopt : std::optional(found->second));
    }
};
