#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "paint/aloud.hpp"
#include "paint/painter.hpp"

namespace paint {

/// Draws as SVG 1.1. Words are `<text>` elements, one a line, so that they can be searched, read aloud and changed;
/// signs of the icon font are outlines, for few programs have it. Parts are groups, read in the order they are drawn:
/// headings are headings, pictures have their names. The same calls give the same bytes. One thread.
class SvgPainter final : public Painter, public Aloud {
  public:
    /// `size` in units that are drawn in.
    explicit SvgPainter(base::Size size);

    /// What is drawn until the group ends has this name for those who cannot see it (empty: none) and is in this
    /// language (empty: the document's).
    void begin_group(std::string_view name, std::string_view language) {
        begin_named(name, language, name.empty() ? "" : "img");
    }
    void end_group();
    void begin_section(std::size_t) override {}
    void begin_part(AloudPart part) override;
    void end_part() override { end_group(); }
    /// The JPEG that a photo was read from: it is written instead of its px, which take many times the room.
    void take_original(const Photo& photo, std::string jpeg);
    /// The whole document. Nothing may be drawn afterwards.
    std::string finish(std::string_view title, std::string_view language);

    using Painter::text;
    void fill(const base::Rect& area, double radius, base::Colour colour) override;
    void stroke(const base::Rect& area, double radius, base::Colour colour, double width) override;
    void line(std::span<const base::Point> points, base::Colour colour, double width) override;
    void polygon(std::span<const base::Point> convex, base::Colour colour) override;
    void circle(base::Point centre, double radius, base::Colour colour) override;
    void ring(base::Point centre, double radius, base::Colour colour, double width) override;
    void shadow(const base::Rect& area, double radius, double spread, double alpha) override;
    void text(const TextLayout& layout, base::Point at, base::Colour colour, double scale) override;
    void strip(std::span<const base::Point> points, base::Colour colour) override;
    void photo(const Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) override;
    void push_clip(const base::Rect& area) override;
    void pop_clip() override;

  private:
    void rect(const base::Rect& area, double radius);
    void points(std::span<const base::Point> all);
    void begin_named(std::string_view name, std::string_view language, std::string_view role);
    void paint_of(std::string_view what, base::Colour colour);
    void number(std::string_view name, double value);
    void icons(const TextLayout& layout, base::Point at, base::Colour colour, double scale);

    base::Size size_;
    std::string body_;
    std::map<std::uint64_t, std::string> originals_;  // photo's number → JPEG
    int clips_ = 0, clips_made_ = 0, groups_ = 0;
};

/// Fit to stand in an element or an attribute of XML: what means something there is written out, what may not stand
/// there at all is left out.
std::string to_xml(std::string_view text);

}  // namespace paint
