// Whatever four contacts do on a free board with whatever tools and menus, in whatever order, and however late the
// registrar tells of it: a stroke is one hand's, a menu does what it does to what its owner has chosen, the board ends
// as the registrar has it, and what was last done to a thing is what its undo takes back.
#include <map>
#include <set>

#include "property/trials.hpp"
#include "ui/canvas_ink.hpp"
#include "ui/late_registrar.hpp"
#include "ui/tools_desk.hpp"

using Phase = Desk::Phase;

namespace {

constexpr std::size_t tool_contacts = 4;

struct ToolCrowd {
    explicit ToolCrowd(trials::Random& random_) : random(random_) {
        board.answers = false;
        for (int i = 0; i < 6; ++i) registrar.lay(1 + i, {250.0 + 260 * i, 160, 200, 200});
        registrar.lay(10, {250, 480, 700, 400}, model::ItemType::frame);
        registrar.lay(11, {300, 580, 200, 200});
        registrar.lay(12, {1100, 500, 64, 64}, model::ItemType::stamp);
        for (const auto& [id, item] : registrar.items) board.take({item});
        board.desk.settle();
    }

    ToolsDesk board;
    LateRegistrar registrar;
    trials::Random& random;
    struct Hand {
        bool down = false;
        base::Point at;                // px
        std::vector<base::Point> way;  // since it came down, board px
    };
    std::map<int, Hand> hands;

    double part(double from, double whole) {
        return from + whole * static_cast<double>(1 + trials::pick(random, 998)) / 1000;
    }
    base::Point anywhere() {
        const auto all = board.canvas.all();
        if (!all.empty() && trials::chance(random, 50)) {
            const auto& item = *all[trials::pick(random, all.size())];
            const auto place = board.screen.camera.to_window(item.place, board.screen.view);
            return {part(place.x, place.w), part(place.y, place.h)};
        }
        return {part(0, 1920), part(0, 960)};
    }
    /// Neither a menu, a field, a keyboard nor the tools lie there.
    bool is_free(base::Point at) const {
        const auto& zones = board.desk.state.probed().zones;
        return std::all_of(zones.begin(), zones.end(), [at](const auto& zone) {
            return !zone.second.contains(at) || zone.first == "board" || zone.first == "canvas/draw" ||
                   zone.first.starts_with("item/");
        });
    }

    std::string topmost_at(base::Point at) const {
        std::string top;
        for (const auto& [name, rect] : board.desk.state.probed().zones) {
            if (rect.contains(at)) top = name;
        }
        return top;
    }

    void step() {
        if (!registrar.untold.empty() && trials::chance(random, 40)) tell();
        board.desk.pass(trials::chance(random, 10) ? 0.6 : 0.1);
        board.desk.frame();
        obey(nullptr, nullptr);
        if (trials::chance(random, 10)) choose_any_tool();
        const int number = 1 + static_cast<int>(trials::pick(random, tool_contacts));
        auto& hand = hands[number];
        if (hand.down) {
            const bool moves = trials::chance(random, 60);
            if (moves) hand.at = anywhere();
            return act(number, moves ? Phase::move : trials::chance(random, 15) ? Phase::cancel : Phase::end);
        }
        if (trials::chance(random, 30) && touch_menu(number)) return;
        hand.at = anywhere();
        if (is_free(hand.at)) act(number, Phase::begin);
    }
    void lift_all() {
        for (auto& [number, hand] : hands) {
            if (hand.down) act(number, Phase::end);
        }
        ui::let_go_of_tools(board.screen.hands, board.canvas, board.all);
        obey(nullptr, nullptr);
        while (!registrar.untold.empty()) tell();
        board.desk.wait(6);  // what nobody has told of by then is no longer awaited
        obey(nullptr, nullptr);
        while (!registrar.untold.empty()) tell();
        board.desk.settle();
    }
    void tell() {
        const auto& first = registrar.untold.front();
        board.take(first.put, false, first.gone);
        registrar.untold.pop_front();
    }

    void act(int number, Phase phase) {
        auto& hand = hands[number];
        hand.down = phase == Phase::begin || phase == Phase::move;
        if (phase == Phase::begin) hand.way.clear();
        board.desk.contact(number, phase, hand.at);
        board.desk.frame();
        hand.way.push_back(board.screen.camera.to_board(hand.at, board.screen.view));
        board.desk.frame();
        check_hands();
        obey(phase == Phase::end ? &hand : nullptr, nullptr);
    }
    /// Of somebody else, who only chooses: by the mouse, or a finger that was up.
    void tap_with(int number, base::Point at, const std::set<base::Id>* chosen) {
        board.desk.contact(number, Phase::begin, at);
        board.desk.frame();
        board.desk.pass(0.05);
        board.desk.contact(number, Phase::end, at);
        board.desk.frame();
        board.desk.frame();
        check_hands();
        obey(nullptr, chosen);
    }
    void choose_any_tool() {
        static const std::vector<std::string> tools{"hand", "note",  "text",  "frame", "line",
                                                    "ink",  "erase", "stamp", "lasso"};
        const auto zone = board.desk.find("tool/" + tools[trials::pick(random, tools.size())]);
        if (zone && !zone->empty()) tap_with(0, zone->centre(), nullptr);
    }
    /// Something in somebody's menu that opens nothing over the board. False: there is none.
    bool touch_menu(int number) {
        static const std::set<std::string> deeds{"colour",  "duplicate", "remove",  "more",  "back",    "front",
                                                 "behind",  "lock",      "unlock",  "group", "ungroup", "larger",
                                                 "smaller", "move",      "connect", "means", "close",   "undo"};
        struct Place {
            int menu = 1;
            base::Rect rect;
        };
        constexpr std::string_view start = "canvas/menu";
        std::vector<Place> places;
        for (const auto& [name, rect] : board.desk.state.probed().zones) {
            const auto end = name.find('/', start.size());
            if (!name.starts_with(start) || end == std::string::npos || rect.empty()) continue;
            const auto deed = name.substr(end + 1);
            if (!deeds.contains(deed) && !deed.starts_with("colour/") && !deed.starts_with("means/")) continue;
            if (topmost_at(rect.centre()) != name) continue;
            places.push_back({end == start.size() ? 1 : std::stoi(name.substr(start.size())), rect});
        }
        if (places.empty()) return false;
        const auto& place = places[trials::pick(random, places.size())];
        const auto chosen = chosen_by(place.menu);
        tap_with(number, place.rect.centre(), &chosen);
        return true;
    }
    std::set<base::Id> chosen_by(int menu) const {
        const auto& work = board.screen.hands.work;
        if (work.chooser.menu == menu) return board.screen.hands.selected;
        for (const auto& one : work.aside) {
            if (one.chooser.menu == menu) return one.selected;
        }
        return {};
    }

