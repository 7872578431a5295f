#include "ui/curve_hands.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/language.hpp"
#include "paint/result_rows.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

constexpr double curve_step = 0.5;

double y_of_value(const paint::Journey& journey, const paint::EmotionCurve& curve, double value) {
    const double range = std::max(journey.highest - journey.lowest, 1e-9);
    return curve.area.bottom() - (value - journey.lowest) / range * curve.area.h;
}

double value_at_y(const paint::Journey& journey, const paint::EmotionCurve& curve, double y) {
    const double range = journey.highest - journey.lowest;
    const double value = journey.lowest + (curve.area.bottom() - y) / std::max(curve.area.h, 1.0) * range;
    return std::clamp(value, journey.lowest, journey.highest);
}

/// "−0,5".
std::string words_of_value(double value) {
    const auto tenths = static_cast<std::int64_t>(std::lround(value * 10));
    return paint::number_text(tenths % 10 == 0 ? methods::Ratio{tenths / 10, 1} : methods::Ratio{tenths, 10});
}

double value_now(const CurveHands& mine, const paint::Journey::Feeling& feeling) {
    const auto found = mine.aside.find(feeling.note);
    return found == mine.aside.end() ? feeling.median : found->second;
}

/// What is said of a point stands on the side where its nearer neighbour is not.
bool stands_left(const paint::EmotionCurve& curve, std::size_t i) {
    const auto& points = curve.points;
    const double before = points[i].x - (i == 0 ? curve.area.x : points[i - 1].x);
    const double after = (i + 1 == points.size() ? curve.area.right() : points[i + 1].x) - points[i].x;
    return before > after;
}

void draw_aside(Frame& frame, base::Point group, base::Point at, const std::string& words, bool left) {
    const std::array<base::Point, 2> line{group, at};
    frame.painter.line(line, frame.theme.accent, frame.px(2));
    frame.painter.ring(group, frame.px(20), base::with_alpha(frame.theme.accent, 0.5), frame.px(3));
    frame.painter.circle(at, frame.px(14), frame.theme.accent);
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::semibold;
    ink.colour = frame.theme.on_accent;
    const double wide = text_size(frame, words, ink).w + frame.px(20);
    const double x = left ? at.x - frame.px(24) - wide : at.x + frame.px(24);
    const base::Rect pill{x, at.y - frame.px(15), wide, frame.px(30)};
    frame.painter.fill(pill, pill.h / 2, frame.theme.accent);
    label(frame, pill.inset(frame.px(10), 0), words, ink);
}

class Points {
  public:
    Points(CurveHands& mine, const paint::Journey& journey, const paint::JourneyBoard& board, Frame& frame)
        : mine_(mine), journey_(journey), curve_(board.curve), frame_(frame) {}

    std::optional<base::Point> touch() {
        const auto count = std::min(curve_.points.size(), journey_.feelings.size());
        for (std::size_t i = 0; i < count; ++i) {
            touch_at("feeling/", i, curve_.points[i]);
            const auto& note = journey_.feelings[i].note;
            if (!mine_.aside.contains(note)) continue;
            const base::Point at{curve_.points[i].x, y_of_value(journey_, curve_, mine_.aside[note])};
            const auto words = words_of_value(mine_.aside[note]);
            draw_aside(frame_, curve_.points[i], at, words, stands_left(curve_, i));
            touch_at("aside/", i, at);
            frame_.say("aside/" + std::to_string(i), words);
        }
        return took_;
    }

  private:
    void touch_at(std::string_view kind, std::size_t i, base::Point at) {
        const double reach = frame_.px(28);
        const base::Rect zone{at.x - reach, at.y - reach, 2 * reach, 2 * reach};
        const auto& feeling = journey_.feelings[i];
        const auto id = std::string(kind) + std::to_string(i);
        const auto press = frame_.press(id, zone);
        frame_.say(id, feeling.label);
        if (press.focused || mine_.chosen == feeling.note) focus_ring(frame_, zone.inset(frame_.px(8)), reach);
        if (const auto drag = frame_.drag(id, zone, Zone::Axis::along_y)) draw_away(feeling, *drag);
        if (!press.tapped) return;
        took_ = press.at;
        mine_.chosen = mine_.chosen == feeling.note ? std::nullopt : std::optional(feeling.note);
        frame_.redraw_in(0);
    }

    void draw_away(const paint::Journey::Feeling& feeling, const Drag& drag) {
        const auto down = frame_.touches();
        const auto is_down = [&down](int contact) {
            return std::any_of(down.begin(), down.end(), [contact](const auto& one) { return one.contact == contact; });
        };
        auto& began = mine_.began.try_emplace(feeling.note, CurveHands::Began{value_now(mine_, feeling), drag.contact})
                          .first->second;
        // The point and where it was put aside are one thing: whoever draws it first has it.
        if (began.contact != drag.contact && is_down(began.contact)) return;
        if (began.contact != drag.contact) began = {value_now(mine_, feeling), drag.contact};
        took_ = drag.from;
        const double from = y_of_value(journey_, curve_, began.value);
        mine_.aside[feeling.note] = value_at_y(journey_, curve_, from + drag.by.y);
        mine_.chosen.reset();
        if (drag.cancelled) mine_.aside.erase(feeling.note);
        if (drag.ended) mine_.began.erase(feeling.note);
        frame_.redraw_in(0);
    }

