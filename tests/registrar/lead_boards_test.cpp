// The tables' boards led from the remote: made, opened, their rounds, gathered and shown on the wall.
#include "registrar/table_room.hpp"

namespace {

using Lead = intents::LeadBoards::How;
using RunHow = intents::RunRounds::How;

/// A course whose second block says what the tables work with, and no wall.
struct PlannedRoom {
    Room room{false, R"(+++
titel = "Prov"
+++
## Kom in
tid: 5
typ: info

## Bygg
tid: 30
typ: info
tavlor: prov

## Mer
tid: 30
typ: info
tavlor: ingen_sadan
)"};
    PlannedRoom() {
        room.forms = {trial_form()};
        room.forms.front().clock = model::FormClock{3, 60, 30, true};
        room.restart();
    }
    Room::Frames lead(Lead how, const std::string& form = {}, const base::Id& board = {}, std::string said = {}) {
        return room.say(Room::trainer, intents::LeadBoards{how, form, board}, std::move(said));
    }
    bool tells(const std::string& words) {
        const auto frame = room.page("remote");
        INFO(frame);
        return frame.find(words) != std::string::npos;
    }
    std::size_t count(const std::string& words) {
        const auto frame = room.page("remote");
        std::size_t found = 0;
        for (auto at = frame.find(words); at != std::string::npos; at = frame.find(words, at + 1)) ++found;
        return found;
    }
    void divide(int tables) { room.say(Room::trainer, intents::MakeTables{intents::Seating::choose, tables, 0, {}}); }
};

}  // namespace

TEST_CASE("a block's template is made for all tables by one press, once, and open on their tablets") {
    PlannedRoom it;
    it.room.join(1, "Tove");
    CHECK(it.tells(R"("plan":null)"));
    it.room.go_to("bygg");
    CHECK(it.tells(R"("plan":{"form":"prov","title":"Prov","made":false})"));
    CHECK(Room::member(it.lead(Lead::make, "prov"), "nak", "what") == "undivided");
    it.divide(2);
    it.room.say(1, intents::TakeTable{2});
    CHECK(Room::acked(it.lead(Lead::make, "prov", {}, "press")));
    it.room.settle();
    CHECK(it.tells(R"("plan":{"form":"prov","title":"Prov","made":true})"));
    CHECK(it.tells(R"("tables":2,"open":true,"clock":{"rounds":3,"seconds":60})"));
    CHECK(it.tells(R"("title":"Bord 2 · Prov")"));
    // The press again, as after a short loss, is answered alike and does nothing; another is refused.
    CHECK(Room::acked(it.lead(Lead::make, "prov", {}, "press")));
    CHECK(Room::member(it.lead(Lead::make, "prov"), "nak", "what") == "table_boards");
    CHECK(it.count(" · Prov\"}") == 2);
    // Tables that came later have none yet.
    it.divide(3);
    CHECK(it.tells(R"("made":false)"));
    it.room.go_to("mer");
    CHECK(it.tells(R"("plan":{"form":"ingen_sadan","title":"","made":false})"));
    CHECK(Room::member(it.lead(Lead::make, "ingen_sadan"), "nak", "what") == "no_template");
}

TEST_CASE("the press that made the boards is known when the host starts again") {
    PlannedRoom it;
    it.room.go_to("bygg");
    it.divide(2);
    CHECK(Room::acked(it.lead(Lead::make, "prov", {}, "press")));
    it.room.restart();
    CHECK(it.tells(R"("tables":2,"open":true)"));
    CHECK(it.tells(R"("made":true)"));
}

TEST_CASE("without a wall nothing is shown on it") {
    PlannedRoom it;
    CHECK(it.tells(R"("wall":false,"shown":null)"));
    CHECK(Room::member(it.lead(Lead::show), "nak", "what") == "no_wall");
}

TEST_CASE("rounds are started for a whole set, and led, from the remote") {
    PlannedRoom it;
    it.room.go_to("bygg");
    it.divide(3);
    it.lead(Lead::make, "prov");
    it.room.settle();
    const auto frame = it.room.page("remote");
    const auto at = frame.find(R"("sets":[{"board":")") + 18;
    const auto first = *base::parse_id(frame.substr(at, 36));
    const auto run = [&it](RunHow how, std::vector<base::Id> boards = {}) {
        return it.room.say(Room::trainer, intents::RunRounds{how, std::move(boards)});
    };
    CHECK(Room::member(run(RunHow::pause), "nak", "what") == "no_rounds");
    CHECK(Room::acked(run(RunHow::start, {first})));
    CHECK(it.tells(R"("rounds":{"round":1,"of":3,"showing":false,"over":false,"passes_on":true)"));
    CHECK(Room::member(run(RunHow::start, {first}), "nak", "what") == "rounds");
    CHECK(Room::acked(run(RunHow::pause)));
    CHECK(it.tells(R"("clock":{"state":"paused")"));
    CHECK(Room::acked(run(RunHow::resume)));
    CHECK(Room::acked(run(RunHow::skip)));
    CHECK(it.tells(R"("rounds":{"round":2,)"));
    CHECK(Room::acked(run(RunHow::stop)));
    CHECK(it.tells(R"("rounds":null,"wall")"));
}

TEST_CASE("a tablet fills in its table's board before the first block as well") {
    TableRoom it;
    it.sit(1, 1);
    CHECK_FALSE(it.room.workshop().ended());
    CHECK(it.room.say(Room::trainer, intents::LeadBoards{Lead::open, {}, it.boards[1]}).size() == 1);
    CHECK(it.tells(1, R"("board":")" + it.boards[0].text()));
    CHECK(Room::acked(it.fill(1, it.boards[0], "says", "Före allt annat")));
    CHECK(Room::acked(it.room.say(Room::trainer, intents::LeadBoards{Lead::close})));
    CHECK(it.tells(1, R"("board":null)"));
}

TEST_CASE("what a remote gathers the wall shows, until it is called elsewhere") {
    TableRoom it;
    it.hear();
    CHECK(it.view->call.number == 0);
    const auto before = it.view->boards.size();
    const bool could_undo = it.view->can_undo;
    CHECK(Room::acked(it.room.say(Room::trainer, intents::LeadBoards{Lead::side_by_side, {}, it.boards[0]})));
    it.hear();
    REQUIRE(it.view->call.number == 1);
    const auto* made = it.find_head(it.view->call.board);
    REQUIRE(made != nullptr);
    CHECK(made->title == "Prov · Sida vid sida");
    CHECK(it.view->boards.size() == before + 1);
    CHECK(it.view->can_undo == could_undo);
    it.look_at(made->id);
    CHECK(it.room.shows("remote", R"("shown":")" + it.view->call.board.text()));
    CHECK(Room::acked(it.room.say(Room::trainer, intents::LeadBoards{Lead::show, {}, it.boards[1]})));
    it.hear();
    CHECK(it.view->call.number == 2);
    CHECK(it.view->call.board == it.boards[1]);
    CHECK(Room::acked(it.room.say(Room::trainer, intents::LeadBoards{Lead::show})));
    it.hear();
    CHECK(it.view->call.board.empty());
    CHECK(Room::refusal(it.room.say(Room::trainer, intents::LeadBoards{Lead::into_one, {}, it.board})) == "not_found");
}

TEST_CASE("nobody but the trainer leads the tables' boards") {
    TableRoom it;
    it.sit(1, 1);
    CHECK(Room::refusal(it.room.say(1, intents::LeadBoards{Lead::make, "prov"})) == "denied");
    CHECK(Room::refusal(it.room.say(1, intents::RunRounds{RunHow::start, {it.boards[0]}})) == "denied");
}
