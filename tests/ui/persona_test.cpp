#include "ui/desk.hpp"
#include "ui/persona_words.hpp"
#include "ui/register_views.hpp"
#include "ui/screen_persona.hpp"
#include "ui/session_words.hpp"
#include "ui/wall_desk.hpp"

using Phase = Desk::Phase;

namespace {

views::WallView persona_view() {
    views::WallView view;
    view.persona =
        "Samira, kassör i en liten förening. Hon sköter allt efter jobbet, ofta i mobilen.\n"
        "Föreningen dansar med barn och behöver en lokal på tisdagar.\n"
        "”Jag vill bara veta om vi får lokalen.”";
    view.can_undo = true;
    auto& room = view.remote.room;
    room.people = 18;
    room.now_ms = desk_views::now_ms;
    views::BlockView block;
    block.id = "lar-kanna";
    block.kind = "board";
    block.title = "Lär känna Samira";
    block.question = "Vad vet vi, och vad gissar vi?";
    block.phase = "individual";
    block.clock = {"running", 668000, 1200000};
    block.writes = "note";
    block.groups = {{"vet", "Vi vet"}, {"gissar", "Vi gissar"}, {"hinder", "Hinder"}, {"hjalp", "Vad skulle hjälpa?"}};
    room.block = block;
    const auto note = [](int number, const char* group, const char* text) {
        views::NoteView one;
        one.id = desk_views::id_of(number);
        one.type = "note";
        one.group = group;
        one.text = text;
        return one;
    };
    room.wall = {note(1, "vet", "Hon mejlade tre personer och väntade i två veckor"),
                 note(2, "vet", "Hon sköter föreningen på kvällen"), note(3, "gissar", "Hon orkar snart inte mer"),
                 note(4, "hinder", "Ingen vet vem som bestämmer om lokalen")};
    return view;
}

struct PersonaDesk {
    views::WallView view = persona_view();
    ui::PersonaScreen screen;
    ui::Commands commands;
    ui::Intents out;
    Desk desk{[this](ui::Frame& frame) { ui::draw_persona(screen, view, frame, commands, out); }};
};

}  // namespace

TEST_CASE("A course's persona is taken apart into name, role, text and quote") {
    const auto words = ui::persona_of(persona_view().persona);
    CHECK(words.name == "Samira");
    CHECK(words.role == "kassör i en liten förening");
    CHECK(words.about.starts_with("Hon sköter allt"));
    CHECK(words.quote == "”Jag vill bara veta om vi får lokalen.”");
    CHECK(ui::persona_of("Bengt").name == "Bengt");
    CHECK(ui::persona_of("").name.empty());
}

TEST_CASE("What is written in a field is one note, when the next field is taken") {
    PersonaDesk one;
    one.desk.save("03-persona");
    one.desk.tap("persona/field/hinder");
    CHECK(one.screen.keyboard.open);
    one.desk.type(U"Nyckeln hämtas på kontorstid");
    one.desk.save("03-persona-writing");
    one.desk.tap("persona/next_field");
    REQUIRE(one.out.size() == 1);
    const auto wish = std::get<intents::WriteNote>(one.out[0]);
    CHECK(wish.block == "lar-kanna");
    CHECK(wish.group == "hinder");
    CHECK(wish.text == "Nyckeln hämtas på kontorstid");
    CHECK(one.screen.group == "hjalp");
}

TEST_CASE("A note is changed where it stands, and one that was not changed is left alone") {
    PersonaDesk one;
    one.desk.tap("persona/note/" + desk_views::id_of(3).text());
    one.desk.tap("persona/done");
    CHECK(one.out.empty());
    CHECK_FALSE(one.screen.keyboard.open);
    one.desk.tap("persona/note/" + desk_views::id_of(3).text());
    one.desk.type(U" än så här");
    one.desk.key(ui::Key::enter);
    REQUIRE(one.out.size() == 1);
    CHECK(std::get<intents::FixNote>(one.out[0]).text == "Hon orkar snart inte mer än så här");
}

