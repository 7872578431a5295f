#include "ui/gather_hands.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/language.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

/// They wait for their group until it has its name.
void name_gathered(NoteHands& mine, Writing& writing, Frame& frame) {
    begin_writing(writing, Writing::What::cluster).notes.assign(mine.gathered.begin(), mine.gathered.end());
    mine.stop_gathering();
    frame.redraw_in(0);
}

base::Rect rect_between(base::Point a, base::Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

/// Near the hand, where the words cover nobody's name: a note's author stands at its foot.
base::Point beside_names(const paint::IdeaWall& wall, Frame& frame, const base::Rect& ring, std::string_view text,
                         base::Point hand) {
    const double foot = frame.px(34) * std::max(1.0, wall.scale / frame.px(1));
    const auto covers = [&](base::Point at) {
        const auto pill = drop_pill(frame, ring, text, at);
        return std::any_of(wall.notes.begin(), wall.notes.end(), [&](const auto& note) {
            const auto& area = note.layout.area;
            return base::Rect{area.x, area.bottom() - foot, area.w, foot}.overlaps(pill);
        });
    };
    for (const double down : {16.0, -50.0, 33.0, -67.0, 50.0, -84.0, 67.0, -101.0, 84.0, -118.0}) {
        const base::Point at{hand.x, hand.y + frame.px(down)};
        if (!covers(at)) return at;
    }
    return {hand.x, hand.y + frame.px(16)};
}

}  // namespace

void draw_gathering(NoteHands& mine, Writing& writing, const paint::IdeaWall& wall, Frame& frame) {
    if (!mine.gathering) return;
    const auto drag = std::exchange(mine.framing, std::nullopt);
    if (!drag) return;
    const auto ring = rect_between(drag->from, drag->at());
    std::set<base::Id> inside;
    for (const auto& note : wall.notes) {
        if (note.layout.area.overlaps(ring)) inside.insert(note.id);
    }
    if (drag->ended) {
        if (drag->cancelled || inside.empty()) return frame.redraw_in(0);
        mine.gathered.insert(inside.begin(), inside.end());
        return name_gathered(mine, writing, frame);
    }
    const auto& accent = frame.theme.accent;
    frame.painter.fill(ring, frame.px(radius::small), base::with_alpha(accent, 0.1));
    frame.painter.stroke(ring, frame.px(radius::small), accent, frame.px(3));
    for (const auto& note : wall.notes) {
        if (!inside.contains(note.id)) continue;
        frame.painter.stroke(note.layout.area.inset(-frame.px(4)), frame.px(radius::note + 4), accent, frame.px(4));
    }
    const auto count = static_cast<std::int64_t>(inside.size());
    const auto text = count == 0 ? base::tr("wall.gather.nothing") : base::tr_n("wall.gather.drop", count);
    draw_drop(frame, ring, text, beside_names(wall, frame, ring, text, drag->at()), false);
}

void gather_bar(NoteHands& mine, Writing& writing, const base::Rect& board, Frame& frame) {
    if (!mine.gathering || writing.is_open()) return;
    const Frame::Scope scope(frame, "gather");
    if (frame.take_key(Key::escape)) {
        mine.stop_gathering();
        return frame.redraw_in(0);
    }
    const auto count = static_cast<std::int64_t>(mine.gathered.size());
    const auto text = count == 0 ? base::tr("wall.gather.how") : base::tr_n("wall.gather.chosen", count);
    const auto go = base::tr(count == 0 ? "wall.gather.empty" : "wall.gather.name"), stop = base::tr("wall.cancel");
    Ink ink;
    ink.weight = paint::Weight::semibold;
    ButtonLook quiet, primary;
    quiet.kind = ButtonKind::quiet;
    primary.kind = count == 0 ? ButtonKind::plain : ButtonKind::primary;
    const double side = frame.px(10), gap = frame.px(16);
    const double go_wide = button_width(frame, go, primary), stop_wide = button_width(frame, stop, quiet);
    const double wide = std::min(board.w, text_size(frame, text, ink).w + go_wide + stop_wide + 2 * side + 3 * gap);
    const double high = frame.px(touch::primary) + 2 * side;
    const base::Rect box{std::round(board.centre().x - wide / 2), std::round(board.bottom() - high), wide, high};
    menu_ground(frame, box);
    auto inside = box.inset(side);
    const bool named = button(frame, "name", inside.cut_right(go_wide), go, primary);
    inside.cut_right(gap / 2);
    const bool stopped = button(frame, "stop", inside.cut_right(stop_wide), stop, quiet);
    label(frame, inside.inset(frame.px(14), 0), text, ink, "text");
    if (named) return name_gathered(mine, writing, frame);
    if (!stopped) return;
    mine.stop_gathering();
    frame.redraw_in(0);
}

}  // namespace ui
