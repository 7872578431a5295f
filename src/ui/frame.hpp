#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.hpp"
#include "paint/painter.hpp"
#include "paint/photo.hpp"
#include "paint/text.hpp"
#include "ui/interaction.hpp"
#include "ui/theme.hpp"

namespace ui {

/// How a zone is touched in this frame.
struct Press {
    bool hovered = false;       // the mouse is over it
    bool held = false;          // a contact is down on it
    bool focused = false;       // the keyboard is on it and shows its ring
    bool tapped = false;        // once, when let go; Enter and Space too
    bool long_pressed = false;  // once, after 500 ms; only from press_or_hold
    double held_s = 0;          // how long it has been held
    base::Point at;             // px: where it is held, or was let go
    int contact = 0;            // that tapped it or pressed it long; 0: the mouse or the keyboard
};

/// A contact that drags a zone.
struct Drag {
    base::Point from;        // px: where the contact came down
    base::Point by;          // px, since then
    bool ended = false;      // let go in this frame: write the change now
    bool cancelled = false;  // the system took the contact: put everything back (ended too, by = 0)
    int contact = 0;
    base::Point velocity;  // px per s, when it ended
    base::Point at() const { return {from.x + by.x, from.y + by.y}; }
};

/// One frame, as screens and widgets see it: what to draw with, how large, what time it is and what hands do.
/// Ids are paths such as "inbox/approve/<id>", never words that people read. Main thread; lives for one frame.
class Frame {
  public:
    struct Look {
        base::Size size_px{1920, 1080};
        double text_size = 1;      // the setting of the display
        double mm_per_px = 0.865;  // of the window's px
        double now_s = 0;          // of a clock that never goes back
        std::int64_t host_now_ms = 0;
        bool less_motion = false;
        bool dock_left = false;
        /// A photo by its name in the register, small or as it is; null while it is fetched: then a frame is asked for
        /// when it is here. None: nobody has photos.
        std::function<std::shared_ptr<const paint::Photo>(std::string_view hash, bool large)> photo;
        /// Whether the dictionary knows a word; none while that is looked up: then a frame is asked for when it is
        /// known. Not set: there is no dictionary.
        std::function<std::optional<bool>(std::string_view word)> spells;
    };
    /// Takes the events that wait; the destructor publishes what was recorded.
    Frame(Interaction& state, paint::Painter& painter, paint::Typesetter& type, const Theme& theme, const Look& look);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

    paint::Painter& painter;
    paint::Typesetter& type;
    const Theme& theme;

    /// Design px (a picture 1080 high) as px of this window, and millimetres on the glass.
    double px(double design) const { return design * scale_; }
    double mm(double millimetres) const { return millimetres / look_.mm_per_px; }
    /// On a small display, where everything is larger, less than 900 design px are left of the height.
    bool is_low() const { return look_.size_px.h < px(900); }
    base::Rect screen() const { return {0, 0, look_.size_px.w, look_.size_px.h}; }
    double now_s() const { return look_.now_s; }
    std::int64_t host_now_ms() const { return look_.host_now_ms; }
    bool less_motion() const { return look_.less_motion; }
    bool dock_left() const { return look_.dock_left; }
    std::shared_ptr<const paint::Photo> photo(std::string_view hash, bool large = false) const {
        return look_.photo ? look_.photo(hash, large) : nullptr;
    }
    bool has_dictionary() const { return static_cast<bool>(look_.spells); }
    bool is_misspelt(std::string_view word) const { return look_.spells && !look_.spells(word).value_or(true); }
    /// A style of this size in design px.
    paint::TextStyle style(double design_px, paint::Weight weight = paint::Weight::regular,
                           paint::Align align = paint::Align::start) const;

