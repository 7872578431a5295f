// A journey's steps on the wall: the curve that is drawn of them, and the form that asks step by step.
#include "ui/board_desk.hpp"
#include "views/steps_form.hpp"

namespace {

struct StepsDesk : BoardDesk {
    std::shared_ptr<const model::BoardForm> form = std::make_shared<model::BoardForm>(steps_form());

    StepsDesk() : BoardDesk(views::begin_board(steps_form(), "sv", [] { return base::new_id(1); })) {
        wall.forms.push_back({"resa", "Resa", "", {}, form});
        view.boards[0].form = "resa";
        desk.wait(0.5);
    }
    void answer() {
        for (const auto& one : std::exchange(all, {})) {
            if (const auto* deed = std::get_if<intents::PutItems>(&one)) obey(*deed);
        }
        desk.wait(0.5);
    }
    std::size_t strokes() const { return wall.canvas.laid().size(); }
    /// The words of the notes that lie in this field's frame.
    std::vector<std::string> notes_in(const std::string& field) const {
        std::vector<std::string> words;
        for (const auto* item : wall.canvas.within(form->find_region(field)->place)) {
            if (item->type == model::ItemType::note) words.push_back(item->text);
        }
        return words;
    }
};

}  // namespace

TEST_CASE("the curve follows what the notes below the steps say, and hands do nothing to it") {
    StepsDesk wall;
    const auto things = wall.desk.text("board/count");
    CHECK(wall.strokes() == 2);
    wall.tell({BoardDesk::note(11, {160, 180, 200, 90}, "Ringer"), BoardDesk::note(12, {500, 180, 200, 90}, "Väntar"),
               BoardDesk::note(13, {160, 522, 200, 55}, "Bra"), BoardDesk::note(14, {500, 522, 200, 55}, "Dåligt")});
    // Two points and the stroke between them.
    CHECK(wall.strokes() == 5);
    wall.desk.save("board-steps");
    for (const auto* stroke : wall.wall.canvas.laid()) {
        const auto* touched = wall.wall.canvas.at(stroke->place.centre(), 8);
        CHECK((touched == nullptr || !wall.wall.canvas.is_laid(touched->id)));
        CHECK_FALSE(wall.desk.has("item/" + stroke->id.text()));
        CHECK_FALSE(wall.desk.has("row/" + stroke->id.text()));
    }
    wall.tell({}, {scenes::id(14)});
    CHECK(wall.strokes() == 3);
    wall.tell({}, {scenes::id(11), scenes::id(12), scenes::id(13)});
    CHECK(wall.strokes() == 2);
    CHECK(wall.desk.text("board/count") == things);
}

TEST_CASE("the form asks step by step, and a feeling is chosen by its word") {
    StepsDesk wall;
    wall.tell({BoardDesk::note(11, {160, 180, 200, 90}, "Ringer")});
    wall.wall.form.open = true;
    wall.desk.settle();
    const auto meets = "form/" + model::row_field("touchpoint", scenes::id(11));
    const auto feels = "form/" + model::row_field("feeling", scenes::id(11));
    CHECK(wall.desk.text(meets + "/label") == "Ringer – Möter");
    CHECK_FALSE(wall.desk.has(meets + "/gone"));
    CHECK_FALSE(wall.desk.has("form/before.touchpoint/label"));
    wall.desk.tap(meets + "/new");
    wall.desk.type(U"Kundcenter");
    wall.desk.key(ui::Key::enter);
    wall.answer();
    CHECK(wall.notes_in("before.touchpoint") == std::vector<std::string>{"Kundcenter"});
    wall.desk.tap(feels + "/option/-1");
    wall.answer();
    CHECK(wall.notes_in("before.feeling") == std::vector<std::string>{"Dåligt"});
    CHECK(wall.strokes() == 3);
    // Chosen again it is taken away.
    wall.desk.tap(feels + "/option/-1");
    wall.answer();
    CHECK(wall.notes_in("before.feeling").empty());
    CHECK(wall.strokes() == 2);
}