TEST_CASE("The card is shown large, and closed by a tap") {
    PersonaDesk one;
    one.desk.tap("persona/large");
    CHECK(one.screen.large);
    one.desk.save("03-persona-large");
    one.desk.tap("persona/large_close");
    CHECK_FALSE(one.screen.large);
}

TEST_CASE("The keyboard is moved aside without losing what is written") {
    PersonaDesk one;
    one.desk.tap("persona/field/vet");
    one.desk.type(U"Halv");
    one.desk.tap("persona/keyboard_left");
    CHECK(one.screen.keyboard.place == ui::Keyboard::Place::left);
    one.desk.type(U"vägs");
    CHECK(one.screen.text.text == "Halvvägs");
    CHECK(one.out.empty());
}

TEST_CASE("A field shows who writes in it on a tablet, and the list says where the others write") {
    PersonaDesk one;
    CHECK(one.desk.text("persona/holds/hinder").empty());
    one.view.pens = {{"hinder", "Elif"}, {"vet", "Jonas"}, {"vet", "Maja"}};
    one.desk.settle();
    CHECK(one.desk.text("persona/holds/hinder") == "Elif skriver");
    CHECK(one.desk.text("persona/holds/vet") == "Jonas och Maja skriver");
    one.desk.tap("persona/field/gissar");
    one.desk.save("03-persona-others-write");
    one.view.pens.push_back({"vet", "Tove"});
    one.desk.settle();
    CHECK(one.desk.text("persona/holds/vet") == "3 skriver");
}

TEST_CASE("The persona's screen has the dock, until somebody writes there") {
    auto view = scenes::in_block(2, "collect");
    view.persona = persona_view().persona;
    auto& room = view.remote.room;
    room.block->writes = "known";
    room.block->groups = room.block->lanes = {{"vet", "Det vet vi"}, {"gissar", "Det gissar vi"}};
    room.wall = {scenes::note(1, "known", "Hon sköter allt på kvällen", "Tove", "vet")};
    view.can_undo = true;
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.screen() == "persona");
    CHECK(wall.desk.text("dock/next") == "Nästa: Rita resan");
    CHECK_FALSE(wall.desk.has("persona/done"));
    wall.desk.save("03-persona-dock");
    wall.desk.tap("dock/undo");
    wall.take<intents::UndoLast>();
    wall.desk.tap("persona/field/gissar");
    CHECK_FALSE(wall.desk.has("dock/next"));
    wall.desk.type(U"Hon orkar inte mer");
    wall.desk.tap("persona/done");
    CHECK(wall.take<intents::WriteNote>().group == "gissar");
    CHECK(wall.desk.has("dock/next"));
    wall.desk.tap("persona/large");
    CHECK_FALSE(wall.desk.has("dock/next"));
    wall.desk.tap("persona/large_close");
    wall.desk.tap("dock/board");
    CHECK(wall.desk.screen() == "journey");
    wall.desk.tap("dock/back_to");
    CHECK(wall.desk.screen() == "persona");
}

TEST_CASE("What is written is put in order, and into another field, by its grip") {
    PersonaDesk one;
    const auto grip = [](int number) { return "persona/grip/" + desk_views::id_of(number).text(); };
    const auto line = [&](int number) { return one.desk.rect("persona/note/" + desk_views::id_of(number).text()); };
    const auto from = one.desk.rect(grip(2)).centre();
    one.desk.drag_from(from, {0, line(1).y + 4 - from.y});
    REQUIRE(one.out.size() == 1);
    auto moved = std::get<intents::MoveNote>(one.out[0]);
    CHECK(moved.note == desk_views::id_of(2));
    CHECK(moved.group == "vet");
    CHECK(moved.before == desk_views::id_of(1));
    one.out.clear();
    // Behind all in the field below.
    const auto to = one.desk.rect("persona/field/hinder");
    const auto start = one.desk.rect(grip(1)).centre();
    one.desk.drag_from(start, base::Point{to.centre().x, to.bottom() - 8} - start);
    REQUIRE(one.out.size() == 1);
    moved = std::get<intents::MoveNote>(one.out[0]);
    CHECK(moved.group == "hinder");
    CHECK_FALSE(moved.before.has_value());
    one.out.clear();
    // Where it lies already, and outside every field.
    one.desk.drag(grip(3), {0, 20});
    one.desk.drag(grip(3), {-1200, 0});
    CHECK(one.out.empty());
    CHECK(one.screen.carried.empty());
}

