// The table of a template whose rows are notes of the board, on the wall.
#include "ui/board_desk.hpp"
#include "views/rows_form.hpp"

namespace {

struct TableDesk : BoardDesk {
    std::shared_ptr<const model::BoardForm> form = std::make_shared<model::BoardForm>(rows_form());

    TableDesk() : BoardDesk(views::begin_board(rows_form(), "sv", [] { return base::new_id(1); })) {
        wall.forms.push_back({"karta", "Karta", "", {}, form});
        view.boards[0].form = "karta";
        desk.wait(0.5);
    }
    void answer() {
        for (const auto& one : std::exchange(all, {})) {
            if (const auto* deed = std::get_if<intents::PutItems>(&one)) obey(*deed);
        }
        desk.wait(0.5);
    }
    std::string row(int number) { return desk.text("row/" + scenes::id(number).text()); }
    static std::string field(const std::string& column, int number) {
        return "form/" + model::row_field(column, scenes::id(number));
    }
};

}  // namespace

TEST_CASE("the table shows every note of its fields, and follows what hands do") {
    TableDesk wall;
    CHECK(wall.desk.text("row/new") == "+ Ny");
    const auto things = wall.desk.text("board/count");
    wall.tell({BoardDesk::note(11, {460, 300, 200, 200}, "Kock")});
    CHECK(wall.row(11) == "Kock, Personal, Långt bort");
    CHECK(things != wall.desk.text("board/count"));
    wall.tell({BoardDesk::note(11, {40, 300, 200, 200}, "Kökschef")});
    CHECK(wall.row(11) == "Kökschef, Personal, Nära");
    wall.desk.save("board-table");
    wall.tell({}, {scenes::id(11)});
    CHECK_FALSE(wall.desk.has("row/" + scenes::id(11).text()));
    CHECK(things == wall.desk.text("board/count"));
}

TEST_CASE("a tap on an empty row writes a new note, and one on a row opens what is said of it") {
    TableDesk wall;
    wall.desk.tap("row/new");
    wall.desk.settle();
    CHECK(wall.desk.has("form/far/new"));
    wall.desk.type(U"Kock");
    wall.desk.key(ui::Key::enter);
    wall.answer();
    const auto laid = wall.wall.canvas.laid();
    const auto made = std::find_if(laid.begin(), laid.end(), [](const auto* item) { return item->text == "Kock"; });
    REQUIRE(made != laid.end());
    const auto id = base::parse_id((*made)->slot.substr(views::row_slot.size()));
    REQUIRE(id.has_value());
    REQUIRE(wall.wall.canvas.find(*id) != nullptr);
    CHECK(wall.wall.canvas.find(*id)->slot == "far");
    wall.desk.tap("row/" + id->text());
    wall.desk.settle();
    const auto form = "form/" + model::row_field("where", *id);
    CHECK(wall.desk.text(form + "/label") == "Kock – Var");
    wall.desk.tap(form + "/option/near");
    wall.answer();
    CHECK(wall.desk.text("row/" + id->text()) == "Kock, Anhörig, Nära");
    wall.desk.tap("form/" + model::row_field("weight", *id) + "/new");
    wall.desk.type(U"4");
    wall.desk.key(ui::Key::enter);
    wall.answer();
    CHECK(wall.desk.text("row/" + id->text()) == "Kock, Anhörig, Nära, 4");
    // What is said of a note lies nowhere: nothing is touched there but the row.
    for (const auto* item : wall.wall.canvas.all()) {
        if (item->text != "4" || wall.wall.canvas.is_laid(item->id)) continue;
        CHECK_FALSE(wall.desk.has("item/" + item->id.text()));
        CHECK(wall.wall.canvas.at(item->place.centre(), 1) != item);
    }
}

TEST_CASE("nothing can be done to the table itself") {
    TableDesk wall;
    wall.tell({BoardDesk::note(11, {460, 300, 200, 200}, "Kock")});
    wall.all.clear();
    wall.desk.letter(U'a', true);
    wall.desk.key(ui::Key::del);
    wall.desk.settle();
    const auto deed = wall.take<intents::PutItems>();
    CHECK(deed.gone == std::vector<base::Id>{scenes::id(11)});
    CHECK_FALSE(wall.wall.canvas.laid().empty());
}