    /// Nothing is in two hands, and only hands that are down are in the midst of something.
    void check_hands() const {
        std::map<base::Id, int> holders;
        for (const auto& [contact, carried] : board.screen.hands.carried) {
            if (contact < 0) continue;
            for (const auto& id : carried.items) CHECK(++holders[id] == 1);
        }
        const auto is_down = [this](int contact) { return hands.contains(contact) && hands.at(contact).down; };
        for (const auto& [contact, trail] : board.screen.hands.work.trails) CHECK(is_down(contact));
        for (const auto& [contact, item] : board.screen.hands.drawing) CHECK(is_down(contact));
    }

    /// `lifted`: the hand that was lifted just now. `chosen`: what the menu was of that was tapped just now.
    void obey(const Hand* lifted, const std::set<base::Id>* chosen) {
        int strokes = 0;
        for (const auto& one : std::exchange(board.all, {})) {
            if (const auto* undo = std::get_if<intents::UndoItem>(&one)) {
                REQUIRE(chosen != nullptr);
                CHECK(chosen->contains(undo->item));
                if (registrar.can_undo(undo->item)) registrar.undo(undo->item);
                continue;
            }
            const auto* deed = std::get_if<intents::PutItems>(&one);
            REQUIRE(deed != nullptr);
            CHECK(deed->board == scenes::id(900));
            if (deed->deed == "draw") {
                CHECK(++strokes == 1);
                REQUIRE(lifted != nullptr);
                check_stroke(*deed, *lifted);
            }
            if (deed->deed == "colour_items" || deed->deed == "lock_items" || deed->deed == "order_items") {
                REQUIRE(chosen != nullptr);
                for (const auto& item : deed->items) CHECK(chosen->contains(item.id));
            }
            registrar.put(deed->items, deed->gone);
        }
    }
    /// All of it is where this hand was.
    static void check_stroke(const intents::PutItems& deed, const Hand& hand) {
        REQUIRE(deed.items.size() == 1);
        for (const auto& point : ui::points_of(deed.items.front())) {
            CHECK(std::any_of(hand.way.begin(), hand.way.end(),
                              [point](base::Point at) { return std::hypot(point.x - at.x, point.y - at.y) < 2; }));
        }
    }
    void check_board() const {
        CHECK(board.canvas.size() == registrar.items.size());
        for (const auto& [id, item] : registrar.items) {
            const auto* here = board.canvas.find(id);
            REQUIRE(here != nullptr);
            CHECK(*here == item);
        }
    }
};

}  // namespace

TEST_SUITE("property") {
    TEST_CASE(
        "any interleaving of four contacts' tools and menus leaves a free board consistent, and each undo right") {
        trials::run("board_tools", 8, 150, [](trials::Random& random) {
            ToolCrowd crowd(random);
            auto& board = crowd.board;
            for (int i = 0; i < 90; ++i) crowd.step();
            crowd.lift_all();
            crowd.check_board();
            CHECK(board.screen.hands.carried.empty());
            CHECK(board.screen.hands.drawing.empty());
            CHECK(board.screen.hands.work.trails.empty());
            CHECK(board.screen.hands.work.awaited.empty());
            CHECK(board.screen.holds.empty());
            CHECK(board.screen.moved.empty());
            CHECK(board.screen.idle.empty());
            CHECK(ui::is_sound(board.screen.camera));
            board.screen.wants_all = true;
            for (const auto& [id, states] : crowd.registrar.before) {
                if (!crowd.registrar.can_undo(id) || !crowd.registrar.items.contains(id)) continue;
                board.screen.hands.selected = {id};
                board.screen.hands.work = {};  // one alone looks at it
                board.desk.wait(0.5);
                board.menu("undo");
                CHECK(board.only<intents::UndoItem>().item == id);
                const auto was = states.back();
                crowd.registrar.undo(id);
                crowd.tell();
                board.desk.settle();
                crowd.check_board();
                CHECK((board.canvas.find(id) != nullptr) == was.has_value());
            }
        });
    }
}
