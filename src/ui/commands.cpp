#include "ui/commands.hpp"

#include <algorithm>

#include "base/language.hpp"

namespace ui {
namespace {

constexpr double debounce_s = 0.3;

void append_sign(std::string& out, char32_t c) {
    // Chords name letters and signs of Latin-1 only.
    if (c >= U'a' && c <= U'z') c = c - U'a' + U'A';
    if (c == U'å' || c == U'ä' || c == U'ö') c -= 0x20;
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else {
        out += static_cast<char>(0xC0 | (c >> 6U));
        out += static_cast<char>(0x80 | (c & 0x3FU));
    }
}

std::string key_name(const Chord& chord) {
    switch (chord.key) {
        case Key::character: {
            std::string sign;
            append_sign(sign, chord.character);
            return sign;
        }
        case Key::left:
            return "←";
        case Key::right:
            return "→";
        case Key::up:
            return "↑";
        case Key::down:
            return "↓";
        case Key::tab:
            return "Tab";
        case Key::enter:
            return "Enter";
        case Key::escape:
            return "Esc";
        case Key::page_up:
            return "PageUp";
        case Key::page_down:
            return "PageDown";
        case Key::home:
            return "Home";
        case Key::end:
            return "End";
        case Key::del:
            return "Delete";
        case Key::insert:
            return "Insert";
        case Key::backspace:
            return base::tr("ui.key.backspace");
        case Key::space:
            return base::tr("ui.key.space");
        default:
            break;
    }
    if (chord.key >= Key::f1 && chord.key <= Key::f12) {
        return "F" + std::to_string(static_cast<int>(chord.key) - static_cast<int>(Key::f1) + 1);
    }
    return "?";
}

bool matches(const Chord& chord, const KeyEvent& event) {
    return chord.key == event.key && chord.character == event.character && chord.control == event.control &&
           chord.shift == event.shift && chord.alt == event.alt;
}

/// While somebody writes, a letter is a letter.
bool rests(const Command& command, const KeyEvent& event, const Frame& frame) {
    const bool sign = event.key == Key::character && !event.control && !event.alt;
    if (!sign) return false;
    return frame.holds_letters() || (frame.is_covered() && !command.clicker && !command.on_sheets);
}

bool may(const Command& command) {
    return !command.enabled || command.enabled();
}

}  // namespace

Chord letter(char32_t character, bool control, bool shift) {
    return {Key::character, character, control, shift, false};
}

std::string chord_name(const Chord& chord) {
    std::string name;
    if (chord.control) name += "Ctrl+";
    if (chord.alt) name += "Alt+";
    if (chord.shift) name += base::tr("ui.key.shift") + "+";
    return name + key_name(chord);
}

std::vector<Chord> clicker_next() {
    return {{Key::page_down}, {Key::right}};
}
std::vector<Chord> clicker_back() {
    return {{Key::page_up}, {Key::left}};
}
std::vector<Chord> clicker_blank() {
    return {letter(U'b'), letter(U'.')};
}

void Commands::add(Command command) {
    table_.push_back(std::move(command));
}

const Command* Commands::find(std::string_view id) const {
    const auto found = std::find_if(table_.begin(), table_.end(), [id](const Command& one) { return one.id == id; });
    return found == table_.end() ? nullptr : &*found;
}

bool Commands::enabled(std::string_view id) const {
    const auto* command = find(id);
    return command != nullptr && may(*command);
}

bool Commands::run(std::string_view id) {
    const auto* command = find(id);
    if (command == nullptr || !may(*command) || !command->run) return false;
    // What it does may change the table.
    const auto deed = command->run;
    deed();
    return true;
}

void Commands::run_keys(const Frame& frame) {
    const std::vector<KeyEvent> keys(frame.keys().begin(), frame.keys().end());
    for (const auto& event : keys) {
        const auto found = std::find_if(table_.begin(), table_.end(), [&event](const Command& one) {
            return std::any_of(one.keys.begin(), one.keys.end(),
                               [&](const Chord& chord) { return matches(chord, event); });
        });
        if (found == table_.end()) continue;
        if (event.repeated) continue;
        if (rests(*found, event, frame)) continue;
        if (found->by_key && !found->by_key()) continue;
        if (found->clicker) {
            // Clickers bounce, and people press twice.
            if (clicked_ == found->id && event.time_s - clicked_s_ < debounce_s) continue;
            clicked_ = found->id;
            clicked_s_ = event.time_s;
        }
        run(std::string(found->id));
    }
}

std::vector<Tool> Commands::tools(std::span<const std::string_view> ids) const {
    std::vector<Tool> out;
    for (const auto id : ids) {
        Tool tool;
        if (const auto* command = find(id)) {
            tool.id = command->id;
            tool.label = base::tr(command->text_key);
            tool.icon = command->icon;
            tool.enabled = may(*command);
        }
        out.push_back(std::move(tool));
    }
    return out;
}

}  // namespace ui
