#include "ui/screen_journey.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/session_head.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double readable_journey = 0.72;  // of the design's size; below that a board is scrolled
constexpr double smallest_journey = 0.4;

bool writes_here(const views::RoomView& room) {
    return room.block && !room.block->writes.empty();
}

/// The lane that is written in is there before its first note.
paint::Journey journey_of(const views::RoomView& room) {
    auto journey = paint::journey_of(room.wall, room.block->lanes, room.polls);
    if (writes_here(room)) paint::lane_of(journey, room.block->writes);
    return journey;
}

std::vector<DropPlace> places_of(const paint::Journey& journey, const paint::JourneyBoard& board) {
    std::vector<DropPlace> places;
    for (const auto& lane : board.lanes) {
        for (std::size_t phase = 0; phase < lane.cells.size() && phase < journey.phases.size(); ++phase) {
            DropPlace place;
            place.area = lane.cells[phase];
            place.text = base::tr("wall.drop_in", {{"name", journey.phases[phase].title}});
            place.group = journey.phases[phase].id;
            places.push_back(std::move(place));
        }
    }
    return places;
}

void touch_cells(const paint::Journey& journey, const paint::JourneyBoard& board, const views::RoomView& room,
                 Frame& frame, BoardTools& tools, Intents& out) {
    for (std::size_t lane = 0; lane < board.lanes.size(); ++lane) {
        const auto& cells = board.lanes[lane].cells;
        for (std::size_t phase = 0; phase < cells.size() && phase < journey.phases.size(); ++phase) {
            const auto& group = journey.phases[phase].id;
            const auto press = frame.press("cell/" + journey.lanes[lane].type + "/" + group, cells[phase]);
            frame.ground("cell/" + journey.lanes[lane].type + "/" + group, cells[phase]);
            const bool takes = journey.lanes[lane].type == room.block->writes;
            if (press.held && tools.note_tool && takes) {
                frame.painter.fill(cells[phase], 0, base::with_alpha(frame.theme.accent, 0.08));
            }
            if (press.focused) focus_ring(frame, cells[phase].inset(frame.px(4)), frame.px(radius::control));
            if (!press.tapped) continue;
            const auto* aiming = tools.hands.aiming_at(press.at, frame);
            if (aiming != nullptr && aiming->aim == NoteHands::Aim::move) {
                const auto note = aiming->note;
                out.emplace_back(intents::MoveNote{note, group});
                tools.hands.let_go(note);
            } else if (tools.note_tool && takes) {
                begin_writing(tools.writing, Writing::What::note, {}, {}, group, tools.colour);
            } else {
                tools.hands.let_go_near(press.at, frame);
            }
            frame.redraw_in(0);
        }
    }
}

/// Which column is worked on; past the last when none is.
std::size_t column_now(const paint::Journey& journey, const views::BlockView& block) {
    if (block.column.empty()) return SIZE_MAX;
    const auto& phases = journey.phases;
    const auto found =
        std::find_if(phases.begin(), phases.end(), [&block](const auto& phase) { return phase.id == block.column; });
    return found == phases.end() ? SIZE_MAX : static_cast<std::size_t>(found - phases.begin());
}

/// A tap on a column's heading: everybody sees that it is worked on now; again: none is.
void touch_headers(const paint::Journey& journey, const paint::JourneyBoard& board, const views::BlockView& block,
                   Frame& frame, Intents& out) {
    for (std::size_t i = 0; i < board.phases.size() && i < journey.phases.size(); ++i) {
        const auto& phase = journey.phases[i];
        if (phase.id.empty()) continue;
        const auto& area = board.phases[i].area;
        const auto id = "column/" + phase.id;
        const bool on = phase.id == block.column;
        const auto held = base::with_alpha(frame.theme.accent, 0.12);
        if (!press_row(frame, id, area, (on ? "✓ " : "") + phase.title, held).tapped) continue;
        out.emplace_back(intents::WorkOn{on ? std::string() : phase.id});
        frame.redraw_in(0);
    }
}

}  // namespace

