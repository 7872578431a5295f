// While a vote is open its list of candidates stands still; afterwards the result stays with what was voted on.
#include "base/language.hpp"
#include "registrar/wall_ear.hpp"

namespace {

/// Two ideas in an open vote with three dots, and a third that came too late for it.
struct Candidates {
    Room room;
    base::Id first, second, late, poll;

    Candidates() {
        for (intents::Visitor visitor = 1; visitor <= 2; ++visitor) room.join(visitor);
        room.go_to(silent_ideas);
        first = room.add_note(1, silent_ideas, "Nyckelskåp med kod");
        second = room.add_note(2, silent_ideas, "Bokning i telefonen");
        room.go_to("tre-prickar");
        poll = room.open_poll("tre-prickar");
        late = room.add_note(1, silent_ideas, "Kodlås");
        const auto value = R"({"dots":{"nytta":{")" + first.text() + R"(":3}}})";
        room.vote(poll, room.token(1, poll), 1, value);
    }
    void reveal() {
        room.say(Room::trainer, intents::ClosePoll{poll});
        room.say(Room::trainer, intents::RevealPoll{poll});
    }
};

}  // namespace

TEST_CASE("what is being voted on is neither joined with another nor hidden, and the trainer is told what to do") {
    Candidates vote;
    for (const auto& deed : {intents::Intent(intents::MergeNotes{vote.first, vote.second}),
                             intents::Intent(intents::HideNote{vote.first})}) {
        const auto refused = vote.room.say(Room::trainer, deed);
        CHECK(Room::refusal(refused) == "not_now");
        CHECK(Room::member(refused, "nak", "what") == "in_vote");
        CHECK(Room::member(refused, "nak", "text").find("Stäng eller avbryt röstningen först.") != std::string::npos);
    }
    CHECK(Room::refusal(vote.room.say(1, intents::WithdrawNote{vote.first})) == "not_now");
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::MergeNotes{vote.late, vote.first})));
    vote.reveal();
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::SaveIdeas{vote.poll, {vote.first}})));
}

TEST_CASE("a called-off vote lets go of its candidates") {
    Candidates vote;
    vote.room.say(Room::trainer, intents::CancelPoll{vote.poll});
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::MergeNotes{vote.first, vote.second})));
}

TEST_CASE("the wall does not take back what is being voted on") {
    Candidates vote;
    vote.room.say(Room::trainer, intents::CancelPoll{vote.poll});
    auto& workshop = vote.room.workshop();
    workshop.look({});
    workshop.deed(intents::WriteNote{silent_ideas, "Skriven på väggen", "", ""});
    vote.room.settle();
    vote.room.open_poll("tre-prickar");
    workshop.deed(intents::UndoLast{});
    vote.room.settle();
    WallEar ear;
    ear.take(vote.room);
    REQUIRE(ear.refusals.size() == 1);
    CHECK(ear.refusals.front().error.what == "in_vote");
    CHECK(vote.room.shows("remote", "Skriven på väggen"));
}

TEST_CASE("the winner is saved with its own result, also when it was joined with another after the reveal") {
    Candidates vote;
    vote.reveal();
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::MergeNotes{vote.first, vote.second})));
    CHECK(vote.room.shows("remote", R"("can_save":[")" + vote.first.text()));
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::SaveIdeas{vote.poll, {vote.first}})));
    const auto& cells = vote.room.cells();
    CHECK(cells.text(vote.first, "idea.state") == "received");
    CHECK(cells.id(vote.first, "note.merged_into").empty());
    CHECK(cells.id(vote.first, "idea.merged_into").empty());
    CHECK(cells.text(vote.first, "idea.origin").find(R"("votes":3)") != std::string::npos);
    CHECK(cells.text(vote.second, "idea.state") == "draft");
}

TEST_CASE("what one vote has saved is not told as saved by the next, which saves what is left") {
    Candidates vote;
    vote.room.workshop().look({});
    vote.reveal();
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::SaveIdeas{vote.poll, {vote.first}})));
    const auto again = vote.room.say(Room::trainer, intents::Revote{vote.poll, {}});
    const auto round = base::parse_id(Room::member(again, "ack", "poll"));
    REQUIRE(round.has_value());
    vote.room.say(Room::trainer, intents::ClosePoll{*round});
    vote.room.say(Room::trainer, intents::RevealPoll{*round});
    const auto view = newest_view(vote.room);
    std::map<base::Id, views::PollView> polls;
    for (const auto& one : view->remote.room.polls) polls[one.id] = one;
    CHECK(polls.at(vote.poll).saved_notes == std::vector<base::Id>{vote.first});
    CHECK_FALSE(polls.at(*round).saved);
    CHECK(polls.at(*round).saved_notes.empty());
    CHECK(polls.at(*round).can_save == std::vector<base::Id>{vote.second});
}

TEST_CASE("a new round asks about what still stands on the wall") {
    Candidates vote;
    vote.reveal();
    vote.room.say(Room::trainer, intents::MergeNotes{vote.first, vote.second});
    const auto again = vote.room.say(Room::trainer, intents::Revote{vote.poll, {}});
    const auto round = base::parse_id(Room::member(again, "ack", "poll"));
    REQUIRE(round.has_value());
    CHECK(vote.room.cells().text(*round, "poll.options").find(vote.second.text()) != std::string::npos);
    CHECK(vote.room.cells().text(*round, "poll.options").find(vote.first.text()) == std::string::npos);
}
