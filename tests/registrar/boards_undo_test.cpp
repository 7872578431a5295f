#include <algorithm>
#include <random>

#include "must.hpp"
#include "registrar/board_wall.hpp"

TEST_CASE("the board's undo takes back this wall's last change, and redo does it again") {
    BoardWall wall;
    const auto note = wall.put_note("Lapp", 10);
    wall.move(note.id, 20);
    wall.move(note.id, 30);
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.x_of(note.id) == 20);
    CHECK(wall.news.back()->can_redo);
    wall.ask(intents::UndoBoard{wall.board, true});
    CHECK(wall.x_of(note.id) == 30);
    for (int i = 0; i < 3; ++i) wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.items.empty());
    for (int i = 0; i < 3; ++i) wall.ask(intents::UndoBoard{wall.board, true});
    CHECK(wall.x_of(note.id) == 30);
    wall.ask(intents::UndoBoard{wall.board, true});
    CHECK(wall.last_refusal() == "no_redo");
    wall.ask(intents::UndoBoard{wall.board});
    wall.move(note.id, 40);
    CHECK_FALSE(wall.news.back()->can_redo);
}

TEST_CASE("a board's undo stops at the board: what is done to the board itself is undone elsewhere") {
    BoardWall wall;
    CHECK_FALSE(wall.news.back()->can_undo);
    wall.put_note("Lapp", 10);
    CHECK(wall.news.back()->can_undo);
    wall.ask(intents::NameBoard{wall.board, "Nytt namn"});
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.items.empty());
    CHECK_FALSE(wall.news.back()->can_undo);
    for (int i = 0; i < 3; ++i) wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.last_refusal() == "no_undo");
    REQUIRE(wall.find_head(wall.board) != nullptr);
    CHECK(wall.find_head(wall.board)->title == "Nytt namn");
    // The wall's own undo takes the name back, then the board; and gives both again.
    wall.ask(intents::UndoLast{});
    CHECK(wall.find_head(wall.board)->title == "Nuläge");
    wall.ask(intents::UndoLast{});
    CHECK(wall.find_head(wall.board) == nullptr);
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.find_head(wall.board) == nullptr);
    SUBCASE("it comes again") {
        for (int i = 0; i < 2; ++i) wall.ask(intents::UndoLast{true});
        REQUIRE(wall.find_head(wall.board) != nullptr);
        CHECK(wall.find_head(wall.board)->title == "Nytt namn");
    }
    SUBCASE("a board that was undone is gone after a restart too") {
        wall.restart();
        CHECK(wall.find_head(wall.board) == nullptr);
        CHECK(must(wall.room.workshop().book().reader().read_boards()).empty());
    }
}

TEST_CASE("a template's things are of the board's making and stay") {
    BoardWall wall;
    const auto other = base::new_id(wall.room.now());
    wall.ask(intents::MakeBoard{other, "Mall", "journey_map", {wall.note("Rubrik")}});
    wall.restart();
    wall.look_at(other);
    CHECK_FALSE(wall.news.back()->can_undo);
    wall.ask(intents::UndoBoard{other});
    CHECK(wall.last_refusal() == "no_undo");
    CHECK(wall.items.size() == 1);
}

TEST_CASE("a removed board comes back by its own undo, with what could be undone there") {
    BoardWall wall;
    const auto note = wall.put_note("Lapp", 10);
    wall.move(note.id, 20);
    wall.ask(intents::RemoveBoard{wall.board});
    wall.ask(intents::UndoBoard{wall.board});
    REQUIRE(wall.find_head(wall.board) != nullptr);
    CHECK(wall.x_of(note.id) == 20);
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.x_of(note.id) == 10);
}

TEST_CASE("a board's undo goes on after a restart") {
    BoardWall wall;
    const auto note = wall.put_note("Lapp", 10);
    wall.move(note.id, 20);
    wall.move(note.id, 30);
    wall.move(note.id, 40);
    wall.ask(intents::UndoBoard{wall.board});
    wall.restart();
    CHECK(wall.news.back()->can_undo);
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.x_of(note.id) == 20);
    wall.ask(intents::UndoBoard{wall.board, true});
    CHECK(wall.x_of(note.id) == 30);
    for (int i = 0; i < 3; ++i) wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.items.empty());
    CHECK_FALSE(wall.news.back()->can_undo);
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.last_refusal() == "no_undo");
    wall.restart();
    CHECK_FALSE(wall.news.back()->can_undo);
    CHECK(wall.find_head(wall.board) != nullptr);
}

