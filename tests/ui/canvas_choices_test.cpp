// Several people at one board, each with what they have chosen and its menu. 350 mm on the desk's glass are 404 px.
#include <set>

#include "ui/tools_desk.hpp"

namespace {

struct TwoPeople : ToolsDesk {
    model::Item left = put(1, {400, 200, 200, 200}, "Buss"), right = put(2, {1500, 200, 200, 200}, "Skola");
    model::Item beside = put(3, {650, 200, 200, 200}, "Bil");

    void tap(const model::Item& item, int contact) { desk.tap_at(item.place.centre(), contact); }
    void both_choose() {
        tap(left, 1);
        tap(right, 2);
    }
};

}  // namespace

TEST_CASE("two people have a menu each, and each does something with what its owner has chosen") {
    TwoPeople board;
    board.both_choose();
    CHECK(board.desk.has("canvas/menu/remove"));
    CHECK(board.desk.has("canvas/menu2/remove"));
    CHECK(ui::choice_with(board.screen.hands, board.left.id) != nullptr);
    CHECK(board.screen.hands.selected == std::set{board.right.id});

    board.menu("more");
    CHECK(board.desk.has("canvas/menu/lock"));
    CHECK(board.desk.has("canvas/menu2/remove"));
    board.desk.tap("canvas/menu2/more");
    CHECK(board.desk.has("canvas/menu/lock"));
    CHECK(board.desk.has("canvas/menu2/lock"));
    board.menu("lock");
    CHECK(board.only_item("lock_items").id == board.left.id);
}

TEST_CASE("the menus of two people do not lie on each other") {
    TwoPeople board;
    board.tap(board.beside, 1);
    const auto other = board.put(5, {1120, 200, 200, 200}, "Cykel");
    board.tap(other, 2);
    REQUIRE(board.desk.has("canvas/menu/ground"));
    REQUIRE(board.desk.has("canvas/menu2/ground"));
    CHECK_FALSE(board.desk.rect("canvas/menu/ground").overlaps(board.desk.rect("canvas/menu2/ground")));
}

TEST_CASE("what is aimed at is done with what was chosen by who aims") {
    TwoPeople board;
    board.both_choose();
    board.menu("move");
    board.desk.tap_at({700, 800}, 1);
    CHECK(board.only_item("move_items").id == board.left.id);
    CHECK(board.desk.has("canvas/menu2/remove"));
}

TEST_CASE("while somebody aims others choose and let go, and an arrow ends where its owner taps") {
    TwoPeople board;
    board.both_choose();
    const auto far = board.put(4, {1500, 650, 200, 200}, "Tåg");
    board.menu("connect");
    CHECK(board.desk.text("canvas/menu/aim") != "");
    board.tap(far, 2);
    CHECK(board.all.empty());
    CHECK(board.screen.hands.selected == std::set{far.id});
    CHECK(board.desk.text("canvas/menu/aim") != "");
    board.desk.tap_at({1300, 850}, 2);
    CHECK(ui::choice_with(board.screen.hands, far.id) == nullptr);
    CHECK(board.all.empty());
    CHECK(board.desk.text("canvas/menu/aim") != "");
    board.tap(board.beside, 1);
    const auto line = board.only_item("connect");
    CHECK(line.from.item == board.left.id);
    CHECK(line.to.item == board.beside.id);
    CHECK(board.desk.has("canvas/menu/remove"));
}

TEST_CASE("two aim at once, each with what he has chosen") {
    TwoPeople board;
    board.both_choose();
    board.menu("move");
    board.desk.tap("canvas/menu2/move");
    board.desk.tap_at({700, 800}, 1);
    CHECK(board.only_item("move_items").id == board.left.id);
    board.desk.tap_at({1400, 850}, 2);
    CHECK(board.only_item("move_items").id == board.right.id);
}

TEST_CASE("a finger on empty board closes the nearest menu, the mouse all of them") {
    TwoPeople board;
    board.both_choose();
    SUBCASE("a finger") {
        board.desk.tap_at({1100, 900}, 3);
        CHECK(board.desk.has("canvas/menu/remove"));
        CHECK_FALSE(board.desk.has("canvas/menu2/remove"));
    }
    SUBCASE("the mouse") {
        board.desk.tap_at({1100, 900}, 0);
        CHECK(board.screen.hands.selected.empty());
        CHECK(board.screen.hands.work.aside.empty());
        CHECK_FALSE(board.desk.has("canvas/menu/remove"));
        CHECK_FALSE(board.desk.has("canvas/menu2/remove"));
    }
}

TEST_CASE("whoever goes on near by chooses something else, and the other's menu stays") {
    TwoPeople board;
    board.both_choose();
    board.tap(board.beside, 1);
    CHECK(board.screen.hands.selected == std::set{board.beside.id});
    CHECK(ui::choice_with(board.screen.hands, board.left.id) == nullptr);
    CHECK(ui::choice_with(board.screen.hands, board.right.id) != nullptr);
    board.desk.tap_at({500, 800}, 1);
    CHECK(ui::choice_with(board.screen.hands, board.beside.id) == nullptr);
    CHECK(board.desk.has("canvas/menu2/remove"));
    board.desk.tap_at({1600, 800}, 2);
    CHECK_FALSE(board.desk.has("canvas/menu2/remove"));
    CHECK(board.screen.hands.work.aside.empty());
    CHECK(board.all.empty());
}

TEST_CASE("the mouse is one person wherever it goes, and one finger on empty board lets go of what it has chosen") {
    TwoPeople board;
    board.tap(board.left, 0);
    board.tap(board.right, 0);
    CHECK(board.screen.hands.selected == std::set{board.right.id});
    CHECK(board.screen.hands.work.aside.empty());
    board.desk.tap_at({300, 800}, 0);
    CHECK(board.screen.hands.selected.empty());
    board.tap(board.left, 1);
    board.desk.tap_at({1700, 800}, 1);
    CHECK(board.screen.hands.selected.empty());
}

TEST_CASE("what was chosen and is gone, or whose owner has gone, keeps no menu; escape closes all") {
    TwoPeople board;
    board.both_choose();
    SUBCASE("the item is taken away") {
        board.take({}, false, {board.left.id});
    }
    SUBCASE("a minute passes") {
        board.desk.wait(61);
    }
    SUBCASE("escape") {
        board.desk.key(ui::Key::escape);
        CHECK(board.screen.hands.selected.empty());
        board.desk.key(ui::Key::escape);
    }
    board.desk.settle();
    CHECK(board.screen.hands.work.aside.empty());
    CHECK_FALSE(board.desk.has("canvas/menu/remove"));
}
