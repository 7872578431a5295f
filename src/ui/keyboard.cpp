#include "ui/keyboard.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "base/text.hpp"
#include "ui/keyboard_layouts.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using Page = Keyboard::Page;
using Shift = Keyboard::Shift;

constexpr double board_wide = 1312, board_high = 432, board_side = 20, key_high = 76, key_gap = 8, words_high = 60;
constexpr double words_wide = 900;                 // narrower, its longest keys have signs instead of words
constexpr std::string_view icon_enter = "\uf149";  // where there is no room for a word
constexpr std::array<std::string_view, 3> number_rows{"1234567890+", "-/:;()&@\"'=", "!%#*_…€,.?"};
constexpr std::array<std::string_view, 3> sign_rows{"[]{}<>^~|\\`", "•–—»«°§¶©®™", "½¼¾±×÷≈,.?"};
const std::array<std::vector<std::string>, 3> emoji_rows{
    std::vector<std::string>{"😀", "😂", "😊", "😍", "🤔", "😮", "😢", "😡", "👍", "👎", "👏"},
    std::vector<std::string>{"🙏", "💪", "❤️", "⭐", "💡", "🔥", "✅", "❌", "❓", "❗", "🎉"},
    std::vector<std::string>{"🏫", "🏠", "🚌", "🚲", "🍎", "🌳", "☀️", "💰", "⏰", "📱"}};

std::vector<std::string> split(std::string_view signs) {
    std::vector<std::string> out;
    while (!signs.empty()) {
        out.push_back(base::first_graphemes(signs, 1));
        signs.remove_prefix(out.back().size());
    }
    return out;
}

std::vector<std::string> row_of(const Keyboard& mine, std::size_t row) {
    if (mine.page == Page::emoji) return emoji_rows.at(row);
    const auto& letters = keyboard_layout(mine.layout).rows;
    const auto& rows = mine.page == Page::letters ? letters : mine.page == Page::numbers ? number_rows : sign_rows;
    return split(rows.at(row));
}

/// So many keys stand side by side, with those at the ends.
std::size_t keys_across(const Keyboard& mine) {
    constexpr std::size_t usual = 12;
    if (mine.page != Page::letters) return usual;
    const auto& layout = keyboard_layout(mine.layout);
    const auto count = [&layout](std::size_t row) { return base::graphemes(layout.rows.at(row)); };
    return std::max({usual, count(0) + 1, count(1) + 1, count(2) + (layout.has_case ? 2 : 0)});
}

void write(Frame& frame, std::string_view text, std::string_view to) {
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t c = size == 1 ? byte : byte & (0xFFU >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k) {
            c = (c << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        frame.send(CharEvent{c, frame.now_s(), std::string(to)});
        i += size;
    }
}

void press_key(Frame& frame, Key key, std::string_view to) {
    KeyEvent event;
    event.key = key;
    event.time_s = frame.now_s();
    event.to = to;
    frame.send(event);
}

enum class Look { letter, extra, on };

Press paint_key(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, std::string_view icon,
                Look look, double design = 32) {
    const auto press = frame.press_or_hold(id, rect);
    const auto& theme = frame.theme;
    const double corner = frame.px(radius::control);
    const bool lit = press.held || look == Look::on;
    if (!lit) frame.painter.shadow(rect, corner, frame.px(3), 0.08 * theme.shadow);
    const auto plain = look == Look::letter ? theme.surface : theme.line;
    frame.painter.fill(rect, corner, lit ? theme.accent : plain);
    const auto colour = lit ? theme.on_accent : theme.ink;
    draw_icon(frame, rect, icon, 24, colour);
    Ink ink;
    ink.design = look == Look::letter ? design : 22;
    ink.weight = look == Look::letter ? paint::Weight::medium : paint::Weight::semibold;
    ink.colour = colour;
    ink.across = paint::Align::centre;
    ink.least_design = 16;
    if (!text.empty()) label(frame, rect.inset(frame.px(4), 0), text, ink);
    return press;
}

void type_letter(Frame& frame, Keyboard& mine, const std::string& key, std::string_view to) {
    write(frame, mine.shift == Shift::off ? key : capital_of(key), to);
    if (mine.shift == Shift::once) mine.shift = Shift::off;
}

void tap_shift(const Frame& frame, Keyboard& mine) {
    // Twice in quick succession locks it.
    const bool twice = mine.shift == Shift::once && frame.now_s() - mine.shift_tapped_s < 0.4;
    mine.shift = twice ? Shift::locked : mine.shift == Shift::off ? Shift::once : Shift::off;
    mine.shift_tapped_s = frame.now_s();
}

void draw_words(Frame& frame, const base::Rect& rect, const KeyboardView& view) {
    const auto words = suggestions(view.text, view.words);
    auto rest = rect;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto cell = rest.cut_left(rect.w / 3);
        if (i > 0) frame.painter.fill({cell.x, cell.y + frame.px(4), 1, cell.h - frame.px(8)}, 0, frame.theme.line);
        if (i >= words.size()) continue;
        const auto id = "word-" + std::to_string(i);
        const auto press = frame.press(id, cell);
        frame.say(id, words[i]);
        if (press.held)
            frame.painter.fill(cell.inset(frame.px(4)), frame.px(radius::control), frame.theme.accent_tint2);
        Ink ink;
        ink.design = 26;
        ink.weight = i == 0 ? paint::Weight::semibold : paint::Weight::medium;
        ink.across = paint::Align::centre;
        ink.least_design = 18;
        label(frame, cell.inset(frame.px(8), 0), words[i], ink);
        if (!press.tapped) continue;
        for (auto left = base::graphemes(last_word(view.text)); left > 0; --left)
            press_key(frame, Key::backspace, view.to);
        write(frame, words[i] + " ", view.to);
    }
}