TEST_CASE("an object's undo takes back what was last done to it, and to nothing else") {
    BoardWall wall;
    const auto one = wall.put_note("Ett", 10);
    const auto two = wall.put_note("Två", 20);
    auto both = std::vector{wall.items.at(one.id), wall.items.at(two.id)};
    for (auto& item : both) item.place.x += 100;
    wall.ask(intents::PutItems{wall.board, "move_items", both});
    wall.move(two.id, 500);
    wall.ask(intents::UndoItem{wall.board, one.id});
    CHECK(wall.x_of(one.id) == 10);
    CHECK(wall.x_of(two.id) == 500);
    wall.ask(intents::UndoItem{wall.board, two.id});
    CHECK(wall.x_of(two.id) == 120);
    wall.ask(intents::UndoItem{wall.board, two.id});
    CHECK(wall.x_of(two.id) == 20);
    // The board's undo takes that back again.
    wall.ask(intents::UndoBoard{wall.board});
    CHECK(wall.x_of(two.id) == 120);
    wall.ask(intents::UndoItem{wall.board, two.id});
    CHECK(wall.x_of(two.id) == 20);
    wall.ask(intents::UndoItem{wall.board, two.id});
    CHECK_FALSE(wall.items.contains(two.id));
    wall.ask(intents::UndoItem{wall.board, two.id});
    CHECK(wall.refusals.back().error.code == base::Code::not_found);
}

TEST_CASE("an object's undo works after a restart too") {
    BoardWall wall;
    const auto note = wall.put_note("Lapp", 10);
    wall.move(note.id, 20);
    wall.move(note.id, 30);
    wall.restart();
    wall.ask(intents::UndoItem{wall.board, note.id});
    CHECK(wall.x_of(note.id) == 20);
    wall.restart();
    wall.ask(intents::UndoItem{wall.board, note.id});
    CHECK(wall.x_of(note.id) == 10);
}

TEST_CASE("undo leaves what has been changed since") {
    BoardWall wall;
    auto note = wall.put_note("Lapp", 10);
    note.place.x = 20;
    note.colour = "ros";
    wall.put(note, "move_items");
    // Somebody else moves it, and undoes other things meanwhile.
    wall.move(note.id, 300);
    wall.ask(intents::UndoBoard{wall.board});  // the last move
    wall.move(note.id, 400);
    wall.ask(intents::UndoItem{wall.board, note.id});
    CHECK(wall.x_of(note.id) == 20);
    wall.ask(intents::UndoItem{wall.board, note.id});
    CHECK(wall.x_of(note.id) == 10);
    CHECK(wall.items.at(note.id).colour.empty());
    CHECK(wall.items.at(note.id).text == "Lapp");
}

TEST_CASE("a locked object can be unlocked by taking the lock back") {
    BoardWall wall;
    auto note = wall.put_note("Rubrik", 10);
    note.locked = true;
    wall.put(note, "lock_items");
    wall.ask(intents::UndoItem{wall.board, note.id});
    CHECK_FALSE(wall.items.at(note.id).locked);
}

namespace {

/// Two deeds of one hand at a time, as the model sees them: what stood where before.
struct HandsModel {
    struct Step {
        std::vector<std::pair<base::Id, double>> before, after;
    };
    std::map<base::Id, double> places;
    std::vector<Step> done, undone;

    void move(const std::vector<std::pair<base::Id, double>>& to) {
        Step step;
        for (const auto& [id, x] : to) {
            step.before.emplace_back(id, places.at(id));
            step.after.emplace_back(id, x);
            places[id] = x;
        }
        done.push_back(step);
        undone.clear();
    }
    void undo() {
        if (done.empty()) return;
        for (const auto& [id, x] : done.back().before) places[id] = x;
        undone.push_back(done.back());
        done.pop_back();
    }
    void redo() {
        if (undone.empty()) return;
        for (const auto& [id, x] : undone.back().after) places[id] = x;
        done.push_back(undone.back());
        undone.pop_back();
    }
};

}  // namespace

TEST_CASE("any interleaving of four hands with undo and redo leaves the board as a simple model has it") {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto pick = [&random](std::uint32_t below) { return random() % below; };
        BoardWall wall;
        HandsModel model;
        std::vector<base::Id> ids;
        std::vector<model::Item> start;
        for (int i = 0; i < 8; ++i) {
            start.push_back(wall.note("Lapp", i * 10));
            ids.push_back(start.back().id);
            model.places[ids.back()] = i * 10;
        }
        wall.ask(intents::PutItems{wall.board, "put_items", start});
        // Each hand has two notes of its own, and drags one or both.
        double next = 1000;
        for (int turn = 0; turn < 60; ++turn) {
            const auto what = pick(10);
            if (what < 7) {
                const auto hand = pick(4);
                std::vector<std::pair<base::Id, double>> to{{ids[hand * 2], next += 1}};
                if (pick(2) == 0) to.emplace_back(ids[hand * 2 + 1], next += 1);
                std::vector<model::Item> moved;
                for (const auto& [id, x] : to) {
                    moved.push_back(
                        start[static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin())]);
                    moved.back().place.x = x;
                }
                wall.room.workshop().deed(intents::PutItems{wall.board, "move_items", moved});
                model.move(to);
            } else if (what < 9) {
                if (model.done.empty()) continue;  // the model does not know how they came there
                wall.room.workshop().deed(intents::UndoBoard{wall.board});
                model.undo();
            } else {
                if (model.undone.empty()) continue;
                wall.room.workshop().deed(intents::UndoBoard{wall.board, true});
                model.redo();
            }
            if (pick(4) == 0) wall.hear();
        }
        wall.hear();
        CHECK(wall.refusals.empty());
        for (const auto& [id, x] : model.places) CHECK(wall.x_of(id) == x);
        const auto before = wall.items;
        wall.restart();
        CHECK(wall.items == before);
    }
}
