// At smaller displays everything is larger: what can be pressed is there all the same.
#include <cmath>
#include <functional>

#include "ui/register_views.hpp"
#include "ui/screen_persona.hpp"
#include "ui/wall_desk.hpp"

namespace {

struct Display {
    double inches, text_size;
    base::Size size;
};
const Display small_displays[] = {
    {65, 1.25, {1920, 1080}}, {55, 1.45, {1920, 1080}}, {65, 1.25, {1280, 720}}, {86, 1, {3840, 2160}}};

void stand_at(Desk& desk, const Display& display) {
    desk.look.text_size = display.text_size;
    desk.look.mm_per_px = display.inches * 25.4 * 9 / std::sqrt(16 * 16 + 9 * 9) / display.size.h;
    desk.settle();
}

/// `deed` at each of them.
void at_small_displays(const std::function<void(const Display&)>& deed) {
    for (const auto& display : small_displays) {
        CAPTURE(display.inches);
        CAPTURE(display.size.h);
        deed(display);
    }
}

/// The wall at such a display.
struct SmallWall : WallDesk {
    SmallWall(views::WallView shown, const Display& display) : WallDesk(std::move(shown), display.size) {
        stand_at(desk, display);
    }
};

double px(const Display& display, double design) {
    return design * display.size.h / 1080 * display.text_size;
}

views::WallView by_codes() {
    auto view = scenes::vote("open");
    view.remote.room.polls.clear();
    view.remote.planned.front().poll = {};
    view.remote.planned.front().trust = model::Trust::codes;
    view.remote.codes = 1;
    view.remote.codes_file = "register-codes.pdf";
    return view;
}

views::WallView with_fields() {
    auto view = desk_views::wall();
    view.persona = "Samira, kassör i en liten förening. Hon sköter allt efter jobbet.";
    views::BlockView block;
    block.id = "lar-kanna";
    block.kind = "board";
    block.title = "Lär känna Samira";
    block.phase = "individual";
    block.clock = {"running", 668000, 1200000};
    block.writes = "note";
    block.groups = {{"vet", "Vi vet"}, {"gissar", "Vi gissar"}, {"hinder", "Hinder"}, {"hjalp", "Vad skulle hjälpa?"}};
    view.remote.room.block = block;
    return view;
}

}  // namespace

TEST_CASE("before a planned vote by codes cards are made and it is opened, whole") {
    WallDesk wall(by_codes());
    wall.enter();
    wall.desk.tap("dock/next");
    CHECK(wall.desk.rect("sheet/votes/0/codes/make").h == doctest::Approx(52).epsilon(0.02));
    CHECK(wall.desk.rect("sheet/votes/open/0").h == doctest::Approx(56).epsilon(0.02));
    wall.desk.tap("sheet/votes/0/codes/make");
    CHECK(wall.take<intents::MakeCodes>().count > 0);
}

TEST_CASE("how many vote in a new vote is at the end of what scrolls, whole") {
    auto view = scenes::ideas();
    view.remote.planned.clear();
    view.remote.room.polls.clear();
    at_small_displays([&](const Display& display) {
        WallDesk wall(view, display.size);
        wall.enter();
        stand_at(wall.desk, display);
        wall.wall.sheets.open = ui::SheetKind::new_vote;
        wall.desk.settle();
        wall.wall.sheets.new_vote.method = "approval";
        wall.wall.sheets.new_vote.trust = model::Trust::heads;
        wall.desk.settle();
        wall.desk.wheel(wall.desk.rect("sheet/new_vote/list").centre(), {0, -9000});
        wall.desk.settle();
        CHECK(wall.desk.rect("sheet/new_vote/people/add-1").h == doctest::Approx(px(display, 52)).epsilon(0.03));
    });
}

