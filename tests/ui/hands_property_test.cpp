// Whatever four contacts do, in whatever order: nothing is lost, nothing is done twice, and a note obeys the hand that
// had it first.
#include <map>

#include "property/trials.hpp"
#include "ui/wall_desk.hpp"

using scenes::id;
using Phase = Desk::Phase;

namespace {

constexpr int contacts = 4;

/// A board that does what is asked of it, and four contacts that do anything.
struct Crowd {
    explicit Crowd(trials::Random& random_) : wall(scenes::ideas()), random(random_) {
        wall.enter();
        board = wall.desk.rect("pinch/ideas");
    }

    WallDesk wall;
    trials::Random& random;
    base::Rect board;
    struct Hand {
        bool down = false;
        base::Point at;
        std::string note;  // that it had first
    };
    std::map<int, Hand> hands;

    std::string note_under(base::Point at) const {
        std::string found;
        for (const auto& [name, rect] : wall.desk.state.probed().zones) {
            if (!rect.contains(at)) continue;
            if (name.starts_with("note/") || name.starts_with("held/note/")) {
                found = name.substr(name.find("note/"));
            } else if (!name.starts_with("cluster/") && name != "board" && !name.starts_with("pinch/")) {
                found.clear();  // something lies on it
            }
        }
        return found;
    }
    bool is_had(const std::string& note) const {
        return std::any_of(hands.begin(), hands.end(),
                           [&note](const auto& one) { return one.second.down && one.second.note == note; });
    }

    base::Point anywhere() {
        const auto& room = wall.view.remote.room;
        if (trials::chance(random, 60)) {
            const auto& note = room.wall[trials::pick(random, room.wall.size())];
            if (const auto place = wall.desk.find("note/" + note.id.text())) return place->centre();
        }
        if (!room.clusters.empty() && trials::chance(random, 30)) {
            const auto& cluster = room.clusters[trials::pick(random, room.clusters.size())];
            if (const auto place = wall.desk.find("cluster/" + cluster.id.text() + "/title")) return place->centre();
        }
        const auto part = [this](double whole) {
            return whole * static_cast<double>(trials::pick(random, 1000)) / 1000;
        };
        return {board.x + part(board.w), board.y + part(board.h)};
    }

    void step() {
        const int number = 1 + static_cast<int>(trials::pick(random, contacts));
        auto& hand = hands[number];
        wall.desk.pass(trials::chance(random, 10) ? 0.6 : 0.1);
        if (!hand.down) {
            hand.at = anywhere();
            const auto note = note_under(hand.at);
            hand.note = is_had(note) ? std::string() : note;
            hand.down = true;
            wall.desk.contact(number, Phase::begin, hand.at);
        } else if (trials::chance(random, 60)) {
            hand.at = anywhere();
            wall.desk.contact(number, Phase::move, hand.at);
        } else {
            hand.down = false;
            wall.desk.contact(number, trials::chance(random, 15) ? Phase::cancel : Phase::end, hand.at);
        }
        wall.desk.frame();
        obey(hand);
        wall.desk.frame();
        obey(hand);
    }

    /// What was asked for is done, if it can be; and it was this hand's to ask.
    void obey(const Hand& hand) {
        auto& room = wall.view.remote.room;
        int moved = 0;
        for (const auto& one : wall.asked) {
            if (const auto* sort = std::get_if<intents::SortNote>(&one)) {
                auto& note = note_of(sort->note);
                if (!hand.note.empty()) CHECK(hand.note == "note/" + sort->note.text());
                if (sort->cluster) CHECK(has_cluster(*sort->cluster));
                note.cluster = sort->cluster.value_or(base::Id{});
                ++moved;
            } else if (const auto* join = std::get_if<intents::JoinClusters>(&one)) {
                REQUIRE(has_cluster(join->cluster));
                REQUIRE(has_cluster(join->into));
                CHECK(join->cluster != join->into);
                for (auto& note : room.wall) {
                    if (note.cluster == join->cluster) note.cluster = join->into;
                }
                std::erase_if(room.clusters, [&](const auto& cluster) { return cluster.id == join->cluster; });
                ++moved;
            } else if (const auto* move = std::get_if<intents::MoveCluster>(&one)) {
                CHECK(has_cluster(move->cluster));
                if (move->before) CHECK(has_cluster(*move->before));
                ++moved;
            }
        }
        CHECK(moved <= 1);  // one hand was lifted: one thing was put down
        wall.asked.clear();
    }
    views::NoteView& note_of(const base::Id& note) {
        auto& all = wall.view.remote.room.wall;
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == note; });
        REQUIRE(found != all.end());
        return *found;
    }
    bool has_cluster(const base::Id& cluster) const {
        const auto& all = wall.view.remote.room.clusters;
        return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == cluster; });
    }
};

}  // namespace

TEST_SUITE("property") {
    TEST_CASE("any interleaving of four contacts' gestures leaves the board consistent") {
        trials::run("four_contacts", 6, 100, [](trials::Random& random) {
            Crowd crowd(random);
            const auto whole = crowd.wall.view.remote.room.wall.size();
            for (int i = 0; i < 60; ++i) crowd.step();
            for (auto& [number, hand] : crowd.hands) {
                if (!hand.down) continue;
                hand.down = false;
                crowd.wall.desk.contact(number, Phase::end, hand.at);
                crowd.wall.desk.frame();
                crowd.obey(hand);
                crowd.wall.desk.frame();
                crowd.obey(hand);
            }
            crowd.wall.desk.settle();
            const auto& room = crowd.wall.view.remote.room;
            CHECK(room.wall.size() == whole);
            CHECK(crowd.wall.wall.hands.carried.empty());
            for (const auto& note : room.wall) {
                CHECK((note.cluster.empty() || crowd.has_cluster(note.cluster)));
                const auto name = "note/" + note.id.text();
                int drawn = 0;
                for (const auto& zone : crowd.wall.desk.state.probed().zones) drawn += zone.first == name ? 1 : 0;
                CHECK(drawn == 1);
                CHECK_FALSE(crowd.wall.desk.has("held/" + name));
            }
        });
    }
}
