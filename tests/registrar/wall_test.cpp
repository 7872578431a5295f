#include "base/language.hpp"
#include "registrar/session_wall.hpp"

TEST_CASE("a note written at the wall is shown at once, and can be undone and done again there") {
    SessionWall wall;
    wall.ask(intents::WriteNote{"ideer-i-tysthet", "Nyckelskåp med kod", "", "sol"});
    REQUIRE(wall.notes().size() == 1);
    CHECK(wall.notes()[0].text == "Nyckelskåp med kod");
    CHECK(wall.notes()[0].state == "draft");
    CHECK(wall.room.cells().text(wall.notes()[0].id, "note.source") == "wall");
    CHECK(wall.view->can_undo);
    wall.ask(intents::UndoLast{});
    CHECK(wall.notes().empty());
    CHECK(wall.view->can_redo);
    CHECK(wall.view->undone.count == 1);
    CHECK(wall.view->undone.label == "change.add_note");
    CHECK_FALSE(wall.view->undone.again);
    wall.ask(intents::UndoLast{true});
    CHECK(wall.notes().size() == 1);
    CHECK(wall.view->undone.label == "change.add_note");
    CHECK(wall.view->undone.again);
    wall.ask(intents::UndoLast{});
    CHECK(wall.view->undone.count == 3);
    CHECK(wall.view->undone.label == "change.add_note");
    CHECK_FALSE(wall.view->undone.again);
    wall.ask(intents::UndoLast{true});
    CHECK(wall.refusals.empty());
}

TEST_CASE("person cards are made, changed, taken away and undone at the wall, and live through a restart") {
    SessionWall wall;
    const auto id = base::new_id(wall.room.now()), other = base::new_id(wall.room.now() + 1);
    wall.ask(intents::PutPersona{id, "Rami", "Skolkock", ""});
    wall.ask(intents::PutPersona{other, "Ulla", "Rektor", "”Fråga bara.”"});
    wall.ask(
        intents::PutPersona{id, "Rami", "Skolkock på Ekbackeskolan", "", "Lagar för 400", "Tid", "Köerna", "Fler"});
    REQUIRE(wall.view->personas.size() == 2);
    CHECK(wall.view->personas[0].name == "Rami");
    CHECK(wall.view->personas[0].description == "Skolkock på Ekbackeskolan");
    CHECK(wall.view->personas[0].everyday == "Lagar för 400");
    CHECK(wall.view->personas[0].needs == "Tid");
    CHECK(wall.view->personas[0].obstacles == "Köerna");
    CHECK(wall.view->personas[0].help == "Fler");
    CHECK(wall.view->personas[1].quote == "”Fråga bara.”");
    wall.ask(intents::UndoLast{});
    CHECK(wall.view->personas[0].description == "Skolkock");
    wall.ask(intents::RemovePersona{other});
    REQUIRE(wall.view->personas.size() == 1);
    wall.ask(intents::PutPersona{other, "Ulla igen", "", ""});
    CHECK(wall.refusals.size() == 1);
    wall.ask(intents::UndoLast{});
    CHECK(wall.view->personas.size() == 2);
    CHECK(wall.refusals.size() == 1);
    wall.room.restart();
    wall.look({});
    REQUIRE(wall.view->personas.size() == 2);
    CHECK(wall.view->personas[0].description == "Skolkock");
}

TEST_CASE("person cards are put in order at the wall, and that is undone there") {
    SessionWall wall;
    std::vector<base::Id> ids;
    for (const auto* name : {"Ulla", "Rami", "Saga"}) {
        ids.push_back(base::new_id(wall.room.now() + static_cast<std::int64_t>(ids.size())));
        wall.ask(intents::PutPersona{ids.back(), name, "", ""});
    }
    const auto order = [&wall] {
        std::string names;
        for (const auto& person : wall.view->personas) names += person.name + " ";
        return names;
    };
    CHECK(order() == "Ulla Rami Saga ");
    wall.ask(intents::MovePersona{ids[2], ids[0]});
    CHECK(order() == "Saga Ulla Rami ");
    wall.ask(intents::MovePersona{ids[2], ids[1]});
    CHECK(order() == "Ulla Saga Rami ");
    wall.ask(intents::MovePersona{ids[0]});
    CHECK(order() == "Saga Rami Ulla ");
    wall.ask(intents::UndoLast{});
    CHECK(order() == "Ulla Saga Rami ");
    wall.ask(intents::MovePersona{ids[0], ids[0]});
    CHECK(wall.refusals.size() == 1);
}

