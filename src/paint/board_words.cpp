// How the words of a free board's items are set.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "paint/board_item_private.hpp"
#include "paint/note_card.hpp"
#include "paint/stamp.hpp"
#include "paint/text_private.hpp"

namespace paint {
namespace {

constexpr double usual_note = 200;      // the length of a side, board px
constexpr double note_letters = 22;     // of a usual note; larger notes have larger ones
constexpr double least_letter_px = 13;  // what does not fit in them is cut
constexpr double usual_text = 24;       // of a text
constexpr double frame_letters = 28;
constexpr double line_label_width = 220;  // of a line's label, before it breaks
constexpr double small_letters = 18;
constexpr std::string_view cut_sign = "…";

/// Set at the board's own scale: what breaks and how large it is must not change with the distance.
struct AtOne {
    Text words;
    TextStyle style;
    double width = -1;
    bool cut = false;
};

double letters_of(const Text& words, const TextStyle& style) {
    return words->inside().line_px / style.line_height;
}

/// What was cut within a word is cut before it.
std::string ended_at_word(std::string_view shown, std::string_view whole) {
    if (shown.ends_with(cut_sign)) shown.remove_suffix(cut_sign.size());
    const bool within = whole.starts_with(shown) && shown.size() < whole.size() && whole[shown.size()] != ' ' &&
                        whole[shown.size()] != '\n';
    constexpr std::size_t longest_word = 60;
    const auto space = shown.find_last_of(" \n");
    if (within && space != std::string_view::npos && shown.size() - space <= longest_word) {
        shown = shown.substr(0, space);
    }
    while (!shown.empty() && (shown.back() == ' ' || shown.back() == '\n' || shown.back() == ',')) {
        shown.remove_suffix(1);
    }
    return std::string(shown) + std::string(cut_sign);
}

AtOne fitted_words(Typesetter& type, const std::string& text, TextStyle style, base::Size box, double least) {
    AtOne set;
    set.width = std::max(1.0, box.w);
    set.words = type.fit(text, style, {set.width, box.h}, least);
    style.size_px = letters_of(set.words, style);
    style.most_lines = 0;
    set.cut = set.words->is_cut();
    if (set.cut) {
        style.most_lines = set.words->line_count();
        set.words = type.set(ended_at_word(set.words->text(), text), style, set.width);
    }
    set.style = style;
    return set;
}

/// The same lines for another scale.
Text rescaled(Typesetter& type, const AtOne& set, double scale) {
    if (scale == 1) return set.words;
    auto style = set.style;
    style.size_px *= scale;
    // A hair wider, so that rounding breaks no line that did not break.
    return type.set(set.words->text(), style, set.width < 0 ? -1 : set.width * scale + 0.1);
}

AtOne one_line(Typesetter& type, const std::string& text, const TextStyle& style, double most_width) {
    AtOne set;
    set.style = style;
    set.style.most_lines = 1;
    set.words = type.set(text, set.style);
    if (set.words->size().w > most_width) {
        set.width = std::max(1.0, most_width);
        set.words = type.set(text, set.style, set.width);
        set.cut = true;
    }
    return set;
}

void put_words(Typesetter& type, ItemText& text, const AtOne& set, base::Point at) {
    text.words = rescaled(type, set, text.scale);
    text.at = {at.x * text.scale, at.y * text.scale};
    text.cut = text.cut || set.cut;
}

void set_note(Typesetter& type, const model::Item& item, ItemText& text) {
    const auto parts = note_parts(item);
    const double larger = std::max(1.0, std::min(item.place.w, item.place.h) / usual_note);
    const TextStyle style{.size_px = note_letters * larger, .weight = Weight::medium, .line_height = 1.24};
    const auto inner = parts.words;
    if (!item.text.empty()) {
        const auto set = fitted_words(type, item.text, style, inner.size(), least_letter_px);
        put_words(type, text, set, inner.top_left());
    }
    if (item.author.empty() || parts.author_width <= 0) return;
    const TextStyle small{.size_px = small_letters, .weight = Weight::medium, .line_height = 20.0 / 18};
    text.author = rescaled(type, one_line(type, item.author, small, parts.author_width), text.scale);
    text.author_at = {parts.author.x * text.scale, parts.author.y * text.scale};
}

void set_plain(Typesetter& type, const model::Item& item, ItemText& text) {
    if (item.text.empty()) return;
    const double letters = item.size > 0 ? item.size : usual_text;
    const TextStyle style{.size_px = letters, .line_height = 1.3};
    const double beside = item.colour.empty() || item.colour == "ink" ? 0 : 12;
    const base::Size box{item.place.w - 2 * beside, item.place.h - beside};
    put_words(type, text, fitted_words(type, item.text, style, box, std::max(least_letter_px, letters * 0.6)),
              {beside, beside / 2});
}

void set_title(Typesetter& type, const model::Item& item, ItemText& text) {
    constexpr double before = 18, above = 12;
    if (item.text.empty() || item.place.w < 80 || item.place.h < 40) return;
    const double mark = item.colour.empty() ? 0 : 30;
    const TextStyle style{.size_px = frame_letters, .weight = Weight::bold, .line_height = 1.2};
    put_words(type, text, one_line(type, item.text, style, item.place.w - 2 * before - mark), {before + mark, above});
}

void set_label(Typesetter& type, const model::Item& item, ItemText& text) {
    if (item.text.empty()) return;
    const TextStyle style{.size_px = small_letters, .weight = Weight::semibold, .align = Align::centre};
    AtOne set;
    set.style = style;
    set.words = type.set(item.text, style);
    if (set.words->size().w > line_label_width || set.words->line_count() > 1) {
        set = fitted_words(type, item.text, style, {line_label_width, 3 * small_letters * style.line_height},
                           small_letters);
    }
    put_words(type, text, set, {});
}

void set_caption(Typesetter& type, const model::Item& item, ItemText& text) {
    constexpr double beside = 8;
    const TextStyle style{.size_px = small_letters, .weight = Weight::medium};
    const double width = item.place.w - 2 * beside;
    const double line = small_letters * style.line_height;
    if (has_caption(item)) {
        const auto set = fitted_words(type, item.text, style, {width, 2 * line}, small_letters);
        put_words(type, text, set, {beside, item.place.h - set.words->size().h - 6});
    } else if (!item.photo_shows.empty()) {
        const auto set = fitted_words(type, item.photo_shows, style, {width, item.place.h - 16}, least_letter_px);
        put_words(type, text, set, {beside, 8});
    }
}

void set_stamp(Typesetter& type, const model::Item& item, ItemText& text) {
    const double shorter = std::min(item.place.w, item.place.h);
    if (shorter < 4) return;
    AtOne set;
    set.style = {.size_px = shorter * 0.5, .face = Face::icon, .line_height = 1};
    const auto sign = stamp_of(item.means).icon;
    if (base::is_digit(sign.front())) {
        set.style.face = Face::text;
        set.style.weight = Weight::bold;
    }
    set.words = type.set(sign, set.style);
    const auto at = base::Rect{0, 0, item.place.w, item.place.h}.centred(set.words->size());
    put_words(type, text, set, at.top_left());
}

}  // namespace

const Stamp& stamp_of(std::string_view name) {
    const Stamp* flag = &stamps.front();
    for (const auto& one : stamps) {
        if (one.name == name) return one;
        if (one.name == "flag") flag = &one;
    }
    return *flag;
}

NoteParts note_parts(const model::Item& item) {
    constexpr double beside = 14, above = 12, foot = 38, sign = 16, least_foot = 90, usual_foot = 140;
    constexpr std::size_t sentence = 32;  // bytes
    const double w = item.place.w, h = item.place.h;
    NoteParts parts;
    // One too low for a foot has its mark in the corner, and no name. In a template's narrow lane the foot would take
    // half of the note: there a sentence goes before who wrote it.
    const bool spares_foot = item.photo.empty() && (item.author.empty() || item.text.size() > sentence);
    const bool low = h < (spares_foot ? usual_foot : least_foot);
    const double under = low ? 8 : foot;
    const double before = low ? 8 : above;
    parts.mark = low ? base::Rect{w - sign - 4, h - sign - 4, sign, sign} : base::Rect{15, h - 28, sign, sign};
    parts.words = {beside, before, std::max(1.0, w - 2 * beside), std::max(1.0, h - before - under)};
    if (!low && w > 80) {
        parts.author = {40, h - 30};
        parts.author_width = w - 40 - beside;
    }
    if (!item.photo.empty() && !low) {
        parts.photo = parts.words;
        parts.photo.h = item.text.empty() ? parts.words.h : parts.words.h / 2;
        parts.words.cut_top(parts.photo.h + 6);
        parts.words.h = std::max(1.0, parts.words.h);
    }
    return parts;
}

ItemText set_item_text(Typesetter& type, const model::Item& item, double scale) {
    ItemText text;
    text.scale = scale > 0 ? scale : 1;
    switch (item.type) {
        case model::ItemType::note:
            set_note(type, item, text);
            break;
        case model::ItemType::text:
            set_plain(type, item, text);
            break;
        case model::ItemType::frame:
            set_title(type, item, text);
            break;
        case model::ItemType::line:
            set_label(type, item, text);
            break;
        case model::ItemType::ink:
            break;
        case model::ItemType::image:
            set_caption(type, item, text);
            break;
        case model::ItemType::stamp:
            set_stamp(type, item, text);
            break;
    }
    return text;
}

}  // namespace paint
