// A board for the whole room, filled in on every tablet: opened at the wall and from the remote, with the same rights
// and limits as the tables'.
#include <algorithm>

#include "registrar/table_room.hpp"

namespace {

using Lead = intents::LeadBoards::How;

/// Three people of whom two sit at tables, and a board that is nobody's table.
struct RoomBoard : TableRoom {
    base::Id rooms = base::new_id(room.now());

    explicit RoomBoard(bool moderation = false, std::optional<model::FormClock> clock = std::nullopt)
        : TableRoom(2, moderation, clock) {
        intents::MakeBoard one{rooms, "Allas · Prov", form.name, {}};
        one.items = views::begin_board(form, "sv", [this] { return base::new_id(room.now()); });
        ask(one);
        sit(1, 1);
        sit(2, 2);
        room.join(3, "Person 3");
    }
    void open_rooms() { ask(intents::OpenBoards{{rooms}}); }
    std::ptrdiff_t times_told(intents::Visitor visitor) const {
        return std::count_if(room.told().begin(), room.told().end(), [visitor](const auto& one) {
            const auto* send = std::get_if<intents::Send>(&one);
            return send != nullptr && send->visitor == visitor && send->text->starts_with(R"({"t":"board")");
        });
    }
};

}  // namespace

TEST_CASE("the room's board is open on every tablet, wherever one sits, and closed again for all") {
    RoomBoard it;
    it.open_rooms();
    CHECK(it.refusals.empty());
    CHECK(it.find_head(it.rooms)->open);
    for (const intents::Visitor visitor : {1, 2, 3}) {
        CAPTURE(visitor);
        CHECK(it.tells(visitor, R"("board":")" + it.rooms.text()));
        CHECK(it.tells(visitor, R"("of_room":true,"from":0)"));
    }
    // Whoever comes later, and whoever goes to another table, has it too.
    it.room.join(4, "Person 4");
    CHECK(it.tells(4, R"("board":")" + it.rooms.text()));
    it.room.say(1, intents::TakeTable{0});
    CHECK(it.tells(1, R"("board":")" + it.rooms.text()));
    it.ask(intents::OpenBoards{});
    for (const intents::Visitor visitor : {1, 2, 3, 4}) CHECK(it.tells(visitor, R"("board":null)"));
    CHECK_FALSE(it.find_head(it.rooms)->open);
    CHECK(Room::member(it.fill(3, it.rooms, "says", "För sent"), "nak", "what") == "board_closed");
}

TEST_CASE("what anybody writes on the room's board all may change, and no name or table goes with it") {
    RoomBoard it;
    it.open_rooms();
    CHECK(Room::member(it.fill(3, it.rooms, "says", "Utan bord"), "ack", "state") == "shown");
    CHECK(Room::acked(it.fill(2, it.rooms, "which", "no")));
    auto said = it.entries(it.rooms, "says");
    REQUIRE(said.size() == 1);
    CHECK(said[0].author.empty());
    CHECK(it.entries(it.rooms, "which")[0].author.empty());
    CHECK(it.tells(1, R"("text":"Utan bord")"));
    CHECK(Room::acked(it.fill(1, it.rooms, "says", "Med bord", said[0].item)));
    CHECK(it.tells(3, R"("text":"Med bord")"));
    CHECK(Room::acked(it.fill(3, it.rooms, "says", "", said[0].item)));
    CHECK(it.entries(it.rooms, "says").empty());
    CHECK(Room::refusal(it.room.say(3, intents::OpenBoards{{it.rooms}})) == "denied");
}

TEST_CASE("while the room's board is open the tables' are not, and the other way round") {
    RoomBoard it;
    it.open();
    CHECK_FALSE(it.tells(3, R"("board":")" + it.rooms.text()));
    CHECK(Room::refusal(it.fill(3, it.rooms, "says", "Inte än")) == "not_yours");
    it.ask(intents::OpenBoards{{it.rooms, it.boards[0]}});
    CHECK(it.refusals.size() == 1);
    CHECK(it.find_head(it.boards[0])->open);
    it.open_rooms();
    CHECK_FALSE(it.find_head(it.boards[0])->open);
    CHECK(Room::refusal(it.fill(1, it.boards[0], "says", "Vårt eget")) == "not_yours");
    CHECK(it.tells(1, R"("board":")" + it.rooms.text()));
    it.open();
    CHECK(it.tells(1, R"("board":")" + it.boards[0].text()));
    CHECK(it.tells(3, R"("board":null)"));
    // One at a time of the room's too.
    const auto other = base::new_id(it.room.now());
    it.ask(intents::MakeBoard{other, "Allas igen", "prov", {}});
    it.ask(intents::OpenBoards{{it.rooms, other}});
    CHECK(it.refusals.size() == 2);
}

TEST_CASE("with moderation an entry of the room's board waits, keeps its place, and is shown by the trainer") {
    RoomBoard it(true);
    it.open_rooms();
    CHECK(Room::member(it.fill(3, it.rooms, "how_many", "3"), "ack", "state") == "waiting");
    CHECK(it.entries(it.rooms, "how_many").empty());
    CHECK(it.tells(1, R"("others_wait":{"how_many":1})"));
    CHECK(Room::member(it.fill(1, it.rooms, "how_many", "4"), "nak", "what") == "waits");
    REQUIRE(it.view->remote.inbox.size() == 1);
    CHECK(it.view->remote.inbox[0].about == "Allas · Prov");
    it.ask(intents::ApproveNote{it.view->remote.inbox[0].note});
    REQUIRE(it.entries(it.rooms, "how_many").size() == 1);
    CHECK(Room::refusal(it.fill(1, it.rooms, "how_many", "4")) == "too_many");
}

TEST_CASE("the same message again is the same entry on the room's board, also after a restart") {
    RoomBoard it;
    it.open_rooms();
    const intents::FillBoard wish{it.rooms, "says", "En gång", ""};
    CHECK(Room::acked(it.room.say(3, wish, "c1")));
    CHECK(Room::acked(it.room.say(3, wish, "c1")));
    CHECK(it.entries(it.rooms, "says").size() == 1);
    it.restart();
    CHECK(it.find_head(it.rooms)->open);
}

TEST_CASE("the remote opens and closes the room's boards, and is told which there are") {
    RoomBoard it;
    const auto row = R"({"board":")" + it.rooms.text() + R"(","title":"Allas · Prov","open":)";
    CHECK(it.room.shows("remote", row + R"(false,"clock":null})"));
    // The board without a template is not among them, and is not opened.
    CHECK_FALSE(it.room.shows("remote", it.board.text() + R"(","title":"Nuläge","open")"));
    CHECK(Room::refusal(it.room.say(Room::trainer, intents::LeadBoards{Lead::open, {}, it.board})) == "bad_input");
    CHECK(Room::acked(it.room.say(Room::trainer, intents::LeadBoards{Lead::open, {}, it.rooms})));
    CHECK(it.room.shows("remote", row + R"(true,"clock":null})"));
    CHECK(it.tells(3, R"("board":")" + it.rooms.text()));
    // It is no set: there is nothing to gather.
    CHECK(Room::refusal(it.room.say(Room::trainer, intents::LeadBoards{Lead::into_one, {}, it.rooms})) == "not_found");
    CHECK(Room::acked(it.room.say(Room::trainer, intents::LeadBoards{Lead::close})));
    CHECK(it.tells(3, R"("board":null)"));
    CHECK(Room::refusal(it.room.say(3, intents::LeadBoards{Lead::open, {}, it.rooms})) == "denied");
}

TEST_CASE("the remote starts and leads the rounds of the room's board, but not where the tables' have been gathered") {
    using How = intents::RunRounds::How;
    RoomBoard it(false, model::FormClock{3, 60, 30, true});
    const auto row = R"({"board":")" + it.rooms.text() + R"(","title":"Allas · Prov","open":false,"clock":)";
    const auto run = [&it](How how, std::vector<base::Id> boards = {}) {
        return it.room.say(Room::trainer, intents::RunRounds{how, std::move(boards)});
    };
    // Made after the tables' of the same template: it may be what they have been gathered on.
    CHECK(it.room.shows("remote", row + "null}"));
    for (const auto& board : it.boards) it.ask(intents::RemoveBoard{board});
    CHECK(it.room.shows("remote", row + R"({"rounds":3,"seconds":60}})"));
    CHECK_FALSE(Room::acked(run(How::start, {it.board})));
    CHECK(Room::acked(run(How::start, {it.rooms})));
    it.hear();
    REQUIRE(it.view->rounds.has_value());
    CHECK(it.view->rounds->boards == std::vector<base::Id>{it.rooms});
    CHECK_FALSE(it.view->rounds->passes_on);
    CHECK(Room::acked(run(How::skip)));
    it.hear();
    CHECK(it.view->rounds->round == 2);
    CHECK(Room::acked(run(How::stop)));
}

TEST_CASE("a full hall is told of the room's board more seldom than every third of a second") {
    RoomBoard it;
    for (intents::Visitor visitor = 10; visitor < 210; ++visitor) it.room.join(visitor);
    it.open_rooms();
    it.room.pass(2000);
    it.room.settle();
    const auto told = it.times_told(10);
    CHECK(Room::acked(it.fill(3, it.rooms, "says", "Till alla")));
    CHECK(it.times_told(10) == told + 1);
    it.room.pass(400);
    CHECK(Room::acked(it.fill(3, it.rooms, "says", "Till alla igen")));
    CHECK(it.times_told(10) == told + 1);
    it.room.pass(600);
    it.room.settle();
    CHECK(it.times_told(10) == told + 2);
    CHECK(it.tells(10, "Till alla igen"));
}