TEST_CASE("Two people put what is written in order at the same time") {
    PersonaDesk one;
    const auto note = [](int number) { return desk_views::id_of(number); };
    const auto grip = [&](int number) { return one.desk.rect("persona/grip/" + note(number).text()).centre(); };
    const base::Point first = grip(2), second = grip(1);
    const base::Point up{first.x, one.desk.rect("persona/note/" + note(1).text()).y + 4};
    const auto field = one.desk.rect("persona/field/hinder");
    const base::Point below{field.centre().x, field.bottom() - 8};
    one.desk.contact(1, Phase::begin, first);
    one.desk.contact(2, Phase::begin, second);
    one.desk.frame();
    one.desk.pass(0.1);
    one.desk.contact(1, Phase::move, up);
    one.desk.contact(2, Phase::move, below);
    one.desk.frame();
    // Where they stood, a ghost of each stays.
    CHECK_FALSE(one.desk.text("persona/note/" + note(1).text() + "/ghost").empty());
    CHECK_FALSE(one.desk.text("persona/note/" + note(2).text() + "/ghost").empty());
    CHECK(one.desk.text("persona/note/" + note(3).text() + "/ghost").empty());
    one.desk.frame();
    one.desk.contact(1, Phase::end, up);
    one.desk.contact(2, Phase::end, below);
    one.desk.settle();
    REQUIRE(one.out.size() == 2);
    const auto moved = std::get<intents::MoveNote>(one.out[0]), other = std::get<intents::MoveNote>(one.out[1]);
    CHECK(moved.note == note(2));
    CHECK(moved.before == note(1));
    CHECK(other.note == note(1));
    CHECK(other.group == "hinder");
}

TEST_CASE("What is written is put in order by taps, while it is changed") {
    PersonaDesk one;
    one.desk.tap("persona/note/" + desk_views::id_of(1).text());
    one.desk.save("03-persona-order");
    one.desk.tap("persona/up");
    CHECK(one.out.empty());
    one.desk.tap("persona/down");
    REQUIRE(one.out.size() == 1);
    auto moved = std::get<intents::MoveNote>(one.out[0]);
    CHECK(moved.note == desk_views::id_of(1));
    CHECK_FALSE(moved.before.has_value());
    std::swap(one.view.remote.room.wall[0], one.view.remote.room.wall[1]);
    one.desk.settle();
    one.out.clear();
    one.desk.tap("persona/up");
    REQUIRE(one.out.size() == 1);
    moved = std::get<intents::MoveNote>(one.out[0]);
    CHECK(moved.before == desk_views::id_of(2));
    CHECK(one.screen.writing);
    one.desk.tap("persona/field/gissar");
    CHECK_FALSE(one.desk.has("persona/up"));
}

