// What is to be said, and the day, keep their room at the trainer's own display.
#include "ui/trainer_desk.hpp"

using desk_views::text_wide;
using desk_views::TrainerDesk;

TEST_CASE("The block that is on is in sight, however long the day is and however late") {
    TrainerDesk one;
    auto& agenda = one.view.remote.agenda;
    const auto before = agenda.front();
    for (int i = 0; i < 12; ++i) {
        auto item = before;
        item.id = "block-" + std::to_string(i);
        agenda.insert(agenda.begin(), item);
    }
    one.desk.settle();
    one.desk.save("13-trainer-long-day");
    REQUIRE(one.desk.has("trainer/agenda/kundresan"));
    CHECK(one.desk.rect("trainer/agenda/kundresan").h == doctest::Approx(56));
}

TEST_CASE("With large text the picture gives way to what waits") {
    TrainerDesk one;
    one.desk.look.text_size = 1.3;
    one.desk.settle();
    one.desk.save("13-trainer-large");
    const auto last = one.desk.rect("trainer/inbox/hide/" + desk_views::id_of(102).text());
    CHECK(last.h >= one.desk.look.text_size * ui::touch::secondary - 1);
}

TEST_CASE("What is to be said keeps the room that large text takes: the clock and the rows of chips give way") {
    TrainerDesk one;
    one.desk.look.text_size = 1.25;
    one.desk.settle();
    const double line = 28 * 1.35 * 1.25;
    const auto room = [&one] {
        return one.desk.rect("trainer/phase/share").y - one.desk.rect("trainer/larger").bottom();
    };
    CHECK(room() >= 5 * line);
    // At the smallest display too there are lines of it, and what is pressed stays as large as hands need.
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    CHECK(room() >= 120);
    const auto pause = one.desk.rect("trainer/clock/pause");
    CHECK(pause.w >= 160);
    CHECK(pause.h * one.desk.look.mm_per_px >= 20);
}

TEST_CASE("At large text all of what is said is read at once, however the clock is, and the step is in sight") {
    TrainerDesk one;
    one.view.remote.say = {
        "Nu följer vi Samira. Vi börjar när hon får veta att de behöver en lokal. Vi slutar när nyckeln är "
        "tillbaka.",
        "Skriv ett steg per lapp, i fem minuter, i tysthet. Skriv det som faktiskt händer, inte det som "
        "borde hända.",
        "Nu lägger vi stegen i ordning tillsammans. Vad är före, under och efter?"};
    one.view.remote.phases = {"prepared", "intro", "individual", "share", "converge", "vote", "reveal", "closed"};
    for (const double size : {1.0, 1.25, 1.45}) {
        one.desk.look.text_size = size;
        for (const std::string phase : {"prepared", "converge", "reveal"}) {
            one.view.remote.room.block->phase = phase;
            one.desk.settle();
            CAPTURE(size);
            CAPTURE(phase);
            for (const auto& said : one.view.remote.say) CHECK(one.desk.shows_whole("”" + said + "”"));
            // Where it is, not where it would be below the row's edge.
            const auto step = one.desk.rect("trainer/phase/" + phase);
            CHECK(step.w >= text_wide(one.desk, one.desk.text("trainer/phase/" + phase)));
        }
        one.desk.save("13-trainer-said-" + std::to_string(static_cast<int>(size * 100)));
    }
}

TEST_CASE("What is said is as large as fits until the trainer chooses, and then as large as that") {
    TrainerDesk one;
    one.desk.look.text_size = 1.45;
    one.desk.settle();
    const auto said = "”" + one.view.remote.say.front() + "”";
    const auto line = [&] { return one.desk.nothing.line_px[said]; };
    const double fits = line();
    one.desk.tap("trainer/larger");
    CHECK(line() > fits);
    one.desk.tap("trainer/smaller");
    one.desk.tap("trainer/smaller");
    CHECK(line() < fits + 0.01);
}
