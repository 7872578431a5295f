#include "registrar/boards.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "must.hpp"
#include "photo.hpp"
#include "registrar/board_wall.hpp"
#include "store/care.hpp"

TEST_CASE("a free board is made at the wall, named, and stands among its boards") {
    BoardWall wall;
    const auto* head = wall.find_head(wall.board);
    REQUIRE(head != nullptr);
    CHECK(head->title == "Nuläge");
    CHECK(head->session == wall.room.workshop().session());
    CHECK(head->session_title.empty());
    const auto second = base::new_id(wall.room.now());
    wall.ask(intents::MakeBoard{second, "Bord 2", "journey_map", {wall.note("Söka")}, 2, "kartan"});
    wall.ask(intents::NameBoard{wall.board, "  Nuläget  "});
    REQUIRE(wall.view->boards.size() == 2);
    CHECK(wall.view->boards[0].title == "Nuläget");
    CHECK(wall.view->boards[1].form == "journey_map");
    CHECK(wall.view->boards[1].table == 2);
    CHECK(wall.view->boards[1].items == 1);
    CHECK(wall.refusals.empty());
    wall.ask(intents::MakeBoard{second, "En gång till", ""});
    CHECK(wall.refusals.back().error.code == base::Code::already);
}

TEST_CASE("what is put on a board is told at once, and only that") {
    BoardWall wall;
    REQUIRE(wall.news.size() >= 1);
    CHECK(wall.news.front()->whole);
    const auto note = wall.put_note("Trångt i entrén", 10);
    CHECK_FALSE(wall.news.back()->whole);
    REQUIRE(wall.news.back()->put.size() == 1);
    CHECK(wall.news.back()->put[0] == note);
    CHECK(wall.news.back()->can_undo);
    const auto other = wall.put_note("Kö till kassan", 300);
    CHECK(wall.news.back()->put.size() == 1);
    wall.ask(intents::PutItems{wall.board, "remove_items", {}, {note.id}});
    CHECK(wall.news.back()->gone == std::vector<base::Id>{note.id});
    CHECK(wall.items.size() == 1);
    CHECK(wall.items.contains(other.id));
}

TEST_CASE("news do not wait for the disk, and many deeds of one round are told together") {
    BoardWall wall;
    const auto before = wall.news.size();
    wall.room.hold_disk([&wall] {
        for (int i = 0; i < 50; ++i) {
            wall.room.workshop().deed(intents::PutItems{wall.board, "put_items", {wall.note("Lapp", i * 10)}});
        }
        wall.room.workshop().tick();
        wall.take();
        CHECK_FALSE(wall.room.workshop().book().is_all_saved());
    });
    CHECK(wall.news.size() == before + 1);
    CHECK(wall.items.size() == 50);
}

TEST_CASE("a deed on a board does not bring pages and wall to be put together again") {
    BoardWall wall;
    wall.room.join(1, "Tove");
    wall.hear();
    wall.put_note("Först");
    wall.hear();
    const auto pages = wall.room.told_on("tablet/sv").size();
    for (int i = 0; i < 5; ++i) wall.put_note("Lapp");
    CHECK(wall.room.told_on("tablet/sv").size() == pages);
    CHECK(wall.find_head(wall.board)->items == 6);
}

TEST_CASE("a board comes back from the disk as it was") {
    BoardWall wall;
    auto note = wall.put_note("Trångt i entrén · 拥挤", 10);
    note.colour = "ros";
    note.level = "V001";
    wall.put(note, "colour_items");
    model::Item line;
    line.id = base::new_id(wall.room.now());
    line.type = model::ItemType::line;
    line.means = "leads_to";
    line.from.item = note.id;
    line.to.at = {400.5, 20};
    wall.put(line, "connect");
    const auto removed = wall.put_note("Bort");
    wall.ask(intents::PutItems{wall.board, "remove_items", {}, {removed.id}});
    const auto before = wall.items;
    REQUIRE(before.size() == 2);
    wall.restart();
    CHECK(wall.news.back()->whole);
    CHECK(wall.items == before);
    CHECK(wall.find_head(wall.board)->items == 2);
    CHECK(wall.news.back()->can_undo);
    CHECK_FALSE(wall.news.back()->can_redo);
}

TEST_CASE("a board that is opened shows what is not on the disk yet") {
    BoardWall wall;
    const auto note = wall.put_note("Sparad", 10);
    wall.look_at({});
    wall.room.hold_disk([&wall, &note] {
        auto moved = note;
        moved.place.x = 77;
        wall.room.workshop().deed(intents::PutItems{wall.board, "move_items", {moved}});
        wall.room.workshop().deed(intents::PutItems{wall.board, "put_items", {wall.note("Ny")}});
        views::WallScope scope;
        scope.board = wall.board;
        wall.room.workshop().look(scope);
        wall.room.workshop().tick();
        wall.take();
    });
    CHECK(wall.items.size() == 2);
    CHECK(wall.x_of(note.id) == 77);
}

