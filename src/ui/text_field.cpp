#include "ui/text_field.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/spelling.hpp"
#include "ui/text_edit.hpp"
#include "ui/text_field_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

std::string dots(std::string_view secret) {
    std::string out;
    for (auto left = base::graphemes(secret); left > 0; --left) out += "•";
    return out;
}

/// Where the text stands, and as what.
struct PlacedText {
    base::Rect room;
    base::Point origin;
    paint::Text layout;
};

/// What is written from the right begins at the right of its field too.
double left_of_line(const paint::TextLayout& layout, double room) {
    const bool from_right = layout.caret_at(0).x > layout.size().w / 2;
    return from_right ? std::max(0.0, std::floor(room - layout.size().w)) : 0;
}

void point_at(Frame& frame, std::string_view id, const Press& press, TextField& mine, const PlacedText& placed) {
    const auto index = [&placed](base::Point at) { return placed.layout->index_at(at - placed.origin); };
    if (press.tapped) {
        mine.caret = mine.anchor = index(press.at);
        mine.typing = false;
        mine.goal_x = -1;
        mine.menu_until_s = 0;
    }
    if (press.long_pressed) {
        const auto at = index(press.at);
        if (!mine.text.empty()) {
            mine.anchor = placed.layout->previous_word(std::min(at + 1, mine.text.size()));
            mine.caret = placed.layout->next_word(mine.anchor);
        }
        mine.typing = false;
        frame.focus(id);
        open_text_menu(frame, mine, press.at.x);
    }
    if (const auto drag = frame.drag(id, placed.room); drag && !drag->cancelled) {
        mine.anchor = index(drag->from);
        mine.caret = index(drag->at());
        mine.typing = false;
        if (!frame.has_keyboard(id)) frame.focus(id);
        mine.menu_until_s = 0;
        // Whoever has a mouse has keys.
        const bool by_finger = drag->contact != 0;
        if (drag->ended && by_finger && mine.caret != mine.anchor) open_text_menu(frame, mine, drag->at().x);
    }
}

/// Keeps the caret in the room.
void follow(const Frame& frame, TextField& mine, const base::Rect& room, const paint::TextLayout& layout) {
    const auto caret = layout.caret_at(mine.caret);
    const double seen = mine.lines ? room.h : room.w;
    const double from = mine.lines ? caret.y : caret.x;
    const double to = mine.lines ? caret.bottom() : caret.x + frame.px(3);
    const double whole = mine.lines ? layout.size().h : layout.size().w + frame.px(3);
    if (to - mine.scroll_px > seen) mine.scroll_px = to - seen;
    if (from < mine.scroll_px) mine.scroll_px = from;
    mine.scroll_px = std::clamp(mine.scroll_px, 0.0, std::max(0.0, whole - seen));
}

void draw_ground(Frame& frame, const base::Rect& rect, const FieldLook& look, bool writes, double corner) {
    const auto& theme = frame.theme;
    const bool locked = !look.locked_by.empty();
    const auto fill = locked ? theme.sunken : look.on_paper && !writes ? theme.paper : theme.surface;
    frame.painter.fill(rect, corner, fill);
    auto edge = locked || (look.on_paper && !writes) ? theme.line : theme.line_control;
    if (writes) edge = theme.accent;
    if (!look.error.empty()) edge = theme.error;
    const double width = std::max(1.0, frame.px(writes || !look.error.empty() ? 3 : 1.5));
    frame.painter.stroke(rect.inset(width / 2), corner - width / 2, edge, width);
}

void draw_error(Frame& frame, const base::Rect& rect, std::string_view error) {
    base::Rect line{rect.x, rect.bottom() + frame.px(6), rect.w, frame.px(26)};
    draw_icon(frame, line.cut_left(frame.px(18)), icon::error, 18, frame.theme.error);
    line.cut_left(frame.px(8));
    Ink ink;
    ink.design = 18;
    ink.colour = frame.theme.error;
    label(frame, line, error, ink);
}

std::string left_out(const Edited& edited, const TextField& mine) {
    if (edited.came > 0) {
        return base::tr("ui.field.cut", {{"count", std::to_string(edited.came)}});
    }
    if (base::graphemes(mine.text) < mine.most_graphemes) return base::tr("ui.field.no_text");
    return base::tr("ui.field.full", {{"count", std::to_string(mine.most_graphemes)}});
}

