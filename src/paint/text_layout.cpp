#include <algorithm>
#include <cmath>

#include "base/check.hpp"
#include "paint/text_private.hpp"

namespace paint {
namespace {

/// Pango marks each character, and one more for the end; indices are bytes.
struct Marks {
    const std::string& text;
    const PangoLogAttr* of;
    int count = 0;

    explicit Marks(const TextLayout::Inside& inside) : text(inside.text), of(nullptr) {
        of = pango_layout_get_log_attrs_readonly(inside.layout.get(), &count);
    }
    int character(std::size_t index) const {
        return static_cast<int>(g_utf8_pointer_to_offset(text.data(), text.data() + std::min(index, text.size())));
    }
    std::size_t index(int character) const {
        return static_cast<std::size_t>(g_utf8_offset_to_pointer(text.data(), character) - text.data());
    }
    /// The next character that `wanted` accepts, `step` (±1) by step from `start`; the text's end if there is none.
    template <class Wanted>
    std::size_t find(std::size_t start, int step, Wanted wanted) const {
        int at = character(start) + step;
        while (at > 0 && at < count - 1 && !wanted(of[at])) at += step;
        return index(std::clamp(at, 0, count - 1));
    }
};

bool is_cursor(const PangoLogAttr& mark) {
    return mark.is_cursor_position != 0U;
}

std::size_t after(const std::string& text, int index, int trailing) {
    const char* at = text.data() + index;
    for (int i = 0; i < trailing && *at != '\0'; ++i) at = g_utf8_next_char(at);
    return static_cast<std::size_t>(at - text.data());
}

std::size_t index_in_line(const TextLayout::Inside& inside, int line_index, double x_px) {
    auto* line = inside.line(line_index);
    int index = 0;
    int trailing = 0;
    const auto x = x_px - inside.lines[static_cast<std::size_t>(line_index)].x;
    pango_layout_line_x_to_index(line, inside.units(x), &index, &trailing);
    const auto hit = after(inside.text, index, trailing);
    // Behind the space that a line broke at is the next line's beginning: not what was pointed at.
    const bool last = line_index + 1 == static_cast<int>(inside.lines.size());
    const int end = line->start_index + line->length;
    const bool at_end = index < end && hit == static_cast<std::size_t>(end);
    if (!last && at_end && inside.text[static_cast<std::size_t>(index)] == ' ') return static_cast<std::size_t>(index);
    return hit;
}

}  // namespace

int TextLayout::Inside::line_of(std::size_t index) const {
    int found = 0;
    int x = 0;
    pango_layout_index_to_line_x(layout.get(), static_cast<int>(std::min(index, text.size())), FALSE, &found, &x);
    return std::clamp(found, 0, static_cast<int>(lines.size()) - 1);
}

TextLayout::TextLayout(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
TextLayout::~TextLayout() = default;

base::Size TextLayout::size() const {
    return bounds().size();
}

base::Rect TextLayout::bounds() const {
    double left = inside_->lines.front().x;
    double right = left;
    for (const auto& line : inside_->lines) {
        left = std::min(left, line.x);
        right = std::max(right, line.x + line.w);
    }
    return {left, 0, right - left, inside_->line_top(line_count())};
}

double TextLayout::baseline_px() const {
    return inside_->baseline_px;
}

int TextLayout::line_count() const {
    return static_cast<int>(inside_->lines.size());
}

bool TextLayout::is_cut() const {
    return inside_->cut;
}

const std::string& TextLayout::text() const {
    return inside_->text;
}

std::size_t TextLayout::index_at(base::Point place) const {
    const int line = static_cast<int>(std::floor(place.y / inside_->line_px));
    return index_in_line(*inside_, std::clamp(line, 0, line_count() - 1), place.x);
}

base::Rect TextLayout::caret_at(std::size_t index) const {
    const auto at = std::min(index, inside_->text.size());
    PangoRectangle strong;
    pango_layout_get_cursor_pos(inside_->layout.get(), static_cast<int>(at), &strong, nullptr);
    return {inside_->px(strong.x), inside_->line_top(inside_->line_of(at)), 0, inside_->line_px};
}

std::vector<base::Rect> TextLayout::boxes(std::size_t from, std::size_t to) const {
    std::vector<base::Rect> found;
    if (from > to) std::swap(from, to);
    to = std::min(to, inside_->text.size());
    for (int i = 0; i < line_count(); ++i) {
        auto* line = inside_->line(i);
        const auto start = static_cast<std::size_t>(line->start_index);
        const auto end = start + static_cast<std::size_t>(line->length);
        const auto first = std::max(from, start);
        const auto last = std::min(to, end);
        const double top = inside_->line_top(i);
        if (first < last) {
            int* ranges = nullptr;
            int count = 0;
            pango_layout_line_get_x_ranges(line, static_cast<int>(first), static_cast<int>(last), &ranges, &count);
            for (int range = 0; range < count; ++range) {
                const double left = inside_->px(ranges[2 * range]);
                found.push_back({left, top, inside_->px(ranges[2 * range + 1]) - left, inside_->line_px});
            }
            g_free(ranges);
        } else if (start == end && from <= start && to > end) {
            // An empty line that is selected shows a sliver.
            found.push_back(
                {inside_->lines[static_cast<std::size_t>(i)].x, top, inside_->line_px / 4, inside_->line_px});
        }
    }
    return found;
}

std::size_t TextLayout::next_grapheme(std::size_t index) const {
    return Marks(*inside_).find(index, 1, is_cursor);
}

std::size_t TextLayout::previous_grapheme(std::size_t index) const {
    return Marks(*inside_).find(index, -1, is_cursor);
}

std::size_t TextLayout::next_word(std::size_t index) const {
    return Marks(*inside_).find(index, 1, [](const PangoLogAttr& mark) { return mark.is_word_end != 0U; });
}

std::size_t TextLayout::previous_word(std::size_t index) const {
    return Marks(*inside_).find(index, -1, [](const PangoLogAttr& mark) { return mark.is_word_start != 0U; });
}

std::size_t TextLayout::moved_visually(std::size_t index, int direction) const {
    const auto at = static_cast<int>(std::min(index, inside_->text.size()));
    int moved = 0;
    int trailing = 0;
    pango_layout_move_cursor_visually(inside_->layout.get(), TRUE, at, 0, direction, &moved, &trailing);
    if (moved < 0 || moved == G_MAXINT) return static_cast<std::size_t>(at);
    return after(inside_->text, moved, trailing);
}

std::size_t TextLayout::moved_lines(std::size_t index, int lines, double x_px) const {
    const int line = inside_->line_of(index) + lines;
    if (line < 0) return 0;
    if (line >= line_count()) return inside_->text.size();
    return index_in_line(*inside_, line, x_px);
}

std::size_t TextLayout::line_start(std::size_t index) const {
    return static_cast<std::size_t>(inside_->line(inside_->line_of(index))->start_index);
}

std::size_t TextLayout::line_end(std::size_t index) const {
    const int line_index = inside_->line_of(index);
    const auto* line = inside_->line(line_index);
    const auto end = static_cast<std::size_t>(line->start_index + line->length);
    // The next line's beginning is not this one's end: stay before the space that it broke at.
    if (line_index + 1 < line_count() && inside_->line_of(end) != line_index && line->length > 0) {
        return previous_grapheme(end);
    }
    return end;
}

}  // namespace paint