TEST_CASE("a locked item is moved by nobody until it is unlocked") {
    BoardWall wall;
    auto note = wall.put_note("Rubrik", 10);
    note.locked = true;
    wall.put(note, "lock_items");
    auto moved = note;
    moved.place.x = 500;
    moved.locked = false;
    wall.put(moved, "move_items");
    CHECK(wall.last_refusal() == "item_locked");
    CHECK(wall.refusals.back().text.ends_with("."));
    // The wall had moved it already: it is told how it stands.
    CHECK(wall.news.back()->put.size() == 1);
    CHECK(wall.x_of(note.id) == 10);
    wall.ask(intents::PutItems{wall.board, "remove_items", {}, {note.id}});
    CHECK(wall.items.size() == 1);
    note.locked = false;
    wall.put(note, "lock_items");
    wall.put(moved, "move_items");
    CHECK(wall.x_of(note.id) == 500);
}

TEST_CASE("what cannot be kept is refused with a reason, and places are put within limits") {
    BoardWall wall;
    auto note = wall.note(std::string(model::most_item_text + 1, 'x'));
    wall.put(note);
    CHECK(wall.refusals.back().error.code == base::Code::too_large);
    note.text = "\xff";
    wall.put(note);
    CHECK(wall.refusals.back().error.code == base::Code::bad_text);
    note.text = "Lapp";
    note.photo = std::string(64, 'a');
    wall.put(note);
    CHECK(wall.last_refusal() == "photo");
    note.photo.clear();
    note.place = {1e300, std::nan(""), 0, -1};
    wall.put(note);
    CHECK(wall.items.at(note.id).place == base::Rect{model::farthest_item, 0, 1, 1});
    wall.ask(intents::PutItems{base::new_id(wall.room.now()), "put_items", {wall.note("Var?")}});
    CHECK(wall.refusals.back().error.code == base::Code::not_found);
    wall.ask(intents::PutItems{wall.board, "put_items", {note, note}});
    CHECK(wall.refusals.back().error.code == base::Code::bad_input);
    wall.ask(intents::PutItems{wall.board, "put_items", std::vector<model::Item>(10001, note)});
    CHECK(wall.refusals.back().error.code == base::Code::too_many);
    // New ones have many facts each: fewer of them are too many. The sentence says what to do.
    std::vector<model::Item> pasted;
    for (int i = 0; i < 9000; ++i) pasted.push_back(wall.note("Lapp", i * 10));
    wall.ask(intents::PutItems{wall.board, "paste_items", pasted});
    CHECK(wall.refusals.back().error.code == base::Code::too_many);
    CHECK(wall.refusals.back().text == base::tr("boards.too_many_at_once"));
    wall.ask(intents::MakeBoard{base::new_id(wall.room.now()), "Stor mall", "", pasted});
    CHECK(wall.refusals.back().text == base::tr("boards.too_many_at_once"));
    CHECK(wall.view->boards.size() == 1);
    auto odd = wall.note("Sessionens");
    odd.id = wall.room.workshop().session();
    wall.put(odd);
    CHECK(wall.refusals.back().error.code == base::Code::bad_input);
    CHECK(wall.items.size() == 1);
}

