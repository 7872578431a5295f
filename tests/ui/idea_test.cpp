#include <algorithm>

#include "ui/desk.hpp"
#include "ui/register_views.hpp"
#include "ui/screen_idea.hpp"
#include "views/idea_history.hpp"

using desk_views::id_of;

namespace {

struct IdeaDesk {
    views::WallView view = desk_views::wall();
    ui::IdeaScreen screen;
    ui::Commands commands;
    ui::Intents out;
    views::WallScope look;
    Desk desk;

    explicit IdeaDesk(int number = 41)
        : desk([this, number](ui::Frame& frame) {
              screen.idea = id_of(number);
              if (!view.idea) view.idea = desk_views::idea_view(number);
              ui::draw_idea(screen, view, frame, commands, out, look);
          }) {}
    template <typename Wish>
    Wish only() const {
        REQUIRE(out.size() == 1);
        REQUIRE(std::holds_alternative<Wish>(out[0]));
        return std::get<Wish>(out[0]);
    }
};

}  // namespace

TEST_CASE("The idea's screen asks for its idea and says where it stands") {
    IdeaDesk one;
    CHECK(one.look.idea == id_of(41));
    CHECK(one.desk.text("idea/state/test") == "Testas, vecka 3 av 4");
    CHECK(one.desk.text("idea/test/finding") == "Målet nås v 48");
    one.desk.save("09-idea");
    one.desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    one.desk.save("09-idea-dark");
}

TEST_CASE("A part of the whole picture is filled in, and the others are kept") {
    IdeaDesk one;
    one.desk.tap("idea/part/economy");
    one.desk.save("09-idea-part");
    one.desk.tap("idea/edit/idea.picture/economy/choice/1");
    one.desk.tap("idea/edit/save");
    const auto wish = one.only<intents::FillIdea>();
    CHECK(wish.idea == id_of(41));
    const auto picture = wish.fields.at("picture");
    CHECK(picture.find(R"("value":1)") != std::string::npos);
    CHECK(picture.find(R"("sustainability")") != std::string::npos);
}

TEST_CASE("Unknown takes the level away; nothing is sent when nothing was changed") {
    IdeaDesk one;
    one.desk.tap("idea/part/economy");
    one.desk.tap("idea/edit/save");
    CHECK(one.out.empty());
    one.desk.tap("idea/part/economy");
    one.desk.tap("idea/edit/idea.picture/economy/choice/unknown");
    one.desk.tap("idea/edit/save");
    const auto picture = one.only<intents::FillIdea>().fields.at("picture");
    CHECK(picture.find(R"("economy":{"note":"Samma råvarubudget. 9 gram mindre svinn per portion."})") !=
          std::string::npos);
}

TEST_CASE("This week's value and the result are written into the test card") {
    IdeaDesk one;
    one.desk.tap("idea/main");
    one.desk.save("09-idea-result");
    one.desk.tap("idea/edit/idea.test/week/text");
    one.desk.type(U"34,5");
    one.desk.tap("idea/edit/save");
    const auto test = one.only<intents::FillIdea>().fields.at("test");
    CHECK(test.find(R"({"value":3.45E1,"week":"v 48"})") != std::string::npos);
    CHECK(test.find(R"({"value":35)") == std::string::npos);  // the same week's value is written over
    CHECK(test.find("högst 36 g") != std::string::npos);
}

TEST_CASE("The threshold is locked while the test runs") {
    IdeaDesk one;
    one.desk.tap("idea/test");
    const auto find = [&one]() -> const ui::FormField& {
        const auto& fields = one.screen.edit.fields;
        return *std::find_if(fields.begin(), fields.end(),
                             [](const auto& field) { return field.target == "idea.test/threshold"; });
    };
    const auto before = find().text.text;
    one.desk.wait(0.5);
    one.desk.wheel(one.desk.rect("idea/edit/form").centre(), {0, -2000});
    one.desk.tap("idea/edit/idea.test/threshold/text");
    one.desk.type(U"mindre");
    CHECK_FALSE(before.empty());
    CHECK(find().text.text == before);
    one.desk.save("09-idea-test");
}

