// Consent at the wall: what is proposed is written, what stands in its way is read by all, and it is asked anew.
#include "ui/audience.hpp"
#include "ui/session.hpp"
#include "ui/wall_desk.hpp"

namespace {

const std::string proposed = "Vi stänger klockan tre på fredagar.";

/// A vote by consent, answered by `consents` people and by as many more as object.
views::WallView asked_for_consent(const std::string& state, int consents, const std::vector<std::string>& reasons) {
    auto view = scenes::vote(state);
    auto& poll = view.remote.room.polls.front();
    view.remote.room.block->kind = "consent";
    view.remote.planned = {{0, "consent", proposed, poll.id}};
    poll.question = proposed;
    poll.form = {};
    poll.form.rule.method = methods::Method::consent;
    poll.can_save.clear();
    poll.outcome.reset();
    std::vector<methods::CountedBallot> ballots(1);
    ballots[0].ballot.objection = "";
    ballots[0].count = consents;
    for (const auto& reason : reasons) ballots.emplace_back().ballot.objection = reason;
    const auto all = consents + static_cast<int>(reasons.size());
    if (state == "revealed") poll.outcome = methods::count_poll(poll.form.rule, ballots, all);
    poll.in = poll.of = poll.drawn = all;
    return view;
}

views::WallView objected(const std::vector<std::string>& reasons) {
    return asked_for_consent("revealed", 7, reasons);
}

std::string long_reason(int number) {
    std::string reason = "Skäl " + std::to_string(number) + ":";
    for (int i = 0; i < 30; ++i) reason += " och så vidare";
    return reason;
}

}  // namespace

TEST_CASE("while consent is asked for the wall shows the proposal and both answers, and nothing of what is written") {
    WallDesk wall(asked_for_consent("open", 4, {"Den som stänger är ensam då"}));
    wall.enter();
    CHECK(wall.desk.shows_whole(proposed));
    CHECK(wall.desk.shows_whole("Jag kan gå med på förslaget"));
    CHECK(wall.desk.shows_whole("Jag har en invändning"));
    wall.desk.save("05-vote-consent");
}

TEST_CASE("objections stand at the wall below the proposal, each once, and are covered with the result") {
    WallDesk wall(objected({"Ingen har frågat dem", "Den som stänger är ensam då", "Ingen har frågat dem"}));
    wall.enter();
    CHECK(wall.desk.text("reveal/title") == "3 invändningar: hör dem, ändra förslaget och fråga igen");
    CHECK(wall.desk.text("reveal/voters").find("7 kan gå med på förslaget.") != std::string::npos);
    CHECK(wall.desk.text("reveal/proposal") == proposed);
    CHECK(wall.desk.text("reveal/objection/0") == "Den som stänger är ensam då");
    CHECK(wall.desk.text("reveal/objection/1") == "Ingen har frågat dem × 2");
    CHECK(wall.desk.text("reveal/objection/2").empty());
    wall.desk.save("06-reveal-consent");
    wall.desk.tap("dock/cover");
    CHECK(wall.desk.text("reveal/objection/0").empty());
    CHECK(wall.desk.text("reveal/title").find("invändning") == std::string::npos);
}

TEST_CASE("a proposal that nobody objects to is passed") {
    WallDesk wall(objected({}));
    wall.enter();
    CHECK(wall.desk.text("reveal/title") == "Förslaget går igenom: ingen har kvar en invändning");
    CHECK(wall.desk.text("reveal/proposal") == proposed);
    WallDesk one(objected({"Den som stänger är ensam då"}));
    one.enter();
    CHECK(one.desk.text("reveal/title") == "En invändning: hör den, ändra förslaget och fråga igen");
}

TEST_CASE("many long objections are all reached at the wall, and the room is told how many it does not see") {
    std::vector<std::string> reasons;
    for (int i = 10; i < 30; ++i) reasons.push_back(long_reason(i));
    const auto view = objected(reasons);
    WallDesk wall(view);
    wall.enter();
    wall.desk.save("06-reveal-consent-many");
    CHECK(wall.desk.shows_whole(reasons.front()));
    CHECK_FALSE(wall.desk.shows_whole(reasons.back()));
    wall.desk.wheel(wall.wall.reveal.rows.centre(), {0, -9000});
    wall.desk.settle();
    CHECK(wall.desk.shows_whole(reasons.back()));
    ui::Audience audience;
    Desk room([&](ui::Frame& frame) { ui::draw_audience(audience, view, frame); });
    room.settle();
    CHECK(room.shows_whole(reasons.front()));
    CHECK_FALSE(room.shows_whole(reasons.back()));
    const auto& written = room.nothing.written;
    CHECK(
        std::any_of(written.begin(), written.end(), [](const auto& one) { return one.ends_with("till: se plattan"); }));
    room.save("06-audience-consent-many");
}

TEST_CASE("to ask anew the trainer may word the proposal otherwise first") {
    WallDesk wall(objected({"Den som stänger är ensam då"}));
    wall.enter();
    wall.desk.tap("dock/revote");
    CHECK(wall.all.empty());
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/new_vote/proposal") == proposed);
    CHECK_FALSE(wall.desk.has("sheet/new_vote/others"));
    wall.desk.save("05-vote-amend");
    wall.desk.tap("sheet/new_vote/write");
    wall.desk.settle();
    wall.desk.type(U" Två och två.");
    wall.desk.tap("writing/save");
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/new_vote/proposal") == proposed + " Två och två.");
    wall.desk.tap("sheet/new_vote/open");
    const auto again = wall.take<intents::Revote>();
    CHECK(again.poll == wall.view.remote.room.polls.front().id);
    CHECK(again.question == proposed + " Två och två.");
    CHECK(wall.wall.sheets.open == ui::SheetKind::none);
}

TEST_CASE("on the spot consent is asked for what the trainer has written, and not before") {
    WallDesk wall(scenes::ideas());
    wall.enter();
    wall.wall.sheets.open = ui::SheetKind::new_vote;
    wall.desk.settle();
    wall.desk.wheel(wall.desk.rect("sheet/new_vote/ways").centre(), {0, -9000});
    wall.desk.settle();
    wall.desk.tap("sheet/new_vote/consent");
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/new_vote/title") == "Samtycke");
    wall.desk.tap("sheet/new_vote/open");
    CHECK(wall.all.empty());
    wall.desk.tap("sheet/new_vote/write");
    wall.desk.settle();
    wall.desk.type(U"Vi provar");
    wall.desk.tap("writing/save");
    wall.desk.settle();
    wall.desk.tap("sheet/new_vote/open");
    const auto started = wall.take<intents::StartPoll>();
    CHECK(started.method == "consent");
    CHECK(started.question == "Vi provar");
}

TEST_CASE("in a block for consent the planned vote is the next step") {
    auto view = asked_for_consent("open", 1, {});
    view.remote.room.polls.clear();
    view.remote.planned.front().poll = {};
    CHECK(ui::next_step(view).kind == ui::Step::Kind::open);
    WallDesk wall(view);
    wall.enter();
    CHECK_FALSE(wall.desk.has("dock/vote"));
    wall.desk.tap("dock/next");
    wall.take<intents::OpenPoll>();
}
