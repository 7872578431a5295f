#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"
#include "base/result.hpp"
#include "model/board.hpp"
#include "model/board_form.hpp"
#include "paint/photo.hpp"
#include "paint/text.hpp"

namespace paint {

/// A free board as it is kept on paper or as a picture.
struct BoardSheet {
    std::string title, subtitle, foot;
    std::string language;            // of its words, where an item does not say; "sv"
    std::vector<model::Item> items;  // in any order
    /// The template whose fields they fill: it tells in what order they are read. Null: none, or it is not here.
    std::shared_ptr<const model::BoardForm> form = nullptr;
    /// By their hash. One that is missing leaves its frame with the words of what it shows.
    std::map<std::string, std::shared_ptr<const Photo>, std::less<>> photos = {};
    std::map<std::string, std::string, std::less<>> originals = {};  // the JPEGs; only SVG asks for them
    /// Its method goes by columns, a phase after another: so do its pages where there are several. Else by rows.
    bool by_columns = false;
};

enum class PaperSize { a4, a3, a2, a1, a0 };
inline constexpr std::array<std::string_view, 5> paper_sizes{"A4", "A3", "A2", "A1", "A0"};
/// "A3", "a3".
std::optional<PaperSize> parse_paper_size(std::string_view name);
/// Its longer side, points.
double paper_width_pt(PaperSize size);

/// What it is printed on. Without a size: the smallest sheet on which its words can be read, and several A3 sheets when
/// there is none.
struct BoardPaper {
    std::optional<PaperSize> size;
    bool tiles = false;  // a poster of many pages of that size (A4 without one), which lie 10 mm over each other
};

/// Told how many of how many are drawn, now and then; false stops it: Code::closed.
using DrawProgress = std::function<bool(std::int64_t done, std::int64_t of)>;

/// As a PDF: lines and letters, not px; its frames and named groups are the table of contents, its words can be
/// searched, and are read aloud in the order of views::reading_order, each in its language; pictures say what they
/// show, and lines what they join. Pages on which nothing lies are left out.
base::Result<std::string> board_to_pdf(Typesetter& type, const BoardSheet& sheet, const BoardPaper& paper,
                                       const DrawProgress& progress = {});
/// As an SVG in one piece, its words as text.
base::Result<std::string> board_to_svg(Typesetter& type, const BoardSheet& sheet, const DrawProgress& progress = {});

inline constexpr double most_picture_side = 16000;  // px
inline constexpr double most_picture_px = 100e6;    // in all
/// Code::too_large, with a sentence, when a picture of this size would be above those limits.
base::Done check_picture_size(base::Size size, double scale);
/// As a PNG in one piece, `scale` px per px of the board: Code::too_large above those limits. Without a scale as large
/// as they allow, at most twice the board.
base::Result<std::string> board_to_png(Typesetter& type, const BoardSheet& sheet, std::optional<double> scale,
                                       const DrawProgress& progress = {});

}  // namespace paint
