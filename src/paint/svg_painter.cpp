#include "paint/svg_painter.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/check.hpp"
#include "paint/glyph_picture_private.hpp"
#include "paint/photo.hpp"

namespace paint {
namespace {

struct SvgEnds {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using SvgSurface = std::unique_ptr<cairo_surface_t, SvgEnds>;
using SvgCairo = std::unique_ptr<cairo_t, SvgEnds>;

/// At most two digits behind the point, and no more than it needs: "12.5", the same in every locale.
void add_number(std::string& to, double value) {
    if (!std::isfinite(value)) value = 0;
    char digits[64];
    const auto rounded = std::round(value * 100) / 100;
    const auto end =
        std::to_chars(digits, digits + sizeof digits, rounded == 0 ? 0.0 : rounded, std::chars_format::fixed, 2);
    std::string_view text(digits, static_cast<std::size_t>(end.ptr - digits));
    while (text.back() == '0') text.remove_suffix(1);
    if (text.back() == '.') text.remove_suffix(1);
    to += text;
}

void add_hex(std::string& to, base::Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    to += '#';
    for (const auto part : {colour.r, colour.g, colour.b}) {
        to += digits[part >> 4U];
        to += digits[part & 15U];
    }
}

std::string to_base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t three = 0;
        for (std::size_t j = 0; j < 3; ++j) {
            three = three << 8U | (i + j < bytes.size() ? static_cast<std::uint8_t>(bytes[i + j]) : 0U);
        }
        for (unsigned j = 0; j < 4; ++j) {
            out += i + j > bytes.size() ? '=' : letters[(three >> (18U - 6U * j)) & 63U];
        }
    }
    return out;
}

cairo_status_t add_png(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// Of a photo whose JPEG nobody has given.
std::string png_of(const Photo& photo) {
    SvgSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, photo.width, photo.height));
    auto* rows = cairo_image_surface_get_data(surface.get());
    if (rows == nullptr) return {};
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < photo.height; ++y) {
        auto* to = reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * stride);
        const auto* from = photo.rgba.data() + static_cast<std::ptrdiff_t>(y) * photo.width * 4;
        for (int x = 0; x < photo.width; ++x, from += 4) {
            to[x] = static_cast<std::uint32_t>(from[0]) << 16U | static_cast<std::uint32_t>(from[1]) << 8U | from[2];
        }
    }
    cairo_surface_mark_dirty(surface.get());
    std::string png;
    if (cairo_surface_write_to_png_stream(surface.get(), add_png, &png) != CAIRO_STATUS_SUCCESS) return {};
    return png;
}

bool is_icon(const PangoFontDescription* font) {
    const char* family = pango_font_description_get_family(font);
    return family != nullptr && std::string_view(family) == families(Face::icon);
}

void add_outlines(std::string& to, cairo_t* cairo) {
    cairo_path_t* path = cairo_copy_path(cairo);
    const auto add_point = [&to](const cairo_path_data_t& at) {
        add_number(to, at.point.x);
        to += ' ';
        add_number(to, at.point.y);
        to += ' ';
    };
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const auto* data = &path->data[i];
        switch (data->header.type) {
            case CAIRO_PATH_MOVE_TO:
                to += 'M';
                add_point(data[1]);
                break;
            case CAIRO_PATH_LINE_TO:
                to += 'L';
                add_point(data[1]);
                break;
            case CAIRO_PATH_CURVE_TO:
                to += 'C';
                for (int point = 1; point <= 3; ++point) add_point(data[point]);
                break;
            case CAIRO_PATH_CLOSE_PATH:
                to += 'Z';
                break;
        }
    }
    cairo_path_destroy(path);
}

}  // namespace

std::string to_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else if (byte < 0x20 && c != '\n' && c != '\t') {
            continue;
        } else if (text.substr(i).starts_with("\xef\xbf\xbe") || text.substr(i).starts_with("\xef\xbf\xbf")) {
            i += 2;  // U+FFFE, U+FFFF
        } else {
            out += c;
        }
    }
    return out;
}

SvgPainter::SvgPainter(base::Size size) : size_(size) {}

void SvgPainter::begin_named(std::string_view name, std::string_view language, std::string_view role) {
    ++groups_;
    body_ += "<g";
    if (!language.empty()) body_ += " xml:lang=\"" + to_xml(language) + "\"";
    if (!role.empty()) body_ += " role=\"" + std::string(role) + "\"";
    if (!name.empty()) body_ += " aria-label=\"" + to_xml(name) + "\"";
    body_ += '>';
    if (!name.empty()) body_ += "<title>" + to_xml(name) + "</title>";
    body_ += '\n';
}