/// On the lower edge, where there is room whatever stands around the field.
void draw_told(Frame& frame, std::string_view id, const base::Rect& rect, const std::string& words) {
    const Frame::Scope scope(frame, id);
    Ink ink;
    ink.design = 18;
    ink.weight = paint::Weight::semibold;
    ink.colour = frame.theme.warn;
    ink.least_design = 14;
    const double icon_wide = frame.px(28), side = frame.px(12), high = frame.px(30);
    const double wide = std::min(rect.w - frame.px(16), text_size(frame, words, ink).w + icon_wide + 2 * side + 2);
    const base::Rect pill{rect.right() - wide - frame.px(8), rect.bottom() - high / 2, wide, high};
    frame.painter.fill(pill, high / 2, frame.theme.surface);
    frame.painter.stroke(pill.inset(0.5), high / 2, frame.theme.warn, std::max(1.0, frame.px(1.5)));
    auto inside = pill.inset(side, 0);
    draw_icon(frame, inside.cut_left(icon_wide), icon::warning, 18, frame.theme.warn);
    label(frame, inside, words, ink, "told");
}

/// A wave under a word.
void draw_wave(Frame& frame, const base::Rect& word) {
    constexpr std::size_t most_turns = 160;
    const double step = frame.px(4), high = frame.px(3), y = word.bottom() - high;
    std::vector<base::Point> wave;
    for (double x = word.x; x <= word.right() && wave.size() < most_turns; x += step) {
        wave.push_back({x, y + (wave.size() % 2 == 0 ? 0 : high)});
    }
    if (wave.size() > 1) frame.painter.line(wave, frame.theme.error, std::max(1.0, frame.px(1.5)));
}

/// Words that the dictionary does not know. The one at the caret may not be whole yet.
void draw_misspelt(Frame& frame, std::string_view id, const TextField& mine, const PlacedText& placed, bool writes) {
    std::string told;
    for (const auto& word : words_to_spell(mine.text)) {
        if (writes && mine.caret >= word.from && mine.caret <= word.to) continue;
        const auto letters = std::string_view(mine.text).substr(word.from, word.to - word.from);
        if (!frame.is_misspelt(letters)) continue;
        for (const auto& box : placed.layout->boxes(word.from, word.to)) {
            draw_wave(frame, box.moved(placed.origin.x, placed.origin.y));
        }
        told.append(told.empty() ? "" : " ").append(letters);
    }
    if (told.empty()) return;
    const Frame::Scope scope(frame, id);
    frame.say("misspelt", told);
}

void draw_written(Frame& frame, const base::Rect& inside, const TextField& mine, const PlacedText& placed,
                  const FieldLook& look, bool writes) {
    const auto& theme = frame.theme;
    const Frame::Clip clip(frame, base::Rect{inside.x - frame.px(3), inside.y, inside.w + frame.px(6), inside.h});
    if (writes && mine.caret != mine.anchor) {
        for (const auto& box :
             placed.layout->boxes(std::min(mine.caret, mine.anchor), std::max(mine.caret, mine.anchor))) {
            frame.painter.fill(box.moved(placed.origin.x, placed.origin.y), 0, theme.accent_tint2);
        }
    }
    if (look.locked_by.empty()) frame.painter.text(*placed.layout, placed.origin, theme.ink);
    if (writes) {
        const auto at =
            look.secret ? placed.layout->caret_at(placed.layout->text().size()) : placed.layout->caret_at(mine.caret);
        const double thin = std::max(2.0, std::round(frame.px(3)));
        frame.painter.fill({std::round(placed.origin.x + at.x), placed.origin.y + at.y, thin, at.h}, 0, theme.accent);
    }
}