TEST_CASE("a picture on a board is a blob of the register, made clean") {
    BoardWall wall;
    auto image = wall.note("");
    image.type = model::ItemType::image;
    image.photo_shows = "Skylten vid porten";
    wall.ask(intents::PutImage{wall.board, image, photo_with(0xe1, "Exif: 58.1 N 13.5 E")});
    REQUIRE(wall.items.contains(image.id));
    const auto hash = wall.items.at(image.id).photo;
    REQUIRE(hash.size() == 64);
    const auto blob = must(wall.room.workshop().book().reader().read_blob(hash));
    REQUIRE(blob.has_value());
    CHECK(blob->find("Exif") == std::string::npos);
    CHECK(base::to_hex(base::sha256(*blob)) == hash);
    // A copy shows the same.
    auto copy = wall.items.at(image.id);
    copy.id = base::new_id(wall.room.now());
    wall.put(copy, "paste_items");
    wall.restart();
    CHECK(wall.items.at(copy.id).photo == hash);
    wall.ask(intents::PutImage{wall.board, wall.note(""), "no JPEG"});
    CHECK(wall.refusals.back().error.code == base::Code::bad_input);
    wall.ask(intents::PutImage{wall.board, wall.note(""), std::string(700'000, 'x')});
    CHECK(wall.refusals.back().error.code == base::Code::too_large);
    CHECK(wall.items.size() == 2);
    wall.room.end();
    CHECK(must(store::verify(wall.room.file())).faults.empty());
}

TEST_CASE("erasing what lies on a board takes its picture with it") {
    BoardWall wall;
    auto image = wall.note("Namnskylten vid porten");
    wall.ask(intents::PutImage{wall.board, image, a_photo()});
    const auto hash = wall.items.at(image.id).photo;
    const auto other = wall.put_note("Stannar");
    wall.ask(intents::EndSession{true});
    wall.room.restart([&](const store::OpenOptions& options) {
        store::ErasureWish wish;
        wish.cells = {{image.id, ""}};
        wish.rule = "DHP 4.2";
        wish.decision = "KS 2026/7";
        const auto plan = must(store::plan_erasure(wall.room.file(), wish));
        const auto names = [&](const auto& found) { return found.where == "blob" && found.field == hash; };
        CHECK(std::any_of(plan.found.begin(), plan.found.end(), names));
        CHECK(must(store::erase(options, wish)).blobs == 1);
        CHECK(must(store::verify(wall.room.file())).faults.empty());
    });
    wall.items.clear();
    wall.look_at(wall.board);
    CHECK(wall.items.size() == 2);
    CHECK(wall.items.at(image.id).text.empty());
    CHECK(wall.items.at(image.id).photo.empty());
    CHECK(wall.items.at(other.id).text == "Stannar");
}

TEST_CASE("items go to another board with all that is theirs") {
    BoardWall wall;
    const auto note = wall.put_note("Flyttas", 10);
    const auto stays = wall.put_note("Stannar");
    const auto other = base::new_id(wall.room.now());
    wall.ask(intents::MakeBoard{other, "Parkering", ""});
    wall.ask(intents::MoveItems{wall.board, other, {note.id}});
    CHECK(wall.items.size() == 1);
    CHECK(wall.find_head(wall.board)->items == 1);
    CHECK(wall.find_head(other)->items == 1);
    wall.put(note, "move_items");  // it does not lie here any more
    CHECK(wall.refusals.back().error.code == base::Code::not_found);
    wall.look_at(other);
    REQUIRE(wall.items.size() == 1);
    CHECK(wall.items.at(note.id) == note);
    wall.ask(intents::UndoBoard{other});
    CHECK(wall.items.empty());
    CHECK(wall.find_head(wall.board)->items == 2);
    wall.look_at(wall.board);
    CHECK(wall.items.contains(stays.id));
    CHECK(wall.items.contains(note.id));
}

TEST_CASE("a board that was removed is in no list, and comes back when that is undone") {
    BoardWall wall;
    wall.put_note("Kvar");
    wall.ask(intents::RemoveBoard{wall.board});
    CHECK(wall.find_head(wall.board) == nullptr);
    wall.put_note("För sent");
    CHECK(wall.refusals.back().error.code == base::Code::not_found);
    wall.ask(intents::UndoLast{});
    REQUIRE(wall.find_head(wall.board) != nullptr);
    CHECK(wall.find_head(wall.board)->items == 1);
    wall.ask(intents::RemoveBoard{wall.board});
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.find_head(wall.board) != nullptr);
    wall.ask(intents::RemoveBoard{wall.board});
    wall.restart();
    CHECK(wall.find_head(wall.board) == nullptr);
}

TEST_CASE("boards can be worked on when the session has ended, and are no seat's business") {
    BoardWall wall;
    const auto note = wall.put_note("Före");
    wall.room.join(1, "Tove");
    CHECK(Room::refusal(wall.room.say(1, intents::PutItems{wall.board, "put_items", {note}})) == "denied");
    CHECK(Room::refusal(wall.room.say(Room::trainer, intents::PutItems{wall.board, "put_items", {note}})) == "denied");
    wall.ask(intents::EndSession{true});
    wall.put_note("Efter");
    CHECK(wall.items.size() == 2);
    CHECK(wall.refusals.empty());
    const auto later = base::new_id(wall.room.now());
    wall.ask(intents::MakeBoard{later, "Utan session", ""});
    REQUIRE(wall.find_head(later) != nullptr);
    CHECK(wall.find_head(later)->session.empty());
}

TEST_CASE("items that rest on the disk are not kept in memory, and can be changed all the same") {
    BoardWall wall;
    const auto first = wall.put_note("Först", 10);
    for (int round = 0; round < 5; ++round) {
        std::vector<model::Item> many;
        for (int i = 0; i < 1000; ++i) many.push_back(wall.note("Lapp " + std::to_string(i), i * 10));
        wall.ask(intents::PutItems{wall.board, "paste_items", many});
    }
    CHECK(wall.items.size() == 5001);
    CHECK(wall.room.cells().size() < registrar::Boards::most_warm + 200);
    CHECK(wall.room.cells().find(first.id) == nullptr);
    wall.move(first.id, 60);
    CHECK(wall.x_of(first.id) == 60);
    CHECK(wall.items.at(first.id).text == "Först");
    CHECK(wall.find_head(wall.board)->items == 5001);
    const auto before = wall.items;
    wall.look_at({});
    wall.look_at(wall.board);
    CHECK(wall.items == before);
}