TEST_CASE("A person is added beside the course's, and written field by field") {
    PersonaDesk one;
    CHECK(one.desk.text("persona/card/course") == "Samira");
    one.desk.tap("persona/new");
    CHECK(one.desk.focus() == "persona/own/name/text");
    CHECK(one.screen.keyboard.open);
    CHECK_FALSE(one.desk.has("persona/field/vet"));
    CHECK_FALSE(one.desk.text("persona/own/lacks").empty());
    one.desk.type(U"Rami");
    one.desk.save("03-persona-new");
    one.desk.tap("persona/next_field");
    CHECK(one.desk.focus() == "persona/own/description/text");
    REQUIRE(one.out.size() == 1);
    const auto first = std::get<intents::PutPersona>(one.out[0]);
    CHECK_FALSE(first.persona.empty());
    CHECK(first.name == "Rami");
    one.desk.type(U"Skolkock. Lagar för 400.");
    one.desk.tap("persona/done");
    REQUIRE(one.out.size() == 2);
    const auto second = std::get<intents::PutPersona>(one.out[1]);
    CHECK(second.persona == first.persona);
    CHECK(second.description == "Skolkock. Lagar för 400.");
    CHECK_FALSE(one.screen.keyboard.open);
    // When it is told it stands among the cards, and the course's is opened again by a tap.
    one.view.personas = {{first.persona, "Rami", "Skolkock. Lagar för 400.", ""}};
    one.desk.settle();
    one.desk.save("03-persona-two");
    CHECK(one.desk.text("persona/card/" + first.persona.text()) == "Rami");
    CHECK(one.desk.text("persona/own/description") == "Skolkock. Lagar för 400.");
    one.desk.tap("persona/card/course");
    CHECK(one.desk.text("persona/name") == "Samira");
    CHECK(one.desk.has("persona/field/vet"));
    CHECK(one.out.size() == 2);
}

TEST_CASE("A person of the session's own has the five fields of every person card, told apart") {
    PersonaDesk one;
    views::PersonaView ulla{desk_views::id_of(71), "Ulla", "Rektor", "”Fråga bara.”"};
    ulla.needs = "Att slippa mejl på kvällen";
    one.view.personas = {ulla};
    one.desk.settle();
    one.desk.tap("persona/card/" + desk_views::id_of(71).text());
    CHECK(one.desk.text("persona/own/needs/text") == "Att slippa mejl på kvällen");
    for (const std::string name : {"everyday", "needs", "obstacles", "help", "quote"}) {
        CHECK(one.desk.rect("persona/own/" + name + "/text").h >= 60);
        CHECK_FALSE(one.desk.text("persona/own/" + name + "/label").empty());
    }
    one.desk.save("03-persona-own");
    // Who she is, is written where it stands.
    one.desk.tap("persona/own/description");
    CHECK(one.desk.focus() == "persona/own/description/text");
    one.desk.type(U" på Ekbackeskolan");
    one.desk.save("03-persona-own-writing");
    one.desk.tap("persona/own/obstacles/text");
    one.desk.type(U"Hinner inte svara alla");
    one.desk.tap("persona/done");
    REQUIRE(one.out.size() == 2);
    CHECK(std::get<intents::PutPersona>(one.out[0]).description == "Rektor på Ekbackeskolan");
    const auto put = std::get<intents::PutPersona>(one.out[1]);
    CHECK(put.obstacles == "Hinner inte svara alla");
    CHECK(put.needs == ulla.needs);
    CHECK(put.quote == ulla.quote);
    CHECK(put.help.empty());
}

TEST_CASE("A new person without a name is not kept, and what was not changed is not written again") {
    PersonaDesk one;
    one.desk.tap("persona/new");
    one.desk.tap("persona/card/course");
    CHECK(one.out.empty());
    CHECK(one.screen.card.id.empty());
    one.view.personas = {{desk_views::id_of(71), "Ulla", "Rektor", "”Det är bara att fråga.”"}};
    one.desk.settle();
    one.desk.tap("persona/card/" + desk_views::id_of(71).text());
    one.desk.tap("persona/own/quote/text");
    one.desk.tap("persona/done");
    CHECK(one.out.empty());
}

