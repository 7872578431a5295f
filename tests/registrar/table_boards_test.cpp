// Boards of tables: made together, opened for the tablets, filled in there.
#include "registrar/table_room.hpp"

TEST_CASE("every table gets a board by one deed, which the wall's undo takes back whole") {
    TableRoom it(3);
    CHECK(it.refusals.empty());
    for (int table = 1; table <= 3; ++table) {
        const auto* head = it.find_head(it.boards[static_cast<std::size_t>(table - 1)]);
        REQUIRE(head != nullptr);
        CHECK(head->table == table);
        CHECK(head->form == "prov");
        CHECK(head->items > 0);
        CHECK(head->made_at_ms == it.find_head(it.boards[0])->made_at_ms);
    }
    it.ask(intents::UndoLast{});
    for (const auto& board : it.boards) CHECK(it.find_head(board) == nullptr);
    CHECK(it.find_head(it.board) != nullptr);
}

TEST_CASE("two boards of one id, or none at all, are not made") {
    TableRoom it(1);
    const auto made = it.view->boards.size();
    it.ask(intents::MakeBoards{});
    intents::MakeBoard twice;
    twice.board = base::new_id(it.room.now());
    it.ask(intents::MakeBoards{{twice, twice}});
    CHECK(it.refusals.size() == 2);
    CHECK(it.view->boards.size() == made);
}

TEST_CASE("a template that is too large for so many tables says for how many it is not, and makes none") {
    TableRoom it(1);
    const auto made = it.view->boards.size();
    model::Item note;
    note.text = "Ruta";
    note.colour = "sol";
    note.place = {0, 0, 200, 200};
    const auto ask_for = [&](int tables, int notes) {
        intents::MakeBoards deed;
        for (int table = 1; table <= tables; ++table) {
            intents::MakeBoard one;
            one.board = base::new_id(it.room.now());
            one.title = "Bord " + std::to_string(table);
            one.table = table;
            for (int i = 0; i < notes; ++i) {
                note.id = base::new_id(it.room.now());
                one.items.push_back(note);
            }
            deed.boards.push_back(std::move(one));
        }
        it.ask(deed);
    };
    // By their facts, of which a note has five, and by how many they are.
    for (const int notes : {900, 3900}) {
        CAPTURE(notes);
        it.refusals.clear();
        ask_for(30, notes);
        REQUIRE(it.refusals.size() == 1);
        const auto& refusal = it.refusals.front();
        CHECK(refusal.error.code == base::Code::too_many);
        const auto fitting = notes == 900 ? "4" : "1";
        CHECK(refusal.text == base::tr("boards.too_many_tables", {{"most", fitting}, {"count", "30"}}));
        CHECK(it.view->boards.size() == made);
    }
    it.refusals.clear();
    ask_for(4, 900);
    CHECK(it.refusals.empty());
    CHECK(it.view->boards.size() == made + 4);
    // Of one that is too large by itself there is no number of tables.
    ask_for(2, 9000);
    REQUIRE(it.refusals.size() == 1);
    CHECK(it.refusals.front().text == base::tr("boards.too_many_at_once"));
}

