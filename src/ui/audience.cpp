#include "ui/audience.hpp"

#include <algorithm>
#include <utility>

#include "ui/board_rounds.hpp"
#include "ui/canvas_hands.hpp"
#include "ui/screen_block.hpp"
#include "ui/screen_ideas.hpp"
#include "ui/screen_journey.hpp"
#include "ui/screen_reveal.hpp"
#include "ui/screen_vote.hpp"
#include "ui/session.hpp"

namespace ui {
namespace {

void draw_revealed(Audience& mine, const views::PollView& poll, Frame& frame, const base::Rect& area) {
    if (mine.revealed != poll.id) {
        mine.revealed = poll.id;
        // What was already there when the picture began does not come again.
        mine.revealed_s = mine.awaited == poll.id ? frame.now_s() : frame.now_s() - 3600;
    }
    draw_audience_reveal(poll, mine.revealed_s, frame, area);
}

/// What the room sees stands still while the trainer makes something ready.
void hold_still(Audience& mine, bool still) {
    if (std::exchange(mine.stands_still, still) == still) return;
    mine.still = {};
    mine.board_picture = {};
    if (!still || mine.board.canvas == nullptr) return;
    views::BoardNews all;
    all.board = mine.board.canvas->board();
    all.whole = true;
    for (const auto* item : mine.board.canvas->all()) all.put.push_back(*item);
    auto copy = std::make_shared<Canvas>();
    copy->take(all);
    mine.still = {std::move(copy), mine.board.seen, mine.board.large};
}

/// The same part of the board as at the wall, and what this display has room for around it. True when there is one.
/// The clock of the rounds goes on while the picture stands still.
bool draw_audience_board(Audience& mine, const views::WallView& now, Frame& frame) {
    const auto* canvas = mine.stands_still ? mine.still.canvas.get() : mine.board.canvas;
    // Of today's board and of the past, texts are told apart by nothing else.
    if (std::exchange(mine.pictured, canvas) != canvas) mine.board_picture = {};
    if (canvas == nullptr) return false;
    const auto& seen = mine.stands_still ? mine.still.seen : mine.board.seen;
    const auto view = frame.screen();
    if (seen.empty() || view.empty()) return false;
    Camera camera;
    camera.zoom = std::min(view.w / seen.w, view.h / seen.h);
    camera.corner = {seen.centre().x - view.w / camera.zoom / 2, seen.centre().y - view.h / camera.zoom / 2};
    static const Moved none;
    const bool moves = !mine.stands_still && mine.board.moved != nullptr;
    mine.board_picture.with_authors = false;
    mine.board_picture.draw(*canvas, camera, moves ? *mine.board.moved : none, frame, view);
    mark_rounds(now, *canvas, camera, frame, view);
    draw_rounds_to_room(now, frame, view);
    const auto& large = mine.stands_still ? mine.still.large : mine.board.large;
    const auto* item = large ? canvas->find(*large) : nullptr;
    if (item == nullptr) return true;
    const Frame::Scope scope(frame, "large");
    show_large(*canvas, *item, frame, 1, false);
    return true;
}

}  // namespace

void draw_audience(Audience& mine, const views::WallView& now, Frame& frame) {
    const Frame::Scope scope(frame, "audience");
    if (now.remote.room.blank) {
        frame.painter.fill(frame.screen(), 0, base::rgb(0x000000));
        return;
    }
    const auto& view = now.frozen && !now.remote.room.ended ? *now.frozen : now;
    const auto& room = view.remote.room;
    frame.painter.fill(frame.screen(), 0, frame.theme.paper);
    hold_still(mine, now.frozen != nullptr && !now.remote.room.ended);
    if (draw_audience_board(mine, now, frame)) return;
    watch_notes(mine.hands, room, frame);
    auto area = frame.screen().inset(frame.px(32), frame.px(24));
    const auto* poll = current_poll(room);
    if (poll != nullptr && poll->state != "revealed") mine.awaited = poll->id;
    Intents none;
    const auto scene = scene_of(view);
    const auto beside = [&] {
        draw_audience_rail(mine.rail, view, frame, area.cut_right(frame.px(356)));
        area.cut_right(frame.px(32));
        return area;
    };
    switch (scene) {
        case Scene::lobby: {
            BlockScreen lobby;
            std::swap(lobby.join, mine.rail.join);
            draw_lobby(lobby, view, frame, area);
            std::swap(lobby.join, mine.rail.join);
            break;
        }
        case Scene::rest:
            draw_break(view, frame, area);
            break;
        case Scene::ended:
            draw_ended(view, frame, area);
            break;
        case Scene::journey:
            draw_audience_journey(view, frame, beside(), mine.hands, mine.aside);
            break;
        case Scene::persona:
        case Scene::ideas:
            if (room.block && !room.block->groups.empty()) {
                draw_audience_journey(view, frame, beside(), mine.hands, mine.aside);
            } else {
                draw_audience_ideas(view, frame, beside(), mine.hands);
            }
            break;
        case Scene::vote: {
            VoteScreen vote;
            std::swap(vote.join, mine.rail.join);
            draw_vote(vote, view, *poll, frame, area);
            std::swap(vote.join, mine.rail.join);
            break;
        }
        case Scene::reveal:
            draw_revealed(mine, *poll, frame, beside());
            break;
        case Scene::info:
            draw_block(view, frame, beside(), true, none);
            break;
    }
}

}  // namespace ui
