// "Testa nätet" at the wall: the ways here, whether anybody came, and the network of the room.
#include "ui/wall_desk.hpp"

TEST_CASE("the network is tested from the start screen and from the session's menu") {
    WallDesk wall(scenes::journey());
    wall.desk.settle();
    wall.desk.tap("start/net");
    CHECK(wall.wall.sheets.open == ui::SheetKind::net);
    wall.desk.tap("sheet/close");
    wall.enter();
    wall.desk.tap("dock/more");
    wall.desk.tap("sheet/more/net");
    CHECK(wall.wall.sheets.open == ui::SheetKind::net);
}

TEST_CASE("every address stands there, and what to do as long as nobody has come") {
    WallDesk wall(scenes::journey());
    auto& network = wall.wall.sheets.network;
    wall.wall.sheets.open = ui::SheetKind::net;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.text("sheet/net/none").empty());
    network.urls = {"https://192.168.1.7:8437", "http://10.0.0.4:8437"};
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/net/address/0") == "https://192.168.1.7:8437/net");
    CHECK(wall.desk.text("sheet/net/address/1") == "http://10.0.0.4:8437/net");
    CHECK(wall.desk.text("sheet/net/none").empty());
    CHECK(wall.desk.text("sheet/net/reached") == "Ingen telefon eller platta har nått hit än.");
    CHECK(wall.desk.text("sheet/net/advice").find("klientisolering") != std::string::npos);
    wall.desk.save("net");
    // It looks again by itself.
    CHECK(wall.desk.state.next_redraw_s().value_or(9) <= 1.0);
    network.seen_at_ms = scenes::now_ms;
    wall.desk.settle();
    CHECK(wall.desk.text("sheet/net/reached").starts_with("En annan enhet har nått hit"));
    CHECK(wall.desk.text("sheet/net/advice").empty());
}

TEST_CASE("the room's network is written, shown as a symbol, and forgotten") {
    WallDesk wall(scenes::journey());
    auto& network = wall.wall.sheets.network;
    network.seen_at_ms = scenes::now_ms;
    wall.wall.sheets.open = ui::SheetKind::net;
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("sheet/net/secret"));
    wall.desk.tap("sheet/net/name");
    CHECK(wall.desk.focus() == "writing/text");
    wall.desk.type(U"Lindåsa gäst");
    wall.desk.tap("writing/save");
    CHECK(network.wifi_name == "Lindåsa gäst");
    CHECK(wall.desk.text("sheet/net/wifi") == "Lindåsa gäst");
    CHECK(network.wifi_code.url == "WIFI:T:nopass;S:Lindåsa gäst;;");

    network.wifi_secret = "gammalt";
    wall.desk.tap("sheet/net/secret");
    CHECK(wall.wall.writing.field.text.empty());  // the room reads along
    wall.desk.type(U"nytt ord");
    wall.desk.tap("writing/save");
    CHECK(network.wifi_secret == "nytt ord");
    CHECK(network.wifi_code.url == "WIFI:T:WPA;S:Lindåsa gäst;P:nytt ord;;");
    CHECK(wall.all.empty());  // nobody but the display is told

    wall.desk.tap("sheet/net/forget");
    CHECK(network.wifi_name.empty());
    CHECK(network.wifi_secret.empty());
    CHECK(wall.desk.text("sheet/net/wifi").empty());
}

TEST_CASE("another network does not get the former one's password") {
    WallDesk wall(scenes::journey());
    auto& network = wall.wall.sheets.network;
    network.seen_at_ms = scenes::now_ms;
    network.wifi_name = "Ett";
    network.wifi_secret = "hemligt";
    wall.wall.sheets.open = ui::SheetKind::net;
    wall.desk.settle();
    wall.desk.tap("sheet/net/name");
    wall.desk.type(U"2");
    wall.desk.tap("writing/save");
    CHECK(network.wifi_name == "Ett2");
    CHECK(network.wifi_secret.empty());
}
