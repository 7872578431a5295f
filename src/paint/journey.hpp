#pragma once
#include <span>
#include <string>
#include <vector>

#include "paint/emotion_curve.hpp"
#include "paint/idea_wall.hpp"
#include "views/page.hpp"

namespace paint {

/// A journey as a board shows it, put in order from what a client sees. It points into the notes it was made of.
struct Journey {
    struct Phase {
        std::string id, title;
    };
    struct Lane {
        std::string type;                             // of its notes: "step", "need", "hmw", "idea", …
        std::string colour;                           // of notes without a colour of their own
        bool slim = false;                            // whose notes are words on the board, without paper
        std::vector<std::vector<std::size_t>> cells;  // by phase: indices of notes, in order
    };
    struct Feeling {
        std::size_t phase = 0, place = 0, of = 1;  // the place-th of so many steps of that phase
        std::string label;
        double low = 0, median = 0, high = 0;
        std::string value;  // the median in words of the language: "−0,5"
        views::Id note;     // the step
    };
    std::vector<Phase> phases;
    std::vector<Lane> lanes;
    std::vector<Feeling> feelings;
    std::int64_t answers = 0;  // of the feelings
    double lowest = -2, highest = 2;
};

/// Phases are the block's lanes; without any there is one. A note stands in the phase that it names, else in that of
/// the note it belongs to, else in the first. Lanes are the kinds of note that are there, steps first. Feelings come
/// from the latest vote on feelings whose result is shown, for the steps that are on the wall. Pure.
Journey journey_of(std::span<const views::NoteView> notes, std::span<const views::Labelled> phases,
                   std::span<const views::PollView> polls);

/// The lane for notes of this type; made where it belongs when it is not there.
Journey::Lane& lane_of(Journey& journey, const std::string& type);

/// Where everything of it lies (mockup 02). Px of the target.
struct JourneyBoard {
    struct Header {
        base::Rect area, disc;
        Text number, title;
    };
    struct LanePlace {
        base::Rect area;
        std::vector<base::Rect> cells;  // by phase: to tap or drop into
        Text icon, title;
        base::Point icon_at, title_at;
        std::vector<double> again;  // where they are said again, on pages on which it goes on
    };
    struct PointPlace {
        Text label, value;
        base::Point label_at, value_at;
    };
    std::vector<Header> phases;
    std::vector<LanePlace> lanes;  // as in the journey
    std::vector<PlacedNote> notes;
    base::Rect feelings_area;  // empty without feelings
    std::vector<base::Rect> feelings_cells;
    Text feelings_title, feelings_count, glad, sad;
    base::Point feelings_title_at, feelings_count_at, glad_at, sad_at;
    EmotionCurve curve;
    std::vector<PointPlace> points;  // as the feelings
    std::vector<double> again;       // tops of pages on which the phases are named again
    double scale = 1, height = 0;
};

/// As large as fits `area`, between `scale` and `least_scale`; height tells what it needs. On pages no
/// note is cut. Pure but for the typesetter.
JourneyBoard lay_out_journey(Typesetter& type, const Journey& journey, std::span<const views::NoteView> notes,
                             const base::Rect& area, double scale, double least_scale, const StateOf& state = {},
                             const Pages& pages = {});
/// `now` is the phase that is being worked on; none is when it is past the last.
void draw_journey(Painter& painter, const Palette& palette, const JourneyBoard& board, std::size_t now = SIZE_MAX);

}  // namespace paint