    CurveHands& mine_;
    const paint::Journey& journey_;
    const paint::EmotionCurve& curve_;
    Frame& frame_;
    std::optional<base::Point> took_;
};

}  // namespace

void make_room(const std::map<base::Id, double>& aside, const std::optional<base::Id>& chosen,
               const paint::Journey& journey, paint::JourneyBoard& board, double px) {
    const auto count = std::min({board.curve.points.size(), board.points.size(), journey.feelings.size()});
    for (std::size_t i = 0; i < count; ++i) {
        const auto found = aside.find(journey.feelings[i].note);
        if (found == aside.end() && chosen != journey.feelings[i].note) continue;
        auto& place = board.points[i];
        const auto at = board.curve.points[i];
        const auto label = place.label->size(), value = place.value->size();
        const bool above = place.label_at.y < at.y;
        const bool goes_up = found != aside.end() && y_of_value(journey, board.curve, found->second) <= at.y;
        const bool below = found == aside.end() ? !above : goes_up;
        const double top = board.feelings_area.y, bottom = board.feelings_area.bottom();
        const double reach = 24 * px;
        place.label_at.y = below ? std::min(at.y + reach, bottom - label.h) : std::max(at.y - reach - label.h, top);
        const double beside = reach + 6 * px;
        place.value_at = {stands_left(board.curve, i) ? at.x - beside - value.w : at.x + beside, at.y - value.h / 2};
    }
}

void draw_talked(const std::map<base::Id, double>& aside, const paint::Journey& journey,
                 const paint::JourneyBoard& board, Frame& frame) {
    const auto count = std::min(board.curve.points.size(), journey.feelings.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto found = aside.find(journey.feelings[i].note);
        if (found == aside.end()) continue;
        const base::Point at{board.curve.points[i].x, y_of_value(journey, board.curve, found->second)};
        const auto words = words_of_value(found->second);
        draw_aside(frame, board.curve.points[i], at, words, stands_left(board.curve, i));
        frame.say("aside/" + std::to_string(i), words);
    }
}

std::optional<base::Point> touch_curve(CurveHands& mine, const std::string& block, const paint::Journey& journey,
                                       const paint::JourneyBoard& board, Frame& frame) {
    if (mine.block != block) mine = {};
    mine.block = block;
    const auto is_there = [&journey](const base::Id& note) {
        return std::any_of(journey.feelings.begin(), journey.feelings.end(),
                           [&note](const auto& feeling) { return feeling.note == note; });
    };
    std::erase_if(mine.aside, [&is_there](const auto& one) { return !is_there(one.first); });
    if (mine.chosen && !is_there(*mine.chosen)) mine.chosen.reset();
    return Points(mine, journey, board, frame).touch();
}

void curve_menu(CurveHands& mine, const paint::Journey& journey, const paint::JourneyBoard& board,
                const base::Rect& place, Frame& frame) {
    if (!mine.chosen) return;
    const Frame::Scope scope(frame, "curve");
    const auto& feelings = journey.feelings;
    const auto feeling =
        std::find_if(feelings.begin(), feelings.end(), [&mine](const auto& one) { return one.note == *mine.chosen; });
    const auto at = static_cast<std::size_t>(feeling - feelings.begin());
    if (feeling == feelings.end() || at >= board.curve.points.size() || frame.take_key(Key::escape)) {
        mine.chosen.reset();
        return frame.redraw_in(0);
    }
    const double value = value_now(mine, *feeling);
    std::vector<MenuItem> items;
    if (value < journey.highest) items.push_back({"higher", base::tr("wall.curve.higher"), icon::up});
    if (value > journey.lowest) items.push_back({"lower", base::tr("wall.curve.lower"), icon::down});
    if (mine.aside.contains(feeling->note)) items.push_back({"back", base::tr("wall.curve.back"), icon::undo});
    items.push_back({"done", base::tr("wall.curve.done"), icon::tick});
    // Outside the whole lane, so that what this point and its neighbours say stays in sight.
    const auto& area = board.feelings_area;
    const double x = board.curve.points[at].x;
    const auto tapped = object_menu(frame, {x, area.y, 0, area.h}, place, items);
    if (tapped.empty()) return;
    const double by = tapped == "higher" ? curve_step : -curve_step;
    if (tapped == "back") mine.aside.erase(feeling->note);
    if (tapped == "higher" || tapped == "lower") {
        mine.aside[feeling->note] = std::clamp(value + by, journey.lowest, journey.highest);
    } else {
        mine.chosen.reset();
    }
    frame.redraw_in(0);
}

}  // namespace ui
