#pragma once
#include "registrar/board_wall.hpp"
#include "trial_form.hpp"
#include "views/board_rows.hpp"

/// A room of people at tables, and a template whose boards the tables fill in.
struct TableRoom : BoardWall {
    model::BoardForm form;
    std::vector<base::Id> boards;  // by table, from the first

    explicit TableRoom(int tables = 2, bool moderation = false, std::optional<model::FormClock> clock = std::nullopt,
                       model::BoardForm of = trial_form())
        : form(std::move(of)) {
        form.clock = clock;
        room.forms = {form};
        restart();
        room.say(Room::trainer, intents::Moderation{moderation});
        room.say(Room::trainer, intents::MakeTables{intents::Seating::choose, tables, 0, {}});
        make(tables);
    }
    void make(int tables) {
        intents::MakeBoards deed;
        for (int table = 1; table <= tables; ++table) {
            intents::MakeBoard one;
            one.board = base::new_id(room.now());
            one.title = "Bord " + std::to_string(table) + " · Prov";
            one.form = form.name;
            one.table = table;
            one.items = views::begin_board(form, "sv", [this] { return base::new_id(room.now()); });
            boards.push_back(one.board);
            deed.boards.push_back(std::move(one));
        }
        ask(deed);
    }
    void open() { ask(intents::OpenBoards{boards}); }
    void sit(intents::Visitor visitor, int table) {
        room.join(visitor, "Person " + std::to_string(visitor));
        CHECK(Room::acked(room.say(visitor, intents::TakeTable{table})));
    }
    /// A person at each of two tables has written on its board.
    void write_two() {
        sit(1, 1);
        sit(2, 2);
        open();
        fill(1, boards[0], "says", "För dyrt");
        fill(2, boards[1], "says", "För långt");
    }
    Room::Frames fill(intents::Visitor visitor, const base::Id& which, const std::string& field,
                      const std::string& text, std::optional<base::Id> item = std::nullopt) {
        return room.say(visitor, intents::FillBoard{which, field, text, "", item});
    }
    /// The frame `board` that this visitor was last told.
    std::string told_board(intents::Visitor visitor) {
        hear();
        std::string found;
        for (const auto& one : room.told()) {
            const auto* send = std::get_if<intents::Send>(&one);
            if (send == nullptr || send->visitor != visitor || !send->text->starts_with(R"({"t":"board")")) continue;
            found = *send->text;
        }
        return found;
    }
    bool tells(intents::Visitor visitor, const std::string& words) {
        const auto frame = told_board(visitor);
        INFO(frame);
        return frame.find(words) != std::string::npos;
    }
    /// What has been written in a field of a board, in reading order.
    std::vector<views::FieldEntry> entries(const base::Id& which, const std::string& field) {
        look_at(which);
        std::vector<model::Item> all;
        for (const auto& [id, item] : items) all.push_back(item);
        const auto shown = views::with_rows(form, all);
        for (auto& filled : views::read_fields(shown, all)) {
            if (filled.field->id == field) return filled.entries;
        }
        return {};
    }
};
