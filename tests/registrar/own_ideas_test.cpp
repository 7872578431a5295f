// Nobody judges an idea of one's own (domain V5): the door is told which these are, for it alone knows who votes.
#include "registrar/room.hpp"

namespace {

using Own = std::vector<std::string>;

/// Two who have written, and a vote by marks that are shown together.
struct OwnIdeas {
    Room room;
    base::Id first, second, poll, seat;
    std::string secret;

    explicit OwnIdeas(const std::string& method = "show14") {
        secret = Room::member(room.join(1), "welcome", "seat");
        room.join(2);
        room.go_to(silent_ideas);
        first = room.add_note(1, silent_ideas, "Bokbuss till Sjövik");
        second = room.add_note(2, silent_ideas, "Cykelpump vid stationen");
        intents::StartPoll wish;
        wish.method = method;
        poll = base::parse_id(Room::member(room.say(Room::trainer, wish), "ack", "poll")).value();
        seat = room.workshop().book().reader().read_session(room.workshop().session())->seats.front().seat;
    }
    /// What the door was told last of this visitor; nothing: it has never been told.
    std::optional<Own> own(intents::Visitor visitor) const {
        std::optional<Own> newest;
        for (const auto& one : room.told()) {
            const auto* options = std::get_if<intents::OwnOptions>(&one);
            if (options != nullptr && options->visitor == visitor && options->poll == poll) newest = options->options;
        }
        return newest;
    }
};

}  // namespace

TEST_CASE("in a vote by marks shown together each device is known by its own ideas") {
    const OwnIdeas vote;
    CHECK(vote.own(1) == Own{vote.first.text()});
    CHECK(vote.own(2) == Own{vote.second.text()});
}

TEST_CASE("in other votes one's own idea is like any other") {
    const OwnIdeas vote("score");
    CHECK_FALSE(vote.own(1).has_value());
}

TEST_CASE("who comes back while the vote is open, also after a restart, is known by the same ideas") {
    OwnIdeas vote;
    vote.room.restart();
    intents::Hello again;
    again.seat = vote.secret;
    vote.room.hello(4, again);
    CHECK(vote.own(4) == Own{vote.first.text()});
    vote.room.join(5);
    CHECK(vote.own(5) == Own{});
}

TEST_CASE("on a device of several, or for paper, nobody knows whose idea it is") {
    OwnIdeas vote;
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::UseSeat{vote.seat, intents::SeatUse::several})));
    CHECK(vote.own(1) == Own{});
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::UseSeat{vote.seat, intents::SeatUse::one})));
    CHECK(vote.own(1) == Own{vote.first.text()});
    CHECK(Room::acked(vote.room.say(Room::trainer, intents::UseSeat{vote.seat, intents::SeatUse::paper})));
    CHECK(vote.own(1) == Own{});
}