    /// Records a zone that can be tapped, and tells how it is touched.
    Press press(std::string_view id, const base::Rect& rect, bool enabled = true);
    /// The same, and a press of 500 ms is a deed of its own (long_pressed) instead of a tap. By keyboard Shift+Enter.
    Press press_or_hold(std::string_view id, const base::Rect& rect, bool enabled = true);
    /// A zone that can be dragged; together with press under the same id, a short touch is a tap. With an axis, only
    /// drags that begin along it are taken.
    std::optional<Drag> drag(std::string_view id, const base::Rect& rect, Zone::Axis axis = Zone::Axis::any);
    /// The same for a zone that many hands drag, each for itself: all that do, or have let go in this frame.
    std::vector<Drag> drags(std::string_view id, const base::Rect& rect);
    /// Where another hand than the first is on a zone that can be carried: it gets a ghost, and nothing else.
    std::vector<Drag> barred(std::string_view id) const;
    /// The zones of this scope that other contacts than this one have, carried or not yet: by their ids.
    std::vector<std::string_view> touched_by_others(int contact) const;
    /// Where a carried thing is now: who touches it there touches the zone `id`.
    void stand_in(std::string_view id, const base::Rect& rect);
    /// A zone of this frame that can be carried lies above those that were recorded since; nothing, when there is none.
    void raise(std::string_view id);
    /// A board that two fingers on empty places of it move, and a wheel over it when nothing there scrolls (with Ctrl
    /// it makes it larger); record it before what lies on it. Gives how, while they do. Press and drags of it may be
    /// asked for later in the frame too.
    std::optional<Pinch> pinch(std::string_view id, const base::Rect& rect);
    /// This zone is an empty place of a board.
    void ground(std::string_view id, const base::Rect& rect) { record(id, rect).ground = true; }
    /// While the keyboard is on this zone, its arrows are for whoever takes keys, and do not lead to the next one.
    void keep_arrows(std::string_view id, const base::Rect& rect) { record(id, rect).arrows = true; }
    /// The keyboard comes to this zone after the others of its region.
    void reach_last(std::string_view id, const base::Rect& rect) { record(id, rect).last = true; }
    /// A zone that hands draw on, as many at once as there are: each contact from when it comes down until it leaves.
    /// Nothing below it is touched meanwhile.
    std::vector<Stroke> strokes(std::string_view id, const base::Rect& rect);
    /// Swallows what is under an overlay. Draw it before what the overlay holds.
    void block(std::string_view id, const base::Rect& rect);
    /// A zone that takes what is typed while it has the keyboard. Tapping it gives it the keyboard.
    Press text_zone(std::string_view id, const base::Rect& rect, bool enabled = true);
    /// How far the wheel turned over this zone (one with a drag axis), px.
    base::Point wheel(std::string_view id) const;

    /// Characters and keys for this text zone, in order; empty unless it has the keyboard.
    std::span<const InputEvent> typed(std::string_view id) const;
    /// Keys and characters that nobody has the keyboard for: commands.
    std::span<const KeyEvent> keys() const { return state_.keys_; }
    std::span<const CharEvent> chars() const { return state_.chars_; }
    /// Somebody writes in this frame, or is about to: a letter alone is no command.
    void hold_letters() { state_.holds_letters_ = true; }
    bool holds_letters() const { return state_.holds_letters_; }
    /// Something lies over the screen in this frame, and has the keyboard.
    bool is_covered() const;
    /// The keyboard goes to the next part of the screen, or to the one before.
    void move_region(int by);
    /// Takes a key that nobody has the keyboard for, so that no command sees it. Escape is given to what lies on top
    /// alone: the region in which the keyboard is, or else the uppermost.
    bool take_key(Key key);
    /// The same for each key of the frame, in order, that `takes` returns true for.
    void take_keys(const std::function<bool(const KeyEvent&)>& takes);
    /// The same for a letter with Control.
    bool take_control(char32_t letter, bool shift = false);
    /// Writes as if a key was pressed: for the keyboard on the screen.
    void send(const InputEvent& event) { state_.push_first(event); }
    /// The system's clipboard.
    Clipboard& clipboard() { return state_.clipboard(); }
    /// Where a keyboard is: the one of keys, or one on the screen that writes here.
    bool has_keyboard(std::string_view id) const { return state_.has_keyboard(path(id)); }
    /// The same, to be drawn: no other zone shows that it has it.
    bool shows_keyboard(std::string_view id) const;
    /// A keyboard on the screen writes in the text zone of this path in this frame, whatever else is in focus.
    void write_in(std::string_view full_path) { state_.writers_.emplace(full_path); }
    /// Where something was last tapped, px: near it stands whoever did it.
    base::Point touched_at() const { return state_.touched_at_; }
    /// Every contact that is down, palms left out.
    struct Touch {
        int contact = 0;
        base::Point at;
        double since_s = 0;
        bool pen = false;
        double pressure = 0.5;  // as ContactEvent
    };
    std::vector<Touch> touches() const;
    /// Another contact than this is on something that can be carried, or draws.
    bool others_have_something(int contact) const { return state_.others_have_something(contact, contact); }
    /// Where contacts came down since the frame before, px.
    std::span<const base::Point> begun() const { return state_.begun_; }
    /// Puts the keyboard on a zone of this scope; an empty id takes it away.
    void focus(std::string_view id);
    const std::string& focused_path() const { return state_.focus_; }

