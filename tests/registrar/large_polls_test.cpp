// A vote that opens can be answered whole, however much there is to answer.
#include "registrar/room.hpp"

namespace {

std::string feelings_on(const std::vector<base::Id>& steps) {
    std::string value = R"({"feelings":{)";
    for (const auto& step : steps) {
        if (step != steps.front()) value += ',';
        value += "\"" + step.text() + "\":-2";
    }
    return value + "}}";
}

std::vector<base::Id> write_steps(Room& room, int count) {
    std::vector<base::Id> steps;
    for (int i = 0; i < count; ++i) {
        intents::WriteNote step;
        step.block = "rita-resan";
        step.text = "Samira tar steg " + std::to_string(i);
        const auto written = room.say(Room::trainer, step);
        steps.push_back(base::parse_id(Room::member(written, "ack", "note")).value());
    }
    return steps;
}

}  // namespace

TEST_CASE("a journey of more steps than a ballot holds is not opened, and of one that is opened every step is judged") {
    Room room;
    room.join(1);
    room.go_to("rita-resan");
    auto steps = write_steps(room, 200);
    const auto refused = room.say(Room::trainer, intents::OpenPoll{"rita-resan", 0});
    CHECK(Room::refusal(refused) == "not_now");
    CHECK(Room::member(refused, "nak", "what") == "too_many_options");
    CHECK(Room::member(refused, "nak", "text").starts_with("Här finns 200 att ta ställning till, och högst 185 "));
    CHECK(Room::member(refused, "nak", "text").ends_with("Slå ihop eller dölj några, och öppna sedan."));
    for (; steps.size() > 144; steps.pop_back()) room.say(Room::trainer, intents::HideNote{steps.back()});
    const auto poll = room.open_poll("rita-resan");
    const auto value = feelings_on(steps);
    const auto frame = R"({"t":"vote","id":"c1","poll":")" + poll.text() + R"(","token":")" + room.token(1, poll) +
                       R"(","k":1,"value":)" + value + "}";
    CHECK(intents::parse_message(frame).has_value());
    CHECK(room.vote(poll, room.token(1, poll), 1, value).first == intents::AnswerBallot::Kind::saved);
    room.say(Room::trainer, intents::ClosePoll{poll});
    CHECK(Room::acked(room.say(Room::trainer, intents::RevealPoll{poll})));
}

TEST_CASE("more ballots than a fact holds are kept in a blob, and counted again after a restart") {
    Room room;
    constexpr int people = 199;
    for (intents::Visitor visitor = 1; visitor <= people; ++visitor) room.join(visitor);
    room.go_to("rita-resan");
    const auto steps = write_steps(room, 140);
    const auto poll = room.open_poll("rita-resan");
    for (intents::Visitor visitor = 1; visitor <= people; ++visitor) {
        // No two are alike.
        auto value = feelings_on(steps);
        const auto at = value.rfind("-2", value.size() - 3 - static_cast<std::size_t>(visitor % 100) * 42);
        value.replace(at, 2, visitor < 100 ? "1" : "2");
        REQUIRE(room.vote(poll, room.token(visitor, poll), 1, value).first == intents::AnswerBallot::Kind::saved);
    }
    room.say(Room::trainer, intents::ClosePoll{poll});
    auto& reader = room.workshop().book().reader();
    const auto tallies = reader.read_rows("tally", {{"poll", model::of_id(poll)}});
    REQUIRE(tallies.has_value());
    REQUIRE(tallies->size() == 1);
    CHECK(tallies->front().text("ballots").empty());
    CHECK(!tallies->front().text("ballots_blob").empty());
    room.restart();
    CHECK(Room::acked(room.say(Room::trainer, intents::RevealPoll{poll})));
    CHECK(room.cells().text(poll, "poll.result").find(R"("voted":199)") != std::string::npos);
}
