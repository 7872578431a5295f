#include "base/text.hpp"
#include "ui/desk.hpp"
#include "ui/register_views.hpp"
#include "ui/screen_register.hpp"

using desk_views::id_of;
using ideas::State;

namespace {

/// The register on a desk; what hands asked for is in `out`.
struct RegisterDesk {
    views::WallView view;
    ui::RegisterScreen screen;
    ui::Commands commands;
    ui::Intents out;
    views::WallScope look;
    Desk desk;

    explicit RegisterDesk(views::WallView view_ = desk_views::wall())
        : view(std::move(view_)),
          desk([this](ui::Frame& frame) { ui::draw_register(screen, view, frame, commands, out, look); }) {}
    template <typename Wish>
    Wish only() const {
        REQUIRE(out.size() == 1);
        REQUIRE(std::holds_alternative<Wish>(out[0]));
        return std::get<Wish>(out[0]);
    }
    std::string card(int number) const { return "register/card/" + id_of(number).text(); }
    void drag_to(int number, std::string_view count) {
        const auto from = desk.rect(card(number)).centre();
        const auto to = desk.rect(count).centre();
        desk.drag_from(from, {to.x - from.x, 300});
    }
};

}  // namespace

TEST_CASE("The register asks for its ideas and says how many are shown") {
    RegisterDesk one;
    CHECK(one.look.ideas);
    CHECK(one.desk.text("register/shown") == "18 av 63 visas");
    CHECK(one.desk.text("register/count/fresh") == "5");
    CHECK(one.desk.text("register/count/archive") == "1");
    one.desk.save("08-register");
    one.desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    one.desk.save("08-register-dark");
}

TEST_CASE("A tapped card is opened") {
    RegisterDesk one;
    one.desk.tap(one.card(41));
    CHECK(one.screen.opened == id_of(41));
    CHECK(one.out.empty());
}

TEST_CASE("A card dragged back asks why, and is moved when the reason stands there") {
    RegisterDesk one;
    one.drag_to(41, "register/column/picture");
    CHECK(one.out.empty());
    REQUIRE(one.screen.move.open);
    one.desk.save("08-register-back");
    one.desk.tap("register/move/go");
    CHECK(one.out.empty());  // nothing is written without a reason
    CHECK(one.desk.text("register/move/lacks").starts_with("1 sak saknas"));
    CHECK(one.desk.text("register/move/idea.state_reason/lacks") == "saknas");
    one.desk.save("08-register-lacks");
    one.desk.tap("register/move/idea.state_reason/text");
    one.desk.type(U"Menyn behöver göras om");
    CHECK_FALSE(one.desk.has("register/move/idea.state_reason/lacks"));
    one.desk.tap("register/move/go");
    const auto wish = one.only<intents::MoveIdea>();
    CHECK(wish.idea == id_of(41));
    CHECK(wish.to == "developing");
    CHECK(wish.fields.at("state_reason") == "Menyn behöver göras om");
    CHECK_FALSE(one.screen.move.open);
}

TEST_CASE("A card with all that is needed is moved when it is let go") {
    RegisterDesk one;
    one.drag_to(50, "register/column/test");
    CHECK(one.only<intents::MoveIdea>().to == "test_planned");
}

TEST_CASE("A carried card shows where it would land, and stays when it is let go at home") {
    RegisterDesk one;
    const auto from = one.desk.rect(one.card(37)).centre();
    const auto to = one.desk.rect("register/column/test").centre();
    one.desk.contact(0, Desk::Phase::begin, from);
    one.desk.frame();
    one.desk.contact(0, Desk::Phase::move, {from.x + 60, from.y});
    one.desk.frame();
    one.desk.contact(0, Desk::Phase::move, {to.x, to.y + 100});
    one.desk.settle();
    CHECK(one.screen.carried == id_of(37));
    CHECK(one.desk.text("register/needs").starts_with("Först behövs: "));
    one.desk.save("08-register-drag");
    one.desk.contact(0, Desk::Phase::move, from);
    one.desk.contact(0, Desk::Phase::end, from);
    one.desk.settle();
    CHECK(one.out.empty());
    CHECK_FALSE(one.screen.move.open);
}

