// Remotes that ask to lead the day, and those that do.
#include "base/clock.hpp"
#include "ui/wall_desk.hpp"

TEST_CASE("a remote that asks is let in or turned away at the wall, wherever one is, and all can be sent away") {
    using What = intents::SettleRemotes::What;
    WallDesk wall(scenes::ideas());
    wall.view.asking_remotes = {7, 8};
    wall.enter();
    CHECK(wall.desk.text("pairing/title") == "En telefon vill leda passet");
    wall.desk.save("02-remote-asks");
    wall.desk.tap("pairing/let_in");
    const auto in = wall.take<intents::SettleRemotes>();
    CHECK(in.what == What::let_in);
    CHECK(in.asking == 7);
    wall.view.asking_remotes = {8};
    wall.desk.settle();
    wall.desk.tap("pairing/turn_away");
    const auto away = wall.take<intents::SettleRemotes>();
    CHECK(away.what == What::turn_away);
    CHECK(away.asking == 8);
    wall.view.asking_remotes.clear();
    wall.view.remotes = {{1, scenes::now_ms, true}, {3, scenes::now_ms, false}};
    wall.wall.sheets.open = ui::SheetKind::remote;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("pairing/let_in"));
    CHECK(wall.desk.text("sheet/remote/remote/3") == "Fjärr 3");
    const auto let_in = " · insläppt " + base::to_local_time(scenes::now_ms);
    CHECK(wall.desk.text("sheet/remote/state/1") == "Är här" + let_in);
    CHECK(wall.desk.text("sheet/remote/state/3") == "Inte här" + let_in);
    wall.desk.save("02-remotes-let-in");
    wall.desk.tap("sheet/remote/away/3");  // a lost phone can be sent away while it is away
    const auto one = wall.take<intents::SettleRemotes>();
    CHECK(one.what == What::send_away);
    CHECK(one.number == 3);
    wall.desk.tap("sheet/remote/revoke");
    CHECK(wall.take<intents::SettleRemotes>().what == What::revoke_all);
}

TEST_CASE("On every display the code of the remote is one tap away, also while others are let in") {
    for (const double size : {1.0, 1.25, 1.45}) {
        WallDesk wall(scenes::ideas());
        wall.view.pair_code = "K7QP2M";
        wall.view.remotes = {{1, 0, true}};
        wall.desk.look.text_size = size;
        wall.enter();
        wall.wall.sheets.open = ui::SheetKind::remote;
        wall.desk.settle();
        CAPTURE(size);
        const auto show = wall.desk.rect("sheet/remote/show");
        CHECK(show.h >= size * ui::touch::primary - 1);
        CHECK(show.bottom() < wall.desk.rect("sheet/close").y);
        wall.desk.tap("sheet/remote/show");
        CHECK(wall.desk.text("sheet/remote/code") == "K7QP2M");
    }
}
