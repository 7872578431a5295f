// The session's own boards as they were: told to the wall, and brought back.
#include <algorithm>

#include "registrar/session_wall.hpp"
#include "store/care.hpp"

namespace {

/// A wall that looks back at its session.
struct PastWall : SessionWall {
    std::shared_ptr<const views::SessionHistory> at(std::uint64_t moment) {
        views::WallScope scope;
        scope.moment = moment;
        look(scope);
        REQUIRE(past);
        return past;
    }
    /// The newest moment, whatever is done meanwhile.
    std::uint64_t now() {
        const auto told = at(0);
        REQUIRE_FALSE(told->moments.empty());
        return told->moments.back().seq;
    }
    base::Id add(const std::string& text, const std::string& group = {}) {
        return room.add_note(1, view->remote.room.block->id, text, group);
    }
    const views::NoteView* find(const base::Id& note) const {
        const auto& wall = notes();
        const auto found = std::find_if(wall.begin(), wall.end(), [&note](const auto& one) { return one.id == note; });
        return found == wall.end() ? nullptr : &*found;
    }
    base::Id add_group(const std::string& name) {
        ask(intents::NameCluster{name, {}});
        return view->remote.room.clusters.back().id;
    }
    std::string last_refusal() const { return refusals.empty() ? "" : refusals.back().error.what; }
};

std::vector<std::string> texts_of(const views::SessionHistory& then) {
    std::vector<std::string> texts;
    for (const auto& note : then.wall) texts.push_back(note.text);
    return texts;
}

bool is_seen_in(const views::SessionHistory& then, std::string_view text) {
    return std::any_of(then.wall.begin(), then.wall.end(),
                       [text](const auto& note) { return note.text.find(text) != std::string::npos; });
}

/// At every moment that the wall can choose.
bool is_ever_seen(PastWall& wall, std::string_view text) {
    const auto moments = wall.at(0)->moments;
    return std::any_of(moments.begin(), moments.end(),
                       [&](const auto& moment) { return is_seen_in(*wall.at(moment.seq), text); });
}

bool is_ever_touched(PastWall& wall, const base::Id& object) {
    const auto moments = wall.at(0)->moments;
    return std::any_of(moments.begin(), moments.end(), [&object](const auto& moment) {
        return std::find(moment.touched.begin(), moment.touched.end(), object) != moment.touched.end();
    });
}

}  // namespace

TEST_CASE("the session tells how its boards came to be, by whom and in which block, and how they were at any moment") {
    PastWall wall;
    const auto one = wall.add("Lampa i fönstret");
    const auto first = wall.now();
    wall.add("Kodlås");
    wall.ask(intents::ColourNote{one, "ros"});
    wall.room.say(1, intents::EditNote{one, "Lampa vid dörren", {}});
    const auto told = wall.at(0);
    REQUIRE(told->moments.size() >= 4);
    const auto& moments = told->moments;
    CHECK(std::is_sorted(moments.begin(), moments.end(), [](const auto& a, const auto& b) { return a.seq < b.seq; }));
    CHECK(told->shown == moments.back().seq);
    CHECK(moments.back().label == "change.edit_note");
    CHECK(moments.back().name == "Tove");
    CHECK(moments.back().touched == std::vector{one});
    CHECK(moments.back().items == 2);
    CHECK(moments.back().block == "Idéer i tysthet");
    CHECK(moments[moments.size() - 2].author == "trainer");
    CHECK(moments[moments.size() - 2].name.empty());
    REQUIRE(told->block);
    CHECK(told->block->id == silent_ideas);
    CHECK(is_seen_in(*told, "Lampa vid dörren"));
    const auto then = wall.at(first);
    CHECK(then->shown == first);
    CHECK(texts_of(*then) == std::vector<std::string>{"Lampa i fönstret"});
    CHECK(then->wall[0].colour.empty());
    CHECK(then->wall[0].author == "Tove");
    CHECK(then->moments.size() == moments.size());
    // Numbers of moments are the same after a restart.
    wall.room.restart();
    CHECK(texts_of(*wall.at(first)) == std::vector<std::string>{"Lampa i fönstret"});
    CHECK(wall.at(0)->moments.back().seq == moments.back().seq);
}