TEST_CASE("a person card without a name, too long, or of something else is refused") {
    SessionWall wall;
    const auto note = wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    const auto id = base::new_id(wall.room.now());
    wall.ask(intents::PutPersona{id, " ", "Skolkock", ""});
    wall.ask(intents::PutPersona{id, std::string(200, 'x'), "", ""});
    wall.ask(intents::PutPersona{id, "Rami", std::string(600, 'x'), ""});
    wall.ask(intents::PutPersona{note, "Rami", "", ""});
    wall.ask(intents::PutPersona{{}, "Rami", "", ""});
    wall.ask(intents::RemovePersona{id});
    CHECK(wall.refusals.size() == 6);
    CHECK(wall.view->personas.empty());
}

TEST_CASE("undo at the wall leaves what somebody else has changed since") {
    SessionWall wall;
    const auto note = wall.room.add_note(1, "ideer-i-tysthet", "Bokning i telefonen");
    wall.ask(intents::ColourNote{note, "ros"});
    wall.room.say(1, intents::EditNote{note, "Bokning i mobilen", {}});
    wall.ask(intents::UndoLast{});
    REQUIRE(wall.notes().size() == 1);
    CHECK(wall.notes()[0].text == "Bokning i mobilen");
    CHECK(wall.notes()[0].colour.empty());
}

TEST_CASE("a deed at the wall that is refused says why in a sentence") {
    SessionWall wall;
    wall.ask(intents::WriteNote{"no-such-block", "Text", "", ""});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.refusals[0].error.code == base::Code::not_found);
    CHECK(wall.refusals[0].text.find(' ') != std::string::npos);
}

TEST_CASE("the wall moves an idea only when what the step asks for is there, and says what is missing") {
    SessionWall wall;
    const auto idea = wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.look({true, {}, idea});
    REQUIRE(wall.view->idea.has_value());
    CHECK(wall.view->idea->card.state == ideas::State::draft);
    wall.ask(intents::MoveIdea{idea, "received", {}});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.view->idea->card.state == ideas::State::draft);

    wall.ask(intents::MoveIdea{idea, "received", {{"description", "Utan nyckel"}, {"giver_category", "workshop"}}});
    CHECK(wall.view->idea->card.state == ideas::State::received);
    CHECK(wall.view->idea->card.number == "L26-001");
    CHECK(wall.view->idea->history.back().label == "change.number_ideas");
    CHECK(wall.view->start.fresh == 1);
    CHECK(wall.refusals.size() == 1);
}

TEST_CASE("what was shown while a deed waited for the disk is shown anew when the disk has it") {
    SessionWall wall;
    wall.look({true, {}, {}});
    wall.room.hold_disk([&wall] { wall.room.workshop().deed(intents::AddIdea{{{"title", "Nyckelskåp med kod"}}}); });
    wall.hear();
    REQUIRE(wall.view->ideas);
    REQUIRE(wall.view->ideas->cards.size() == 1);
    const auto idea = wall.view->ideas->cards[0].id;
    wall.look({true, {}, idea});
    wall.room.hold_disk([&] {
        wall.room.workshop().deed(intents::FillIdea{idea, {{"next_meeting", "15 december 13.00"}}});
    });
    wall.hear();
    REQUIRE(wall.view->idea.has_value());
    CHECK(wall.view->idea->card.text("next_meeting") == "15 december 13.00");
}

TEST_CASE("fields that have deeds of their own cannot be filled in") {
    SessionWall wall;
    const auto idea = wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.ask(intents::FillIdea{idea, {{"state", "implemented"}}});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.room.cells().text(idea, "idea.state") == "draft");
    wall.ask(intents::FillIdea{idea, {{"need", "Komma in när det passar"}}});
    CHECK(wall.refusals.size() == 1);
    CHECK(wall.room.cells().text(idea, "idea.need") == "Komma in när det passar");
}

