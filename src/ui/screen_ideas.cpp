#include "ui/screen_ideas.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/gather_hands.hpp"
#include "ui/scroll.hpp"
#include "ui/session_head.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double readable_wall = 0.8, smallest_wall = 0.4;

std::string count_text(const views::RoomView& room) {
    std::int64_t shown = 0, ideas = 0;
    for (const auto& note : room.wall) {
        if (note.hidden) continue;
        ++shown;
        ideas += note.type == "idea" ? 1 : 0;
    }
    return ideas == shown ? base::tr_n("wall.ideas", shown) : base::tr_n("words.notes", shown);
}

std::vector<DropPlace> places_of(const views::RoomView& room, const paint::IdeaWall& wall) {
    std::vector<DropPlace> places;
    for (std::size_t i = 0; i < wall.clusters.size() && i < room.clusters.size(); ++i) {
        DropPlace place;
        place.area = wall.clusters[i].area;
        place.text = base::tr("wall.drop_in", {{"name", room.clusters[i].name}});
        place.cluster = wall.clusters[i].id;
        places.push_back(std::move(place));
    }
    if (wall.clusters.empty()) return places;
    DropPlace none;
    none.area = wall.ungrouped_area;
    none.text = base::tr("wall.drop_out");
    none.cluster = base::Id{};
    places.push_back(std::move(none));
    return places;
}

/// Areas and titles of clusters: below the notes, so recorded first.
void touch_clusters(IdeasScreen& mine, const views::RoomView& room, const paint::IdeaWall& wall, Frame& frame,
                    BoardTools& tools, Intents& out) {
    const bool moving = tools.hands.aims(NoteHands::Aim::move);
    tools.hands.framing.reset();
    const auto place = [&](const std::string& id, const base::Rect& area, std::optional<base::Id> cluster) {
        const auto press = frame.press(id, area);
        frame.ground(id, area);
        if (tools.hands.gathering && !cluster) tools.hands.framing = frame.drag(id, area);
        if (press.focused) focus_ring(frame, area.inset(frame.px(4)), frame.px(radius::card));
        if (!press.tapped || tools.hands.gathering) return;
        mine.clusters.let_go();
        const auto* aiming = tools.hands.aiming_at(press.at, frame);
        if (aiming != nullptr && aiming->aim == NoteHands::Aim::move) {
            const auto note = aiming->note;
            out.emplace_back(intents::SortNote{note, cluster});
            tools.hands.let_go(note);
        } else if (tools.note_tool && room.block && !room.block->writes.empty()) {
            begin_writing(tools.writing, Writing::What::note, {}, {}, {}, tools.colour);
        } else {
            tools.hands.let_go_near(press.at, frame);
        }
        frame.redraw_in(0);
    };
    place("board", wall.ungrouped_area, std::nullopt);
    for (const auto& cluster : wall.clusters) {
        place("cluster/" + cluster.id.text(), cluster.area, cluster.id);
        if (!moving) continue;
        frame.painter.stroke(cluster.area.inset(frame.px(1)), frame.px(radius::card), frame.theme.accent, frame.px(3));
    }
    if (!moving && !tools.hands.gathering) touch_titles(mine.clusters, tools.hands, room, wall, frame, out);
}

}  // namespace

void draw_ideas(IdeasScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area, BoardTools tools,
                Intents& out) {
    const auto& room = view.remote.room;
    if (!room.block) return;
    auto rest = area;
    Head head;
    head.title = room.block->question.empty() ? room.block->title : room.block->question;
    head.chip = count_text(room);
    draw_head(head, view, frame, rest);
    const bool any = std::any_of(room.wall.begin(), room.wall.end(), [](const auto& note) { return !note.hidden; });
    const auto look = [&](const base::Id& note) { return state_of(tools.hands, room, note, frame); };
    const auto lay_out = [&](const base::Rect& place, double most, double least) {
        return paint::lay_out_idea_wall(frame.type, room.wall, room.clusters, place, most, least, look);
    };
    std::optional<Scroll> scroll;
    const double smallest = mine.show_all ? smallest_wall : readable_wall;
    const auto wall = lay_out_zoomed(mine.zoom, frame, "ideas", rest, smallest, scroll, lay_out);
    auto drawn = wall;
    std::erase_if(drawn.notes, [&tools](const auto& note) {
        const auto& carried = tools.hands.carried;
        return std::find(carried.begin(), carried.end(), note.id) != carried.end();
    });
    paint::draw_idea_wall(frame.painter, frame.theme, drawn);
    touch_clusters(mine, room, wall, frame, tools, out);
    if (touch_notes(tools.hands, room, wall.notes, wall.scale, places_of(room, wall), frame, out)) {
        mine.clusters.let_go();
    }
    draw_gathering(tools.hands, tools.writing, wall, frame);
    if (!tools.hands.aims(NoteHands::Aim::move)) carry_clusters(mine.clusters, room, wall, frame, out);
    if (!any) {
        EmptyState empty;
        const auto title = base::tr("wall.ideas.empty");
        empty.title = title;
        empty.text = room.block->instruction;
        empty_state(frame, "empty", rest, empty);
    }
    scroll.reset();
    note_menu(tools.hands, tools.writing, view, wall.notes, rest, frame, out);
    cluster_menu(mine.clusters, tools.writing, room, wall, rest, frame, out);
    gather_bar(tools.hands, tools.writing, rest, frame);
}

void draw_audience_ideas(const views::WallView& view, Frame& frame, const base::Rect& area, const NoteHands& hands) {
    const auto& room = view.remote.room;
    if (!room.block) return;
    auto rest = area;
    Head head;
    head.title = room.block->question.empty() ? room.block->title : room.block->question;
    head.audience = true;
    draw_head(head, view, frame, rest);
    auto notes = room.wall;
    for (auto& note : notes) note.author.clear();
    const auto look = [&](const base::Id& note) { return audience_state_of(hands, room, note, frame); };
    const auto wall =
        paint::lay_out_idea_wall(frame.type, notes, room.clusters, rest, frame.px(1.45), frame.px(smallest_wall), look);
    paint::draw_idea_wall(frame.painter, frame.theme, wall);
}

}  // namespace ui
