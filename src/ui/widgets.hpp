#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame.hpp"
#include "ui/icons.hpp"

/// The widget set of the component sheet (mockup 00). A widget takes the frame, an id and a rectangle in px, draws
/// itself and tells what hands did. Sizes named `design` are design px. No widget keeps state of its own.
namespace ui {

// --- Text -----------------------------------------------------------------------------------------------------------

/// Where a text stands in a rectangle; `down` as `across`, top to bottom.
struct Ink {
    double design = 20;
    paint::Weight weight = paint::Weight::regular;
    std::optional<base::Colour> colour;  // else ink
    paint::Align across = paint::Align::start;
    paint::Align down = paint::Align::centre;
    int most_lines = 1;       // 0: any; what does not fit ends with "…"
    double least_design = 0;  // shrinks down to this before it is cut; 0: never shrinks
    double line_height = 1.3;
    bool fixed_digits = false;
};
Ink ink_of(double design, paint::Weight weight, base::Colour colour, paint::Align across = paint::Align::start);
/// Draws a text in the rectangle; returns what it took of it. With an id, the probe hears it.
base::Rect label(Frame& frame, const base::Rect& rect, std::string_view text, const Ink& ink = {},
                 std::string_view id = {});
/// Width and height that a text takes, px; `width_px` −1: one line.
base::Size text_size(Frame& frame, std::string_view text, const Ink& ink, double width_px = -1);
/// One icon in the middle of the rectangle.
void draw_icon(Frame& frame, const base::Rect& rect, std::string_view icon, double design, base::Colour colour);

// --- Buttons --------------------------------------------------------------------------------------------------------

enum class ButtonKind { primary, plain, light, quiet, danger };
enum class ButtonState { normal, pressed, focus, off, busy };
struct ButtonLook {
    ButtonKind kind = ButtonKind::plain;
    std::string_view icon = icon::none;
    bool icon_after = false;  // "Nästa →"
    bool enabled = true;
    bool busy = false;  // a spinner instead of the icon, width kept; not pressed
    double design = 20;
};
/// True when tapped. An empty label makes a square icon button; say what it does with `name` for the probe.
bool button(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text,
            const ButtonLook& look = {});
/// The same for what a long press or a hold means too.
Press button_press(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text,
                   const ButtonLook& look = {});
/// px that the button wants to be wide.
double button_width(Frame& frame, std::string_view text, const ButtonLook& look = {});
/// Only draws, in a given state.
void paint_button(Frame& frame, const base::Rect& rect, std::string_view text, const ButtonLook& look,
                  ButtonState state);
/// 4 px of accent, 3 px outside what has the keyboard.
void focus_ring(Frame& frame, const base::Rect& rect, double radius_px);
/// Ground of a row or a square that is pressed as one: `held` while a finger is on it. `text` is what it says.
Press press_row(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, base::Colour held);

/// A switch with its words; the whole rectangle is touched. True when tapped: turn it.
bool toggle(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, bool on,
            bool enabled = true);

// --- Chips and cards ------------------------------------------------------------------------------------------------

enum class Tone { neutral, accent, ok, warn, err, info };
/// A status: icon and word, never colour alone. Draws 36 design px high from the rectangle's left; returns its place.
base::Rect chip(Frame& frame, base::Point at, std::string_view text, Tone tone = Tone::neutral,
                std::string_view icon = icon::none);
double chip_width(Frame& frame, std::string_view text, std::string_view icon = icon::none);
/// A filter, 48 high; on = accent and a tick. True when tapped.
bool filter_chip(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, bool on);
double filter_chip_width(Frame& frame, std::string_view text, bool on);

struct CardLook {
    bool pressed = false, selected = false, dragged = false, drop_target = false, flat = false;
    double radius = radius::card;
    std::optional<base::Colour> fill = {};
};
void card(Frame& frame, const base::Rect& rect, const CardLook& look = {});
/// A card that is pressed as one. `text` is what it says.
Press press_card(Frame& frame, std::string_view id, const base::Rect& rect, std::string_view text, CardLook look = {});
/// The shape that goes with a note's colour ("aprikos": a triangle), in a square.
void note_mark(Frame& frame, const base::Rect& square, std::string_view note_colour, base::Colour ink);
/// The picture of a person card in a note's colour, and two letters for somebody who is there.
void avatar(Frame& frame, base::Point centre, double radius_px, std::string_view note_colour);
void initials(Frame& frame, base::Point centre, double radius_px, std::string_view name);
/// The brand: a room with one idea in it.
void logo(Frame& frame, const base::Rect& square);
/// A number in a pill, from its right top corner.
void count_badge(Frame& frame, base::Point right_top, int count);

// --- Time -----------------------------------------------------------------------------------------------------------

struct TimerView {
    std::int64_t left_ms = 0;  // below 0: over time
    std::int64_t total_ms = 0;
    bool paused = false;
    std::string_view title, ends;  // "Kundresan", "slutar 10.50"; may be empty
};
/// Title, digits in fixed cells, bar. Under 2 minutes warn with an icon, over time "+1:12" in err.
void timer(Frame& frame, const base::Rect& rect, const TimerView& view, double digits_design = 96);
/// "18:42", and "+1:12" when it is over.
std::string clock_digits(std::int64_t left_ms);
/// Digits in cells of one width, in the middle of the rectangle.
void draw_digits(Frame& frame, const base::Rect& rect, std::string_view digits, double design, base::Colour colour);

struct AgendaRow {
    enum class State { done, skipped, now, next, late };
    std::string_view time, title, minutes;
    State state = State::next;
};
/// `state` as methods::block_state_name() says it.
AgendaRow::State agenda_state(std::string_view state, bool late);
/// A tap looks at the block, a long press jumps there (ask first).
Press agenda_row(Frame& frame, std::string_view id, const base::Rect& rect, const AgendaRow& row);

// --- Dock -----------------------------------------------------------------------------------------------------------

struct Tool {
    std::string id;  // empty: a separator
    std::string label;
    std::string_view icon;
    bool enabled = true, on = false;
    int count = 0;
};
/// 112 design px at the bottom: grip, tools, room for the main action at the end. Scrolls sideways instead of
/// shrinking. The grip drags the tools along the edge: `offset_px` is the screen's. Returns the id of the tool that was
/// tapped.
struct DockState {
    double offset_px = 0;
    double from_px = 0;  // while dragged
};
struct DockLayout {
    base::Rect bar, main_action;
};
DockLayout dock_layout(const Frame& frame, double main_action_design = 0);
/// Takes tools out in the order of `seldom` until the rest stand there unscrolled, and gives them back: their screen
/// offers them elsewhere.
std::vector<Tool> fit_tools(Frame& frame, const DockLayout& layout, std::vector<Tool>& tools,
                            std::span<const std::string_view> seldom);
std::string dock(Frame& frame, DockState& mine, const DockLayout& layout, std::span<const Tool> tools);
/// One tool, in a given state: for docks and the component sheet.
void paint_tool(Frame& frame, const base::Rect& rect, const Tool& tool, bool pressed);

// --- What is going on -----------------------------------------------------------------------------------------------

/// 0 to 1.
void progress_bar(Frame& frame, const base::Rect& rect, double done, std::optional<base::Colour> colour = {});
/// Turns, so only for what nobody knows the length of.
void spinner(Frame& frame, base::Point centre, double radius_px, std::optional<base::Colour> colour = {});

/// A sentence, and ways forward. Returns the index of the button that was tapped, else −1.
struct EmptyState {
    std::string_view title, text, first, second;  // the last two: buttons, may be empty
    bool has_main = false;                        // elsewhere, as in the dock: then neither of these is
};
int empty_state(Frame& frame, std::string_view id, const base::Rect& rect, const EmptyState& view);
/// What happened, what still works; "Försök igen" (0) and "Visa felet" (1). `detail` shows when the screen says so.
struct ErrorState {
    std::string_view title, text, detail;
    bool may_retry = true, show_detail = false;
};
int error_state(Frame& frame, std::string_view id, const base::Rect& rect, const ErrorState& view);

// --- Over the rest --------------------------------------------------------------------------------------------------

/// A toast lives 8 s above the dock, near the finger, with "Ångra" when it can be undone.
struct Toast {
    std::string text;
    std::string undo_id;  // empty: nothing to undo
    double since_s = 0;
    base::Point near_px;
    Tone tone = Tone::ok;
};
struct Toasts {
    std::vector<Toast> shown;
    void add(const Frame& frame, std::string text, std::string undo_id = {}, Tone tone = Tone::ok,
             base::Point near_px = {});
};
/// Draws the newest at the foot of `area`, within its width, and forgets what is old; without an area right above the
/// dock. Returns the undo_id that was tapped.
std::string toasts(Frame& frame, Toasts& mine, std::optional<base::Rect> area = {});

/// Only to end, publish or delete: scrim, low on the screen, two clear verbs; without `go` there is only to stay.
/// 0 = stay, 1 = do it, −1 = not yet.
struct Dialog {
    std::string_view title, text, stay, go;
    bool danger = false;
};
int dialog(Frame& frame, std::string_view id, const Dialog& view);

/// Where a sheet's content stands; what is drawn while this lives is in the sheet for the keyboard too.
struct SideSheet {
    base::Rect place;
    Frame::Within region;
};
/// Slides from the dock's side; others go on working. Gives the rectangle for its content while it shows; `close` is
/// set when its "Stäng" was tapped or Escape pressed. It stands on the dock, or where there is none on the screen's
/// edge. The keyboard stays in it until it is closed.
std::optional<SideSheet> side_sheet(Frame& frame, std::string_view id, bool open, std::string_view title, bool& close,
                                    double design_width = 520, bool on_dock = true);

}  // namespace ui