TEST_CASE("the register as the wall sees it can be searched") {
    SessionWall wall;
    wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.room.add_note(1, "ideer-i-tysthet", "Bokning i telefonen");
    wall.look({true, "telefonen", {}});
    REQUIRE(wall.view->ideas);
    CHECK(wall.view->ideas->all == 2);
    REQUIRE(wall.view->ideas->cards.size() == 1);
    CHECK(wall.view->ideas->cards[0].title == "Bokning i telefonen");
}

TEST_CASE("a waiting note that is shown at the wall is named so in the history, and can be put back there") {
    SessionWall wall;
    wall.ask(intents::Moderation{true});
    const auto idea = wall.room.add_note(1, "ideer-i-tysthet", "Nyckelskåp med kod");
    wall.ask(intents::ApproveNote{idea});
    wall.look({true, {}, idea});
    REQUIRE(wall.view->idea.has_value());
    CHECK(wall.view->idea->history.front().label == "change.show_waiting");
    CHECK(base::tr("change.show_waiting") != "change.show_waiting");
    CHECK(wall.view->can_undo);
    wall.ask(intents::UndoLast{});
    CHECK(wall.notes().empty());
}

TEST_CASE("after the end the wall is not told to ask the trainer") {
    SessionWall wall;
    wall.ask(intents::EndSession{true});
    wall.ask(intents::GoNext{});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.refusals[0].error.code == base::Code::closed);
    CHECK(wall.refusals[0].text.starts_with("Passet är avslutat."));
}

TEST_CASE("what was joined with a note stays when the wall takes back that it wrote that note") {
    SessionWall wall;
    wall.ask(intents::WriteNote{"ideer-i-tysthet", "Nyckelskåp med kod", "", ""});
    const auto into = wall.notes()[0].id;
    const auto note = wall.room.add_note(1, "ideer-i-tysthet", "Kodlås");
    wall.room.say(Room::trainer, intents::MergeNotes{note, into});
    wall.ask(intents::UndoLast{});
    REQUIRE(wall.notes().size() == 1);
    CHECK(wall.notes()[0].text == "Kodlås");
}

namespace {

std::string names_of(const SessionWall& wall) {
    std::string names;
    for (const auto& one : wall.view->remote.room.clusters) names += (names.empty() ? "" : " ") + one.name;
    return names;
}

const views::ClusterView& group_named(const SessionWall& wall, std::string_view name) {
    const auto& groups = wall.view->remote.room.clusters;
    const auto found = std::find_if(groups.begin(), groups.end(), [name](const auto& one) { return one.name == name; });
    REQUIRE(found != groups.end());
    return *found;
}

}  // namespace

TEST_CASE("a group is put before another or last, keeps its colour, and one undo puts it back") {
    SessionWall wall;
    for (const std::string name : {"A", "B", "C"}) wall.ask(intents::NameCluster{name, {}});
    const auto a = group_named(wall, "A"), c = group_named(wall, "C");
    CHECK(a.colour != c.colour);
    wall.ask(intents::MoveCluster{c.id, a.id});
    CHECK(names_of(wall) == "C A B");
    CHECK(group_named(wall, "C").colour == c.colour);
    CHECK(group_named(wall, "A").colour == a.colour);
    wall.ask(intents::MoveCluster{a.id, {}});
    CHECK(names_of(wall) == "C B A");
    wall.ask(intents::UndoLast{});
    CHECK(names_of(wall) == "C A B");
    wall.ask(intents::NameCluster{"D", {}});
    CHECK(names_of(wall) == "C A B D");
    wall.room.restart();
    wall.look({});
    CHECK(names_of(wall) == "C A B D");
    CHECK(group_named(wall, "A").colour == a.colour);
    CHECK(wall.refusals.empty());
}

TEST_CASE("groups of a register that knew no order can be moved, and stand where they were put") {
    SessionWall wall;
    for (const std::string name : {"A", "B", "C"}) wall.ask(intents::NameCluster{name, {}});
    model::Draft older("host", "change.cluster");
    for (const auto& one : wall.view->remote.room.clusters) {
        older.unset(one.id, "cluster.order");
        older.unset(one.id, "cluster.colour");
    }
    wall.room.workshop().book().write(std::move(older));
    wall.ask(intents::MoveCluster{group_named(wall, "C").id, group_named(wall, "B").id});
    CHECK(names_of(wall) == "A C B");
    CHECK(group_named(wall, "A").colour == "himmel");
    CHECK(group_named(wall, "C").colour == "mint");
}