void draw_accents(Frame& frame, Keyboard& mine, const KeyboardView& view, const base::Rect& whole_board) {
    if (mine.accents.empty()) return;
    const auto letters = split(mine.accents);
    const double wide = frame.px(88), high = frame.px(key_high), space = frame.px(key_gap);
    const double whole = static_cast<double>(letters.size()) * (wide + space) + space;
    const auto screen = frame.screen();
    // Anything else that is touched closes it. Where several write, what lies beside the keyboard may be somebody
    // else's, and is touched all the same.
    const auto ground = view.to.empty() ? screen : whole_board;
    frame.block("accents-ground", ground);
    if (frame.press("accents-ground", ground).tapped) mine.accents.clear();
    base::Rect box{std::clamp(mine.accents_by.centre().x - whole / 2, 0.0, std::max(0.0, screen.w - whole)),
                   mine.accents_by.y - high - 3 * space, whole, high + 2 * space};
    for (const auto& at : frame.begun()) {
        if (!box.contains(at) && !ground.contains(at)) mine.accents.clear();
    }
    frame.block("accents", box);
    frame.painter.shadow(box, frame.px(16), frame.px(36), 0.14 * frame.theme.shadow);
    frame.painter.fill(box, frame.px(16), frame.theme.surface);
    auto row = box.inset(space);
    for (const auto& accent : letters) {
        const auto rect = row.cut_left(wide);
        row.cut_left(space);
        const auto shown = mine.shift == Shift::off ? accent : capital_of(accent);
        if (!paint_key(frame, "key-" + accent, rect, shown, icon::none, Look::extra).tapped) continue;
        type_letter(frame, mine, accent, view.to);
        mine.accents.clear();
        frame.redraw_in(0);
        return;
    }
}

void draw_rows(Frame& frame, Keyboard& mine, const KeyboardView& view, base::Rect rest) {
    const double space = frame.px(key_gap), high = frame.px(key_high);
    const auto across = static_cast<double>(keys_across(mine));
    const double unit = (rest.w - (across - 1) * space) / across;
    const bool narrow = mine.beside || rest.w < frame.px(words_wide);
    const bool letters = mine.page == Page::letters;
    const bool shifts = !letters || keyboard_layout(mine.layout).has_case;
    for (std::size_t row = 0; row < 3; ++row) {
        auto line = rest.cut_top(high);
        rest.cut_top(space);
        const auto shift_key = [&](std::string_view id, const base::Rect& rect) {
            if (!letters) {
                const bool more = mine.page == Page::signs;
                if (mine.page == Page::emoji) return;
                if (paint_key(frame, id, rect, more ? "123" : "#+=", icon::none, Look::extra).tapped) {
                    mine.page = more ? Page::numbers : Page::signs;
                }
                return;
            }
            const auto look = mine.shift == Shift::off ? Look::extra : Look::on;
            const auto icon = mine.shift == Shift::locked ? icon::chevron_up : icon::up;
            if (paint_key(frame, id, rect, {}, icon, look).tapped) tap_shift(frame, mine);
        };
        if (row == 2 && shifts) {
            shift_key("shift", line.cut_left(unit));
            line.cut_left(space);
        }
        for (const auto& key : row_of(mine, row)) {
            const auto rect = line.cut_left(unit);
            line.cut_left(space);
            const auto shown = mine.shift == Shift::off ? key : capital_of(key);
            const auto id = "key-" + key;
            const auto press = paint_key(frame, id, rect, shown, icon::none, Look::letter);
            frame.say(id, shown);
            const auto accents = letters ? held_letters_of(key) : std::string_view();
            if (press.long_pressed && !accents.empty()) {
                mine.accents = accents;
                mine.accents_by = rect;
                frame.redraw_in(0);
            } else if (press.tapped || press.long_pressed) {
                type_letter(frame, mine, key, view.to);
            }
        }
        if (row == 0) {
            // Held, it goes on.
            const auto press = paint_key(frame, "backspace", line, narrow ? "" : base::tr("ui.keyboard.backspace"),
                                         narrow ? icon::left : icon::none, Look::extra);
            if (press.tapped) press_key(frame, Key::backspace, view.to);
            if (press.held && press.held_s > 0.5) {
                press_key(frame, Key::backspace, view.to);
                frame.redraw_in(0.08);
            }
        } else if (row == 1) {
            const auto words = view.enter.empty() ? base::tr("ui.keyboard.enter") : std::string(view.enter);
            if (paint_key(frame, "enter", line, narrow ? "" : words, narrow ? icon_enter : icon::none, Look::extra)
                    .tapped)
                press_key(frame, Key::enter, view.to);
        } else if (shifts) {
            shift_key("shift-right", line);
        }
    }
}

