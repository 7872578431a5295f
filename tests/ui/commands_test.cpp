#include "ui/commands.hpp"

#include "ui/desk.hpp"

namespace {

struct Work {
    ui::Commands commands;
    ui::Palette palette;
    ui::TextField field;
    ui::DockState dock;
    std::string ran;
    bool may_undo = true, help = false;
    bool drew_help = false;

    Work() {
        const auto does = [this](const std::string& what) { return [this, what] { ran += what + " "; }; };
        commands.add({"next", "ui.gallery.next", ui::icon::right, ui::clicker_next(), {}, does("next"), true});
        commands.add({"back", "ui.gallery.back", ui::icon::left, ui::clicker_back(), {}, does("back"), true});
        commands.add({"blank", "ui.gallery.theme", ui::icon::moon, ui::clicker_blank(), {}, does("blank"), true});
        commands.add(
            {"undo", "ui.undo", ui::icon::undo, {ui::letter(U'z', true)}, [this] { return may_undo; }, does("undo")});
        commands.add({"inbox", "ui.gallery.inbox", ui::icon::inbox, {}, {}, does("inbox")});
    }
    void draw(ui::Frame& frame) {
        ui::text_field(frame, "field", {100, 100, 400, 64}, field, {});
        static constexpr std::array<std::string_view, 4> ids{"next", "", "undo", "inbox"};
        const auto tools = commands.tools(ids);
        const auto tapped = ui::dock(frame, dock, ui::dock_layout(frame, 268), tools);
        if (!tapped.empty()) commands.run(tapped);
        ui::palette(frame, palette, commands);
        ui::command_help(frame, help, commands);
        commands.run_keys(frame);
    }
};

struct WorkDesk {
    Work work;
    Desk desk{[this](ui::Frame& frame) { work.draw(frame); }};
};

}  // namespace

TEST_CASE("one table: a command runs by dock, key and palette") {
    WorkDesk it;
    it.desk.tap("dock/undo");
    it.desk.letter(U'z', true);
    it.work.palette.open = true;
    it.desk.settle();
    it.desk.type(U"ÅNG");
    it.desk.key(ui::Key::enter);
    CHECK(it.work.ran == "undo undo undo ");
    CHECK_FALSE(it.work.palette.open);
}

TEST_CASE("a command that is off runs by none of them") {
    WorkDesk it;
    it.work.may_undo = false;
    it.desk.settle();
    it.desk.tap("dock/undo");
    it.desk.letter(U'z', true);
    it.work.palette.open = true;
    it.desk.settle();
    CHECK_FALSE(it.desk.has("palette/row/undo"));
    it.desk.tap("palette/row/inbox");
    CHECK(it.work.ran == "inbox ");
}

TEST_CASE("a clicker turns pages and blanks, and what bounces within 300 ms is one press") {
    WorkDesk it;
    it.desk.key(ui::Key::page_down);
    it.desk.pass(0.1);
    it.desk.key(ui::Key::page_down);
    CHECK(it.work.ran == "next ");
    it.desk.pass(0.4);
    it.desk.key(ui::Key::right);
    it.desk.key(ui::Key::page_up);
    it.desk.pass(0.4);
    it.desk.key(ui::Key::left);
    it.desk.letter(U'b');
    it.desk.pass(0.4);
    it.desk.letter(U'.');
    CHECK(it.work.ran == "next next back back blank blank ");
}

TEST_CASE("a key that is held is one press") {
    WorkDesk it;
    it.desk.key(ui::Key::page_down);
    ui::KeyEvent held;
    held.key = ui::Key::page_down;
    held.repeated = true;
    held.time_s = it.desk.look.now_s + 5;
    it.desk.state.push(held);
    it.desk.settle();
    CHECK(it.work.ran == "next ");
}

TEST_CASE("what is written in a field is no command") {
    WorkDesk it;
    it.desk.tap("field");
    it.desk.letter(U'b');
    it.desk.type(U"b.");
    it.desk.key(ui::Key::left);
    CHECK(it.work.ran.empty());
    CHECK(it.work.field.text == "b.");
    it.desk.key(ui::Key::page_down);
    CHECK(it.work.ran == "next ");
}

TEST_CASE("arrows walk the ring while it is shown, and turn pages when it is not") {
    WorkDesk it;
    it.desk.key(ui::Key::tab);
    it.desk.key(ui::Key::tab);
    const auto at = it.desk.focus();
    it.desk.key(ui::Key::right);
    CHECK(it.desk.focus() != at);
    CHECK(it.work.ran.empty());
    it.desk.tap_at({1500, 300});
    it.desk.key(ui::Key::right);
    CHECK(it.work.ran == "next ");
}

TEST_CASE("Escape closes the palette and nothing else happens") {
    WorkDesk it;
    it.work.palette.open = true;
    it.desk.settle();
    it.desk.key(ui::Key::escape);
    it.desk.key(ui::Key::escape);
    CHECK_FALSE(it.work.palette.open);
    CHECK(it.work.ran.empty());
}

TEST_CASE("help shows every command with its keys") {
    WorkDesk it;
    it.work.help = true;
    it.desk.settle();
    for (const auto& command : it.work.commands.all()) CHECK(it.desk.has("help/row/" + command.id));
    it.desk.tap("help/close");
    CHECK_FALSE(it.work.help);
    CHECK(ui::chord_name(ui::letter(U'z', true, true)) == "Ctrl+Skift+Z");
    CHECK(ui::chord_name({ui::Key::f5}) == "F5");
    CHECK(ui::chord_name(ui::letter(U'å')) == "Å");
}

TEST_CASE("a dock that is too long scrolls sideways under its last tool, and its grip moves one that is not") {
    ui::DockState mine;
    std::vector<ui::Tool> tools;
    std::string tapped;
    Desk desk([&](ui::Frame& frame) {
        const auto now = ui::dock(frame, mine, ui::dock_layout(frame, 268), tools);
        if (!now.empty()) tapped = now;
    });
    for (int i = 0; i < 5; ++i) tools.push_back({"tool-" + std::to_string(i), "Verktyg", ui::icon::note});
    desk.settle();
    const double before = desk.rect("dock/tool-0").x;
    desk.drag("dock/grip", {300, 0});
    CHECK(desk.rect("dock/tool-0").x == doctest::Approx(before + 300));
    CHECK(tapped.empty());
    for (int i = 5; i < 30; ++i) tools.push_back({"tool-" + std::to_string(i), "Verktyg", ui::icon::note});
    desk.settle();
    CHECK(desk.rect("dock/tool-28").empty());
    desk.tap("dock/tool-29");
    CHECK(tapped == "tool-29");
    desk.drag("dock/tool-3", {-3000, 0});
    CHECK(tapped == "tool-29");
    desk.tap("dock/tool-28");
    CHECK(tapped == "tool-28");
}