TEST_CASE("The state line moves the idea, and asks for what is missing") {
    IdeaDesk one(47);
    one.desk.tap("idea/state/test");
    REQUIRE(one.screen.move.open);
    CHECK(one.screen.move.steps.size() == 3);
    one.desk.save("09-idea-move");
}

TEST_CASE("All moves stand with what each lacks, history and origin as sheets") {
    IdeaDesk one;
    one.desk.tap("idea/dock/moves");
    CHECK(one.desk.has("idea/move/parked"));
    one.desk.save("09-idea-moves");
    one.desk.tap("idea/dock/history");
    one.desk.save("09-idea-history");
    one.desk.key(ui::Key::escape);
    one.desk.tap("idea/origin");
    CHECK(one.screen.side == ui::IdeaScreen::Side::origin);
    one.desk.save("09-idea-origin");
}

TEST_CASE("An idea without a test card or picture says how to begin") {
    IdeaDesk one(52);
    one.desk.save("09-idea-new");
    one.desk.tap("idea/no_test/first");
    CHECK(one.screen.edit.open);
}

TEST_CASE("Escape closes the sheet first, and then goes back to the register") {
    IdeaDesk one;
    one.desk.tap("idea/dock/moves");
    one.desk.key(ui::Key::escape);
    CHECK(one.screen.side == ui::IdeaScreen::Side::none);
    CHECK_FALSE(one.screen.closed);
    one.desk.key(ui::Key::escape);
    CHECK(one.screen.closed);
}

TEST_CASE("Those who follow an idea are counted for all, and named when the idea team asks, until the sheet closes") {
    IdeaDesk one;
    CHECK_FALSE(one.desk.has("idea/followers"));
    auto idea = desk_views::idea_view(41);
    idea.card.texts.erase("feedback");
    idea.followers = {{id_of(900), "tove@lindasa.example", "sv", 0}, {id_of(901), "070-123 45 67", "ar", 0}};
    one.view.idea = std::move(idea);
    one.desk.frame();
    CHECK(one.desk.text("idea/told") == "2 följer idén och ska få besked");
    one.desk.tap("idea/followers");
    CHECK_FALSE(one.desk.has("idea/contact/0"));
    one.desk.tap("idea/contacts");
    CHECK(one.desk.text("idea/contact/0") == "tove@lindasa.example");
    one.desk.save("09-idea-followers");
    one.screen.side = ui::IdeaScreen::Side::none;
    one.desk.frame();
    one.screen.side = ui::IdeaScreen::Side::followers;
    one.desk.frame();
    CHECK_FALSE(one.desk.has("idea/contact/0"));
}

TEST_CASE("a test whose time is over says so and that its result waits, until there is one") {
    IdeaDesk one(44);
    CHECK(one.desk.text("idea/test/status").starts_with("Pågår till "));
    CHECK(one.desk.text("idea/test/finding").empty());
    one.view.idea->card.state_at_ms = desk_views::now_ms - 44 * desk_views::day_ms;  // of 42
    one.desk.settle();
    CHECK(one.desk.text("idea/test/status") == "Tog slut 25 nov");
    CHECK(one.desk.text("idea/test/finding") == "Testet är slut. Resultatet väntar.");
    CHECK(one.desk.text("idea/state/test") == "Testas, tiden är slut");
    one.desk.save("09-idea-over");
    one.view.idea->card.texts["test"] = R"({"period":"6 veckor","result":"24 av 30"})";
    one.desk.settle();
    CHECK(one.desk.text("idea/test/finding").empty());
}

