#include "ui/cluster_hands.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/language.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Cluster = paint::IdeaWall::Cluster;

enum class How { before, join, after, last };
/// Where a group is put down: beside or into another, or behind all.
struct Landing {
    How how = How::last;
    base::Id at;
    base::Rect area;
};

constexpr double side_share = 0.2;  // of a group's width: beside it, not into it

const Cluster* find_cluster(const paint::IdeaWall& wall, const base::Id& id) {
    const auto found =
        std::find_if(wall.clusters.begin(), wall.clusters.end(), [&id](const auto& one) { return one.id == id; });
    return found == wall.clusters.end() ? nullptr : &*found;
}

std::string name_of(const views::RoomView& room, const base::Id& id) {
    for (const auto& one : room.clusters) {
        if (one.id == id) return one.name;
    }
    return {};
}

/// The group that another is put in front of, so that it lands there; none = behind all.
std::optional<base::Id> put_before(const paint::IdeaWall& wall, const base::Id& moved, const Landing& landing) {
    if (landing.how == How::before) return landing.at;
    bool passed = false;
    for (const auto& one : wall.clusters) {
        if (landing.how == How::after && passed && one.id != moved) return one.id;
        passed = passed || one.id == landing.at;
    }
    return std::nullopt;
}

/// It would stand where it stands.
bool is_there(const paint::IdeaWall& wall, const base::Id& moved, const Landing& landing) {
    if (landing.how == How::join) return false;
    const auto before = put_before(wall, moved, landing);
    std::optional<base::Id> now;
    bool passed = false;
    for (const auto& one : wall.clusters) {
        if (passed && !now) now = one.id;
        passed = passed || one.id == moved;
    }
    return before == now;
}

std::optional<Landing> landing_at(const paint::IdeaWall& wall, const base::Id& moved, base::Point at) {
    Landing landing;
    for (const auto& one : wall.clusters) {
        // What lies between two groups belongs to the nearer.
        if (!one.area.inset(-12 * wall.scale, -8 * wall.scale).contains(at)) continue;
        if (one.id == moved) return std::nullopt;
        const double across = (at.x - one.area.x) / one.area.w;
        landing = {across < side_share       ? How::before
                   : across > 1 - side_share ? How::after
                                             : How::join,
                   one.id, one.area};
        if (is_there(wall, moved, landing)) return std::nullopt;
        return landing;
    }
    landing.area = wall.ungrouped_area;
    if (!landing.area.contains(at) || is_there(wall, moved, landing)) return std::nullopt;
    return landing;
}

void put_cluster(const paint::IdeaWall& wall, const base::Id& moved, const Landing& landing, Intents& out) {
    if (landing.how == How::join) {
        out.emplace_back(intents::JoinClusters{moved, landing.at});
    } else if (!is_there(wall, moved, landing)) {
        out.emplace_back(intents::MoveCluster{moved, put_before(wall, moved, landing)});
    }
}

std::string landing_text(const views::RoomView& room, const Landing& landing) {
    const auto name = name_of(room, landing.at);
    switch (landing.how) {
        case How::before:
            return base::tr("wall.cluster.drop_before", {{"name", name}});
        case How::after:
            return base::tr("wall.cluster.drop_after", {{"name", name}});
        case How::join:
            return base::tr("wall.cluster.drop_join", {{"name", name}});
        case How::last:
            break;
    }
    return base::tr("wall.cluster.drop_last");
}

/// A ring for what it is joined with; a bar at the side where it will stand.
void draw_landing(const views::RoomView& room, const Landing& landing, Frame& frame, base::Point hand) {
    const auto text = landing_text(room, landing);
    const bool beside = landing.how == How::before || landing.how == How::after;
    if (beside) {
        const double wide = frame.px(8);
        const double x = landing.how == How::before ? landing.area.x - wide : landing.area.right();
        frame.painter.fill({x, landing.area.y, wide, landing.area.h}, wide / 2, frame.theme.accent);
    }
    draw_drop(frame, landing.area, text, {hand.x + frame.px(24), hand.y + frame.px(28)}, !beside);
}

/// The group as a hand carries it; where it was it is faint.
void draw_carried_cluster(const views::RoomView& room, const paint::IdeaWall& wall, const Cluster& cluster,
                          const Drag& drag, Frame& frame) {
    const double round = frame.px(radius::card);
    frame.painter.fill(cluster.area, round, base::with_alpha(frame.theme.paper, 0.6));
    std::vector<views::NoteView> notes;
    for (const auto& note : room.wall) {
        if (note.cluster == cluster.id) notes.push_back(note);
    }
    const std::array<views::ClusterView, 1> one{
        views::ClusterView{cluster.id, name_of(room, cluster.id), std::string(cluster.colour)}};
    auto area = cluster.area.moved(drag.by.x, drag.by.y);
    area.h = 0;
    const auto copy = paint::lay_out_idea_wall(frame.type, notes, one, area, wall.scale, wall.scale);
    const auto& box = copy.clusters.front().area;
    frame.painter.shadow(box, round, frame.px(36), 0.14 * frame.theme.shadow);
    paint::draw_idea_wall(frame.painter, frame.theme, copy);
    frame.painter.stroke(box.inset(frame.px(1)), round, frame.theme.accent, frame.px(3));
}

}  // namespace

void ClusterHands::let_go() {
    chosen.reset();
    target.reset();
    aims = false;
}

