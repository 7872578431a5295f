#include "base/language.hpp"
#include "registrar/room.hpp"

namespace {

/// The wall of a room: what it was told last.
struct Wall {
    Room room;
    std::shared_ptr<const views::WallView> view;
    std::vector<views::WallRefusal> refusals;
    std::vector<views::WallCount> counts;

    Wall() {
        room.join(1, "Tove");
        room.go_to("ideer-i-tysthet");
        look({});
    }
    void look(views::WallScope scope) {
        room.workshop().look(std::move(scope));
        hear();
    }
    void ask(const intents::Intent& intent) {
        room.workshop().deed(intent);
        hear();
    }
    /// Time enough for everything to be told.
    void hear() {
        for (int i = 0; i < 2; ++i) {
            room.settle();
            room.pass(600);
            room.settle();
        }
        for (auto& told : room.workshop().take_wall()) {
            if (auto* whole = std::get_if<std::shared_ptr<const views::WallView>>(&told)) view = *whole;
            if (auto* refusal = std::get_if<views::WallRefusal>(&told)) refusals.push_back(*refusal);
            if (auto* count = std::get_if<views::WallCount>(&told)) counts.push_back(*count);
        }
        REQUIRE(view);
    }
    const std::vector<views::NoteView>& notes() const { return view->remote.room.wall; }
};

}  // namespace

TEST_CASE("a note written at the wall is shown at once, and can be undone and done again there") {
    Wall wall;
    wall.ask(intents::WriteNote{"ideer-i-tysthet", "Nyckelskåp med kod", "", "sol"});
    REQUIRE(wall.notes().size() == 1);
    CHECK(wall.notes()[0].text == "Nyckelskåp med kod");
    CHECK(wall.notes()[0].state == "draft");
    CHECK(wall.room.cells().text(wall.notes()[0].id, "note.source") == "wall");
    CHECK(wall.view->can_undo);
    wall.ask(intents::UndoLast{});
    CHECK(wall.notes().empty());
    CHECK(wall.view->can_redo);
    wall.ask(intents::UndoLast{true});
    CHECK(wall.notes().size() == 1);
    CHECK(wall.refusals.empty());
}

TEST_CASE("undo at the wall leaves what somebody else has changed since") {
    Wall wall;
    const auto note = wall.room.add_note(1, "ideer-i-tysthet", "Bokning i telefonen");
    wall.ask(intents::ColourNote{note, "ros"});
    wall.room.say(1, intents::EditNote{note, "Bokning i mobilen", {}});
    wall.ask(intents::UndoLast{});
    REQUIRE(wall.notes().size() == 1);
    CHECK(wall.notes()[0].text == "Bokning i mobilen");
    CHECK(wall.notes()[0].colour.empty());
}

TEST_CASE("a deed at the wall that is refused says why in a sentence") {
    Wall wall;
    wall.ask(intents::WriteNote{"no-such-block", "Text", "", ""});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.refusals[0].error.code == base::Code::not_found);
    CHECK(wall.refusals[0].text.find(' ') != std::string::npos);
}

TEST_CASE("the wall moves an idea only when what the step asks for is there, and says what is missing") {
    Wall wall;
    const auto idea = wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.look({true, {}, idea});
    REQUIRE(wall.view->idea.has_value());
    CHECK(wall.view->idea->card.state == ideas::State::draft);
    wall.ask(intents::MoveIdea{idea, "received", {}});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.view->idea->card.state == ideas::State::draft);

    wall.ask(intents::MoveIdea{idea, "received", {{"description", "Utan nyckel"}, {"giver_category", "workshop"}}});
    CHECK(wall.view->idea->card.state == ideas::State::received);
    CHECK(wall.view->idea->card.number == "L26-001");
    CHECK(wall.view->idea->history.back().label == "change.number_ideas");
    CHECK(wall.view->start.fresh == 1);
    CHECK(wall.refusals.size() == 1);
}

TEST_CASE("fields that have deeds of their own cannot be filled in") {
    Wall wall;
    const auto idea = wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.ask(intents::FillIdea{idea, {{"state", "implemented"}}});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.room.cells().text(idea, "idea.state") == "draft");
    wall.ask(intents::FillIdea{idea, {{"need", "Komma in när det passar"}}});
    CHECK(wall.refusals.size() == 1);
    CHECK(wall.room.cells().text(idea, "idea.need") == "Komma in när det passar");
}

TEST_CASE("the register as the wall sees it can be searched") {
    Wall wall;
    wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.room.add_note(1, "ideer-i-tysthet", "Bokning i telefonen");
    wall.look({true, "telefonen", {}});
    REQUIRE(wall.view->ideas);
    CHECK(wall.view->ideas->all == 2);
    REQUIRE(wall.view->ideas->cards.size() == 1);
    CHECK(wall.view->ideas->cards[0].title == "Bokning i telefonen");
}

TEST_CASE("a waiting note that is shown at the wall is named so in the history, and can be put back there") {
    Wall wall;
    wall.ask(intents::Moderation{true});
    const auto idea = wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.ask(intents::ApproveNote{idea});
    wall.look({true, {}, idea});
    REQUIRE(wall.view->idea.has_value());
    CHECK(wall.view->idea->history.front().label == "change.show_waiting");
    CHECK(base::tr("change.show_waiting") != "change.show_waiting");
    CHECK(wall.view->can_undo);
    wall.ask(intents::UndoLast{});
    CHECK(wall.notes().empty());
}

TEST_CASE("after the end the wall is not told to ask the trainer") {
    Wall wall;
    wall.ask(intents::EndSession{true});
    wall.ask(intents::GoNext{});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.refusals[0].error.code == base::Code::closed);
    CHECK(wall.refusals[0].text.starts_with("Sessionen är avslutad."));
}

TEST_CASE("what was joined with a note stays when the wall takes back that it wrote that note") {
    Wall wall;
    wall.ask(intents::WriteNote{"ideer-i-tysthet", "Nyckelskåp med kod", "", ""});
    const auto into = wall.notes()[0].id;
    const auto note = wall.room.add_note(1, "ideer-i-tysthet", "Kodlås");
    wall.room.say(Room::trainer, intents::MergeNotes{note, into});
    wall.ask(intents::UndoLast{});
    REQUIRE(wall.notes().size() == 1);
    CHECK(wall.notes()[0].text == "Kodlås");
}