void SvgPainter::end_group() {
    base::check(groups_ > 0, "a group ends that began");
    --groups_;
    body_ += "</g>\n";
}

void SvgPainter::begin_part(AloudPart part) {
    const bool heads = part.kind == AloudPart::Kind::title || part.kind == AloudPart::Kind::heading;
    begin_named(part.instead, part.language, heads ? "heading" : part.instead.empty() ? "" : "img");
}

void SvgPainter::take_original(const Photo& photo, std::string jpeg) {
    originals_[photo.number] = std::move(jpeg);
}

std::string SvgPainter::finish(std::string_view title, std::string_view language) {
    base::check(groups_ == 0 && clips_ == 0, "what was begun is ended");
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\" width=\"";
    add_number(out, size_.w);
    out += "\" height=\"";
    add_number(out, size_.h);
    out += "\" viewBox=\"0 0 ";
    add_number(out, size_.w);
    out += ' ';
    add_number(out, size_.h);
    out += '"';
    if (!language.empty()) out += " xml:lang=\"" + to_xml(language) + "\"";
    out += ">\n<title>" + to_xml(title) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    out += body_;
    out += "</svg>\n";
    body_.clear();
    return out;
}

void SvgPainter::number(std::string_view name, double value) {
    body_ += ' ';
    body_ += name;
    body_ += "=\"";
    add_number(body_, value);
    body_ += '"';
}

void SvgPainter::paint_of(std::string_view what, base::Colour colour) {
    body_ += ' ';
    body_ += what;
    body_ += "=\"";
    add_hex(body_, colour);
    body_ += '"';
    if (colour.a != 255) number(std::string(what) + "-opacity", colour.a / 255.0);
}

void SvgPainter::rect(const base::Rect& area, double radius) {
    body_ += "<rect";
    number("x", area.x);
    number("y", area.y);
    number("width", area.w);
    number("height", area.h);
    const double round = std::min({std::max(radius, 0.0), area.w / 2, area.h / 2});
    if (round > 0) number("rx", round);
}

void SvgPainter::points(std::span<const base::Point> all) {
    body_ += " points=\"";
    for (const auto& point : all) {
        if (&point != all.data()) body_ += ' ';
        add_number(body_, point.x);
        body_ += ',';
        add_number(body_, point.y);
    }
    body_ += '"';
}

void SvgPainter::fill(const base::Rect& area, double radius, base::Colour colour) {
    if (area.empty() || colour.a == 0) return;
    rect(area, radius);
    paint_of("fill", colour);
    body_ += "/>\n";
}

void SvgPainter::stroke(const base::Rect& area, double radius, base::Colour colour, double width) {
    if (area.empty() || colour.a == 0 || width <= 0) return;
    rect(area, radius);
    body_ += " fill=\"none\"";
    paint_of("stroke", colour);
    number("stroke-width", width);
    body_ += "/>\n";
}

void SvgPainter::line(std::span<const base::Point> through, base::Colour colour, double width) {
    if (through.size() < 2 || colour.a == 0 || width <= 0) return;
    body_ += "<polyline";
    points(through);
    body_ += " fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\"";
    paint_of("stroke", colour);
    number("stroke-width", width);
    body_ += "/>\n";
}

void SvgPainter::polygon(std::span<const base::Point> convex, base::Colour colour) {
    if (convex.size() < 3 || colour.a == 0) return;
    body_ += "<polygon";
    points(convex);
    paint_of("fill", colour);
    body_ += "/>\n";
}

void SvgPainter::circle(base::Point centre, double radius, base::Colour colour) {
    if (radius <= 0 || colour.a == 0) return;
    body_ += "<circle";
    number("cx", centre.x);
    number("cy", centre.y);
    number("r", radius);
    paint_of("fill", colour);
    body_ += "/>\n";
}

void SvgPainter::ring(base::Point centre, double radius, base::Colour colour, double width) {
    if (radius <= 0 || colour.a == 0 || width <= 0) return;
    body_ += "<circle";
    number("cx", centre.x);
    number("cy", centre.y);
    number("r", radius);
    body_ += " fill=\"none\"";
    paint_of("stroke", colour);
    number("stroke-width", width);
    body_ += "/>\n";
}

void SvgPainter::shadow(const base::Rect& area, double radius, double spread, double alpha) {
    if (area.empty() || spread <= 0 || alpha <= 0) return;
    // Three thin layers: a blur costs a reader much, and there may be hundreds.
    for (int i = 0; i < 3; ++i) {
        const double grown = spread * (0.5 - 0.25 * i);
        fill(area.inset(-grown).moved(0, spread / 3), radius + grown,
             base::with_alpha(base::rgb(0x17211F), alpha * 0.4));
    }
}

