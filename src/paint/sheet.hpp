#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "paint/board_sheet.hpp"
#include "paint/painter.hpp"
#include "paint/person_card.hpp"
#include "paint/photo.hpp"
#include "paint/text.hpp"
#include "views/page.hpp"

namespace paint {

/// A board as it is kept on paper or as a picture: heading, the persons that it is about, notes in their groups or
/// phases, and the results that have been shown.
struct Sheet {
    std::string title, subtitle, foot;
    std::vector<views::NoteView> notes;
    std::vector<views::ClusterView> clusters;
    std::vector<views::Labelled> phases;  // with phases it is a journey, without them a wall of notes
    std::vector<views::PollView> polls;   // only those with an outcome are drawn
    /// By their hash, small enough for a note. One that is missing leaves its place empty.
    std::map<std::string, std::shared_ptr<const Photo>, std::less<>> photos = {};
    std::vector<Person> persons = {};
};

constexpr double sheet_width = 1920;         // design px
constexpr double sheet_least_height = 1357;  // of a lying A sheet

/// How high it is, in design px, at sheet_width wide; at least sheet_least_height.
double sheet_height(Typesetter& type, const Sheet& sheet);
/// Draws it on white, `scale` units per design px, its left top corner in the origin.
void draw_sheet(Painter& painter, Typesetter& type, const Sheet& sheet, double scale);

/// As a PDF, on as many lying sheets as it takes, `page_width_pt` wide (those of an A3), its text to be searched; no
/// note and no row is cut in two. As a PNG or SVG in one piece; the PNG `scale` times as large as designed (1–4), 0: as
/// large as it may be, at most twice. Code::too_large when that, or even the smallest, would not fit.
inline constexpr double a3_width_pt = 1190.55;
base::Result<std::string> sheet_to_pdf(Typesetter& type, const Sheet& sheet, double page_width_pt = a3_width_pt,
                                       const DrawProgress& progress = {});
base::Result<std::string> sheet_to_png(Typesetter& type, const Sheet& sheet, double scale = 0);
base::Result<std::string> sheet_to_svg(Typesetter& type, const Sheet& sheet);

}  // namespace paint