TEST_CASE("A person card that is changed or taken away elsewhere follows") {
    PersonaDesk one;
    one.view.personas = {{desk_views::id_of(71), "Ulla", "Rektor", ""}, {desk_views::id_of(72), "Rami", "", ""}};
    one.desk.settle();
    one.desk.tap("persona/card/" + desk_views::id_of(71).text());
    CHECK(one.desk.text("persona/own/name") == "Ulla");
    one.view.personas[0].name = "Ulla-Britt";
    one.desk.settle();
    CHECK(one.desk.text("persona/own/name") == "Ulla-Britt");
    one.desk.tap("persona/own/remove");
    REQUIRE(one.out.size() == 1);
    CHECK(std::get<intents::RemovePersona>(one.out[0]).persona == desk_views::id_of(71));
    CHECK(one.desk.has("persona/field/vet"));
    one.desk.tap("persona/card/" + desk_views::id_of(72).text());
    one.view.personas.pop_back();
    one.desk.settle();
    CHECK(one.desk.text("persona/name") == "Samira");
}

TEST_CASE("Person cards are put in order by their grips, and by taps") {
    PersonaDesk one;
    const auto id = [](int number) { return desk_views::id_of(number); };
    one.view.personas = {{id(71), "Ulla", "", ""}, {id(72), "Rami", "", ""}, {id(73), "Saga", "", ""}};
    one.desk.settle();
    const auto place = [&](int number) { return one.desk.rect("persona/card/" + id(number).text()); };
    const auto grip = one.desk.rect("persona/card_grip/" + id(73).text()).centre();
    one.desk.drag_from(grip, {0, place(71).y - 4 - grip.y});
    REQUIRE(one.out.size() == 1);
    auto moved = std::get<intents::MovePersona>(one.out[0]);
    CHECK(moved.persona == id(73));
    CHECK(moved.before == id(71));
    one.out.clear();
    one.desk.drag("persona/card_grip/" + id(72).text(), {0, 10});
    CHECK(one.out.empty());
    one.desk.tap("persona/card/" + id(71).text());
    one.desk.tap("persona/own/up");
    CHECK(one.out.empty());
    one.desk.tap("persona/own/down");
    REQUIRE(one.out.size() == 1);
    moved = std::get<intents::MovePersona>(one.out[0]);
    CHECK(moved.persona == id(71));
    CHECK(moved.before == id(73));
    one.desk.save("03-persona-card-order");
}

TEST_CASE("Many person cards are reached by scrolling, over the keyboard too") {
    PersonaDesk one;
    for (int i = 0; i < 12; ++i) one.view.personas.push_back({desk_views::id_of(80 + i), "Person", "", ""});
    one.desk.settle();
    one.desk.tap("persona/field/vet");
    const auto done = one.desk.rect("persona/undo");
    for (const auto& [id, zone] : one.desk.state.probed().zones) {
        if (id.starts_with("persona/card/") && !zone.empty()) CHECK(zone.bottom() <= done.y);
    }
}

TEST_CASE("The keyboard offers the words of the persons and of what is written") {
    auto view = persona_view();
    view.remote.room.wall.front().text = "Lokalen är låst. Ingen vet om lokalen är bokad, lokalen …";
    view.personas = {{desk_views::id_of(71), "Ulla-Britt", "Skolkock på Ekbackeskolan", "”Fråga köket!”"}};
    const auto words = ui::session_words(view);
    REQUIRE_FALSE(words.empty());
    CHECK(words.front() == "lokalen");
    const auto has = [&words](const char* word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    CHECK(has("förening"));
    CHECK(has("Ekbackeskolan"));
    CHECK(has("köket"));
    CHECK(has("skulle"));
    CHECK_FALSE(has("vet"));
    PersonaDesk one;
    one.view.remote.room.wall.clear();
    one.desk.tap("persona/field/vet");
    one.desk.type(U"Hon sitter i fören");
    CHECK(one.desk.text("persona/keyboard/word-0").starts_with("fören"));
}