TEST_CASE("a tablet sees its own table's board while it is open, in its own language as far as the template has it") {
    TableRoom it;
    it.sit(1, 1);
    it.sit(2, 2);
    CHECK(it.told_board(1).empty());
    it.open();
    CHECK(it.find_head(it.boards[0])->open);
    CHECK(it.tells(1, R"("board":")" + it.boards[0].text()));
    CHECK(it.tells(2, R"("board":")" + it.boards[1].text()));
    CHECK(it.tells(1, R"("title":"Bord 1 · Prov")"));
    CHECK(it.tells(1, R"("id":"which","label":"Fält which")"));
    it.room.say(1, intents::ChangeMe{"Person 1", true, "en"});
    CHECK(it.tells(1, R"("id":"which","label":"Field which")"));
    // Whoever comes to sit elsewhere sees the board there, and whoever sits nowhere none.
    it.room.say(1, intents::TakeTable{2});
    CHECK(it.tells(1, R"("board":")" + it.boards[1].text()));
    it.room.say(1, intents::TakeTable{0});
    CHECK(it.tells(1, R"("board":null)"));
    it.ask(intents::OpenBoards{});
    CHECK(it.tells(2, R"("board":null)"));
    CHECK_FALSE(it.find_head(it.boards[0])->open);
}

TEST_CASE("what is filled in is a note in its field's frame, changed and taken away by anybody at the table") {
    TableRoom it;
    it.sit(1, 1);
    it.sit(2, 1);
    it.open();
    CHECK(Room::member(it.fill(1, it.boards[0], "says", "Vem frågar jag?"), "ack", "state") == "shown");
    auto said = it.entries(it.boards[0], "says");
    REQUIRE(said.size() == 1);
    CHECK(said[0].text == "Vem frågar jag?");
    // The journal says nothing of who sits where.
    CHECK(said[0].author.empty());
    CHECK(it.tells(2, R"("text":"Vem frågar jag?")"));
    CHECK(Room::acked(it.fill(2, it.boards[0], "says", "Vem frågar vi?", said[0].item)));
    CHECK(it.entries(it.boards[0], "says")[0].text == "Vem frågar vi?");
    CHECK(Room::acked(it.fill(1, it.boards[0], "says", "", said[0].item)));
    CHECK(it.entries(it.boards[0], "says").empty());
    CHECK(it.entries(it.boards[1], "says").empty());
}

TEST_CASE("a choice is an option, told by its id and written in the room's words; a number is within its bounds") {
    TableRoom it;
    it.sit(1, 1);
    it.open();
    CHECK(Room::acked(it.fill(1, it.boards[0], "which", "yes")));
    const auto chosen = it.entries(it.boards[0], "which");
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0].text == "Ja");
    CHECK(chosen[0].value == "yes");
    CHECK(Room::member(it.fill(1, it.boards[0], "how_many", "6"), "nak", "what") == "value");
    CHECK(Room::acked(it.fill(1, it.boards[0], "how_many", "3")));
    CHECK(Room::refusal(it.fill(1, it.boards[0], "how_many", "4")) == "too_many");
    CHECK(Room::member(it.fill(1, it.boards[0], "nowhere", "Ja"), "nak", "what") == "field");
}

TEST_CASE("nobody fills in another table's board, one that is closed, or what is no entry") {
    TableRoom it;
    it.sit(1, 1);
    CHECK(Room::member(it.fill(1, it.boards[0], "says", "För tidigt"), "nak", "what") == "board_closed");
    it.open();
    CHECK(Room::refusal(it.fill(1, it.boards[1], "says", "Hos er")) == "not_yours");
    CHECK(Room::refusal(it.fill(1, it.board, "says", "På allas")) == "not_yours");
    it.look_at(it.boards[0]);
    const auto frame = std::find_if(it.items.begin(), it.items.end(),
                                    [](const auto& one) { return one.second.type == model::ItemType::frame; });
    REQUIRE(frame != it.items.end());
    CHECK_FALSE(Room::acked(it.fill(1, it.boards[0], "says", "Annat", frame->first)));
    const auto elsewhere = it.entries(it.boards[1], "says");
    CHECK(elsewhere.empty());
    it.room.say(1, intents::TakeTable{0});
    CHECK(Room::refusal(it.fill(1, it.boards[0], "says", "Utan bord")) == "not_yours");
}

TEST_CASE("the same message again is the same entry") {
    TableRoom it;
    it.sit(1, 1);
    it.open();
    const intents::FillBoard wish{it.boards[0], "says", "En gång", ""};
    CHECK(Room::acked(it.room.say(1, wish, "c1")));
    CHECK(Room::acked(it.room.say(1, wish, "c1")));
    CHECK(it.entries(it.boards[0], "says").size() == 1);
}

TEST_CASE(
    "with moderation an entry waits for the trainer, told to its writer alone, and lies on the board when shown") {
    TableRoom it(2, true);
    it.sit(1, 1);
    it.sit(2, 1);
    it.open();
    CHECK(Room::member(it.fill(1, it.boards[0], "says", "Trångt i entrén"), "ack", "state") == "waiting");
    CHECK(it.entries(it.boards[0], "says").empty());
    CHECK(it.tells(1, R"("text":"Trångt i entrén","state":"waiting")"));
    CHECK_FALSE(it.tells(2, "Trångt i entrén"));
    REQUIRE(it.view->remote.inbox.size() == 1);
    const auto waiting = it.view->remote.inbox[0];
    CHECK(waiting.about == "Bord 1 · Prov");
    CHECK(waiting.field == "Fält says");
    CHECK(it.tells(1, R"("reviewed":true)"));
    CHECK(it.tells(1, R"("others_wait":{})"));
    CHECK(it.tells(2, R"("others_wait":{"says":1})"));
    // One that waits has its place kept.
    CHECK(Room::acked(it.fill(1, it.boards[0], "how_many", "3")));
    const auto second = it.fill(2, it.boards[0], "how_many", "4");
    CHECK(Room::refusal(second) == "too_many");
    CHECK(Room::member(second, "nak", "what") == "waits");
    it.ask(intents::ApproveNote{waiting.note});
    REQUIRE(it.entries(it.boards[0], "says").size() == 1);
    CHECK(it.tells(2, "Trångt i entrén"));
    CHECK(it.tells(2, R"("others_wait":{"how_many":1})"));
    CHECK(it.view->remote.inbox.size() == 1);
}

TEST_CASE("a tablet is told when what it sends begins or ceases to wait for the trainer") {
    TableRoom it;
    it.sit(1, 1);
    it.open();
    CHECK(it.tells(1, R"("reviewed":false)"));
    it.room.say(Room::trainer, intents::Moderation{true});
    it.room.pass(1000);
    CHECK(it.tells(1, R"("reviewed":true)"));
}

TEST_CASE("what waits for a board that has been removed goes with it") {
    TableRoom it(1, true);
    it.sit(1, 1);
    it.open();
    it.fill(1, it.boards[0], "says", "Sent");
    it.hear();
    REQUIRE(it.view->remote.inbox.size() == 1);
    const auto note = it.view->remote.inbox[0].note;
    it.ask(intents::RemoveBoard{it.boards[0]});
    CHECK(it.tells(1, R"("board":null)"));
    it.ask(intents::ApproveNote{note});
    CHECK(it.view->remote.inbox.empty());
}

TEST_CASE("boards are open after a restart, and a board's undo at the wall leaves what tablets wrote") {
    TableRoom it;
    it.sit(1, 1);
    it.open();
    CHECK(Room::acked(it.fill(1, it.boards[0], "says", "Kvar")));
    it.restart();
    CHECK(it.find_head(it.boards[0])->open);
    it.ask(intents::UndoBoard{it.boards[0]});
    CHECK(it.entries(it.boards[0], "says").size() == 1);
}

TEST_CASE("only boards of this session and with a template are opened, one for each table") {
    TableRoom it;
    it.ask(intents::OpenBoards{{it.board}});
    CHECK(it.refusals.size() == 1);
    const auto other = base::new_id(it.room.now());
    it.ask(intents::MakeBoard{other, "Bord 1 igen", "prov", {}, 1});
    it.ask(intents::OpenBoards{{it.boards[0], other}});
    CHECK(it.refusals.size() == 2);
    it.ask(intents::OpenBoards{{base::new_id(it.room.now())}});
    CHECK(it.refusals.size() == 3);
    it.sit(1, 1);
    CHECK(Room::refusal(it.room.say(1, intents::OpenBoards{it.boards})) == "denied");
}

TEST_CASE("tables' boards are hung side by side on a board of their own, and each thing tells where it came from") {
    TableRoom it;
    it.write_two();
    const auto hung = base::new_id(it.room.now());
    it.ask(intents::GatherBoards{hung, "Prov · Sida vid sida", it.boards});
    CHECK(it.refusals.empty());
    it.look_at(hung);
    std::map<std::string, std::string> authors;
    for (const auto& [id, item] : it.items) {
        if (item.type == model::ItemType::note) authors[item.text] = item.author;
    }
    CHECK(authors == std::map<std::string, std::string>{{"För dyrt", "Bord 1"}, {"För långt", "Bord 2"}});
    // The tables' own stay as they were.
    CHECK(it.entries(it.boards[0], "says")[0].author.empty());
    it.ask(intents::UndoLast{});
    CHECK(it.find_head(hung) == nullptr);
}

TEST_CASE("merged into one, each field holds what all tables wrote there, and the board is one of the template's") {
    TableRoom it;
    it.write_two();
    it.fill(2, it.boards[1], "which", "no");
    const auto merged = base::new_id(it.room.now());
    it.ask(intents::GatherBoards{merged, "Prov · Alla", it.boards, true});
    REQUIRE(it.find_head(merged) != nullptr);
    CHECK(it.find_head(merged)->form == "prov");
    CHECK(it.find_head(merged)->table == 0);
    const auto said = it.entries(merged, "says");
    REQUIRE(said.size() == 2);
    CHECK(said[0].text == "För dyrt");
    CHECK(said[0].author == "Bord 1");
    CHECK(said[1].author == "Bord 2");
    const auto which = it.entries(merged, "which");
    REQUIRE(which.size() == 1);
    CHECK(which[0].value == "no");
    // Only boards of one template are one.
    it.ask(intents::GatherBoards{base::new_id(it.room.now()), "Olika", {it.boards[0], it.board}, true});
    CHECK(it.refusals.size() == 1);
    it.ask(intents::GatherBoards{base::new_id(it.room.now()), "Inga", {}});
    CHECK(it.refusals.size() == 2);
}
