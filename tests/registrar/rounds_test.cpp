// Rounds of a method that goes by the clock: sheets that are passed on, pauses, restarts.
#include "registrar/table_room.hpp"

namespace {

using RunHow = intents::RunRounds::How;

/// Three tables with a sheet each, which goes on after a minute.
struct PassingRoom : TableRoom {
    PassingRoom() : TableRoom(3, false, model::FormClock{3, 60, 30, true}) {
        for (int table = 1; table <= 3; ++table) sit(static_cast<intents::Visitor>(table), table);
        open();
        ask(intents::RunRounds{RunHow::start, boards});
    }
    bool lies(int table, std::size_t sheet) {
        return tells(static_cast<intents::Visitor>(table), R"("board":")" + boards[sheet - 1].text());
    }
    int round() {
        hear();
        return view->rounds ? view->rounds->round : 0;
    }
};

}  // namespace

TEST_CASE("each round a sheet goes to the next table, and comes back when the rounds are stopped") {
    PassingRoom it;
    CHECK(it.round() == 1);
    CHECK(it.view->rounds->of == 3);
    CHECK(it.view->rounds->passes_on);
    CHECK(it.lies(2, 2));
    CHECK(it.tells(2, R"("rounds":{"round":1,"of":3)"));
    it.room.pass(60000);
    CHECK(it.round() == 2);
    CHECK(it.lies(2, 1));
    CHECK(it.lies(1, 3));
    it.room.pass(60000);
    CHECK(it.lies(1, 2));
    it.room.pass(60000);
    it.hear();
    CHECK(it.view->rounds->showing);
    it.room.pass(30000);
    it.hear();
    CHECK(it.view->rounds->over);
    it.ask(intents::RunRounds{RunHow::stop, {}});
    CHECK_FALSE(it.view->rounds.has_value());
    CHECK(it.lies(1, 1));
    CHECK(it.tells(1, R"("rounds":null)"));
}

TEST_CASE("what is written goes on the sheet that lies there; for a moment the one that went on is still taken") {
    PassingRoom it;
    it.room.pass(60000);
    CHECK(it.lies(2, 1));
    CHECK(Room::acked(it.fill(2, it.boards[0], "says", "Ja, och …")));
    CHECK(Room::acked(it.fill(2, it.boards[1], "says", "Sista stund")));
    CHECK(Room::refusal(it.fill(2, it.boards[2], "says", "Fel")) == "not_yours");
    it.room.pass(20000);
    CHECK(Room::refusal(it.fill(2, it.boards[1], "says", "För sent")) == "not_yours");
    CHECK(it.entries(it.boards[0], "says").size() == 1);
    CHECK(it.entries(it.boards[1], "says").size() == 1);
}

TEST_CASE("what a table writes on a sheet that has come to it bears that table's name wherever it is gathered") {
    PassingRoom it;
    CHECK(Room::acked(it.fill(1, it.boards[0], "says", "Eget")));
    CHECK(it.tells(1, R"("from":0)"));
    it.room.pass(60000);
    CHECK(it.tells(2, R"("from":1)"));
    CHECK(Room::acked(it.fill(2, it.boards[0], "says", "Ja, och …")));
    it.ask(intents::RunRounds{RunHow::stop, {}});
    for (const bool into_one : {false, true}) {
        const auto all = base::new_id(it.room.now());
        it.ask(intents::GatherBoards{all, "Prov · Alla", it.boards, into_one});
        it.look_at(all);
        std::map<std::string, std::string> authors;
        for (const auto& [id, item] : it.items) {
            if (item.type == model::ItemType::note) authors[item.text] = item.author;
        }
        CHECK(authors == std::map<std::string, std::string>{{"Eget", "Bord 1"}, {"Ja, och …", "Bord 2"}});
    }
}

TEST_CASE("rounds are paused, done again and begun before their time") {
    PassingRoom it;
    it.ask(intents::RunRounds{RunHow::pause, {}});
    it.room.pass(600000);
    CHECK(it.round() == 1);
    CHECK(it.view->rounds->paused);
    it.ask(intents::RunRounds{RunHow::resume, {}});
    it.ask(intents::RunRounds{RunHow::skip, {}});
    CHECK(it.round() == 2);
    it.room.pass(40000);
    it.ask(intents::RunRounds{RunHow::again, {}});
    CHECK(it.round() == 2);
    CHECK(it.view->rounds->left_ms > 40000);
    CHECK(it.refusals.empty());
}

TEST_CASE("rounds go on over a restart of the host, and are gone once stopped") {
    PassingRoom it;
    it.room.pass(60000);
    it.restart();
    CHECK(it.round() == 2);
    it.ask(intents::RunRounds{RunHow::stop, {}});
    it.restart();
    CHECK(it.round() == 0);
}

TEST_CASE("on one board nothing is passed on, and only what has a clock is started, once") {
    TableRoom it(2, false, model::FormClock{2, 60, 0, true});
    it.ask(intents::RunRounds{RunHow::pause, {}});
    CHECK(it.last_refusal() == "no_rounds");
    it.ask(intents::RunRounds{RunHow::start, {it.board}});
    it.ask(intents::RunRounds{RunHow::start, {}});
    CHECK(it.refusals.size() == 3);
    it.ask(intents::RunRounds{RunHow::start, {it.boards[0]}});
    REQUIRE(it.view->rounds.has_value());
    CHECK_FALSE(it.view->rounds->passes_on);
    it.ask(intents::RunRounds{RunHow::start, {it.boards[1]}});
    CHECK(it.refusals.back().error.code == base::Code::already);
    it.sit(9, 1);
    CHECK(Room::refusal(it.room.say(9, intents::RunRounds{RunHow::stop, {}})) == "denied");
}
