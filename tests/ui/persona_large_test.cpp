#include "ui/desk.hpp"
#include "ui/register_views.hpp"
#include "ui/screen_persona.hpp"

namespace {

struct LargeDesk {
    views::WallView view;
    ui::PersonaScreen screen;
    ui::Commands commands;
    ui::Intents out;
    Desk desk{[this](ui::Frame& frame) { ui::draw_persona(screen, view, frame, commands, out); }};

    LargeDesk() {
        view.persona = "Samira, kassör i en liten förening.";
        auto& room = view.remote.room;
        room.now_ms = desk_views::now_ms;
        views::BlockView block;
        block.id = "lar-kanna";
        block.kind = "board";
        block.title = "Lär känna Samira";
        block.clock = {"running", 668000, 1200000};
        block.writes = "known";
        block.groups = {{"vet", "Vi vet"}, {"gissar", "Vi gissar"}};
        room.block = block;
    }
};

}  // namespace

TEST_CASE("A person of the session's own, shown large, has a heading over each field that is filled in") {
    for (const double text_size : {1.0, 1.45}) {
        LargeDesk one;
        one.desk.look.text_size = text_size;
        views::PersonaView ulla{desk_views::id_of(71), "Ulla-Britt Andersson-Bergström", "Rektor. Ny för i år.",
                                "”Fråga bara.”"};
        ulla.everyday = "Möten från åtta till fyra, sedan mejl";
        ulla.obstacles = "Hinner inte svara alla";
        one.view.personas = {ulla};
        one.desk.settle();
        const auto id = desk_views::id_of(71).text();
        one.desk.tap("persona/card/" + id);
        one.desk.save("03-persona-own-long-name");
        one.desk.tap("persona/large");
        one.desk.save("03-persona-own-large");
        CHECK(one.desk.text("persona/large/name") == ulla.name);
        CHECK(one.desk.text("persona/large/everyday/label") == "Vardag");
        CHECK(one.desk.text("persona/large/everyday") == ulla.everyday);
        CHECK(one.desk.text("persona/large/obstacles/label") == "Hinder");
        CHECK(one.desk.text("persona/large/obstacles") == ulla.obstacles);
        CHECK(one.desk.text("persona/large/quote") == ulla.quote);
        CHECK_FALSE(one.desk.has("persona/large/needs/label"));
        CHECK(one.desk.text("persona/large/needs").empty());
        one.desk.tap("persona/large_close");
        CHECK_FALSE(one.screen.large);
    }
}