TEST_CASE("a meeting that names no day is told so where it is written, and where it stands") {
    IdeaDesk one(37);
    one.desk.tap("idea/meeting");
    one.desk.tap("idea/edit/idea.next_meeting/text");
    one.desk.type(U"Nästa vecka");
    CHECK(one.desk.text("idea/edit/idea.next_meeting/unread").starts_with("Ingen dag går att läsa."));
    one.desk.save("09-idea-meeting-unread");
    one.desk.type(U", 15 december 13.00");
    CHECK(one.desk.text("idea/edit/idea.next_meeting/unread").empty());
    one.view.idea->card.texts["next_meeting"] = "Nästa vecka";
    one.desk.settle();
    CHECK(one.desk.text("idea/meeting/text") == "Ingen dag går att läsa");
}

TEST_CASE("However large the words are, the latest of its history is told beside the way to all of it") {
    for (const double size : {1.0, 1.25, 1.45}) {
        IdeaDesk one;
        one.desk.look.text_size = size;
        one.desk.settle();
        CAPTURE(size);
        CHECK_FALSE(one.desk.text("idea/event/0").empty());
        const auto all = one.desk.rect("idea/history");
        CHECK(all.h * one.desk.look.mm_per_px >= 20);
        one.desk.tap("idea/history");
        one.desk.settle();
        CHECK(one.screen.side == ui::IdeaScreen::Side::history);
    }
}

TEST_CASE("At large text several of what has happened last are read in its card, and the rest is scrolled to") {
    IdeaDesk one;
    one.view.idea = desk_views::idea_view(41);
    one.view.idea->card.texts.erase("next_step");
    for (int i = 0; i < 6; ++i) {
        one.view.idea->history.push_back({desk_views::now_ms - (6 - i) * desk_views::day_ms,
                                          "coach",
                                          "change.fill_idea",
                                          "",
                                          "",
                                          {i % 2 == 0 ? "need" : "uncertainty"}});
    }
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    one.desk.save("09-idea-55");
    const auto card = one.desk.rect("idea/history");
    const auto& history = one.view.idea->history;
    for (std::size_t i = 0; i < 3; ++i) {
        CAPTURE(i);
        CHECK(one.desk.shows_whole(views::event_words(history[history.size() - 1 - i])));
    }
    CHECK_FALSE(one.desk.text("idea/event/2").empty());
    CHECK(one.desk.text("idea/event/9").empty());
    one.desk.wheel({card.centre().x, card.bottom() + 60}, {0, -9000});
    CHECK(one.desk.text("idea/event/0").empty());
    CHECK_FALSE(one.desk.text("idea/event/" + std::to_string(one.view.idea->history.size() - 1)).empty());
}

TEST_CASE("At large text every tool of an idea's dock stands there, beside its two main actions") {
    IdeaDesk one;
    for (const char* id : {"home", "print"}) {
        one.commands.add({id, "wall.tool." + std::string(id), ui::icon::print, {}, {}, [] {}});
    }
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    const auto decision = one.desk.rect("idea/decision"), main = one.desk.rect("idea/main");
    CHECK(decision.w >= 1.45 * ui::touch::primary - 1);
    CHECK(decision.right() <= main.x);
    for (const std::string tool : {"register", "moves", "test", "history", "source", "print", "undo"}) {
        CAPTURE(tool);
        const auto place = one.desk.rect("idea/dock/" + tool);
        CHECK(place.w >= 1.45 * 91);
        CHECK(place.right() <= decision.x);
    }
    CHECK(one.desk.shows_whole("Ursprung"));
}

TEST_CASE("At large text an event is read to its end in the sheet of all that has happened") {
    IdeaDesk one;
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    one.view.idea->history.back().fields = {"title", "description", "need", "for_whom", "how_it_works", "difference"};
    one.screen.side = ui::IdeaScreen::Side::history;
    one.desk.wait(0.5);
    CHECK_FALSE(one.desk.nothing.written.empty());
    const auto words = views::event_words(one.view.idea->history.back());
    CHECK(one.desk.shows_whole(words));
}