FieldResult field(Frame& frame, std::string_view id, const base::Rect& rect, TextField& mine, const FieldLook& look,
                  base::Rect inside, double corner) {
    const auto& theme = frame.theme;
    const bool enabled = look.locked_by.empty();
    const auto press = frame.text_zone(id, rect, enabled);
    FieldResult result;
    auto style = frame.style(look.design);
    style.line_height = 1.32;
    const double width = mine.lines ? inside.w : -1;
    const auto set = [&](std::string_view text) { return frame.type.set(text, style, width); };

    for (const auto& event : frame.typed(id)) {
        const auto edited = edit(mine, event, set, frame.clipboard());
        if (!selects_all(event)) mine.menu_until_s = 0;
        result.changed = result.changed || edited.changed;
        result.entered = result.entered || edited.entered;
        result.cut = result.cut || edited.cut;
        if (edited.changed) mine.told.clear();
        if (edited.cut) mine.told = left_out(edited, mine);
    }
    mine.caret = std::min(mine.caret, mine.text.size());
    mine.anchor = std::min(mine.anchor, mine.text.size());
    if (result.changed) mine.changed_s = std::max(frame.now_s(), 1e-9);

    PlacedText placed{inside, {}, look.secret ? set(dots(mine.text)) : set(mine.text)};
    const auto place = [&] {
        const double line = placed.layout->size().h;
        const double top =
            mine.lines ? inside.y - std::round(mine.scroll_px) : inside.y + std::round((inside.h - line) / 2);
        const double left = mine.lines ? 0 : left_of_line(*placed.layout, inside.w) - std::round(mine.scroll_px);
        placed.origin = {inside.x + left, top};
    };
    place();
    if (look.secret) {
        mine.caret = mine.anchor = mine.text.size();
    } else {
        point_at(frame, id, press, mine, placed);
    }
    const bool writes = frame.has_keyboard(id) && enabled;
    if (writes && !look.secret) {
        follow(frame, mine, inside, *placed.layout);
        place();
    }
    result.got = writes && !mine.had_keyboard;
    result.left = !writes && mine.had_keyboard;
    if (result.left) mine.told.clear();
    mine.had_keyboard = writes;

    const bool shown = writes && frame.shows_keyboard(id);
    draw_ground(frame, rect, look, shown, corner);
    if (!look.error.empty()) draw_error(frame, rect, look.error);
    if (!look.icon.empty() || !enabled) {
        const double at = rect.x + frame.px(20);
        const base::Rect icon{at, inside.y, frame.px(24), mine.lines ? frame.px(30) : inside.h};
        draw_icon(frame, icon, enabled ? look.icon : icon::lock, 20, theme.ink3);
    }
    if (!enabled || (mine.text.empty() && !look.placeholder.empty() && !writes)) {
        Ink ink;
        ink.design = look.design;
        ink.colour = theme.ink3;
        if (mine.lines) ink.down = paint::Align::start, ink.most_lines = 3;
        label(frame, inside, enabled ? look.placeholder : look.locked_by, ink);
    }
    frame.say(id, look.secret ? dots(mine.text) : mine.text);
    draw_written(frame, inside, mine, placed, look, shown);
    if (look.spelling && enabled && frame.has_dictionary()) {
        const Frame::Clip clip(frame, inside);
        draw_misspelt(frame, id, mine, placed, writes);
    }
    if (!mine.told.empty()) draw_told(frame, id, rect, mine.told);
    if (!writes) mine.menu_until_s = 0;
    offer_text_deeds(frame, id, rect, mine);
    return result;
}

}  // namespace

FieldResult text_field(Frame& frame, std::string_view id, const base::Rect& rect, TextField& mine,
                       const FieldLook& look) {
    auto inside = rect.inset(frame.px(mine.lines ? 16 : 20), frame.px(mine.lines ? 12 : 4));
    if (!look.icon.empty() || !look.locked_by.empty()) inside.cut_left(frame.px(30));
    return field(frame, id, rect, mine, look, inside, frame.px(radius::control));
}

FieldResult search_field(Frame& frame, std::string_view id, const base::Rect& rect, TextField& mine,
                         std::string_view placeholder) {
    FieldLook look;
    look.icon = icon::search;
    look.placeholder = placeholder;
    look.design = 20;
    auto inside = rect.inset(frame.px(20), frame.px(4));
    inside.cut_left(frame.px(34));
    const auto cross = inside.cut_right(frame.px(44));
    auto result = field(frame, id, rect, mine, look, inside, rect.h / 2);
    if (mine.text.empty()) return result;
    const Frame::KeepFocus keep(frame);
    const Frame::Scope scope(frame, id);
    const base::Rect zone{cross.x, rect.y, rect.right() - cross.x, rect.h};
    const auto press = frame.press("clear", zone);
    frame.say("clear", base::tr("ui.clear"));
    draw_icon(frame, zone.inset(frame.px(4), 0), icon::close, 20, press.held ? frame.theme.accent : frame.theme.ink2);
    if (press.tapped) {
        mine.set({});
        result.changed = true;
        frame.redraw_in(0);
    }
    return result;
}

bool rested(Frame& frame, TextField& mine) {
    if (mine.changed_s <= 0) return false;
    const double left = mine.changed_s + 1.5 - frame.now_s();
    if (left > 0) {
        frame.redraw_in(left);
        return false;
    }
    mine.changed_s = 0;
    return true;
}

}  // namespace ui