TEST_CASE("No card lies under the place where another can be put, or peeks out below it") {
    RegisterDesk one;
    one.desk.hold(one.card(37));
    const auto target = one.desk.rect("register/take/fresh");
    int seen = 0;
    for (const int number : {63, 60, 58, 52, 70}) {
        const auto place = one.desk.find(one.card(number));
        if (!place || place->empty()) continue;
        ++seen;
        CHECK(place->bottom() <= target.y);
    }
    CHECK(seen > 0);
    CHECK(seen < 5);
}

TEST_CASE("The archive that is opened in a narrow window is seen whole") {
    RegisterDesk one;
    one.desk.look.size_px = {1440, 1080};
    one.desk.settle();
    one.desk.tap("register/archive");
    CHECK(one.screen.archive_open);
    const auto place = one.desk.rect("register/columns");
    const auto archive = one.desk.rect("register/column/archive");
    CHECK(archive.w > 200);
    CHECK(archive.right() <= place.right() + 1);
    one.desk.save("08-narrow-archive");
}

TEST_CASE("What an idea waits for is a sentence, with how late it is") {
    RegisterDesk one;
    for (const auto& row : one.screen.rows.shown) {
        const auto words = ideas::waiting_words(*row.card, row.standing);
        CAPTURE(words);
        CHECK(words == base::sentence(words));
        if (row.standing.is_late()) CHECK(words.find("sen") != std::string::npos);
    }
}

TEST_CASE("A held card is moved by tapping a column, without a drag") {
    RegisterDesk one;
    one.desk.hold(one.card(50));
    REQUIRE(one.screen.chosen == id_of(50));
    one.desk.save("08-register-chosen");
    one.desk.tap("register/take/test");
    CHECK(one.only<intents::MoveIdea>().to == "test_planned");
    CHECK_FALSE(one.screen.chosen.has_value());
}

TEST_CASE("Several steps at once ask for what each lacks, and are said in order") {
    RegisterDesk one;
    one.desk.hold(one.card(37));
    one.desk.tap("register/take/test");
    REQUIRE(one.screen.move.open);
    one.desk.save("08-register-move");
    for (auto& field : one.screen.move.fields) {
        if (field.kind == ui::FormField::Kind::choice) field.chosen = "test";
        if (field.kind == ui::FormField::Kind::level) field.chosen = "2";
        field.text.set("Ifyllt");
    }
    one.desk.tap("register/move/go");
    REQUIRE(one.out.size() == 3);
    CHECK(std::get<intents::MoveIdea>(one.out[0]).to == "assessed");
    const auto picture = std::get<intents::MoveIdea>(one.out[0]).fields.at("picture");
    CHECK(picture.find(R"("gender_equality":{"note":"Ifyllt","value":2})") != std::string::npos);
    CHECK(picture.find(R"("economy")") != std::string::npos);  // what was there stays
    CHECK(std::get<intents::MoveIdea>(one.out[1]).fields.at("path") == "test");
    CHECK(std::get<intents::MoveIdea>(one.out[2]).to == "test_planned");
}

TEST_CASE("Filters narrow what is shown, and are cleared together") {
    RegisterDesk one;
    one.desk.tap("register/filter/late");
    CHECK(one.desk.text("register/shown") == "3 av 63 visas");
    one.desk.save("08-register-late");
    one.desk.tap("register/filter/from_course");
    CHECK(one.desk.has("register/empty/first"));
    one.desk.tap("register/clear");
    CHECK(one.desk.text("register/shown") == "18 av 63 visas");
    one.desk.tap("register/filter/more");
    one.desk.tap("register/filters/giver/0");
    CHECK(one.screen.filter.giver == "pupil");
    CHECK(one.desk.text("register/shown") == "4 av 63 visas");
}

TEST_CASE("What waits for me is asked for by the role that I say once, and what most ideas are about is a tap away") {
    RegisterDesk one;
    one.desk.tap("register/filter/waits");
    const auto& roles = one.screen.rows.roles;
    const auto at = std::find(roles.begin(), roles.end(), "Idécoach, Persborg");
    REQUIRE(at != roles.end());
    one.desk.save("08c-filters-me");
    one.desk.tap("register/filters/me/" + std::to_string(at - roles.begin()));
    CHECK(one.desk.text("register/shown") == "2 av 63 visas");
    CHECK(one.desk.text("register/filter/waits") == "Väntar på Persborg");
    one.desk.tap("register/filters/close");
    one.desk.tap("register/filter/waits");
    CHECK(one.desk.text("register/shown") == "18 av 63 visas");
    // What is finished waits for nobody, and who I am is remembered.
    one.desk.tap("register/filter/waits");
    CHECK(one.desk.text("register/shown") == "2 av 63 visas");
    one.desk.tap("register/clear");
    CHECK(one.desk.text("register/filter/area/0") == "Skola");
    one.desk.tap("register/filter/area/0");
    CHECK(one.desk.text("register/shown") == "6 av 63 visas");
    one.desk.tap("register/filter/area/0");
    CHECK(one.desk.text("register/shown") == "18 av 63 visas");
}

