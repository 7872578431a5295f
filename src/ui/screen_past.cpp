#include "ui/screen_past.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "paint/journey.hpp"
#include "paint/person_card.hpp"
#include "ui/note_hands.hpp"
#include "ui/persona_words.hpp"
#include "ui/screen_history_private.hpp"
#include "ui/scroll.hpp"
#include "ui/session.hpp"
#include "ui/session_head.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double smallest_past = 0.5;  // of the design's size; below that it is scrolled

/// The board of then as a screen of today would be told it, without the rest of the room.
void take_past(PastScreen& mine, const views::WallView& now,
               const std::shared_ptr<const views::SessionHistory>& history) {
    if (mine.of == history) return;
    mine.of = history;
    mine.then = {};
    mine.held.reset();
    if (history == nullptr) return;
    mine.held = history->shown;
    auto& room = mine.then.remote.room;
    room.block = history->block;
    room.wall = history->wall;
    room.clusters = history->clusters;
    mine.then.persona = now.persona;
    mine.then.personas = history->personas;
    mine.then.language = now.language;
}

bool stands_there(const PastScreen& mine, const base::Id& object) {
    const auto among = [&object](const auto& all) {
        return std::any_of(all.begin(), all.end(), [&object](const auto& one) { return one.id == object; });
    };
    const auto& room = mine.then.remote.room;
    return among(room.wall) || among(room.clusters) || among(mine.then.personas);
}

/// What can be done to each object of the past: it is chosen. What the moment touched is ringed.
class PastObjects {
  public:
    PastObjects(PastScreen& mine, const views::BoardMoment* moment, Frame& frame)
        : mine_(mine), moment_(moment), frame_(frame) {}

    void touch(const base::Id& id, const base::Rect& area, std::string_view words) {
        const auto name = "item/" + id.text();
        const auto press = frame_.press(name, area);
        frame_.say(name, words);
        const bool is_chosen = mine_.chosen == id;
        if (moment_ != nullptr && was_touched(*moment_, id)) ring(area, frame_.theme.accent, 5);
        if (is_chosen) ring(area, frame_.theme.ink, 10);
        if (press.focused) focus_ring(frame_, area, frame_.px(radius::note));
        if (!press.tapped) return;
        mine_.chosen.reset();
        if (!is_chosen) mine_.chosen = id;
        frame_.redraw_in(0);
    }
    void touch(const std::vector<paint::PlacedNote>& notes) {
        for (const auto& note : notes) touch(note.id, note.layout.area, note.card.text);
    }

  private:
    void ring(const base::Rect& area, base::Colour colour, double outside) {
        frame_.painter.stroke(area.inset(-frame_.px(outside)), frame_.px(radius::small), colour, frame_.px(4));
    }

    PastScreen& mine_;
    const views::BoardMoment* moment_;
    Frame& frame_;
};

paint::StateOf states_then(const PastScreen& mine, const Frame& frame) {
    return [&mine, &frame](const base::Id& note) {
        static const NoteHands nobodys{};
        return state_of(nobodys, mine.then.remote.room, note, frame);
    };
}

void draw_journey_then(PastScreen& mine, PastObjects& objects, Frame& frame, const base::Rect& place) {
    const auto& room = mine.then.remote.room;
    auto journey = paint::journey_of(room.wall, room.block->lanes, room.polls);
    if (!room.block->writes.empty()) paint::lane_of(journey, room.block->writes);
    const auto look = states_then(mine, frame);
    std::optional<Scroll> scroll;
    const auto board = lay_out_zoomed(
        mine.zoom, frame, "past", place, smallest_past, scroll, [&](const base::Rect& area, double most, double least) {
            return paint::lay_out_journey(frame.type, journey, room.wall, area, most, least, look);
        });
    paint::draw_journey(frame.painter, frame.theme, board);
    objects.touch(board.notes);
}

void draw_ideas_then(PastScreen& mine, PastObjects& objects, Frame& frame, const base::Rect& place) {
    const auto& room = mine.then.remote.room;
    const auto look = states_then(mine, frame);
    std::optional<Scroll> scroll;
    const auto wall = lay_out_zoomed(
        mine.zoom, frame, "past", place, smallest_past, scroll, [&](const base::Rect& area, double most, double least) {
            return paint::lay_out_idea_wall(frame.type, room.wall, room.clusters, area, most, least, look);
        });
    paint::draw_idea_wall(frame.painter, frame.theme, wall);
    for (const auto& cluster : wall.clusters) {
        const auto found = std::find_if(room.clusters.begin(), room.clusters.end(),
                                        [&cluster](const auto& one) { return one.id == cluster.id; });
        objects.touch(cluster.id, cluster.title_area, found == room.clusters.end() ? std::string() : found->name);
    }
    objects.touch(wall.notes);
}

