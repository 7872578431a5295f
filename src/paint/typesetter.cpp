#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <list>
#include <unordered_map>

#include <hb-ot.h>

#include "base/check.hpp"
#include "paint/text_private.hpp"

namespace paint {
namespace {

constexpr std::size_t most_bytes = 64U << 10U;
constexpr const char* ellipsis = "…";

struct KeyView {
    std::string_view text;
    TextStyle style;
    double width = -1, height = -1, least = 0;  // height −1: set, else fit
    bool operator==(const KeyView&) const = default;
};

struct KeyHash {
    std::size_t operator()(const KeyView& key) const {
        std::size_t hash = std::hash<std::string_view>{}(key.text);
        const auto add = [&hash](std::uint64_t value) {
            hash ^= static_cast<std::size_t>(value * 0x9E3779B97F4A7C15U) + (hash << 6U) + (hash >> 2U);
        };
        const auto& style = key.style;
        for (const double value : {style.size_px, style.line_height, key.width, key.height, key.least}) {
            add(std::bit_cast<std::uint64_t>(value));
        }
        add(static_cast<std::uint64_t>(style.weight) * 1009U + static_cast<std::uint64_t>(style.face) * 7U +
            static_cast<std::uint64_t>(style.align) * 2U + (style.fixed_digits ? 1U : 0U));
        add(static_cast<std::uint64_t>(style.most_lines));
        return hash;
    }
};

struct Entry {
    std::string text;  // what the key looks at
    KeyView key;
    Text layout;
};

/// Pango wants UTF-8 without NUL.
std::string clean(std::string_view text) {
    bool whole = true;
    if (text.size() > most_bytes) {
        const char* end = g_utf8_find_prev_char(text.data(), text.data() + most_bytes);
        text = text.substr(0, end == nullptr ? 0 : static_cast<std::size_t>(end - text.data()));
        whole = false;
    }
    std::string out;
    if (g_utf8_validate_len(text.data(), text.size(), nullptr) != 0) {
        out = text;
    } else {
        const std::unique_ptr<char, decltype(&g_free)> valid(
            g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free);
        out = valid.get();
    }
    if (!whole) out += ellipsis;
    return out;
}

struct Break {
    void operator()(PangoLayoutIter* iter) const { pango_layout_iter_free(iter); }
};
using Iter = std::unique_ptr<PangoLayoutIter, Break>;

}  // namespace

struct Typesetter::Inside {
    explicit Inside(std::size_t most_layouts);

    std::size_t most;
    std::size_t made = 0;
    Object<PangoFontMap> fonts;
    Object<PangoContext> context;
    std::list<Entry> entries;  // newest first
    std::unordered_map<KeyView, std::list<Entry>::iterator, KeyHash> known;
    std::map<std::pair<PangoFont*, double>, std::shared_ptr<const Font>> faces;  // by size, px
    struct Metrics {
        int ascent = 0, descent = 0;  // Pango's units, of the size that text is set at
    };
    std::map<std::pair<Weight, Face>, Metrics> metrics;