TEST_CASE("what is done while the wall looks back comes into it, and when it has turned away nothing is told") {
    PastWall wall;
    wall.add("Kodlås");
    const auto before = wall.at(0)->moments.size();
    wall.ask(intents::WriteNote{silent_ideas, "Nyckelskåp", "", ""});
    CHECK(wall.past->moments.size() == before + 1);
    CHECK(wall.past->wall.size() == 2);
    wall.look({});
    wall.past.reset();
    wall.add("Lampa");
    wall.hear();
    CHECK_FALSE(wall.past);
}

TEST_CASE("an earlier block's board is shown as it was in that block") {
    PastWall wall;
    wall.room.go_to("rita-resan");
    wall.hear();
    const auto step = wall.add("Ringer runt", "fore");
    const auto then = wall.now();
    wall.ask(intents::MoveNote{step, "efter"});
    wall.room.go_to(silent_ideas);
    wall.hear();
    const auto past = wall.at(then);
    REQUIRE(past->block);
    CHECK(past->block->id == "rita-resan");
    CHECK_FALSE(past->block->lanes.empty());
    REQUIRE(past->wall.size() == 1);
    CHECK(past->wall[0].group == "fore");
}

TEST_CASE("what waits, was hidden or was withdrawn is seen at no moment, and neither is that it was there") {
    PastWall wall;
    wall.add("Kodlås");
    const auto hidden = wall.add("Om chefen");
    const auto withdrawn = wall.add("Jag ångrar mig");
    const auto waits = wall.add("Ring 070-174 06 58");
    CHECK(is_ever_seen(wall, "Om chefen"));
    wall.ask(intents::HideNote{hidden});
    CHECK(Room::acked(wall.room.say(1, intents::WithdrawNote{withdrawn})));
    SUBCASE("at once") {}
    SUBCASE("after a restart") {
        wall.room.restart();
    }
    for (const auto* text : {"Om chefen", "Jag ångrar mig", "070"}) {
        CAPTURE(text);
        CHECK_FALSE(is_ever_seen(wall, text));
    }
    for (const auto& note : {hidden, withdrawn, waits}) CHECK_FALSE(is_ever_touched(wall, note));
    CHECK(is_ever_seen(wall, "Kodlås"));
    // What is shown again is seen again.
    wall.ask(intents::HideNote{hidden, true});
    CHECK(is_ever_seen(wall, "Om chefen"));
}

TEST_CASE("words that would be held today stand as they do today at every moment") {
    PastWall wall;
    // The host's own word list is another from its next start on.
    const auto note = wall.add("Fråga Grålle");
    wall.ask(intents::FixNote{note, "Fråga vaktmästaren"});
    CHECK(is_ever_seen(wall, "Grålle"));
    wall.room.held_words.add("Grålle\n");
    wall.room.restart();
    CHECK_FALSE(is_ever_seen(wall, "Grålle"));
    CHECK(is_ever_seen(wall, "Fråga vaktmästaren"));
}

TEST_CASE("erased words are erased at every moment, and are not brought back") {
    PastWall wall;
    const auto note = wall.add("Samira Ekenlund ringer");
    const auto then = wall.now();
    wall.ask(intents::FixNote{note, "Kassören ringer"});
    wall.room.restart([&](const store::OpenOptions& options) {
        store::ErasureWish wish;
        wish.text = "Samira Ekenlund";
        wish.rule = "Personuppgift i fritext";
        wish.decision = "KS 2026/12";
        wish.include_all = true;
        REQUIRE(store::erase(options, wish).has_value());
    });
    CHECK_FALSE(is_ever_seen(wall, "Ekenlund"));
    wall.ask(intents::RestoreSession{then, note});
    CHECK(wall.room.cells().text(note, "note.text").find("Ekenlund") == std::string::npos);
}