TEST_CASE("while a person is written about, the keyboard covers nothing that is pressed, wherever it stands") {
    using Place = ui::Keyboard::Place;
    at_small_displays([&](const Display& display) {
        for (const auto at : {Place::left, Place::middle, Place::right}) {
            CAPTURE(static_cast<int>(at));
            auto view = with_fields();
            ui::PersonaScreen screen;
            ui::Commands commands;
            ui::Intents out;
            Desk desk([&](ui::Frame& frame) { ui::draw_persona(screen, view, frame, commands, out); }, display.size);
            stand_at(desk, display);
            desk.tap("persona/field/hinder");
            screen.keyboard.place = at;
            desk.settle();
            desk.wait(0.5);
            const auto board = desk.rect("persona/keyboard/ground");
            for (const std::string id : {"done", "next_field", "undo", "redo", "keyboard_left", "keyboard_right"}) {
                CAPTURE(id);
                const auto place = desk.rect("persona/" + id);
                CHECK_FALSE(place.overlaps(board));
                CHECK(place.h * desk.look.mm_per_px >= 20);
            }
            CHECK(desk.rect("persona/keyboard/key-q").w * desk.look.mm_per_px >= 20);
            CHECK(desk.rect("persona/text").h >= px(display, 50));
        }
    });
}

TEST_CASE("each field of a person card is written in with room, one at a time where there is no more") {
    at_small_displays([&](const Display& display) {
        auto view = with_fields();
        ui::PersonaScreen screen;
        ui::Commands commands;
        ui::Intents out;
        Desk desk([&](ui::Frame& frame) { ui::draw_persona(screen, view, frame, commands, out); }, display.size);
        stand_at(desk, display);
        desk.wheel(desk.rect("persona/card/course").centre(), {0, -9000});
        desk.settle();
        desk.tap("persona/new");
        for (const std::string name : {"name", "description", "everyday", "needs", "obstacles", "help", "quote"}) {
            CAPTURE(name);
            const auto id = "persona/own/" + name + "/text";
            CHECK(desk.focus() == id);
            CHECK(desk.rect(id).h >= px(display, 60));
            CHECK_FALSE(desk.rect(id).overlaps(desk.rect("persona/keyboard/ground")));
            desk.type(U"Rami");
            desk.tap("persona/next_field");
        }
        for (const auto& text : screen.card.texts) CHECK(text.text == "Rami");
    });
}

TEST_CASE("what the dock has no room for stands in 'Mer', whole, and does the same") {
    at_small_displays([&](const Display& display) {
        auto view = scenes::vote("revealed");
        view.remote.started = true;
        view.remote.previous = views::Labelled{"b-1", "Lär känna Samira och hennes förening"};
        SmallWall wall(view, display);
        wall.enter();
        wall.desk.wait(4);
        const bool in_dock = wall.desk.has("dock/print");
        if (in_dock) CHECK(wall.desk.rect("dock/print").w >= px(display, 91));
        wall.desk.tap("dock/more");
        const auto close = wall.desk.rect("sheet/close");
        for (const std::string id : {"back", "agenda", "votes", "boards", "end", "lock", "help"}) {
            CAPTURE(id);
            const auto row = wall.desk.rect("sheet/more/" + id);
            CHECK(row.h * wall.desk.look.mm_per_px >= 20);
            CHECK(row.h >= px(display, 43));
            CHECK(row.bottom() <= close.y);
        }
        if (in_dock) return;
        wall.desk.tap("sheet/more/print");
        CHECK(wall.wall.papers.size() == 1);
        CHECK_FALSE(wall.desk.has("sheet/close"));
    });
}

TEST_CASE("the start screen shows what is on today, and all five doors, at every size") {
    auto view = scenes::lobby();
    view.start.meetings = {{scenes::id(41), "Livsappen", "Petra möter Leila", scenes::now_ms, false}};
    at_small_displays([&](const Display& display) {
        SmallWall wall(view, display);
        const auto meeting = wall.desk.rect("start/meeting/" + scenes::id(41).text());
        CHECK(meeting.h * wall.desk.look.mm_per_px >= 20);
        const auto begin = wall.desk.rect("start/continue");
        const auto fresh = wall.desk.rect("start/waiting/fresh");
        CHECK(fresh.h * wall.desk.look.mm_per_px >= 20);
        CHECK(meeting.bottom() <= fresh.y);
        for (const std::string door : {"course", "ideas", "challenges", "authoring", "report"}) {
            const auto place = wall.desk.rect("start/door/" + door);
            CHECK(place.y >= begin.bottom());
            CHECK(place.h >= px(display, 188));
        }
    });
}

TEST_CASE("the rail's day begins with the block that is on, whole") {
    at_small_displays([&](const Display& display) {
        SmallWall wall(scenes::journey(), display);
        wall.enter();
        const auto now = wall.desk.rect("rail/agenda/" + wall.view.remote.room.block->id);
        CHECK(now.h == doctest::Approx(px(display, 58)).epsilon(0.03));
    });
}

