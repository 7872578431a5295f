// What has been erased while the host was down never keeps it from starting.
#include "registrar/room.hpp"
#include "store/care.hpp"
#include "store/urn.hpp"

namespace {

constexpr auto voting = "tre-prickar";

store::ErasureWish wish_for(std::string text) {
    store::ErasureWish wish;
    wish.text = std::move(text);
    wish.rule = "Personuppgift i fritext";
    wish.decision = "KS 2026/12";
    wish.include_all = true;
    return wish;
}

void do_erase(const store::OpenOptions& options, const store::ErasureWish& wish) {
    const auto done = store::erase(options, wish);
    const std::string why = done ? "" : done.error().what;
    REQUIRE_MESSAGE(done.has_value(), why);
}

/// The cell loses its value, as by an erasure that came from another register.
void erase_cell(const store::OpenOptions& options, const base::Id& entity, const std::string& field) {
    store::ErasureWish wish;
    wish.cells.push_back({entity, field});
    wish.rule = "Personuppgift i fritext";
    wish.decision = "KS 2026/12";
    do_erase(options, wish);
}

store::TableRow row_of(store::Reader& reader, const std::string& kind, const base::Id& entity) {
    const auto rows = reader.read_rows(kind);
    REQUIRE(rows.has_value());
    for (const auto& row : *rows) {
        if (row.entity == entity) return row;
    }
    FAIL("no such row");
    return {};
}

/// A room that has voted on two ideas.
struct Voted {
    Room room;
    base::Id samira, kassor, poll;

    Voted() {
        room.join(1);
        room.join(2);
        room.go_to(silent_ideas);
        samira = room.add_note(1, silent_ideas, "Samira Ekenlund ringer upp");
        kassor = room.add_note(2, silent_ideas, "Kassören svarar själv");
        room.go_to(voting);
        poll = room.open_poll(voting);
    }
    void vote() {
        const auto dots = R"({"dots":{"nytta":{")" + samira.text() + R"(":1}}})";
        CHECK(room.vote(poll, room.token(1, poll), 1, dots).first == intents::AnswerBallot::Kind::saved);
    }
    void close() { CHECK(Room::acked(room.say(Room::trainer, intents::ClosePoll{poll}))); }
    void reveal() { CHECK(Room::acked(room.say(Room::trainer, intents::RevealPoll{poll}))); }
};

}  // namespace

TEST_CASE("a revealed poll whose options were erased is shown with what is left, and the host starts") {
    Voted voted;
    voted.vote();
    voted.close();
    voted.reveal();
    voted.room.restart([](const auto& options) { do_erase(options, wish_for("Samira Ekenlund")); });
    auto& room = voted.room;
    CHECK(room.workshop().went_on());
    CHECK(room.cells().text(voted.poll, "poll.options").empty());
    const auto shown = room.page("remote");
    CHECK(shown.find("Samira Ekenlund") == std::string::npos);
    CHECK(shown.find("\"label\":\"(gallrat)\"") != std::string::npos);
    CHECK(shown.find(R"("label":"Kassören svarar själv")") != std::string::npos);
    CHECK(shown.find(R"("state":"revealed")") != std::string::npos);
    // What stands in the register is still the same count.
    CHECK(Room::acked(room.say(Room::trainer, intents::RevealPoll{voted.poll})));
}