TEST_CASE("no vote is told of, neither while it is open nor when it is shown") {
    PastWall wall;
    const auto one = wall.add("Kodlås");
    wall.add("Lampa");
    wall.room.go_to("tre-prickar");
    wall.hear();
    const auto before = wall.at(0)->moments.size();
    const auto poll = wall.room.open_poll("tre-prickar");
    const auto value = R"({"dots":{"nytta":{")" + one.text() + R"(":1}}})";
    wall.room.vote(poll, wall.room.token(1, poll), 1, value);
    wall.hear();
    CHECK(wall.at(0)->moments.size() == before);
    wall.room.say(Room::trainer, intents::ClosePoll{poll});
    wall.room.say(Room::trainer, intents::RevealPoll{poll});
    wall.hear();
    CHECK_FALSE(is_ever_touched(wall, poll));
    CHECK(wall.at(0)->moments.back().label != "change.reveal_poll");
}

TEST_CASE("one note is brought back to what it was, with its group, and that is undone at the wall") {
    PastWall wall;
    const auto keys = wall.add_group("Nycklar");
    const auto one = wall.add("Kodlås"), two = wall.add("Lampa");
    wall.ask(intents::SortNote{one, keys});
    wall.ask(intents::ColourNote{one, "ros"});
    const auto then = wall.now();
    wall.ask(intents::ColourNote{one, "himmel"});
    wall.ask(intents::ColourNote{two, "himmel"});
    wall.ask(intents::FixNote{one, "Kodlås med kort"});
    wall.ask(intents::SortNote{one, {}});
    wall.ask(intents::RemoveCluster{keys});
    wall.ask(intents::RestoreSession{then, one});
    CHECK(wall.refusals.empty());
    REQUIRE(wall.find(one) != nullptr);
    CHECK(wall.find(one)->text == "Kodlås");
    CHECK(wall.find(one)->colour == "ros");
    CHECK(wall.find(one)->cluster == keys);
    CHECK(wall.view->remote.room.clusters.size() == 1);
    CHECK(wall.find(two)->colour == "himmel");
    CHECK(wall.room.cells().text(one, "idea.title") == "Kodlås");
    wall.ask(intents::UndoLast{});
    CHECK(wall.view->undone.label == "change.restore_session");
    CHECK(wall.find(one)->text == "Kodlås med kort");
    CHECK(wall.find(one)->colour == "himmel");
    CHECK(wall.find(one)->cluster.empty());
    CHECK(wall.view->remote.room.clusters.empty());
}

TEST_CASE("a whole board is brought back as one change: groups as they were, and what was written since stays") {
    PastWall wall;
    const auto keys = wall.add_group("Nycklar");
    const auto one = wall.add("Kodlås"), two = wall.add("Lampa");
    wall.ask(intents::SortNote{one, keys});
    const auto then = wall.now();
    wall.ask(intents::SortNote{one, {}});
    wall.ask(intents::NameCluster{"Skåp", keys});
    const auto doors = wall.add_group("Dörrar"), later = wall.add_group("Senare");
    wall.ask(intents::SortNote{two, doors});
    wall.ask(intents::MergeNotes{one, two});
    const auto three = wall.add("Nyckelskåp");
    wall.ask(intents::SortNote{three, later});
    SUBCASE("while the wall looks back") {}
    SUBCASE("after it has turned away") {
        wall.look({});
    }
    SUBCASE("after a restart") {
        wall.room.restart();
        wall.look({});
    }
    wall.ask(intents::RestoreSession{then});
    CHECK(wall.refusals.empty());
    REQUIRE(wall.find(one) != nullptr);
    CHECK(wall.find(one)->cluster == keys);
    CHECK(wall.find(two)->cluster.empty());
    REQUIRE(wall.find(three) != nullptr);
    CHECK(wall.find(three)->cluster == later);
    const auto& groups = wall.view->remote.room.clusters;
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].name == "Nycklar");
    CHECK(groups[1].id == later);
    wall.ask(intents::UndoLast{});
    CHECK(wall.find(one) == nullptr);
    CHECK(wall.find(two)->cluster == doors);
    CHECK(wall.view->remote.room.clusters.size() == 3);
    CHECK(wall.view->remote.room.clusters[0].name == "Skåp");
}

