#include "ui/text_edit.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ui {
namespace {

constexpr std::size_t most_steps = 100;

std::size_t from_of(const TextField& field) {
    return std::min(field.caret, field.anchor);
}
std::size_t to_of(const TextField& field) {
    return std::max(field.caret, field.anchor);
}

void put(TextField& field, std::size_t caret, bool select = false) {
    field.caret = caret;
    if (!select) field.anchor = caret;
    field.typing = false;
}

void remember(TextField& field) {
    field.redo.clear();
    field.undo.push_back({field.text, field.caret});
    if (field.undo.size() > most_steps) field.undo.erase(field.undo.begin());
}

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

/// Control characters become a space, or go; line feeds stay where lines may break.
std::string written(std::string_view text, bool lines) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\r') {
            if (i + 1 < text.size() && text[i + 1] == '\n') continue;
            out += lines ? '\n' : ' ';
        } else if (byte == '\n') {
            out += lines ? '\n' : ' ';
        } else if (byte == '\t') {
            out += ' ';
        } else if (byte >= 0x20 && byte != 0x7F) {
            out += text[i];
        }
    }
    return out;
}

/// The beginning of a text, at most this long, ending between characters.
std::string_view beginning(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    return text.substr(0, most);
}

Edited take_away(TextField& field, std::size_t from, std::size_t to) {
    if (from == to) return {};
    remember(field);
    field.text.erase(from, to - from);
    put(field, from);
    return {true, false, false};
}

Edited restore(TextField& field, std::vector<TextField::Step>& from, std::vector<TextField::Step>& to) {
    if (from.empty()) return {};
    to.push_back({field.text, field.caret});
    field.text = std::move(from.back().text);
    const auto caret = from.back().caret;
    from.pop_back();
    put(field, std::min(caret, field.text.size()));
    return {true, false, false};
}

Edited edit_by_letter(TextField& field, const KeyEvent& key, Clipboard& clipboard) {
    const auto from = from_of(field), to = to_of(field);
    switch (key.character) {
        case U'a':
            field.anchor = 0;
            put(field, field.text.size(), true);
            return {};
        case U'c':
        case U'x':
            if (from == to) return {};
            clipboard.write(field.text.substr(from, to - from));
            return key.character == U'x' ? take_away(field, from, to) : Edited{};
        case U'v': {
            field.typing = false;
            const auto whole = clipboard.read();
            // A clipboard may hold anything: no more of it is looked at than could fit.
            const auto part = beginning(whole, field.most_graphemes * 64);
            auto result = base::is_utf8(part) ? insert(field, part) : Edited{false, false, true};
            if (!result.cut && part.size() < whole.size()) {
                result.cut = true;
                result.came = base::graphemes(part);
            }
            field.typing = false;
            return result;
        }
        case U'z':
            return key.shift ? restore(field, field.redo, field.undo) : restore(field, field.undo, field.redo);
        case U'y':
            return restore(field, field.redo, field.undo);
        default:
            return {};
    }
}

Edited edit_by_key(TextField& field, const KeyEvent& key, const std::function<paint::Text(std::string_view)>& layout_of,
                   Clipboard& clipboard) {
    const auto from = from_of(field), to = to_of(field);
    const bool selected = from != to;
    if (key.key == Key::character) return edit_by_letter(field, key, clipboard);
    if (key.key == Key::enter) {
        if (!field.lines || key.control) return {false, true, false};
        return insert(field, "\n");
    }
    const auto layout = layout_of(field.text);
    const auto at = field.caret;
    if (key.key != Key::up && key.key != Key::down) field.goal_x = -1;
    switch (key.key) {
        case Key::backspace:
            if (selected) return take_away(field, from, to);
            return take_away(field, key.control ? layout->previous_word(at) : layout->previous_grapheme(at), at);
        case Key::del:
            if (selected) return take_away(field, from, to);
            return take_away(field, at, key.control ? layout->next_word(at) : layout->next_grapheme(at));
        case Key::home:
            put(field, key.control ? 0 : layout->line_start(at), key.shift);
            return {};
        case Key::end:
            put(field, key.control ? field.text.size() : layout->line_end(at), key.shift);
            return {};
        case Key::left:
        case Key::right: {
            const int direction = key.key == Key::right ? 1 : -1;
            // Without Shift, a selection is left at the side of the arrow.
            if (selected && !key.shift && !key.control) {
                const bool later = layout->caret_at(to).x >= layout->caret_at(from).x;
                put(field, (direction > 0) == later ? to : from);
            } else if (key.control) {
                put(field, direction > 0 ? layout->next_word(at) : layout->previous_word(at), key.shift);
            } else {
                put(field, layout->moved_visually(at, direction), key.shift);
            }
            return {};
        }
        case Key::up:
        case Key::down: {
            if (field.goal_x < 0) field.goal_x = layout->caret_at(at).x;
            put(field, layout->moved_lines(at, key.key == Key::down ? 1 : -1, field.goal_x), key.shift);
            return {};
        }
        default:
            return {};
    }
}

}  // namespace

void TextField::set(std::string_view value) {
    text = value;
    caret = anchor = text.size();
    undo.clear();
    redo.clear();
    typing = false;
    told.clear();
    changed_s = 0;
    goal_x = -1;
    scroll_px = 0;
}

Edited insert(TextField& field, std::string_view text) {
    auto piece = written(text, field.lines);
    if (piece.empty()) return {};
    const auto from = from_of(field), to = to_of(field);
    auto rest = field.text;
    rest.erase(from, to - from);
    bool cut = false;
    if (auto whole = std::string(rest).insert(from, piece); base::graphemes(whole) > field.most_graphemes) {
        const auto taken = base::graphemes(rest);
        piece = base::first_graphemes(piece, taken < field.most_graphemes ? field.most_graphemes - taken : 0);
        cut = true;
        if (piece.empty()) return {false, false, true};
    }
    // A word typed in one go is one step back.
    const bool goes_on = field.typing && from == to && piece != " " && piece != "\n";
    if (goes_on) {
        field.redo.clear();
    } else {
        remember(field);
    }
    field.text = rest.insert(from, piece);
    field.caret = field.anchor = from + piece.size();
    field.typing = true;
    field.goal_x = -1;
    return {true, false, cut, cut ? base::graphemes(piece) : 0};
}

Edited edit(TextField& field, const InputEvent& event, const std::function<paint::Text(std::string_view)>& layout,
            Clipboard& clipboard) {
    field.caret = std::min(field.caret, field.text.size());
    field.anchor = std::min(field.anchor, field.text.size());
    if (const auto* sign = std::get_if<CharEvent>(&event)) {
        const char32_t c = sign->character;
        if (c < 0x20 || c == 0x7F || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return {};
        std::string text;
        append_utf8(text, c);
        return insert(field, text);
    }
    if (const auto* key = std::get_if<KeyEvent>(&event)) return edit_by_key(field, *key, layout, clipboard);
    return {};
}

}  // namespace ui
