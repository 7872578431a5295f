// Whatever four contacts do on a free board, in whatever order, and however late the registrar tells of it: nothing is
// in two hands, each note obeys the hand that took it, the board ends as the registrar has it, and each person's undo
// takes back what was last done to that person's note and nothing else.
#include <map>

#include "property/trials.hpp"
#include "ui/late_registrar.hpp"
#include "ui/tools_desk.hpp"

using Phase = Desk::Phase;

namespace {

constexpr int board_contacts = 4;

struct BoardCrowd {
    explicit BoardCrowd(trials::Random& random_) : random(random_) {
        board.answers = false;
        for (int i = 0; i < 6; ++i) registrar.lay(1 + i, {150.0 + 260 * i, 120, 200, 200});
        registrar.lay(10, {200, 420, 700, 460}, model::ItemType::frame);
        registrar.lay(11, {240, 520, 200, 200});
        registrar.lay(12, {560, 620, 200, 200});
        registrar.lay(13, {1000, 450, 200, 200}).group = scenes::id(50);
        registrar.lay(14, {1240, 450, 200, 200}).group = scenes::id(50);
        registrar.lay(15, {1500, 450, 200, 200}).locked = true;
        for (const auto& [id, item] : registrar.items) board.take({item});
        board.desk.settle();
    }

    ToolsDesk board;
    LateRegistrar registrar;
    trials::Random& random;
    struct Hand {
        bool down = false;
        base::Point at;
        base::Id touched;  // the note that lay there, topmost, in nobody's hand
    };
    std::map<int, Hand> hands;

    /// Where it is seen, carried or not; px.
    base::Rect seen(const base::Id& id) const {
        const auto by = board.screen.moved.find(id);
        const auto place = board.canvas.find(id)->place;
        const auto at = by == board.screen.moved.end() ? place : place.moved(by->second.x, by->second.y);
        return board.screen.camera.to_window(at, board.screen.view);
    }
    bool is_carried(const base::Id& id) const {
        int holders = 0;
        for (const auto& [contact, carried] : board.screen.hands.carried) {
            if (contact >= 0) holders += static_cast<int>(std::count(carried.items.begin(), carried.items.end(), id));
        }
        CHECK(holders <= 1);  // nothing is in two hands
        return holders > 0;
    }
    base::Id note_at(base::Point at) const {
        const model::Item* top = nullptr;
        const auto height = [this](const model::Item& item) {
            return std::tuple(board.screen.moved.contains(item.id), item.level);
        };
        for (const auto& [id, item] : registrar.items) {
            if (!seen(id).contains(at)) continue;
            // A frame lies below all notes until it is carried.
            if (item.type != model::ItemType::note && !board.screen.moved.contains(id)) continue;
            // Of two that are carried the id says which lies above.
            if (top == nullptr || height(*top) <= height(item)) top = &item;
        }
        const bool is_note = top != nullptr && top->type == model::ItemType::note;
        return !is_note || top->locked || is_carried(top->id) ? base::Id{} : top->id;
    }
    /// Neither a menu nor a tool lies there.
    bool is_free(base::Point at) const {
        const auto& zones = board.desk.state.probed().zones;
        return std::all_of(zones.begin(), zones.end(), [at](const auto& zone) {
            return !zone.second.contains(at) || zone.first == "board" || zone.first.starts_with("item/");
        });
    }
    base::Point anywhere() {
        const auto part = [this](double from, double whole) {
            return from + whole * static_cast<double>(1 + trials::pick(random, 998)) / 1000;
        };
        if (trials::chance(random, 60)) {
            auto one = registrar.items.begin();
            std::advance(one, static_cast<std::ptrdiff_t>(trials::pick(random, registrar.items.size())));
            const auto place = seen(one->first);
            return {part(place.x, place.w), part(place.y, place.h)};
        }
        return {part(0, 1920), part(0, 960)};
    }

    void step() {
        const int number = 1 + static_cast<int>(trials::pick(random, board_contacts));
        auto& hand = hands[number];
        if (!registrar.untold.empty() && trials::chance(random, 40)) tell();
        board.desk.pass(trials::chance(random, 10) ? 0.6 : 0.1);
        board.desk.frame();
        auto phase = Phase::move;
        if (!hand.down) {
            hand.at = anywhere();
            if (!is_free(hand.at)) return;
            hand.touched = note_at(hand.at);
            phase = Phase::begin;
        } else if (trials::chance(random, 60)) {
            hand.at = anywhere();
        } else {
            phase = trials::chance(random, 15) ? Phase::cancel : Phase::end;
        }
        act(number, phase);
    }
    void lift_all() {
        for (auto& [number, hand] : hands) {
            if (hand.down) act(number, Phase::end);
        }
        while (!registrar.untold.empty()) tell();
        board.desk.wait(0.2);
    }
    void tell() {
        board.take(registrar.untold.front().put);
        registrar.untold.pop_front();
    }