void SvgPainter::icons(const TextLayout& layout, base::Point at, base::Colour colour, double scale) {
    SvgSurface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
    SvgCairo cairo(cairo_create(surface.get()));
    const Font* font = nullptr;
    for (const auto& glyph : layout.inside().glyphs) {
        if (glyph.font != font) set_font(cairo.get(), *(font = glyph.font), scale);
        glyph_outline(cairo.get(), *font, glyph.id, at.x + glyph.x * scale, at.y + glyph.y * scale);
    }
    std::string outlines;
    add_outlines(outlines, cairo.get());
    if (outlines.empty()) return;
    body_ += "<path d=\"" + outlines + '"';
    paint_of("fill", colour);
    body_ += "/>\n";
}

void SvgPainter::text(const TextLayout& layout, base::Point at, base::Colour colour, double scale) {
    if (colour.a == 0 || !(scale > 0)) return;
    const auto& inside = layout.inside();
    const auto* font = pango_layout_get_font_description(inside.layout.get());
    if (is_icon(font)) return icons(layout, at, colour, scale);
    for (int i = 0; i < layout.line_count(); ++i) {
        const auto* line = inside.line(i);
        auto words = std::string_view(inside.text)
                         .substr(static_cast<std::size_t>(line->start_index), static_cast<std::size_t>(line->length));
        while (words.ends_with(' ')) words.remove_suffix(1);
        if (words.empty()) continue;
        const auto& place = inside.lines[static_cast<std::size_t>(i)];
        const bool from_right = line->resolved_dir == PANGO_DIRECTION_RTL;
        body_ += "<text xml:space=\"preserve\"";
        number("x", at.x + (from_right ? place.x + place.w : place.x) * scale);
        number("y", at.y + (inside.line_top(i) + inside.baseline_px) * scale);
        if (from_right) body_ += " direction=\"rtl\"";
        body_ += " font-family=\"Inter, 'Noto Sans', sans-serif\"";
        number("font-size", inside.size_px * scale);
        const int weight = pango_font_description_get_weight(font);
        if (weight != 400) number("font-weight", weight);
        // Where another font takes its place, a line is as wide all the same.
        if (place.w > 0) {
            number("textLength", place.w * scale);
            body_ += " lengthAdjust=\"spacingAndGlyphs\"";
        }
        paint_of("fill", colour);
        body_ += '>' + to_xml(words) + "</text>\n";
    }
}

void SvgPainter::strip(std::span<const base::Point> all, base::Colour colour) {
    if (all.size() < 3 || colour.a == 0) return;
    std::vector<base::Point> outline;
    outline.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); i += 2) outline.push_back(all[i]);
    for (std::size_t i = all.size() - all.size() % 2; i >= 2; i -= 2) outline.push_back(all[i - 1]);
    body_ += "<polygon";
    points(outline);
    paint_of("fill", colour);
    body_ += "/>\n";
}

void SvgPainter::photo(const Photo& photo, const base::Rect& part, const base::Rect& place, double alpha) {
    if (place.empty() || part.empty() || alpha <= 0) return;
    const auto original = originals_.find(photo.number);
    const bool jpeg = original != originals_.end();
    const auto bytes = jpeg ? original->second : png_of(photo);
    if (bytes.empty()) return;
    body_ += "<svg";
    number("x", place.x);
    number("y", place.y);
    number("width", place.w);
    number("height", place.h);
    const base::Rect seen{part.x * photo.width, part.y * photo.height, part.w * photo.width, part.h * photo.height};
    body_ += " preserveAspectRatio=\"none\" viewBox=\"";
    for (const double value : {seen.x, seen.y, seen.w, seen.h}) {
        add_number(body_, value);
        body_ += ' ';
    }
    body_ += "\"><image";
    number("width", photo.width);
    number("height", photo.height);
    if (alpha < 1) number("opacity", alpha);
    body_ += " preserveAspectRatio=\"none\" xlink:href=\"data:image/";
    body_ += jpeg ? "jpeg" : "png";
    body_ += ";base64," + to_base64(bytes) + "\"/></svg>\n";
}

void SvgPainter::push_clip(const base::Rect& area) {
    ++clips_;
    const auto name = "c" + std::to_string(++clips_made_);
    body_ += "<clipPath id=\"" + name + "\">";
    rect({area.x, area.y, std::max(area.w, 0.0), std::max(area.h, 0.0)}, 0);
    body_ += "/></clipPath><g clip-path=\"url(#" + name + ")\">\n";
}

void SvgPainter::pop_clip() {
    base::check(clips_ > 0, "a clip is popped that was pushed");
    --clips_;
    body_ += "</g>\n";
}

}  // namespace paint
