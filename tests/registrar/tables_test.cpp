// Tables: chosen, dealt or set; told to each, and gone with the session.
#include "registrar/room.hpp"

namespace {

struct Tables {
    Room room;

    explicit Tables(int people = 0) {
        for (int i = 1; i <= people; ++i) room.join(static_cast<intents::Visitor>(i), "Person " + std::to_string(i));
    }
    Room::Frames make(std::optional<intents::Seating> how, int count = 0, int size = 0,
                      std::optional<bool> sign = std::nullopt) {
        return room.say(Room::trainer, intents::MakeTables{how, count, size, sign});
    }
    bool shows(const std::string& tables) { return room.shows("tablet/sv", R"("tables":)" + tables); }
    /// What a tablet was last told of its own table: "3", with those who sit there behind it.
    std::string mine(intents::Visitor visitor) const {
        std::string found;
        for (const auto& item : room.told()) {
            const auto* send = std::get_if<intents::Send>(&item);
            if (send == nullptr || send->visitor != visitor) continue;
            const auto& text = *send->text;
            const auto at = text.find(R"("table":)");
            if (text.find(R"("t":"mine")") == std::string::npos || at == std::string::npos) continue;
            found = text.substr(at + 8, text.size() - at - 9);
        }
        return found;
    }
    int table(intents::Visitor visitor) const { return std::atoi(mine(visitor).c_str()); }
    base::Id seat(const std::string& label) {
        const auto page = room.page("remote");
        const auto at = page.find(R"(","label":")" + label + "\"");
        REQUIRE(at != std::string::npos);
        return base::parse_id(page.substr(at - 36, 36)).value();
    }
};

}  // namespace

TEST_CASE("each chooses a table, sees who is there, and is refused where it is full") {
    Tables one(6);
    CHECK(Room::refusal(one.room.say(1, intents::TakeTable{1})) == "not_now");
    CHECK(one.shows("null"));
    CHECK(Room::acked(one.make(intents::Seating::choose, 2)));
    CHECK(one.shows(R"({"how":"choose","sign":false,"seated":[0,0]})"));
    for (intents::Visitor visitor = 1; visitor <= 5; ++visitor) {
        CHECK(Room::acked(one.room.say(visitor, intents::TakeTable{1})));
    }
    CHECK(one.shows(R"({"how":"choose","sign":false,"seated":[5,0]})"));
    const auto full = one.room.say(6, intents::TakeTable{1});
    CHECK(Room::member(full, "nak", "what") == "table_full");
    CHECK(Room::refusal(one.room.say(6, intents::TakeTable{3})) == "bad_input");
    CHECK(Room::acked(one.room.say(6, intents::TakeTable{2})));
    CHECK(one.mine(6) == R"(2,"with":[])");
    CHECK(Room::acked(one.room.say(5, intents::TakeTable{2})));
    CHECK(one.mine(6) == R"(2,"with":["Person 5"])");
    one.room.say(5, intents::ChangeMe{"Elif", true, ""});
    CHECK(one.mine(6) == R"(2,"with":["Elif"])");
    one.room.say(5, intents::ChangeMe{"Elif", false, ""});
    CHECK(one.mine(6) == R"(2,"with":[])");
    one.room.say(5, intents::Leave{});
    CHECK(one.shows(R"({"how":"choose","sign":false,"seated":[4,1]})"));
}

TEST_CASE("where there are too many people for the tables, more than five sit at each") {
    Tables one(7);
    one.make(intents::Seating::choose, 1);
    for (intents::Visitor visitor = 1; visitor <= 7; ++visitor) {
        CHECK(Room::acked(one.room.say(visitor, intents::TakeTable{1})));
    }
}

