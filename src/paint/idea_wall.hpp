#pragma once
#include <span>
#include <vector>

#include "paint/note_card.hpp"
#include "paint/pages.hpp"
#include "views/page.hpp"

namespace paint {

/// A note that has its place on a board. `note` is its index in the notes that were given; its card looks at their
/// texts.
struct PlacedNote {
    std::size_t note = 0;
    base::Id id;
    NoteCard card;
    NoteLayout layout;
};

/// A card of what a client sees of a note. An empty colour becomes `colour`.
NoteCard card_of(const views::NoteView& note, std::string_view colour, NoteState state);

/// Named groups of notes on tinted areas, and below them what is not grouped yet (mockup 04).
struct IdeaWall {
    struct Cluster {
        base::Id id;
        std::string_view colour;
        base::Rect area;
        base::Rect title_area;  // to drag or rename the cluster by
        Text title, count;
        base::Point title_at, count_at;
        std::vector<double> again;  // tops of pages on which it goes on, where its title is said again
    };
    std::vector<Cluster> clusters;
    std::vector<PlacedNote> notes;
    Text ungrouped;  // heading; null when there is nothing to tell apart
    base::Point ungrouped_at;
    base::Rect ungrouped_area;  // to drop a note into no cluster
    double scale = 1;           // that it was drawn with
    double height = 0;          // what it needs; more than the area when even `least_scale` was too large
};

using Clusters = std::span<const views::ClusterView>;

/// As large as fits `area`, between `scale` and `least_scale` px per design px. Hidden notes are left out. The order is
/// that of the notes and clusters given. Notes and their texts must outlive the wall. On pages no note is cut. Pure but
/// for the typesetter.
IdeaWall lay_out_idea_wall(Typesetter& type, std::span<const views::NoteView> notes, Clusters clusters,
                           const base::Rect& area, double scale, double least_scale, const StateOf& state = {},
                           const Pages& pages = {});
void draw_idea_wall(Painter& painter, const Palette& palette, const IdeaWall& wall);

/// Rows of notes from the left, as many a row as stand there at least `least_width` design px wide, all equally wide;
/// a row is as high as its highest note. Returns the height used.
double lay_out_rows(Typesetter& type, std::vector<PlacedNote>& notes, std::size_t first, const base::Rect& area,
                    double least_width, double scale, const Pages& pages = {});

}  // namespace paint
