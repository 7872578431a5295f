#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.hpp"

namespace paint {

enum class Weight { regular = 400, medium = 500, semibold = 600, bold = 700 };
enum class Face { text, icon };
/// start: left, or right where the paragraph is written from the right.
enum class Align { start, centre, end };

struct TextStyle {
    double size_px = 20;
    Weight weight = Weight::regular;
    Face face = Face::text;
    Align align = Align::start;
    double line_height = 1.25;  // of size_px, whatever fonts a line mixes
    int most_lines = 0;         // 0 = any; more are cut with "…"
    bool fixed_digits = false;  // all digits equally wide, for clocks and columns
    bool operator==(const TextStyle&) const = default;
};

/// A text that has been set: lines, glyphs and where they stand. Immutable; belongs to its Typesetter's thread, and may
/// outlive it. Places are px from the layout's top left corner. An index is a byte offset into text(), between
/// graphemes.
class TextLayout {
  public:
    struct Inside;  // the room's own: text_private.hpp
    explicit TextLayout(std::unique_ptr<Inside> inside);
    ~TextLayout();
    TextLayout(const TextLayout&) = delete;
    TextLayout& operator=(const TextLayout&) = delete;

    /// Width of the widest line, height of all of them. Text that is not aligned at the start stands within the width
    /// it was set for; bounds() says where.
    base::Size size() const;
    /// The lines' common box.
    base::Rect bounds() const;
    /// Of the first line, from the top.
    double baseline_px() const;
    int line_count() const;
    /// True when not all of it is shown.
    bool is_cut() const;
    /// What is shown, with the "…" if it is cut. Bytes that were not UTF-8 are U+FFFD.
    const std::string& text() const;

    // For editors.

    /// The index nearest to a place: the side of the grapheme that was hit counts.
    std::size_t index_at(base::Point place) const;
    /// Where the caret of an index stands; w is 0.
    base::Rect caret_at(std::size_t index) const;
    /// What is selected from one index to another, a rectangle per line and direction of writing.
    std::vector<base::Rect> boxes(std::size_t from, std::size_t to) const;
    /// In the order of writing; at the ends they stay.
    std::size_t next_grapheme(std::size_t index) const;
    std::size_t previous_grapheme(std::size_t index) const;
    /// End of this or the next word; start of this or the previous one.
    std::size_t next_word(std::size_t index) const;
    std::size_t previous_word(std::size_t index) const;
    /// One grapheme to the left (−1) or right (+1) as it is seen, through both directions of writing.
    std::size_t moved_visually(std::size_t index, int direction) const;
    /// As many lines down (or up, < 0), at the place `x_px` from the left. Above the first line is the start of the
    /// text, below the last its end.
    std::size_t moved_lines(std::size_t index, int lines, double x_px) const;
    std::size_t line_start(std::size_t index) const;
    std::size_t line_end(std::size_t index) const;

    const Inside& inside() const { return *inside_; }

  private:
    std::unique_ptr<Inside> inside_;
};

using Text = std::shared_ptr<const TextLayout>;

/// Sets text in the project's fonts: Inter, Noto Sans (with Arabic, Ethiopic, CJK), Noto Color Emoji; icons in Font
/// Awesome 4.7. One per thread. Layouts do not depend on the target: the same text, style and width break alike on
/// screen and paper. Layouts are kept in an LRU cache, so that calling it each frame costs a look-up and allocates
/// nothing. Line feeds break lines. Of a text longer than 64 KiB the beginning is set, and is_cut() is true.
class Typesetter {
  public:
    explicit Typesetter(std::size_t most_layouts = 4096);
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    /// `width_px` −1: no wrapping; else lines break between words, and within words wider than a line.
    Text set(std::string_view text, const TextStyle& style, double width_px = -1);
    /// Set for box.w, as large as the box allows between `least_px` and style.size_px (in steps of 1 px), and then cut
    /// to the lines that fit, at least one.
    Text fit(std::string_view text, TextStyle style, base::Size box, double least_px);

    /// Loads the fonts of Latin words and icons. May be another thread than what comes after it.
    void warm_up();

    /// How many layouts were made, not found in the cache.
    std::size_t made() const;

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// The families that text is set in and that the system does not have, with the package that brings each:
/// {{"Inter", "fonts-inter"}}. Empty when all is well. Any thread.
struct MissingFont {
    std::string family;
    std::string package;
};
std::vector<MissingFont> missing_fonts();

}  // namespace paint