TEST_CASE("At large text the way to more filters stands in sight, and each of them can be scrolled to") {
    RegisterDesk one;
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    const auto more = one.desk.rect("register/filter/more");
    CHECK(more.right() <= 1920);
    CHECK(more.w >= 1.45 * 48);
    one.desk.save("08-register-55");
    one.desk.tap("register/filter/more");
    one.desk.wheel(one.desk.rect("register/filters/me/0").centre(), {0, -9000});
    const auto last = one.screen.rows.areas.size() - 1;
    CHECK(one.desk.rect("register/filters/area/" + std::to_string(last)).bottom() <= 1080);
}

TEST_CASE("What is searched for is asked of the registrar when the typing rests") {
    RegisterDesk one;
    one.desk.tap("register/search");
    one.desk.type(U"simskola");
    REQUIRE(one.look.search.empty());
    // It wakes by itself, also when nobody touches anything more.
    const auto again = one.desk.state.next_redraw_s();
    REQUIRE(again.has_value());
    CHECK(*again <= 0.25);
    one.desk.pass(*again);
    one.desk.settle();
    CHECK(one.look.search == "simskola");
    one.desk.save("08-register-search");
}

TEST_CASE("The list shows warnings first, and its headings sort") {
    RegisterDesk one;
    one.desk.tap("register/dock/list");
    one.desk.save("08b-register-list");
    CHECK(one.screen.rows.shown.front().standing.is_late());
    one.desk.tap("register/sort/title");
    CHECK(one.screen.rows.shown.front().card->title == "Biblioteket kommer till parken");
    one.desk.tap("register/sort/title");
    CHECK(one.screen.rows.shown.front().card->title == "Öppet kök på fritidsgården");
    one.desk.tap("register/row/" + id_of(31).text());
    CHECK(one.screen.opened == id_of(31));
    one.desk.theme = ui::make_theme(ui::Theme::Kind::dark);
    one.desk.save("08b-register-list-dark");
}

TEST_CASE("Doors in the dock say what comes, and are only there where all else has room") {
    RegisterDesk one;
    CHECK(one.desk.text("register/dock/ideas") == "Idéer");
    for (const std::string door : {"challenges", "authoring", "report"}) {
        CAPTURE(door);
        one.desk.tap("register/dock/" + door);
        CHECK_FALSE(one.desk.text("register/coming/text").empty());
        CHECK_FALSE(one.desk.has("register/coming/go"));
        one.desk.tap("register/coming/stay");
        CHECK_FALSE(one.desk.has("register/coming/stay"));
    }
    CHECK(one.out.empty());
    one.desk.look.size_px = {900, 1080};
    one.desk.settle();
    CHECK_FALSE(one.desk.has("register/dock/report"));
    CHECK_FALSE(one.desk.rect("register/dock/list").empty());
}

TEST_CASE("A new idea is written straight into the register") {
    RegisterDesk one;
    one.desk.tap("register/new");
    one.desk.tap("register/edit/idea.title/text");
    one.desk.type(U"Cykelverkstad vid torget");
    one.desk.save("08-register-new");
    one.desk.tap("register/edit/save");
    CHECK(one.only<intents::AddIdea>().fields.at("title") == "Cykelverkstad vid torget");
}