TEST_CASE("two groups are joined with all their notes, and one undo parts them again") {
    SessionWall wall;
    for (const std::string name : {"Nycklar", "Dörrar"}) wall.ask(intents::NameCluster{name, {}});
    const auto keys = group_named(wall, "Nycklar").id, doors = group_named(wall, "Dörrar").id;
    std::vector<base::Id> notes;
    for (const std::string text : {"Kodlås", "Nyckelskåp", "Lampa"}) {
        notes.push_back(wall.room.add_note(1, "ideer-i-tysthet", text));
        wall.ask(intents::SortNote{notes.back(), text == "Lampa" ? doors : keys});
    }
    const auto in = [&](const base::Id& cluster) {
        return std::count_if(wall.notes().begin(), wall.notes().end(),
                             [&](const auto& note) { return note.cluster == cluster; });
    };
    wall.ask(intents::JoinClusters{keys, doors});
    CHECK(names_of(wall) == "Dörrar");
    CHECK(in(doors) == 3);
    wall.ask(intents::SortNote{notes[0], keys});
    REQUIRE(wall.refusals.size() == 1);
    CHECK(wall.refusals[0].error.code == base::Code::not_found);
    wall.ask(intents::UndoLast{});
    CHECK(names_of(wall) == "Nycklar Dörrar");
    CHECK(in(keys) == 2);
    CHECK(in(doors) == 1);
    wall.ask(intents::JoinClusters{keys, keys});
    CHECK(wall.refusals.size() == 2);
}

TEST_CASE("the wall is told who writes in which column, by the names that are shown, until the pen rests") {
    SessionWall wall;
    wall.room.join(2);
    wall.room.go_to("lar-kanna-samira");
    wall.hear();
    const auto pens = [&wall] {
        std::string told;
        for (const auto& pen : wall.view->pens) told += pen.name + ":" + pen.group + " ";
        return told;
    };
    wall.room.say(1, intents::OpenCard{std::nullopt, "vet"});
    wall.room.say(2, intents::OpenCard{std::nullopt, "gissar"});
    wall.hear();
    CHECK(pens() == "Tove:vet ");
    CHECK(wall.view->writing == 2);  // the other shows no name, and is counted
    wall.room.say(1, intents::OpenCard{std::nullopt, "no-such-column"});
    wall.hear();
    CHECK(pens().empty());
    wall.room.say(1, intents::OpenCard{std::nullopt, "gissar"});
    wall.hear();
    CHECK(pens() == "Tove:gissar ");
    wall.room.pass(11000);
    wall.hear();
    CHECK(pens().empty());
    CHECK(wall.view->writing == 0);
}

TEST_CASE("a note is put in front of another in its column, and undone") {
    SessionWall wall;
    wall.room.go_to("rita-resan");
    std::vector<base::Id> notes;
    for (const auto* text : {"Letar", "Mejlar", "Väntar"}) notes.push_back(wall.room.add_note(1, "rita-resan", text));
    wall.hear();
    const auto order = [&wall] {
        std::string texts;
        for (const auto& note : wall.notes()) texts += note.text + " ";
        return texts;
    };
    const auto group = wall.notes().front().group;
    CHECK(order() == "Letar Mejlar Väntar ");
    wall.ask(intents::MoveNote{notes[2], group, notes[0]});
    CHECK(order() == "Väntar Letar Mejlar ");
    wall.ask(intents::MoveNote{notes[2], group, notes[1]});
    CHECK(order() == "Letar Väntar Mejlar ");
    wall.ask(intents::MoveNote{notes[0], group, {}});
    CHECK(order() == "Väntar Mejlar Letar ");
    wall.ask(intents::UndoLast{});
    CHECK(order() == "Letar Väntar Mejlar ");
    CHECK(wall.refusals.empty());
    wall.ask(intents::MoveNote{notes[0], group, notes[0]});
    wall.ask(intents::MoveNote{notes[0], "not-there", {}});
    CHECK(wall.refusals.size() == 2);
}