void touch_titles(ClusterHands& mine, NoteHands& notes, const views::RoomView& room, const paint::IdeaWall& wall,
                  Frame& frame, Intents& out) {
    const auto& block = room.block ? room.block->id : std::string();
    if (mine.chosen && (mine.block != block || find_cluster(wall, *mine.chosen) == nullptr)) mine.let_go();
    for (const auto& cluster : wall.clusters) {
        const auto id = "cluster/" + cluster.id.text() + "/title";
        const auto press = frame.press(id, cluster.title_area);
        frame.say(id, name_of(room, cluster.id));
        const auto shape = cluster.title_area.inset(frame.px(4));
        if (press.focused) focus_ring(frame, shape, frame.px(radius::control));
        if (mine.chosen == cluster.id)
            frame.painter.stroke(shape, frame.px(radius::control), frame.theme.accent, frame.px(3));
        if (const auto drag = frame.drag(id, cluster.title_area)) {
            const auto landing = landing_at(wall, cluster.id, drag->at());
            if (!drag->ended) mine.carried.push_back({cluster.id, *drag});
            if (drag->ended && !drag->cancelled && landing) put_cluster(wall, cluster.id, *landing, out);
            frame.redraw_in(0);
        }
        if (!press.tapped) continue;
        const bool again = mine.chosen == cluster.id;
        mine.let_go();
        notes.let_go_near(press.at, frame);
        if (!again) mine.chosen = cluster.id, mine.block = block;
        frame.redraw_in(0);
    }
}

void carry_clusters(ClusterHands& mine, const views::RoomView& room, const paint::IdeaWall& wall, Frame& frame,
                    Intents& out) {
    for (const auto& [id, drag] : std::exchange(mine.carried, {})) {
        const auto* cluster = find_cluster(wall, id);
        if (cluster == nullptr) continue;
        mine.let_go();
        draw_carried_cluster(room, wall, *cluster, drag, frame);
        if (const auto landing = landing_at(wall, id, drag.at())) draw_landing(room, *landing, frame, drag.at());
    }
    if (!mine.chosen || !mine.aims || mine.target) return;
    const auto touch = [&](const std::string& id, const base::Rect& area) {
        const auto press = frame.press(id, area);
        frame.painter.stroke(area.inset(frame.px(1)), frame.px(radius::card), frame.theme.accent, frame.px(3));
        if (press.focused) focus_ring(frame, area.inset(frame.px(4)), frame.px(radius::card));
        if (press.tapped) frame.redraw_in(0);
        return press.tapped;
    };
    for (const auto& cluster : wall.clusters) {
        if (cluster.id == *mine.chosen) continue;
        if (touch("cluster/" + cluster.id.text() + "/target", cluster.area)) mine.target = cluster.id;
    }
    if (is_there(wall, *mine.chosen, {}) || !touch("last", wall.ungrouped_area)) return;
    put_cluster(wall, *mine.chosen, {}, out);
    mine.let_go();
}

void cluster_menu(ClusterHands& mine, Writing& writing, const views::RoomView& room, const paint::IdeaWall& wall,
                  const base::Rect& board, Frame& frame, Intents& out) {
    if (!mine.chosen || writing.is_open()) return;
    const auto* chosen = find_cluster(wall, *mine.chosen);
    const auto* target = mine.target ? find_cluster(wall, *mine.target) : nullptr;
    if (chosen == nullptr) return;
    const Frame::Scope scope(frame, "cluster/menu");
    if (frame.take_key(Key::escape)) {
        mine.let_go();
        frame.redraw_in(0);
        return;
    }
    if (mine.aims && target == nullptr) {
        if (aim_hint(frame, chosen->title_area, board, base::tr("wall.cluster.where"))) mine.let_go();
        return;
    }
    std::vector<MenuItem> items;
    if (target == nullptr) {
        items.push_back({"rename", base::tr("wall.cluster.rename"), icon::pencil});
        if (wall.clusters.size() > 1) items.push_back({"move", base::tr("wall.cluster.move"), icon::right});
        items.push_back({"remove", base::tr("wall.cluster.remove"), icon::trash});
    } else {
        const auto offer = [&](How how, std::string id, std::string text, std::string_view icon) {
            if (!is_there(wall, chosen->id, {how, target->id, {}}))
                items.push_back({std::move(id), std::move(text), icon});
        };
        const auto name = name_of(room, target->id);
        offer(How::before, "before", base::tr("wall.cluster.before", {{"name", name}}), icon::left);
        offer(How::join, "join", base::tr("wall.cluster.join", {{"name", name}}), icon::merge);
        offer(How::after, "after", base::tr("wall.cluster.after", {{"name", name}}), icon::right);
    }
    const auto tapped = object_menu(frame, (target == nullptr ? chosen : target)->title_area, board, items);
    if (tapped.empty()) return;
    frame.redraw_in(0);
    if (tapped == "move") {
        mine.aims = true;
        return;
    }
    if (tapped == "rename") {
        begin_writing(writing, Writing::What::rename, chosen->id, name_of(room, chosen->id));
    } else if (tapped == "remove") {
        out.emplace_back(intents::RemoveCluster{chosen->id});
    } else {
        const auto how = tapped == "join" ? How::join : tapped == "before" ? How::before : How::after;
        put_cluster(wall, chosen->id, {how, target->id, {}}, out);
    }
    mine.let_go();
}

}  // namespace ui