/// The course's person first: nothing of hers is restored.
void draw_persons_then(PastScreen& mine, PastObjects& objects, Frame& frame, const base::Rect& place) {
    const auto& own = mine.then.personas;
    const auto persons = persons_on_paper(mine.then.persona, own);
    const double scale = frame.px(0.8), gap = frame.px(space::m), edge = frame.px(12);
    const double wide = place.w - 2 * edge;
    double all = 2 * edge;
    for (const auto& person : persons) {
        all += paint::lay_out_person(frame.type, person, {}, wide, scale).area.h + gap;
    }
    Scroll list(frame, "persons", place, all);
    auto rest = list.content().inset(edge, edge);
    for (std::size_t i = 0; i < persons.size(); ++i) {
        const auto card = paint::lay_out_person(frame.type, persons[i], rest.top_left(), wide, scale);
        rest.cut_top(card.area.h + gap);
        frame.painter.fill(card.area, frame.px(radius::card), frame.theme.surface);
        paint::draw_person(frame.painter, frame.theme, card, scale);
        const auto courses = persons.size() - own.size();
        if (i >= courses) objects.touch(own[i - courses].id, card.area, persons[i].name);
    }
}

void draw_board_then(PastScreen& mine, const views::BoardMoment& moment, Frame& frame, base::Rect place) {
    const auto& block = mine.then.remote.room.block;
    PastObjects objects(mine, mine.held == moment.seq ? &moment : nullptr, frame);
    Head head;
    head.chip = base::tr("canvas.history.then", {{"time", base::to_local_time(moment.at_ms)}});
    if (block) head.title = block->title;
    draw_head(head, mine.then, frame, place);
    switch (scene_of(mine.then)) {
        case Scene::journey:
            return draw_journey_then(mine, objects, frame, place);
        case Scene::ideas:
            return draw_ideas_then(mine, objects, frame, place);
        case Scene::persona: {
            const auto persons = place.cut_left(place.w * 0.36);
            place.cut_left(frame.px(space::m));
            draw_persons_then(mine, objects, frame, persons);
            return draw_journey_then(mine, objects, frame, place);
        }
        default: {
            auto ink = ink_of(24, paint::Weight::regular, frame.theme.ink2, paint::Align::centre);
            ink.most_lines = 2;
            label(frame, place, base::tr("canvas.history.nothing"), ink, "nothing");
        }
    }
}

}  // namespace

void open_past(PastScreen& mine, const std::string& at) {
    begin_timeline(mine);
    mine.at = at;
    mine.zoom = {};
}

void draw_past(PastScreen& mine, const views::WallView& now,
               const std::shared_ptr<const views::SessionHistory>& history, Frame& frame, const base::Rect& area,
               Intents& out, views::WallScope& look) {
    if (!mine.open) return;
    const Frame::Scope scope(frame, "history");
    static const Moments none;
    const auto& moments = history == nullptr ? none : history->moments;
    if (!mine.covered) take_history_keys(mine, moments, frame);
    take_past(mine, now, history);
    if (!moments.empty()) play_on(mine, moments, frame);

    auto view = area;
    const auto strip = cut_timeline(frame, view);
    mine.view = view;
    if (!moments.empty()) {
        draw_board_then(mine, moments[chosen_place(mine, moments)], frame, view.inset(frame.px(32), frame.px(24)));
    }
    // Nobody takes it for what is.
    frame.painter.stroke(view.inset(frame.px(3)), 0, frame.theme.accent, frame.px(6));
    const bool is_there = mine.chosen && stands_there(mine, *mine.chosen);
    if (const auto wish = draw_timeline(mine, moments, history == nullptr, is_there, frame, strip)) {
        out.emplace_back(intents::RestoreSession{wish->moment, wish->object});
    }
    ask_for_moment(mine, history == nullptr ? std::nullopt : std::optional(history->shown), frame);
    if (!mine.open) {
        frame.redraw_in(0);
        return;
    }
    look.moment = mine.asked;
}

}  // namespace ui
