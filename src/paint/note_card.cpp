#include "paint/note_card.hpp"

#include <algorithm>

#include "base/language.hpp"
#include "paint/mark.hpp"

namespace paint {
namespace {

constexpr double text_px = 22;
constexpr double least_text_px = 20;
constexpr double line_height = 1.24;
constexpr double foot_px = 18;
constexpr double side = 14;
constexpr double top = 12;
constexpr double below = 38;
constexpr double photo_side = 72;
constexpr double pill_side = 12;
constexpr double pill_gap = 8;
constexpr const char* icon_tablet = "\uf10a";
constexpr const char* icon_pencil = "\uf040";
constexpr const char* icon_held = "\uf023";

std::string foot_of(const NoteCard& card) {
    std::string foot(card.author.empty() ? card.number : card.author);
    if (card.state.merged > 0) foot += (foot.empty() ? "+" : " +") + std::to_string(card.state.merged);
    return foot;
}

std::string badge_of(const NoteCard& card) {
    if (card.state.held) return base::tr("paint.note.held");
    if (!card.state.locked_by.empty()) return base::tr("paint.note.writing", {{"name", card.state.locked_by}});
    return card.state.fresh ? base::tr("paint.note.new") : std::string();
}

NoteLayout lay_out_slim(Typesetter& type, const NoteCard& card, base::Point corner, double width, double scale) {
    constexpr double before = 38, after = 8, beside = 6;
    NoteLayout note;
    const TextStyle style{.size_px = least_text_px * scale,
                          .weight = Weight::medium,
                          .line_height = line_height,
                          .most_lines = card.state.whole ? 0 : 2};
    note.text = type.set(card.text, style, std::max(1.0, width - (before + after) * scale));
    const double high = std::max(slim_least_height * scale, note.text->size().h + 2 * beside * scale);
    note.area = {corner.x, corner.y, width, high};
    note.text_at = {corner.x + before * scale, note.area.centred(note.text->size()).y};
    note.mark = {corner.x + 12 * scale, note.area.centre().y - 8 * scale, 16 * scale, 16 * scale};
    return note;
}

/// Below what stands at the top of the note, as wide as the note: what is seen in the photo, and words that were cut.
/// Returns where it ends.
double lay_out_rest(Typesetter& type, const NoteCard& card, NoteLayout& note, base::Point at, double width,
                    double scale) {
    if (!card.shows.empty()) {
        const TextStyle small{.size_px = foot_px * scale, .weight = Weight::regular, .line_height = line_height};
        note.shows = type.set(base::tr("paint.note.shows", {{"shows", card.shows}}), small, width);
        note.shows_at = {at.x, at.y + 4 * scale};
        at.y = note.shows_at.y + note.shows->size().h;
    }
    if (!note.text->is_cut()) return at.y;
    const TextStyle style{.size_px = least_text_px * scale, .weight = Weight::medium, .line_height = line_height};
    note.text = type.set(card.text, style, width);
    note.text_at = {at.x, at.y + (card.state.photo ? 6 * scale : 0)};
    return note.text_at.y + note.text->size().h;
}

}  // namespace

NoteLayout lay_out_note(Typesetter& type, const NoteCard& card, base::Point corner, double width, double scale,
                        int most_lines) {
    if (card.slim) return lay_out_slim(type, card, corner, width, scale);
    NoteLayout note;
    base::Rect inner{corner.x + side * scale, corner.y + top * scale, std::max(1.0, width - 2 * side * scale), 0};
    const auto whole_width = inner;
    if (card.state.photo) {
        note.photo = {inner.x, inner.y, photo_side * scale, photo_side * scale};
        inner.cut_left((photo_side + 12) * scale);
        inner.w = std::max(1.0, inner.w);
    }
    const TextStyle style{.size_px = text_px * scale, .weight = Weight::medium, .line_height = line_height};
    const double line = text_px * line_height * scale;
    note.text = type.fit(card.text, style, {inner.w, most_lines * line}, least_text_px * scale);
    note.text_at = inner.top_left();
    // The mark and the name stand below the photo.
    const double photo_height = card.state.photo ? (photo_side + 4) * scale : 0;
    double text_height = std::max({note.text->size().h, 2 * line, photo_height});
    if (card.state.whole) {
        // Words that do not fit beside the photo stand below it.
        const double taken = !note.text->is_cut() ? text_height : photo_height;
        const base::Point rest{whole_width.x, whole_width.y + taken};
        text_height = lay_out_rest(type, card, note, rest, whole_width.w, scale) - whole_width.y;
    }
    note.area = {corner.x, corner.y, width, (top + below) * scale + text_height};
    note.mark = {corner.x + 15 * scale, note.area.bottom() - 28 * scale, 16 * scale, 16 * scale};

    double foot_right = note.area.right() - side * scale;
    if (const auto badge = badge_of(card); !badge.empty()) {
        const auto* icon = card.state.held ? icon_held : card.state.locked_by.empty() ? icon_tablet : icon_pencil;
        const double room = note.area.right() - note.mark.right() - 14 * scale;
        note.badge = lay_out_pill(type, icon, badge, {}, scale, 30, room);
        auto& pill = note.badge.area;
        pill = pill.moved(note.area.right() - 8 * scale - pill.w, note.area.bottom() - 6 * scale - pill.h);
        foot_right = pill.x - 6 * scale;
    }
    const auto foot = foot_of(card);
    const double foot_left = corner.x + 40 * scale;
    if (!foot.empty() && foot_right > foot_left + foot_px * scale) {
        const TextStyle small{
            .size_px = foot_px * scale, .weight = Weight::medium, .line_height = 20.0 / 18, .most_lines = 1};
        // Without a width it stands beside the mark also where it is written from the right.
        note.foot = type.set(foot, small);
        if (note.foot->size().w > foot_right - foot_left) note.foot = type.set(foot, small, foot_right - foot_left);
        note.foot_at = {foot_left, note.area.bottom() - 30 * scale};
    }
    return note;
}

void draw_note(Painter& painter, const Palette& palette, const NoteCard& card, const NoteLayout& layout, double scale,
               double alpha) {
    const auto faded = [alpha](base::Colour colour) { return base::with_alpha(colour, alpha); };
    const auto& state = card.state;
    const auto paper = card.slim ? palette.surface : palette.note(card.colour);
    const auto pen = card.slim ? palette.ink : palette.note_ink;
    const double radius = note_radius * scale;
    const double dark = palette.dark ? 4 : 1;
    if (alpha >= 1 && (!card.slim || state.dragged)) {
        painter.shadow(layout.area, radius, (state.dragged ? 36 : 12) * scale,
                       std::min(0.5, (state.dragged ? 0.14 : 0.07) * dark));
    }
    painter.fill(layout.area, radius, faded(paper));
    if (!layout.photo.empty()) painter.fill(layout.photo, radius, faded(base::mix(paper, pen, 0.14)));
    if (!layout.photo.empty() && state.thumbnail != nullptr) {
        const auto& photo = *state.thumbnail;
        painter.photo(photo, covering_part(photo, layout.photo.size()), layout.photo, alpha);
    }
    const auto ink = base::mix(paper, pen, state.locked_by.empty() ? 1 : 0.72);
    painter.text(*layout.text, layout.text_at, faded(ink));
    if (layout.shows != nullptr) painter.text(*layout.shows, layout.shows_at, faded(ink));
    draw_mark(painter, note_colour(card.colour).mark, layout.mark,
              faded(card.slim ? palette.accent : base::mix(paper, pen, 0.72)));
    if (layout.foot != nullptr) painter.text(*layout.foot, layout.foot_at, faded(pen));
    if (layout.badge.text != nullptr) {
        draw_pill(painter, layout.badge, faded(palette.accent), faded(palette.on_accent), scale);
    }
    const double ring = 4 * scale;
    if (state.selected || state.dragged) {
        painter.stroke(layout.area.inset(-ring / 2), radius + ring / 2, faded(palette.accent), ring);
    } else if (state.fresh) {
        // Notes are 12 apart: rings of neighbours must not meet.
        const double thin = 2.5 * scale, off = 1.5 * scale + thin / 2;
        painter.stroke(layout.area.inset(-off), radius + off, faded(palette.accent), thin);
    }
}

Pill lay_out_pill(Typesetter& type, std::string_view icon, std::string_view text, base::Point at, double scale,
                  double height, double most_width) {
    const TextStyle style{.size_px = 18 * scale, .weight = Weight::semibold, .line_height = 1.2, .most_lines = 1};
    Pill pill;
    double beside = 2 * pill_side * scale;
    if (!icon.empty()) {
        pill.icon = type.set(icon, {.size_px = 18 * scale, .face = Face::icon, .line_height = 1.2});
        beside += pill.icon->size().w + pill_gap * scale;
    }
    pill.text = type.set(text, style);
    const double room = std::max(1.0, most_width - beside);
    if (pill.text->size().w > room) pill.text = type.set(text, style, room);
    pill.area = {at.x, at.y, pill.text->size().w + beside, height * scale};
    return pill;
}

void draw_pill(Painter& painter, const Pill& pill, base::Colour back, base::Colour ink, double scale) {
    painter.fill(pill.area, pill.area.h / 2, back);
    double x = pill.area.x + pill_side * scale;
    if (pill.icon != nullptr) {
        painter.text(*pill.icon, {x, pill.area.centred(pill.icon->size()).y}, ink);
        x += pill.icon->size().w + pill_gap * scale;
    }
    painter.text(*pill.text, {x, pill.area.centred(pill.text->size()).y}, ink);
}

}  // namespace paint