TEST_CASE("a restored column has its notes where they were") {
    PastWall wall;
    wall.room.go_to("rita-resan");
    wall.hear();
    const auto one = wall.add("Ringer runt", "fore"), two = wall.add("Får svar", "fore");
    const auto then = wall.now();
    wall.ask(intents::MoveNote{two, "fore", one});
    wall.ask(intents::MoveNote{one, "efter"});
    wall.ask(intents::RestoreSession{then});
    REQUIRE(wall.notes().size() == 2);
    CHECK(wall.notes()[0].id == one);
    CHECK(wall.notes()[0].group == "fore");
    CHECK(wall.notes()[1].id == two);
}

TEST_CASE("an idea that has gone on in the register keeps its state and number when its words are brought back") {
    PastWall wall;
    const auto idea = wall.add("Kodlås");
    const auto then = wall.now();
    wall.ask(intents::FixNote{idea, "Kodlås med kort"});
    CHECK(Room::acked(wall.room.say(Room::trainer, intents::SaveIdeas{{}, {idea}})));
    wall.room.pass(9000);
    wall.hear();
    const auto number = wall.room.cells().text(idea, "idea.number");
    REQUIRE_FALSE(number.empty());
    const auto title = wall.room.cells().text(idea, "idea.title");
    wall.ask(intents::RestoreSession{then});
    CHECK(wall.refusals.empty());
    CHECK(wall.find(idea)->text == "Kodlås");
    CHECK(wall.room.cells().text(idea, "idea.state") == "received");
    CHECK(wall.room.cells().text(idea, "idea.number") == number);
    CHECK(wall.room.cells().text(idea, "idea.title") == title);
}

TEST_CASE("person cards come back where the room writes of a person, and only there") {
    PastWall wall;
    wall.room.go_to("lar-kanna-samira");
    wall.hear();
    const auto rami = base::new_id(wall.room.now()), ulla = base::new_id(wall.room.now() + 1);
    wall.ask(intents::PutPersona{rami, "Rami", "Skolkock", ""});
    const auto then = wall.now();
    CHECK(wall.at(then)->personas.size() == 1);
    wall.ask(intents::PutPersona{rami, "Rami", "Rektor", ""});
    wall.ask(intents::RemovePersona{rami});
    wall.ask(intents::PutPersona{ulla, "Ulla", "", ""});
    wall.room.go_to(silent_ideas);
    wall.hear();
    wall.ask(intents::RestoreSession{wall.now()});
    CHECK(wall.view->personas.size() == 1);
    wall.ask(intents::RestoreSession{then});
    REQUIRE(wall.view->personas.size() == 2);
    CHECK(wall.view->personas[0].description == "Skolkock");
    wall.ask(intents::UndoLast{});
    CHECK(wall.view->personas.size() == 1);
    wall.ask(intents::RestoreSession{then, rami});
    CHECK(wall.view->personas.size() == 2);
}

TEST_CASE("what the rules forbid is refused with a sentence, and nothing is changed") {
    PastWall wall;
    const auto one = wall.add("Kodlås"), two = wall.add("Lampa");
    const auto apart = wall.now();
    wall.ask(intents::MergeNotes{two, one});
    const auto joined = wall.now();
    wall.ask(intents::UndoLast{});
    wall.refusals.clear();
    wall.ask(intents::RestoreSession{1});
    CHECK(wall.last_refusal() == "not_begun");
    wall.ask(intents::RestoreSession{apart, base::new_id(wall.room.now())});
    CHECK(wall.last_refusal() == "object");
    CHECK(Room::refusal(wall.room.say(Room::trainer, intents::RestoreSession{apart})) == "denied");
    wall.room.go_to("tre-prickar");
    const auto poll = wall.room.open_poll("tre-prickar");
    wall.ask(intents::RestoreSession{joined});
    CHECK(wall.last_refusal() == "in_vote");
    CHECK(wall.refusals.back().text.find("Stäng eller avbryt röstningen först.") != std::string::npos);
    CHECK(wall.room.cells().id(two, "note.merged_into").empty());
    CHECK(Room::acked(wall.room.say(Room::trainer, intents::CancelPoll{poll})));
    CHECK(Room::acked(wall.room.say(Room::trainer, intents::EndSession{true})));
    wall.ask(intents::RestoreSession{apart});
    CHECK(wall.last_refusal() == "ended");
    CHECK(wall.refusals.size() == 4);
}
