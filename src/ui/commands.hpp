#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.hpp"
#include "ui/text_field.hpp"
#include "ui/widgets.hpp"

namespace ui {

/// A key with what is held beside it.
struct Chord {
    Key key = Key::other;
    char32_t character = 0;
    bool control = false, shift = false, alt = false;
    bool operator==(const Chord&) const = default;
};
Chord letter(char32_t character, bool control = false, bool shift = false);
/// "Ctrl+Z", "PageDown", "→": as keyboards name them.
std::string chord_name(const Chord& chord);

/// One thing that can be done, wherever it is asked for: dock, key, palette, help, clicker.
struct Command {
    std::string id;        // "next"
    std::string text_key;  // of the language files
    std::string_view icon;
    std::vector<Chord> keys;
    std::function<bool()> enabled;  // none: always
    std::function<void()> run;
    bool clicker = false;  // its keys are on presenters too: not again within 300 ms, and never while one is held
    bool hidden = false;   // not in palette and help
    std::function<bool()> by_key{};  // none: its keys always mean it; else they may be too near a slip of the hand
    bool on_sheets = false;          // its letter means it while a sheet is open too: those of others rest then
};

/// The table of commands. Main thread.
class Commands {
  public:
    void add(Command command);
    void clear() { table_.clear(); }
    std::span<const Command> all() const { return table_; }
    const Command* find(std::string_view id) const;
    bool enabled(std::string_view id) const;
    /// False when there is none of that name, or it is off.
    bool run(std::string_view id);
    /// Runs what this frame's keys mean. What nobody means is left. Letters alone mean nothing while somebody writes.
    void run_keys(const Frame& frame);
    /// Dock tools of these commands, in order; "" is a separator.
    std::vector<Tool> tools(std::span<const std::string_view> ids) const;

  private:
    std::vector<Command> table_;
    double clicked_s_ = -1;
    std::string clicked_;
};

/// The keys that a presenter's clicker sends, and those that say the same.
std::vector<Chord> clicker_next();
std::vector<Chord> clicker_back();
std::vector<Chord> clicker_blank();

/// The palette: type, see what can be done, press. Closes itself.
struct Palette {
    bool open = false;
    TextField query;
    bool was_open = false;
};
void palette(Frame& frame, Palette& mine, Commands& commands);
/// All commands with their keys. `open` is turned off when it is closed.
void command_help(Frame& frame, bool& open, const Commands& commands);

}  // namespace ui