TEST_CASE("all are dealt evenly, nobody may change, and one who comes late sits where fewest are") {
    Tables one(7);
    CHECK(Room::acked(one.make(intents::Seating::deal, 0, 4)));
    const bool even = one.shows(R"({"how":"deal","sign":false,"seated":[4,3]})") ||
                      one.shows(R"({"how":"deal","sign":false,"seated":[3,4]})");
    CHECK(even);
    for (intents::Visitor visitor = 1; visitor <= 7; ++visitor) CHECK(one.table(visitor) > 0);
    CHECK(Room::member(one.room.say(1, intents::TakeTable{2}), "nak", "what") == "tables_set");
    one.room.join(8, "Sen");
    CHECK(one.shows(R"({"how":"deal","sign":false,"seated":[4,4]})"));
    CHECK(one.table(8) > 0);
}

TEST_CASE("whose table is taken away when all have been dealt sits at another") {
    Tables one(6);
    one.make(intents::Seating::deal, 3);
    CHECK(Room::acked(one.make(std::nullopt, 2)));
    CHECK(one.shows(R"({"how":"deal","sign":false,"seated":[3,3]})"));
}

TEST_CASE("a tablet that takes in ballots from paper is dealt to no table") {
    Tables one(4);
    one.room.say(Room::trainer, intents::UseSeat{one.seat("Plats 4"), intents::SeatUse::paper});
    one.make(intents::Seating::deal, 1);
    CHECK(one.shows(R"({"how":"deal","sign":false,"seated":[3]})"));
}

TEST_CASE("the trainer moves a seat, and who sits where is there after a restart and gone with the tables") {
    Tables one(2);
    const auto seat = one.seat("Plats 1");
    CHECK(Room::refusal(one.room.say(Room::trainer, intents::SeatAt{seat, 1})) == "not_now");
    one.make(intents::Seating::place, 3);
    CHECK(Room::acked(one.room.say(Room::trainer, intents::SeatAt{seat, 3})));
    CHECK(one.table(1) == 3);
    CHECK(Room::refusal(one.room.say(Room::trainer, intents::SeatAt{seat, 4})) == "bad_input");
    one.room.restart();
    CHECK(one.room.shows("remote", R"("use":"one","table":3})"));
    CHECK(one.room.shows("remote", R"("tables":{"how":"place","sign":false,"seated":[0,0,1]})"));
    // Fewer tables: those whose table is gone sit nowhere, the others stay.
    one.room.say(Room::trainer, intents::SeatAt{one.seat("Plats 2"), 2});
    one.make(intents::Seating::place, 2);
    CHECK(one.room.shows("remote", R"("seated":[0,1]})"));
    one.make(intents::Seating::none);
    CHECK(one.room.shows("remote", R"("tables":null)"));
    one.make(intents::Seating::choose, 2);
    CHECK(one.room.shows("remote", R"("seated":[0,0]})"));
}

TEST_CASE("a note bears its table's name when the trainer has chosen so, also for one whose own name is shown") {
    Tables one(1);
    one.room.go_to(silent_ideas);
    CHECK(Room::refusal(one.make(std::nullopt, 0, 0, true)) == "not_now");
    one.make(intents::Seating::choose, 3);
    one.room.say(1, intents::TakeTable{3});
    const auto own = one.room.add_note(1, silent_ideas, "Boka på nätet");
    CHECK(Room::acked(one.make(std::nullopt, 0, 0, true)));
    CHECK(one.shows(R"({"how":"choose","sign":true,"seated":[0,0,1]})"));
    const auto tables = one.room.add_note(1, silent_ideas, "Öppna på kvällen");
    CHECK(one.room.cells().text(own, "note.author_name") == "Person 1");
    CHECK(one.room.cells().text(tables, "note.author_name") == "Bord 3");
}

TEST_CASE("no journal says who sat where, and the session's end forgets it") {
    Tables one(3);
    const auto head = one.room.workshop().book().head();
    one.make(intents::Seating::deal, 1);
    one.room.say(Room::trainer, intents::SeatAt{one.seat("Plats 1"), 0});
    CHECK(one.room.workshop().book().head() == head);
    const auto session = one.room.workshop().session();
    one.room.say(Room::trainer, intents::EndSession{});
    CHECK(one.room.workshop().book().reader().read_session(session)->kept.empty());
}