void draw_journey(JourneyScreen& mine, const views::WallView& view, Frame& frame, const base::Rect& area,
                  BoardTools tools, Intents& out) {
    const auto& room = view.remote.room;
    if (!room.block) return;
    auto rest = area;
    Head head;
    head.title = room.block->title;
    head.persona = true;
    draw_head(head, view, frame, rest);

    const auto journey = journey_of(room);
    const auto look = [&](const base::Id& note) { return state_of(tools.hands, room, note, frame); };
    const auto lay_out = [&](const base::Rect& place, double most, double least) {
        return paint::lay_out_journey(frame.type, journey, room.wall, place, most, least, look);
    };
    std::optional<Scroll> scroll;
    const double smallest = mine.show_all ? smallest_journey : readable_journey;
    const auto board = lay_out_zoomed(mine.zoom, frame, "journey", rest, smallest, scroll, lay_out);
    auto drawn = board;
    if (mine.curve.block == room.block->id) {
        make_room(mine.curve.aside, mine.curve.chosen, journey, drawn, frame.px(1));
    }
    std::erase_if(drawn.notes, [&tools](const auto& note) {
        const auto& carried = tools.hands.carried;
        return std::find(carried.begin(), carried.end(), note.id) != carried.end();
    });
    paint::draw_journey(frame.painter, frame.theme, drawn, column_now(journey, *room.block));
    touch_headers(journey, board, *room.block, frame, out);
    touch_cells(journey, board, room, frame, tools, out);
    if (const auto at = touch_curve(mine.curve, room.block->id, journey, board, frame)) {
        tools.hands.let_go_near(*at, frame);
    }
    const auto places =
        writes_here(room) && !room.block->groups.empty() ? places_of(journey, board) : std::vector<DropPlace>{};
    if (touch_notes(tools.hands, room, board.notes, board.scale, places, frame, out)) mine.curve.chosen.reset();
    if (room.wall.empty() && !tools.writing.is_open()) {
        const double high = frame.px(150);
        auto hint = rest;
        hint.cut_top(std::min(rest.h - high, board.height + frame.px(24)));
        Ink ink;
        ink.design = 24;
        ink.colour = frame.theme.ink2;
        ink.across = paint::Align::centre;
        ink.most_lines = 3;
        label(frame, hint.cut_top(high), room.block->instruction, ink, "instruction");
    }
    scroll.reset();
    note_menu(tools.hands, tools.writing, view, board.notes, rest, frame, out);
    if (!tools.writing.is_open()) curve_menu(mine.curve, journey, board, rest, frame);
}

void draw_audience_journey(const views::WallView& view, Frame& frame, const base::Rect& area, const NoteHands& hands,
                           const std::map<base::Id, double>& aside) {
    const auto& room = view.remote.room;
    if (!room.block) return;
    auto rest = area;
    Head head;
    head.title = room.block->title;
    const auto* poll = current_poll(room);
    if (poll != nullptr && poll->outcome) head.title = finding(*poll);
    head.persona = poll == nullptr;
    head.audience = true;
    draw_head(head, view, frame, rest);
    // No names of those who wrote; notes at 32 px, down to what fits.
    auto notes = room.wall;
    for (auto& note : notes) note.author.clear();
    auto journey = journey_of(room);
    const auto look = [&](const base::Id& note) { return audience_state_of(hands, room, note, frame); };
    const double scale = frame.px(1.45);
    auto board = paint::lay_out_journey(frame.type, journey, notes, rest, scale, frame.px(smallest_journey), look);
    make_room(aside, {}, journey, board, frame.px(1));
    paint::draw_journey(frame.painter, frame.theme, board, column_now(journey, *room.block));
    draw_talked(aside, journey, board, frame);
}

}  // namespace ui