    Text find(const KeyView& key);
    Text keep(const KeyView& key, Text layout);
    Text make(std::string_view text, const TextStyle& style, double width_px);
    Object<PangoLayout> lay_out(const TextStyle& style, int width);
    Metrics measure(const TextStyle& style, const PangoFontDescription* description);
    std::shared_ptr<const Font> face_of(PangoFont* font, double size_px);
    void take_lines(TextLayout::Inside& inside);
    void take_glyphs(TextLayout::Inside& inside, PangoLayoutLine* line, int index);
};

Typesetter::Inside::Inside(std::size_t most_layouts)
    : most(std::max<std::size_t>(most_layouts, 16)),
      fonts(pango_cairo_font_map_new()),
      context(pango_font_map_create_context(fonts.get())) {
    pango_cairo_context_set_resolution(context.get(), 72);  // a unit is a px on screen and a point on paper
    // Layout must not depend on the size that things are drawn at.
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_language(context.get(), pango_language_from_string("sv"));
    pango_context_set_base_dir(context.get(), PANGO_DIRECTION_WEAK_LTR);
    known.reserve(most);
}

Text Typesetter::Inside::find(const KeyView& key) {
    const auto found = known.find(key);
    if (found == known.end()) return {};
    entries.splice(entries.begin(), entries, found->second);
    return found->second->layout;
}

Text Typesetter::Inside::keep(const KeyView& key, Text layout) {
    while (entries.size() >= most) {
        known.erase(entries.back().key);
        entries.pop_back();
    }
    entries.push_front({std::string(key.text), key, layout});
    auto& entry = entries.front();
    entry.key.text = entry.text;
    known.emplace(entry.key, entries.begin());
    return layout;
}

Typesetter::Inside::Metrics Typesetter::Inside::measure(const TextStyle& style,
                                                        const PangoFontDescription* description) {
    const auto [at, is_new] = metrics.try_emplace({style.weight, style.face});
    if (is_new) {
        // The first family's own, not what the fallbacks would need.
        const Object<PangoFont> font(pango_context_load_font(context.get(), description));
        PangoFontMetrics* found = pango_font_get_metrics(font.get(), nullptr);
        at->second = {pango_font_metrics_get_ascent(found), pango_font_metrics_get_descent(found)};
        pango_font_metrics_unref(found);
    }
    return at->second;
}

std::shared_ptr<const Font> Typesetter::Inside::face_of(PangoFont* font, double size_px) {
    // Sizes that nobody shows any longer are let go: a window that is dragged larger goes through many.
    if (faces.size() > 512) std::erase_if(faces, [](const auto& one) { return one.second.use_count() == 1; });
    auto& face = faces[{font, size_px}];
    if (face == nullptr) {
        auto made_face = std::make_shared<Font>();
        made_face->font.reset(PANGO_FONT(g_object_ref(font)));
        made_face->size_px = size_px;
        hb_face_t* hb = hb_font_get_face(pango_font_get_hb_font(font));
        made_face->coloured = hb_ot_color_has_png(hb) != 0 || hb_ot_color_has_layers(hb) != 0;
        face = std::move(made_face);
    }
    return face;
}

/// `width` in Pango's units; below 0: as wide as it is.
Object<PangoLayout> Typesetter::Inside::lay_out(const TextStyle& style, int width) {
    Object<PangoLayout> layout(pango_layout_new(context.get()));
    PangoFontDescription* description = pango_font_description_from_string(families(style.face));
    pango_font_description_set_weight(description, static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(description, pango_units_from_double(set_size_px));
    pango_layout_set_font_description(layout.get(), description);
    pango_font_description_free(description);
    if (width >= 0) {
        pango_layout_set_width(layout.get(), width);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    pango_layout_set_alignment(layout.get(), style.align == Align::centre ? PANGO_ALIGN_CENTER
                                             : style.align == Align::end  ? PANGO_ALIGN_RIGHT
                                                                          : PANGO_ALIGN_LEFT);
    if (style.fixed_digits) {
        PangoAttrList* attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1, kern=0"));
        pango_layout_set_attributes(layout.get(), attributes);
        pango_attr_list_unref(attributes);
    }
    return layout;
}

namespace {

/// The longest beginning, between graphemes, that fits `most_lines` together with "…".
std::string cut_to_lines(PangoLayout* layout, const std::string& text, int most_lines) {
    int count = 0;
    const PangoLogAttr* marks = pango_layout_get_log_attrs_readonly(layout, &count);
    const PangoLayoutLine* hidden = pango_layout_get_line_readonly(layout, most_lines);
    std::vector<std::size_t> ends;  // between graphemes, no further than what was shown
    const char* at = text.data();
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(at - text.data());
        if (index > static_cast<std::size_t>(hidden->start_index)) break;
        if (marks[i].is_cursor_position != 0U) ends.push_back(index);
        if (index < text.size()) at = g_utf8_next_char(at);
    }
    const auto shortened = [&text](std::size_t end) {
        std::string_view kept = std::string_view(text).substr(0, end);
        while (!kept.empty() && (kept.back() == ' ' || kept.back() == '\n')) kept.remove_suffix(1);
        return std::string(kept) + ellipsis;
    };
    const auto fits = [&](std::size_t end) {
        const auto candidate = shortened(end);
        pango_layout_set_text(layout, candidate.data(), static_cast<int>(candidate.size()));
        return pango_layout_get_line_count(layout) <= most_lines;
    };
    // Not quite monotone where lines break differently; the search finds a beginning that fits all the same.
    std::size_t low = 0;
    std::size_t high = ends.size();
    while (high - low > 1) {
        const auto middle = low + (high - low) / 2;
        (fits(ends[middle]) ? low : high) = middle;
    }
    return shortened(ends.empty() ? 0 : ends[low]);
}

}  // namespace

void Typesetter::Inside::take_glyphs(TextLayout::Inside& inside, PangoLayoutLine* line, int index) {
    double x = inside.lines[static_cast<std::size_t>(index)].x;
    const double baseline = inside.line_top(index) + inside.baseline_px;
    for (GSList* at = line->runs; at != nullptr; at = at->next) {
        const auto* run = static_cast<PangoLayoutRun*>(at->data);
        const auto face = face_of(run->item->analysis.font, inside.size_px);
        if (std::find(inside.fonts.begin(), inside.fonts.end(), face) == inside.fonts.end()) {
            inside.fonts.push_back(face);
        }
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            const auto& info = run->glyphs->glyphs[i];
            if (info.glyph != PANGO_GLYPH_EMPTY) {
                inside.glyphs.push_back({face.get(), info.glyph, x + inside.px(info.geometry.x_offset),
                                         baseline + inside.px(info.geometry.y_offset - run->y_offset)});
            }
            x += inside.px(info.geometry.width);
        }
    }
}

void Typesetter::Inside::take_lines(TextLayout::Inside& inside) {
    const Iter iter(pango_layout_get_iter(inside.layout.get()));
    do {
        PangoRectangle logical;
        pango_layout_iter_get_line_extents(iter.get(), nullptr, &logical);
        inside.lines.push_back({inside.px(logical.x), inside.px(logical.width)});
        take_glyphs(inside, pango_layout_iter_get_line_readonly(iter.get()), static_cast<int>(inside.lines.size()) - 1);
    } while (pango_layout_iter_next_line(iter.get()) != 0);
}

Text Typesetter::Inside::make(std::string_view text, const TextStyle& style, double width_px) {
    base::check(style.size_px > 0 && style.line_height > 0, "a text style has a size");
    ++made;
    auto inside = std::make_unique<TextLayout::Inside>();
    inside->text = clean(text);
    inside->cut = text.size() > most_bytes;
    inside->size_px = style.size_px;
    inside->layout = lay_out(style, width_px < 0 ? -1 : inside->units(width_px));
    auto* layout = inside->layout.get();
    pango_layout_set_text(layout, inside->text.data(), static_cast<int>(inside->text.size()));
    // Where not even six letters stand on a line, there is no better place.
    if (width_px >= 5 * style.size_px) keep_letters_together(layout, inside->text);
    if (style.most_lines > 0 && pango_layout_get_line_count(layout) > style.most_lines) {
        inside->text = cut_to_lines(layout, inside->text, style.most_lines);
        pango_layout_set_text(layout, inside->text.data(), static_cast<int>(inside->text.size()));
        inside->cut = true;
    }
    const auto metric = measure(style, pango_layout_get_font_description(layout));
    inside->line_px = style.line_height * style.size_px;
    const double ascent = inside->px(metric.ascent), descent = inside->px(metric.descent);
    inside->baseline_px = (inside->line_px - ascent - descent) / 2 + ascent;
    inside->set_width_px = width_px;
    take_lines(*inside);
    return std::make_shared<const TextLayout>(std::move(inside));
}

Typesetter::Typesetter(std::size_t most_layouts) : inside_(std::make_unique<Inside>(most_layouts)) {}
Typesetter::~Typesetter() = default;

Text Typesetter::set(std::string_view text, const TextStyle& style, double width_px) {
    const KeyView key{text, style, std::max(width_px, -1.0)};
    if (auto found = inside_->find(key)) return found;
    return inside_->keep(key, inside_->make(text, style, width_px < 0 ? -1 : width_px));
}

Text Typesetter::fit(std::string_view text, TextStyle style, base::Size box, double least_px) {
    const KeyView key{text, style, std::max(box.w, 0.0), std::max(box.h, 0.0), least_px};
    if (auto found = inside_->find(key)) return found;
    const auto lines_at = [&](double size_px) {
        const int fitting = std::max(1, static_cast<int>(box.h / (size_px * style.line_height) + 0.001));
        return style.most_lines > 0 ? std::min(fitting, style.most_lines) : fitting;
    };
    const auto set_at = [&](double size_px, int most_lines) {
        TextStyle tried = style;
        tried.size_px = size_px;
        tried.most_lines = most_lines;
        return inside_->make(text, tried, key.width);
    };
    // Steps of 1 px from the largest; the last step may be shorter.
    const double least = std::min(least_px, style.size_px);
    const int steps = static_cast<int>(std::ceil(style.size_px - least - 1e-9));
    const auto size_at = [&](int step) { return std::max(least, style.size_px - step); };
    const auto fits = [&](const Text& layout, double size_px) {
        return layout->line_count() <= lines_at(size_px) && layout->size().w <= key.width + 0.01 && !layout->is_cut();
    };
    auto best = set_at(style.size_px, 0);
    if (fits(best, style.size_px)) return inside_->keep(key, best);
    int low = 0;  // does not fit
    int high = steps + 1;
    Text fitting;
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        auto tried = set_at(size_at(middle), 0);
        const bool fit_in = fits(tried, size_at(middle));
        if (fit_in) fitting = std::move(tried);
        (fit_in ? high : low) = middle;
    }
    if (fitting == nullptr) fitting = set_at(least, lines_at(least));
    return inside_->keep(key, fitting);
}

void Typesetter::warm_up() {
    for (const auto weight : {Weight::regular, Weight::medium, Weight::semibold, Weight::bold}) {
        set("Idé åäö 0123", {.weight = weight});
    }
    set("\xef\x80\x8c", {.face = Face::icon});
}

std::size_t Typesetter::made() const {
    return inside_->made;
}

}  // namespace paint