TEST_CASE("a closed poll whose words were erased can be revealed after the start") {
    Voted voted;
    voted.vote();
    voted.close();
    voted.room.restart([&voted](const auto& options) {
        erase_cell(options, voted.poll, "poll.options");
        erase_cell(options, voted.poll, "poll.params");
    });
    voted.reveal();
    const auto result = voted.room.cells().text(voted.poll, "poll.result");
    CHECK(result.find(R"("winners":[")" + voted.samira.text()) != std::string::npos);
}

TEST_CASE("a poll of which too little is left is not shown, and the host starts") {
    for (const std::string field : {"poll.method", "tally.ballots"}) {
        CAPTURE(field);
        Voted voted;
        voted.vote();
        voted.close();
        voted.reveal();
        const auto tallies =
            voted.room.workshop().book().reader().read_rows("tally", {{"poll", model::of_id(voted.poll)}});
        REQUIRE(tallies.has_value());
        const auto entity = field == "poll.method" ? voted.poll : tallies->front().entity;
        voted.room.restart([&](const auto& options) { erase_cell(options, entity, field); });
        CHECK(voted.room.workshop().went_on());
        CHECK(!voted.room.shows("remote", R"("state":"revealed")"));
    }
}

TEST_CASE("an open round whose options were erased is called off, and its urn is gone") {
    Voted voted;
    voted.vote();
    voted.room.restart([](const auto& options) {
        // Whoever erases is told before it is done.
        const auto plan = store::plan_erasure(options.file, wish_for("Samira Ekenlund"));
        REQUIRE(plan.has_value());
        CHECK(plan->open_votes.size() == 1);
        do_erase(options, wish_for("Samira Ekenlund"));
    });
    CHECK(voted.room.workshop().went_on());
    CHECK(voted.room.cells().text(voted.poll, "poll.state") == "cancelled");
    CHECK(store::find_urns(voted.room.file()).empty());
    // Whoever starts the host is told which vote it was.
    REQUIRE(voted.room.workshop().broken_votes().size() == 1);
    CHECK(voted.room.workshop().broken_votes().front().urn.empty());
    CHECK(!voted.room.workshop().broken_votes().front().question.empty());
    voted.room.open_poll(voting);
}

TEST_CASE("a text in the course of a session that has not ended is not erased before it has") {
    Room room;
    room.go_to(silent_ideas);
    const auto* course = "kassör";
    room.restart([course](const auto& options) {
        const auto plan = store::plan_erasure(options.file, wish_for(course));
        REQUIRE(plan.has_value());
        CHECK(!plan->open_course.empty());
        const auto done = store::erase(options, wish_for(course));
        REQUIRE(!done.has_value());
        CHECK(done.error().code == base::Code::not_now);
        CHECK(done.error().what.find(plan->open_course) != std::string::npos);
    });
    CHECK(room.workshop().went_on());
    CHECK(Room::acked(room.say(Room::trainer, intents::EndSession{true})));
    room.restart([course](const auto& options) { do_erase(options, wish_for(course)); });
    CHECK(!room.workshop().went_on());
}

TEST_CASE("a session whose course was erased in another register is ended cleanly, and a new one begins") {
    Room room(true);
    room.join(1, "Samira");
    room.go_to(silent_ideas);
    room.add_note(1, silent_ideas, "Väntar på att visas");
    room.go_to("kom-in");
    const auto poll = room.open_poll("kom-in");
    const auto before = room.workshop().session();
    const auto title = room.cells().text(before, "session.title");
    room.restart([](const auto& options) {
        // Where the file is merged, the session is nobody's to end: there the same course is erased.
        auto other = options;
        other.file = options.file.parent_path() / "other.iderum";
        other.state_folder = options.file.parent_path() / "other-state";
        REQUIRE(store::copy(options.file, other.file).has_value());
        do_erase(other, wish_for("kassör"));
        REQUIRE(store::merge_files(options, other).has_value());
    });
    auto& workshop = room.workshop();
    CHECK(!workshop.went_on());
    CHECK(workshop.ended_without_course() == title);
    CHECK(workshop.session() != before);
    auto& reader = workshop.book().reader();
    CHECK(row_of(reader, "session", before).number("ended_at") != 0);
    const auto rows = reader.read_session(before);
    REQUIRE(rows.has_value());
    CHECK(rows->kept.empty());
    CHECK(rows->seats.empty());
    CHECK(rows->hidden.empty());
    CHECK(row_of(reader, "poll", poll).text("state") == "cancelled");
    CHECK(store::find_urns(room.file()).empty());
    room.restart();
    CHECK(room.workshop().went_on());
    CHECK(room.workshop().ended_without_course().empty());
}