TEST_CASE("the dock of an idea wall needs no scrolling, and a note's menu has no lone verb") {
    at_small_displays([&](const Display& display) {
        SmallWall wall(scenes::ideas(), display);
        wall.enter();
        const auto next = wall.desk.rect("dock/next");
        for (const std::string id : {"home", "select", "group", "undo", "inbox", "more"}) {
            CAPTURE(id);
            const auto tool = wall.desk.rect("dock/" + id);
            CHECK(tool.w >= px(display, 91));
            CHECK(tool.right() <= next.x);
        }
        const auto zones = wall.desk.state.probed().zones;
        const auto note = std::find_if(zones.begin(), zones.end(), [&](const auto& one) {
            return one.first.starts_with("note/") && one.second.h > px(display, 60);
        });
        REQUIRE(note != zones.end());
        wall.desk.tap(note->first);
        std::vector<double> rows;
        for (const auto& [id, zone] : wall.desk.state.probed().zones) {
            if (id.starts_with("menu/") && id != "menu/ground" && !zone.empty()) rows.push_back(zone.y);
        }
        REQUIRE(rows.size() > 2);
        const auto last = *std::max_element(rows.begin(), rows.end());
        CHECK(std::count(rows.begin(), rows.end(), last) > 1);
    });
}

TEST_CASE("the remote's code is in sight when it is asked for") {
    at_small_displays([&](const Display& display) {
        WallDesk wall(scenes::ideas(), display.size);
        wall.view.pair_code = "K7M2PX";
        wall.wall.sheets.open = ui::SheetKind::remote;
        stand_at(wall.desk, display);
        wall.enter();
        const auto list = wall.desk.find("sheet/remote/list");
        if (list) wall.desk.wheel(list->centre(), {0, -9000});
        wall.desk.wheel(wall.desk.rect("sheet/ground").centre(), {0, 9000});
        const auto close = wall.desk.rect("sheet/close");
        if (wall.desk.rect("sheet/remote/show").empty() || wall.desk.rect("sheet/remote/show").h < px(display, 30)) {
            wall.desk.wheel(wall.desk.rect("sheet/ground").centre(), {0, -200});
        }
        wall.desk.tap("sheet/remote/show");
        CHECK(wall.desk.rect("sheet/remote/show").bottom() <= close.y);
        CHECK(wall.desk.shows_whole("K7M2PX"));
    });
}

TEST_CASE("all can be sent away without scrolling, and a remote that asks stands beside the code") {
    at_small_displays([&](const Display& display) {
        WallDesk wall(scenes::ideas(), display.size);
        wall.view.remotes = {{1, scenes::now_ms, true}, {2, scenes::now_ms, true}};
        wall.view.asking_remotes = {7};
        wall.wall.sheets.open = ui::SheetKind::remote;
        stand_at(wall.desk, display);
        wall.enter();
        CHECK(wall.desk.rect("sheet/remote/revoke").h == doctest::Approx(px(display, 64)).epsilon(0.03));
        CHECK_FALSE(wall.desk.rect("pairing/ground").overlaps(wall.desk.rect("sheet/ground")));
    });
}

TEST_CASE("a countdown says why the vote closes, and a vote by codes is over when all codes are used") {
    auto view = scenes::vote("open");
    auto& poll = view.remote.room.polls.front();
    poll.lost.clear();
    poll.in = 4;
    poll.of = 6;  // devices, of which one is shared
    poll.form.trust = model::Trust::heads;
    poll.form.people = 4;
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("secret") == "Alla har röstat. Röstningen stängs strax.");
    CHECK(wall.desk.text("turnout") == "4 av 4 klara");
    auto& shown = wall.view.remote.room.polls.front();
    shown.form.trust = model::Trust::codes;
    shown.form.codes = 4;
    shown.in = shown.of = 3;
    wall.desk.settle();
    CHECK(wall.desk.text("turnout") == "3 av 4 klara");
    CHECK(wall.desk.text("secret").find("Alla har röstat") == std::string::npos);
    wall.wall.sheets.closes_by_itself = true;
    wall.view.remote.room.block->clock = {"running", -5000, 900000};
    wall.desk.settle();
    CHECK(wall.desk.text("secret") == "Tiden är slut. Röstningen stängs strax.");
}