    /// A value that goes to `target` in `ms`, easing out. The first call gives `first` (else the target). With less
    /// motion it jumps. Forgotten when a frame does not ask for it.
    double ease(std::string_view id, double target, double ms, std::optional<double> first = {});
    /// The same for how strongly something shows, 0 to 1; starts at 0. With less motion it takes 120 ms.
    double fade(std::string_view id, bool shown, double ms = motion::move);
    /// What is drawn and touched after all else, above it and unclipped; it belongs to the region that holds now, and
    /// to no scope. It holds nothing that may be gone when the frame ends.
    void draw_last(std::function<void()> draw) { last_.push_back({std::move(draw), region_}); }
    /// Asks for another frame within this time; otherwise the window sleeps until something happens.
    void redraw_in(double seconds);

    /// Puts a Scroll of this scope so that its content begins this far before it, px; more than there is: its end.
    void scroll_to(std::string_view id, double at_px) { state_.scrolled_[path(id)].at = at_px; }

    /// For the probe: the name of the screen, and words that a zone or place shows. Never read by the program.
    void name_screen(std::string_view name);
    void say(std::string_view id, std::string_view text);

    /// While it lives, ids begin with "part/".
    class Scope {
      public:
        Scope(Frame& frame, std::string_view part) : frame_(frame), before_(frame.prefix_.size()) {
            frame.prefix_.append(part).push_back('/');
        }
        ~Scope() { frame_.prefix_.resize(before_); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;

      private:
        Frame& frame_;
        std::size_t before_;
    };
    /// While it lives, nothing is drawn or touched outside the rectangle.
    class Clip {
      public:
        Clip(Frame& frame, const base::Rect& rect);
        ~Clip();
        Clip(const Clip&) = delete;
        Clip& operator=(const Clip&) = delete;

      private:
        Frame& frame_;
    };
    /// While it lives, the zones that are recorded belong to this region of the keyboard's.
    class Within {
      public:
        Within(Frame& frame, std::string_view id, Region::Kind kind);
        ~Within() {
            if (frame_ != nullptr) frame_->region_ = before_;
        }
        Within(Within&& other) noexcept : frame_(std::exchange(other.frame_, nullptr)), before_(other.before_) {}
        Within& operator=(Within&&) = delete;

      private:
        Frame* frame_;
        std::size_t before_;
    };
    /// While it lives, touching the zones that are recorded leaves the keyboard where it is. Keys on the screen are for
    /// hands alone.
    class KeepFocus {
      public:
        explicit KeepFocus(Frame& frame, bool by_hand = false)
            : frame_(frame),
              before_(std::exchange(frame.keeps_focus_, true)),
              by_hand_before_(std::exchange(frame.by_hand_, by_hand)) {}
        ~KeepFocus() {
            frame_.keeps_focus_ = before_;
            frame_.by_hand_ = by_hand_before_;
        }
        KeepFocus(const KeepFocus&) = delete;
        KeepFocus& operator=(const KeepFocus&) = delete;

      private:
        Frame& frame_;
        bool before_, by_hand_before_;
    };

    /// The id as the probe sees it: with the scopes it stands in.
    std::string path(std::string_view id) const { return prefix_ + std::string(id); }
    /// The rectangle that is not clipped away here.
    const base::Rect& clip() const { return clips_.back(); }

  private:
    friend class Scroll;
    Zone& record(std::string_view id, const base::Rect& rect);
    Press touched(const Zone& zone) const;

    Interaction& state_;
    Look look_;
    double scale_;
    std::string prefix_;
    std::vector<base::Rect> clips_;
    bool keeps_focus_ = false, by_hand_ = false;
    std::size_t region_ = 0;
    std::size_t scroller_ = 0;
    struct Last {
        std::function<void()> draw;
        std::size_t region = 0;
    };
    std::vector<Last> last_;
    std::vector<std::size_t> boards_;  // zones of boards, which are asked for again
};

}  // namespace ui