    void act(int number, Phase phase) {
        auto& hand = hands[number];
        hand.down = phase == Phase::begin || phase == Phase::move;
        const auto lead = lead_of(number);
        board.desk.contact(number, phase, hand.at);
        board.desk.frame();
        board.desk.frame();
        for (const auto& [id, item] : registrar.items) is_carried(id);
        if (hand.down) return check_hold(number, hand);
        CHECK(lead_of(number).empty());
        obey(lead, phase);
    }
    base::Id lead_of(int number) const {
        const auto hold = board.screen.holds.find(number);
        return hold == board.screen.holds.end() ? base::Id{} : hold->second.lead;
    }
    /// What a hand carries is what it touched, and is under it.
    void check_hold(int number, const Hand& hand) const {
        const auto lead = lead_of(number);
        if (lead.empty()) return;
        CHECK_FALSE(registrar.items.at(lead).locked);
        if (!hand.touched.empty()) CHECK(lead == hand.touched);
        const double slop = board.desk.look.mm_per_px > 0 ? 6 / board.desk.look.mm_per_px : 0;
        CHECK(seen(lead).inset(-slop).contains(hand.at));
    }

    /// What was asked for when a hand was lifted was this hand's to ask, and all of it went the same way.
    void obey(const base::Id& lead, Phase phase) {
        CHECK(board.all.size() <= 1);
        for (const auto& one : std::exchange(board.all, {})) {
            const auto* deed = std::get_if<intents::PutItems>(&one);
            REQUIRE(deed != nullptr);
            CHECK(deed->deed == "move_items");
            CHECK(deed->gone.empty());
            CHECK(phase == Phase::end);
            REQUIRE_FALSE(deed->items.empty());
            CHECK(deed->items.front().id == lead);
            const bool is_frame = registrar.items.at(lead).type == model::ItemType::frame;
            const auto& first = deed->items.front().place;
            const auto by = first.top_left() - board.canvas.find(lead)->place.top_left();
            for (const auto& item : deed->items) {
                CHECK_FALSE(is_carried(item.id));
                CHECK((is_frame || !item.locked));
                auto expected = *board.canvas.find(item.id);
                const auto went = item.place.top_left() - expected.place.top_left();
                CHECK(went.x == doctest::Approx(by.x));
                CHECK(went.y == doctest::Approx(by.y));
                expected.place = item.place;
                CHECK(expected == item);  // nothing else of it is changed
            }
            registrar.put(deed->items);
        }
    }
    void check_board() const {
        CHECK(board.canvas.size() == registrar.items.size());
        for (const auto& [id, item] : registrar.items) CHECK(*board.canvas.find(id) == item);
    }
};

}  // namespace

TEST_SUITE("property") {
    TEST_CASE("any interleaving of four contacts' gestures leaves a free board consistent, and each undo right") {
        trials::run("board_contacts", 8, 150, [](trials::Random& random) {
            BoardCrowd crowd(random);
            auto& board = crowd.board;
            for (int i = 0; i < 80; ++i) crowd.step();
            crowd.lift_all();
            crowd.check_board();
            CHECK(board.screen.hands.carried.empty());
            CHECK(board.screen.holds.empty());
            CHECK(board.screen.moved.empty());
            CHECK(board.screen.idle.empty());
            CHECK(ui::is_sound(board.screen.camera));
            board.screen.wants_all = true;
            for (const auto& [id, states] : crowd.registrar.before) {
                if (!crowd.registrar.can_undo(id)) continue;
                board.screen.hands.selected = {id};
                board.screen.hands.work = {};  // one alone looks at it
                board.desk.wait(0.5);
                board.menu("undo");
                const auto undo = board.only<intents::UndoItem>();
                CHECK(undo.board == scenes::id(900));
                CHECK(undo.item == id);
                crowd.registrar.undo(undo.item);
                crowd.tell();
                board.desk.settle();
                crowd.check_board();
            }
        });
    }
}