void draw_bottom(Frame& frame, Keyboard& mine, const KeyboardView& view, base::Rect line) {
    const double space = frame.px(key_gap);
    const double unit = (line.w - 11 * space) / 12;
    const auto cut = [&](double units) {
        const auto rect = line.cut_left(unit * units);
        line.cut_left(space);
        return rect;
    };
    const bool letters = mine.page == Page::letters;
    if (paint_key(frame, "page", cut(1.4), letters ? "123" : "abc", icon::none, Look::extra).tapped) {
        mine.page = letters ? Page::numbers : Page::letters;
    }
    if (paint_key(frame, "emoji", cut(1.4), {}, icon::smile, mine.page == Page::emoji ? Look::on : Look::extra)
            .tapped) {
        mine.page = mine.page == Page::emoji ? Page::letters : Page::emoji;
    }
    const auto& layout = keyboard_layout(mine.layout);
    if (paint_key(frame, "language", cut(1.4), layout.label, icon::none, Look::extra).tapped) {
        mine.layout = next_layout(mine.layout);
        mine.page = Page::letters;
        frame.redraw_in(0);
    }
    frame.say("language", layout.name);
    // The space key takes what the keys at both ends leave.
    auto ends = line;
    const auto close = ends.cut_right(unit * 1.4);
    ends.cut_right(space);
    const auto right = ends.cut_right(unit);
    ends.cut_right(space);
    const auto left = ends.cut_right(unit);
    ends.cut_right(space);
    if (paint_key(frame, "space", ends, layout.name, icon::none, Look::letter, 22).tapped) {
        write(frame, " ", view.to);
    }
    if (paint_key(frame, "left", left, {}, icon::angle_left, Look::extra).tapped) press_key(frame, Key::left, view.to);
    if (paint_key(frame, "right", right, {}, icon::angle_right, Look::extra).tapped)
        press_key(frame, Key::right, view.to);
    if (paint_key(frame, "close", close, {}, icon::keyboard, Look::extra).tapped) mine.open = false;
}

}  // namespace

base::Rect keyboard_rect(const Frame& frame, const Keyboard& mine) {
    const auto screen = frame.screen();
    const auto place = mine.within.empty() ? screen : mine.within;
    const double margin = frame.px(16);
    const double wide = mine.beside ? std::min(frame.px(board_wide * 0.6), (place.w - 3 * margin) / 2)
                                    : std::min(frame.px(board_wide), place.w - 2 * margin);
    double x = place.x + (place.w - wide) / 2;
    if (mine.place == Keyboard::Place::left) x = place.x + margin;
    if (mine.place == Keyboard::Place::right) x = place.right() - wide - margin;
    return {std::round(x), std::round(screen.h - frame.px(board_high) - margin), wide, frame.px(board_high)};
}

base::Rect keyboard(Frame& frame, Keyboard& mine, const KeyboardView& view) {
    const Frame::Scope scope(frame, "keyboard");
    const Frame::KeepFocus keep(frame, true);
    if (const bool begins = mine.open && view.sentences && begins_sentence(view.text); begins != mine.begins) {
        mine.begins = begins;
        if (begins && mine.shift == Shift::off) mine.shift = Shift::once;
        if (!begins && mine.shift == Shift::once) mine.shift = Shift::off;
    }
    const double out = frame.ease("slide", mine.open ? 1 : 0, motion::sheet, 0.0);
    if (out <= 0.001) {
        mine.accents.clear();
        return {};
    }
    auto box = keyboard_rect(frame, mine);
    if (!view.to.empty()) frame.write_in(view.to);
    box.x = std::round(frame.ease("x", box.x, motion::move));
    box.y += std::round((frame.screen().h - box.y) * (1 - out));
    frame.block("ground", box);
    frame.painter.shadow(box, frame.px(24), frame.px(36), 0.14 * frame.theme.shadow);
    frame.painter.fill(box, frame.px(24), frame.theme.sunken);
    frame.painter.stroke(box.inset(0.5), frame.px(24), frame.theme.line, 1);
    auto inside = box.inset(frame.px(board_side), frame.px(12));
    draw_words(frame, inside.cut_top(frame.px(words_high)), view);
    inside.cut_top(frame.px(key_gap));
    auto rows = inside.cut_top(frame.px(3 * (key_high + key_gap)));
    draw_rows(frame, mine, view, rows);
    draw_bottom(frame, mine, view, inside.cut_top(frame.px(key_high)));
    draw_accents(frame, mine, view, box);
    return box;
}

}  // namespace ui