TEST_CASE("A new idea without a title is not saved, says why, and keeps its words until it is") {
    RegisterDesk one;
    one.desk.tap("register/new");
    one.desk.tap("register/edit/save");
    CHECK(one.screen.fresh.open);
    one.desk.tap("register/edit/idea.description/text");
    one.desk.type(U"Laga cykeln själv");
    one.desk.tap("register/edit/save");
    CHECK(one.out.empty());
    REQUIRE(one.screen.fresh.open);
    CHECK(one.desk.text("register/edit/lacks") == "Skriv en titel, så går idén att spara.");
    one.desk.save("08-register-new-untitled");
    one.desk.tap("register/edit/close");
    CHECK_FALSE(one.screen.fresh.open);
    one.desk.tap("register/new");
    one.desk.tap("register/edit/idea.title/text");
    one.desk.type(U"Cykelverkstad");
    CHECK(one.desk.text("register/edit/lacks").empty());
    one.desk.tap("register/edit/save");
    const auto wish = one.only<intents::AddIdea>();
    CHECK(wish.fields.at("title") == "Cykelverkstad");
    CHECK(wish.fields.at("description") == "Laga cykeln själv");
    one.desk.tap("register/new");
    CHECK(one.screen.fresh.fields.front().text.text.empty());
}

TEST_CASE("Of ten thousand ideas only those that are seen are drawn") {
    std::vector<ideas::IdeaCard> many;
    for (int i = 0; i < 10000; ++i) {
        auto card = desk_views::idea(i, State::received, "Idé " + std::to_string(i), i % 40, {});
        many.push_back(std::move(card));
    }
    RegisterDesk one(desk_views::wall(desk_views::ideas_view(many, many.size())));
    CHECK(one.desk.state.probed().zones.size() < 80);
    one.screen.as_list = true;
    one.desk.settle();
    CHECK(one.desk.state.probed().zones.size() < 80);
}

TEST_CASE("An empty register says how ideas come, and one that is not read yet that it is being read") {
    RegisterDesk one(desk_views::wall(desk_views::ideas_view({}, 0)));
    CHECK(one.desk.has("register/empty/first"));
    one.desk.save("08-register-empty");
    one.view.ideas = nullptr;
    one.desk.frame();
    CHECK_FALSE(one.desk.has("register/empty/first"));
}

TEST_CASE("What is found, and that nothing is, is seen above the keyboard that is searched with") {
    RegisterDesk one;
    one.desk.look.text_size = 1.25;
    one.desk.tap("register/search");
    one.desk.settle();
    const auto field = one.desk.rect("register/search");
    REQUIRE(field.bottom() < one.desk.rect("register/keyboard/space").y);
    CHECK(one.desk.rect("register/rows").bottom() <= field.y);
    one.view = desk_views::wall(desk_views::ideas_view({}, 63));
    one.desk.settle();
    const auto way = one.desk.rect("register/empty/first");
    CHECK(way.bottom() <= field.y);
    CHECK(way.h >= one.desk.look.mm_per_px * 20);
    one.desk.save("08-nothing-found");
}

TEST_CASE("At large text the titles of what is found are read while it is searched for") {
    RegisterDesk one;
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    const auto columns = one.desk.rect("register/columns");
    CHECK(one.desk.rect("register/column/fresh").bottom() <= columns.bottom() - 8);  // clear of the bar
    one.desk.tap("register/search");
    one.desk.settle();
    CHECK_FALSE(one.desk.has("register/column/fresh"));
    CHECK_FALSE(one.desk.has("register/dock/ground"));
    CHECK(one.desk.shows_whole("Sök"));
    const auto& first = *one.screen.rows.shown.front().card;
    CHECK(one.desk.shows_whole(first.title));
    one.desk.tap("register/row/" + first.id.text());
    CHECK(one.screen.opened == first.id);
}

TEST_CASE("On a card the age is never cut: a sign says that it is late") {
    RegisterDesk one;
    for (const auto& row : one.screen.rows.shown) {
        const auto words = ideas::short_age_words(*row.card, row.standing);
        CAPTURE(words);
        CHECK(words.find("sen") == std::string::npos);
        CHECK(words.size() <= 16);
    }
}

TEST_CASE("In a narrow window the columns are as wide as they must be, and are swiped through") {
    RegisterDesk one;
    const auto wide = one.desk.rect("register/archive");
    CHECK(wide.right() < 1920);
    CHECK_FALSE(one.desk.has("register/columns"));
    one.desk.look.size_px = {900, 1080};
    one.desk.settle();
    const auto place = one.desk.rect("register/columns");
    CHECK(one.desk.rect("register/archive").empty());
    one.desk.drag_from({place.right() - 40, place.y + 20}, {-2000, 0});
    CHECK(one.desk.rect("register/archive").right() <= place.right() + 1);
    CHECK_FALSE(one.desk.rect("register/archive").empty());
    one.desk.save("08-narrow");
}
